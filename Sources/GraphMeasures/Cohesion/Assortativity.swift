public import GraphStructure

extension Graph {
  /// Returns how alike in degree tied nodes are.
  ///
  /// It is the correlation, over all arcs, of the degree of the source with that of the target:
  /// ``assortativity(by:)`` of degrees. In an undirected graph an edge is two arcs. Self loops are
  /// left out and parallel arcs count once.
  ///
  /// - Parameters:
  ///   - source: Whether the arcs that leave the source count or those that enter it; undirected graphs
  ///     do not mind.
  ///   - target: The same for the target.
  /// - Returns: −1…1; NaN where there is no arc, or where sources or targets are all alike.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman. Assortative mixing in networks. Physical Review Letters 89, 2002.
  public func degreeAssortativity(
    source: Direction = .outgoing, target: Direction = .incoming
  ) -> Double {
    let outgoing = simpleArcs(.outgoing)
    let incoming = isDirected ? simpleArcs(.incoming) : outgoing
    func degrees(_ kind: Direction) -> [Double] {
      let arcs = kind == .outgoing ? outgoing : incoming
      return nodes.map { Double(arcs.degree(of: $0)) }
    }
    return outgoing.correlation(of: degrees(source), with: degrees(target))
  }

  /// Returns how alike in a number tied nodes are.
  ///
  /// > *r* = Σ (*x*(*u*) − *x̄*) (*x*(*v*) − *ȳ*) / √(Σ (*x*(*u*) − *x̄*)² · Σ (*x*(*v*) − *ȳ*)²)
  ///
  /// over all arcs *u* → *v*, with the means *x̄* over their sources and *ȳ* over their targets. In
  /// an undirected graph an edge is two arcs. Self loops are left out and parallel arcs count once.
  /// Nodes whose number is NaN are left out with their arcs.
  ///
  /// - Parameter values: A number for each node.
  /// - Returns: −1…1; NaN where there is no arc, or where sources or targets are all alike.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman. Mixing patterns in networks. Physical Review E 67, 2003, (21).
  public func assortativity(by values: [Double]) -> Double {
    precondition(values.count == nodeCount, "a number for each node")
    return simpleArcs(.outgoing).correlation(of: values, with: values)
  }

  /// Returns how much more often tied nodes are of one group than chance would have it.
  ///
  /// > *r* = (Σ *e*(*g*, *g*) − Σ *a*(*g*) *b*(*g*)) / (1 − Σ *a*(*g*) *b*(*g*))
  ///
  /// where *e*(*g*, *h*) is the share of arcs that lead from group *g* to group *h*, *a*(*g*) the
  /// share that leaves *g* and *b*(*g*) the share that enters it. In an undirected graph an edge is
  /// two arcs. Self loops are left out and parallel arcs count once, as are arcs of nodes without a
  /// group.
  ///
  /// - Parameter groups: For each node its group, a number from 0; nil where it has none.
  /// - Returns: At most 1, where no tie leads from group to group; NaN where there is no arc, or all
  ///   nodes with arcs are of one group.
  /// - Complexity: O(*n* + *m* + groups).
  /// - SeeAlso: M. E. J. Newman. Mixing patterns in networks. Physical Review E 67, 2003, (2).
  public func assortativity(byGroup groups: [Int?]) -> Double {
    precondition(groups.count == nodeCount, "a group or nil for each node")
    let groupCount = (groups.compactMap(\.self).max() ?? -1) + 1
    var leaving = [Int](repeating: 0, count: groupCount)
    var entering = leaving
    var (alike, all) = (0, 0)
    let arcs = simpleArcs(.outgoing)
    for node in nodes {
      guard let group = groups[node] else { continue }
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        guard let other = groups[Int(arcs.ends[arc])] else { continue }
        leaving[group] += 1
        entering[other] += 1
        alike += group == other ? 1 : 0
        all += 1
      }
    }
    guard all > 0 else { return .nan }
    // Whole numbers up to the last division, so that "all of one group" is seen exactly.
    let chance = zip(leaving, entering).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    let square = Int128(all) * Int128(all)
    guard chance < square else { return .nan }
    return Double(Int128(alike) * Int128(all) - chance) / Double(square - chance)
  }
}

extension Arcs {
  /// Returns the correlation over arcs of a number of the source with one of the target.
  fileprivate func correlation(of sourceValues: [Double], with targetValues: [Double]) -> Double {
    let (offsets, ends) = (offsets.span, ends.span)
    let (source, target) = (sourceValues.span, targetValues.span)
    var (count, sourceSum, targetSum) = (0, 0.0, 0.0)
    for node in 0..<nodeCount where !source[node].isNaN {
      for arc in offsets[node]..<offsets[node + 1] {
        let value = target[Int(ends[arc])]
        guard !value.isNaN else { continue }
        count += 1
        sourceSum += source[node]
        targetSum += value
      }
    }
    guard count > 0 else { return .nan }
    let (sourceMean, targetMean) = (sourceSum / Double(count), targetSum / Double(count))
    var (product, sourceSquares, targetSquares) = (0.0, 0.0, 0.0)
    var (first, variesAtSource, variesAtTarget) = ((Double.nan, Double.nan), false, false)
    for node in 0..<nodeCount where !source[node].isNaN {
      let deviation = source[node] - sourceMean
      for arc in offsets[node]..<offsets[node + 1] {
        let value = target[Int(ends[arc])]
        guard !value.isNaN else { continue }
        if first.0.isNaN { first = (source[node], value) }
        // Rounding of a mean must not make constants look as if they varied.
        variesAtSource = variesAtSource || source[node] != first.0
        variesAtTarget = variesAtTarget || value != first.1
        product += deviation * (value - targetMean)
        sourceSquares += deviation * deviation
        targetSquares += (value - targetMean) * (value - targetMean)
      }
    }
    guard variesAtSource, variesAtTarget else { return .nan }
    return max(-1, min(1, product / (sourceSquares.squareRoot() * targetSquares.squareRoot())))
  }
}
