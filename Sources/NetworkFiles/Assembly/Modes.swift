internal import NetworkData

/// The two modes of actors in formats that have rows and columns, or a first and a second set.
enum Modes {
  /// The kinds of actors that stand for the modes, in order.
  static let kinds = ["mode1", "mode2"]

  /// Says of actors to which mode they belong.
  ///
  /// - Parameters:
  ///   - assembly: The network.
  ///   - firstCount: The number of actors of the first mode, which come first.
  static func mark(_ assembly: inout NetworkAssembly, firstCount: Int) {
    let column = assembly.actorCells.column("kind")
    for actor in 0..<assembly.actorCount {
      assembly.actorCells.set(column, actor, kinds[actor < firstCount ? 0 : 1].utf8)
    }
  }

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
  ) -> [String] {
    let rowIDs = rows.isEmpty ? (1...max(rowCount, 1)).prefix(rowCount).map { "r\($0)" } : rows
    let columnIDs =
      columns.isEmpty ? (1...max(columnCount, 1)).prefix(columnCount).map { "c\($0)" } : columns
    let ids = rowIDs + columnIDs
    if Set(ids.map { Array($0.utf8) }).count == ids.count { return ids }
    return rowIDs.map { "r:" + $0 } + columnIDs.map { "c:" + $0 }
  }
}
