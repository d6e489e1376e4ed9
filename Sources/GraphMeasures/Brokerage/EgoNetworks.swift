public import GraphStructure

extension Graph {
  /// Returns Burt's constraint of every node within its ego network, as UCINET does by default.
  ///
  /// The definition is that of ``constraint(execution:)``, but shares *p*(*w*, *v*) of a contact *w*
  /// are taken of its ties with *u* and *u*'s other contacts only: what it spends elsewhere does not
  /// count. So the scores are at least as high. Directions are added up, self loops are ignored,
  /// parallel edges count once. A node without contacts: NaN.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node.
  /// - Complexity: O(Σ *k*²) over the degrees *k*.
  /// - SeeAlso: R. S. Burt. Structural holes, 1992, chapter 2; S. P. Borgatti, M. G. Everett,
  ///   L. C. Freeman. UCINET for Windows, 2002.
  public func egoConstraint(execution: Execution = .standard) -> [Double] {
    mapEgoNetworks(execution) { ties, node, network in
      var constraint = 0.0
      network.addIndirect(of: node, ties)
      for (contact, value) in ties.row(node) {
        let share = (value + network.sums[contact]) / ties.sum[node]
        constraint += share * share
      }
      return constraint
    }
  }

  /// Returns Burt's effective size of every node within its ego network, as UCINET does by default.
  ///
  /// The definition is that of ``effectiveSize(execution:)``, but the strongest tie of a contact is
  /// looked for among its ties with *u* and *u*'s other contacts only.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The sizes, indexed by node; NaN for a node without contacts.
  /// - Complexity: O(Σ *k*²) over the degrees *k*.
  /// - SeeAlso: As for ``egoConstraint(execution:)``.
  public func egoEffectiveSize(execution: Execution = .standard) -> [Double] {
    mapEgoNetworks(execution) { ties, node, network in
      var redundancy = 0.0
      for (contact, value) in ties.row(node) {
        let largest = network.ties(of: contact, value, ties).largest
        for (other, tie) in ties.row(contact) where network.isContact[other] {
          redundancy += network.values[other] * tie / largest
        }
      }
      return Double(ties.arcs.degree(of: node)) - redundancy / ties.sum[node]
    }
  }

  /// Returns Burt's hierarchy of every node within its ego network, as UCINET does by default.
  ///
  /// The definition is that of ``hierarchy(execution:)``, but what each contact adds to the constraint
  /// is that of ``egoConstraint(execution:)``.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores, 0…1, indexed by node; NaN for a node with fewer than two contacts.
  /// - Complexity: O(Σ *k*²) over the degrees *k*.
  /// - SeeAlso: As for ``egoConstraint(execution:)``.
  public func egoHierarchy(execution: Execution = .standard) -> [Double] {
    mapEgoNetworks(execution) { ties, node, network in
      var (constraint, sumOfLogarithms) = (0.0, 0.0)
      network.addIndirect(of: node, ties)
      for (contact, value) in ties.row(node) {
        let share = (value + network.sums[contact]) / ties.sum[node]
        constraint += share * share
        sumOfLogarithms += (share * share).timesLogarithm
      }
      return .hierarchy(
        contactCount: ties.arcs.degree(of: node), constraint: constraint,
        sumOfLogarithms: sumOfLogarithms)
    }
  }

  private func mapEgoNetworks(
    _ execution: Execution, _ score: @Sendable (ContactTies, Node, inout EgoNetwork) -> Double
  ) -> [Double] {
    let ties = ContactTies(neighborArcs())
    return execution.mapNodes(
      nodeCount, missing: .nan, makeScratch: { EgoNetwork(nodeCount: ties.arcs.nodeCount) }
    ) { node, network in
      guard ties.sum[node] > 0 else { return .nan }
      network.open(node, ties)
      defer { network.close(node, ties) }
      return score(ties, node, &network)
    }
  }
}

/// A node's contacts, and a sum for each.
private struct EgoNetwork: Sendable {
  var isContact: [Bool]
  /// What the tie with each contact counts.
  var values: [Double]
  var sums: [Double]

  init(nodeCount: Int) {
    isContact = [Bool](repeating: false, count: nodeCount)
    values = [Double](repeating: 0, count: nodeCount)
    sums = values
  }

  mutating func open(_ node: Int, _ ties: ContactTies) {
    for (contact, value) in ties.row(node) {
      isContact[contact] = true
      values[contact] = value
    }
  }

  mutating func close(_ node: Int, _ ties: ContactTies) {
    for (contact, _) in ties.row(node) {
      isContact[contact] = false
      sums[contact] = 0
    }
  }

  /// Returns what a contact's ties within the network count together, and the strongest of them.
  func ties(
    of contact: Int, _ value: Double, _ ties: ContactTies
  ) -> (sum: Double, largest: Double) {
    var (sum, largest) = (value, value)
    for (other, tie) in ties.row(contact) where isContact[other] {
      sum += tie
      largest = max(largest, tie)
    }
    return (sum, largest)
  }

  /// Adds to every contact's sum what leads to it over a third.
  mutating func addIndirect(of node: Int, _ ties: ContactTies) {
    for (third, value) in ties.row(node) {
      let sum = self.ties(of: third, value, ties).sum
      for (other, tie) in ties.row(third) where isContact[other] {
        sums[other] += value * tie / sum
      }
    }
  }
}

/// The contacts of every node.
private struct ContactTies: Sendable {
  /// The neighbors of every node, each once, with what both arcs of a pair count together.
  let arcs: Arcs
  /// What all ties of each node count together.
  let sum: [Double]

  init(_ arcs: Arcs) {
    self.arcs = arcs
    sum = (0..<arcs.nodeCount).map { node in
      (arcs.offsets[node]..<arcs.offsets[node + 1]).reduce(0) { $0 + (arcs.values?[$1] ?? 1) }
    }
  }

  /// The contacts of a node, with what the tie with each counts.
  func row(_ node: Int) -> some Sequence<(contact: Int, value: Double)> {
    (arcs.offsets[node]..<arcs.offsets[node + 1]).lazy.map { arc in
      (contact: Int(arcs.ends[arc]), value: arcs.values?[arc] ?? 1)
    }
  }
}
