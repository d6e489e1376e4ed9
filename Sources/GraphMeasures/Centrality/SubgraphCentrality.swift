public import GraphStructure

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension Graph {
  /// Returns the subgraph centrality of every node, indexed by node: how many closed walks it is on,
  /// the shorter counting more.
  ///
  /// > *S*(*v*) = (exp *A*)(*v*, *v*) = Σ (*Aᵏ*)(*v*, *v*) / *k*! over *k* = 0, 1, 2 and so on
  ///
  /// where *A* is the symmetric matrix of what edges count; in a directed graph a tie either way.
  /// Self loops count once, parallel edges count each. A node without ties has the walk of no step:
  /// 1.
  ///
  /// Each score is enclosed between two sums that a short iteration from its node gives (the rules of
  /// Gauss and of Gauss and Radau), until they agree: so no eigenvectors of the whole are needed, and
  /// the error is known.
  ///
  /// - Parameters:
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  ///   - scaling: `.raw` as defined; `.scaled` divides by the sum over all nodes, so that shares are
  ///     left, however large the numbers; `.l2` makes the squares sum to 1.
  ///   - tolerance: The relative error allowed, from 1e-12 to below 1.
  ///   - execution: Threads, progress and cancellation, after which scores are missing: NaN.
  /// - Returns: The scores.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``, also where raw scores would
  ///   be larger than any `Double`; ``MeasureError/negativeStrength(_:source:target:)`` or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: O(*n* *k* (*m* + *k*²)) time with *k* steps a node, mostly 10 to 60; O(*n*) space a
  ///   thread.
  /// - SeeAlso: E. Estrada, J. A. Rodríguez-Velázquez. Subgraph centrality in complex networks.
  ///   Physical Review E 71, 2005; G. H. Golub, G. Meurant. Matrices, Moments and Quadrature, 2010.
  public func subgraphCentrality(
    values: EdgeValues = .ones, scaling: Scaling = .raw, tolerance: Double = 1e-10,
    execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard tolerance >= 1e-12, tolerance < 1 else {
      throw .parameterOutOfRange(
        name: "tolerance", value: tolerance, allowed: "at least 1e-12, below 1")
    }
    try checkStrengths(values)
    let rows = undirected.outgoing
    let arcs = Arcs(rows, values: values == .strengths ? rows.strengths : nil)
    let bound = arcs.eigenvalueBound
    let found = execution.mapNodes(
      nodeCount, missing: ClosedWalks(logarithm: .nan, gap: 0, steps: 0),
      makeScratch: { WalkRecurrence(nodeCount: arcs.nodeCount) }
    ) { node, recurrence in
      recurrence.closedWalks(at: node, arcs, bound: bound, tolerance: tolerance)
    }
    if let failed = found.first(where: { $0.gap > tolerance }) {
      throw .notConverged(
        measure: "Subgraph centrality", iterations: failed.steps, change: failed.gap,
        tolerance: tolerance)
    }
    let logarithms = found.map(\.logarithm)
    let largest = logarithms.reduce(0) { $1.isNaN ? $0 : max($0, $1) }
    guard scaling != .raw || largest < log(Double.greatestFiniteMagnitude) else {
      throw .parameterOutOfRange(
        name: "the logarithm of a raw score", value: largest, allowed: "below 709; ask for scaled")
    }
    guard scaling != .raw else { return logarithms.map { exp($0) } }
    var scores = logarithms.map { exp($0 - largest) }
    if scaling == .scaled {
      scores.divide(by: scores.reduce(0, +))
    } else {
      scores.scaleToUnitLength()
    }
    return scores
  }

  /// Returns the Estrada index: the sum of the subgraph centralities of all nodes.
  ///
  /// > *EE* = Σ exp λ over all eigenvalues λ of the matrix of ties
  ///
  /// - Parameters:
  ///   - values: As in ``subgraphCentrality(values:scaling:tolerance:execution:)``.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The index; 0 without nodes.
  /// - Throws: As ``subgraphCentrality(values:scaling:tolerance:execution:)``.
  /// - Complexity: As ``subgraphCentrality(values:scaling:tolerance:execution:)``.
  /// - SeeAlso: E. Estrada. Characterization of 3D molecular structure. Chemical Physics Letters 319,
  ///   2000.
  public func estradaIndex(
    values: EdgeValues = .ones, execution: Execution = .standard
  ) throws(MeasureError) -> Double {
    try subgraphCentrality(values: values, execution: execution).reduce(0, +)
  }
}

/// The weighted sum of closed walks at a node.
private struct ClosedWalks: Sendable {
  let logarithm: Double
  /// How far the logarithms of the bounds are apart.
  let gap: Double
  let steps: Int
}

/// Lanczos's recurrence from one node: a small tridiagonal matrix that knows its closed walks.
private struct WalkRecurrence: Sendable {
  private static let stepLimit = 2000
  /// Below which share of the bound a remainder is rounding: nothing new can be reached.
  private static let remainderShare = 1e-14

  private var present: [Double]
  private var previous: [Double]
  private var image: [Double]

  init(nodeCount: Int) {
    present = [Double](repeating: 0, count: nodeCount)
    previous = present
    image = present
  }

  /// Encloses the sum at a node until the bounds agree.
  mutating func closedWalks(
    at node: Int, _ arcs: Arcs, bound: Double, tolerance: Double
  ) -> ClosedWalks {
    for index in present.indices { (present[index], previous[index]) = (0, 0) }
    present[node] = 1
    var matrix = Tridiagonal()
    // The last pivot of the matrix less the bound, by which Radau's rule is made of Gauss's.
    var pivot = 0.0
    var remainder = 0.0
    var gap = Double.infinity
    while matrix.diagonal.count < Self.stepLimit {
      let entry = advance(arcs, remainder)
      pivot =
        entry - bound - (matrix.diagonal.isEmpty ? 0 : remainder * remainder / pivot)
      matrix.append(entry, joinedBy: remainder)
      remainder = image.dotProduct(image).squareRoot()
      let isExhausted = remainder <= Self.remainderShare * bound
      guard isExhausted || matrix.diagonal.count % 3 == 0 else {
        turn(by: remainder)
        continue
      }
      let least = matrix.logarithmOfFirstExponential
      var greatest = least
      if !isExhausted {
        var extended = matrix
        // Raising the diagonal raises the bound, so it stays one.
        let last = max(-bound, bound + remainder * remainder / pivot)
        extended.append(last, joinedBy: remainder)
        greatest = extended.logarithmOfFirstExponential
      }
      gap = abs(greatest - least)
      if gap <= tolerance {
        return ClosedWalks(
          logarithm: (least + greatest) / 2, gap: gap, steps: matrix.diagonal.count)
      }
      turn(by: remainder)
    }
    return ClosedWalks(logarithm: .nan, gap: gap, steps: matrix.diagonal.count)
  }

  /// Puts into the image what the matrix makes of the present vector, less what is known of it.
  ///
  /// - Returns: The next entry of the diagonal.
  private mutating func advance(_ arcs: Arcs, _ remainder: Double) -> Double {
    for node in present.indices {
      image[node] = arcs.weightedSum(of: node, present) - remainder * previous[node]
    }
    let entry = image.dotProduct(present)
    image.subtract(present, times: entry)
    return entry
  }

  private mutating func turn(by remainder: Double) {
    swap(&previous, &present)
    swap(&present, &image)
    present.divide(by: remainder)
  }
}

extension Arcs {
  /// A number that no eigenvalue of the symmetric matrix of arcs passes, and the largest comes near.
  ///
  /// For any vector above 0, the greatest ratio of an entry of its image to its own is such a bound
  /// (Collatz and Wielandt); the vectors of a power iteration make it small.
  fileprivate var eigenvalueBound: Double {
    var vector = [Double](repeating: 1, count: nodeCount)
    var bound = Double.infinity
    for _ in 0..<50 {
      // One more on the diagonal keeps every entry above 0.
      var next = vector.indices.map { weightedSum(of: $0, vector) + vector[$0] }
      let ratios = zip(next, vector).reduce(0) { max($0, $1.0 / $1.1) }
      bound = min(bound, ratios - 1)
      next.divide(by: next.reduce(0, max))
      vector = next.map { max($0, 1e-250) }
    }
    // So much more that rounding cannot have made it too small.
    return nodeCount == 0 ? 0 : bound * (1 + 1e-10) + 1e-10
  }
}
