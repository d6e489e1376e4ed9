import GraphMeasures
import GraphStructure
import Testing

/// Reach where few are near and neighbors know each other: there one search serves
/// all who have the same neighbors, or eight who are near each other.
@Suite("Reach among those who know each other")
struct NearReachTests {
  /// What the nodes are tied to, and how they are numbered.
  enum Shape: CaseIterable {
    /// Groups of 16, numbered one after the other, with a few ties between them.
    case groups
    /// A ring on which each is tied to the five nearest on either side; a few ties lead elsewhere.
    case ring
    /// The same with numbers in random order.
    case shuffledGroups, shuffledRing

    static let nodeCount = 1600

    func edges(seed: UInt64) -> [(Int, Int)] {
      var generator = SplitMix64(seed: seed)
      let count = Self.nodeCount
      var edges: [(Int, Int)] = []
      for node in 0..<count {
        switch self {
        case .groups, .shuffledGroups:
          let groupEnd = node / 16 * 16 + 16
          for other in (node + 1)..<max(node + 1, groupEnd) { edges.append((node, other)) }
        case .ring, .shuffledRing:
          for step in 1...5 { edges.append((node, (node + step) % count)) }
        }
        // Some self loops and parallel edges too.
        if node % 13 == 0 { edges.append((node, Int.random(in: 0..<count, using: &generator))) }
        if node % 29 == 0 { edges += [(node, node), (node, (node + 1) % count)] }
      }
      guard self == .shuffledGroups || self == .shuffledRing else { return edges }
      let numbers = (0..<count).shuffled(using: &generator)
      return edges.map { (numbers[$0.0], numbers[$0.1]) }
    }
  }

  /// Whom a node reaches: all within a step of those reached in one step less.
  private func nodesWithin(_ limit: Int, of node: Int, _ successors: [[Int]]) -> [Set<Int>] {
    var within: [Set<Int>] = [[node]]
    for steps in 0..<limit {
      within.append(within[steps].union(within[steps].flatMap { successors[$0] }))
    }
    return within.dropFirst().map { $0.subtracting([node]) }
  }

  @Test(
    "counts what the definition does", arguments: Shape.allCases,
    [(false, ParallelEdges.merge), (true, .merge), (false, .keep)])
  func oracle(shape: Shape, kind: (isDirected: Bool, parallel: ParallelEdges)) {
    let edges = shape.edges(seed: 1)
    let graph = KnownGraphs.graph(
      Shape.nodeCount, edges, isDirected: kind.isDirected, parallelEdges: kind.parallel)
    var successors = [[Int]](repeating: [], count: Shape.nodeCount)
    for (source, target) in edges {
      successors[source].append(target)
      if !kind.isDirected { successors[target].append(source) }
    }
    let classes = graph.nodes.map { $0 * 7 % 5 - 1 }
    let limit = 4
    let within = graph.nodes.map { nodesWithin(limit, of: $0, successors) }
    for steps in 1...limit {
      let reach = graph.reach(within: steps)
      let byClass = graph.reach(within: steps, classes: classes)
      for fewer in 1...steps {
        #expect(reach.counts(within: fewer) == within.map { $0[fewer - 1].count })
        for node in stride(from: 0, to: Shape.nodeCount, by: 11) {
          for nodeClass in 0..<4 {
            #expect(
              byClass[node, within: fewer, of: nodeClass]
                == within[node][fewer - 1].count { classes[$0] == nodeClass })
          }
        }
      }
    }
  }

  @Test("On a ring of d neighbors a side, 2dk are within k steps", arguments: [1, 2, 5])
  func ring(neighbors: Int) {
    let count = 3000
    let edges = (0..<count).flatMap { node in
      (1...neighbors).map { (node, (node + $0) % count) }
    }
    let reach = KnownGraphs.graph(count, edges).reach(within: 4)
    for steps in 1...4 {
      let expected = 2 * neighbors * steps
      #expect(reach.counts(within: steps).allSatisfy { $0 == expected })
    }
  }

  @Test("Groups apart reach themselves, however numbered; whoever is alone reaches no one")
  func groupsApart() {
    // The members of a group are 50 apart; the last ten nodes are alone.
    let edges = (0..<50).flatMap { group in
      (0..<20).flatMap { member in
        ((member + 1)..<max(member + 1, 20)).map { (group + 50 * member, group + 50 * $0) }
      }
    }
    let classes = (0..<1010).map { $0 % 50 == 0 ? -1 : $0 / 50 % 2 }
    let graph = KnownGraphs.graph(1010, edges)
    let reach = graph.reach(within: 3)
    let byClass = graph.reach(within: 3, classes: classes)
    for node in graph.nodes {
      let isAlone = node >= 1000
      for steps in 1...3 {
        #expect(reach[node, within: steps] == (isAlone ? 0 : 19))
        for nodeClass in 0...1 {
          let inGroup = isAlone || node % 50 == 0 ? 0 : 10
          let itself = !isAlone && classes[node] == nodeClass ? 1 : 0
          #expect(byClass[node, within: steps, of: nodeClass] == inGroup - itself)
        }
      }
    }
  }

  @Test("Reversing arcs and turning the direction round cancel out", arguments: Shape.allCases)
  func reversal(shape: Shape) {
    let edges = shape.edges(seed: 2)
    let graph = KnownGraphs.graph(Shape.nodeCount, edges, isDirected: true)
    let reversed = KnownGraphs.graph(
      Shape.nodeCount, edges.map { ($0.1, $0.0) }, isDirected: true)
    #expect(
      graph.reach(within: 3, direction: .incoming) == reversed.reach(within: 3))
  }

  @Test("The same numbers on 1, 2, 3 and 8 threads", arguments: Shape.allCases)
  func threads(shape: Shape) {
    // Four copies, so that there is more than one chunk of work.
    let edges = shape.edges(seed: 3)
    let copies = (0..<4).flatMap { copy in
      edges.map { ($0.0 + copy * Shape.nodeCount, $0.1 + copy * Shape.nodeCount) }
    }
    let graph = KnownGraphs.graph(4 * Shape.nodeCount, copies)
    let classes = graph.nodes.map { $0 % 3 - 1 }
    let one = KnownGraphs.graph(Shape.nodeCount, edges).reach(within: 3).counts
    let byClass = graph.reach(within: 3, classes: classes, execution: Execution(threads: 1))
    for threads in [1, 2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(graph.reach(within: 3, execution: execution).counts == one + one + one + one)
      #expect(graph.reach(within: 3, classes: classes, execution: execution) == byClass)
    }
  }

  @Test("A cancelled count has as many entries as it would have")
  func cancelled() {
    let graph = KnownGraphs.graph(Shape.nodeCount, Shape.groups.edges(seed: 4))
    let execution = Execution(threads: 2, isCancelled: { true })
    #expect(graph.reach(within: 3, execution: execution).counts.count == 3 * Shape.nodeCount)
  }
}
