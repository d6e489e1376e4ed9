internal import NetworkData

/// A named column whose cells come in any order, and not for every row.
struct SparseColumn {
  /// What it is called.
  var name: String

  /// What a row has to which no cell was given.
  var standard: [UInt8] = []

  private(set) var rows: [UInt32] = []
  private(set) var texts = TextColumn()
  private var isAscending = true

  /// Creates an empty column.
  ///
  /// - Parameter name: What it is called.
  init(name: String) {
    self.name = name
  }

  /// Whether no cell was given.
  var isEmpty: Bool { rows.isEmpty && standard.isEmpty }

  /// Whether the cells are a count of the rows from 0 or 1, behind a common first letter or none.
  var isCount: Bool {
    guard isAscending, let first = texts.first else { return false }
    let letter = first.first.map { $0.isNumber ? "" : String($0) } ?? ""
    guard let start = Int(first.dropFirst(letter.count)), start == 0 || start == 1 else {
      return false
    }
    return texts.indices.allSatisfy {
      Int(rows[$0]) == $0 && texts.utf8(at: $0).elementsEqual("\(letter)\(start + $0)".utf8)
    }
  }

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

  /// Gives a cell its text; a later text for the same cell replaces the earlier one.
  ///
  /// - Parameters:
  ///   - row: The cell's row.
  ///   - utf8: The text, in valid UTF-8.
  mutating func set(_ row: Int, _ utf8: Span<UInt8>) {
    if let last = rows.last, row <= Int(last) { isAscending = false }
    rows.append(UInt32(row))
    texts.append(utf8, utf8.indices)
  }

  /// Gives a cell its text, behind the one that the cell has if it is the last that was given one.
  ///
  /// - Parameters:
  ///   - row: The cell's row.
  ///   - utf8: The text, in valid UTF-8.
  mutating func add(_ row: Int, _ utf8: some Sequence<UInt8>) {
    guard rows.last.map(Int.init) == row else { return set(row, utf8) }
    set(row, texts.utf8(at: texts.count - 1) + [UInt8(ascii: "|")] + utf8)
  }

  /// Whether numbers are a count from 0 or 1.
  static func count(of numbers: [Int]) -> Bool {
    guard let first = numbers.first, first == 0 || first == 1 else { return false }
    return numbers.enumerated().allSatisfy { $1 == first + $0 }
  }

  /// The cells in the order in which they were given.
  var cells: some Sequence<(row: Int, text: ArraySlice<UInt8>)> {
    rows.indices.lazy.map { (Int(rows[$0]), texts.utf8(at: $0)) }
  }

  /// Returns the column in full.
  ///
  /// - Parameter count: The number of rows.
  /// - Returns: A text a row; the standard one where none was given.
  /// - Complexity: O(*cells* log *cells*), linear where cells came in order.
  func filled(to count: Int) -> TextColumn {
    var order = Array(rows.indices)
    if !isAscending { order.sort { (rows[$0], $0) < (rows[$1], $1) } }
    var column = TextColumn()
    for (place, cell) in order.enumerated() {
      let row = Int(rows[cell])
      if place + 1 < order.count, rows[order[place + 1]] == rows[cell] { continue }
      while column.count < row { column.append(utf8: standard) }
      column.append(utf8: texts.utf8(at: cell))
    }
    while column.count < count { column.append(utf8: standard) }
    return column
  }
}
