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

  /// How far the solution has come.
  private struct State {
    /// What is to be found, by node.
    var solution: [Double]
    /// What the equation is missed by.
    var residual: [Double]
    /// Which way the next step leads.
    var step: [Double]
    /// The residual times itself, each entry divided by its total.
    var square = 0.0
    /// The absolute residuals, added up, and the sum of them as they are.
    var miss = 0.0
    /// The sum of all scores.
    var mass = 0.0
  }

  /// Returns scores that sum to 1.
  ///
  /// - Parameters:
  ///   - tolerance: How much one more step of the walk may change them, added up.
  ///   - iterationLimit: After how many products with the matrix it gives up.
  /// - Returns: The scores; after a cancellation, the estimate so far.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  func scores(tolerance: Double, iterationLimit: Int) throws(MeasureError) -> [Double] {
    var state = State(solution: firstGuess, residual: start, step: totals.map { _ in 0 })
    var iterations = 0
    while true {
      // The residual is taken anew here; along the way it is only carried on.
      renew(&state)
      var change = state.miss / state.mass
      if change < tolerance || execution.isCancelled() {
        execution.report(change: 0, tolerance: tolerance)
        return finished(state)
      }
      while !(change < tolerance) {
        guard iterations < iterationLimit, change.isFinite else {
          throw .notConverged(
            measure: "PageRank", iterations: iterations, change: change, tolerance: tolerance)
        }
        if execution.isCancelled() { break }
        execution.report(change: change, tolerance: tolerance)
        let (image, curvature) = product(state.step)
        advance(&state, image, by: state.square / curvature)
        iterations += 1
        change = state.miss / state.mass
      }
    }
  }

  /// What an endless walk would give everyone if it returned evenly, scores proportional to totals;
  /// otherwise what walks bring that begin there, so that where none leads to stays at 0.
  private var firstGuess: [Double] {
    guard start.allSatisfy({ $0 == start[0] }) else {
      return zip(start, totals).map { $1 > 0 ? $0 / $1 : 0 }
    }
    let tied = Double(totals.count { $0 > 0 }) * start[0]
    let share = tied / ((1 - damping) * totals.reduce(0, +))
    return totals.map { $0 > 0 ? share : 0 }
  }

  /// Returns the product of the matrix with a vector, and of that with the vector.
  private func product(_ vector: [Double]) -> (image: [Double], curvature: Double) {
    let (arcs, totals, damping) = (arcs, totals, damping)
    var empty: (image: [Double], curvature: Double) = ([], 0)
    empty.image.reserveCapacity(totals.count)
    var result = execution.silent.reduceChunks(
      of: totals.count, chunkSize: Execution.rowsPerChunk, into: empty, makeScratch: {},
      work: { range, _ in
        let sums = arcs.weightedSums(of: range, vector)
        var part: (image: [Double], curvature: Double) = ([], 0)
        part.image.reserveCapacity(range.count)
        for (node, sum) in zip(range, sums) {
          let entry = totals[node] * vector[node] - damping * sum
          part.image.append(entry)
          part.curvature += entry * vector[node]
        }
        return part
      },
      merge: { total, part in
        total.image.append(contentsOf: part.image)
        total.curvature += part.curvature
      })
    if result.image.count < totals.count {
      result.image.append(contentsOf: repeatElement(0, count: totals.count - result.image.count))
    }
    return result
  }

  /// Takes the residual from the equation and sets out along it.
  private func renew(_ state: inout State) {
    let image = product(state.solution).image
    for node in image.indices {
      state.residual[node] = totals[node] > 0 ? start[node] - image[node] : 0
      state.step[node] = 0
    }
    state.square = 0
    measure(&state)
  }

  /// Goes one step, and turns into the direction of the next.
  private func advance(_ state: inout State, _ image: [Double], by length: Double) {
    state.solution.add(length, times: state.step)
    state.residual.add(-length, times: image)
    measure(&state)
  }

  /// Measures the residual, and makes the next step conjugate to the last.
  private func measure(_ state: inout State) {
    let totals = totals.span
    let start = start.span
    var square = 0.0
    var miss = 0.0
    var sum = 0.0
    var mass = 0.0
    do {
      let residual = state.residual.span
      let solution = state.solution.span
      for node in totals.indices {
        guard totals[node] > 0 else {
          mass += start[node]
          continue
        }
        let entry = residual[node]
        square += entry * (entry / totals[node])
        miss += abs(entry)
        sum += entry
        mass += totals[node] * solution[node]
      }
    }
    turn(&state.step, by: state.square > 0 ? square / state.square : 0, state.residual)
    state.square = square
    // A step of the walk would change scores by the residual less its sum, which returns.
    state.miss = miss + abs(sum)
    state.mass = mass
  }

  /// Makes the next step of the residual and a share of the last step.
  private func turn(_ step: inout [Double], by share: Double, _ residual: [Double]) {
    var step = step.mutableSpan
    let residual = residual.span
    let totals = totals.span
    for node in totals.indices where totals[node] > 0 {
      step[node] = residual[node] / totals[node] + share * step[node]
    }
  }

  /// Returns the scores, each at least what walks bring that begin there.
  private func finished(_ state: State) -> [Double] {
    var scores = start
    for node in scores.indices where totals[node] > 0 {
      scores[node] = max(start[node], totals[node] * state.solution[node])
    }
    scores.divide(by: scores.reduce(0, +))
    return scores
  }
}

extension [Double] {
  /// Adds a multiple of as many other numbers.
  fileprivate mutating func add(_ factor: Double, times other: [Double]) {
    var numbers = mutableSpan
    let other = other.span
    for index in numbers.indices { numbers[index] += factor * other[index] }
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
    let offsets = offsets.span
    let ends = ends.span
    let vector = vector.span
    var sums: [Double] = []
    sums.reserveCapacity(rows.count)
    if let values {
      let values = values.span
      for row in rows {
        var sum = 0.0
        for arc in offsets[row]..<offsets[row + 1] { sum += values[arc] * vector[Int(ends[arc])] }
        sums.append(sum)
      }
    } else {
      for row in rows {
        var sum = 0.0
        for arc in offsets[row]..<offsets[row + 1] { sum += vector[Int(ends[arc])] }
        sums.append(sum)
      }
    }
    return sums
  }
}
