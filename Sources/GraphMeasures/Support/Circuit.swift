internal import GraphStructure

/// A component of a graph as an electrical network.
struct Circuit: Sendable {
  /// A wire between two places of ``nodes``.
  struct Wire: Sendable {
    let first: Int
    let second: Int
    let conductance: Double
  }

  /// The nodes of the component, ascending: at least two.
  private(set) var nodes: [Int]
  private(set) var wires: [Wire] = []

  /// Both directions of each wire, between places.
  private var arcs = Arcs(offsets: [0], ends: [], values: nil)

  /// The number of wires at each place.
  var wireCounts: [Int] { nodes.indices.map { arcs.degree(of: $0) } }

  /// Returns the components that hold an edge.
  static func all(of graph: Graph, _ values: EdgeValues) throws(MeasureError) -> [Circuit] {
    try graph.checkStrengths(values)
    let arcs = graph.neighborArcs(values)
    var place = [Int](repeating: -1, count: graph.nodeCount)
    var circuits: [Circuit] = []
    for start in graph.nodes where place[start] < 0 {
      var members = [start]
      place[start] = 0
      var next = 0
      while next < members.count {
        for arc in arcs.offsets[members[next]]..<arcs.offsets[members[next] + 1] {
          let end = Int(arcs.ends[arc])
          guard place[end] < 0, arcs.values?[arc] != 0 else { continue }
          place[end] = 0
          members.append(end)
        }
        next += 1
      }
      guard members.count > 1 else { continue }
      circuits.append(Circuit(nodes: members.sorted(), arcs, &place))
    }
    return circuits
  }

  private init(nodes: [Int], _ arcs: Arcs, _ place: inout [Int]) {
    self.nodes = nodes
    for (index, node) in nodes.enumerated() { place[node] = index }
    var conductances: [Double] = []
    for (first, node) in nodes.enumerated() {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where Int(arcs.ends[arc]) != node {
        let conductance = arcs.values?[arc] ?? 1
        guard conductance > 0 else { continue }
        let second = place[Int(arcs.ends[arc])]
        self.arcs.ends.append(UInt32(truncatingIfNeeded: second))
        conductances.append(conductance)
        if second > first {
          wires.append(Wire(first: first, second: second, conductance: conductance))
        }
      }
      self.arcs.offsets.append(self.arcs.ends.count)
    }
    if arcs.values != nil { self.arcs.values = conductances }
  }

  /// The greatest error of a difference of potentials along a wire, and of the potential of a source,
  /// where they are found step by step.
  private static let wireError = 1e-10
  private static let ownError = 1e-12

  /// Below so many nodes elimination takes no time to speak of.
  private static let smallCount = 400
  /// As many products with the Laplacian take as long as one elimination.
  private static let productsPerElimination = 60

  /// Whether potentials are found source by source, and not all by one elimination.
  private var isSparse: Bool {
    nodes.count >= Self.smallCount
      && Self.productsPerElimination * arcs.ends.count < nodes.count * nodes.count
  }

  /// Refuses what takes more memory than there is.
  private func checkMemory(
    _ measure: String, _ execution: Execution
  ) throws(MeasureError) {
    let needed = nodes.count * nodes.count * MemoryLayout<Double>.size
    let limit = execution.memoryLimit ?? 1 << 32
    guard needed <= limit else {
      throw .memoryTooSmall(measure: measure, needed: needed, limit: limit)
    }
  }

  /// Returns for each node the sum of the resistances between it and all others.
  ///
  /// - Returns: The sums; nil after a cancellation.
  func sumsOfResistances(
    _ measure: String, _ execution: Execution
  ) throws(MeasureError) -> [Double]? {
    let count = nodes.count
    guard isSparse else {
      try checkMemory(measure, execution)
      guard let inverse = groundedInverse(execution) else { return nil }
      let trace = (0..<count).reduce(0) { $0 + inverse[$1][$1] }
      // R(u, v) = g(u, u) + g(v, v) − 2 g(u, v), added up over all v.
      return (0..<count).map { node in
        Double(count) * inverse[node][node] + trace - 2 * inverse[node].reduce(0, +)
      }
    }
    let solver = LaplacianSolver(arcs, for: .ownPotentials, error: Self.ownError)
    let own = try solved(by: solver, measure, execution) { sources, scratch in
      sources.map { solver.potential(of: $0, scratch)[$0 - sources.lowerBound] }
    }
    guard let own else { return nil }
    // The columns of the pseudo-inverse add up to 0.
    let trace = own.reduce(0, +)
    return own.map { Double(count) * $0 + trace }
  }

  /// Returns the potentials of all nodes (columns) where a unit of current enters at each (rows), up to
  /// a number that is added to a row.
  ///
  /// - Returns: The rows; nil after a cancellation.
  func potentials(
    _ measure: String, _ execution: Execution
  ) throws(MeasureError) -> [[Double]]? {
    try checkMemory(measure, execution)
    guard isSparse else { return groundedInverse(execution) }
    let solver = LaplacianSolver(arcs, for: .differencesAlongWires, error: Self.wireError)
    return try solved(by: solver, measure, execution) { sources, scratch in
      sources.map { source in
        nodes.indices.map { solver.potential(of: $0, scratch)[source - sources.lowerBound] }
      }
    }
  }

  /// Solves for all sources, some at a time.
  private func solved<Value: Sendable>(
    by solver: LaplacianSolver, _ measure: String, _ execution: Execution,
    _ values: @Sendable (Range<Int>, LaplacianSolver.Scratch) -> [Value]
  ) throws(MeasureError) -> [Value]? {
    let (count, width) = (nodes.count, LaplacianSolver.width)
    let found = execution.map(
      (count + width - 1) / width, chunkSize: 1, makeScratch: { solver.makeScratch() }
    ) { block, scratch -> [Value]? in
      let sources = (block * width)..<min(count, (block + 1) * width)
      guard solver.solve(from: sources, &scratch, isCancelled: execution.isCancelled)
      else { return nil }
      return values(sources, scratch)
    }
    guard !execution.isCancelled() else { return nil }
    guard !found.contains(where: { $0 == nil }) else {
      throw .notConverged(
        measure: measure, iterations: solver.iterationLimit, change: .nan,
        tolerance: solver.limit)
    }
    return found.flatMap { $0 ?? [] }
  }

  /// Returns the potentials of all nodes (columns) where a unit of current enters at each (rows) and
  /// leaves at the first node, whose potential is 0.
  ///
  /// That is the inverse of the Laplacian without its first row and column, which are zeros here.
  ///
  /// - Parameter execution: Progress and cancellation.
  /// - Returns: The rows; nil after a cancellation.
  private func groundedInverse(_ execution: Execution) -> [[Double]]? {
    let count = nodes.count
    var rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for wire in wires {
      rows[wire.first][wire.first] += wire.conductance
      rows[wire.second][wire.second] += wire.conductance
      rows[wire.first][wire.second] -= wire.conductance
      rows[wire.second][wire.first] -= wire.conductance
    }
    rows[0] = [Double](repeating: 0, count: count)
    for row in 1..<count { rows[row][0] = 0 }
    // Gauss and Jordan in place; the matrix is positive definite, so no pivot is near 0.
    for pivot in 1..<count {
      guard !execution.isCancelled() else { return nil }
      let inverse = 1 / rows[pivot][pivot]
      rows[pivot][pivot] = 1
      for column in 1..<count { rows[pivot][column] *= inverse }
      let pivotRow = rows[pivot]
      for row in 1..<count where row != pivot {
        let factor = rows[row][pivot]
        guard factor != 0 else { continue }
        rows[row][pivot] = 0
        rows[row].subtract(pivotRow, times: factor, from: 1)
      }
      execution.onProgress?(Double(pivot) / Double(count - 1))
    }
    return rows
  }

  /// Returns what flows in a wire, whichever way, added up over all pairs of nodes.
  ///
  /// The current of a pair is the difference of what each of its nodes, as the only source, would
  /// make flow; sorted, all differences are added up at once.
  func sumOfCurrents(in wire: Int, _ potentials: [[Double]]) -> Double {
    let wire = wires[wire]
    let (first, second) = (potentials[wire.first], potentials[wire.second])
    let drops = zip(first, second).map { $0 - $1 }.sorted()
    var sum = 0.0
    for (place, drop) in drops.enumerated() {
      sum += drop * Double(2 * place + 1 - drops.count)
    }
    return sum * wire.conductance
  }
}
