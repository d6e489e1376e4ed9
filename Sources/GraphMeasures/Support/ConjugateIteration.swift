internal import GraphStructure

/// Finds leading eigenpairs of symmetric matrices without negative entries.
///
/// Every step takes the best vector within reach of three: the present one, its residual, and the
/// step before. That needs about the square root of the steps of a power iteration: on a path of
/// 1 000 nodes 1 500 in place of about three million. A step is two sweeps: one product with the
/// matrix, and one that makes the next vectors and all that is to be known of them.
///
/// - SeeAlso: A. V. Knyazev. Toward the optimal preconditioned eigensolver. SIAM Journal on
///   Scientific Computing 23, 2001.
struct ConjugateIteration: Sendable {
  var tolerance: Double
  var iterationLimit: Int
  var execution: Execution

  /// How many steps pass before the product of the present vector is taken anew, lest rounding
  /// adds up.
  private static let stepsBetweenRenewals = 50

  /// Returns the leading eigenpair of the matrix of a connected undirected graph.
  ///
  /// - Parameter arcs: The symmetric matrix: row by row its entries, all above 0.
  /// - Returns: The pair; after a cancellation, the estimate so far.
  /// - Throws: An error at the limit of iterations.
  func leadingPair(of arcs: Arcs) throws(MeasureError) -> Eigenpair {
    let vectors = ConjugateVectors(arcs, execution)
    var (value, state) = vectors.renew()
    var isFresh = true
    for iteration in 1... {
      let error = state.error / state.largest
      let isClose = state.square.isFinite && error <= tolerance * value
      if (isClose && isFresh) || execution.isCancelled() {
        return Eigenpair(
          value: value * vectors.unit, vector: vectors.leading(divisor: state.largest),
          iterations: iteration)
      }
      guard iteration < iterationLimit, state.square.isFinite else {
        throw .notConverged(
          measure: PowerIteration.measure, iterations: iteration, change: error / value,
          tolerance: tolerance)
      }
      execution.report(change: error / value, tolerance: tolerance)
      isFresh = isClose || iteration % Self.stepsBetweenRenewals == 0
      if isFresh {
        vectors.beginAnew()
        (value, state) = vectors.renew()
      } else {
        let best = RitzProblem(state, curvature: vectors.multiply().curvature).best
        value = best.value
        state = vectors.advance(best.vector, best.step, value)
      }
    }
    preconditionFailure("the loop ends by its limit")
  }
}

/// What is to be known of a vector *x*, its residual *r* and the step *p* before.
struct ConjugateState: Sendable {
  /// *x* times *x*, *p*, *A* *x*, *A* *p*.
  var ofVector = SIMD4<Double>.zero
  /// *p* times the same.
  var ofStep = SIMD4<Double>.zero
  /// *r* times the same.
  var ofResidual = SIMD4<Double>.zero
  /// *r* times *r*.
  var square = 0.0
  /// The largest entry of *r* and of *x*.
  var error = 0.0
  var largest = 0.0

  /// Takes in the sums over other nodes.
  mutating func add(_ other: ConjugateState) {
    ofVector += other.ofVector
    ofStep += other.ofStep
    ofResidual += other.ofResidual
    square += other.square
    error = max(error, other.error)
    largest = max(largest, other.largest)
  }
}

/// The vectors of the iteration: 48 bytes a node.
private struct ConjugateVectors: Sendable {
  /// What the matrix is divided by, a power of 2 about as large as its greatest row sum: no product overflows.
  let unit: Double

  private let arcs: Arcs
  private let execution: Execution
  /// *x*, *p*, *A* *x* and *A* *p* of each node side by side, as each step mixes them.
  private let pairs: SharedVector<SIMD4<Double>>
  private let residual: SharedVector<Double>
  private let image: SharedVector<Double>

  /// Begins with the sums of the rows, which are one product nearer than equal numbers.
  init(_ arcs: Arcs, _ execution: Execution) {
    self.arcs = arcs
    self.execution = execution
    let count = arcs.nodeCount
    pairs = SharedVector(repeating: .zero, count: count)
    residual = SharedVector(repeating: 1, count: count)
    image = SharedVector(repeating: 0, count: count)
    let (ones, sums) = (residual, image)
    let largest = execution.sweep(count, 0.0) { range in
      let sums = unsafe sums.numbers
      var largest = 0.0
      unsafe arcs.forEachSum(of: range, ones.numbers) { row, sum in
        unsafe sums[row] = sum
        largest = max(largest, sum)
      }
      return largest
    } add: {
      $0 = max($0, $1)
    }
    unit = largest > 0 ? min(largest, .greatestFiniteMagnitude).binade : 1
    // A single node without a self loop has no other vector than 1.
    guard largest > 0 else { return }
    for row in 0..<count { unsafe ones.numbers[row] = unsafe sums.numbers[row] / unit }
  }

  /// Puts the product of the residual into the image.
  ///
  /// - Returns: The residual times itself and times its image.
  func multiply() -> (square: Double, curvature: Double) {
    let (arcs, residual, image, share) = (arcs, residual, image, 1 / unit)
    return execution.sweep(arcs.nodeCount, (square: 0.0, curvature: 0.0)) { range in
      let (residual, image) = unsafe (residual.numbers, image.numbers)
      var (square, curvature) = (0.0, 0.0)
      unsafe arcs.forEachSum(of: range, residual) { row, sum in
        let entry = unsafe residual[row]
        let product = sum * share
        unsafe image[row] = product
        square += entry * entry
        curvature += entry * product
      }
      return (square, curvature)
    } add: {
      $0.square += $1.square
      $0.curvature += $1.curvature
    }
  }

  /// Makes the next vector and step of the present ones and the residual, and takes its residual.
  ///
  /// - Parameters:
  ///   - vector: How much of *x*, *r* and *p* the next vector holds.
  ///   - step: How much of them the next step holds.
  ///   - value: The eigenvalue that the residual is taken with.
  /// - Returns: What is to be known of the new vectors.
  func advance(
    _ vector: SIMD3<Double>, _ step: SIMD3<Double>, _ value: Double
  ) -> ConjugateState {
    let (pairs, residual, image) = (pairs, residual, image)
    let own = SIMD4(vector[0], step[2], vector[0], step[2])
    let crossing = SIMD4(vector[2], step[0], vector[2], step[0])
    let turning = SIMD4(vector[1], step[1], vector[1], step[1])
    return execution.sweep(arcs.nodeCount, ConjugateState()) { range in
      let pairs = unsafe pairs.numbers
      let (residual, image) = unsafe (residual.numbers, image.numbers)
      var state = ConjugateState()
      for row in range {
        let old = unsafe pairs[row]
        let direction = unsafe SIMD4(residual[row], residual[row], image[row], image[row])
        let new =
          old * own + SIMD4(old[1], old[0], old[3], old[2]) * crossing + direction * turning
        let miss = new[2] - value * new[0]
        unsafe pairs[row] = new
        unsafe residual[row] = miss
        state.ofVector += new * SIMD4(repeating: new[0])
        state.ofStep += new * SIMD4(repeating: new[1])
        state.ofResidual += new * SIMD4(repeating: miss)
        state.square += miss * miss
        state.error = max(state.error, abs(miss))
        state.largest = max(state.largest, abs(new[0]))
      }
      return state
    } add: {
      $0.add($1)
    }
  }

  /// Puts the present vector in place of the residual, for its product to be taken anew.
  func beginAnew() {
    let (pairs, residual) = (pairs, residual)
    execution.sweep(arcs.nodeCount, ()) { range in
      for row in range { unsafe residual.numbers[row] = unsafe pairs.numbers[row][0] }
    } add: { _, _ in
    }
  }

  /// Takes what stands in place of the residual for the present vector; the step stays.
  func renew() -> (value: Double, state: ConjugateState) {
    let (square, curvature) = multiply()
    // After a cancellation nothing may have been summed.
    guard square > 0 else { return (0, ConjugateState()) }
    let value = curvature / square
    return (value, advance([0, 1 / square.squareRoot(), 0], [0, 0, 1], value))
  }

  /// Returns the present vector, which is positive but for rounding, divided by its largest entry.
  func leading(divisor: Double) -> [Double] { pairs.values.map { abs($0[0]) / divisor } }
}
