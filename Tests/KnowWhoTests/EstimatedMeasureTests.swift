import KnowWho
import Testing

/// Measures that are estimated, or computed for the highest scores only.
@Suite struct EstimatedMeasureTests {
  /// A ring whose nodes also know earlier ones, so that some are known by many.
  private static func graph(_ nodeCount: UInt32, isDirected: Bool = false) throws -> Graph {
    let nodes = Array(0..<nodeCount)
    return try Graph(
      nodeCount: nodes.count, sources: nodes + nodes,
      targets: nodes.map { ($0 + 1) % nodeCount } + nodes.map { $0 &* $0 / 7 % ($0 / 3 + 1) },
      isDirected: isDirected)
  }

  private func columns(
    _ name: String, _ graph: Graph, _ change: (inout NodeMeasure.Settings) -> Void
  ) throws -> [NodeMeasure.Column] {
    var settings = NodeMeasure.Settings()
    change(&settings)
    return try #require(NodeMeasure.named(name)).columns(graph, settings)
  }

  @Test(arguments: [false, true], [Scaling.raw, .scaled, .l2])
  func sampledBetweennessKeepsItsBounds(isDirected: Bool, scaling: Scaling) throws {
    let graph = try Self.graph(100, isDirected: isDirected)
    let exact = graph.betweenness(scaling: scaling)
    let columns = try columns("betweenness", graph) {
      $0.scaling = scaling
      $0.sampling = NodeMeasure.Sampling(epsilon: 0.05, confidence: 0.99, seed: 7)
    }
    #expect(columns.map(\.name) == ["betweenness", "betweenness_error"])
    // By the length of the estimates, which is itself an estimate, nothing is proven.
    if scaling != .l2 {
      for node in graph.nodes {
        #expect(abs(columns[0].scores[node] - exact[node]) <= columns[1].scores[node])
      }
    }
    if scaling == .scaled { #expect(columns[1].scores.allSatisfy { $0 > 0 && $0 <= 0.05 }) }
    for word in ["0.05", "0.99", "seed 7", "paths drawn"] {
      #expect(columns[0].convention.english.contains(word))
    }
  }

  @Test func estimatesCountSteps() throws {
    let graph = try Graph(
      nodeCount: 3, sources: [0, 1], targets: [1, 2], distances: [1, 2], isDirected: false)
    #expect(throws: MeasureError.stepsOnly(measure: "decay")) {
      try columns("decay", graph) { $0.lengths = .distances }
    }
    #expect(throws: MeasureError.stepsOnly(measure: "betweenness by samples")) {
      try columns("betweenness", graph) {
        $0.lengths = .distances
        $0.sampling = NodeMeasure.Sampling()
      }
    }
    #expect(throws: MeasureError.stepsOnly(measure: "harmonic by sketches")) {
      try columns("harmonic", graph) {
        $0.lengths = .distances
        $0.precision = 8
      }
    }
  }

  /// On a path of three the middle has two nodes a step away, an end one and one two steps away.
  @Test func decayOfAPath() throws {
    let path = try Graph(nodeCount: 3, edges: [(source: 0, target: 1), (source: 1, target: 2)])
    let raw = try columns("decay-centrality", path) { $0.scaling = .raw }
    #expect(raw[0].scores == [0.75, 1, 0.75])
    let scaled = try columns("decay", path) { $0.delta = 0.25 }
    #expect(scaled[0].scores == [0.625, 1, 0.625])
    #expect(throws: MeasureError.self) { try columns("decay", path) { $0.delta = 1 } }
  }

  /// What harmonic closeness by sketches says that it needs.
  private func sketchMemory(_ precision: Int, _ graph: Graph) throws -> Int {
    var settings = NodeMeasure.Settings()
    settings.precision = precision
    let measure = try #require(NodeMeasure.named("harmonic"))
    return measure.workingMemory(on: graph, settings).least
  }

  @Test func sketchesAreAsFineAsTheMemoryAllows() throws {
    let graph = try Self.graph(500)
    let exact = graph.harmonicCloseness()
    let ample = try columns("harmonic", graph) { $0.precision = 9 }
    // The error of one ball at precision 9 is 4.6 %; sums of them are off by no more than that, four
    // times over.
    for node in graph.nodes { #expect(abs(ample[0].scores[node] / exact[node] - 1) < 0.184) }
    #expect(
      ample[0].convention.english.contains("precision 9: ")
        && ample[0].convention.english.contains("4.6 %"))

    let room = try sketchMemory(6, graph)
    let narrow = try columns("harmonic", graph) {
      $0.precision = 9
      $0.execution = Execution(memoryLimit: room)
    }
    #expect(narrow[0].convention.english.contains("precision 6, the greatest that fits"))
    #expect(narrow[0].scores == (try columns("harmonic", graph) { $0.precision = 6 }[0].scores))
    let tooLittle = try sketchMemory(4, graph) - 1
    #expect(throws: MeasureError.self) {
      try columns("harmonic", graph) {
        $0.precision = 9
        $0.execution = Execution(memoryLimit: tooLittle)
      }
    }
  }

  @Test(arguments: [1, 10])
  func highestScoresAreThoseOfAll(top: Int) throws {
    let graph = try Self.graph(12_000)
    let all = try columns("harmonic", graph) { _ in }[0].scores
    let highest = try columns("harmonic", graph) { $0.top = top }[0].scores
    let least = try #require(all.sorted(by: >).dropFirst(top - 1).first)
    for node in graph.nodes where all[node] >= least { #expect(highest[node] == all[node]) }
    #expect(highest.count { !$0.isNaN } < 1000)
  }

  /// Where all nodes score the same, none may be left out.
  @Test func equalsOfTheLastAreKept() throws {
    let firsts = (0..<UInt32(5001)).map { 2 * $0 }
    let pairs = try Graph(nodeCount: 10_002, sources: firsts, targets: firsts.map { $0 + 1 })
    let scores = try columns("harmonic", pairs) { $0.top = 5 }[0].scores
    #expect(scores == pairs.harmonicCloseness())
  }

  @Test func betweennessInLittleMemoryGoesSourceBySource() throws {
    let graph = try Self.graph(1000)
    let measure = try #require(NodeMeasure.named("betweenness"))
    let memory = measure.workingMemory(on: graph, NodeMeasure.Settings())
    #expect(memory.leastPerThread < memory.perThread / 2)
    let ample = try columns("betweenness", graph) { _ in }[0].scores
    let narrow = try columns("betweenness", graph) {
      $0.execution = Execution(threads: 2, memoryLimit: memory.least)
    }[0].scores
    for node in graph.nodes {
      #expect(abs(narrow[node] - ample[node]) <= 1e-12 * max(ample[node], 1e-3))
    }
    let execution = Execution(threads: 3, memoryLimit: memory.least)
    #expect(memory.taken(by: execution) == memory.least)
    let roomy = Execution(threads: 3, memoryLimit: memory.total(threads: 2))
    #expect(memory.taken(by: roomy) == memory.total(threads: 2))
  }

  @Test(arguments: [false, true]) func meanDistanceIsWithinItsError(isDirected: Bool) throws {
    let graph = try Self.graph(1000, isDirected: isDirected)
    let exact = graph.distanceSummary().meanDistance
    for precision in [5, 7, 9] {
      let execution = Execution(memoryLimit: try sketchMemory(precision, graph))
      let estimate = try #require(DistanceEstimate(of: graph, execution: execution))
      #expect(estimate.precision == precision)
      #expect(estimate.standardError > 0)
      #expect(abs(estimate.meanDistance - exact) < 3 * estimate.standardError)
    }
    #expect(DistanceEstimate(of: graph, execution: Execution(memoryLimit: 1000)) == nil)
    #expect(DistanceEstimate(of: graph, execution: Execution(isCancelled: { true })) == nil)
  }

  @Test func diameterWithinATime() throws {
    let graph = try Self.graph(3000)
    #expect(
      graph.diameter(within: .seconds(60), execution: .standard) == graph.distanceSummary().diameter
    )
    #expect(graph.diameter(within: .zero, execution: .standard) == nil)
    let directed = try Self.graph(30, isDirected: true)
    #expect(
      directed.diameter(within: .seconds(60), execution: .standard)
        == directed.distanceSummary().diameter)
  }
}
