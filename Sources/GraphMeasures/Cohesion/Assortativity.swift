public import GraphStructure

extension Graph {
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
