public import NetworkData

/// The names that the user has said to be one.
struct AcceptedNames {
  private var keptOf: [String: String] = [:]

  /// Accepts nothing.
  init() {}

  /// Reads a file of proposals, as ``NameProposal/table(of:in:)`` writes it, with marks in its column
  /// `accept`.
  ///
  /// - Parameters:
  ///   - path: The file, CSV or Excel.
  ///   - options: Encoding and bounds.
  /// - Throws: ``FileProblem`` if it lacks a column, or a mark is not understood.
  init(_ path: String, _ options: NetworkFile.Options) throws(FileProblem) {
    guard let grid = try OfficeGrid.grids(in: path, options).grids.first, grid.rowCount > 0 else {
      throw FileProblem(path, line: 1, Phrase("empty file", "ファイルが空です"))
    }
    let table = try grid.table(headedBy: 0)
    guard let accept = table.column(named: "accept"), let kept = table.column(named: "kept"),
      let merged = table.column(named: "merged")
    else {
      throw FileProblem(
        path, line: table.headerLine,
        Phrase(
          "is no file of proposals; its columns are: \(Table.listed(table.header))",
          "名寄せ候補のファイルではありません（列：\(Table.listed(table.header))）"),
        advice: Phrase(
          "it needs the columns accept, kept, merged, as knowwho import writes them",
          "knowwho import が書き出す accept、kept、merged の列が必要です"))
    }
    for row in 0..<table.rowCount {
      let mark = table.columns[accept][row]
      switch AttendanceMark(mark) {
      case .present: join(table.columns[merged][row], to: table.columns[kept][row])
      case .absent, .unmarked: break
      case .partly, nil:
        throw FileProblem(
          path, line: table.lines[row],
          Phrase(
            "accept \(FileProblem.quoted(mark)) is not understood",
            "accept の \(FileProblem.quoted(mark)) は使えない印です"),
          advice: Phrase(
            "write ○ or yes to make the two names one, × or nothing to keep both",
            "同じなら ○、別なら × か空欄にしてください"))
      }
    }
  }

  /// Makes one name another, unless the other has become this one already.
  private mutating func join(_ merged: String, to kept: String) {
    let (from, to) = (self[merged], self[kept])
    if from != to { keptOf[from] = to }
  }

  /// Returns the name that stays for a name.
  subscript(name: String) -> String {
    var name = name
    while let kept = keptOf[name] { name = kept }
    return name
  }
}

extension NameProposal {
  /// Returns the file in which the user marks what to accept.
  ///
  /// - Parameters:
  ///   - proposals: The pairs of names.
  ///   - language: The language of the reasons.
  /// - Returns: A CSV table with a mark, by which spreadsheets know that it is UTF-8.
  public static func table(of proposals: [NameProposal], in language: Language) -> String {
    "\u{FEFF}" + CSVCell.row(["accept", "kept", "merged", "score", "why"])
      + proposals.map {
        let hundredths = Int(($0.score * 100).rounded())
        return CSVCell.row([
          "", $0.kept, $0.merged, NumberText.shortest(Double(hundredths) / 100),
          $0.why.text(in: language),
        ])
      }.joined()
  }
}
