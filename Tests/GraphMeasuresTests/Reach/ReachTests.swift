import GraphMeasures
import GraphStructure
import Testing

@Suite("Reach")
struct ReachTests {
  @Test("counts who is near by the distance matrix", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let distance = Oracle(sample).distances()
    var generator = SplitMix64(seed: seed)
    let classes = graph.nodes.map { _ in Int.random(in: -1...2, using: &generator) }
    for direction in Direction.allCases {
      let reach = graph.reach(within: 4, direction: direction)
      let byClass = graph.reach(within: 4, classes: classes, direction: direction)
      #expect(byClass.classCount == (classes.max() ?? -1) + 1)
      for node in graph.nodes {
        for steps in 1...4 {
          let near = graph.nodes.filter {
            let away = direction == .outgoing ? distance[node][$0] : distance[$0][node]
            return $0 != node && away <= steps
          }
          #expect(reach[node, within: steps] == near.count)
          #expect(reach.counts(within: steps)[node] == near.count)
          for nodeClass in 0..<byClass.classCount {
            #expect(
              byClass[node, within: steps, of: nodeClass]
                == near.filter { classes[$0] == nodeClass }.count)
          }
        }
      }
    }
  }

  @Test("A path: two steps reach two on either side")
  func path() {
    let reach = KnownGraphs.path(6).reach(within: 2)
    #expect(reach.counts(within: 1) == [1, 2, 2, 2, 2, 1])
    #expect(reach.counts(within: 2) == [2, 3, 4, 4, 3, 2])
    #expect(reach.limit == 2)
  }

  @Test("Where no one is counted there are no classes")
  func noClass() {
    let reach = KnownGraphs.path(3).reach(within: 2, classes: [-1, -1, -1])
    #expect(reach.classCount == 0)
    #expect(reach.counts.isEmpty)
    #expect(KnownGraphs.graph(0, []).reach(within: 3).counts.isEmpty)
    #expect(KnownGraphs.graph(2, []).reach(within: 3).counts == [0, 0, 0, 0, 0, 0])
  }
}
