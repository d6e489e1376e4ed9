import GraphMeasures
import GraphStructure
import Testing

@Suite("Cliques, trusses, k-components")
struct CliqueTests {
  private func undirectedTies(_ seed: UInt64) -> (Graph, [[Bool]]) {
    let sample = RandomGraph(seed: seed)
    return (sample.graph, Oracle(RandomGraph(undirecting: sample)).isTied)
  }

  private func subsets(_ count: Int) -> [[Int]] {
    (1..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
  }

  @Test("Maximal cliques are those of all sets", arguments: RandomGraph.seeds)
  func cliques(seed: UInt64) {
    let (graph, tied) = undirectedTies(seed)
    func isClique(_ set: [Int]) -> Bool {
      set.allSatisfy { one in set.allSatisfy { one == $0 || tied[one][$0] } }
    }
    let expected = subsets(tied.count).filter { set in
      isClique(set)
        && !tied.indices.contains { node in
          !set.contains(node) && set.allSatisfy { tied[node][$0] }
        }
    }
    let found = graph.maximalCliques() ?? []
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.count >= $1.count })
    #expect(
      Set(graph.maximalCliques(ofAtLeast: 3) ?? []) == Set(expected.filter { $0.count >= 3 }))
    if expected.count > 1 { #expect(graph.maximalCliques(atMost: expected.count - 1) == nil) }
    #expect(graph.maximalCliques(atMost: expected.count) != nil)
  }

  @Test("Moon and Moser's graph has 3^(n/3) maximal cliques")
  func moonMoser() {
    var edges: [(Int, Int)] = []
    for one in 0..<12 {
      for other in (one + 1)..<12 where one / 3 != other / 3 { edges.append((one, other)) }
    }
    #expect(KnownGraphs.graph(12, edges).maximalCliques()?.count == 81)
    #expect(KnownGraphs.graph(0, []).maximalCliques() == [])
    #expect(KnownGraphs.graph(2, [(0, 0)]).maximalCliques() == [[0], [1]])
    #expect(KnownGraphs.complete(70).maximalCliques()?.map(\.count) == [70])
  }

  @Test("The census counts the cliques of all sizes, at any number of threads")
  func census() {
    for seed in RandomGraph.seeds {
      let graph = RandomGraph(seed: seed).graph
      let cliques = graph.maximalCliques() ?? []
      for threads in [1, 3] {
        let census = graph.cliqueCensus(execution: Execution(threads: threads))
        #expect(census?.total == cliques.count)
        #expect(census?.largest == cliques.first?.count ?? 0)
        for (size, count) in (census?.sizes ?? []).enumerated() {
          #expect(count == cliques.count { $0.count == size })
        }
      }
    }
  }

  /// Everyone knows all but one other: one of each of 8 pairs, and all of the 60 who know everybody.
  @Test("Cliques of more than a word of candidates")
  func wideCliques() {
    var edges: [(Int, Int)] = []
    for one in 0..<76 {
      for other in (one + 1)..<76 where one >= 16 || other != one ^ 1 {
        edges.append((one, other))
      }
    }
    let graph = KnownGraphs.graph(76, edges)
    let census = graph.cliqueCensus()
    #expect(census?.total == 256)
    #expect(census?.largest == 68)
    #expect(graph.cliqueCensus(atMost: 256)?.total == 256)
    #expect(graph.cliqueCensus(atMost: 255) == nil)
    #expect(graph.cliqueCensus(ofAtLeast: 69)?.total == 0)
    #expect(graph.cliqueCensus(execution: Execution(isCancelled: { true })) == nil)
  }

  @Test("Karate club: 36 maximal cliques, the largest of 5 (networkx)")
  func karate() {
    let cliques = KnownGraphs.karate.maximalCliques() ?? []
    #expect(cliques.count == 36)
    #expect(cliques.filter { $0.count == 5 } == [[0, 1, 2, 3, 7], [0, 1, 2, 3, 13]])
  }

  @Test("Truss numbers are the last truss that survives deletion", arguments: RandomGraph.seeds)
  func truss(seed: UInt64) {
    let (graph, tied) = undirectedTies(seed)
    var expected = tied.map { $0.map { $0 ? 2 : 0 } }
    for level in 3...(tied.count + 2) {
      var left = tied
      var hasChanged = true
      while hasChanged {
        hasChanged = false
        for one in tied.indices {
          for other in tied.indices where left[one][other] {
            let shared = tied.indices.count { left[one][$0] && left[other][$0] }
            if shared < level - 2 {
              left[one][other] = false
              left[other][one] = false
              hasChanged = true
            }
          }
        }
      }
      for one in tied.indices {
        for other in tied.indices where left[one][other] { expected[one][other] = level }
      }
    }
    let numbers = graph.trussNumbers()
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        #expect(numbers[arc] == expected[node][Int(graph.outgoing.ends[arc])])
      }
    }
  }

  @Test("Truss numbers of larger graphs with nested trusses")
  func largerTruss() {
    // A clique of eight in a clique-rich ring.
    var edges: [(Int, Int)] = []
    for one in 0..<8 { for other in (one + 1)..<8 { edges.append((one, other)) } }
    for node in 8..<40 { edges += [(node, node - 1), (node, node - 2)] }
    let graph = KnownGraphs.graph(40, edges)
    let numbers = graph.trussNumbers()
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        let end = Int(graph.outgoing.ends[arc])
        #expect(numbers[arc] == (max(node, end) < 8 ? 8 : 3))
      }
    }
  }

  /// Whether some nodes stay connected whichever fewer than `k` of them go.
  private func staysConnected(_ set: [Int], _ k: Int, _ tied: [[Bool]]) -> Bool {
    guard set.count > k else { return false }
    let removals = [[]] + subsets(set.count).filter { $0.count < k }
    return removals.allSatisfy { removed in
      let left = set.indices.filter { !removed.contains($0) }.map { set[$0] }
      var reached: Set<Int> = [left[0]]
      var open = [left[0]]
      while let node = open.popLast() {
        for next in left where tied[node][next] && reached.insert(next).inserted {
          open.append(next)
        }
      }
      return reached.count == left.count
    }
  }

  @Test("k-components are the largest sets that stay connected", arguments: UInt64(0)..<40)
  func kComponents(seed: UInt64) throws {
    let (graph, tied) = undirectedTies(seed)
    guard tied.count <= 8 else { return }
    for k in 1...4 {
      let sets = subsets(tied.count).filter { staysConnected($0, k, tied) }
      let largest = sets.filter { set in
        !sets.contains { $0.count > set.count && Set($0).isSuperset(of: set) }
      }
      #expect(try Set(graph.kComponents(k)) == Set(largest), "k = \(k)")
    }
  }

  @Test("k-components of shapes, and a k that is none")
  func kShapes() throws {
    #expect(try KnownGraphs.complete(5).kComponents(4) == [[0, 1, 2, 3, 4]])
    #expect(try KnownGraphs.complete(5).kComponents(5) == [])
    #expect(try KnownGraphs.path(4).kComponents(1) == [[0, 1, 2, 3]])
    #expect(try KnownGraphs.path(4).kComponents(2) == [])
    #expect(try KnownGraphs.graph(0, []).kComponents(1) == [])
    // Moody and White: two cliques that share two nodes part at 3.
    var edges: [(Int, Int)] = []
    for clique in [[0, 1, 2, 3, 4], [3, 4, 5, 6, 7]] {
      for one in clique { for other in clique where one < other { edges.append((one, other)) } }
    }
    let graph = KnownGraphs.graph(8, edges)
    #expect(try graph.kComponents(2) == [[0, 1, 2, 3, 4, 5, 6, 7]])
    #expect(try graph.kComponents(3) == [[0, 1, 2, 3, 4], [3, 4, 5, 6, 7]])
    #expect(throws: MeasureError.self) { try graph.kComponents(0) }
  }
}
