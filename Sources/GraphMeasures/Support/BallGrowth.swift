internal import GraphStructure

/// Balls around all nodes, grown step by step, with the estimated numbers of nodes in them.
struct BallGrowth {
  private let arcs: OrderedArcs
  private let registers: BallRegisters
  private let sets: ReachableSets
  private let chunks: [Range<Int>]

  /// The estimated number of nodes in the ball around each place, its center included.
  private(set) var sizes: [Double]

  /// Prepares balls of radius 0.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - direction: Which way arcs are followed.
  ///   - precision: The logarithm of the number of registers to base 2.
  init(_ graph: Graph, _ direction: Direction, precision: Int) {
    arcs = OrderedArcs(graph, direction)
    registers = BallRegisters(arcs.forward, items: arcs.nodes, precision: precision)
    sets = ReachableSets(graph, arcs, registers)
    chunks = arcs.forward.chunks(ofArcs: Self.bytesPerChunk >> precision)
    sizes = [Double](repeating: 1, count: arcs.nodeCount)
  }

  /// How much of neighbors' registers one chunk reads: some hundredths of a second.
  private static let bytesPerChunk = 1 << 26

  /// Grows the balls until they hold all that can be reached, or to a limit.
  ///
  /// - Parameters:
  ///   - limit: The greatest radius.
  ///   - execution: Threads, progress and cancellation.
  ///   - visit: Called for 1, 2, … steps with a node and by how much its ball has grown; in an order
  ///     that does not depend on threads.
  /// - Returns: The number of steps after which the last ball has grown.
  mutating func run(
    within limit: Int, execution: Execution,
    visit: (_ steps: Int, _ node: Graph.Node, _ growth: Double) -> Void
  ) -> Int {
    var steps = 0
    while steps < limit, !execution.isCancelled() {
      steps += 1
      let parts = takeStep(steps, execution.reporting(step: steps, of: limit))
      var hasGrown = false
      for part in parts {
        hasGrown = hasGrown || part.hasChanged
        for (place, size) in zip(part.places, part.sizes) {
          let place = Int(place)
          let growth = size - sizes[place]
          // A sketch may say less of a ball than the exact first step, or the last, did.
          guard growth > 0 else { continue }
          hasGrown = true
          sizes[place] = size
          visit(steps, Graph.Node(arcs.nodes[place]), growth)
        }
      }
      guard hasGrown else {
        steps -= 1
        break
      }
    }
    if !execution.isCancelled() { execution.onProgress?(1) }
    return steps
  }

  private func takeStep(_ steps: Int, _ execution: Execution) -> [BallRegisters.Growth] {
    let parts = execution.map(chunks.count, chunkSize: 1, makeScratch: {}) { chunk, _ in
      let places = chunks[chunk]
      guard steps > 1 else {
        registers.takeFirstStep(places)
        return arcs.forward.exactFirstGrowth(of: places)
      }
      // Registers may know all after the first step, whose exact count does not look at them. A
      // ball that is not yet all grows in the second.
      var growth = registers.takeStep(places) { steps == 2 && sets.isKnown($0) }
      for index in growth.sizes.indices {
        growth.sizes[index] = sets.corrected(growth.sizes[index], at: Int(growth.places[index]))
      }
      return growth
    }
    registers.finishStep()
    return parts
  }

  /// Returns the registers of the ball around each node.
  func registersByNode() -> [[UInt8]] {
    var rows = [[UInt8]](repeating: [], count: arcs.nodeCount)
    for (place, node) in arcs.nodes.enumerated() {
      rows[Int(node)] = registers.registers(around: place)
    }
    return rows
  }
}

extension Arcs {
  /// Cuts the nodes into ranges of at most 1,024 nodes and so many arcs, or of one node.
  fileprivate func chunks(ofArcs limit: Int) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var first = 0
    for node in 0..<nodeCount where node > first {
      guard offsets[node + 1] - offsets[first] > limit || node - first == 1024 else { continue }
      chunks.append(first..<node)
      first = node
    }
    if first < nodeCount { chunks.append(first..<nodeCount) }
    return chunks
  }

  /// Returns the sizes of balls of radius 1, self loops and parallel arcs left out.
  fileprivate func exactFirstGrowth(of places: Range<Int>) -> BallRegisters.Growth {
    var growth = BallRegisters.Growth()
    for place in places {
      var size = 1
      var previous: UInt32?
      // Rows are ascending.
      for arc in offsets[place]..<offsets[place + 1] {
        if ends[arc] != previous, Int(ends[arc]) != place { size += 1 }
        previous = ends[arc]
      }
      guard size > 1 else { continue }
      growth.places.append(UInt32(truncatingIfNeeded: place))
      growth.sizes.append(Double(size))
    }
    return growth
  }
}

extension Execution {
  /// The same for one step of many, whose number is not known where there is no limit: each two
  /// steps halve what is left.
  fileprivate func reporting(step: Int, of limit: Int) -> Execution {
    tellingProgress { share in
      let done = Double(step - 1) + share
      return limit < 64 ? done / Double(limit) : 1 - 1 / (1 + done / 2)
    }
  }
}
