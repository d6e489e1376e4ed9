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
    if !isDirected, selfLoopCount == 0,
      let sums = DegreeSums(undirected: Arcs(outgoing))
    {
      return sums.correlation
    }
    let outgoing = simpleArcs(.outgoing)
    let incoming = isDirected ? simpleArcs(.incoming) : outgoing
    func degrees(_ kind: Direction) -> [UInt32] {
      kind == .outgoing ? outgoing.degrees : incoming.degrees
    }
    return DegreeSums(outgoing, degrees(source), degrees(target)).correlation
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

/// What the correlation of degrees over arcs is made of: whole numbers, so that nothing is rounded.
private struct DegreeSums {
  private var count: Int128 = 0
  private var source: Int128 = 0
  private var target: Int128 = 0
  private var sourceSquares: Int128 = 0
  private var targetSquares: Int128 = 0
  private var products: Int128 = 0

  /// Adds up over all arcs.
  init(_ arcs: Arcs, _ sourceDegrees: [UInt32], _ targetDegrees: [UInt32]) {
    let (offsets, ends, degree) = (arcs.offsets.span, arcs.ends.span, targetDegrees.span)
    for node in 0..<arcs.nodeCount {
      var (sum, squares) = (0, 0)
      for arc in offsets[node]..<offsets[node + 1] {
        let value = Int(degree[Int(ends[arc])])
        sum += value
        squares += value * value
      }
      let (own, arcCount) = (Int128(sourceDegrees[node]), Int128(arcs.degree(of: node)))
      count += arcCount
      source += arcCount * own
      sourceSquares += arcCount * own * own
      target += Int128(sum)
      targetSquares += Int128(squares)
      products += own * Int128(sum)
    }
  }

  /// Adds up over the arcs of an undirected graph without self loops, of which one of the two arcs of
  /// each edge is looked at; nil where an edge has a parallel one.
  init?(undirected arcs: Arcs) {
    let degrees = arcs.degrees
    let (offsets, ends, degree) = (arcs.offsets.span, arcs.ends.span, degrees.span)
    for node in 0..<arcs.nodeCount {
      let own = Int(degree[node])
      let rowEnd = offsets[node + 1]
      var (sum, arc) = (0, offsets[node])
      var last = UInt32.max
      var isRepeated = false
      while arc < rowEnd {
        let end = ends[arc]
        if Int(end) > node { break }
        isRepeated = isRepeated || end == last
        sum &+= Int(degree[Int(end)])
        last = end
        arc += 1
      }
      if isRepeated { return nil }
      count += Int128(own)
      source += Int128(own * own)
      sourceSquares += Int128(own * own) * Int128(own)
      products += 2 * Int128(own) * Int128(sum)
    }
    (target, targetSquares) = (source, sourceSquares)
  }

  /// NaN where the degrees at either end are all alike.
  var correlation: Double {
    let sourceSpread = count * sourceSquares - source * source
    let targetSpread = count * targetSquares - target * target
    guard sourceSpread > 0, targetSpread > 0 else { return .nan }
    let joint = Double(count * products - source * target)
    let spread = Double(sourceSpread).squareRoot() * Double(targetSpread).squareRoot()
    return max(-1, min(1, joint / spread))
  }
}
