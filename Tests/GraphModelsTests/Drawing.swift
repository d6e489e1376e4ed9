import GraphModels
import GraphStructure

/// The edges of an undirected graph, the lesser end first.
func edges(of graph: Graph) -> [[Int]] {
  graph.nodes.flatMap { node in
    graph.successors(of: node).filter { $0 >= node }.map { [node, $0] }
  }
}

/// Whether a graph has neither loops nor parallel edges.
func isSimple(_ graph: Graph) -> Bool {
  graph.nodes.allSatisfy { node in
    let ends = graph.successors(of: node)
    return Set(ends).count == ends.count && !ends.contains(node)
  }
}

/// Pearson's χ² of counts against the shares that theory gives.
func chiSquare(_ counts: [Int], shares: [Double]) -> Double {
  let total = Double(counts.reduce(0, +))
  return zip(counts, shares).reduce(0) { sum, pair in
    let expected = pair.1 * total
    return sum + (Double(pair.0) - expected) * (Double(pair.0) - expected) / expected
  }
}

/// Three times the triangles ÷ the connected triples, counted one by one.
func transitivity(_ graph: Graph) -> Double {
  var closed = 0
  var triples = 0
  for node in graph.nodes {
    let ends = graph.successors(of: node)
    for (place, first) in ends.enumerated() {
      for second in ends[(place + 1)...] {
        triples += 1
        if graph.hasArc(from: first, to: second) { closed += 1 }
      }
    }
  }
  return Double(closed) / Double(triples)
}

/// Draws graphs with one generator after the other, of seeds 0, 1 and so on.
func draws<Value>(
  _ count: Int, _ draw: (inout SplitMix64) throws -> Value
) rethrows -> [Value] {
  try (0..<count).map { seed in
    var generator = SplitMix64(seed: UInt64(seed))
    return try draw(&generator)
  }
}
