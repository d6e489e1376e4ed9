internal import NetworkData

/// How the lines of an edge list are to be read, told from its first lines.
struct EdgeListLayout {
  /// What stands between the fields of a line.
  enum Separator: Equatable {
    /// One byte.
    case byte(UInt8)
    /// Any run of spaces and tabs.
    case blanks

    /// The byte, a space for blanks.
    var byte: UInt8 { if case .byte(let byte) = self { byte } else { Ascii.space } }
  }

  /// What stands between the fields of a line.
  var separator: Separator

  /// Which field names the actor at which a tie begins.
  var sourceField = 0

  /// Which field names the actor at which a tie ends.
  var targetField = 1

  /// Which field holds the strength, nil where none does.
  var strengthField: Int?

  /// How many fields every line has.
  var fieldCount: Int

  /// Where the header begins, or the first tie's line where there is none.
  let headerStart: Int

  /// Where the first tie's line begins.
  var start: Int

  /// Whether lines that begin with `#` or `%` are comments: not below a header, where an id may
  /// begin so.
  var allowsComments = true

  /// The names of the columns where there is a header.
  var header: [String]?

  /// How many lines are looked at.
  static let lineCount = 21

  /// Returns whether the fields of a first line are names of columns.
  ///
  /// - Parameters:
  ///   - first: The fields of the first line.
  ///   - others: The fields of the next lines.
  /// - Returns: `true` if it names an end, or has words above numbers.
  static func isHeader(_ first: [String], above others: [[String]]) -> Bool {
    let words = first.map { synonyms[$0.lowercased()] ?? $0 }
    return words.contains("source") || words.contains("target")
      || looksLikeHeader(first, above: others)
  }

  /// Whether every line is a source and a target and nothing else.
  var holdsPairs: Bool {
    fieldCount == 2 && sourceField == 0 && targetField == 1 && strengthField == nil
  }

  /// Returns the name of the folder format for a column's name.
  ///
  /// - Parameter name: The name in a header.
  /// - Returns: `source`, `target` or `strength` for what means that; else the name as it is.
  static func columnName(_ name: String) -> String { synonyms[name.lowercased()] ?? name }

  /// Names that mean the same, in lower case.
  private static let synonyms = [
    "from": "source", "to": "target", "weight": "strength", "source": "source",
    "target": "target", "strength": "strength",
    "発信": "source", "受信": "target", "重み": "strength", "強さ": "strength",
  ]

  /// Tells the layout of an edge list.
  ///
  /// A first line is a header if it names a source or a target, or if its ends are words while
  /// those of all the next lines are numbers. Without a header the first two fields are the ends
  /// and a third one the strength.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - start: Where its text begins.
  /// - Throws: ``FileProblem`` if the ends cannot be found.
  init(of file: FileBytes, from start: Int) throws(FileProblem) {
    let lines = Self.firstLines(of: file, from: start, most: Self.lineCount)
    guard let first = lines.first else {
      throw FileProblem(
        file.path, line: 1, Phrase("no lines with ties", "つながりの行がありません"),
        advice: Phrase(
          "expected two ids a line, such as \"A B\" or \"A,B\"",
          "\"A B\" や \"A,B\" のように、1行に2つの id を書いてください"))
    }
    let separator = Self.separator(of: first.text, path: file.path)
    self.separator = separator
    let fields = Self.fields(of: first.text, separator)
    fieldCount = fields.count
    headerStart = first.range.lowerBound
    self.start = headerStart
    let line = file.line(at: first.range.lowerBound)
    let words = TieTable.isOwn(fields) ? fields : fields.map(Self.columnName)
    let isNamed = words.contains("source") || words.contains("target")
    let others = lines.dropFirst().map { Self.fields(of: $0.text, separator) }

    if isNamed || Self.looksLikeHeader(fields, above: others) {
      try Self.checkNames(words, isNamed: isNamed, path: file.path, line: line)
      header = isNamed ? words : ["source", "target"] + words.dropFirst(2)
      sourceField = words.firstIndex(of: "source") ?? 0
      targetField = words.firstIndex(of: "target") ?? 1
      strengthField = words.firstIndex(of: "strength")
      allowsComments = false
      self.start = first.range.upperBound
      return
    }
    switch fields.count {
    case 2: break
    case 3 where CellNumber.parse(fields[2], separator: separator.byte) != nil:
      strengthField = 2
    case 3:
      throw FileProblem(
        file.path, line: line,
        Phrase(
          "the third field \(FileProblem.quoted(fields[2])) is not a number",
          "3番目の欄の \(FileProblem.quoted(fields[2])) は数として読めません"),
        advice: Phrase(
          "write a strength there, or name the columns in a first line: source,target,…",
          "強さを書くか、1行目に source,target,… のように列の名前を書いてください"))
    case 0, 1:
      throw FileProblem(
        file.path, line: line,
        Phrase("expected two ids, found \(fields.count)", "id が2つ必要ですが、\(fields.count)個です"),
        advice: Phrase("separate them with a comma, a tab or blanks", "コンマ、タブまたは空白で区切ってください"))
    default:
      throw FileProblem(
        file.path, line: line,
        Phrase("\(fields.count) fields and no header", "欄が\(fields.count)個あるのに、見出し行がありません"),
        advice: Phrase(
          "name the columns in a first line: source,target,…",
          "1行目に source,target,… のように列の名前を書いてください"))
    }
  }

  private static func checkNames(
    _ words: [String], isNamed: Bool, path: String, line: Int
  ) throws(FileProblem) {
    for name in ["source", "target"] where isNamed && !words.contains(name) {
      let columns = Table.listed(words)
      throw FileProblem(
        path, line: line,
        Phrase(
          "column \"\(name)\" not found; columns are: \(columns)",
          "\"\(name)\" という列がありません（列：\(columns)）"),
        advice: Phrase(
          "name the columns of the ends source and target", "つながりの両端の列の名前を source と target にしてください")
      )
    }
    var seen: Set<String> = []
    for name in words where !seen.insert(name).inserted && !name.isEmpty {
      throw FileProblem(
        path, line: line,
        Phrase(
          "column \(FileProblem.quoted(name)) appears twice",
          "\(FileProblem.quoted(name)) という列が2つあります"),
        advice: Phrase("rename or remove one of them", "一方の名前を変えるか、削除してください"))
    }
  }

  private static func looksLikeHeader(_ first: [String], above others: [[String]]) -> Bool {
    guard first.count >= 2, !others.isEmpty, !isNumber(first[0]), !isNumber(first[1]) else {
      return false
    }
    return others.allSatisfy { $0.count >= 2 && isNumber($0[0]) && isNumber($0[1]) }
  }

  private static func isNumber(_ text: String) -> Bool {
    DecimalNumber.parse(Array(text.utf8)[...]) != nil
  }

  private static func separator(of line: String, path: String) -> Separator {
    if line.contains("\t") { return .byte(Ascii.tab) }
    let commaCount = line.utf8.count { $0 == Ascii.comma }
    // A;B;1,5 has a decimal comma.
    if line.utf8.count(where: { $0 == Ascii.semicolon }) > commaCount {
      return .byte(Ascii.semicolon)
    }
    if commaCount > 0 { return .byte(Ascii.comma) }
    return path.hasSuffix(".csv") ? .byte(Ascii.comma) : .blanks
  }

  private static func fields(of line: String, _ separator: Separator) -> [String] {
    switch separator {
    case .blanks:
      return line.split { $0 == " " || $0 == "\t" }.map(String.init)
    case .byte(let byte):
      return line.split(
        separator: Character(UnicodeScalar(byte)), omittingEmptySubsequences: false
      ).map { field in
        var field = field.drop { $0 == " " || $0 == "\t" }
        while let last = field.last, last == " " || last == "\t" { field.removeLast() }
        if field.count >= 2, field.first == "\"", field.last == "\"" {
          field = field.dropFirst().dropLast()
        }
        return String(field)
      }
    }
  }

  /// Returns the first lines that are neither blank nor comments, each with its place.
  private static func firstLines(
    of file: FileBytes, from start: Int, most count: Int
  ) -> [(text: String, range: Range<Int>)] {
    file.withSpan { bytes in
      var lines: [(String, Range<Int>)] = []
      var position = start
      while position < bytes.count, lines.count < count {
        let lineStart = position
        var text: [UInt8] = []
        while position < bytes.count, !Ascii.endsLine(bytes[position]) {
          text.append(bytes[position])
          position += 1
        }
        if position < bytes.count { position += 1 }
        let content = text.first { !Ascii.isBlank($0) }
        guard let content else { continue }
        if lines.isEmpty, content == Ascii.hash || content == Ascii.percent { continue }
        lines.append((String(decoding: text, as: UTF8.self), lineStart..<position))
      }
      return lines
    }
  }
}
