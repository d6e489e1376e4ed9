import Foundation
import GraphMeasures
import GraphStructure
import Testing

@Suite("Burt's hierarchy")
struct HierarchyTests {
  /// The coefficient of disorder of what each contact adds to the constraint, by its formula.
  private func hierarchy(_ parts: [Double]) -> Double {
    guard parts.count > 1 else { return .nan }
    let mean = parts.reduce(0, +) / Double(parts.count)
    let sum = parts.reduce(0) { $0 + ($1 > 0 ? $1 / mean * log($1 / mean) : 0) }
    return sum / (Double(parts.count) * log(Double(parts.count)))
  }

  /// What each contact of a node adds to its constraint, with shares of all ties or of those among
  /// the node and its contacts.
  private func parts(_ tie: [[Double]], _ node: Int, ego: Bool) -> [Double] {
    let contacts = tie.indices.filter { tie[node][$0] > 0 }
    func share(_ from: Int, _ to: Int) -> Double {
      let counted = ego ? contacts + [node] : Array(tie.indices)
      return tie[from][to] / counted.reduce(0) { $0 + tie[from][$1] }
    }
    return contacts.map { contact in
      let invested =
        share(node, contact)
        + contacts.filter { $0 != contact }
        .reduce(0) { $0 + share(node, $1) * share($1, contact) }
      return invested * invested
    }
  }

  @Test("is the disorder of constraints, in both conventions", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    for values in EdgeValues.allCases {
      let tie = Oracle(sample).mutualTies(byStrength: values == .strengths)
      let expected = graph.nodes.map { hierarchy(parts(tie, $0, ego: false)) }
      expectClose(try graph.hierarchy(values: values), expected)
      if values == .ones {
        expectClose(graph.hierarchy(), expected)
        expectClose(
          graph.egoHierarchy(), graph.nodes.map { hierarchy(parts(tie, $0, ego: true)) })
      }
    }
    for score in graph.hierarchy() + graph.egoHierarchy() where !score.isNaN {
      #expect(score >= 0 && score <= 1)
    }
  }

  @Test("Contacts that are alike leave none; one to whom all others are tied brings it")
  func shapes() {
    expectClose(KnownGraphs.star(5).hierarchy(), [0, .nan, .nan, .nan, .nan])
    #expect(KnownGraphs.complete(5).hierarchy() == [0, 0, 0, 0, 0])
    #expect(KnownGraphs.complete(5).egoHierarchy() == [0, 0, 0, 0, 0])
    // All others are tied to 1: they are node 0's only way, but for node 1.
    let partner = KnownGraphs.graph(8, (1..<8).map { (0, $0) } + (2..<8).map { (1, $0) })
    let spread = KnownGraphs.graph(8, (1..<8).map { (0, $0) } + [(1, 2), (3, 4), (5, 6)])
    #expect(partner.hierarchy()[0] > 0.2)
    #expect(spread.hierarchy()[0] < 0.05)
  }

  @Test("Numbering anew moves scores along, reversal and doubled strengths change nothing")
  func laws() throws {
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      let (moved, newNode) = shuffled(sample, seed: seed)
      let graph = sample.relabeled(Array(0..<sample.nodeCount))
      let (scores, after) = (graph.hierarchy(), moved.hierarchy())
      expectClose(newNode.map { after[$0] }, scores)
      expectClose(graph.reversed.hierarchy(), scores)
      let ego = moved.egoHierarchy()
      expectClose(newNode.map { ego[$0] }, graph.egoHierarchy())
    }
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    #expect(KnownGraphs.graph(0, []).hierarchy() == [])
    expectClose(KnownGraphs.graph(3, [(0, 0), (1, 2)]).hierarchy(), [.nan, .nan, .nan])
    expectClose(KnownGraphs.graph(3, [(0, 0), (1, 2)]).egoHierarchy(), [.nan, .nan, .nan])
    let none = KnownGraphs.graph(3, [(0, 1), (0, 2)], strengths: [0, 0])
    expectClose(try none.hierarchy(values: .strengths), [.nan, .nan, .nan])
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.hierarchy(values: .strengths)
    }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many scores when cancelled")
  func threads() {
    let graph = largeRandomGraph(seed: 47, isDirected: true)
    let one = Execution(threads: 1)
    let (first, ego) = (graph.hierarchy(execution: one), graph.egoHierarchy(execution: one))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(bits(graph.hierarchy(execution: execution)) == bits(first))
      #expect(bits(graph.egoHierarchy(execution: execution)) == bits(ego))
    }
    let cancelled = Execution(isCancelled: { true })
    #expect(graph.hierarchy(execution: cancelled).count == 300)
    #expect(graph.egoHierarchy(execution: cancelled).count == 300)
  }
}
