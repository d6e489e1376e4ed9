internal import GraphStructure

/// The forces between bodies that all repel each other and are held together by springs.
///
/// A body repels another of mass *m* at distance *d* by *m* *k*³ / *d*² (far groups as one body,
/// after J. Barnes and P. Hut), a spring of pull *w* draws by *w* *d*² / *k*.
///
/// Each force is summed up in an order that only the positions decide, so the same positions give
/// the same bits on any number of threads.
struct SpringForces {
  let graph: SpringGraph
  let execution: Execution

  /// How wide a far square may be, as a share of its distance, to act as one body.
  private static let openness: Float = 0.9

  /// Adds up the forces.
  ///
  /// - Parameters:
  ///   - xs: Where the bodies are.
  ///   - ys: Where the bodies are.
  ///   - step: How far each body moves along its force.
  /// - Returns: Where they have moved to, and the sum of the squares of all forces.
  /// - Complexity: O(*n* log *n* + *m*).
  func moved(
    xs: [Float], ys: [Float], step: Float
  ) -> (xs: [Float], ys: [Float], energy: Double) {
    let tree = PointTree(xs: xs, ys: ys, masses: graph.masses)
    var energy = 0.0
    var newYs: [Float] = []
    let newXs = [Float](filling: xs.count) { newX in
      newYs = [Float](filling: xs.count) { newY in
        energy = execution.reduceChunks(
          of: tree.leaves.count, chunkSize: 64, into: 0.0, makeScratch: { BodyList() },
          work: { leaves, list in
            var energy = 0.0
            for leaf in leaves {
              let square = tree.squares[Int(tree.leaves[leaf])]
              list.gather(for: square, of: tree, openness: Self.openness)
              for place in Int(square.first)..<Int(square.end) {
                let node = Int(tree.order[place])
                let (x, y) = (xs[node], ys[node])
                var (forceX, forceY) = list.repulsion(x: x, y: y)
                let mass = graph.masses[node]
                var (pullX, pullY) = (0 as Float, 0 as Float)
                for arc in graph.row(node) {
                  let other = Int(graph.ends[arc])
                  let (alongX, alongY) = (xs[other] - x, ys[other] - y)
                  let distance = (alongX * alongX + alongY * alongY).squareRoot()
                  let pull = graph.pulls[arc] * distance
                  pullX += pull * alongX
                  pullY += pull * alongY
                }
                forceX += pullX / mass
                forceY += pullY / mass
                let squared = forceX * forceX + forceY * forceY
                energy += Double(squared * mass)
                let scale = step / max(squared.squareRoot(), 1e-12)
                newX[node] = x + scale * forceX
                newY[node] = y + scale * forceY
              }
            }
            return energy
          },
          merge: { $0 += $1 })
      }
    }
    return (newXs, newYs, energy)
  }
}

/// The bodies that act on the points of a leaf: near points one by one, far squares as one each.
struct BodyList {
  private typealias Lanes = SIMD8<Float>

  private var xs: [Lanes] = []
  private var ys: [Lanes] = []
  private var masses: [Lanes] = []
  private var count = 0

  /// Gathers them.
  mutating func gather(
    for leaf: PointTree.Square, of tree: PointTree, openness: Float
  ) {
    count = 0
    var (left, right) = (Float.infinity, -Float.infinity)
    var (bottom, top) = (Float.infinity, -Float.infinity)
    for point in Int(leaf.first)..<Int(leaf.end) {
      (left, right) = (min(left, tree.xs[point]), max(right, tree.xs[point]))
      (bottom, top) = (min(bottom, tree.ys[point]), max(top, tree.ys[point]))
    }
    var index = 0
    while index < tree.squares.count {
      let square = tree.squares[index]
      let across = max(0, max(left - square.x, square.x - right))
      let along = max(0, max(bottom - square.y, square.y - top))
      let reach = square.width * square.width
      if reach < openness * openness * (across * across + along * along) {
        add(square.x, square.y, square.mass)
        index = Int(square.next)
      } else if square.isLeaf {
        for point in Int(square.first)..<Int(square.end) {
          add(tree.xs[point], tree.ys[point], tree.masses[point])
        }
        index = Int(square.next)
      } else {
        index += 1
      }
    }
    // The last lanes hold nothing.
    while count & 7 != 0 { add(0, 0, 0) }
  }

  private mutating func add(_ x: Float, _ y: Float, _ mass: Float) {
    let lane = count & 7
    let place = count >> 3
    if place == xs.count {
      xs.append(.zero)
      ys.append(.zero)
      masses.append(.zero)
    }
    xs[place][lane] = x
    ys[place][lane] = y
    masses[place][lane] = mass
    count += 1
  }

  /// The force on a point; a body at the same place exerts none.
  func repulsion(x: Float, y: Float) -> (x: Float, y: Float) {
    var (sumX, sumY) = (Lanes.zero, Lanes.zero)
    let xs = xs.span
    let ys = ys.span
    let masses = masses.span
    for place in 0..<(count >> 3) {
      let alongX = x - xs[place]
      let alongY = y - ys[place]
      let squared = alongX * alongX + alongY * alongY + 1e-6
      let force = masses[place] / (squared * squared.squareRoot())
      sumX += force * alongX
      sumY += force * alongY
    }
    return (sumX.sum(), sumY.sum())
  }
}
