public import GraphStructure

extension Graph {
  /// Returns communities by label propagation: every node takes the label that most of its neighbors
  /// have.
  ///
  /// All begin with a label of their own. In rounds, each in a new random order, every node takes
  /// the label that counts most around it, and keeps its own if none counts more; of several others
  /// one is drawn. It ends when no node changes. Fast, but what it finds varies with the seed, and
  /// may be everyone together: ``leiden(quality:resolution:values:seed:iterationLimit:execution:)``
  /// is better in all but speed. Directions do not matter. A node without neighbors is alone.
  ///
  /// - Parameters:
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  ///   - seed: Equal seeds give equal communities.
  ///   - iterationLimit: How many rounds at most, at least 1.
  ///   - execution: Cancellation; one thread is used.
  /// - Returns: The communities.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` or
  ///   ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*n* + *m*) a round, of which few are needed.
  /// - SeeAlso: U. N. Raghavan, R. Albert, S. Kumara. Near linear time algorithm to detect community
  ///   structures in large-scale networks. Physical Review E 76, 2007.
  public func labelPropagation(
    values: EdgeValues = .ones, seed: UInt64 = 1, iterationLimit: Int = 100,
    execution: Execution = .standard
  ) throws(MeasureError) -> Partition {
    guard iterationLimit >= 1 else {
      throw .parameterOutOfRange(
        name: "iterationLimit", value: Double(iterationLimit), allowed: "at least 1")
    }
    try checkStrengths(values)
    let arcs = neighborArcs(values)
    var random = RandomBits(seed: seed)
    var labels = nodes.map { UInt32(truncatingIfNeeded: $0) }
    var order = Array(nodes)
    var counter = LabelCounter(nodeCount: nodeCount)
    for _ in 0..<iterationLimit where !execution.isCancelled() {
      for place in order.indices.dropFirst().reversed() {
        order.swapAt(place, random.nextIndex(below: place + 1))
      }
      var hasChanged = false
      for node in order {
        let label = counter.mostCounted(around: node, arcs, labels, &random)
        hasChanged = hasChanged || label != labels[node]
        labels[node] = label
      }
      if !hasChanged { break }
    }
    return Partition(numbering: labels)
  }
}

/// Adds up what each label counts around a node.
private struct LabelCounter {
  private var sums: [Double]
  private var found: [UInt32] = []

  init(nodeCount: Int) { sums = [Double](repeating: 0, count: nodeCount) }

  mutating func mostCounted(
    around node: Int, _ arcs: Arcs, _ labels: [UInt32], _ random: inout RandomBits
  ) -> UInt32 {
    for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
      let value = arcs.values?[arc] ?? 1
      guard value > 0 else { continue }
      let label = labels[Int(arcs.ends[arc])]
      if sums[Int(label)] == 0 { found.append(label) }
      sums[Int(label)] += value
    }
    var best = labels[node]
    var most = sums[Int(best)]
    var equals = 1
    for label in found where label != labels[node] {
      let sum = sums[Int(label)]
      if sum > most {
        (best, most, equals) = (label, sum, 1)
      } else if sum == most, best != labels[node] {
        // Each of those that count most is as likely as the others.
        equals += 1
        if random.nextIndex(below: equals) == 0 { best = label }
      }
    }
    for label in found { sums[Int(label)] = 0 }
    found.removeAll(keepingCapacity: true)
    return best
  }
}
