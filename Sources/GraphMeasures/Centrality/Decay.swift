public import GraphStructure

extension Graph {
  /// Returns the decay centrality of every node, counting steps.
  ///
  /// > *D*(*u*) = Σ δ^*d*(*u*, *v*) over all nodes *v* ≠ *u*
  ///
  /// A node that *u* cannot reach adds 0, so the measure is defined on disconnected graphs. An
  /// isolated node scores 0. Near 0 it orders nodes as degree does, near 1 by the number of nodes
  /// that they reach.
  ///
  /// - Parameters:
  ///   - delta: What a step leaves of the value of a tie, above 0 and below 1.
  ///   - direction: `.outgoing` measures from *u*, `.incoming` towards *u*.
  ///   - scaling: `.scaled` divides by (*n* − 1) · δ, so that a node tied to all others scores 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` where `delta` does not lie
  ///   between 0 and 1.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  /// - SeeAlso: M. O. Jackson. Social and economic networks, 2008, section 2.2.4.
  public func decay(
    delta: Double, direction: Direction = .outgoing, scaling: Scaling = .scaled,
    execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    // Written so that NaN is refused too.
    guard delta > 0, delta < 1 else {
      throw .parameterOutOfRange(name: "delta", value: delta, allowed: "above 0 and below 1")
    }
    let arcs = OrderedArcs(self, direction)
    let groups = arcs.batchGroups()
    // Groups are merged in their order, and each adds up from near to far.
    let sums = arcs.sweep(
      groups, execution: execution, into: [Double](repeating: 0, count: nodeCount),
      makePart: { DecayPart(placeCount: $0) },
      add: { part, first, steps, places, counts in
        part.add(first, steps, places, counts, delta)
      },
      merge: { total, group, part in
        let first = groups[group].places.lowerBound
        for index in part.sums.indices { total[first + index] += part.sums[index] }
      })
    var scores = sums
    for (place, node) in arcs.nodes.enumerated() { scores[Int(node)] = sums[place] }
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: Double(nodeCount - 1) * delta)
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }
}

/// What the places of a group see of one batch after another.
private struct DecayPart: Sendable {
  var sums: [Double]
  /// The steps that ``power`` belongs to.
  private var steps = 0
  private var power = 1.0

  init(placeCount: Int) {
    sums = [Double](repeating: 0, count: placeCount)
  }

  mutating func add(
    _ first: Int, _ steps: Int, _ places: Span<UInt32>, _ counts: Span<UInt32>, _ delta: Double
  ) {
    // A batch begins again at one step.
    if steps <= self.steps { (self.steps, power) = (0, 1) }
    while self.steps < steps {
      power *= delta
      self.steps += 1
    }
    let power = power
    var sums = sums.mutableSpan
    for index in places.indices {
      sums[first + Int(places[index])] += Double(counts[index]) * power
    }
  }
}
