internal import GraphStructure

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Sets of nodes that many nodes reach in the end, with their exact sizes beside what a sketch says
/// of them.
///
/// In an undirected graph these are the components. In a directed one it is what the largest strong
/// component reaches, for the nodes of that component.
struct ReachableSets {
  private struct Known {
    /// The exact number of nodes.
    var size: Double
    /// What the estimator says of all of them.
    var estimate: Double
    /// The logarithm of the first over the second.
    var error: Double
  }

  private var sets: [Known] = []
  /// The set that each place reaches, −1 where it is not known.
  private var setOfPlace: [Int32]

  /// Finds the sets and tells the registers where the largest of them can stop.
  init(_ graph: Graph, _ arcs: OrderedArcs, _ registers: BallRegisters) {
    setOfPlace = [Int32](repeating: -1, count: arcs.nodeCount)
    if graph.isDirected {
      findDirected(graph, arcs, registers)
    } else {
      for component in arcs.components { add(component, members: component, registers) }
      guard let largest = arcs.components.max(by: { $0.count < $1.count }) else { return }
      registers.setGoal(
        isMember: (0..<arcs.nodeCount).map { largest.contains($0) },
        registers: registers.registers(of: largest))
    }
  }

  private mutating func findDirected(
    _ graph: Graph, _ arcs: OrderedArcs, _ registers: BallRegisters
  ) {
    let strong = graph.strongComponents()
    guard let largest = strong.largest, strong.sizes[largest] > 1 else { return }
    let isMember = arcs.nodes.map { strong.labels[Int($0)] == largest }
    guard let member = isMember.firstIndex(of: true) else { return }
    var search = BreadthFirstSearch(nodeCount: arcs.nodeCount)
    search.run(from: member, over: arcs.forward)
    let reached = search.queue.prefix(search.reachedCount).map { Int($0) }
    add(isMember.indices.filter { isMember[$0] }, members: reached, registers)
    registers.setGoal(isMember: isMember, registers: registers.registers(of: reached))
  }

  private mutating func add(
    _ places: some Sequence<Int>, members: some Collection<Int>, _ registers: BallRegisters
  ) {
    let estimate = registers.estimator.estimate(registers.registers(of: members))
    let size = Double(members.count)
    for place in places { setOfPlace[place] = Int32(truncatingIfNeeded: sets.count) }
    sets.append(Known(size: size, estimate: estimate, error: log(size / estimate)))
  }

  /// Whether the set that a place reaches is known.
  func isKnown(_ place: Int) -> Bool { setOfPlace[place] >= 0 }

  /// Returns a better estimate of the size of a ball.
  ///
  /// The error of a sketch of a set is shared by those of its subsets: of registers that are least
  /// values of random draws, the relative errors of a set and of a part *p* of it have the
  /// covariance *p* · variance. So the known error of the whole, to the power *p*, is taken out,
  /// which leaves √(1 − *p*²) of the standard error and nothing of it at the end.
  ///
  /// - Parameters:
  ///   - size: What the estimator says.
  ///   - place: The center of the ball.
  /// - Returns: The size, at most that of the whole.
  func corrected(_ size: Double, at place: Int) -> Double {
    guard setOfPlace[place] >= 0 else { return min(size, Double(setOfPlace.count)) }
    let whole = sets[Int(setOfPlace[place])]
    guard size < whole.estimate else { return whole.size }
    return min(whole.size, size * exp(size / whole.estimate * whole.error))
  }
}
