import GraphMeasures
import GraphStructure
import Testing

@Suite("Two-mode clustering")
struct TwoModeClusteringTests {
  private func graph(_ first: Int, _ second: Int, _ edges: [(Int, Int)]) throws -> TwoModeGraph {
    try TwoModeGraph(
      firstCount: first, secondCount: second, first: edges.map { UInt32($0.0) },
      second: edges.map { UInt32($0.1) })
  }

  /// Networkx 3.6.1 on the table of Davis, Gardner and Gardner with 89 ties.
  @Test("Davis's women (networkx)")
  func davis() {
    expectClose(KnownGraphs.davis.clustering(), 0.46776406035665297, 1e-12)
  }

  @Test("follow their definitions", arguments: UInt64(0)..<40)
  func oracle(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sizes = (Int.random(in: 1...7, using: &generator), Int.random(in: 1...7, using: &generator))
    let edges = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
      (
        Int.random(in: 0..<sizes.0, using: &generator),
        Int.random(in: 0..<sizes.1, using: &generator)
      )
    }
    let found = try graph(sizes.0, sizes.1, edges)
    let nodes = 0..<(sizes.0 + sizes.1)
    var tied = nodes.map { _ in nodes.map { _ in false } }
    for (first, second) in edges {
      tied[first][sizes.0 + second] = true
      tied[sizes.0 + second][first] = true
    }
    var (paths, closed) = (0, 0)
    for a in nodes {
      for b in nodes where tied[a][b] {
        for c in nodes where c != a && tied[b][c] {
          for d in nodes where d != b && d != a && tied[c][d] {
            paths += 1
            closed += tied[d][a] ? 1 : 0
          }
        }
      }
    }
    expectClose(found.clustering(), Double(closed) / Double(paths))
    for share in NeighborShare.allCases {
      let expected = nodes.map { node -> Double in
        let own = Set(nodes.filter { tied[node][$0] })
        let shares = nodes.compactMap { other -> Double? in
          let others = Set(nodes.filter { tied[other][$0] })
          let common = own.intersection(others).count
          guard other != node, common > 0 else { return nil }
          let whole =
            switch share {
            case .either: own.union(others).count
            case .fewer: min(own.count, others.count)
            case .more: max(own.count, others.count)
            }
          return Double(common) / Double(whole)
        }
        return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
      }
      expectClose(found.localClustering(sharing: share), expected, 1e-12, "\(share)")
    }
    let turned = try graph(sizes.1, sizes.0, edges.map { ($0.1, $0.0) })
    expectClose(turned.clustering(), found.clustering())
  }

  @Test("All meet at all events; a tree closes nothing; parallel edges and hardly anything")
  func shapes() throws {
    let full = try graph(3, 4, (0..<3).flatMap { first in (0..<4).map { (first, $0) } })
    #expect(full.clustering() == 1)
    #expect(full.localClustering() == [Double](repeating: 1, count: 7))
    let tree = try graph(2, 3, [(0, 0), (0, 1), (1, 1), (1, 2)])
    #expect(tree.clustering() == 0)
    expectClose(tree.localClustering(), [1.0 / 3, 1.0 / 3, 0.5, 0.5, 0.5])
    let parallel = try TwoModeGraph(
      firstCount: 2, secondCount: 2, first: [0, 0, 0, 1, 1], second: [0, 0, 1, 0, 1],
      parallelEdges: .keep)
    #expect(parallel.clustering() == 1)
    for (first, second) in [(0, 0), (1, 0), (2, 2)] {
      let empty = try graph(first, second, [])
      #expect(empty.clustering().isNaN)
      #expect(empty.localClustering() == [Double](repeating: 0, count: first + second))
    }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many scores when cancelled")
  func threads() throws {
    var generator = SplitMix64(seed: 7)
    let edges = (0..<400).map { _ in
      (Int.random(in: 0..<70, using: &generator), Int.random(in: 0..<60, using: &generator))
    }
    let large = try graph(70, 60, edges)
    let first = large.localClustering(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(bits(large.localClustering(execution: execution)) == bits(first))
      #expect(
        large.clustering(execution: execution)
          == large.clustering(execution: Execution(threads: 1)))
    }
    #expect(large.localClustering(execution: Execution(isCancelled: { true })).count == 130)
  }
}
