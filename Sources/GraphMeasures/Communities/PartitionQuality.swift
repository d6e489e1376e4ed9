public import GraphStructure

/// How good a division into communities is.
public enum PartitionQuality: String, Sendable, CaseIterable {
  /// More ties within communities than degrees let expect:
  /// ``GraphStructure/Graph/modularity(of:resolution:values:)``.
  case modularity
  /// More ties within communities than a density that is given:
  /// ``GraphStructure/Graph/constantPottsQuality(of:resolution:values:)``.
  case constantPotts
}

extension Graph {
  /// Returns the modularity of a partition.
  ///
  /// > *Q* = Σ over communities *c* of *L*(*c*) / *m* − *γ* (*K*(*c*) / 2*m*)²
  ///
  /// where *m* is what all edges count, *L*(*c*) what those within *c* count, and *K*(*c*) what the
  /// edges of its nodes count, added up over the nodes: so an edge within *c* counts there twice. A
  /// self loop counts once in *m* and *L* and twice in *K*, as in networkx and igraph. In a directed
  /// graph it is that of Leicht and Newman, where *K*out(*c*) *K*in(*c*) / *m*² stands in place of
  /// the square.
  ///
  /// With *γ* = 1 it lies in −½…1, with one community it is 1 − *γ*. Parallel edges count each. If
  /// edges count nothing, as where there are none, it is 0. Larger *γ* asks for smaller communities.
  ///
  /// - Parameters:
  ///   - partition: The communities; it must have as many labels as the graph has nodes.
  ///   - resolution: The factor *γ*, finite and above 0.
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  /// - Returns: The modularity.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` or
  ///   ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman, M. Girvan. Finding and evaluating community structure in networks.
  ///   Physical Review E 69, 2004; J. Reichardt, S. Bornholdt. Statistical mechanics of community
  ///   detection. Physical Review E 74, 2006; E. A. Leicht, M. E. J. Newman. Community structure in
  ///   directed networks. Physical Review Letters 100, 2008.
  public func modularity(
    of partition: Partition, resolution: Double = 1, values: EdgeValues = .ones
  ) throws(MeasureError) -> Double {
    let sums = try tieSums(of: partition, resolution, values)
    guard sums.all > 0 else { return 0 }
    var quality = 0.0
    for community in sums.inner.indices {
      let leaving = sums.leaving[community] / sums.all
      let entering = sums.entering.map { $0[community] / sums.all } ?? leaving
      quality += sums.inner[community] / sums.all - resolution * leaving * entering
    }
    return quality
  }

  /// Returns the quality of a partition by the constant Potts model.
  ///
  /// > *Q* = Σ over communities *c* of *L*(*c*) − *γ* *n*(*c*) (*n*(*c*) − 1) / 2
  ///
  /// where *L*(*c*) is what the edges within *c* count, self loops once, and *n*(*c*) the number of
  /// its nodes; in a directed graph twice as many pairs are taken off. So *γ* is the density above
  /// which nodes are better off together: it does not depend on the size of the graph, as the null
  /// model of modularity does. Every node alone scores what self loops count. Parallel edges count
  /// each. It is not divided by anything, as in leidenalg.
  ///
  /// - Parameters:
  ///   - partition: The communities; it must have as many labels as the graph has nodes.
  ///   - resolution: The density *γ*, finite and above 0.
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  /// - Returns: The quality, in the unit of what edges count.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` or
  ///   ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: V. A. Traag, P. Van Dooren, Y. Nesterov. Narrow scope for resolution-limit-free
  ///   community detection. Physical Review E 84, 2011.
  public func constantPottsQuality(
    of partition: Partition, resolution: Double, values: EdgeValues = .ones
  ) throws(MeasureError) -> Double {
    let sums = try tieSums(of: partition, resolution, values)
    let innerFactor = isDirected ? 1 : 0.5
    var quality = 0.0
    for community in sums.inner.indices {
      let size = Double(partition.sizes[community])
      quality += innerFactor * (sums.inner[community] - resolution * size * (size - 1))
    }
    return quality
  }

  /// Returns the quality of a partition by a function that is given.
  func quality(
    _ quality: PartitionQuality, of partition: Partition, _ resolution: Double, _ values: EdgeValues
  ) throws(MeasureError) -> Double {
    switch quality {
    case .modularity: try modularity(of: partition, resolution: resolution, values: values)
    case .constantPotts:
      try constantPottsQuality(of: partition, resolution: resolution, values: values)
    }
  }

  /// Makes sure that a resolution and strengths are in range.
  func checkQuality(_ resolution: Double, _ values: EdgeValues) throws(MeasureError) {
    guard resolution > 0, resolution.isFinite else {
      throw .parameterOutOfRange(
        name: "resolution", value: resolution, allowed: "finite and above 0")
    }
    try checkStrengths(values)
  }

  /// Adds up what arcs count, by community; an undirected self loop is taken for two arcs.
  private func tieSums(
    of partition: Partition, _ resolution: Double, _ values: EdgeValues
  ) throws(MeasureError) -> TieSums {
    precondition(partition.labels.count == nodeCount, "a partition has a label for each node")
    try checkQuality(resolution, values)
    var sums = TieSums(count: partition.count, isDirected: isDirected)
    sums.add(
      outgoing, values == .strengths ? outgoing.strengths : nil, partition.labels,
      isDirected: isDirected)
    return sums
  }
}

/// What arcs count, by community.
private struct TieSums {
  /// Those with both ends in the community.
  private(set) var inner: [Double]
  /// Those that leave its nodes.
  private(set) var leaving: [Double]
  /// Those that enter its nodes; nil where they are the same.
  private(set) var entering: [Double]?
  /// All.
  private(set) var all = 0.0

  init(count: Int, isDirected: Bool) {
    inner = [Double](repeating: 0, count: count)
    leaving = inner
    entering = isDirected ? inner : nil
  }

  mutating func add(_ rows: Rows, _ values: Column<Double>?, _ labels: [Int], isDirected: Bool) {
    let offsets = rows.offsets.span
    let ends = rows.ends.span
    let label = labels.span
    for node in 0..<rows.nodeCount {
      let own = label[node]
      var within = 0.0
      var sum = 0.0
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        var value = values.map { $0[arc] } ?? 1
        if end == node, !isDirected { value *= 2 }
        sum += value
        within += label[end] == own ? value : 0
        if isDirected { entering?[label[end]] += value }
      }
      inner[own] += within
      leaving[own] += sum
    }
    all = leaving.reduce(0, +)
  }
}
