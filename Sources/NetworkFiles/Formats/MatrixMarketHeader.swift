internal import NetworkData

/// The banner and the size line of a Matrix Market file.
struct MatrixMarketHeader {
  /// Which cells the file leaves out, as others tell them.
  enum Symmetry {
    case general
    case symmetric
    case skewSymmetric
  }

  /// Whether all values are given in columns, and not entries.
  private(set) var isDense = false

  /// Whether entries have values.
  private(set) var hasValues = true

  /// Which cells the file leaves out.
  private(set) var symmetry = Symmetry.general

  /// The number of rows.
  private(set) var rows = 0

  /// The number of columns.
  private(set) var columns = 0

  /// The number of entries or values.
  private(set) var entryCount = 0

  /// The line that gives these numbers.
  private(set) var sizeLine = 1

  /// Where the first line behind the banner begins.
  private(set) var commentStart = 0

  /// Where the first line behind the size line begins.
  private(set) var bodyStart = 0

  /// What the user should know.
  private(set) var notes: [Phrase] = []

  /// Reads the header of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` if it is not one of a matrix that can be a network.
  init(of file: FileBytes, _ limits: ReadingLimits) throws(FileProblem) {
    let start = try Encoding.checkedStart(of: file)
    var lines = TextLines(file, in: start..<file.count)
    let first = lines.next() ?? TextLine(number: 1, bytes: [])
    let hasBanner = first.bytes.starts(with: "%%".utf8)
    if hasBanner {
      try readBanner(first, file.path)
      commentStart = lines.offset
    } else {
      lines = TextLines(file, in: start..<file.count)
      notes.append(
        Phrase(
          "\(file.path): no Matrix Market banner: read as real and general",
          "\(file.path)：Matrix Market の先頭行がないため、real general として読みました"))
    }
    while let line = lines.next() {
      guard let byte = line.firstByte, byte != Ascii.percent else { continue }
      try readSize(line, hasBanner: hasBanner, file, limits)
      bodyStart = lines.offset
      return
    }
    throw FileProblem(
      file.path, line: file.lastLine,
      Phrase("the size line is missing", "大きさの行がありません"),
      advice: Phrase(
        "write rows, columns and entries, such as \"34 34 78\"", "「34 34 78」のように、行数、列数、値の個数を書いてください"
      ))
  }

  /// Returns the first row that a dense file gives of a column.
  func firstRow(ofColumn column: Int) -> Int {
    switch symmetry {
    case .general: 0
    case .symmetric: column
    case .skewSymmetric: column + 1
    }
  }

  private mutating func readBanner(_ line: TextLine, _ path: String) throws(FileProblem) {
    let words = line.bytes.split(whereSeparator: Ascii.isBlank).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    func problem(_ english: String, _ japanese: String) -> FileProblem {
      FileProblem(
        path, line: line.number, Phrase(english, japanese),
        advice: Phrase(
          "it begins with a line such as %%MatrixMarket matrix coordinate real general",
          "1行目は「%%MatrixMarket matrix coordinate real general」のように書いてください"))
    }
    guard words.count == 5, words[0] == "%%matrixmarket" else {
      throw problem("not a Matrix Market banner", "Matrix Market の先頭行ではありません")
    }
    let shown = words.map(FileProblem.quoted)
    guard words[1] == "matrix" else {
      throw problem("object \(shown[1]) is not a matrix", "\(shown[1]) は matrix ではありません")
    }
    switch words[2] {
    case "coordinate": isDense = false
    case "array": isDense = true
    default:
      throw problem(
        "format \(shown[2]) is neither coordinate nor array",
        "形式 \(shown[2]) は coordinate でも array でもありません")
    }
    switch words[3] {
    case "real", "integer", "double": hasValues = true
    case "pattern" where !isDense: hasValues = false
    case "complex":
      throw problem("complex values are not a network", "複素数の値はネットワークとして読めません")
    default:
      throw problem(
        "values of the sort \(shown[3]) are not known", "値の種類 \(shown[3]) は使えません")
    }
    switch words[4] {
    case "general": symmetry = .general
    case "symmetric", "hermitian": symmetry = .symmetric
    case "skew-symmetric": symmetry = .skewSymmetric
    default:
      throw problem("symmetry \(shown[4]) is not known", "対称性 \(shown[4]) は使えません")
    }
  }

  private mutating func readSize(
    _ line: TextLine, hasBanner: Bool, _ file: FileBytes, _ limits: ReadingLimits
  ) throws(FileProblem) {
    let words = line.bytes.split(whereSeparator: Ascii.isBlank).map(Array.init)
    if !hasBanner { isDense = words.count == 2 }
    let expected = isDense ? 2 : 3
    guard words.count == expected else {
      throw FileProblem(
        file.path, line: line.number,
        Phrase(
          "expected \(expected) numbers in the size line, found \(words.count)",
          "大きさの行には数が\(expected)個必要ですが、\(words.count)個です"),
        advice: isDense
          ? Phrase("write rows and columns", "行数と列数を書いてください")
          : Phrase("write rows, columns and entries", "行数、列数、値の個数を書いてください"))
    }
    sizeLine = line.number
    let rowWord = Phrase("rows", "行")
    rows = try NodeCount.parse(words[0], rowWord, in: file, line: sizeLine, limits)
    columns = try NodeCount.parse(
      words[1], Phrase("columns", "列"), in: file, line: sizeLine, limits)
    if rows != columns {
      try NodeCount.check(
        rows + columns, Phrase("rows and columns", "行と列"), in: file, line: sizeLine, limits)
    }
    guard symmetry == .general || rows == columns else {
      throw FileProblem(
        file.path, line: sizeLine,
        Phrase(
          "a symmetric matrix of \(rows) rows and \(columns) columns",
          "対称行列なのに\(rows)行\(columns)列です"),
        advice: Phrase("it has as many rows as columns", "行数と列数を同じにしてください"))
    }
    if isDense {
      let below = rows * max(rows - 1, 0) / 2
      switch symmetry {
      case .general: entryCount = rows * columns
      case .symmetric: entryCount = below + rows
      case .skewSymmetric: entryCount = below
      }
    } else {
      let text = String(decoding: words[2], as: UTF8.self)
      guard let count = Int(text), count >= 0 else {
        throw FileProblem(
          file.path, line: sizeLine,
          Phrase(
            "\(FileProblem.quoted(text)) is not a number of entries",
            "\(FileProblem.quoted(text)) は値の個数として読めません"),
          advice: Phrase("write a whole number, 0 or more", "0以上の整数を書いてください"))
      }
      entryCount = count
    }
  }
}
