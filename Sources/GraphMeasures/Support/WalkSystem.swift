internal import GraphStructure

/// The linear system of a damped walk on an undirected graph.
///
/// > (*D* − *d* *A*) *z* = *v*
///
/// where *D* holds what the arcs of each node count together; *D* *z* is then proportional to the
/// PageRank that returns by *v*. The matrix is symmetric and positive, so conjugate gradients
/// solve it, which need about the square root of the steps of a power iteration, and fewer still
/// where the graph mixes well.
///
/// - SeeAlso: M. R. Hestenes, E. Stiefel. Methods of conjugate gradients for solving linear
///   systems. Journal of Research of the National Bureau of Standards 49, 1952; G. M. Del Corso,
///   A. Gullì, F. Romani. Fast PageRank computation via a sparse linear system. Internet
///   Mathematics 2, 2005.
struct WalkSystem: Sendable {
  /// The arcs of the undirected graph.
  let arcs: Arcs

  /// What the arcs of each node count together.
  let totals: [Double]

  /// The share *d* that follows arcs.
  let damping: Double

  /// Where walks begin and return to; it sums to 1.
  let start: [Double]

  var execution: Execution

  /// What is to be known of an estimate.
  private struct State: Sendable {
    /// The residual times itself, each entry divided by its total.
    var square = 0.0
    /// The absolute residuals, added up, and the residuals as they are.
    var absoluteSum = 0.0
    var sum = 0.0
    /// The sum of all scores.
    var mass = 0.0

    /// A step of the walk would change scores by the residual less its sum, which returns.
    var change: Double { (absoluteSum + abs(sum)) / mass }

    mutating func add(_ other: State) {
      square += other.square
      absoluteSum += other.absoluteSum
      sum += other.sum
      mass += other.mass
    }
  }

  /// The vectors of the iteration, by node.
  private struct Vectors: Sendable {
    /// What is to be found.
    let solution: SharedVector<Double>
    /// What the equation is missed by.
    let residual: SharedVector<Double>
    /// Which way the next step leads.
    let step: SharedVector<Double>
    /// The product of the matrix with that, or with the solution.
    let image: SharedVector<Double>

    init(count: Int) {
      solution = SharedVector(repeating: 0, count: count)
      residual = SharedVector(repeating: 0, count: count)
      step = SharedVector(repeating: 0, count: count)
      image = SharedVector(repeating: 0, count: count)
    }
  }

  /// Returns scores that sum to 1.
  ///
  /// - Parameters:
  ///   - tolerance: How much one more step of the walk may change them, added up.
  ///   - iterationLimit: After how many products with the matrix it gives up.
  /// - Returns: The scores; after a cancellation, the estimate so far.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  func scores(tolerance: Double, iterationLimit: Int) throws(MeasureError) -> [Double] {
    let vectors = Vectors(count: totals.count)
    makeFirstGuess(vectors)
    var iterations = 0
    while true {
      // The residual is taken anew here; along the way it is only carried on.
      var state = renew(vectors)
      var share = 0.0
      if state.change < tolerance || execution.isCancelled() {
        execution.report(change: 0, tolerance: tolerance)
        return finished(vectors)
      }
      while !(state.change < tolerance) {
        guard iterations < iterationLimit, state.change.isFinite else {
          throw .notConverged(
            measure: "PageRank", iterations: iterations, change: state.change,
            tolerance: tolerance)
        }
        if execution.isCancelled() { break }
        execution.report(change: state.change, tolerance: tolerance)
        turn(vectors, by: share)
        let curvature = multiply(vectors.step, vectors.image)
        let former = state.square
        state = advance(vectors, by: former / curvature)
        share = former > 0 ? state.square / former : 0
        iterations += 1
      }
    }
  }

  /// What an endless walk would give everyone if it returned evenly, scores proportional to totals;
  /// otherwise what walks bring that begin there, so that where none leads to stays at 0.
  private func makeFirstGuess(_ vectors: Vectors) {
    let isEven = self.start.allSatisfy { $0 == self.start[0] }
    let tied = Double(self.totals.count { $0 > 0 }) * (self.start.first ?? 0)
    let share = tied / ((1 - damping) * self.totals.reduce(0, +))
    let (totals, start) = (totals, start)
    execution.sweep(totals.count, ()) { range in
      let solution = unsafe vectors.solution.numbers
      for node in range {
        let total = totals[node]
        unsafe solution[node] = total > 0 ? (isEven ? share : start[node] / total) : 0
      }
    } add: { _, _ in
    }
  }

  /// Puts the product of the matrix with a vector into another, and returns the first times that.
  private func multiply(
    _ vector: SharedVector<Double>, _ image: SharedVector<Double>
  ) -> Double {
    let (arcs, totals, damping) = (arcs, totals, damping)
    return execution.sweep(totals.count, 0.0) { range in
      let totals = totals.span
      let (vector, image) = unsafe (vector.numbers, image.numbers)
      var curvature = 0.0
      unsafe arcs.forEachSum(of: range, vector) { node, sum in
        let own = unsafe vector[node]
        let entry = totals[node] * own - damping * sum
        unsafe image[node] = entry
        curvature += entry * own
      }
      return curvature
    } add: {
      $0 += $1
    }
  }

  /// Takes the residual from the equation.
  private func renew(_ vectors: Vectors) -> State {
    _ = multiply(vectors.solution, vectors.image)
    let (totals, start) = (totals, start)
    execution.sweep(totals.count, ()) { range in
      let (residual, image) = unsafe (vectors.residual.numbers, vectors.image.numbers)
      for node in range {
        unsafe residual[node] = totals[node] > 0 ? start[node] - image[node] : 0
      }
    } add: { _, _ in
    }
    return advance(vectors, by: 0)
  }

  /// Goes along the step, and measures what is left.
  private func advance(_ vectors: Vectors, by length: Double) -> State {
    let (totals, start) = (totals, start)
    return execution.sweep(totals.count, State()) { range in
      let (totals, start) = (totals.span, start.span)
      let (solution, residual) = unsafe (vectors.solution.numbers, vectors.residual.numbers)
      let (step, image) = unsafe (vectors.step.numbers, vectors.image.numbers)
      var state = State()
      for node in range {
        let total = totals[node]
        guard total > 0 else {
          state.mass += start[node]
          continue
        }
        let found = unsafe solution[node] + length * step[node]
        let entry = unsafe residual[node] - length * image[node]
        unsafe solution[node] = found
        unsafe residual[node] = entry
        state.square += entry * (entry / total)
        state.absoluteSum += abs(entry)
        state.sum += entry
        state.mass += total * found
      }
      return state
    } add: {
      $0.add($1)
    }
  }

  /// Makes the next step of the residual and a share of the last step.
  private func turn(_ vectors: Vectors, by share: Double) {
    let totals = totals
    execution.sweep(totals.count, ()) { range in
      let totals = totals.span
      let (residual, step) = unsafe (vectors.residual.numbers, vectors.step.numbers)
      for node in range where totals[node] > 0 {
        unsafe step[node] = residual[node] / totals[node] + share * step[node]
      }
    } add: { _, _ in
    }
  }

  /// Returns the scores, each at least what walks bring that begin there.
  private func finished(_ vectors: Vectors) -> [Double] {
    var scores = start
    for node in scores.indices where totals[node] > 0 {
      scores[node] = max(start[node], totals[node] * (unsafe vectors.solution.numbers[node]))
    }
    scores.divide(by: scores.reduce(0, +))
    return scores
  }
}

extension Arcs {
  /// Returns some entries of the product of the matrix of arcs with a vector.
  ///
  /// - Parameters:
  ///   - rows: Which entries.
  ///   - vector: A number for each node.
  /// - Returns: For each row the sum of value · number over its arcs.
  func weightedSums(of rows: Range<Int>, _ vector: [Double]) -> [Double] {
    precondition(vector.count >= nodeCount)
    var sums: [Double] = []
    sums.reserveCapacity(rows.count)
    unsafe vector.withUnsafeBufferPointer { vector in
      guard let vector = vector.baseAddress else { return }
      unsafe forEachSum(of: rows, vector) { _, sum in sums.append(sum) }
    }
    return sums
  }
}
