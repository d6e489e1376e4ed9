internal import NetworkData

/// What stands in front of the data of a DL file.
struct DLHeader {
  /// How the data is laid out.
  enum Layout: String {
    case fullMatrix = "fullmatrix"
    case lowerHalf = "lowerhalf"
    case upperHalf = "upperhalf"
    case edgeList1 = "edgelist1"
    case edgeList2 = "edgelist2"
    case nodeList1 = "nodelist1"
    case nodeList2 = "nodelist2"
    case countedList1 = "nodelist1b"
    case countedList2 = "nodelist2b"

    /// Whether lists are of two modes.
    var hasTwoModes: Bool { self == .edgeList2 || self == .nodeList2 || self == .countedList2 }

    /// Whether a line gives the number of its columns and not its row, which are counted.
    var isCounted: Bool { self == .countedList1 || self == .countedList2 }

    /// Whether the data are lines of a row and columns, and not a matrix.
    var isList: Bool { self != .fullMatrix && self != .lowerHalf && self != .upperHalf }

    /// Creates a layout of a name that UCINET knows it by.
    init?(named name: String) {
      switch name {
      case "fullmatrix", "fm", "matrix": self = .fullMatrix
      case "lowerhalf", "lh", "lowerhalfmatrix": self = .lowerHalf
      case "upperhalf", "uh", "upperhalfmatrix": self = .upperHalf
      case "edgelist1", "el1", "edgelist": self = .edgeList1
      case "edgelist2", "el2": self = .edgeList2
      case "nodelist1", "nl1", "nodelist": self = .nodeList1
      case "nodelist2", "nl2": self = .nodeList2
      case "nodelist1b", "nl1b": self = .countedList1
      case "nodelist2b", "nl2b": self = .countedList2
      default: return nil
      }
    }
  }

  /// The title, nil where there is none.
  private(set) var title: String?
  /// The number of rows, and of columns where none is given.
  private(set) var rowCount: Int?
  /// The number of columns where it is given for itself.
  private(set) var columnCount: Int?
  /// The number of matrices.
  private(set) var matrixCount = 1
  /// How the data is laid out.
  private(set) var layout = Layout.fullMatrix
  /// Whether matrices have their diagonals.
  private(set) var hasDiagonal = true
  /// Labels of rows, empty where there are none.
  private(set) var rowLabels: [DLWord] = []
  /// Labels of columns, empty where there are none.
  private(set) var columnLabels: [DLWord] = []
  /// Labels of matrices, empty where there are none.
  private(set) var matrixLabels: [DLWord] = []
  /// Whether the data names rows by labels.
  private(set) var embedsRowLabels = false
  /// Whether the data names columns by labels.
  private(set) var embedsColumnLabels = false
  /// Where `data:` stands.
  private(set) var dataLine = 1

  private let file: FileBytes
  private let limits: ReadingLimits

  /// Reads up to `data:`.
  ///
  /// - Parameters:
  ///   - scanner: Stands at the start of the file; moved behind `data:`.
  ///   - file: The file.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` for the first word that is wrong.
  init(
    _ scanner: inout DLScanner, _ file: FileBytes, _ limits: ReadingLimits
  ) throws(FileProblem) {
    (self.file, self.limits) = (file, limits)
    guard let first = try scanner.next(isHeader: true), first.keyword == "dl" else {
      throw FileProblem(
        file.path, line: 1, Phrase("not a DL file", "DL ファイルではありません"),
        advice: Phrase("it begins with DL, such as \"DL n=5\"", "「DL n=5」のように DL で始めてください"))
    }
    while let word = try scanner.next(isHeader: true) {
      if try read(word, &scanner) {
        dataLine = word.line
        try check(dataLine)
        return
      }
    }
    // Both may be missing; what comes first in the file is said first.
    if rowCount == nil { try check(file.lastLine) }
    throw FileProblem(
      file.path, line: file.lastLine, Phrase("data: is missing", "data: がありません"),
      advice: Phrase("write data: and the matrix below it", "data: と書き、その下に行列を書いてください"))
  }

  /// Reads what a word of the header announces.
  ///
  /// - Returns: Whether the data begins behind it.
  private mutating func read(
    _ word: DLWord, _ scanner: inout DLScanner
  ) throws(FileProblem) -> Bool {
    switch word.keyword {
    case "n", "nr": rowCount = try count(&scanner, word)
    case "nc": columnCount = try count(&scanner, word)
    case "nm": matrixCount = try count(&scanner, word)
    case "format":
      let name = try value(&scanner, word)
      guard let layout = Layout(named: name.keyword) else {
        throw FileProblem(
          file.path, line: name.line,
          Phrase(
            "format \(FileProblem.quoted(name.text)) is not known",
            "format の \(FileProblem.quoted(name.text)) は使えません"),
          advice: Phrase(
            "save it from UCINET as one of those that are read: fullmatrix, lowerhalf, upperhalf, "
              + "edgelist1, edgelist2, nodelist1, nodelist2, nodelist1b, nodelist2b",
            "UCINET で次のいずれかとして保存し直してください：fullmatrix、lowerhalf、upperhalf、edgelist1、edgelist2、"
              + "nodelist1、nodelist2、nodelist1b、nodelist2b"))
      }
      self.layout = layout
    case "diagonal":
      let state = try value(&scanner, word, sign: "")
      hasDiagonal = state.keyword != "absent"
    case "title": title = try value(&scanner, word).text
    case "labels": try readLabels(of: "", &scanner, word)
    case "row", "column", "col", "level", "matrix":
      guard try scanner.next(isHeader: true)?.keyword == "labels" else { throw unknown(word) }
      try readLabels(of: word.keyword, &scanner, word)
    case "data":
      var ahead = scanner
      if try ahead.next(isHeader: true)?.text == ":" { scanner = ahead }
      return true
    case ":": break
    default: throw unknown(word)
    }
    return false
  }

  private func unknown(_ word: DLWord) -> FileProblem {
    FileProblem(
      file.path, line: word.line,
      Phrase(
        "\(FileProblem.quoted(word.text)) is not known in front of the data",
        "\(FileProblem.quoted(word.text)) は data: より前では使えません"),
      advice: Phrase(
        "n, nr, nc, nm, format, title, labels and data: are",
        "n、nr、nc、nm、format、title、labels、data: が使えます"))
  }

  private func value(
    _ scanner: inout DLScanner, _ word: DLWord, sign: String = "="
  ) throws(FileProblem) -> DLWord {
    var next = try scanner.next(isHeader: true)
    if next?.text == "=", next?.isQuoted == false { next = try scanner.next(isHeader: true) }
    if let next { return next }
    throw FileProblem(
      file.path, line: word.line,
      Phrase("\(word.keyword) has no value", "\(word.keyword) の値がありません"),
      advice: Phrase("write it behind \(word.keyword)\(sign)", "\(word.keyword)\(sign) の後に書いてください"))
  }

  private func count(_ scanner: inout DLScanner, _ word: DLWord) throws(FileProblem) -> Int {
    let value = try value(&scanner, word)
    let what = word.keyword == "nm" ? Phrase("matrices", "行列") : Phrase("actors", "主体")
    return try NodeCount.parse(value.utf8, what, in: file, line: value.line, limits)
  }

  /// Reads labels, or that the data holds them.
  private mutating func readLabels(
    of what: String, _ scanner: inout DLScanner, _ word: DLWord
  ) throws(FileProblem) {
    let isOfColumns = what.hasPrefix("col")
    let isOfMatrices = what == "level" || what == "matrix"
    var ahead = scanner
    let next = try ahead.next(isHeader: true)
    if next?.keyword == "embedded" {
      scanner = ahead
      if !isOfColumns { embedsRowLabels = true }
      if what != "row" { embedsColumnLabels = true }
      return
    }
    if next?.text == ":" { scanner = ahead }
    let expected = isOfMatrices ? matrixCount : isOfColumns ? columnCount ?? rowCount : rowCount
    guard let expected else { throw missingCount(word.line) }
    var found: [DLWord] = []
    while found.count < expected {
      ahead = scanner
      guard let label = try ahead.next(), try !isKeyword(label, ahead) else { break }
      found.append(label)
      scanner = ahead
    }
    guard found.count == expected else {
      throw FileProblem(
        file.path, line: found.last?.line ?? word.line,
        Phrase(
          "expected \(expected) labels, found \(found.count)",
          "ラベルが\(expected)個必要ですが、\(found.count)個です"),
        advice: Phrase(
          "write a label for each; labels with blanks in quotes", "ラベルを数だけ書いてください。空白を含むものは引用符で囲みます")
      )
    }
    if isOfMatrices {
      matrixLabels = found
    } else if isOfColumns {
      columnLabels = found
    } else {
      rowLabels = found
    }
  }

  /// Whether a word among labels is what comes behind them.
  private func isKeyword(_ word: DLWord, _ scanner: DLScanner) throws(FileProblem) -> Bool {
    switch word.keyword {
    case "data:", "labels:": return true
    case "labels", "row", "column", "col", "level", "matrix":
      var ahead = scanner
      let next = try ahead.next()?.keyword ?? ""
      return next.hasPrefix("labels") || next.hasPrefix("embedded")
    default: return false
    }
  }

  private func missingCount(_ line: Int) -> FileProblem {
    FileProblem(
      file.path, line: line, Phrase("n is missing", "n がありません"),
      advice: Phrase("write the number of actors, such as n=5", "n=5 のように主体の数を書いてください"))
  }

  private func check(_ line: Int) throws(FileProblem) {
    guard let rowCount else { throw missingCount(1) }
    var limits = limits
    // Actors that the data names are in the file; a label for each of the others costs more.
    if embedsRowLabels || embedsColumnLabels { limits.nodes /= 10 }
    try NodeCount.check(
      rowCount + (columnCount ?? 0), Phrase("actors", "主体"), in: file, line: line, limits)
    guard layout == .fullMatrix || layout.isList || columnCount ?? rowCount == rowCount else {
      throw FileProblem(
        file.path, line: line,
        Phrase(
          "half a matrix of \(rowCount) rows and \(columnCount ?? 0) columns",
          "\(rowCount)行\(columnCount ?? 0)列なのに、行列の半分だけです"),
        advice: Phrase("half a matrix has as many rows as columns", "半行列では行数と列数を同じにしてください"))
    }
  }
}
