internal import GraphStructure

/// Moves discs apart until none lies on another, each as little as possible.
///
/// In a sweep every disc that touches others moves half the way that parts them; where they are
/// too crowded for that, the whole is stretched a little and they try again. What a disc does
/// depends on the places before the sweep alone, so the result is the same on any number of
/// threads.
struct OverlapRemoval {
  let radii: [Float]
  let gap: Float
  let execution: Execution

  /// Sweeps before the whole is stretched, and how often it may be.
  private static let sweeps = 40
  private static let stretches = 6

  /// Discs that a thread takes at once.
  private static let chunk = 2048

  /// Returns the places after the discs have been moved.
  ///
  /// - Complexity: O(*n*) a sweep.
  func parted(_ xs: [Float], _ ys: [Float]) -> (xs: [Float], ys: [Float]) {
    var (xs, ys) = (xs, ys)
    // Where they lie as thick as dust, only density can be read anyway.
    let rounds = radii.count > 20_000 ? 1 : Self.stretches
    for round in 0..<rounds {
      for _ in 0..<Self.sweeps {
        let sweep = swept(xs, ys)
        (xs, ys) = (sweep.xs, sweep.ys)
        if sweep.touching == 0 || execution.isCancelled() { return (xs, ys) }
      }
      if round < rounds - 1 {
        for index in xs.indices {
          xs[index] *= 1.08
          ys[index] *= 1.08
        }
      }
    }
    return (xs, ys)
  }

  private func swept(
    _ xs: [Float], _ ys: [Float]
  ) -> (xs: [Float], ys: [Float], touching: Int) {
    let grid = PointGrid(xs: xs, ys: ys, width: 2 * (radii.max() ?? 0) + gap)
    var touching = 0
    var newYs: [Float] = []
    let newXs = [Float](filling: xs.count) { newX in
      newYs = [Float](filling: ys.count) { newY in
        touching = execution.reduceChunks(
          of: xs.count, chunkSize: Self.chunk, into: 0, makeScratch: {},
          work: { range, _ in
            var touching = 0
            for index in range {
              let push = push(on: index, xs, ys, grid)
              touching += push.isTouched ? 1 : 0
              newX[index] = xs[index] + push.x
              newY[index] = ys[index] + push.y
            }
            return touching
          }, merge: { $0 += $1 })
      }
    }
    return (newXs, newYs, touching)
  }

  /// How far a disc moves away from those that touch it.
  private func push(
    on index: Int, _ xs: [Float], _ ys: [Float], _ grid: PointGrid
  ) -> (x: Float, y: Float, isTouched: Bool) {
    var (x, y, isTouched) = (0 as Float, 0 as Float, false)
    grid.forEachNear(xs[index], ys[index]) { other in
      guard other != index else { return }
      let reach = radii[index] + radii[other] + gap
      var (dx, dy) = (xs[index] - xs[other], ys[index] - ys[other])
      guard abs(dx) < reach, abs(dy) < reach else { return }
      var distance = (dx * dx + dy * dy).squareRoot()
      guard distance < reach else { return }
      isTouched = isTouched || distance < reach - 0.5 * gap
      if distance < 1e-4 * reach {
        // At the same place: the lower goes left, the higher right, some up and some down.
        (dx, dy) = (index < other ? -1 : 1, (index &+ other) & 1 == 0 ? 0.5 : -0.5)
        distance = (dx * dx + dy * dy).squareRoot()
        (x, y) = (x + 0.5 * reach * dx / distance, y + 0.5 * reach * dy / distance)
        return
      }
      let share = 0.5 * (reach - distance) / distance
      x += share * dx
      y += share * dy
    }
    return (x, y, isTouched)
  }
}
