import GraphMeasures
import GraphStructure

/// Qualities as sums over all pairs of nodes, from dense matrices.
struct QualityOracle {
  /// What the arcs from row to column count.
  private let value: [[Double]]
  private let resolution: Double
  private let isDirected: Bool

  init(_ sample: RandomGraph, _ values: EdgeValues, _ resolution: Double) {
    let mergesParallels = sample.graph.mergedEdgeCount > 0
    let value = Oracle(sample).values(byStrength: values == .strengths)
    self.value =
      mergesParallels && values == .ones ? value.map { $0.map { min($0, 1) } } : value
    self.resolution = resolution
    isDirected = sample.isDirected
  }

  /// Newman's formula, or that of Leicht and Newman; an undirected loop has two ends.
  func modularity(_ labels: [Int]) -> Double {
    var matrix = value
    if !isDirected {
      for node in matrix.indices { matrix[node][node] *= 2 }
    }
    let leaving = matrix.map { $0.reduce(0, +) }
    let entering = matrix.indices.map { column in matrix.reduce(0) { $0 + $1[column] } }
    let all = leaving.reduce(0, +)
    guard all > 0 else { return 0 }
    var sum = 0.0
    for source in matrix.indices {
      for target in matrix.indices where labels[source] == labels[target] {
        sum += matrix[source][target] - resolution * leaving[source] * entering[target] / all
      }
    }
    return sum / all
  }

  /// Each pair counts its ties less the resolution; an ordered pair where arcs have directions.
  func constantPotts(_ labels: [Int]) -> Double {
    var sum = 0.0
    for source in value.indices {
      sum += value[source][source]
      for target in value.indices where labels[source] == labels[target] {
        if isDirected ? source != target : source < target {
          sum += value[source][target] - resolution
        }
      }
    }
    return sum
  }

  func quality(_ quality: PartitionQuality, _ labels: [Int]) -> Double {
    quality == .modularity ? modularity(labels) : constantPotts(labels)
  }

  /// The greatest quality of all partitions.
  func best(_ quality: PartitionQuality) -> Double {
    var labels = [Int](repeating: 0, count: value.count)
    var best = -Double.infinity
    // Every node goes into each community there is, or into the next new one.
    func place(_ node: Int, _ communityCount: Int) {
      guard node < labels.count else {
        best = max(best, self.quality(quality, labels))
        return
      }
      for community in 0...communityCount {
        labels[node] = community
        place(node + 1, max(communityCount, community + 1))
      }
    }
    place(0, 0)
    return best
  }
}

extension KnownGraphs {
  /// Two triangles 0–1–2 and 3–4–5 and the edge 2–3.
  static let twoTriangles = graph(
    6, [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)])

  /// Cliques of so many nodes, each tied to the next by one edge, the last to the first.
  static func ringOfCliques(_ count: Int, _ size: Int) -> Graph {
    var edges: [(Int, Int)] = []
    for clique in 0..<count {
      let first = clique * size
      for source in first..<(first + size) {
        for target in (source + 1)..<(first + size + 1) where target < first + size {
          edges.append((source, target))
        }
      }
      edges.append((first + size - 1, (clique + 1) % count * size))
    }
    return graph(count * size, edges)
  }
}

extension Partition {
  /// The four communities of the karate club that have the greatest modularity.
  static let karate = Partition(
    (0..<34).map { member in
      if [4, 5, 6, 10, 16].contains(member) { return 1 }
      if [23, 24, 25, 27, 28, 31].contains(member) { return 2 }
      return [0, 1, 2, 3, 7, 11, 12, 13, 17, 19, 21].contains(member) ? 0 : 3
    })
}
