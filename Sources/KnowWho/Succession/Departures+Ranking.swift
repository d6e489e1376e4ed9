public import GraphStructure
internal import NetworkData

/// How much of what the others reach hangs on an actor.
public struct Dependence: Sendable, Hashable {
  /// The position of the actor in the network.
  public let actor: Int
  /// Its rank, counted from 1; equal dependences share a rank.
  public let rank: Int
  /// How many pairs of an asker and a target are lost without it.
  public let loss: Int
  /// How many such pairs there are, itself not counted.
  public let before: Int
  /// The leader dependence; nil where nobody reaches anybody.
  public var share: Double? { before > 0 ? Double(loss) / Double(before) : nil }
}

extension Departures {
  /// Returns the dependence on every actor that has ties, the greatest first.
  ///
  /// A target is lost only if the actor is on every chain to it, so a search is repeated without
  /// those alone that are on the first chains found. Without a group, or who carries ties of
  /// others, more than its chains change: there who knows whom is found anew.
  ///
  /// - Parameters:
  ///   - others: Actors to rank though they are projects or events.
  ///   - execution: How the work is carried out.
  /// - Returns: Ranked actors; equal ones in the order of their ids.
  /// - Complexity: O(*a* *c* *b*) for *a* askers, *c* indispensable introducers and searches over *b*
  ///   acquaintances, and a whole count for each group and carrier.
  public func ranking(
    with others: Set<Int> = [], execution: Execution = .standard
  ) -> [Dependence] {
    let network = acquaintances.network
    let actors = network.actors
    var candidates = Set(acquaintances.askers).union(others)
    let anew = candidates.intersection(changingOthers).union(others).sorted()
    let tally = tally(leavingAside: Set(anew), execution)

    let total = tally.reached.values.reduce(0, +)
    var sums: [(actor: Int, loss: Int, before: Int)] = []
    candidates.subtract(anew)
    for actor in candidates {
      let before = total - (tally.reached[actor] ?? 0) - (tally.askersOfTarget[actor] ?? 0)
      sums.append((actor, tally.losses[actor] ?? 0, before))
    }
    let single = Execution(threads: 1, isCancelled: execution.isCancelled)
    sums += execution.map(
      anew.count, chunkSize: 1, makeScratch: {},
      value: { index, _ in
        let changes = changes(
          by: Retirement(of: [anew[index]], from: acquaintances), execution: single)
        return (
          anew[index], changes.reduce(0) { $0 + $1.loss }, changes.reduce(0) { $0 + $1.before }
        )
      })
    return ranked(sums, actors)
  }

  /// Groups with members, and those through whom others have ties.
  private var changingOthers: Set<Int> {
    let network = acquaintances.network
    let kinds = KindCodes(network)
    var found: Set<Int> = []
    for tie in acquaintances.ties {
      if let carrier = network.ties.carrier(tie) { found.insert(carrier) }
      if acquaintances.options.mode == .introductions, let membership = kinds.membership(tie) {
        found.insert(membership.group)
      }
    }
    return found
  }

  /// What a pass over all askers adds up.
  private struct Tally {
    /// What each asker reaches.
    var reached: [Int: Int] = [:]
    /// How many askers reach each target.
    var askersOfTarget: [Int: Int] = [:]
    /// How many pairs are lost without each introducer.
    var losses: [Int: Int] = [:]
  }

  private func tally(leavingAside anew: Set<Int>, _ execution: Execution) -> Tally {
    let steps = introducers + 1
    let targets = targets(without: [])
    return execution.reduceChunks(
      of: askers.count, chunkSize: 8, into: Tally(),
      makeScratch: { ReachSearch(over: acquaintances) },
      work: { range, search in
        var part = Tally()
        for asker in askers[range] {
          var met: [(target: Int, visit: Int)] = []
          search.visit(from: asker, within: steps) { actor, _, visit in
            if targets.contains(actor) { met.append((actor, visit)) }
          }
          part.reached[asker] = met.count
          var onChains: Set<Int> = []
          for (target, visit) in met {
            part.askersOfTarget[target, default: 0] += 1
            onChains.formUnion(search.chain(to: visit).dropFirst().dropLast())
          }
          for introducer in onChains where !anew.contains(introducer) {
            let before = met.count - (met.contains { $0.target == introducer } ? 1 : 0)
            let after = search.count(from: asker, within: steps, targets, without: introducer)
            part.losses[introducer, default: 0] += before - after
          }
        }
        return part
      },
      merge: { total, part in
        total.reached.merge(part.reached) { $0 + $1 }
        total.askersOfTarget.merge(part.askersOfTarget) { $0 + $1 }
        total.losses.merge(part.losses) { $0 + $1 }
      })
  }

  /// Ranks by shares, which are compared as fractions of whole numbers: no rounding parts equals.
  private func ranked(
    _ sums: [(actor: Int, loss: Int, before: Int)], _ actors: Actors
  ) -> [Dependence] {
    typealias Sum = (actor: Int, loss: Int, before: Int)
    // An actor without whom nobody reached anybody is as indispensable as one who costs nothing.
    func difference(_ one: Sum, _ other: Sum) -> Int {
      one.loss * max(other.before, 1) - other.loss * max(one.before, 1)
    }
    let sorted = sums.sorted {
      let difference = difference($0, $1)
      return difference != 0 ? difference > 0 : actors.precedes($0.actor, $1.actor)
    }
    var ranking: [Dependence] = []
    for (index, sum) in sorted.enumerated() {
      let isTied = index > 0 && difference(sorted[index - 1], sum) == 0
      ranking.append(
        Dependence(
          actor: sum.actor, rank: isTied ? ranking[index - 1].rank : index + 1, loss: sum.loss,
          before: sum.before))
    }
    return ranking
  }
}
