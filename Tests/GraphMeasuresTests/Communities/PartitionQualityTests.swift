import GraphMeasures
import GraphStructure
import Testing

@Suite("Partitions and their quality")
struct PartitionQualityTests {
  @Test("Communities are numbered by their smallest nodes")
  func numbering() {
    let partition = Partition(["b", "a", "b", "c", "a"])
    #expect(partition.labels == [0, 1, 0, 2, 1])
    #expect(partition.sizes == [2, 2, 1])
    #expect(partition.count == 3)
    #expect(partition.members == [[0, 2], [1, 4], [3]])
    #expect(partition.nodes(of: 1) == [1, 4])
    #expect(partition == Partition([7, -3, 7, 0, -3]))
    #expect(Partition([Int]()).count == 0)
  }

  /// Of 7 edges each triangle holds 3, and its degrees add up to 7 of 14.
  @Test func twoTriangles() throws {
    let graph = KnownGraphs.twoTriangles
    let halves = Partition([0, 0, 0, 1, 1, 1])
    expectClose(try graph.modularity(of: halves), 5.0 / 14)
    expectClose(try graph.modularity(of: halves, resolution: 2), 6.0 / 7 - 1)
    // Each triangle: 3 edges of 3 pairs, at half a pair each.
    expectClose(try graph.constantPottsQuality(of: halves, resolution: 0.5), 3)
    expectClose(try graph.modularity(of: Partition([Int](repeating: 0, count: 6))), 0)
  }

  /// Two directed triangles and an arc from the first to the second: 6 of 7 arcs lie within; 4
  /// leave the first and 3 enter it.
  @Test func directedTriangles() throws {
    let graph = KnownGraphs.graph(
      6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (0, 3)], isDirected: true)
    let halves = Partition([0, 0, 0, 1, 1, 1])
    expectClose(try graph.modularity(of: halves), 6.0 / 7 - 2 * 12.0 / 49)
    // 3 arcs of 6 ordered pairs each, at a quarter of a pair.
    expectClose(try graph.constantPottsQuality(of: halves, resolution: 0.25), 2 * (3 - 1.5))
  }

  /// Brandes and others (On modularity clustering, 2008): the best modularity of the karate club, and
  /// the communities that have it.
  @Test func karate() throws {
    expectClose(try KnownGraphs.karate.modularity(of: .karate), 0.419790, 1e-6)
  }

  /// Fortunato and Barthélemy (Resolution limit in community detection, 2007): a ring of *q*
  /// cliques of *k* nodes.
  @Test(arguments: [(30, 5), (8, 3), (12, 4)])
  func ringOfCliques(cliques: Int, size: Int) throws {
    let graph = KnownGraphs.ringOfCliques(cliques, size)
    let (q, k) = (Double(cliques), Double(size))
    expectClose(
      try graph.modularity(of: Partition(graph.nodes.map { $0 / size })),
      1 - 2 / (k * (k - 1) + 2) - 1 / q)
    expectClose(
      try graph.modularity(of: Partition(graph.nodes.map { $0 / (2 * size) })),
      1 - 1 / (k * (k - 1) + 2) - 2 / q)
  }

  /// Brandes and others (2008): modularity is at least −½, as the sides of a complete bipartite graph
  /// have it.
  @Test func leastModularity() throws {
    let edges = (0..<3).flatMap { source in (3..<7).map { (source, $0) } }
    let sides = Partition([0, 0, 0, 1, 1, 1, 1])
    expectClose(try KnownGraphs.graph(7, edges).modularity(of: sides), -0.5)
  }

  @Test("Qualities are those of the sums over all pairs", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    var generator = SplitMix64(seed: seed + 500)
    for resolution in [0.3, 1, 2.5] {
      let labels = (0..<sample.nodeCount).map { _ in Int.random(in: 0...3, using: &generator) }
      let partition = Partition(labels)
      for values in EdgeValues.allCases {
        let oracle = QualityOracle(sample, values, resolution)
        expectClose(
          try sample.graph.modularity(of: partition, resolution: resolution, values: values),
          oracle.modularity(labels), 1e-9, "\(values) \(resolution)")
        expectClose(
          try sample.graph.constantPottsQuality(
            of: partition, resolution: resolution, values: values),
          oracle.constantPotts(labels), 1e-9, "\(values) \(resolution)")
      }
    }
  }

  @Test("Numbering nodes differently and turning arcs round change nothing")
  func symmetries() throws {
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      var generator = SplitMix64(seed: seed + 1000)
      let newNode = Array(0..<sample.nodeCount).shuffled(using: &generator)
      let labels = newNode.map { $0 % 3 }
      var moved = labels
      for node in newNode.indices { moved[newNode[node]] = labels[node] }
      let graph = sample.relabeled(Array(0..<sample.nodeCount))
      let modularity = try graph.modularity(of: Partition(labels), values: .strengths)
      expectClose(
        try sample.relabeled(newNode).modularity(of: Partition(moved), values: .strengths),
        modularity)
      expectClose(
        try graph.reversed.modularity(of: Partition(labels), values: .strengths), modularity)
      #expect(modularity >= -1 && modularity <= 1)
      if !graph.isDirected { #expect(modularity >= -0.5 - 1e-12) }
    }
  }

  @Test func degenerate() throws {
    let empty = KnownGraphs.graph(0, [])
    #expect(try empty.modularity(of: Partition([Int]())) == 0)
    #expect(try empty.constantPottsQuality(of: Partition([Int]()), resolution: 1) == 0)
    let edgeless = KnownGraphs.graph(3, [])
    #expect(try edgeless.modularity(of: Partition([0, 0, 1])) == 0)
    #expect(try edgeless.constantPottsQuality(of: Partition([0, 0, 1]), resolution: 2) == -2)
    let withoutStrength = KnownGraphs.graph(2, [(0, 1)], strengths: [0])
    #expect(try withoutStrength.modularity(of: Partition([0, 1]), values: .strengths) == 0)
    let loop = KnownGraphs.graph(1, [(0, 0)])
    #expect(try loop.modularity(of: Partition([0])) == 0)
    #expect(try loop.constantPottsQuality(of: Partition([0]), resolution: 1) == 1)
  }

  @Test("A resolution out of range is refused", arguments: [0, -1, Double.infinity, .nan])
  func badResolution(resolution: Double) {
    #expect(throws: MeasureError.self) {
      try KnownGraphs.karate.modularity(of: .karate, resolution: resolution)
    }
    #expect(throws: MeasureError.self) {
      try KnownGraphs.karate.constantPottsQuality(of: .karate, resolution: resolution)
    }
  }

  @Test func negativeStrength() {
    let graph = KnownGraphs.graph(3, [(0, 1), (1, 2)], strengths: [1, -2])
    #expect(throws: MeasureError.negativeStrength(-2, source: 1, target: 2)) {
      try graph.modularity(of: Partition([0, 0, 0]), values: .strengths)
    }
  }
}
