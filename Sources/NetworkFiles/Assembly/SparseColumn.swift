internal import NetworkData

/// A named column whose cells come in any order, and not for every row.
struct SparseColumn {
  /// What it is called.
  let name: String

  private var rows: [UInt32] = []
  private var texts = TextColumn()
  private var isAscending = true

  /// Creates an empty column.
  ///
  /// - Parameter name: What it is called.
  init(name: String) {
    self.name = name
  }

  /// Whether no cell was given.
  var isEmpty: Bool { rows.isEmpty }

  /// Gives a cell its text; a later text for the same cell replaces the earlier one.
  ///
  /// - Parameters:
  ///   - row: The cell's row.
  ///   - utf8: The text, in valid UTF-8.
  mutating func set(_ row: Int, _ utf8: some Sequence<UInt8>) {
    if let last = rows.last, row <= Int(last) { isAscending = false }
    rows.append(UInt32(row))
    texts.append(utf8: utf8)
  }

  /// The cells in the order in which they were given.
  var cells: some Sequence<(row: Int, text: ArraySlice<UInt8>)> {
    rows.indices.lazy.map { (Int(rows[$0]), texts.utf8(at: $0)) }
  }

  /// Returns the column in full.
  ///
  /// - Parameter count: The number of rows.
  /// - Returns: A text a row, empty where none was given.
  /// - Complexity: O(*cells* log *cells*), linear where cells came in order.
  func filled(to count: Int) -> TextColumn {
    var order = Array(rows.indices)
    if !isAscending { order.sort { (rows[$0], $0) < (rows[$1], $1) } }
    var column = TextColumn()
    for (place, cell) in order.enumerated() {
      let row = Int(rows[cell])
      if place + 1 < order.count, rows[order[place + 1]] == rows[cell] { continue }
      while column.count < row { column.append(utf8: EmptyCollection()) }
      column.append(utf8: texts.utf8(at: cell))
    }
    while column.count < count { column.append(utf8: EmptyCollection()) }
    return column
  }
}
