/// How a text is written as a cell of a CSV table, and read again.
public enum CSVCell {
  /// Returns a text as a cell: quoted where needed, and harmless to a spreadsheet.
  ///
  /// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return would be run as a formula
  /// by a spreadsheet; unless it is a number, an apostrophe goes in front of it, which reading takes
  /// off again.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - separator: What stands between cells.
  /// - Returns: The cell.
  public static func written(_ text: String, separator: Character = ",") -> String {
    let utf8 = Array(text.utf8)
    let isNeutralized = looksRun(utf8[...]) && DecimalNumber.parse(utf8[...]) == nil
    var cell = isNeutralized ? "'" + text : text
    // Quotes tell a reader of plain lists to look for the apostrophe.
    let needsQuotes =
      isNeutralized
      || cell.utf8.contains {
        $0 == Ascii.quote || $0 == Ascii.comma || Ascii.endsLine($0) || $0 == Ascii.tab
          || $0 == Ascii.semicolon || $0 == Ascii.hash || $0 == Ascii.percent
      } || cell.contains(separator)
      || cell.utf8.first.map(Ascii.isBlank) ?? false || cell.utf8.last.map(Ascii.isBlank) ?? false
    if needsQuotes {
      var quoted = "\""
      for character in cell.unicodeScalars {
        if character == "\"" { quoted.unicodeScalars.append("\"") }
        quoted.unicodeScalars.append(character)
      }
      cell = quoted + "\""
    }
    return cell
  }

  /// Returns a row of cells, with its line end.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - separator: What stands between cells.
  /// - Returns: The line.
  public static func row(_ texts: some Sequence<String>, separator: Character = ",") -> String {
    texts.map { written($0, separator: separator) }.joined(separator: String(separator)) + "\n"
  }

  /// Takes off the apostrophe that ``written(_:separator:)`` put in front.
  static func restored(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    cell.first == Ascii.apostrophe && looksRun(cell.dropFirst()) ? cell.dropFirst() : cell
  }

  /// Whether a spreadsheet would run a cell, or apostrophes in front are all that keeps it from it.
  private static func looksRun(_ cell: ArraySlice<UInt8>) -> Bool {
    switch cell.first(where: { $0 != Ascii.apostrophe }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), Ascii.tab,
      Ascii.carriageReturn:
      true
    default: false
    }
  }
}
