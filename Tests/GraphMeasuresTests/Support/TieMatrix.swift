import GraphMeasures
import GraphStructure

/// What a random graph's arcs count, as a matrix that is made of the list of its edges.
func tieMatrix(of sample: RandomGraph, _ values: EdgeValues) -> [[Double]] {
  let sums = Oracle(sample).values(byStrength: values == .strengths)
  return values == .strengths ? sums : sums.map { $0.map { min($0, 1) } }
}

/// Pearson's correlation by its definition; NaN where either list has no spread.
func correlation(_ first: [Double], _ second: [Double]) -> Double {
  let count = Double(first.count)
  let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
  let (left, right) = (first.map { $0 - means.0 }, second.map { $0 - means.1 })
  func sum(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  guard Set(first).count > 1, Set(second).count > 1 else { return .nan }
  return sum(left, right) / (sum(left, left) * sum(right, right)).squareRoot()
}

/// The same graph with other numbers for its nodes.
func shuffled(_ sample: RandomGraph, seed: UInt64) -> (graph: Graph, newNode: [Int]) {
  var generator = SplitMix64(seed: seed + 1000)
  let newNode = Array(0..<sample.nodeCount).shuffled(using: &generator)
  return (sample.relabeled(newNode), newNode)
}

extension RandomGraph {
  /// An undirected graph of given edges, for the oracles.
  init(nodeCount: Int, undirected pairs: [(Int, Int)]) {
    self.nodeCount = nodeCount
    isDirected = false
    edges = pairs.map { Edge(source: $0.0, target: $0.1, strength: 1, tenths: 1) }
    graph = KnownGraphs.graph(nodeCount, pairs)
  }
}
