import GraphMeasures
import GraphStructure
import Testing

@Suite("Approximate betweenness")
struct ApproximateBetweennessTests {
  /// How far the worst score is from the exact one, and whether any is beyond its own bound.
  private func misses(_ sampled: ApproximateBetweenness, _ exact: [Double]) -> (Double, Bool) {
    let distances = zip(sampled.scores, exact).map { abs($0 - $1) }
    return (distances.max() ?? 0, zip(distances, sampled.errors).contains { $0 > $1 + 1e-12 })
  }

  /// The scaled scores that the definition gives.
  private func exactScores(_ sample: RandomGraph) -> [Double] {
    let count = Double(sample.nodeCount)
    guard count > 2 else { return Oracle(sample).betweenness(byTenths: false) }
    let pairs = (count - 1) * (count - 2) / (sample.isDirected ? 1 : 2)
    return Oracle(sample).betweenness(byTenths: false).map { $0 / pairs }
  }

  @Test("No score misses the exact one by more than its bound, but in few of many runs")
  func bound() throws {
    var runs = 0
    var failures = 0
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      let exact = exactScores(sample)
      for round in UInt64(0)..<5 {
        let sampled = try sample.graph.approximateBetweenness(
          epsilon: 0.1, confidence: 0.8, seed: 100 * seed + round, execution: Execution(threads: 1))
        #expect(sampled.greatestError <= 0.1)
        let (distance, isBeyond) = misses(sampled, exact)
        runs += 1
        if isBeyond { failures += 1 }
        // A miss by more than epsilon is also one by more than the error, which is less.
        #expect(isBeyond || distance <= 0.1)
      }
    }
    #expect(runs == 400)
    #expect(failures <= runs / 5)
  }

  @Test("The bounds are no wider than they must: halving them would fail too often")
  func boundIsUsed() throws {
    // In a ring every node has the same score, so many chances are taken at once.
    let ring = KnownGraphs.cycle(30)
    let exact = ring.betweenness()
    let failures = try (UInt64(0)..<60).count { seed in
      let sampled = try ring.approximateBetweenness(
        epsilon: 0.05, confidence: 0.5, seed: seed, execution: Execution(threads: 1))
      return zip(sampled.scores, exact).contains { abs($0 - $1) > 0.5 * 0.05 }
    }
    #expect(failures > 30)
  }

  @Test("Scores are right on average", arguments: [false, true])
  func unbiased(isDirected: Bool) throws {
    let graph = largeRandomGraph(seed: 5, isDirected: isDirected)
    let exact = graph.betweenness()
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    var sampleCount = 0
    for seed in UInt64(0)..<15 {
      let sampled = try graph.approximateBetweenness(epsilon: 0.05, seed: seed)
      sampleCount += sampled.sampleCount
      for node in graph.nodes { sums[node] += sampled.scores[node] * Double(sampled.sampleCount) }
    }
    let size = Double(sampleCount)
    for node in graph.nodes {
      // Five standard deviations of a share, and one sample where the share is next to nothing.
      let allowed = 5 * (exact[node] * (1 - exact[node]) / size).squareRoot() + 5 / size
      #expect(abs(sums[node] / size - exact[node]) <= allowed, "node \(node)")
    }
  }

  @Test("Equal seeds give equal bits on any number of threads, others others")
  func seeds() throws {
    let graph = largeRandomGraph(seed: 6, isDirected: false)
    let once = try graph.approximateBetweenness(
      epsilon: 0.05, seed: 7, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let again = try graph.approximateBetweenness(
        epsilon: 0.05, seed: 7, execution: Execution(threads: threads))
      #expect(again == once)
      #expect(bits(again.scores) == bits(once.scores) && bits(again.errors) == bits(once.errors))
    }
    #expect(try graph.approximateBetweenness(epsilon: 0.05, seed: 8).scores != once.scores)
  }

  @Test("Shapes whose scores are all or nothing are exact")
  func shapes() throws {
    for isDirected in [false, true] {
      let complete = try KnownGraphs.complete(6, isDirected: isDirected)
        .approximateBetweenness(epsilon: 0.05)
      #expect(complete.scores == [Double](repeating: 0, count: 6))
      #expect(complete.sampleCount > 0)
    }
    let star = try KnownGraphs.star(40).approximateBetweenness(epsilon: 0.02)
    #expect(abs(star.scores[0] - 1) <= 0.02)
    #expect(star.scores.dropFirst().allSatisfy { $0 == 0 })
    // Along a directed star nothing passes through its centre.
    let arrows = try KnownGraphs.star(40, isDirected: true).approximateBetweenness(epsilon: 0.1)
    #expect(arrows.scores.allSatisfy { $0 == 0 })
    let path = try KnownGraphs.path(3).approximateBetweenness(epsilon: 0.05)
    #expect(abs(path.scores[1] - 1) <= 0.05)
    #expect(path.scores[0] == 0 && path.scores[2] == 0)
  }

  @Test("Graphs without pairs to pass between score 0")
  func degenerate() throws {
    for nodeCount in 0...2 {
      let graph = KnownGraphs.graph(nodeCount, nodeCount == 2 ? [(0, 1), (1, 1)] : [])
      let sampled = try graph.approximateBetweenness()
      #expect(sampled.scores == [Double](repeating: 0, count: nodeCount))
      #expect(sampled.errors == sampled.scores && sampled.greatestError == 0)
      #expect(sampled.sampleCount == 0)
    }
    let loops = KnownGraphs.graph(4, [(0, 0), (1, 1)])
    let sampled = try loops.approximateBetweenness(epsilon: 0.2)
    #expect(sampled.scores == [0, 0, 0, 0] && sampled.greatestError <= 0.2)
  }

  @Test("Loops and parallel edges do not change a sample")
  func simplified() throws {
    let edges = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)]
    let plain = KnownGraphs.graph(5, edges)
    let doubled = KnownGraphs.graph(
      5, edges + [(1, 0), (3, 4), (2, 2)], parallelEdges: .keep)
    #expect(
      try plain.approximateBetweenness(epsilon: 0.05)
        == doubled.approximateBetweenness(epsilon: 0.05))
  }

  @Test("Scalings differ by their factor")
  func scaling() throws {
    for isDirected in [false, true] {
      let graph = largeRandomGraph(seed: 3, isDirected: isDirected)
      let scaled = try graph.approximateBetweenness(epsilon: 0.1)
      let raw = try graph.approximateBetweenness(epsilon: 0.1, scaling: .raw)
      let unit = try graph.approximateBetweenness(epsilon: 0.1, scaling: .l2)
      let pairs = 299.0 * 298 / (isDirected ? 1 : 2)
      expectClose(raw.scores, scaled.scores.map { $0 * pairs })
      expectClose(raw.errors, scaled.errors.map { $0 * pairs })
      expectClose(unit.scores.reduce(0) { $0 + $1 * $1 }, 1)
      expectClose(unit.errors[0] * scaled.scores[7], scaled.errors[0] * unit.scores[7])
    }
  }

  @Test("More paths than a number holds are drawn as likely")
  func manyPaths() throws {
    // Layers of two nodes, each tied to both of the next layer: 2⁹⁹⁸ shortest paths end to end.
    let layers = 1000
    var edges: [(Int, Int)] = []
    for node in 2..<2 * layers {
      let before = node / 2 * 2 - 2
      edges += [(before, node), (before + 1, node)]
    }
    let sampled = try KnownGraphs.graph(2 * layers, edges).approximateBetweenness(epsilon: 0.1)
    let count = 2.0 * Double(layers)
    for node in 0..<2 * layers {
      let before = Double(node / 2)
      // Of the pairs that it lies between, half of the paths; pairs of one layer are too few to tell.
      let exact = 2 * before * (Double(layers) - 1 - before) / ((count - 1) * (count - 2) / 2)
      #expect(abs(sampled.scores[node] - exact) <= sampled.errors[node] + 1e-5, "node \(node)")
    }
  }

  @Test("Bounds outside 0…1 are refused", arguments: [0, 1, -0.5, 2, .nan, .infinity])
  func refused(value: Double) {
    let graph = KnownGraphs.path(4)
    #expect(throws: MeasureError.self) { try graph.approximateBetweenness(epsilon: value) }
    #expect(throws: MeasureError.self) { try graph.approximateBetweenness(confidence: value) }
    let error = #expect(throws: MeasureError.self) {
      try graph.approximateBetweenness(epsilon: value)
    }
    #expect(error?.description.contains("epsilon") == true)
  }

  @Test("Progress rises to 1, a cancellation ends it")
  func execution() async throws {
    let graph = largeRandomGraph(seed: 4, isDirected: true)
    let (shares, continuation) = AsyncStream.makeStream(of: Double.self)
    _ = try graph.approximateBetweenness(
      epsilon: 0.1, execution: Execution(threads: 1, onProgress: { continuation.yield($0) }))
    continuation.finish()
    var last = 0.0
    for await share in shares {
      #expect(share >= last && share <= 1)
      last = share
    }
    #expect(last == 1)
    let cancelled = try graph.approximateBetweenness(
      epsilon: 1e-5, execution: Execution(threads: 2, isCancelled: { true }))
    #expect(cancelled.scores.count == 300)
  }
}
