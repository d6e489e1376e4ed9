public import GraphStructure

extension Graph {
  /// Returns Burt's constraint of every node, indexed by node: how far its contacts are tied to
  /// each other and so leave it no choice.
  ///
  /// > *c*(*u*) = Σ (*p*(*u*, *v*) + Σ *p*(*u*, *w*) *p*(*w*, *v*))² over the contacts *v* of *u*
  /// >
  /// > *p*(*u*, *v*) = (*a*(*u*, *v*) + *a*(*v*, *u*)) / Σ (*a*(*u*, *w*) + *a*(*w*, *u*))
  ///
  /// where the inner sum runs over *w* ≠ *u*, *v*, and *a* is 1 for every arc. Contacts are tied
  /// either way. The shares *p* are those of the **whole network**, as in networkx and igraph:
  /// what a contact spends outside the ego network counts too (UCINET's default leaves it out). Self
  /// loops are ignored, parallel edges count once. A node without contacts has no constraint: NaN.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores; low for brokers. They can pass 1 where a node has few contacts.
  /// - Complexity: O(Σ *k*²) over the degrees *k*.
  /// - SeeAlso: R. S. Burt. Structural holes, 1992, chapter 2.
  public func constraint(execution: Execution = .standard) -> [Double] {
    constraint(TieShares(neighborArcs()), execution)
  }

  /// Returns Burt's constraint of every node, with edges that count 1 or their strengths.
  ///
  /// - Parameters:
  ///   - values: Whether *a*(*u*, *v*) is 1 or the strength of the arc, which must not be below 0.
  ///     Strengths of parallel edges are added. Where all strengths at a node are 0, it counts as
  ///     one without contacts: NaN.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(Σ *k*²) over the degrees *k*.
  public func constraint(
    values: EdgeValues, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    try checkStrengths(values)
    return constraint(TieShares(neighborArcs(values)), execution)
  }

  private func constraint(_ ties: TieShares, _ execution: Execution) -> [Double] {
    execution.mapNodes(
      nodeCount, missing: .nan, makeScratch: { ContactSums(nodeCount: ties.arcs.nodeCount) }
    ) { node, sums in
      guard ties.sum[node] > 0 else { return .nan }
      ties.addIndirect(of: node, to: &sums) { contact, value in value / ties.sum[contact] }
      var constraint = 0.0
      for arc in ties.arcs.offsets[node]..<ties.arcs.offsets[node + 1] {
        let contact = Int(ties.arcs.ends[arc])
        let share = (ties.value(arc) + sums.take(contact)) / ties.sum[node]
        constraint += share * share
      }
      return constraint
    }
  }
}

/// What the ties between neighbors count, and their sums.
struct TieShares: Sendable {
  /// The neighbors of every node, each once, with what both arcs of a pair count together.
  let arcs: Arcs
  /// What all ties of each node count together.
  let sum: [Double]
  /// What the strongest tie of each node counts.
  let largest: [Double]

  init(_ arcs: Arcs) {
    self.arcs = arcs
    var sum: [Double] = []
    var largest: [Double] = []
    for node in 0..<arcs.nodeCount {
      let row = arcs.offsets[node]..<arcs.offsets[node + 1]
      sum.append(row.reduce(0) { $0 + (arcs.values?[$1] ?? 1) })
      largest.append(row.reduce(0) { max($0, arcs.values?[$1] ?? 1) })
    }
    self.sum = sum
    self.largest = largest
  }

  func value(_ arc: Int) -> Double { arcs.values?[arc] ?? 1 }

  /// Adds, for every contact *v* of a node *u*, what leads from *u* to *v* over a third node *w*:
  /// *a*(*u*, *w*) times a share that *w* holds in its tie with *v*.
  ///
  /// - Parameters:
  ///   - node: The node *u*.
  ///   - sums: Receives the sum for every contact *v*.
  ///   - share: Returns the share, given *w* and what its tie with *v* counts.
  func addIndirect(
    of node: Int, to sums: inout ContactSums, share: (_ third: Int, _ value: Double) -> Double
  ) {
    let row = arcs.offsets[node]..<arcs.offsets[node + 1]
    for arc in row { sums.begin(Int(arcs.ends[arc])) }
    for arc in row {
      let third = Int(arcs.ends[arc])
      guard value(arc) > 0 else { continue }
      for onward in arcs.offsets[third]..<arcs.offsets[third + 1] {
        sums.add(value(arc) * share(third, value(onward)), to: Int(arcs.ends[onward]))
      }
    }
  }
}

/// One sum for each contact of a node, taken out again before the next node.
struct ContactSums: Sendable {
  private var sums: [Double]
  private var isContact: [Bool]

  init(nodeCount: Int) {
    sums = [Double](repeating: 0, count: nodeCount)
    isContact = [Bool](repeating: false, count: nodeCount)
  }

  /// Opens a sum for a contact.
  mutating func begin(_ contact: Int) { isContact[contact] = true }

  /// Adds to a node's sum if it is a contact.
  mutating func add(_ value: Double, to node: Int) {
    if isContact[node] { sums[node] += value }
  }

  /// Returns a contact's sum and closes it.
  mutating func take(_ contact: Int) -> Double {
    defer {
      sums[contact] = 0
      isContact[contact] = false
    }
    return sums[contact]
  }
}
