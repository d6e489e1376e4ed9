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
  /// - Returns: The column, by which cells are set.
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

  /// Gives a column the text of rows to which no cell is given.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - utf8: The text, in valid UTF-8.
  package mutating func setStandard(_ column: Handle, _ utf8: some Sequence<UInt8>) {
    columns[column.position].standard = Array(utf8)
  }

  /// Whether there is a column of a name, with cells or without.
  ///
  /// - Parameter name: Its name.
  /// - Returns: `true` if it was asked for or filled before.
  package func has(_ name: String) -> Bool { positions[name] != nil }

  /// Returns a column in full, nil where there is none of a name.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - count: The number of rows.
  /// - Returns: A text a row.
  func filled(_ name: String, to count: Int) -> TextColumn? {
    positions[name].map { columns[$0].filled(to: count) }
  }

  /// Calls a column something else, unless one of that name is there.
  ///
  /// - Parameters:
  ///   - name: The name it has; nothing happens if there is none.
  ///   - other: The name it gets.
  package mutating func rename(_ name: String, to other: String) {
    guard let position = positions[name], positions[other] == nil else { return }
    columns[position].name = other
    positions[name] = nil
    positions[other] = position
  }

  /// Gives a cell its text, behind the one that the cell has if it is the last that was given one.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - row: The row.
  ///   - utf8: The text, in valid UTF-8.
  package mutating func add(_ column: Handle, _ row: Int, _ utf8: some Sequence<UInt8>) {
    columns[column.position].add(row, utf8)
  }

  /// Removes the cells of a column.
  ///
  /// - Parameter name: Its name.
  package mutating func drop(_ name: String) {
    guard let position = positions[name] else { return }
    columns[position] = SparseColumn(name: name)
  }

  /// Removes the cells of a column if all of them are empty now.
  ///
  /// - Parameter name: Its name.
  package mutating func dropEmpty(_ name: String) {
    guard let position = positions[name] else { return }
    let last = columns[position].rows.max().map(Int.init) ?? -1
    if columns[position].filled(to: last + 1).allSatisfy(\.isEmpty) { drop(name) }
  }

  /// Removes the cells of a column that only counts its rows, such as ids of edges that a program
  /// made up.
  ///
  /// - Parameter name: Its name.
  package mutating func dropCount(_ name: String) {
    guard let position = positions[name], columns[position].isCount else { return }
    drop(name)
  }

  /// Gives a cell its text by the name of its column.
  package mutating func set(_ name: String, _ row: Int, _ text: String) {
    set(column(name), row, text.utf8)
  }
}
