import Foundation
import GraphMeasures
import GraphStructure
import Testing

@Suite("Coreness")
struct CorenessTests {
  /// Deletes nodes with fewer than *k* neighbors until none is left, for one *k* after the other.
  private func oracle(_ tied: [[Bool]]) -> [Int] {
    var coreness = [Int](repeating: 0, count: tied.count)
    for level in 1...(tied.count + 1) {
      var left = Set(tied.indices)
      while let weak = left.first(where: { node in left.count { tied[node][$0] } < level }) {
        left.remove(weak)
      }
      for node in left { coreness[node] = level }
    }
    return coreness
  }

  @Test("is the last core that survives repeated deletion", arguments: RandomGraph.seeds)
  func definition(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let tied = Oracle(RandomGraph(undirecting: sample)).isTied
    #expect(sample.graph.coreness() == oracle(tied))
  }

  @Test("so it is in larger graphs with nested cores", arguments: [2.0, 3.0])
  func nested(exponent: Double) {
    var generator = SplitMix64(seed: 21)
    let count = 60
    // Powers pull ends towards 0, where the cores lie one in the other.
    func end() -> Int {
      Int(Double(count) * pow(Double.random(in: 0..<1, using: &generator), exponent))
    }
    var tied = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    var edges: [(source: Int, target: Int)] = []
    for _ in 0..<500 {
      let (source, target) = (end(), end())
      edges.append((source, target))
      if source != target {
        tied[source][target] = true
        tied[target][source] = true
      }
    }
    let expected = oracle(tied)
    #expect(Set(expected).count > 3, "the graph has cores to tell apart")
    for isDirected in [false, true] {
      for parallelEdges in [ParallelEdges.merge, .keep] {
        let graph = KnownGraphs.graph(
          count, edges, isDirected: isDirected, parallelEdges: parallelEdges)
        #expect(graph.coreness() == expected)
      }
    }
  }

  @Test("Karate club: the 4-core has ten members (igraph, networkx)")
  func karate() {
    let coreness = KnownGraphs.karate.coreness()
    #expect(coreness.indices.filter { coreness[$0] == 4 } == [0, 1, 2, 3, 7, 8, 13, 30, 32, 33])
    #expect(coreness.indices.filter { coreness[$0] == 1 } == [11])
    #expect(coreness.max() == 4)
  }

  @Test("Shapes")
  func shapes() {
    #expect(KnownGraphs.complete(5).coreness() == [4, 4, 4, 4, 4])
    #expect(KnownGraphs.complete(4, isDirected: true).coreness() == [3, 3, 3, 3])
    #expect(KnownGraphs.cycle(4).coreness() == [2, 2, 2, 2])
    #expect(KnownGraphs.cycle(3, isDirected: true).coreness() == [2, 2, 2])
    #expect(KnownGraphs.path(4).coreness() == [1, 1, 1, 1])
    #expect(KnownGraphs.star(4).coreness() == [1, 1, 1, 1])
    #expect(KnownGraphs.star(4, isDirected: true).coreness() == [1, 1, 1, 1])
  }

  @Test("Isolated nodes, self loops and parallel edges hold nothing together")
  func degenerate() {
    #expect(KnownGraphs.graph(0, []).coreness() == [])
    #expect(KnownGraphs.graph(1, [(0, 0)]).coreness() == [0])
    #expect(KnownGraphs.graph(3, []).coreness() == [0, 0, 0])
    let doubled = KnownGraphs.graph(
      3, [(0, 1), (1, 0), (0, 1), (0, 0)], isDirected: true, parallelEdges: .keep)
    #expect(doubled.coreness() == [1, 1, 0])
  }
}
