internal import GraphModels
internal import GraphStructure
internal import NetworkData

/// Samples timelines for the range of leader dependence.
struct DependenceSampling {
  private let leader: Int
  private let network: Network
  private let ranges: [AcquaintanceRange]
  private let introducers: Int
  private let group: Int?

  init(
    of leader: Int, in network: Network, ranges: [AcquaintanceRange], introducers: Int,
    outside group: Int?
  ) {
    (self.leader, self.network, self.ranges) = (leader, network, ranges)
    (self.introducers, self.group) = (introducers, group)
  }

  /// Returns the range of dependence in each period.
  ///
  /// One timeline is one choice of dates, the same for all periods.
  func dependences(
    samples: Int, seed: UInt64, _ execution: Execution
  ) -> [Timeline.DependenceRange?] {
    let periods = ranges.compactMap(\.certain.options.period)
    guard let first = periods.first, let last = periods.last else { return [] }
    let exact = ranges.map { $0.isSettled ? [dependence(in: $0.certain)] : nil }
    // Where all is certain in every period, no dates need to be drawn.
    let draws = exact.contains { $0 == nil }
    let draw = TimelineDraw(of: network, window: first.firstDay...last.lastDay)
    let values = execution.map(
      draws ? samples : 0, chunkSize: 1, makeScratch: {},
      value: { sample, _ in
        var seeds = SplitMix64(seed: seed &+ UInt64(sample) &* 0x9E37_79B9_7F4A_7C15)
        var generator = SplitMix64(seed: seeds.next())
        let drawn = draw.network(network, using: &generator)
        return ranges.indices.map { index -> Double? in
          if exact[index] != nil || execution.isCancelled() { return nil }
          return dependence(at: ranges[index].certain.options, in: drawn)
        }
      })
    return ranges.indices.map { index in
      let found = (exact[index] ?? values.map { $0[index] }).compactMap { $0 }
      guard let least = found.min(), let most = found.max() else { return nil }
      return Timeline.DependenceRange(
        mean: found.reduce(0, +) / Double(found.count), least: least, most: most,
        isExact: exact[index] != nil)
    }
  }

  private func dependence(at options: ReachOptions, in drawn: Network) -> Double? {
    do {
      return dependence(in: try Acquaintances(in: drawn, options))
    } catch {
      preconditionFailure("ties of one timeline make no more pairs than those possible: \(error)")
    }
  }

  private func dependence(in acquaintances: Acquaintances) -> Double? {
    let departures = Departures(
      from: acquaintances, introducers: introducers, outside: group)
    let changes = departures.changes(
      by: Retirement(of: [leader], from: acquaintances), execution: Execution(threads: 1))
    return Departures.dependence(changes)
  }
}

extension AcquaintanceRange {
  /// Whether the dates leave nothing open: the same steps are certain and possible.
  fileprivate var isSettled: Bool {
    guard let possible else { return true }
    return certain.ties == possible.ties && certain.actors == possible.actors
      && certain.graph.outgoing.offsets == possible.graph.outgoing.offsets
      && certain.graph.outgoing.ends == possible.graph.outgoing.ends
  }
}
