public import GraphStructure

extension Graph {
  /// Returns how alike in degree tied nodes are.
  ///
  /// It is the correlation, over all arcs, of the degree of the source with that of the target:
  /// ``assortativity(of:)`` of degrees. In an undirected graph an edge is two arcs. Self loops are
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

  /// Returns how alike tied nodes are in a number: the correlation of the numbers at both ends.
  ///
  /// > *r* = Pearson's correlation of *x*(source) and *x*(target) over the ties
  ///
  /// 1 where tied nodes have equal numbers, 0 where the one says nothing about the other, below 0
  /// where unlike nodes are tied. An undirected tie counts both ways, an arc one way. Self loops,
  /// parallel edges and strengths do not count, nor ties of a node whose number is not known. NaN
  /// without ties, and where all numbers at one end are the same.
  ///
  /// - Parameter values: The number of each node; nil where it is not known.
  /// - Returns: −1…1, or NaN.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman. Mixing patterns in networks. Physical Review E 67, 2003.
  public func assortativity(of values: [Double?]) -> Double {
    precondition(values.count == nodeCount, "a number or nil for each node")
    let known = values.map { $0.flatMap { $0.isNaN ? nil : $0 } }
    return LabelledTies(self, isLabelled: known.map { $0 != nil }).assortativity(of: known)
  }

  /// Returns how much more often nodes of one category are tied than by chance.
  ///
  /// > *r* = (Σ *e*ᵢᵢ − Σ *a*ᵢ *b*ᵢ) / (1 − Σ *a*ᵢ *b*ᵢ)
  ///
  /// with *e*ᵢᵢ the share of ties within category *i*, and *a*ᵢ and *b*ᵢ the shares of ties that
  /// begin and end in it: 1 where all ties stay within, 0 where they fall as chance makes them.
  /// An undirected tie counts both ways. Self loops, parallel edges and strengths do not count, nor
  /// ties of a node without a category. NaN without ties, and where all are of one category.
  ///
  /// - Parameter categories: For each node its category, a number from 0; nil where it is not known.
  /// - Returns: −1…1, or NaN.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman. Mixing patterns in networks. Physical Review E 67, 2003.
  public func assortativity(ofCategories categories: [Int?]) -> Double {
    precondition(categories.count == nodeCount, "a category or nil for each node")
    return LabelledTies(self, isLabelled: categories.map { $0 != nil })
      .assortativity(ofCategories: categories)
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
