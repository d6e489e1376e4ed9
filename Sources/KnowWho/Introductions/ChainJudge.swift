internal import NetworkData

/// Tells what there is to know before relying on a chain.
struct ChainJudge: Sendable {
  private let network: Network
  private let period: Period?
  /// The time by which ties must not have ended: that asked about, or the end of observation.
  private let reference: Period?
  /// The membership ties of each actor, whichever ties were asked for.
  private var memberships: [Int: [(group: Int, tie: Int)]] = [:]

  init(_ acquaintances: Acquaintances) {
    network = acquaintances.network
    period = acquaintances.options.period
    reference =
      period ?? network.description.observedTo.flatMap { Period(from: $0, to: $0) }
    let codes = KindCodes(network)
    guard codes.haveMemberships else { return }
    for tie in network.ties.indices {
      guard let (member, group) = codes.membership(tie) else { continue }
      memberships[member, default: []].append((group, tie))
    }
  }

  /// What the best founded carrier rests on: a carrier is as sure as the least sure of its ties.
  func evidence(_ carriers: [StepCarrier]) -> Evidence? {
    let grades: [Evidence?] = [.assumed, .inferred, nil, .stated]
    let ranks = carriers.map { carrier in
      carrier.ties.map { tie in
        grades.firstIndex(of: network.ties.evidence?[tie] ?? nil) ?? 0
      }.min() ?? 0
    }
    return ranks.max().flatMap { grades[$0] }
  }

  func warnings(
    _ actors: [Int], _ steps: [IntroductionChain.Step]
  ) -> [IntroductionChain.Warning] {
    var warnings: [IntroductionChain.Warning] = []
    for (index, step) in steps.enumerated() {
      if step.carriers.allSatisfy(hasEnded) {
        warnings.append(.ended(step: index))
      } else if !step.carriers.contains(where: isSure) {
        warnings.append(.onlyPossible(step: index))
      }
    }
    for introducer in actors.dropFirst().dropLast() {
      for group in groupsLeft(by: introducer) {
        warnings.append(.left(introducer: introducer, group: group))
      }
    }
    if network.ties.haveDates {
      let carriers = steps.map(\.carriers)
      if !respectsTime(carriers, .possibly) {
        warnings.append(.outOfOrder)
      } else if !respectsTime(carriers, .definitely) {
        warnings.append(.perhapsOutOfOrder)
      }
    }
    for (index, step) in steps.enumerated() {
      switch step.evidence {
      case .assumed: warnings.append(.assumed(step: index))
      case .inferred: warnings.append(.inferred(step: index))
      case .stated, nil: break
      }
    }
    return warnings
  }

  /// Whether a chain respects time, with one choice of carriers.
  func respectsTime(_ carriers: [[StepCarrier]], _ certainty: Certainty) -> Bool {
    var time = ChainTime(TieDays(network: network, certainty: certainty))
    for step in carriers { time.extend(by: step) }
    return time.isPossible
  }

  private func hasEnded(_ carrier: StepCarrier) -> Bool {
    guard let reference else { return false }
    return carrier.ties.contains { network.ties.lifetime($0).hasEnded(before: reference) }
  }

  /// Whether all ties of a carrier are definitely alive at the time asked about.
  private func isSure(_ carrier: StepCarrier) -> Bool {
    guard let period else { return true }
    return carrier.ties.allSatisfy { network.ties.lifetime($0).isDefinitelyAlive(in: period) }
  }

  /// The groups that an actor was a member of and had left, in the order of the network.
  private func groupsLeft(by actor: Int) -> [Int] {
    guard let reference, let all = memberships[actor] else { return [] }
    return Set(all.map(\.group)).sorted().filter { group in
      all.filter { $0.group == group }
        .allSatisfy { network.ties.lifetime($0.tie).hasEnded(before: reference) }
    }
  }
}
