internal import NetworkData

/// The two modes of actors in formats that have rows and columns, or a first and a second set.
enum Modes {
  /// The kinds of actors that stand for the modes, in order.
  static let kinds = ["mode1", "mode2"]

  /// Returns the number of actors of the first mode.
  ///
  /// - Parameter network: A network.
  /// - Returns: Their number where all of them come first and every actor is of one of both modes,
  ///   else nil.
  static func firstCount(of network: Network) -> Int? {
    guard let words = network.actors.kinds, !words.isEmpty else { return nil }
    let firstCount = words.firstIndex { $0 != kinds[0] } ?? words.count
    guard words[firstCount...].allSatisfy({ $0 == kinds[1] }) else { return nil }
    return firstCount
  }

  /// Returns ids of two sets of actors that are distinct in all.
  ///
  /// - Parameters:
  ///   - rows: Labels of the rows, distinct; empty where there are none.
  ///   - rowCount: The number of rows.
  ///   - columns: Labels of the columns, distinct; empty where there are none.
  ///   - columnCount: The number of columns.
  /// - Returns: The labels; `r1`, `r2` … and `c1`, `c2` … where there are none, and the same in front
  ///   of labels that stand for a row and a column.
  static func ids(
    rows: [String], _ rowCount: Int, columns: [String], _ columnCount: Int
  ) -> TextColumn {
    if rows.isEmpty, columns.isEmpty {
      return NumberColumn.counting([("r", rowCount), ("c", columnCount)])
    }
    let rowIDs = rows.isEmpty ? (0..<rowCount).map { "r\($0 + 1)" } : rows
    let columnIDs = columns.isEmpty ? (0..<columnCount).map { "c\($0 + 1)" } : columns
    let ids = rowIDs + columnIDs
    if Set(ids.map { Array($0.utf8) }).count == ids.count { return TextColumn(ids) }
    return TextColumn(rowIDs.map { "r:" + $0 } + columnIDs.map { "c:" + $0 })
  }
}
