import GraphMeasures
import GraphStructure
import Testing

@Suite("Simple paths")
struct SimplePathsTests {
  /// Every path that names no node twice, by length and then node by node.
  private func all(
    _ tied: [[Bool]], _ source: Int, _ target: Int, _ mayGoOn: SimplePaths.Rule = { _, _ in true }
  ) -> [[Int]] {
    var found: [[Int]] = []
    func walk(_ path: [Int]) {
      if path.last == target {
        found.append(path)
        return
      }
      for next in tied.indices
      where tied[path[path.count - 1]][next] && !path.contains(next) && mayGoOn(path, next) {
        walk(path + [next])
      }
    }
    walk([source])
    return found.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
  }

  @Test("agree with listing all", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let tied = Oracle(sample).isTied
    for source in graph.nodes.prefix(2) {
      for target in graph.nodes {
        let expected = all(tied, source, target)
        #expect(Array(graph.simplePaths(from: source, to: target)) == expected)
        let backwards = all(tied, target, source).map { Array($0.reversed()) }
        #expect(
          Set(graph.simplePaths(from: source, to: target, direction: .incoming))
            == Set(backwards))
        #expect(
          Array(graph.simplePaths(from: source, to: target, longest: 3))
            == expected.filter { $0.count <= 4 })
        #expect(
          graph.shortestPaths(from: source, to: target)
            == expected.filter { $0.count == expected[0].count })
      }
    }
  }

  @Test("A rule leaves paths out as they grow", arguments: RandomGraph.seeds)
  func rules(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let tied = Oracle(sample).isTied
    let rule: SimplePaths.Rule = { path, next in (path.reduce(0, +) + next) % 3 != 1 }
    for target in graph.nodes {
      let ruled = Array(SimplePaths(graph, from: 0, to: target, where: rule))
      #expect(ruled == (target == 0 ? [[0]] : all(tied, 0, target, rule)))
      let downwards = Array(SimplePaths(graph, from: 0, to: target, inOrder: { $0 > $1 }))
      #expect(
        downwards
          == all(tied, 0, target).sorted {
            $0.count == $1.count
              ? $1.lexicographicallyPrecedes($0) : $0.count < $1.count
          })
    }
  }

  /// From corner to corner of a grid the shortest paths are choices of when to go down: C(8, 4).
  @Test("Grid, complete graph, path, cycle, star")
  func shapes() {
    let grid = NodeConnectivityTests.grid(5, 5)
    #expect(grid.shortestPaths(from: 0, to: 24).count == 70)
    #expect(grid.shortestPaths(from: 0, to: 24, limit: 7).count == 7)
    // OEIS A007764: self-avoiding walks from corner to corner of a square grid.
    #expect(
      NodeConnectivityTests.grid(4, 4).simplePaths(from: 0, to: 15).reduce(0) { sum, _ in sum + 1 }
        == 184)
    // Between two of five there are 1 + 3 + 3·2 + 3·2·1.
    #expect(Array(KnownGraphs.complete(5).simplePaths(from: 0, to: 1)).count == 16)
    #expect(Array(KnownGraphs.path(4).simplePaths(from: 0, to: 3)) == [[0, 1, 2, 3]])
    #expect(
      Array(KnownGraphs.cycle(5).simplePaths(from: 0, to: 2)) == [[0, 1, 2], [0, 4, 3, 2]])
    #expect(Array(KnownGraphs.star(4).simplePaths(from: 1, to: 2)) == [[1, 0, 2]])
    #expect(Array(KnownGraphs.graph(2, []).simplePaths(from: 0, to: 1)).isEmpty)
    #expect(Array(KnownGraphs.graph(1, []).simplePaths(from: 0, to: 0)) == [[0]])
    #expect(Array(KnownGraphs.cycle(5).simplePaths(from: 1, to: 1)) == [[1]])
  }

  /// A large clique beside the way: there are very many walks into it, and no path out of it.
  @Test("A dead end does not hold the search up")
  func deadEnd() {
    var edges: [(Int, Int)] = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7)]
    for first in 8..<38 {
      edges.append((3, first))
      for second in (first + 1)..<38 { edges.append((first, second)) }
    }
    let graph = KnownGraphs.graph(38, edges)
    #expect(Array(graph.simplePaths(from: 0, to: 7, longest: 20)) == [[0, 1, 2, 3, 4, 5, 6, 7]])
  }

  @Test("Gives up where it is told to, and says so")
  func limit() {
    var paths = SimplePaths(
      KnownGraphs.complete(12), from: 0, to: 1, branchLimit: 5000,
      where: { $1 != 1 || $0.count > 12 })
    #expect(paths.next() == nil)
    #expect(paths.gaveUp)
    var few = SimplePaths(KnownGraphs.complete(5), from: 0, to: 1, branchLimit: 5000)
    while few.next() != nil {}
    #expect(!few.gaveUp)
  }
}
