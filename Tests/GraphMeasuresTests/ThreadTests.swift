import GraphMeasures
import GraphStructure
import Testing

@Suite("Threads, cancellation and progress")
struct ThreadTests {
  /// Every score of every measure, one list a measure.
  private func allScores(of graph: Graph, _ execution: Execution) throws -> [String: [Double]] {
    let summary = graph.distanceSummary(execution: execution)
    let classes = graph.nodes.map { $0 % 4 - 1 }
    let eigenvector = try graph.eigenvectorCentrality(values: .strengths, execution: execution)
    return [
      "summary": summary.pairCounts.map { Double($0) },
      "eccentricity": graph.eccentricity(execution: execution).map { Double($0) },
      "reach": graph.reach(within: 3, execution: execution).counts.map { Double($0) },
      "class reach": graph.reach(within: 3, classes: classes, execution: execution)
        .counts.map { Double($0) },
      "closeness": graph.closeness(execution: execution).scores,
      "closeness by distances":
        try graph.closeness(lengths: .distances, execution: execution).scores,
      "harmonic": graph.harmonicCloseness(execution: execution),
      "harmonic by distances":
        try graph.harmonicCloseness(lengths: .distances, execution: execution),
      "decay": try graph.decay(delta: 0.3, execution: execution),
      "HyperBall": try graph.approximateHarmonicCloseness(precision: 6, execution: execution),
      "approximate reach": try graph.approximateReach(
        within: 3, precision: 6, execution: execution
      ).estimates,
      "betweenness": graph.betweenness(execution: execution),
      "betweenness by distances":
        try graph.betweenness(lengths: .distances, execution: execution),
      "edge betweenness": graph.edgeBetweenness(execution: execution),
      "edge betweenness by distances":
        try graph.edgeBetweenness(lengths: .distances, execution: execution),
      "eigenvector": eigenvector.scores + [eigenvector.eigenvalue],
      "PageRank": try graph.pageRank(values: .strengths, execution: execution),
      "Katz": try graph.katz(alpha: 0.1, execution: execution),
      "hubs": try graph.hits(execution: execution).hubs,
      "triangles": graph.triangleCounts(execution: execution).map { Double($0) },
      "constraint": try graph.constraint(values: .strengths, execution: execution),
      "effective size": try graph.effectiveSize(values: .strengths, execution: execution),
    ]
  }

  @Test("All scores are the same bits on 1, 2, 3 and 8 threads", arguments: [false, true])
  func threads(isDirected: Bool) throws {
    let graph = largeRandomGraph(seed: 11, isDirected: isDirected)
    let expected = try allScores(of: graph, Execution(threads: 1))
    for threads in [2, 3, 8] {
      let scores = try allScores(of: graph, Execution(threads: threads))
      for (measure, values) in expected {
        #expect(bits(scores[measure] ?? []) == bits(values), "\(measure) on \(threads) threads")
      }
    }
  }

  @Test("So are those of matrices that are cut into several chunks")
  func matrixChunks() throws {
    var generator = SplitMix64(seed: 5)
    let count = 20_000
    let edges = (0..<60_000).map { _ in
      (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    }
    let graph = KnownGraphs.graph(count, edges, isDirected: true)
    let expected = try graph.pageRank(tolerance: 1e-4, execution: Execution(threads: 1))
    let triangles = graph.triangleCounts(execution: Execution(threads: 1))
    let undirected = graph.undirected
    let walked = try undirected.pageRank(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(bits(try graph.pageRank(tolerance: 1e-4, execution: execution)) == bits(expected))
      #expect(bits(try undirected.pageRank(execution: execution)) == bits(walked))
      #expect(graph.triangleCounts(execution: execution) == triangles)
    }
  }

  @Test("A cancelled measure returns with as many scores as nodes")
  func cancelled() throws {
    let graph = largeRandomGraph(seed: 12, isDirected: false)
    let execution = Execution(threads: 2, isCancelled: { true })
    for (measure, scores) in try allScores(of: graph, execution) where measure != "summary" {
      let expected =
        switch measure {
        case "reach", "approximate reach": 900
        case "class reach": 2700
        case "eigenvector": 301
        case "edge betweenness", "edge betweenness by distances": graph.outgoing.arcCount
        default: 300
        }
      #expect(scores.count == expected, "\(measure)")
    }
  }

  @Test("Progress ends at 1 and stays within 0…1")
  func progress() async throws {
    let graph = largeRandomGraph(seed: 13, isDirected: false)
    let measures: [@Sendable (Execution) throws -> Void] = [
      { _ = graph.betweenness(execution: $0) }, { _ = try graph.pageRank(execution: $0) },
      { _ = try graph.eigenvectorCentrality(execution: $0) },
      { _ = try graph.hyperBall(execution: $0) },
      { _ = try graph.approximateReach(within: 2, execution: $0) },
    ]
    for measure in measures {
      let (shares, continuation) = AsyncStream.makeStream(of: Double.self)
      try measure(Execution(threads: 1, onProgress: { continuation.yield($0) }))
      continuation.finish()
      var last = -1.0
      for await share in shares {
        #expect(share >= 0 && share <= 1)
        last = share
      }
      #expect(last == 1)
    }
  }
}
