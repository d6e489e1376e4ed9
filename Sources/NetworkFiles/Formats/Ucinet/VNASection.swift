internal import NetworkData

/// A table of a VNA file.
struct VNASection {
  /// A line of the table.
  struct Row {
    let line: Int
    /// As many cells as the header has.
    let cells: [[UInt8]]
  }

  /// What stands behind the asterisk, in lower case.
  let name: String

  /// The line with the name, counted from 1.
  let line: Int

  /// The names of the columns.
  private(set) var header: [String] = []

  /// The lines below the header.
  private(set) var rows: [Row] = []

  /// Reads the sections of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - start: Where its text begins.
  /// - Returns: The sections in order.
  /// - Throws: ``FileProblem`` for a line that is no row of its table.
  static func all(in file: FileBytes, from start: Int) throws(FileProblem) -> [VNASection] {
    var sections: [VNASection] = []
    for line in TextLines(file, in: start..<file.count) where !line.isBlank {
      if line.firstByte == UInt8(ascii: "*") {
        let text = String(
          decoding: line.bytes.drop(while: Ascii.isBlank).dropFirst(), as: UTF8.self)
        let words = text.lowercased().split { $0 == " " || $0 == "\t" || $0 == ":" }
        sections.append(
          VNASection(name: words.joined(separator: " "), line: line.number))
        continue
      }
      if line.firstByte == Ascii.hash, sections.isEmpty { continue }
      guard !sections.isEmpty else {
        throw FileProblem(
          file.path, line: line.number,
          Phrase("text in front of the first section", "最初の区分より前に文字があります"),
          advice: Phrase(
            "it begins with *Node data or *Tie data", "*Node data か *Tie data から始めてください"))
      }
      try sections[sections.count - 1].add(line, file.path)
    }
    return sections
  }

  private mutating func add(_ line: TextLine, _ path: String) throws(FileProblem) {
    let cells = try Self.cells(of: line, path)
    if header.isEmpty {
      header = cells.map { String(decoding: $0, as: UTF8.self) }
      return
    }
    guard cells.count == header.count else {
      throw FileProblem(
        path, line: line.number,
        Phrase(
          "expected \(header.count) values as in the header, found \(cells.count)",
          "見出しと同じ\(header.count)個の値が必要ですが、\(cells.count)個あります"),
        advice: Phrase(
          "put values with blanks in double quotes, and write \"\" for none",
          "空白を含む値は二重引用符で囲み、値がなければ \"\" と書いてください"))
    }
    rows.append(Row(line: line.number, cells: cells))
  }

  /// Whether a column holds a number for every tie, and so tells of a relation.
  func isRelation(column: Int) -> Bool {
    !TieTable.knownColumns.contains(header[column]) && !rows.isEmpty
      && rows.allSatisfy { DecimalNumber.parse($0.cells[column][...]) != nil }
  }

  /// Splits a line at blanks or commas; quotes hold together, and two of them are one within.
  private static func cells(of line: TextLine, _ path: String) throws(FileProblem) -> [[UInt8]] {
    let bytes = line.bytes
    var cells: [[UInt8]] = []
    var position = 0
    func separates(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) || byte == Ascii.comma }
    while true {
      while position < bytes.count, separates(bytes[position]) { position += 1 }
      guard position < bytes.count else { return cells }
      var cell: [UInt8] = []
      guard bytes[position] == Ascii.quote else {
        while position < bytes.count, !separates(bytes[position]) {
          cell.append(bytes[position])
          position += 1
        }
        cells.append(cell)
        continue
      }
      position += 1
      while true {
        guard position < bytes.count else {
          throw FileProblem.unclosedQuote(path, line: line.number)
        }
        if bytes[position] == Ascii.quote {
          position += 1
          guard position < bytes.count, bytes[position] == Ascii.quote else { break }
        }
        cell.append(bytes[position])
        position += 1
      }
      cells.append(cell)
    }
  }
}
