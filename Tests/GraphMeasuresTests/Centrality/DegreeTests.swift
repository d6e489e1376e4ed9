import GraphMeasures
import GraphStructure
import Testing

@Suite("Degree and strength")
struct DegreeTests {
  @Test("Krackhardt's kite")
  func kite() {
    #expect(KnownGraphs.kite.degree() == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1])
  }

  @Test("are the sums over edge ends", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let keepsParallels = seed % 4 >= 2
    var degree = [Direction: [Int]]()
    var strength = [Direction: [Double]]()
    for direction in Direction.allCases {
      degree[direction] = [Int](repeating: 0, count: sample.nodeCount)
      strength[direction] = [Double](repeating: 0, count: sample.nodeCount)
    }
    var seen: Set<[Int]> = []
    for edge in sample.edges {
      let ends = [edge.source, edge.target]
      let isNew = seen.insert(sample.isDirected ? ends : ends.sorted()).inserted
      for direction in Direction.allCases {
        let counted: [Int]
        if sample.isDirected {
          counted = [direction == .outgoing ? edge.source : edge.target]
        } else {
          counted = ends
        }
        for node in counted {
          if isNew || keepsParallels { degree[direction]?[node] += 1 }
          strength[direction]?[node] += edge.strength
        }
      }
    }
    for direction in Direction.allCases {
      #expect(sample.graph.degree(direction: direction) == degree[direction])
      expectClose(sample.graph.strength(direction: direction), strength[direction] ?? [])
    }
    let total = sample.graph.degree().reduce(0, +)
    #expect(total == (sample.isDirected ? 1 : 2) * sample.graph.edgeCount)
  }

  @Test("Scaling")
  func scaling() {
    expectClose(KnownGraphs.star(5).degree(scaling: .scaled), [1, 0.25, 0.25, 0.25, 0.25])
    expectClose(KnownGraphs.star(5).degree(scaling: .raw), [4, 1, 1, 1, 1])
    let unit = KnownGraphs.star(5).degree(scaling: .l2)
    expectClose(unit.reduce(0) { $0 + $1 * $1 }, 1)
    expectClose(unit[0] / unit[1], 4)
    expectClose(KnownGraphs.graph(1, []).degree(scaling: .scaled), [0])
    expectClose(KnownGraphs.graph(2, []).degree(scaling: .l2), [0, 0])
  }

  @Test("A self loop counts twice in an undirected graph, once each way in a directed one")
  func loops() {
    let undirected = KnownGraphs.graph(2, [(0, 0), (0, 1)], strengths: [3, 5])
    #expect(undirected.degree() == [3, 1])
    #expect(undirected.strength() == [11, 5])
    let directed = KnownGraphs.graph(2, [(0, 0), (0, 1)], isDirected: true, strengths: [3, 5])
    #expect(directed.degree() == [2, 0])
    #expect(directed.degree(direction: .incoming) == [1, 1])
    #expect(directed.strength(direction: .incoming) == [3, 5])
    #expect(KnownGraphs.path(3).strength() == [1, 2, 1])
  }
}
