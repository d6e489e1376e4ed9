internal import NetworkData

/// Columns that a reader discovers while it reads, such as attributes that only some nodes have.
package struct SparseTable {
  /// A column, for quick access.
  package struct Handle: Sendable, Hashable {
    fileprivate let position: Int
  }

  private(set) var columns: [SparseColumn] = []
  private var positions: [String: Int] = [:]

  /// Returns the column of a name, which is made unless it is there.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The column.
  package mutating func column(_ name: String) -> Handle {
    if let position = positions[name] { return Handle(position: position) }
    positions[name] = columns.count
    columns.append(SparseColumn(name: name))
    return Handle(position: columns.count - 1)
  }

  /// Gives a cell its text; a later text for the same cell replaces the earlier one.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - row: The row.
  ///   - utf8: The text, in valid UTF-8.
  package mutating func set(_ column: Handle, _ row: Int, _ utf8: some Sequence<UInt8>) {
    columns[column.position].set(row, utf8)
  }

  /// Gives a cell its text by the name of its column.
  package mutating func set(_ name: String, _ row: Int, _ text: String) {
    set(column(name), row, text.utf8)
  }
}
