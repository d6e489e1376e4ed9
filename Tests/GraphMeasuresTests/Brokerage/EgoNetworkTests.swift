import GraphMeasures
import GraphStructure
import Testing

@Suite("Constraint and effective size of ego networks")
struct EgoNetworkTests {
  /// The definition: the ego network is all there is.
  @Test("are those of whole networks that end with the contacts", arguments: RandomGraph.seeds)
  func definition(seed: UInt64) {
    let graph = RandomGraph(seed: seed).graph
    let constraint = graph.egoConstraint()
    let size = graph.egoEffectiveSize()
    let whole = graph.constraint()
    for node in graph.nodes {
      let contacts = Set(graph.successors(of: node) + graph.predecessors(of: node) + [node])
      let ego = contacts.sorted()
      let alone = graph.subgraph(of: ego)
      guard let place = ego.firstIndex(of: node) else { continue }
      expectClose(constraint[node], alone.constraint()[place])
      expectClose(size[node], alone.effectiveSize()[place])
      #expect(whole[node].isNaN || constraint[node] >= whole[node] - 1e-12)
    }
  }

  @Test("The ego network of Borgatti (1997)")
  func borgatti() {
    expectClose(KnownGraphs.borgattiEgo.egoConstraint()[6], 0.400, 0.0005)
    expectClose(KnownGraphs.borgattiEgo.egoEffectiveSize()[6], 4.67, 0.005)
  }

  @Test("Shapes, and nodes without contacts")
  func shapes() {
    expectClose(KnownGraphs.star(5).egoConstraint(), [0.25, 1, 1, 1, 1])
    expectClose(KnownGraphs.cycle(3).egoConstraint(), [1.125, 1.125, 1.125])
    expectClose(KnownGraphs.complete(5).egoEffectiveSize(), [1, 1, 1, 1, 1])
    for graph in [KnownGraphs.graph(1, []), KnownGraphs.graph(2, [], isDirected: true)] {
      #expect(graph.egoConstraint().allSatisfy { $0.isNaN })
      #expect(graph.egoEffectiveSize().allSatisfy { $0.isNaN })
    }
    #expect(KnownGraphs.graph(0, []).egoConstraint().isEmpty)
  }

  @Test("The same bits on any number of threads", arguments: [false, true])
  func threads(isDirected: Bool) {
    let graph = largeRandomGraph(seed: 3, isDirected: isDirected)
    let one = Execution(threads: 1)
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(
        bits(graph.egoConstraint(execution: execution))
          == bits(graph.egoConstraint(execution: one)))
      #expect(
        bits(graph.egoEffectiveSize(execution: execution))
          == bits(graph.egoEffectiveSize(execution: one)))
    }
  }
}
