public import GraphStructure

/// The leading eigenvector of a graph.
public struct EigenvectorCentrality: Sendable, Equatable {
  /// The score of every node.
  public let scores: [Double]

  /// The largest eigenvalue; NaN in a graph without nodes.
  public let eigenvalue: Double

  /// How many iterations the leading part of the graph took.
  public let iterations: Int
}

extension Graph {
  /// Returns the eigenvector centrality of every node, and the largest eigenvalue.
  ///
  /// > λ *x*(*v*) = Σ *a*(*u*, *v*) *x*(*u*)
  ///
  /// where *a*(*u*, *v*) is what the arcs from *u* to *v* count, and λ the largest number for which
  /// there is such a vector. So in a directed graph a node scores by its in-links. A self loop
  /// counts once, parallel edges count each.
  ///
  /// The largest eigenvalue belongs to one strong component, the leading part (in an undirected
  /// graph to one component). Its nodes score above 0, and so do those that arcs lead to from it;
  /// all others score 0. Where two strong components share that eigenvalue, which includes every
  /// graph of two nodes or more without a cycle or an edge, no vector is *the* leading one, and an
  /// error is thrown. Eigenvalues that differ by less than one part in 10⁹ count as shared.
  ///
  /// In a directed graph a power iteration runs on the matrix plus λ / 2 on the diagonal: that
  /// leaves the vectors as they are but makes the largest eigenvalue the only one of its modulus,
  /// so it converges whatever the lengths of cycles. In an undirected graph a conjugate iteration
  /// climbs to the largest Rayleigh quotient, so bipartite graphs are no exception and long chains
  /// need thousands of steps, not millions. Either stops when |*A* *x* − λ *x*| is below tolerance · λ in every entry,
  /// where the largest entry of *x* is 1. The vector is then right up to that times λ over the gap
  /// between λ and the next eigenvalue.
  ///
  /// - Parameters:
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  ///   - scaling: `.scaled` and `.raw` make the largest score 1 (an eigenvector has no length of
  ///     its own), `.l2` makes the squares sum to 1.
  ///   - tolerance: The error at which the iteration stops, above 0.
  ///   - iterationLimit: After how many iterations it gives up.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node, and the eigenvalue.
  /// - Throws: ``MeasureError/leadingEigenvalueNotSimple(eigenvalue:)``,
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``,
  ///   ``MeasureError/negativeStrength(_:source:target:)`` or
  ///   ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(*n* + *m*) an iteration; for each further digit about λ over the gap of them,
  ///   in an undirected graph the square root of that.
  /// - SeeAlso: P. Bonacich. Factoring and weighting approaches to status scores and clique
  ///   identification. Journal of Mathematical Sociology 2, 1972.
  public func eigenvectorCentrality(
    values: EdgeValues = .ones, scaling: Scaling = .scaled, tolerance: Double = 1e-12,
    iterationLimit: Int = 100_000, execution: Execution = .standard
  ) throws(MeasureError) -> EigenvectorCentrality {
    guard tolerance > 0 else {
      throw .parameterOutOfRange(name: "tolerance", value: tolerance, allowed: "above 0")
    }
    try checkStrengths(values)
    guard nodeCount > 0 else {
      return EigenvectorCentrality(scores: [], eigenvalue: .nan, iterations: 0)
    }
    let blocks = MatrixBlocks(of: self, values)
    let iteration = PowerIteration(
      tolerance: tolerance, iterationLimit: iterationLimit, execution: execution)
    let conjugate = ConjugateIteration(
      tolerance: tolerance, iterationLimit: iterationLimit, execution: execution)

    // No eigenvalue passes the largest row sum, so blocks are tried in the order of that bound.
    let bounds = blocks.ranges.map { blocks.largestRowSum(of: $0) }
    var leading: (block: Int, pair: Eigenpair)?
    var runnerUp = -Double.infinity
    for block in blocks.ranges.indices.sorted(by: { bounds[$0] > bounds[$1] }) {
      if let leading, !(bounds[block] >= leading.pair.value * (1 - Self.sharedEigenvalue)) { break }
      let arcs = blocks.arcs(within: blocks.ranges[block])
      let pair = try isDirected ? iteration.leadingPair(of: arcs) : conjugate.leadingPair(of: arcs)
      if pair.value > leading?.pair.value ?? -.infinity {
        runnerUp = leading?.pair.value ?? -.infinity
        leading = (block, pair)
      } else {
        runnerUp = max(runnerUp, pair.value)
      }
    }
    guard let (block, pair) = leading else { preconditionFailure("a graph of nodes has blocks") }
    guard runnerUp < pair.value * (1 - Self.sharedEigenvalue) || execution.isCancelled() else {
      throw .leadingEigenvalueNotSimple(eigenvalue: pair.value)
    }
    let vector = try blocks.extend(pair, from: block, iteration)
    var scores = [Double](repeating: 0, count: nodeCount)
    for (position, node) in blocks.order.enumerated() { scores[node] = vector[position] }
    execution.onProgress?(1)
    scores.divide(by: scores.max() ?? 1)
    if scaling == .l2 { scores.scaleToUnitLength() }
    return EigenvectorCentrality(
      scores: scores, eigenvalue: pair.value, iterations: pair.iterations)
  }

  /// By how much of the larger one two eigenvalues must differ to count as two.
  private static var sharedEigenvalue: Double { 1e-9 }
}

/// The matrix of in-links with its nodes in an order that makes every strong component a block on
/// the diagonal, and lets arcs between blocks lead to later ones only.
private struct MatrixBlocks {
  /// The nodes of the graph in the order of the matrix.
  let order: [Int]

  /// The rows and columns of each block.
  let ranges: [Range<Int>]

  /// The arcs that enter each node, numbered in the order of the matrix; none that counts 0.
  private let arcs: Arcs

  /// Whether no arc leads from one block to another.
  private let hasComponents: Bool

  init(of graph: Graph, _ values: EdgeValues) {
    let graph = values == .strengths ? graph.withoutZeroStrengths : graph
    let rows = graph.incoming
    let arcs = Arcs(rows, values: values == .strengths ? rows.strengths : nil)
    let labels: [Int]
    if graph.isDirected {
      let sinksFirst = graph.sinksFirstStrongComponents()
      let last = sinksFirst.max() ?? 0
      labels = sinksFirst.map { last - $0 }
    } else {
      // The largest comes first: its rows are then taken as they are.
      let components = graph.components()
      let byFall = components.sizes.indices.sorted {
        (-components.sizes[$0], $0) < (-components.sizes[$1], $1)
      }
      var rank = byFall
      for (position, component) in byFall.enumerated() { rank[component] = position }
      labels = components.labels.map { rank[$0] }
    }
    var starts = [Int](repeating: 0, count: (labels.max() ?? -1) + 2)
    for label in labels { starts[label + 1] += 1 }
    for label in starts.indices.dropFirst() { starts[label] += starts[label - 1] }
    ranges = zip(starts, starts.dropFirst()).map { $0..<$1 }
    var order = [Int](repeating: 0, count: labels.count)
    for (node, label) in labels.enumerated() {
      order[starts[label]] = node
      starts[label] += 1
    }
    self.order = order
    hasComponents = !graph.isDirected
    self.arcs = ranges.count == 1 ? arcs : arcs.reordered(order)
  }

  /// The largest sum of a row within a block.
  func largestRowSum(of range: Range<Int>) -> Double {
    let offsets = arcs.offsets.span
    let ends = arcs.ends.span
    return range.reduce(0) { largest, row in
      var sum = 0.0
      for arc in offsets[row]..<offsets[row + 1] where range.contains(Int(ends[arc])) {
        sum += arcs.values?[arc] ?? 1
      }
      return max(largest, sum)
    }
  }

  /// Returns one block as a matrix of its own.
  func arcs(within range: Range<Int>) -> Arcs {
    guard range.count < arcs.nodeCount else { return arcs }
    // Rows at the beginning that lead nowhere else serve as they are.
    if range.lowerBound == 0, hasComponents {
      return Arcs(
        offsets: Array(arcs.offsets[...range.upperBound]), ends: arcs.ends, values: arcs.values)
    }
    var block = Arcs(offsets: [0], ends: [], values: arcs.values.map { _ in [] })
    for row in range {
      for arc in arcs.offsets[row]..<arcs.offsets[row + 1]
      where range.contains(Int(arcs.ends[arc])) {
        block.ends.append(arcs.ends[arc] - UInt32(range.lowerBound))
        if let values = arcs.values { block.values?.append(values[arc]) }
      }
      block.offsets.append(block.ends.count)
    }
    return block
  }

  /// Extends the leading vector of one block to the blocks that its arcs lead to.
  ///
  /// There λ *x* = *A* *x* is a linear system whose right side comes from earlier blocks; its own
  /// eigenvalues are below λ, so sweeps that use each new value at once converge. A block of one
  /// node without a self loop is done after the first, which the second confirms.
  func extend(
    _ pair: Eigenpair, from block: Int, _ iteration: PowerIteration
  ) throws(MeasureError) -> [Double] {
    var vector = [Double](repeating: 0, count: arcs.nodeCount)
    vector.replaceSubrange(ranges[block], with: pair.vector)
    for range in ranges[(block + 1)...] {
      var sweeps = 0
      var change = 0.0
      repeat {
        guard sweeps < iteration.iterationLimit else {
          throw .notConverged(
            measure: PowerIteration.measure, iterations: sweeps, change: change,
            tolerance: iteration.tolerance)
        }
        change = 0
        for row in range {
          let value = arcs.weightedSum(of: row, vector) / pair.value
          if value > 0 { change = max(change, abs(value - vector[row]) / value) }
          vector[row] = value
        }
        sweeps += 1
      } while change > iteration.tolerance && !iteration.execution.isCancelled()
    }
    return vector
  }
}

extension Arcs {
  /// Returns the arcs with nodes numbered by their positions in an order.
  fileprivate func reordered(_ order: [Int]) -> Arcs {
    var positions = [UInt32](repeating: 0, count: order.count)
    for (position, node) in order.enumerated() {
      positions[node] = UInt32(truncatingIfNeeded: position)
    }
    var newOffsets = offsets
    var newEnds = ends
    var newValues = values
    var tail = 0
    for (position, node) in order.enumerated() {
      for arc in offsets[node]..<offsets[node + 1] {
        newEnds[tail] = positions[Int(ends[arc])]
        if let values { newValues?[tail] = values[arc] }
        tail += 1
      }
      newOffsets[position + 1] = tail
    }
    return Arcs(offsets: newOffsets, ends: newEnds, values: newValues)
  }
}

extension Graph {
  /// The graph without the arcs of strength 0; distances are left out.
  fileprivate var withoutZeroStrengths: Graph {
    guard let strengths = outgoing.strengths, strengths.contains(0) else { return self }
    var edges: [(source: Node, target: Node)] = []
    var kept: [Double] = []
    for node in nodes {
      for arc in outgoing.arcs(of: node) where strengths[arc] != 0 {
        let end = Int(outgoing.ends[arc])
        guard isDirected || end >= node else { continue }
        edges.append((node, end))
        kept.append(strengths[arc])
      }
    }
    do {
      return try Graph(
        nodeCount: nodeCount, edges: edges, strengths: kept, isDirected: isDirected,
        parallelEdges: .keep)
    } catch {
      preconditionFailure("edges of a graph make a graph: \(error)")
    }
  }
}
