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

  @Test("In a larger graph labels that spread along edges agree", arguments: [false, true])
  func giant(isDirected: Bool) {
    // About as many edges as nodes: one component holds most nodes, hundreds are small.
    var generator = SplitMix64(seed: 17)
    let count = 5000
    let edges = (0..<4500).map { _ in
      (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    }
    var smallest = Array(0..<count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (source, target) in edges where smallest[source] != smallest[target] {
        let least = min(smallest[source], smallest[target])
        smallest[source] = least
        smallest[target] = least
        hasChanged = true
      }
    }
    let components = KnownGraphs.graph(count, edges, isDirected: isDirected).components()
    var next = 0
    var number: [Int: Int] = [:]
    let expected = smallest.map { least in
      if let known = number[least] { return known }
      number[least] = next
      next += 1
      return next - 1
    }
    #expect(components.labels == expected)
    #expect((components.sizes.max() ?? 0) > count / 2 && components.count > 100)
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
