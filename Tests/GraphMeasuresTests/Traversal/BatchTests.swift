import GraphMeasures
import GraphStructure
import Testing

/// Searches from many sources at once: sizes about those of a batch, several components, both
/// directions.
@Suite("Batches of sources")
struct BatchTests {
  /// Edges of three components and some isolated nodes, shuffled together.
  private func edges(_ nodeCount: Int) -> [(Int, Int)] {
    var generator = SplitMix64(seed: UInt64(nodeCount))
    let numbers = Array(0..<nodeCount).shuffled(using: &generator)
    let bounds = [0, nodeCount / 20, nodeCount / 4, nodeCount - 2]
    var edges: [(Int, Int)] = []
    for (lower, upper) in zip(bounds, bounds.dropFirst()) where upper - lower > 1 {
      for place in (lower + 1)..<upper {
        // Most are tied to one shortly before, so that distances grow long.
        let near = Int.random(in: max(lower, place - 6)..<place, using: &generator)
        edges.append((numbers[place], numbers[near]))
        if place % 3 == 0 {
          let any = Int.random(in: max(lower, place - 40)..<upper, using: &generator)
          edges.append((numbers[any], numbers[place]))
        }
      }
    }
    return edges
  }

  /// Distances by the plainest search there is: a list of nodes a step.
  private func distances(
    _ nodeCount: Int, _ edges: [(Int, Int)], isDirected: Bool
  ) -> [[Int?]] {
    var successors = [[Int]](repeating: [], count: nodeCount)
    for (source, target) in edges {
      successors[source].append(target)
      if !isDirected { successors[target].append(source) }
    }
    return (0..<nodeCount).map { source in
      var distance = [Int?](repeating: nil, count: nodeCount)
      distance[source] = 0
      var level = [source]
      while let first = level.first, let steps = distance[first] {
        var next: [Int] = []
        for node in level {
          for end in successors[node] where distance[end] == nil {
            distance[end] = steps + 1
            next.append(end)
          }
        }
        level = next
      }
      return distance
    }
  }

  @Test(
    "All measures of distance agree with plain searches",
    arguments: [1, 2, 63, 64, 65, 129, 511, 512, 513, 1025], [false, true])
  func plainSearches(nodeCount: Int, isDirected: Bool) {
    let edges = edges(nodeCount)
    let graph = KnownGraphs.graph(nodeCount, edges, isDirected: isDirected)
    let matrix = distances(nodeCount, edges, isDirected: isDirected)
    let others = graph.nodes.map { node in
      matrix[node].indices.compactMap { $0 == node ? nil : matrix[node][$0] }
    }
    let closeness = graph.closeness(scaling: .raw)
    #expect(closeness.reachedCounts == others.map(\.count))
    #expect(closeness.scores == others.map { $0.isEmpty ? 0 : 1 / Double($0.reduce(0, +)) })
    expectClose(
      graph.harmonicCloseness(scaling: .raw), others.map { $0.reduce(0) { $0 + 1 / Double($1) } },
      1e-13)
    #expect(graph.eccentricity() == others.map { $0.max() ?? 0 })
    let incoming = graph.nodes.map { node in matrix.compactMap { $0[node] }.max() ?? 0 }
    #expect(graph.eccentricity(direction: .incoming) == incoming)
    let summary = graph.distanceSummary()
    var pairCounts = [Int](repeating: 0, count: 1 + (others.joined().max() ?? 0))
    for steps in others.joined() { pairCounts[steps] += 1 }
    #expect(summary.pairCounts == pairCounts)
    // Few steps are searched source by source, many in batches.
    for limit in [2, 12] {
      let classes = graph.nodes.map { $0 * 7 % 5 - 1 }
      let reach = graph.reach(within: limit)
      let byClass = graph.reach(within: limit, classes: classes)
      for steps in 1...limit {
        #expect(reach.counts(within: steps) == others.map { $0.filter { $0 <= steps }.count })
      }
      for node in graph.nodes.suffix(40) {
        for nodeClass in 0..<byClass.classCount {
          let near = matrix[node].indices.filter { other in
            guard other != node, let steps = matrix[node][other] else { return false }
            return steps <= limit && classes[other] == nodeClass
          }
          #expect(byClass[node, within: limit, of: nodeClass] == near.count)
        }
      }
    }
  }

  @Test("Thousands of small components", arguments: [2, 3, 7])
  func smallComponents(size: Int) {
    let count = 2100 / size
    let edges = (0..<count).flatMap { part in
      (1..<size).map { (part * size + $0 - 1, part * size + $0) }
    }
    let graph = KnownGraphs.graph(size * count + 1, edges)
    let path = KnownGraphs.path(size)
    let eccentricity = (0..<count).flatMap { _ in path.eccentricity() } + [0]
    #expect(graph.eccentricity() == eccentricity)
    let raw = path.harmonicCloseness(scaling: .raw)
    #expect(graph.harmonicCloseness(scaling: .raw) == (0..<count).flatMap { _ in raw } + [0])
    #expect(
      graph.distanceSummary().pairCounts == path.distanceSummary().pairCounts.map { $0 * count })
  }

  @Test("The same bits on 1, 2, 3 and 8 threads", arguments: [false, true])
  func threads(isDirected: Bool) {
    let graph = KnownGraphs.graph(1300, edges(1300), isDirected: isDirected)
    func scores(_ threads: Int) -> [[UInt64]] {
      let execution = Execution(threads: threads)
      return [
        bits(graph.harmonicCloseness(execution: execution)),
        bits(graph.closeness(execution: execution).scores),
        bits(graph.betweenness(execution: execution)),
        graph.reach(within: 9, execution: execution).counts.map { UInt64($0) },
        graph.distanceSummary(execution: execution).pairCounts.map { UInt64($0) },
      ]
    }
    let expected = scores(1)
    for threads in [2, 3, 8] { #expect(scores(threads) == expected, "\(threads) threads") }
  }

  @Test(
    "Betweenness in batches is that of one search a source",
    arguments: [7, 8, 9, 16, 65, 129, 513], [false, true])
  func betweenness(nodeCount: Int, isDirected: Bool) throws {
    let edges = edges(nodeCount)
    let graph = KnownGraphs.graph(
      nodeCount, edges, isDirected: isDirected,
      distances: [Double](repeating: 1, count: edges.count))
    expectClose(
      graph.betweenness(scaling: .raw), try graph.betweenness(lengths: .distances, scaling: .raw),
      1e-12)
  }

  @Test("A tree is folded away, and its scores are those of pairs that a node parts")
  func tree() throws {
    var generator = SplitMix64(seed: 3)
    let edges = (1..<300).map { ($0, Int.random(in: max(0, $0 - 9)..<$0, using: &generator)) }
    let graph = KnownGraphs.graph(300, edges, distances: [Double](repeating: 1, count: 299))
    expectClose(
      graph.betweenness(scaling: .raw), try graph.betweenness(lengths: .distances, scaling: .raw))
  }

  @Test("Scores stay right where batches cannot count the paths")
  func countlessDirectedPaths() {
    // Layers of three, each with arcs to all of the next: 3¹²⁰⁸ ≈ 2¹⁹¹⁵ paths between the ends.
    let (width, layers) = (3, 1210)
    let edges = (1..<layers).flatMap { layer in
      (0..<9).map { ((layer - 1) * width + $0 / 3, layer * width + $0 % 3) }
    }
    let graph = KnownGraphs.graph(width * layers, edges, isDirected: true)
    let scores = graph.betweenness(scaling: .raw)
    // A layer shares equally what passes from those before to those behind it.
    for node in graph.nodes {
      let layer = node / width
      expectClose(scores[node], Double(width * layer * (layers - 1 - layer)), 1e-11)
    }
  }
}
