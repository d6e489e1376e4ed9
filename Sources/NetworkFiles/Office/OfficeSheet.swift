internal import NetworkData

/// A sheet of an office, with what it is about and where its columns are.
struct OfficeSheet {
  /// What a sheet is about.
  enum Role: Equatable {
    case members
    /// A row a person and meeting, or a column a meeting.
    case attendance(isWide: Bool)
    case projects
    case contacts
  }

  /// What it is about.
  let role: Role

  /// The table.
  let table: Table

  /// The columns that have a meaning; the first one where several mean the same.
  let columns: [OfficeColumn: Int]

  /// The lines of rows that hold sums, which are left out.
  let totalLines: [Int]

  /// Columns that are meetings by their names, with the dates of those.
  let meetings: [(column: Int, date: PartialDate?)]

  /// Tells what a grid is about; nil if it is empty.
  ///
  /// - Parameters:
  ///   - sheet: The grid; its header may stand below a title.
  ///   - fiscalYear: The year of dates without one.
  /// - Throws: ``FileProblem`` if its columns are not those of any such sheet.
  init?(_ sheet: Sheet, fiscalYear: Int?) throws(FileProblem) {
    for first in 0..<min(sheet.rowCount, 12) {
      let joined = Self.joinedHeader(sheet, first, fiscalYear)
      let (row, names) = joined.map { (first + 1, $0) } ?? (first, sheet.cells(first))
      guard let role = Self.role(of: names, fiscalYear) else { continue }
      if role == .members, Self.meetings(in: names, 2000).count >= 2 {
        throw FileProblem(
          sheet.path, line: sheet.lines[row],
          Phrase("the columns are dates without a year", "列の日付に年がありません"),
          advice: Phrase(
            "say which year to April they belong to: --fiscal-year 2024",
            "年度を指定してください：--fiscal-year 2024"))
      }
      // The same grid without the columns that have neither name nor cells.
      let whole = try sheet.table(headedBy: row, called: names)
      let totals = Self.totals(in: whole)
      table = whole.without(totals)
      totalLines = totals.map { whole.lines[$0] }
      self.role = role
      var columns: [OfficeColumn: Int] = [:]
      for (place, name) in table.header.enumerated() {
        if let meaning = OfficeColumn.meaning(of: name), columns[meaning] == nil {
          columns[meaning] = place
        }
      }
      self.columns = columns
      meetings = Self.meetings(in: table.header, fiscalYear)
      return
    }
    guard sheet.rowCount > 0 else { return nil }
    throw Self.unknown(sheet)
  }

  /// Returns the names of columns where a header fills two rows, as merged cells leave it: those of the
  /// second row, and of the first where that is empty.
  ///
  /// It is nil where the second row names a member, or is none of a header.
  private static func joinedHeader(
    _ sheet: Sheet, _ row: Int, _ fiscalYear: Int?
  ) -> [String]? {
    guard row + 1 < sheet.rowCount else { return nil }
    let (above, below) = (sheet.cells(row), sheet.cells(row + 1))
    func isMember(_ name: String) -> Bool {
      [.firm, .person].contains(OfficeColumn.meaning(of: name))
    }
    // A lone cell is a title.
    guard above.contains(where: isMember) || above.count(where: { !$0.isEmpty }) > 1 else {
      return nil
    }
    for (name, cell) in zip(above, below) where isMember(name) && !cell.isEmpty && cell != name {
      return nil
    }
    guard below.contains(where: isMember) || meetings(in: below, fiscalYear).count >= 2 else {
      return nil
    }
    let names = zip(above, below).map { $1.isEmpty ? $0 : $1 }
    return names.contains(where: isMember) ? names : nil
  }

  /// Returns the rows whose first cell announces a sum.
  private static func totals(in table: Table) -> [Int] {
    (0..<table.rowCount).filter { row in
      table.columns.lazy.map { $0[row] }.first { !$0.isEmpty }.map(TotalLabel.holds) ?? false
    }
  }

  private static func role(of names: [String], _ fiscalYear: Int?) -> Role? {
    let meanings = Set(names.compactMap { OfficeColumn.meaning(of: $0) })
    let hasMember = meanings.contains(.firm) || meanings.contains(.person)
    if meanings.contains(.project), hasMember { return .projects }
    if meanings.contains(.contact), hasMember { return .contacts }
    guard hasMember else { return nil }
    if meanings.contains(.date) || meanings.contains(.meeting) && meanings.contains(.attendance) {
      return .attendance(isWide: false)
    }
    if meetings(in: names, fiscalYear).count >= 2 { return .attendance(isWide: true) }
    return .members
  }

  /// Columns that are called by a date, or as the 3rd meeting.
  private static func meetings(
    in names: [String], _ fiscalYear: Int?
  ) -> [(column: Int, date: PartialDate?)] {
    names.enumerated().compactMap { place, name in
      guard OfficeColumn.meaning(of: name) == nil else { return nil }
      if let date = OfficeDate.parse(name, fiscalYear: fiscalYear) { return (place, date) }
      let folded = OfficeText.folded(name)
      let isNumbered =
        folded.hasPrefix("第") && folded.contains("回")
        || folded.hasSuffix("回") && folded.first?.isNumber == true
        || folded.hasSuffix("月") && folded.first?.isNumber == true
      return isNumbered ? (place, nil) : nil
    }
  }

  private static func unknown(_ sheet: Sheet) -> FileProblem {
    let fullest = (0..<min(sheet.rowCount, 12)).max { first, second in
      let counts = [first, second].map { row in sheet.cells(row).count { !$0.isEmpty } }
      return counts[0] < counts[1]
    }
    let row = fullest ?? 0
    let found = Table.listed(sheet.cells(row).filter { !$0.isEmpty }.map(FileProblem.quoted))
    return FileProblem(
      sheet.path, line: sheet.lines[row],
      Phrase(
        "is no list of members, attendance, projects or contacts; its columns are: \(found)",
        "会員名簿、出欠表、事業一覧、連絡先一覧のどれにも当てはまりません（列：\(found)）"),
      advice: Phrase(
        "name the columns, for example: firm,person,joined (members); date,meeting,person,firm "
          + "(attendance), or firm and a column a date with ○ and ×; project,firm,began,ended "
          + "(projects); firm,contact,relation,date (contacts)",
        "見出しを付けてください。例：「会社名,氏名,入会日」（名簿）、「日付,例会,氏名,会社名」または「会社名」と開催日ごとの列に ○×（出欠）、"
          + "「事業名,会社名,開始,終了」（事業）、「会社名,相手先,関係,日付」（連絡先）"))
  }

  /// The number of rows.
  var rowCount: Int { table.rowCount }

  /// Returns the text of a cell, without blanks around it; empty where there is no such column.
  func text(_ column: OfficeColumn, _ row: Int) -> String {
    columns[column].map { OfficeText.trimmed(table.columns[$0][row]) } ?? ""
  }

  /// Returns the date of a cell.
  ///
  /// - Throws: ``FileProblem`` if something else stands there.
  func date(_ column: OfficeColumn, _ row: Int, fiscalYear: Int?) throws(FileProblem)
    -> PartialDate?
  {
    let text = text(column, row)
    if AttendanceMark(text) == .unmarked { return nil }
    guard let date = OfficeDate.parse(text, fiscalYear: fiscalYear) else {
      throw problem(
        row,
        Phrase(
          "\(FileProblem.quoted(text)) is not a date", "\(FileProblem.quoted(text)) は日付として読めません"),
        Phrase(
          "write 2024-04-01, 2024/4/1, 令和6年4月1日 or R6.4.1; without a year give --fiscal-year 2024",
          "2024-04-01、2024/4/1、令和6年4月1日、R6.4.1 のように書くか、年のない日付なら --fiscal-year 2024 を付けてください"))
    }
    return date
  }

  /// The problem of a row.
  func problem(_ row: Int, _ words: Phrase, _ advice: Phrase) -> FileProblem {
    FileProblem(table.path, line: table.lines[row], words, advice: advice)
  }
}
