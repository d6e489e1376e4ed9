import GraphMeasures
import GraphStructure
import Testing

@Suite("Biconnected components")
struct BiconnectedComponentsTests {
  typealias Edge = (source: Int, target: Int)

  /// The part of each node where directions do not matter and one node may be missing.
  private func parts(_ count: Int, _ edges: [Edge], without missing: Int? = nil) -> [Int] {
    var part = Array(0..<count)
    for _ in 0..<count {
      for edge in edges where edge.source != missing && edge.target != missing {
        let least = min(part[edge.source], part[edge.target])
        part[edge.source] = least
        part[edge.target] = least
      }
    }
    return part
  }

  @Test("agree with what falls apart when nodes and edges are taken away", arguments: 0..<160)
  func oracle(number: Int) {
    var generator = SplitMix64(seed: UInt64(number))
    let count = Int.random(in: 1...12, using: &generator)
    let isDirected = number % 2 == 1
    let edges: [Edge] = (0..<Int.random(in: 0...(count + 3), using: &generator)).map { _ in
      (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    }
    let graph = KnownGraphs.graph(
      count, edges, isDirected: isDirected, parallelEdges: number % 4 < 2 ? .merge : .keep)
    var arcs: [(arc: Int, source: Int, target: Int)] = []
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        arcs.append((arc, node, Int(graph.outgoing.ends[arc])))
      }
    }
    // Each edge once: in an undirected graph by its first arc.
    let distinct = arcs.filter {
      $0.source != $0.target && (graph.isDirected || $0.source < $0.target)
    }
    let plain = distinct.map { ($0.source, $0.target) }
    let result = graph.biconnectedComponents()

    let partCount = Set(parts(count, plain)).count
    let articulation = graph.nodes.filter { node in
      var labels = parts(count, plain, without: node)
      labels.remove(at: node)
      return Set(labels).count > partCount
    }
    #expect(result.articulationNodes == articulation)
    #expect(graph.articulationNodes() == articulation)

    let bridges = distinct.indices.filter { index in
      var rest = plain
      rest.remove(at: index)
      return Set(parts(count, rest)).count > partCount
    }
    #expect(
      result.bridges == bridges.map { .init(source: plain[$0].0, target: plain[$0].1) })

    // Edges belong together if no node whose absence leaves them in different parts.
    let partsWithout = graph.nodes.map { parts(count, plain, without: $0) }
    func belongTogether(_ first: Edge, _ second: Edge) -> Bool {
      graph.nodes.allSatisfy { node in
        let ends = [first, second].map { $0.source == node ? $0.target : $0.source }
        return partsWithout[node][ends[0]] == partsWithout[node][ends[1]]
      } && parts(count, plain)[first.source] == parts(count, plain)[second.source]
    }
    for first in arcs {
      let label = result.labels[first.arc]
      #expect((label < 0) == (first.source == first.target))
      guard label >= 0 else { continue }
      for second in arcs where second.source != second.target {
        let isOneEdge =
          first.arc == second.arc
          || belongTogether((first.source, first.target), (second.source, second.target))
        #expect((label == result.labels[second.arc]) == isOneEdge)
      }
    }
    let sizes = (0..<result.count).map { label in
      distinct.filter { result.labels[$0.arc] == label }.count
    }
    #expect(result.edgeCounts == sizes)
    // In the order of their first arcs.
    var seen = 0
    for label in result.labels where label >= 0 {
      #expect(label <= seen)
      seen = max(seen, label + 1)
    }
  }

  @Test("Shapes")
  func shapes() {
    let path = KnownGraphs.path(4).biconnectedComponents()
    #expect(path.articulationNodes == [1, 2])
    #expect(path.edgeCounts == [1, 1, 1])
    #expect(path.bridges.map(\.source) == [0, 1, 2])
    #expect(path.bridges.map(\.target) == [1, 2, 3])
    #expect(KnownGraphs.star(5).articulationNodes() == [0])
    for whole in [KnownGraphs.cycle(5), KnownGraphs.complete(5)] {
      let components = whole.biconnectedComponents()
      #expect(components.edgeCounts == [whole.edgeCount])
      #expect(components.articulationNodes == [] && components.bridges == [])
    }
    // The kite's tail: Heather (7), Ike (8), Jane (9).
    #expect(KnownGraphs.kite.articulationNodes() == [7, 8])
    for graph in [
      KnownGraphs.graph(0, []), KnownGraphs.graph(3, []), KnownGraphs.graph(1, [(0, 0)]),
    ] {
      let components = graph.biconnectedComponents()
      #expect(components.count == 0 && components.articulationNodes == [])
      #expect(components.labels.allSatisfy { $0 == -1 })
    }
    let double = KnownGraphs.graph(2, [(0, 1), (1, 0)], parallelEdges: .keep)
    #expect(double.biconnectedComponents().edgeCounts == [2])
    #expect(double.biconnectedComponents().bridges == [])
  }

  @Test("A path of 200,000 nodes needs no stack of that depth")
  func longPath() {
    let components = KnownGraphs.path(200_000).biconnectedComponents()
    #expect(components.count == 199_999)
    #expect(components.articulationNodes.count == 199_998)
  }
}
