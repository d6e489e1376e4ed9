import Foundation

/// What measures should say, from their definitions, by dense matrices and plain loops.
///
/// It works on the list of edges and shares no code with the package.
struct Oracle {
  static let far = Int.max / 4

  let count: Int
  let isDirected: Bool
  private let edges: [RandomGraph.Edge]

  init(_ sample: RandomGraph) {
    count = sample.nodeCount
    isDirected = sample.isDirected
    edges = sample.edges
  }

  private func matrix<Value>(
    _ start: Value, _ combine: (Value, RandomGraph.Edge) -> Value
  ) -> [[Value]] {
    var matrix = [[Value]](repeating: [Value](repeating: start, count: count), count: count)
    for edge in edges {
      let (source, target) = (edge.source, edge.target)
      matrix[source][target] = combine(matrix[source][target], edge)
      if !isDirected, source != target {
        matrix[target][source] = combine(matrix[target][source], edge)
      }
    }
    return matrix
  }

  /// Whether an arc leads from row to column; never from a node to itself.
  var isTied: [[Bool]] { matrix(false) { $0 || $1.source != $1.target } }

  /// The least length of an arc from row to column.
  func lengths(byTenths: Bool) -> [[Int]] {
    matrix(Self.far) { min($0, byTenths ? $1.tenths : 1) }
  }

  /// Sums over the arcs from row to column, self loops and parallel arcs included.
  func values(byStrength: Bool) -> [[Double]] {
    matrix(0) { $0 + (byStrength ? $1.strength : 1) }
  }

  /// Floyd and Warshall's distances.
  func distances(byTenths: Bool = false) -> [[Int]] {
    var distance = lengths(byTenths: byTenths)
    for node in 0..<count { distance[node][node] = 0 }
    for middle in 0..<count {
      for source in 0..<count {
        for target in 0..<count {
          distance[source][target] = min(
            distance[source][target], distance[source][middle] + distance[middle][target], Self.far)
        }
      }
    }
    return distance
  }

  /// Counts shortest paths by following every first step that is on one.
  func pathCounts(byTenths: Bool) -> [[Double]] {
    let length = lengths(byTenths: byTenths)
    let distance = distances(byTenths: byTenths)
    func paths(_ source: Int, _ target: Int) -> Double {
      if source == target { return 1 }
      guard distance[source][target] < Self.far else { return 0 }
      return (0..<count).reduce(0) { sum, next in
        let isOnPath =
          next != source && length[source][next] < Self.far
          && length[source][next] + distance[next][target] == distance[source][target]
        return isOnPath ? sum + paths(next, target) : sum
      }
    }
    return (0..<count).map { source in (0..<count).map { paths(source, $0) } }
  }

  /// Raw betweenness: for every pair the share of its shortest paths that pass through a node.
  func betweenness(byTenths: Bool) -> [Double] {
    let distance = distances(byTenths: byTenths)
    let paths = pathCounts(byTenths: byTenths)
    return (0..<count).map { node in
      var sum = 0.0
      for source in 0..<count where source != node {
        for target in 0..<count where target != node && target != source {
          guard distance[source][target] < Self.far,
            distance[source][node] + distance[node][target] == distance[source][target]
          else { continue }
          sum += paths[source][node] * paths[node][target] / paths[source][target]
        }
      }
      return isDirected ? sum : sum / 2
    }
  }

  /// Raw edge betweenness: for every pair the share of its shortest paths that run along the arc
  /// from row to column, or in an undirected graph along the edge between them.
  func edgeBetweenness(byTenths: Bool) -> [[Double]] {
    let length = lengths(byTenths: byTenths)
    let distance = distances(byTenths: byTenths)
    let paths = pathCounts(byTenths: byTenths)
    func sumOfShares(_ tail: Int, _ head: Int) -> Double {
      var sum = 0.0
      guard tail != head, length[tail][head] < Self.far else { return 0 }
      for source in 0..<count {
        for target in 0..<count where target != source && distance[source][target] < Self.far {
          let along = distance[source][tail] + length[tail][head] + distance[head][target]
          guard along == distance[source][target] else { continue }
          sum += paths[source][tail] * paths[head][target] / paths[source][target]
        }
      }
      return sum
    }
    return (0..<count).map { tail in
      (0..<count).map { head in
        isDirected
          ? sumOfShares(tail, head) : (sumOfShares(tail, head) + sumOfShares(head, tail)) / 2
      }
    }
  }

  /// PageRank by solving its linear system, where walks return to, and dangling nodes pass on to,
  /// the nodes in `start`, which sums to 1.
  func pageRank(
    damping: Double, byStrength: Bool, mergesParallels: Bool, start: [Double]? = nil
  ) -> [Double] {
    let start = start ?? [Double](repeating: 1 / Double(count), count: count)
    var value = values(byStrength: byStrength)
    if mergesParallels, !byStrength {
      value = value.map { $0.map { min($0, 1) } }
    }
    // (I − d Mᵀ) p = (1 − d) s
    var system = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for node in 0..<count {
      let leaving = value[node].reduce(0, +)
      for target in 0..<count {
        let share = leaving > 0 ? value[node][target] / leaving : start[target]
        system[target][node] = (target == node ? 1 : 0) - damping * share
      }
    }
    return solve(system, start.map { (1 - damping) * $0 })
  }

  /// Katz centrality by solving (I − α Aᵀ) x = β.
  func katz(_ value: [[Double]], alpha: Double, beta: Double) -> [Double] {
    let system = value.indices.map { row in
      value.indices.map { (row == $0 ? 1 : 0) - alpha * value[$0][row] }
    }
    return solve(system, [Double](repeating: beta, count: count))
  }

  /// Gauss's elimination with the largest pivot.
  private func solve(_ matrix: [[Double]], _ rightSide: [Double]) -> [Double] {
    var matrix = matrix
    var right = rightSide
    for column in 0..<count {
      let rows = column..<count
      let pivot = rows.max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
      matrix.swapAt(pivot, column)
      right.swapAt(pivot, column)
      for row in 0..<count where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        for entry in column..<count { matrix[row][entry] -= factor * matrix[column][entry] }
        right[row] -= factor * right[column]
      }
    }
    return (0..<count).map { right[$0] / matrix[$0][$0] }
  }

  /// The largest eigenvalue and how often it occurs, from traces of high powers of A + I.
  ///
  /// With *t*(*k*) = Σ λᵢᵏ, the multiplicity is the limit of *t*(*k*)² / *t*(2*k*). The diagonal of
  /// ones makes the largest eigenvalue the only one of its modulus.
  func leadingEigenvalue(_ value: [[Double]]) -> (value: Double, multiplicity: Double) {
    var power = value
    for node in 0..<count { power[node][node] += 1 }
    var logarithm = 0.0
    var exponent = 1.0
    var trace = power.indices.reduce(0) { $0 + power[$1][$1] }
    var multiplicity = Double.nan
    for _ in 0..<24 {
      var square = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      for row in 0..<count {
        for middle in 0..<count where power[row][middle] != 0 {
          for column in 0..<count {
            square[row][column] += power[row][middle] * power[middle][column]
          }
        }
      }
      let squareTrace = square.indices.reduce(0) { $0 + square[$1][$1] }
      multiplicity = trace * trace / squareTrace
      exponent *= 2
      logarithm = 2 * logarithm + log(squareTrace)
      power = square.map { $0.map { $0 / squareTrace } }
      trace = 1
    }
    return (exp(logarithm / exponent) - 1, multiplicity)
  }

  /// The tie between two nodes: what the arcs both ways count together.
  func mutualTies(byStrength: Bool) -> [[Double]] {
    let tied = isTied
    let value = values(byStrength: byStrength)
    func arc(_ source: Int, _ target: Int) -> Double {
      tied[source][target] ? (byStrength ? value[source][target] : 1) : 0
    }
    return (0..<count).map { node in
      (0..<count).map { node == $0 ? 0 : arc(node, $0) + arc($0, node) }
    }
  }

  /// Burt's constraint by its formula.
  func constraint(byStrength: Bool) -> [Double] {
    let tie = mutualTies(byStrength: byStrength)
    let share = tie.map { row in row.map { $0 / row.reduce(0, +) } }
    return (0..<count).map { node in
      let contacts = (0..<count).filter { tie[node][$0] > 0 }
      guard !contacts.isEmpty else { return .nan }
      return contacts.reduce(0) { sum, contact in
        let others = contacts.filter { $0 != contact }
        let invested =
          share[node][contact] + others.reduce(0) { $0 + share[node][$1] * share[$1][contact] }
        return sum + invested * invested
      }
    }
  }

  /// Burt's effective size by its formula.
  func effectiveSize(byStrength: Bool) -> [Double] {
    let tie = mutualTies(byStrength: byStrength)
    return (0..<count).map { node in
      let contacts = (0..<count).filter { tie[node][$0] > 0 }
      guard !contacts.isEmpty else { return .nan }
      let total = tie[node].reduce(0, +)
      return contacts.reduce(0) { sum, contact in
        let strongest = tie[contact].max() ?? 1
        let redundant = contacts.filter { $0 != contact }
          .reduce(0) { $0 + tie[node][$1] / total * (tie[contact][$1] / strongest) }
        return sum + 1 - redundant
      }
    }
  }
}
