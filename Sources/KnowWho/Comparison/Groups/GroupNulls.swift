/// What random networks of the size of a group, and of its members' numbers of ties, make of each
/// figure.
struct GroupNulls {
  let sameSize: [GroupComparison.Null?]
  let sameDegrees: [GroupComparison.Null?]

  init(
    of group: ComparedGroup, observed: [Double], runs: Int, seed: UInt64, execution: Execution
  ) {
    let strong = group.strong(group.graph)
    let draws = execution.map(runs, chunkSize: 1, makeScratch: {}) { run, _ in
      var generator = SplitMix64(ofRun: run, seed: seed, purpose: 1)
      return (
        size: Self.figures(of: group, strong, seed, using: &generator) { graph, generator in
          try? .gnm(nodes: graph.nodeCount, edges: graph.edgeCount, using: &generator)
        },
        degrees: Self.figures(of: group, strong, seed, using: &generator) { graph, generator in
          try? graph.rewired(using: &generator)
        }
      )
    }
    sameSize = Self.nulls(observed, draws.map(\.size))
    sameDegrees = Self.nulls(observed, draws.map(\.degrees))
  }

  private static func figures(
    of group: ComparedGroup, _ strong: Graph, _ seed: UInt64, using generator: inout SplitMix64,
    random: (Graph, inout SplitMix64) -> Graph?
  ) -> [Double] {
    guard let ties = random(group.graph, &generator) else { return [] }
    let randomStrong = group.strongFrom == nil ? ties : random(strong, &generator) ?? ties
    return group.figures(ties: ties, strong: randomStrong, seed: seed).values
  }

  private static func nulls(
    _ observed: [Double], _ draws: [[Double]]
  ) -> [GroupComparison.Null?] {
    ComparisonFigure.allCases.indices.map { place in
      guard ComparisonFigure.allCases[place].isOfTies, !observed[place].isNaN else { return nil }
      let values = draws.compactMap { $0.isEmpty ? nil : $0[place] }
      let sorted = values.filter { !$0.isNaN }.sorted()
      guard !sorted.isEmpty else { return nil }
      let tail = sorted.count / 40
      return GroupComparison.Null(
        test: PermutationTest(observed: observed[place], draws: values, isExact: false),
        interval: sorted[tail]...sorted[sorted.count - 1 - tail])
    }
  }
}

extension SplitMix64 {
  /// The generator of one run for one purpose, the same whatever thread works on it.
  init(ofRun run: Int, seed: UInt64, purpose: UInt64) {
    var seeds = SplitMix64(seed: seed ^ (purpose &* 0xD1B5_4A32_D192_ED03))
    seeds.skip(run)
    self.init(seed: seeds.next())
  }
}
