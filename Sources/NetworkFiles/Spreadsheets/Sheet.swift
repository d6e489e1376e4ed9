internal import NetworkData

/// A sheet as a grid of texts: rows that hold nothing are left out, short rows end in empty cells.
struct Sheet {
  /// What it is called in messages: `file.xlsx[sheet]`.
  let path: String

  /// The columns from A on; all have a text a row.
  var columns: [TextColumn] = []

  /// The number of each row in the sheet, from 1, or its line in a text file.
  var lines: [Int] = []

  /// The number of rows.
  var rowCount: Int { lines.count }

  /// Returns the texts of a row.
  ///
  /// - Parameter row: Its position.
  /// - Returns: A text a column.
  func cells(_ row: Int) -> [String] { columns.map { $0[row] } }

  /// Returns the table below a header.
  ///
  /// - Parameters:
  ///   - row: The position of the header.
  ///   - names: What the columns are called; nil takes what stands in the header.
  /// - Returns: The table; columns without a name and without cells are left out.
  /// - Throws: ``FileProblem`` if two columns have one name.
  func table(headedBy row: Int, called names: [String]? = nil) throws(FileProblem) -> Table {
    var header: [String] = []
    var kept: [TextColumn] = []
    for (place, column) in columns.enumerated() {
      let name = names?[place] ?? column[row]
      let below = ((row + 1)..<rowCount).map { column.utf8(at: $0) }
      if name.isEmpty, below.allSatisfy(\.isEmpty) { continue }
      guard name.isEmpty || !header.contains(name) else {
        throw FileProblem(
          path, line: lines[row],
          Phrase(
            "column \(FileProblem.quoted(name)) appears twice",
            "\(FileProblem.quoted(name)) という列が2つあります"),
          advice: Phrase("rename or remove one of them", "一方の名前を変えるか、削除してください"))
      }
      header.append(name)
      var texts = TextColumn()
      for cell in below { texts.append(utf8: cell) }
      kept.append(texts)
    }
    return Table(
      path: path, header: header, headerLine: lines[row], columns: kept,
      lines: Array(lines[(row + 1)...]))
  }
}
