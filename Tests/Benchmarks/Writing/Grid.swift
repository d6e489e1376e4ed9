extension SimpleEdges {
  /// Makes a square grid: nodes in rows, each tied to the next in its row and in its column.
  ///
  /// Between corners of a grid of 600 × 600 there are 2¹¹⁹³ shortest paths, more than a `Double`
  /// holds.
  ///
  /// - Parameter side: The number of rows and of columns, at least 2.
  /// - Returns: The edges.
  static func grid(side: Int) -> SimpleEdges {
    precondition(side >= 2)
    var draft = Draft(nodeCount: side * side, capacity: 2 * side * side)
    for node in 0..<(side * side) {
      if node % side + 1 < side { draft.add(node, node + 1) }
      if node + side < side * side { draft.add(node, node + side) }
    }
    return SimpleEdges(draft)
  }
}
