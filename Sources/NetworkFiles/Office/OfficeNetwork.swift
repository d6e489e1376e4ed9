internal import NetworkData

/// Gathers the sheets of an office into a network.
struct OfficeNetwork {
  let options: OfficeImport.Options
  var assembly: NetworkAssembly
  var meetings: [MeetingRecord] = []
  /// Where each meeting of the long form is, by date and name.
  var meetingOf: [String: Int] = [:]
  /// Who stands in a sheet of attendance, marked or not.
  var expected: Set<Int> = []
  /// When each member joined and left, and where that is said.
  var memberships: [Int: (joined: PartialDate?, left: PartialDate?, place: String)] = [:]

  private let accepted: AcceptedNames
  private var positions: [String: Int] = [:]
  private var kinds: [String] = []
  private var employed: Set<[Int]> = []
  private var mergedNames: Set<String> = []

  init(path: String, _ options: OfficeImport.Options, _ accepted: AcceptedNames) {
    self.options = options
    self.accepted = accepted
    assembly = NetworkAssembly(path: path)
  }

  // MARK: Actors

  /// Returns the actor of a kind and name, which is made unless it is there.
  mutating func actor(_ written: String, _ kind: ActorKind, line: Int) -> Int {
    let name = accepted[written]
    if name != written { mergedNames.insert(written) }
    let key = kind.rawValue + "\u{0}" + name
    if let position = positions[key] { return position }
    // One name for two things of different kinds.
    var id = name
    while assembly.position(of: Array(id.utf8)[...]) != nil { id += " (\(kind.rawValue))" }
    let position = assembly.mentionActor(Array(id.utf8)[...], line: line)
    positions[key] = position
    kinds.append(kind.rawValue)
    assembly.actorCells.set("kind", position, kind.rawValue)
    if id != name { assembly.actorCells.set("name", position, name) }
    return position
  }

  /// Returns the actor of an organisation's name, whose end tells what it is.
  mutating func organisation(_ written: String, line: Int) -> Int {
    actor(written, ActorKind(ofOrganisation: accepted[written]), line: line)
  }

  /// Returns the member of a row: its firm, or its person where people are the actors or no firm is
  /// named.
  ///
  /// - Returns: The actor; nil if the row names neither.
  mutating func member(_ sheet: OfficeSheet, _ row: Int) -> Int? {
    let (firm, person) = (sheet.text(.firm, row), sheet.text(.person, row))
    let line = sheet.table.lines[row]
    if firm.isEmpty && person.isEmpty { return nil }
    guard options.byPerson || firm.isEmpty, !person.isEmpty else {
      return organisation(firm, line: line)
    }
    guard !firm.isEmpty else { return actor(person, .person, line: line) }
    let employer = organisation(firm, line: line)
    var human = actor(person, .person, line: line)
    // Two people of one name work for two firms.
    if employed.contains(where: { $0[0] == human && $0[1] != employer }) {
      human = actor("\(person)（\(firm)）", .person, line: line)
    }
    if employed.insert([human, employer]).inserted {
      let tie = assembly.addTie(from: human, to: employer, isDirected: true, line: line)
      set(tie, .employment, .stated, place(sheet, row))
    }
    return human
  }

  /// Gives a tie its kind, and what it rests on.
  mutating func set(_ tie: Int, _ kind: TieKind, _ evidence: Evidence, _ place: String) {
    assembly.tieCells.set("kind", tie, kind.rawValue)
    assembly.tieCells.set("evidence", tie, evidence.rawValue)
    if !place.isEmpty { assembly.tieCells.set("section", tie, place) }
  }

  /// Gives a tie the days between which it began and ended.
  mutating func date(_ tie: Int, began: PartialDate?, ended: PartialDate?) {
    for (name, date) in [
      ("began_from", began), ("began_to", began), ("ended_from", ended), ("ended_to", ended),
    ] {
      if let date { assembly.tieCells.set(name, tie, date.description) }
    }
  }

  /// Where a row stands: the file's name without its folder, and the line.
  func place(_ sheet: OfficeSheet, _ row: Int) -> String {
    "\(sheet.table.path.split(separator: "/").last ?? ""):\(sheet.table.lines[row])"
  }

  // MARK: The whole

  /// Returns what came of all sheets.
  mutating func finished(
    synthetic: String?, notes: [Phrase]
  ) throws(FileProblem) -> OfficeImport.Result {
    let attendance = self.attendance()
    addMemberships()
    try addCoAttendance()
    for member in attendance {
      assembly.actorCells.set("attended", member.actor, String(member.attended))
      assembly.actorCells.set("meetings_held", member.actor, String(member.held))
      let thousandths = (member.rate * 1000).rounded() / 1000
      assembly.actorCells.set("attendance_rate", member.actor, NumberText.shortest(thousandths))
    }
    assembly.description.synthetic = synthetic
    let (names, kinds) = (positions, kinds)
    let reading = assembly.reading()
    var proposals: [NameProposal] = []
    // People, projects and organisations each among themselves.
    for isAlike in [{ $0.isOrganisation }, { $0 == .person }, { $0 == .project }]
      as [(ActorKind) -> Bool]
    {
      let alike = names.filter { isAlike(ActorKind(rawValue: kinds[$0.value])) }
        .sorted { $0.value < $1.value }.map { String($0.key.split(separator: "\u{0}")[1]) }
      proposals += NameProposal.all(among: alike)
    }
    return OfficeImport.Result(
      network: reading.network, attendance: attendance, proposals: proposals,
      mergedCount: mergedNames.count, notes: notes + reading.notes)
  }

  /// How often each member attended while it was one.
  private func attendance() -> [OfficeImport.Attendance] {
    guard !meetings.isEmpty else { return [] }
    let members = expected.union(memberships.keys)
    return members.sorted().compactMap { member in
      let membership = memberships[member]
      var (attended, held) = (0, 0)
      for meeting in meetings {
        switch meeting.marks[member] ?? .unmarked {
        case .present, .partly:
          attended += 1
          held += 1
        case .absent: held += 1
        case .unmarked:
          let isBefore =
            membership?.joined.map { day in
              meeting.date.map { $0.latestDay < day.earliestDay } ?? false
            } ?? false
          let isAfter =
            membership?.left.map { day in
              meeting.date.map { $0.earliestDay > day.latestDay } ?? false
            } ?? false
          if !meeting.marksAbsence, !isBefore, !isAfter { held += 1 }
        }
      }
      return held > 0
        ? OfficeImport.Attendance(actor: member, attended: attended, held: held) : nil
    }
  }

  private mutating func addMemberships() {
    var met: [Int: (first: PartialDate, last: PartialDate)] = [:]
    for meeting in meetings {
      guard let date = meeting.date else { continue }
      // Who is marked absent was expected, and so a member too.
      for member in meeting.marks.keys {
        let known = met[member] ?? (date, date)
        met[member] = (
          date.earliestDay < known.first.earliestDay ? date : known.first,
          date.latestDay > known.last.latestDay ? date : known.last
        )
      }
    }
    let members = expected.union(memberships.keys).sorted()
    guard !members.isEmpty else { return }
    let name = options.group ?? "the group"
    let group = actor(name, .group, line: 1)
    if options.group == nil { assembly.actorCells.set("name_ja", group, "この会") }
    for member in members where member != group {
      let listed = memberships[member]
      let tie = assembly.addTie(from: member, to: group, isDirected: true, line: 1)
      set(tie, .membership, listed == nil ? .inferred : .stated, listed?.place ?? "")
      date(tie, began: listed?.joined, ended: listed?.left)
      guard let met = met[member] else { continue }
      if listed?.joined == nil {
        assembly.tieCells.set("began_to", tie, met.first.description)
      }
      if listed?.left == nil {
        assembly.tieCells.set("ended_from", tie, met.last.description)
      }
    }
  }

  private mutating func addCoAttendance() throws(FileProblem) {
    guard let pairs = CoAttendance.all(at: meetings) else {
      throw FileProblem(
        assembly.path,
        Phrase(
          "more than \(CoAttendance.pairLimit) pairs met at the meetings",
          "例会で同席した組が\(CoAttendance.pairLimit)組を超えます"),
        advice: Phrase("import fewer meetings at a time", "例会を分けて取り込んでください"))
    }
    for together in pairs {
      let tie = assembly.addTie(
        from: together.pair.0, to: together.pair.1, isDirected: false, strength: together.hours,
        line: 1)
      set(tie, TieKind(rawValue: "coattendance"), .stated, "")
      assembly.tieCells.set("meetings", tie, String(together.meetings))
      if let first = together.first {
        assembly.tieCells.set("began_from", tie, first.description)
        assembly.tieCells.set("began_to", tie, first.description)
      }
      if let last = together.last { assembly.tieCells.set("ended_from", tie, last.description) }
    }
  }
}
