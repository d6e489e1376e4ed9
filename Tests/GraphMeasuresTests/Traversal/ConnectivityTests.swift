import GraphMeasures
import GraphStructure
import Testing

@Suite("Edge and node connectivity of whole graphs")
struct ConnectivityTests {
  private func isJoined(_ tied: [[Bool]], _ source: Int, _ target: Int, without gone: Set<Int>)
    -> Bool
  {
    var reached: Set<Int> = [source]
    var open = [source]
    while let node = open.popLast() {
      for next in tied.indices
      where tied[node][next] && !gone.contains(next) && reached.insert(next).inserted {
        open.append(next)
      }
    }
    return reached.contains(target)
  }

  /// The least capacity of a set of nodes with the source but not the target (Ford, Fulkerson).
  private func leastCut(_ counts: [[Double]], _ source: Int, _ target: Int) -> Double {
    let count = counts.count
    return (0..<(1 << count)).filter { $0 >> source & 1 == 1 && $0 >> target & 1 == 0 }
      .map { side in
        var sum = 0.0
        for one in 0..<count where side >> one & 1 == 1 {
          for other in 0..<count where side >> other & 1 == 0 { sum += counts[one][other] }
        }
        return sum
      }.min() ?? 0
  }

  @Test("Edges: the least cut of all sets", arguments: RandomGraph.seeds)
  func edges(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    guard sample.nodeCount > 1, sample.nodeCount <= 8 else { return }
    let oracle = Oracle(sample)
    let isMerged = seed % 4 < 2
    let counts =
      isMerged
      ? oracle.isTied.map { $0.map { $0 ? 1.0 : 0 } } : oracle.values(byStrength: false)
    var least = Double.infinity
    for source in 0..<sample.nodeCount {
      for target in 0..<sample.nodeCount where source != target {
        let expected = leastCut(counts, source, target)
        least = min(least, expected)
        #expect(
          Double(sample.graph.edgeConnectivity(from: source, to: target)) == expected,
          "\(source) \(target)")
      }
    }
    #expect(Double(sample.graph.edgeConnectivity()) == least)
  }

  @Test("Nodes: the smallest of all sets that part someone", arguments: RandomGraph.seeds)
  func nodes(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    guard sample.nodeCount > 1, sample.nodeCount <= 8 else { return }
    let tied = Oracle(sample).isTied
    let count = sample.nodeCount
    func parts(_ gone: Set<Int>) -> Bool {
      let left = (0..<count).filter { !gone.contains($0) }
      return left.contains { source in
        left.contains { !isJoined(tied, source, $0, without: gone) }
      }
    }
    let sizes = (0..<(1 << count)).map { bits in Set((0..<count).filter { bits >> $0 & 1 == 1 }) }
      .filter { parts($0) }.map(\.count)
    #expect(sample.graph.nodeConnectivity() == sizes.min() ?? (count - 1))
    if let cut = sample.graph.smallestNodeCut() {
      #expect(cut.count == sizes.min())
      #expect(parts(Set(cut)))
    } else {
      #expect(sizes.isEmpty)
    }
  }

  @Test("Shapes, and Petersen's graph, which is 3-connected")
  func shapes() {
    #expect(KnownGraphs.complete(6).edgeConnectivity() == 5)
    #expect(KnownGraphs.complete(6).nodeConnectivity() == 5)
    #expect(KnownGraphs.complete(6).smallestNodeCut() == nil)
    #expect(KnownGraphs.cycle(6).edgeConnectivity() == 2)
    #expect(KnownGraphs.cycle(6, isDirected: true).nodeConnectivity() == 1)
    #expect(KnownGraphs.star(5).smallestNodeCut() == [0])
    #expect(KnownGraphs.graph(3, [(0, 1)]).smallestNodeCut() == [])
    #expect(KnownGraphs.graph(1, []).edgeConnectivity() == 0)
    #expect(KnownGraphs.graph(0, []).nodeConnectivity() == 0)
    var edges: [(Int, Int)] = []
    for node in 0..<5 {
      edges += [(node, (node + 1) % 5), (node, node + 5), (node + 5, (node + 2) % 5 + 5)]
    }
    let petersen = KnownGraphs.graph(10, edges)
    #expect(petersen.edgeConnectivity() == 3)
    #expect(petersen.nodeConnectivity() == 3)
  }
}
