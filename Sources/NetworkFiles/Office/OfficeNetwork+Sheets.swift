internal import NetworkData

extension OfficeNetwork {
  /// Takes in a sheet.
  ///
  /// - Parameter sheet: The sheet.
  /// - Throws: ``FileProblem`` for the first cell that makes no sense.
  mutating func add(_ sheet: OfficeSheet) throws(FileProblem) {
    for row in 0..<sheet.rowCount {
      switch sheet.role {
      case .members: try addMember(sheet, row)
      case .attendance(isWide: false): try addAttendance(sheet, row)
      case .attendance(isWide: true): break
      case .projects: try addProject(sheet, row)
      case .contacts: try addContact(sheet, row)
      }
    }
    if sheet.role == .attendance(isWide: true) { try addWideAttendance(sheet) }
  }

  // MARK: Members

  private mutating func addMember(_ sheet: OfficeSheet, _ row: Int) throws(FileProblem) {
    guard let member = member(sheet, row) else {
      if isBlank(sheet, row) { return }
      throw noMember(sheet, row)
    }
    let joined = try date(sheet, .joined, row)
    let left = try date(sheet, .left, row)
    if let joined, let left, joined.earliestDay > left.latestDay {
      throw sheet.problem(
        row,
        Phrase("left (\(left)) before it joined (\(joined))", "退会日（\(left)）が入会日（\(joined)）より前です"),
        Phrase("swap or mend the dates", "日付を入れ替えるか、直してください"))
    }
    if memberships[member] == nil { memberships[member] = (joined, left, place(sheet, row)) }
    // All else that is said of a member is kept as it came.
    for (place, name) in sheet.table.header.enumerated() where !name.isEmpty {
      let meaning = OfficeColumn.meaning(of: name)
      let isTaken =
        meaning == .firm || meaning == .joined || meaning == .left
        || meaning == .person && options.byPerson
      let text = OfficeText.trimmed(sheet.table.columns[place][row])
      if !isTaken, !text.isEmpty { assembly.actorCells.set(name, member, text) }
    }
  }

  // MARK: Attendance

  private mutating func addAttendance(_ sheet: OfficeSheet, _ row: Int) throws(FileProblem) {
    guard let member = member(sheet, row) else {
      if isBlank(sheet, row) { return }
      throw noMember(sheet, row)
    }
    expected.insert(member)
    let day = try date(sheet, .date, row)
    let name = sheet.text(.meeting, row)
    guard day != nil || !name.isEmpty else {
      throw sheet.problem(
        row, Phrase("neither a date nor a meeting", "日付も例会名もありません"),
        Phrase("say which meeting it was", "どの例会かを書いてください"))
    }
    let mark = sheet.columns[.attendance] == nil ? .present : try self.mark(sheet, .attendance, row)
    let hours = try self.hours(sheet, row)
    let key = "\(day?.description ?? "")\u{0}\(name)"
    let place: Int
    if let known = meetingOf[key] {
      place = known
      if let hours { meetings[place].hours = max(meetings[place].hours, hours) }
    } else {
      place = meetings.count
      meetingOf[key] = place
      meetings.append(
        MeetingRecord(date: day, hours: hours ?? options.hours, marksAbsence: false))
    }
    meetings[place].mark(member, mark)
    if mark == .absent { meetings[place].marksAbsence = true }
  }

  private mutating func addWideAttendance(_ sheet: OfficeSheet) throws(FileProblem) {
    var records = sheet.meetings.map {
      MeetingRecord(date: $0.date, hours: options.hours, marksAbsence: false)
    }
    var marksAbsence = false
    for row in 0..<sheet.rowCount {
      guard let member = member(sheet, row) else {
        if isBlank(sheet, row) { continue }
        throw noMember(sheet, row)
      }
      expected.insert(member)
      for (place, meeting) in sheet.meetings.enumerated() {
        let text = sheet.table.columns[meeting.column][row]
        guard let mark = AttendanceMark(text) else {
          throw badMark(text, sheet, row, meeting.column)
        }
        records[place].mark(member, mark)
        marksAbsence = marksAbsence || mark == .absent
      }
    }
    for place in records.indices { records[place].marksAbsence = marksAbsence }
    // A column that nobody attended is a meeting still to come.
    meetings += records.filter { !$0.attendees.isEmpty }
  }

  private func mark(
    _ sheet: OfficeSheet, _ column: OfficeColumn, _ row: Int
  ) throws(FileProblem) -> AttendanceMark {
    let text = sheet.text(column, row)
    if let mark = AttendanceMark(text) { return mark }
    throw badMark(text, sheet, row, sheet.columns[column] ?? 0)
  }

  private func badMark(
    _ text: String, _ sheet: OfficeSheet, _ row: Int, _ column: Int
  ) -> FileProblem {
    let name = FileProblem.quoted(sheet.table.header[column])
    return sheet.problem(
      row,
      Phrase(
        "\(FileProblem.quoted(text)) in column \(name) is no mark of attendance",
        "\(name) 列の \(FileProblem.quoted(text)) は出欠の印として読めません"),
      Phrase(
        "write ○ (there), △ (for a part), × (absent) or nothing, or 出 and 欠, 1 and 0",
        "○（出席）、△（遅刻・早退・代理）、×（欠席）、空欄、または 出・欠、1・0 で書いてください"))
  }

  private func hours(_ sheet: OfficeSheet, _ row: Int) throws(FileProblem) -> Double? {
    let text = OfficeText.folded(sheet.text(.hours, row))
    if text.isEmpty { return nil }
    let number = text.replacing("時間", with: "").replacing("h", with: "")
    guard let hours = DecimalNumber.parse(Array(number.utf8)[...]), hours > 0, hours <= 1000 else {
      throw sheet.problem(
        row,
        Phrase(
          "\(FileProblem.quoted(text)) is no number of hours",
          "\(FileProblem.quoted(text)) は時間数として読めません"),
        Phrase("write hours such as 2 or 1.5", "2 や 1.5 のように時間数を書いてください"))
    }
    return hours
  }

  // MARK: Projects and contacts

  private mutating func addProject(_ sheet: OfficeSheet, _ row: Int) throws(FileProblem) {
    let name = sheet.text(.project, row)
    let line = sheet.table.lines[row]
    if name.isEmpty {
      if isBlank(sheet, row) { return }
      throw sheet.problem(
        row, Phrase("the project has no name", "事業名が空です"),
        Phrase(
          "name it in every row; merged cells count for all their rows",
          "各行に事業名を書いてください（セルの結合は各行に効きます）"))
    }
    let began = try date(sheet, sheet.columns[.began] == nil ? .date : .began, row)
    let ended = try date(sheet, .ended, row)
    if let began, let ended, began.earliestDay > ended.latestDay {
      throw sheet.problem(
        row,
        Phrase("ends (\(ended)) before it begins (\(began))", "終了（\(ended)）が開始（\(began)）より前です"),
        Phrase("swap or mend the dates", "日付を入れ替えるか、直してください"))
    }
    let project = actor(name, .project, line: line)
    // One row may name several participants.
    let firms = Self.listed(sheet.text(.firm, row))
    var participants: [Int] = []
    if firms.count > 1 {
      for firm in firms { participants.append(organisation(firm, line: line)) }
    } else if let member = member(sheet, row) {
      participants = [member]
    }
    guard !participants.isEmpty else { throw noMember(sheet, row) }
    for participant in participants {
      let tie = assembly.addTie(from: participant, to: project, isDirected: true, line: line)
      set(tie, .project, .stated, place(sheet, row))
      date(tie, began: began, ended: ended)
    }
    keepOthers(sheet, row) { assembly.actorCells.set($0, project, $1) }
  }

  private mutating func addContact(_ sheet: OfficeSheet, _ row: Int) throws(FileProblem) {
    let other = sheet.text(.contact, row)
    let line = sheet.table.lines[row]
    guard let member = member(sheet, row), !other.isEmpty else {
      if isBlank(sheet, row) { return }
      throw other.isEmpty
        ? sheet.problem(
          row, Phrase("the contact has no name", "相手先が空です"),
          Phrase("say who was in touch with whom", "だれとだれのつながりかを書いてください")) : noMember(sheet, row)
    }
    let day = try date(sheet, .date, row)
    let tie = assembly.addTie(
      from: member, to: organisation(other, line: line), isDirected: false, line: line)
    let relation = sheet.text(.relation, row)
    let kind = Self.relations[relation] ?? (relation.isEmpty ? "contact" : relation)
    set(tie, TieKind(rawValue: kind), .stated, place(sheet, row))
    date(tie, began: day, ended: nil)
    keepOthers(sheet, row) { assembly.tieCells.set($0, tie, $1) }
  }

  /// What offices call relations, and what they are here.
  private static let relations = [
    "紹介": "introduction", "取引": "business", "共同研究": "jointResearch", "補助": "subsidy",
    "補助金": "subsidy",
    "顧問": "adviser", "親族": "kinship", "交流": "exchange", "役員": "office",
  ]

  private static func listed(_ text: String) -> [String] {
    text.split { "、,;；，\n".contains($0) }.map { OfficeText.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  // MARK: Rows

  private func date(
    _ sheet: OfficeSheet, _ column: OfficeColumn, _ row: Int
  ) throws(FileProblem) -> PartialDate? {
    try sheet.date(column, row, fiscalYear: options.fiscalYear)
  }

  private func isBlank(_ sheet: OfficeSheet, _ row: Int) -> Bool {
    sheet.table.columns.allSatisfy { OfficeText.trimmed($0[row]).isEmpty }
  }

  private func noMember(_ sheet: OfficeSheet, _ row: Int) -> FileProblem {
    sheet.problem(
      row, Phrase("names neither a firm nor a person", "会社名も氏名もありません"),
      Phrase("fill it in, or delete the row", "記入するか、その行を削除してください"))
  }

  /// Passes on the cells of columns without a meaning.
  private func keepOthers(
    _ sheet: OfficeSheet, _ row: Int, _ keep: (_ name: String, _ text: String) -> Void
  ) {
    for (place, name) in sheet.table.header.enumerated()
    where !name.isEmpty && OfficeColumn.meaning(of: name) == nil {
      let text = OfficeText.trimmed(sheet.table.columns[place][row])
      if !text.isEmpty { keep(name, text) }
    }
  }
}
