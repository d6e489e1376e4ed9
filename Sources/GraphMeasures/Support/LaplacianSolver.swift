internal import GraphStructure

/// Potentials in a connected network of wires, eight sources at once.
///
/// A unit of current enters at a source and leaves at all nodes alike. The potentials solve *L* *x* =
/// *e* − 1/*n* with the Laplacian *L*; they are found by conjugate gradients, each entry of the residual
/// divided by its diagonal, and add up to 0: so *x* is a column of the pseudo-inverse of *L*.
///
/// How far off they are is known from the residual *r*: the energy of the error is at most |*r*|² / λ,
/// with λ the least eigenvalue above 0 of *L*, and λ ≥ 4 *c* / (*n* *D*) for the least conductance *c*
/// and the diameter *D*. A potential *x*(*s*) at its own source is off by that energy at most; the
/// difference of potentials along a wire of conductance *c*, by its root over *c*.
///
/// - SeeAlso: M. R. Hestenes, E. Stiefel. Methods of conjugate gradients for solving linear systems.
///   Journal of Research of the National Bureau of Standards 49, 1952; B. Mohar. Eigenvalues,
///   diameter, and mean distance in graphs. Graphs and Combinatorics 7, 1991, for λ.
struct LaplacianSolver: Sendable {
  /// Sources at once.
  static let width = 8
  typealias Lane = SIMD8<Double>

  /// What is wanted of the potentials.
  enum Quantity {
    /// That of each source itself.
    case ownPotentials
    /// Those between the ends of wires.
    case differencesAlongWires
  }

  /// The columns that one thread works with.
  struct Scratch {
    fileprivate var potentials: [Lane]
    fileprivate var residual: [Lane]
    fileprivate var direction: [Lane]
    fileprivate var image: [Lane]
  }

  private let arcs: Arcs
  /// What the wires at each node conduct together.
  private let diagonal: [Double]
  private let inverse: [Double]
  /// The residual at which a search ends, in the Euclidean norm.
  let limit: Double
  let iterationLimit: Int

  /// Prepares a connected network of at least two nodes.
  ///
  /// - Parameters:
  ///   - arcs: Of each wire both, and what they conduct, above 0.
  ///   - quantity: What is wanted of the potentials.
  ///   - error: Its greatest error.
  init(_ arcs: Arcs, for quantity: Quantity, error: Double) {
    self.arcs = arcs
    let count = arcs.nodeCount
    diagonal = (0..<count).map { node in
      (arcs.offsets[node]..<arcs.offsets[node + 1]).reduce(0) { $0 + (arcs.values?[$1] ?? 1) }
    }
    inverse = diagonal.map { 1 / $0 }
    let least = arcs.values?.min() ?? 1
    let gap = 4 * least / (Double(count) * Double(max(1, Self.diameterBound(arcs))))
    let wanted =
      switch quantity {
      case .ownPotentials: (error * gap).squareRoot()
      case .differencesAlongWires: error * (gap * least).squareRoot()
      }
    // Rounding alone leaves a residual near 1e-14.
    limit = max(2e-14, wanted)
    iterationLimit = 4 * count + 200
  }

  /// Returns a number that the diameter does not pass: twice the steps to the farthest of the first.
  private static func diameterBound(_ arcs: Arcs) -> Int {
    var steps = [Int](repeating: -1, count: arcs.nodeCount)
    var queue = [0]
    steps[0] = 0
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        guard steps[end] < 0 else { continue }
        steps[end] = steps[node] + 1
        queue.append(end)
      }
    }
    return min(arcs.nodeCount - 1, 2 * (queue.last.map { steps[$0] } ?? 0))
  }

  func makeScratch() -> Scratch {
    let zeros = [Lane](repeating: .zero, count: arcs.nodeCount)
    return Scratch(potentials: zeros, residual: zeros, direction: zeros, image: zeros)
  }

  /// Finds the potentials for up to eight sources.
  ///
  /// - Parameters:
  ///   - sources: The sources.
  ///   - scratch: Working memory.
  ///   - isCancelled: Asked now and then whether to give up.
  /// - Returns: Whether they were found.
  func solve(
    from sources: Range<Int>, _ scratch: inout Scratch, isCancelled: () -> Bool
  ) -> Bool {
    var products = start(from: sources, &scratch)
    for iteration in 0..<iterationLimit {
      if iteration % 16 == 15, isCancelled() { return false }
      let curvature = multiply(scratch.direction, &scratch.image)
      // A system that is solved has nothing left to go for.
      let step = (products / curvature).replacing(with: 0, where: curvature .<= 0)
      let (square, next) = advance(
        step, scratch.direction, scratch.image, &scratch.potentials, &scratch.residual)
      if square.max() <= limit * limit {
        center(&scratch)
        return true
      }
      turn(
        (next / products).replacing(with: 0, where: products .<= 0), scratch.residual,
        &scratch.direction)
      products = next
    }
    return false
  }

  /// The potential of a node for each source of the last solution.
  func potential(of node: Int, _ scratch: Scratch) -> Lane { scratch.potentials[node] }

  private func start(from sources: Range<Int>, _ scratch: inout Scratch) -> Lane {
    let count = arcs.nodeCount
    // Where there are fewer sources, nothing flows in the rest.
    var share = Lane.zero
    for place in 0..<sources.count { share[place] = -1 / Double(count) }
    var products = Lane.zero
    for node in 0..<count {
      var residual = share
      if sources.contains(node) { residual[node - sources.lowerBound] += 1 }
      let preconditioned = residual * inverse[node]
      scratch.potentials[node] = .zero
      scratch.residual[node] = residual
      scratch.direction[node] = preconditioned
      products += residual * preconditioned
    }
    return products
  }

  /// Puts into the image what the Laplacian makes of the direction; returns their products.
  private func multiply(_ direction: [Lane], _ image: inout [Lane]) -> Lane {
    let (offsets, ends, diagonal) = (arcs.offsets.span, arcs.ends.span, diagonal.span)
    let direction = direction.span
    var image = image.mutableSpan
    var curvature = Lane.zero
    for node in diagonal.indices {
      var sum = direction[node] * diagonal[node]
      if let values = arcs.values {
        for arc in offsets[node]..<offsets[node + 1] {
          sum -= direction[Int(ends[arc])] * values[arc]
        }
      } else {
        for arc in offsets[node]..<offsets[node + 1] { sum -= direction[Int(ends[arc])] }
      }
      image[node] = sum
      curvature += sum * direction[node]
    }
    return curvature
  }

  /// Takes a step; returns the squares of the residuals, and their products with what follows.
  private func advance(
    _ step: Lane, _ direction: [Lane], _ image: [Lane], _ potentials: inout [Lane],
    _ residual: inout [Lane]
  ) -> (Lane, Lane) {
    let (image, direction, inverse) = (image.span, direction.span, inverse.span)
    var potentials = potentials.mutableSpan
    var residual = residual.mutableSpan
    var (square, products) = (Lane.zero, Lane.zero)
    for node in inverse.indices {
      potentials[node] += step * direction[node]
      let rest = residual[node] - step * image[node]
      residual[node] = rest
      square += rest * rest
      products += rest * rest * inverse[node]
    }
    return (square, products)
  }

  /// Takes the next direction.
  private func turn(_ factor: Lane, _ residual: [Lane], _ direction: inout [Lane]) {
    let (residual, inverse) = (residual.span, inverse.span)
    var direction = direction.mutableSpan
    for node in inverse.indices {
      direction[node] = residual[node] * inverse[node] + factor * direction[node]
    }
  }

  /// Makes the potentials add up to 0.
  private func center(_ scratch: inout Scratch) {
    let mean = scratch.potentials.reduce(.zero, +) / Lane(repeating: Double(arcs.nodeCount))
    for node in scratch.potentials.indices { scratch.potentials[node] -= mean }
  }
}
