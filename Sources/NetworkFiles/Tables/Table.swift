internal import NetworkData

/// A table of texts with a header, and the line each row began on.
struct Table {
  /// The file it was read from.
  let path: String

  /// The names of the columns.
  let header: [String]

  /// The line on which the header begins: not the first one where comments stand above it.
  let headerLine: Int

  /// The columns.
  let columns: [TextColumn]

  /// The line on which each row began.
  let lines: [Int]

  /// What stands between cells in the file; a comma where there is none.
  var separator = Ascii.comma

  /// The number of rows below the header.
  var rowCount: Int { lines.count }

  /// Returns the column of a name.
  ///
  /// - Parameter name: The name in the header.
  /// - Returns: Its position, nil where there is none.
  func column(named name: String) -> Int? { header.firstIndex(of: name) }

  /// Returns a column unless it is absent or every cell of it is empty.
  ///
  /// - Parameter name: The name in the header.
  /// - Returns: The cells.
  func filledColumn(named name: String) -> TextColumn? {
    guard let column = column(named: name) else { return nil }
    return columns[column].isBlank ? nil : columns[column]
  }

  /// Returns the table without some rows.
  ///
  /// - Parameter rows: Their positions.
  /// - Returns: All others, in order.
  func without(_ rows: [Int]) -> Table {
    guard !rows.isEmpty else { return self }
    let left = Set(rows)
    let kept = lines.indices.filter { !left.contains($0) }
    return Table(
      path: path, header: header, headerLine: headerLine,
      columns: columns.map { column in TextColumn(kept.map { column[$0] }) },
      lines: kept.map { lines[$0] }, separator: separator)
  }

  /// The table with a name for each column, `column3` and the like; without those that have none and are
  /// empty or count the rows, as spreadsheets, pandas and R write them.
  var withNames: Table {
    guard header.contains("") else { return self }
    var names = header
    for column in header.indices where header[column].isEmpty && !countsRows(column) {
      names[column] = "column\(column + 1)"
      while header.contains(names[column]) { names[column] += "_" }
    }
    let kept = names.indices.filter { !names[$0].isEmpty }
    return Table(
      path: path, header: kept.map { names[$0] }, headerLine: headerLine,
      columns: kept.map { columns[$0] }, lines: lines, separator: separator)
  }

  /// Whether a column is empty, or counts from 0 or 1.
  private func countsRows(_ column: Int) -> Bool {
    let cells = columns[column]
    guard let first = cells.first.flatMap({ Int($0) }), (0...1).contains(first) else {
      return cells.isBlank
    }
    return cells.indices.allSatisfy { Int(cells[$0]) == first + $0 }
  }

  /// Checks the header against the columns that have a meaning.
  ///
  /// - Parameters:
  ///   - known: The columns that have a meaning.
  ///   - required: Those of them that must be there.
  /// - Throws: ``FileProblem`` if a required column is missing, or if a column is so nearly a known
  ///   one that it is surely meant.
  func checkHeader(known: [String], required: [String]) throws(FileProblem) {
    for name in header where !known.contains(name) {
      if let meant = Self.meant(by: name, in: header, known: known) {
        throw FileProblem(
          path, line: headerLine,
          Phrase(
            "unknown column \(FileProblem.quoted(name))", "\(FileProblem.quoted(name)) は未知の列名です"),
          advice: Phrase(
            "did you mean \"\(meant)\"? Rename the column", "\"\(meant)\" のことでしょうか。列の名前を直してください"))
      }
    }
    for name in required where !header.contains(name) {
      let columns = Self.listed(header)
      throw FileProblem(
        path, line: headerLine,
        Phrase(
          "column \"\(name)\" not found; columns are: \(columns)",
          "\"\(name)\" という列がありません（列：\(columns)）"),
        advice: required.count == 1
          ? Phrase("add a column \(name)", "\(name) 列を加えてください")
          : Phrase(
            "the table needs the columns \(required.joined(separator: ", "))",
            "表には \(required.joined(separator: "、")) の列が必要です"))
    }
  }

  /// Checks that attributes can be read back under their names.
  ///
  /// - Parameters:
  ///   - attributes: Columns to write.
  ///   - header: The names of all columns to write.
  ///   - known: The columns that have a meaning.
  ///   - path: The file, for messages.
  /// - Throws: ``FileProblem`` if a name is taken, or so nearly a known one that reading refuses it.
  static func checkAttributes(
    _ attributes: [Attribute], in header: [String], known: [String], path: String
  ) throws(FileProblem) {
    for name in attributes.map(\.name) where !name.isEmpty {
      let isTaken = known.contains(name) || header.count { $0 == name } > 1
      guard isTaken || meant(by: name, in: header, known: known) != nil else { continue }
      throw FileProblem(
        path,
        Phrase(
          "cannot hold an attribute named \(FileProblem.quoted(name))",
          "\(FileProblem.quoted(name)) という名前の属性は書き込めません"),
        advice: Phrase(
          "give it a name that is not nearly that of another column", "ほかの列とまぎらわしくない名前にしてください"))
    }
  }

  /// Returns the names of the first columns, for messages.
  static func listed(_ columns: [String]) -> String {
    columns.prefix(12).joined(separator: ", ") + (columns.count > 12 ? ", …" : "")
  }

  /// Whether a table with an attribute of a name could not be read back.
  ///
  /// - Parameters:
  ///   - name: The attribute's name.
  ///   - header: The names of all columns.
  ///   - known: The columns that have a meaning.
  /// - Returns: `true` if the name is that of a known column, or nearly so.
  static func isMistakable(_ name: String, in header: [String], known: [String]) -> Bool {
    known.contains(name) || meant(by: name, in: header, known: known) != nil
  }

  /// Returns the known column that a name surely means, nil if it is a name of its own.
  private static func meant(by name: String, in header: [String], known: [String]) -> String? {
    known.first {
      $0.lowercased() == name.lowercased()
        || (!header.contains($0) && name.utf8.count <= 40 && Spelling.distance($0, name) == 1)
    }
  }

  /// Returns a column of numbers.
  ///
  /// - Parameters:
  ///   - name: The name in the header.
  ///   - isAllowed: Which numbers are.
  ///   - flaw: What is wrong with others, for the message.
  ///   - expected: What is expected, for the message.
  /// - Returns: The numbers, NaN for an empty cell; nil where the whole column is absent or empty.
  /// - Throws: ``FileProblem`` for a cell that is not such a number.
  func numbers(
    named name: String, where isAllowed: (Double) -> Bool, flaw: Phrase, expected: Phrase
  ) throws(FileProblem) -> [Double]? {
    guard let cells = filledColumn(named: name) else { return nil }
    var numbers: [Double] = []
    numbers.reserveCapacity(cells.count)
    for row in cells.indices {
      let cell = cells.utf8(at: row)
      if cell.isEmpty {
        numbers.append(.nan)
      } else if let number = CellNumber.parse(cell, separator: separator) {
        guard isAllowed(number) else {
          throw FileProblem(
            path, line: lines[row],
            Phrase(
              "\(name) \(FileProblem.quoted(cells[row])) is \(flaw.english)",
              "\(name) の \(FileProblem.quoted(cells[row])) は\(flaw.japanese)"), advice: expected)
        }
        numbers.append(number)
      } else {
        throw FileProblem(
          path, line: lines[row],
          Phrase(
            "\(name) \(FileProblem.quoted(cells[row])) is not a finite number",
            "\(name) の \(FileProblem.quoted(cells[row])) は数として読めません"), advice: expected)
      }
    }
    return numbers
  }

  /// Returns a column of dates.
  ///
  /// - Parameter name: The name in the header.
  /// - Returns: The dates, nil for an empty cell; nil where the whole column is absent or empty.
  /// - Throws: ``FileProblem`` for a cell that is no date.
  func dates(named name: String) throws(FileProblem) -> [PartialDate?]? {
    guard let cells = filledColumn(named: name) else { return nil }
    var dates: [PartialDate?] = []
    dates.reserveCapacity(cells.count)
    for row in cells.indices {
      let text = cells.utf8(at: row)
      if text.isEmpty {
        dates.append(nil)
      } else if let date = PartialDate(utf8: text) ?? Self.officeDate(text) {
        dates.append(date)
      } else {
        let cell = cells[row]
        throw FileProblem(
          path, line: lines[row],
          Phrase(
            "\(name) \(FileProblem.quoted(cell)) is not a date",
            "\(name) の \(FileProblem.quoted(cell)) は日付として読めません"),
          advice: Phrase(
            "write a year, a month or a day, such as 1992, 1992-04 or 1992-04-01",
            "1992、1992-04、1992-04-01 のように、年、月または日を書いてください"))
      }
    }
    return dates
  }

  /// A date as offices write it, such as 令和6年4月1日; digits alone may be anything.
  private static func officeDate(_ text: ArraySlice<UInt8>) -> PartialDate? {
    text.allSatisfy { Ascii.digit($0) < 10 }
      ? nil : OfficeDate.parse(String(decoding: text, as: UTF8.self))
  }
}
