internal import NetworkData

/// Reads the cells of a sheet.
final class SheetCells: XMLListener {
  private let path: String
  private let texts: TextColumn
  private let formats: [CellFormat]
  private let countsFrom1904: Bool

  private var columns: [TextColumn] = []
  private var lines: [Int] = []
  private var merges: [(rows: ClosedRange<Int>, column: Int)] = []
  private var filledCount = 0

  /// The row and the column that the next cell without a reference has, from 1 and 0.
  private var row = 0
  private var column = 0
  private var isRowEmpty = true

  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private(set) var isListening = false
  private var phoneticDepth = 0

  /// The most rows and columns of a sheet.
  private static let size = (rows: 1_048_576, columns: 16_384)

  init(path: String, texts: TextColumn, formats: [CellFormat], countsFrom1904: Bool) {
    self.path = path
    self.texts = texts
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
  }

  /// The sheet, once all was read; of merged cells every row has the text of the first.
  var sheet: Sheet {
    var sheet = Sheet(path: path, columns: columns, lines: lines)
    for place in sheet.columns.indices { pad(&sheet.columns[place], to: lines.count) }
    for column in Set(merges.map(\.column)) where column < sheet.columns.count {
      fill(&sheet.columns[column], merges.filter { $0.column == column }.map(\.rows))
    }
    return sheet
  }

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    switch element.name {
    case "row":
      let number = element.text(of: "r").flatMap { Int($0) } ?? row + 1
      guard number > row, number <= Self.size.rows else {
        throw misplaced("row \(number)", "\(number)行")
      }
      row = number
      column = 0
      isRowEmpty = true
    case "c":
      if let reference = element.text(of: "r") {
        guard let place = Self.place(reference), place.row == row, place.column >= column else {
          throw misplaced(
            "cell \(FileProblem.quoted(reference))", "セル \(FileProblem.quoted(reference)) ")
        }
        column = place.column
      }
      guard row > 0, column < Self.size.columns else { throw misplaced("a cell", "セル") }
      type = element.text(of: "t") ?? "n"
      style = element.text(of: "s").flatMap { Int($0) } ?? 0
      value.removeAll(keepingCapacity: true)
    case "rPh": phoneticDepth += 1
    case "v", "t": isListening = phoneticDepth == 0
    case "mergeCell":
      let ends = (element.text(of: "ref") ?? "").split(separator: ":").map {
        Self.place(String($0))
      }
      // A bounded number: each is looked at for its column.
      if ends.count == 2, let first = ends[0], let last = ends[1], first.row < last.row,
        merges.count < 65_536
      {
        merges.append((first.row...last.row, first.column))
      }
    default: break
    }
  }

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
    switch name {
    case "v", "t": isListening = false
    case "rPh": phoneticDepth -= 1
    case "c":
      let text = try cellText()
      if !text.isEmpty { try place(text) }
      column += 1
    default: break
    }
  }

  func hear(_ piece: UnsafeBufferPointer<UInt8>) { unsafe value.append(contentsOf: piece) }

  /// Puts a text at the present row and column.
  private func place(_ text: ArraySlice<UInt8>) throws(FileProblem) {
    if isRowEmpty {
      lines.append(row)
      isRowEmpty = false
    }
    while columns.count <= column { columns.append(TextColumn()) }
    pad(&columns[column], to: lines.count - 1)
    columns[column].append(utf8: text)
    filledCount += 1
    // One cell far to the right makes a cell of every row.
    guard columns.count * lines.count <= 1 << 20 + 64 * filledCount else {
      throw FileProblem(
        path, line: row,
        Phrase(
          "is nearly empty and \(columns.count) columns wide",
          "ほとんど空のまま\(columns.count)列に広がっています"),
        advice: Phrase("delete the cells far to the right", "右の離れた位置にあるセルを削除してください"))
    }
  }

  /// What stands in the cell that ends now.
  private func cellText() throws(FileProblem) -> ArraySlice<UInt8> {
    switch type {
    case "s":
      guard let position = Int(String(decoding: value, as: UTF8.self)), texts.indices ~= position
      else {
        if value.isEmpty { return [] }
        throw misplaced(
          "a reference to a text that is not there in column \(column + 1)", "存在しない文字列への参照")
      }
      return Self.trimmed(texts.utf8(at: position))
    case "str", "inlineStr", "e": return Self.trimmed(value[...])
    case "b": return Array((value == [Ascii.zero] ? "FALSE" : "TRUE").utf8)[...]
    case "d": return value.prefix { $0 != UInt8(ascii: "T") }
    default:
      guard let number = DecimalNumber.parse(value[...]) else { return value[...] }
      let format = formats.indices ~= style ? formats[style] : .number
      let text =
        SerialDate.text(number, format, countsFrom1904: countsFrom1904)
        ?? NumberText.shortest(number)
      return Array(text.utf8)[...]
    }
  }

  private func misplaced(_ what: String, _ whatInJapanese: String) -> FileProblem {
    FileProblem(
      path, line: max(row, 1),
      Phrase("\(what) is out of place", "\(whatInJapanese)の位置が正しくありません"),
      advice: Phrase(
        "open and save it again in the spreadsheet program", "表計算ソフトで開いて保存し直してください"))
  }

  private func pad(_ column: inout TextColumn, to count: Int) {
    while column.count < count { column.append(utf8: EmptyCollection()) }
  }

  /// Gives each row within merged cells the text of the first one.
  private func fill(_ column: inout TextColumn, _ merges: [ClosedRange<Int>]) {
    var cells = Array(column)
    var end = 0
    for merge in merges.sorted(by: { $0.upperBound < $1.upperBound }) {
      // Merged cells do not overlap; where a file says so, those that end first count.
      guard merge.lowerBound > end else { continue }
      end = merge.upperBound
      guard let first = firstRow(from: merge.lowerBound), first < lines.count,
        lines[first] == merge.lowerBound
      else { continue }
      var row = first
      while row < lines.count, lines[row] <= merge.upperBound {
        if cells[row].isEmpty { cells[row] = cells[first] }
        row += 1
      }
    }
    column = TextColumn(cells)
  }

  private func firstRow(from line: Int) -> Int? {
    var range = 0..<lines.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        lines[middle] < line ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  /// Blanks around a text mean nothing, wide ones neither.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let wideSpace: [UInt8] = [0xE3, 0x80, 0x80]
    var text = text
    while let first = text.first {
      if Ascii.isBlank(first) || Ascii.endsLine(first) {
        text = text.dropFirst()
      } else if text.starts(with: wideSpace) {
        text = text.dropFirst(3)
      } else {
        break
      }
    }
    while let last = text.last {
      if Ascii.isBlank(last) || Ascii.endsLine(last) {
        text = text.dropLast()
      } else if text.suffix(3).elementsEqual(wideSpace) {
        text = text.dropLast(3)
      } else {
        break
      }
    }
    return text
  }

  /// Reads `AB12` as column 27 and row 12.
  private static func place(_ reference: String) -> (row: Int, column: Int)? {
    var (row, column) = (0, 0)
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      if (0x41...0x5A).contains(byte & 0xDF), row == 0 {
        column = column * 26 + Int(byte & 0xDF) - 0x40
      } else if Ascii.digit(byte) < 10 {
        row = row * 10 + Int(Ascii.digit(byte))
      } else {
        return nil
      }
      guard row <= size.rows, column <= size.columns else { return nil }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
  }
}
