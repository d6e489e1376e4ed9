import GraphMeasures
import GraphStructure
import Testing

@Suite("Distances and shortest paths")
struct DistancesTests {
  @Test(
    "In a larger graph every node is a step behind its nearest predecessor",
    arguments: [false, true])
  func smallWorld(isDirected: Bool) {
    // A crowd within few steps, a chain that leads away from it, and parts that nothing leads to.
    var generator = SplitMix64(seed: 23)
    let crowd = 2000
    let count = 2400
    var edges = (0..<20_000).map { _ in
      (Int.random(in: 0..<crowd, using: &generator), Int.random(in: 0..<crowd, using: &generator))
    }
    edges += (crowd..<2299).map { ($0, $0 + 1) } + [(7, crowd)]
    let graph = KnownGraphs.graph(count, edges, isDirected: isDirected)
    for source in [0, 7, 2250] {
      for direction in [Direction.outgoing, .incoming] {
        let distance = graph.distances(from: source, direction: direction)
        #expect(distance[source] == 0)
        for node in graph.nodes where node != source {
          let before =
            direction == .outgoing ? graph.predecessors(of: node) : graph.successors(of: node)
          let nearest = before.map { distance[$0] }.filter { $0 >= 0 }.min()
          #expect(distance[node] == nearest.map { $0 + 1 } ?? Graph.unreachable)
        }
      }
    }
  }

  @Test("agree with Floyd and Warshall", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    let steps = oracle.distances()
    let tenths = oracle.distances(byTenths: true)
    for source in sample.graph.nodes {
      let forward = sample.graph.distances(from: source)
      let backward = sample.graph.distances(from: source, direction: .incoming)
      let lengths = try sample.graph.distances(from: source, lengths: .distances)
      let backwardLengths = try sample.graph.distances(
        from: source, lengths: .distances, direction: .incoming)
      for target in sample.graph.nodes {
        let expected = steps[source][target]
        #expect(forward[target] == (expected < Oracle.far ? expected : Graph.unreachable))
        let reverse = steps[target][source]
        #expect(backward[target] == (reverse < Oracle.far ? reverse : Graph.unreachable))
        let length = tenths[source][target]
        expectClose(lengths[target], length < Oracle.far ? Double(length) / 10 : .infinity)
        let reverseLength = tenths[target][source]
        expectClose(
          backwardLengths[target],
          reverseLength < Oracle.far ? Double(reverseLength) / 10 : .infinity)
      }
    }
  }

  @Test("Paths have the length of the distance, follow arcs, and are the first of their kind")
  func paths() throws {
    for seed in RandomGraph.seeds {
      let graph = RandomGraph(seed: seed).graph
      for source in graph.nodes {
        let distances = graph.distances(from: source)
        for target in graph.nodes {
          let path = graph.shortestPath(from: source, to: target)
          guard distances[target] != Graph.unreachable else {
            #expect(path == nil)
            continue
          }
          let found = try #require(path)
          #expect(found.count == distances[target] + 1)
          #expect(found.first == source && found.last == target)
          for (node, next) in zip(found, found.dropFirst()) {
            #expect(graph.hasArc(from: node, to: next))
            // No smaller node would have done.
            let sooner = graph.successors(of: node).filter { $0 < next }
            for other in sooner {
              #expect(
                graph.distances(from: other)[target] != graph.distances(from: next)[target])
            }
          }
        }
      }
    }
  }

  @Test("A path against the arcs is found in the other direction")
  func direction() {
    let path = KnownGraphs.path(4, isDirected: true)
    #expect(path.shortestPath(from: 0, to: 3) == [0, 1, 2, 3])
    #expect(path.shortestPath(from: 3, to: 0) == nil)
    #expect(path.shortestPath(from: 3, to: 0, direction: .incoming) == [3, 2, 1, 0])
    #expect(path.shortestPath(from: 2, to: 2) == [2])
    #expect(path.distances(from: 3, direction: .incoming) == [3, 2, 1, 0])
    #expect(path.distances(from: 3) == [-1, -1, -1, 0])
  }

  @Test("Steps as lengths are the distances in steps")
  func stepsAsLengths() throws {
    let graph = KnownGraphs.graph(4, [(0, 1), (1, 2)], distances: [5, 7])
    #expect(try graph.distances(from: 0, lengths: .steps) == [0, 1, 2, .infinity])
    #expect(try graph.distances(from: 0, lengths: .distances) == [0, 5, 12, .infinity])
  }

  @Test("A detour of short arcs beats a long one; of parallel arcs the shortest counts")
  func detour() throws {
    let graph = KnownGraphs.graph(
      3, [(0, 2), (0, 1), (1, 2), (1, 2)], distances: [10, 2, 9, 3], parallelEdges: .keep)
    #expect(try graph.distances(from: 0, lengths: .distances) == [0, 2, 5])
  }

  @Test("Distances that are absent, 0 or below are refused, and named")
  func errors() {
    #expect(throws: MeasureError.noDistances) {
      try KnownGraphs.path(3).distances(from: 0, lengths: .distances)
    }
    for bad in [0.0, -1] {
      let graph = KnownGraphs.graph(
        4, [(0, 1), (2, 3)], isDirected: true, distances: [1, bad])
      #expect(throws: MeasureError.distanceNotPositive(bad, source: 2, target: 3)) {
        try graph.distances(from: 0, lengths: .distances)
      }
      #expect(throws: MeasureError.distanceNotPositive(bad, source: 2, target: 3)) {
        try graph.betweenness(lengths: .distances)
      }
      #expect(throws: MeasureError.distanceNotPositive(bad, source: 2, target: 3)) {
        try graph.closeness(lengths: .distances)
      }
      #expect(throws: MeasureError.distanceNotPositive(bad, source: 2, target: 3)) {
        try graph.harmonicCloseness(lengths: .distances)
      }
    }
  }
}
