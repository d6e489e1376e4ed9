public import NetworkData

/// Makes a network of what an office has: lists of members, attendance, projects and contacts, in CSV of
/// any encoding or in Excel files, with Japanese or English headers.
///
/// What a sheet is about is told from its columns. Organisations become actors of kind firm, projects
/// actors of kind project; members are tied to the group, participants to their projects, contacts to
/// each other, and who attended the same meetings by `coattendance`, whose strength is the hours spent
/// together. Names are taken as they are written: those that may be one are proposed, and made one only
/// where the user has said so.
public enum OfficeImport {
  /// What is known of the sheets.
  public struct Options: Sendable {
    /// Encoding and bounds.
    public var file = NetworkFile.Options()
    /// What the group is called to which members belong.
    public var group: String?
    /// The hours of a meeting where its sheet does not say.
    public var hours = 2.0
    /// The year to April of dates without a year.
    public var fiscalYear: Int?
    /// Whether people are the actors, employed by their firms, and not the firms themselves.
    public var byPerson = false
    /// The file of proposals in which the user has marked those to accept.
    public var accepted: String?

    /// The usual ways.
    public init() {}
  }

  /// How often a member attended.
  public struct Attendance: Sendable {
    /// The position of the member among the actors.
    public let actor: Int
    /// The number of meetings attended, in part or by proxy too.
    public let attended: Int
    /// The number of meetings while it was a member.
    public let held: Int
    /// The share attended, 0…1.
    public var rate: Double { Double(attended) / Double(held) }
  }

  /// What came of the sheets.
  public struct Result: Sendable {
    /// The network.
    public var network: Network
    /// How often each member attended, where there is attendance; in the order of the actors.
    public let attendance: [Attendance]
    /// Names that may be one and were not made one.
    public let proposals: [NameProposal]
    /// How many names were made one with another.
    public let mergedCount: Int
    /// What the user should know.
    public let notes: [Phrase]
  }

  /// Reads sheets.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - options: What is known of them.
  /// - Returns: The network, and what is to be said of it.
  /// - Throws: ``FileProblem`` for the first thing that is wrong, with file and line.
  public static func read(
    _ paths: [String], _ options: Options = Options()
  ) throws(FileProblem) -> Result {
    var notes: [Phrase] = []
    var sheets: [OfficeSheet] = []
    var synthetic: String?
    for path in paths {
      let opened = try OfficeGrid.grids(in: path, options.file)
      notes += opened.notes
      synthetic = synthetic ?? opened.synthetic
      for grid in opened.grids {
        guard let sheet = try OfficeSheet(grid, fiscalYear: options.fiscalYear) else { continue }
        sheets.append(sheet)
        notes.append(note(on: sheet))
        if let line = sheet.totalLines.first {
          let (path, count) = (sheet.table.path, sheet.totalLines.count)
          notes.append(
            Phrase(
              "\(path):\(line): "
                + (count == 1 ? "a row of totals is" : "\(count) rows of totals are") + " left out",
              "\(path):\(line)：合計などの行\(count)行は読みません"))
        }
      }
      guard !opened.grids.allSatisfy({ $0.rowCount == 0 }) else {
        throw FileProblem(
          path, line: 1, Phrase("empty file", "ファイルが空です"),
          advice: Phrase("expected a table with a header", "見出し行のある表にしてください"))
      }
    }
    let accepted = try options.accepted.map { path throws(FileProblem) in
      try AcceptedNames(path, options.file)
    }
    var network = OfficeNetwork(path: paths.first ?? "", options, accepted ?? AcceptedNames())
    // Members first, so that their spelling stays and their dates are known.
    let order: [OfficeSheet.Role] = [
      .members, .attendance(isWide: false), .attendance(isWide: true), .projects, .contacts,
    ]
    for role in order {
      for sheet in sheets where sheet.role == role { try network.add(sheet) }
    }
    return try network.finished(synthetic: synthetic, notes: notes)
  }

  private static func note(on sheet: OfficeSheet) -> Phrase {
    let (count, path) = (sheet.rowCount, sheet.table.path)
    return switch sheet.role {
    case .members: Phrase("\(path): \(count) rows of members", "\(path)：会員名簿（\(count)行）")
    case .attendance(let isWide):
      isWide
        ? Phrase(
          "\(path): attendance, \(count) rows, \(sheet.meetings.count) columns of meetings",
          "\(path)：出欠表（\(count)行、例会\(sheet.meetings.count)列）")
        : Phrase("\(path): \(count) rows of attendance", "\(path)：出欠表（\(count)行）")
    case .projects: Phrase("\(path): \(count) rows of projects", "\(path)：事業一覧（\(count)行）")
    case .contacts: Phrase("\(path): \(count) rows of contacts", "\(path)：連絡先一覧（\(count)行）")
    }
  }
}
