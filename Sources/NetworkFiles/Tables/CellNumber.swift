internal import NetworkData

/// Reads numbers of cells, where programs of some languages write a comma for the decimal point.
enum CellNumber {
  /// Reads a number that fills a cell.
  ///
  /// `1,5` is 1.5 where commas do not separate cells. `1,200` is 1200 to some and 1.2 to others, so it
  /// is no number here.
  ///
  /// - Parameters:
  ///   - cell: The text as UTF-8.
  ///   - separator: What stands between cells.
  /// - Returns: The finite number; nil for anything else.
  static func parse(_ cell: ArraySlice<UInt8>, separator: UInt8) -> Double? {
    if let number = DecimalNumber.parse(cell) { return number }
    guard separator != Ascii.comma, let comma = cell.firstIndex(of: Ascii.comma) else { return nil }
    guard !looksGrouped(cell[..<comma], cell[(comma + 1)...]) else { return nil }
    var text = cell
    text[comma] = UInt8(ascii: ".")
    return DecimalNumber.parse(text)
  }

  /// Reads a number that fills a cell.
  static func parse(_ cell: String, separator: UInt8) -> Double? {
    parse(Array(cell.utf8)[...], separator: separator)
  }

  /// Returns what the user should know of a column of numbers.
  ///
  /// - Parameters:
  ///   - column: The cells.
  ///   - table: The table that they are of.
  /// - Returns: That commas were read as decimal points; nil where there are none.
  static func note(on column: TextColumn?, of table: Table) -> Phrase? {
    guard table.separator != Ascii.comma, let column,
      column.indices.contains(where: { column.utf8(at: $0).contains(Ascii.comma) })
    else { return nil }
    return note(table.path)
  }

  /// That commas of a file were read as decimal points.
  static func note(_ path: String) -> Phrase {
    Phrase(
      "\(path): commas in numbers are read as decimal points: 1,5 is 1.5",
      "\(path)：数の中のコンマは小数点として読みました（1,5 は 1.5）")
  }

  /// Whether a comma may stand between thousands: up to three digits before it, three behind.
  private static func looksGrouped(_ whole: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Bool {
    let digits = whole.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return rest.count == 3 && (1...3).contains(digits.count) && digits.first != Ascii.zero
  }
}
