import GraphMeasures
import GraphStructure
import Testing

@Suite("Vertex bootstrap")
struct VertexBootstrapTests {
  /// A graph whose ties depend on who its nodes are: half are active, half are not.
  private func sample(_ nodeCount: Int, using generator: inout SplitMix64) -> Graph {
    let activity = (0..<nodeCount).map { _ in Bool.random(using: &generator) ? 0.8 : 0.2 }
    var edges: [(source: Int, target: Int)] = []
    for high in 0..<nodeCount {
      for low in 0..<high
      where Double.random(in: 0..<1, using: &generator) < activity[low] * activity[high] {
        edges.append((low, high))
      }
    }
    return KnownGraphs.graph(nodeCount, edges)
  }

  @Test("Intervals hold the density of the model about 95 times of 100")
  func coverage() throws {
    var generator = SplitMix64(seed: 2026)
    var holding = 0
    var errors = 0.0
    var densities: [Double] = []
    for run in 0..<200 {
      let graph = sample(40, using: &generator)
      let estimate = try graph.vertexBootstrap(replicates: 200, seed: UInt64(run)) { graph, _ in
        [graph.density]
      }[0]
      // The mean activity is ½, and two nodes are drawn on their own: the density is ¼.
      if try #require(estimate.interval).contains(0.25) { holding += 1 }
      errors += estimate.standardError / 200
      densities.append(estimate.observed)
    }
    #expect((180...199).contains(holding), "\(holding) of 200")
    let mean = densities.reduce(0, +) / 200
    let spread = (densities.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199).squareRoot()
    #expect(abs(errors / spread - 1) < 0.25, "\(errors) beside \(spread)")
  }

  @Test("Replicates take over ties, directions and strengths", arguments: [false, true])
  func replicates(isDirected: Bool) throws {
    let graph = KnownGraphs.graph(
      6, [(0, 1), (1, 2), (3, 4), (2, 2)], isDirected: isDirected, strengths: [1, 2, 4, 8])
    let found = try graph.vertexBootstrap(replicates: 300) { replicate, origins in
      #expect(replicate.nodeCount == 6 && origins.count == 6)
      var isSound = replicate.isDirected == isDirected
      var drawn = 0
      for source in replicate.nodes {
        for target in replicate.nodes where source != target {
          let (from, to) = (origins[source], origins[target])
          if from != to {
            isSound =
              isSound
              && replicate.hasArc(from: source, to: target) == graph.hasArc(from: from, to: to)
          } else if replicate.hasArc(from: source, to: target) {
            drawn += 1
          }
        }
      }
      isSound =
        isSound && (replicate.outgoing.strengths ?? []).allSatisfy { [1, 2, 4].contains($0) }
      return [isSound ? 1 : 0, Double(drawn)]
    }
    #expect(found[0].mean == 1 && found[0].standardError == 0)
    // Between copies a pair of all is drawn: ties turn up there as often as anywhere.
    #expect(found[1].mean > 0)
  }

  @Test("A graph without ties, or with all, has no error; with fewer than two nodes neither")
  func degenerate() throws {
    for (graph, density) in [
      (KnownGraphs.graph(5, []), 0.0), (KnownGraphs.complete(5), 1),
      (KnownGraphs.complete(4, isDirected: true), 1),
    ] {
      let estimate = try graph.vertexBootstrap(replicates: 50) { graph, _ in [graph.density] }[0]
      #expect(estimate.observed == density && estimate.standardError == 0)
      #expect(estimate.interval == density...density && estimate.replicates == 50)
    }
    for count in 0...1 {
      let estimate = try KnownGraphs.graph(count, []).vertexBootstrap(replicates: 5) { graph, _ in
        [graph.density]
      }[0]
      #expect(estimate.interval == nil && estimate.undefinedReplicates == 5)
    }
  }

  @Test("The difference of a graph from itself is about 0; of others, it is not")
  func differences() throws {
    var generator = SplitMix64(seed: 3)
    let graph = sample(30, using: &generator)
    let same = try graph.bootstrapDifferences(from: graph, replicates: 300) { graph, _ in
      [graph.density]
    }[0]
    #expect(same.observed == 0 && abs(same.mean) < same.standardError)
    #expect(try #require(same.interval).contains(0))
    let other = try graph.bootstrapDifferences(from: KnownGraphs.complete(20), replicates: 300) {
      graph, _ in [graph.density]
    }[0]
    #expect(try #require(other.interval).upperBound < 0)
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; errors")
  func threads() throws {
    let graph = largeRandomGraph(seed: 4, isDirected: true)
    func estimate(_ threads: Int) throws -> [BootstrapEstimate] {
      try graph.vertexBootstrap(replicates: 30, execution: Execution(threads: threads)) {
        replicate, _ in
        [replicate.density, replicate.transitivity(execution: Execution(threads: 1))]
      }
    }
    let expected = try estimate(1)
    for threads in [2, 3, 8] { #expect(try estimate(threads) == expected) }
    for (replicates, level) in [(0, 0.95), (10, 0), (10, 1)] {
      #expect(throws: ComparisonError.self) {
        try graph.vertexBootstrap(replicates: replicates, level: level) { graph, _ in [] }
      }
    }
  }
}
