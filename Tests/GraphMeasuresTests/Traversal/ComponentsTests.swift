import GraphMeasures
import GraphStructure
import Testing

@Suite("Components")
struct ComponentsTests {
  @Test("are the classes of mutual reach", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let distance = Oracle(sample).distances()
    let weak = Oracle(RandomGraph(undirecting: sample)).distances()
    let components = sample.graph.components()
    let strong = sample.graph.strongComponents()
    for node in sample.graph.nodes {
      for other in sample.graph.nodes {
        #expect(
          (components.labels[node] == components.labels[other])
            == (weak[node][other] < Oracle.far))
        #expect(
          (strong.labels[node] == strong.labels[other])
            == (distance[node][other] < Oracle.far && distance[other][node] < Oracle.far))
      }
    }
    for parts in [components, strong] {
      let firstNodes = (0..<parts.count).map { parts.nodes(of: $0).first ?? -1 }
      #expect(firstNodes == firstNodes.sorted(), "numbered by their smallest nodes")
      #expect(parts.sizes == (0..<parts.count).map { parts.nodes(of: $0).count })
      #expect(parts.sizes.reduce(0, +) == sample.nodeCount)
      #expect(parts.sizes.allSatisfy { $0 > 0 })
    }
  }

  @Test("The largest is the first of the greatest size")
  func largest() {
    let graph = KnownGraphs.graph(6, [(1, 2), (4, 5)])
    let components = graph.components()
    #expect(components.labels == [0, 1, 1, 2, 3, 3])
    #expect(components.sizes == [1, 2, 1, 2])
    #expect(components.largest == 1)
    #expect(KnownGraphs.graph(0, []).components().largest == nil)
  }

  @Test("A long path needs no deep stack")
  func longPath() {
    #expect(KnownGraphs.path(200_000, isDirected: true).strongComponents().count == 200_000)
    #expect(KnownGraphs.cycle(200_000, isDirected: true).strongComponents().count == 1)
    #expect(KnownGraphs.path(200_000, isDirected: true).components().count == 1)
  }
}
