/// A table for people, aligned by the widths that characters have on a terminal.
package struct TextTable {
  /// One column.
  package struct Column {
    /// What stands above it.
    package let title: String
    /// Whether cells are aligned to the right, as numbers are.
    package let isNumeric: Bool
    /// One text a row.
    package let cells: [String]

    /// Creates a column.
    package init(title: String, isNumeric: Bool, cells: [String]) {
      self.title = title
      self.isNumeric = isNumeric
      self.cells = cells
    }
  }

  /// The columns from left to right.
  package var columns: [Column]

  /// Creates a table.
  package init(columns: [Column]) {
    self.columns = columns
  }

  /// The table as lines, each with its line end.
  package var text: String {
    let cells = columns.map { column in ([column.title] + column.cells).map(Self.onOneLine) }
    let widths = cells.map { $0.map(TerminalWidth.of).max() ?? 0 }
    var text = ""
    for row in 0..<(cells.first?.count ?? 0) {
      var line = ""
      for (column, width) in zip(columns.indices, widths) {
        let cell = cells[column][row]
        let padding = String(repeating: " ", count: width - TerminalWidth.of(cell))
        if column > 0 { line += "  " }
        line += columns[column].isNumeric ? padding + cell : cell + padding
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// Control characters from a file must not reach the terminal.
  static func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      shown.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return shown
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Direction overrides would reorder the rest of the line.
    case .format: scalar != "\u{200D}"
    default: false
    }
  }
}
