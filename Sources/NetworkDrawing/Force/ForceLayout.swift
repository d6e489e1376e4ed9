internal import GraphStructure

/// Places the nodes of a connected graph by a multilevel force model.
///
/// The graph is made smaller step by step; the smallest is placed from random positions, and each
/// larger one begins where the smaller one ended, so that a network of any size unfolds in a few
/// sweeps.
///
/// - SeeAlso: Y. Hu. Efficient, high-quality force-directed graph drawing. The Mathematica Journal
///   10, 2005, whose levels and steps these are.
struct ForceLayout {
  let execution: Execution

  /// How many sweeps a level of so many nodes gets at most.
  private static func sweepLimit(_ count: Int) -> Int {
    switch count {
    case ..<2000: 300
    case ..<20_000: 150
    default: 90
    }
  }

  /// Returns a place for each node; an edge is about 1 long.
  ///
  /// - Parameters:
  ///   - graph: A connected graph.
  ///   - seed: Of the first positions.
  /// - Returns: The places.
  /// - Complexity: O((*n* log *n* + *m*) sweeps) time, O(*n* + *m*) space.
  func places(of graph: SpringGraph, seed: UInt64) -> (xs: [Float], ys: [Float]) {
    var levels: [Coarsening] = []
    var coarsest = graph
    while coarsest.nodeCount > 12, levels.count < 40 {
      let level = Coarsening(of: coarsest)
      // Where hardly anything could be joined, more levels are of no use.
      guard Double(level.graph.nodeCount) < 0.9 * Double(coarsest.nodeCount) else { break }
      levels.append(level)
      coarsest = level.graph
    }
    var bits = RandomBits(seed: seed)
    let width = Float(coarsest.nodeCount).squareRoot()
    var xs = (0..<coarsest.nodeCount).map { _ in width * Float(bits.nextUnit()) }
    var ys = (0..<coarsest.nodeCount).map { _ in width * Float(bits.nextUnit()) }
    (xs, ys) = settled(coarsest, xs, ys, step: 0.3 * width)
    for place in levels.indices.reversed() {
      let parents = levels[place].parents
      let finer = place == 0 ? graph : levels[place - 1].graph
      let growth = (Float(finer.nodeCount) / Float(levels[place].graph.nodeCount)).squareRoot()
      let fineXs = parents.map { growth * xs[Int($0)] + 0.3 * (Float(bits.nextUnit()) - 0.5) }
      let fineYs = parents.map { growth * ys[Int($0)] + 0.3 * (Float(bits.nextUnit()) - 0.5) }
      (xs, ys) = settled(finer, fineXs, fineYs, step: 0.4)
    }
    return (xs, ys)
  }

  /// Moves the nodes until they rest.
  private func settled(
    _ graph: SpringGraph, _ xs: [Float], _ ys: [Float], step: Float
  ) -> (xs: [Float], ys: [Float]) {
    let forces = SpringForces(graph: graph, execution: execution)
    var (xs, ys, step) = (xs, ys, step)
    var last = Double.infinity
    var gains = 0
    for _ in 0..<Self.sweepLimit(graph.nodeCount) {
      let sweep = forces.moved(xs: xs, ys: ys, step: step)
      (xs, ys) = (sweep.xs, sweep.ys)
      if sweep.energy < last {
        gains += 1
        if gains >= 5 {
          gains = 0
          step /= 0.9
        }
      } else {
        gains = 0
        step *= 0.9
      }
      last = sweep.energy
      if step < 0.005 || execution.isCancelled() { break }
    }
    return (xs, ys)
  }
}
