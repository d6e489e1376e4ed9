internal import NetworkData

/// Reads tables of ties as other programs write them, such as Gephi: with columns `Type`, `Label`,
/// `Weight`, `Timeset`, under English or Japanese names, in any order.
struct ForeignTieTable {
  private let table: Table
  private let roles: [ColumnRole]
  private let options: NetworkFile.Options
  private var assembly: NetworkAssembly

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - sample: Its first records.
  ///   - options: What is known of the file.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first cell that is wrong.
  static func read(
    _ file: FileBytes, _ sample: TableSample, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let table = try Table(
      reading: file, separator: sample.separator, headerStart: sample.start,
      hasRowNames: sample.hasRowNames, skipsEmptyRows: true)
    return try read(table, options) { assembly in
      assembly.description.synthetic = file.withSpan {
        SyntheticNote.sentence(in: $0, from: Encoding.markLength($0))
      }
      if sample.titleCount > 0 { assembly.notes.append(noteOnTitle(of: table)) }
    }
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - options: What is known of it.
  ///   - describe: Says what is known of the whole.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first cell that is wrong.
  static func read(
    _ table: Table, _ options: NetworkFile.Options, describe: (inout NetworkAssembly) -> Void
  ) throws(FileProblem) -> NetworkFile.Reading {
    let table = table.withNames
    var reader = ForeignTieTable(table, options)
    describe(&reader.assembly)
    for row in 0..<table.rowCount { try reader.readTie(row) }
    let strengths = reader.roles.firstIndex(of: .strength).map { table.columns[$0] }
    if let note = CellNumber.note(on: strengths, of: table) { reader.assembly.notes.append(note) }
    if table.rowCount == 0 {
      reader.assembly.notes.append(
        Phrase(
          "\(table.path): no ties below the header", "\(table.path)：見出し行の下につながりがありません"))
    }
    return reader.assembly.reading()
  }

  /// That the header is not the first line.
  static func noteOnTitle(of table: Table) -> Phrase {
    Phrase(
      "\(table.path): the header is line \(table.headerLine); what stands above it is left out",
      "\(table.path)：\(table.headerLine)行目を見出しとしました（それより上の行は読みません）")
  }

  private init(_ table: Table, _ options: NetworkFile.Options) {
    (self.table, self.options) = (table, options)
    assembly = NetworkAssembly(path: table.path)
    var taken: Set<ColumnRole> = []
    var roles = table.header.map(ColumnRole.init(named:)).map { role in
      // Of two columns for one thing the first has the part, the other keeps its name.
      role == .other || taken.insert(role).inserted ? role : .other
    }
    let hasKind = table.header.contains("kind")
    for (place, role) in roles.enumerated() {
      switch role {
      case .type where !Self.saysDirection(table.columns[place]):
        let isKind = !hasKind && !Self.isNumeric(table.columns[place])
        roles[place] = isKind ? .type : .other
      case .time where !Self.isTime(table.columns[place]): roles[place] = .other
      default: break
      }
    }
    self.roles = roles
  }

  private mutating func readTie(_ row: Int) throws(FileProblem) {
    let line = table.lines[row]
    let source = try end(.source, row)
    let target = try end(.target, row)
    var isDirected = options.isDirected
    var strength = Double.nan
    for (column, role) in roles.enumerated() {
      let cell = table.columns[column].utf8(at: row)
      if cell.isEmpty { continue }
      switch role {
      case .strength: strength = try self.strength(column, row)
      case .type:
        switch table.columns[column][row].lowercased() {
        case "directed": isDirected = true
        case "undirected", "mutual": isDirected = false
        default: break
        }
      default: break
      }
    }
    let tie = assembly.addTie(
      from: source, to: target, isDirected: isDirected, strength: strength, line: line)
    for (column, role) in roles.enumerated() {
      let cell = table.columns[column].utf8(at: row)
      if cell.isEmpty { continue }
      switch role {
      case .source, .target, .strength: break
      case .type:
        let isKind = !Self.saysDirection(table.columns[column])
        if isKind { assembly.tieCells.set(assembly.tieCells.column("kind"), tie, cell) }
      case .time:
        if let (began, ended) = Self.interval(table.columns[column][row]) {
          for name in ["began_from", "began_to"] where !began.isEmpty {
            assembly.tieCells.set(name, tie, began)
          }
          for name in ["ended_from", "ended_to"] where !ended.isEmpty {
            assembly.tieCells.set(name, tie, ended)
          }
        }
      default:
        assembly.tieCells.set(assembly.tieCells.column(table.header[column]), tie, cell)
      }
    }
  }

  private mutating func end(_ role: ColumnRole, _ row: Int) throws(FileProblem) -> Int {
    let column = roles.firstIndex(of: role) ?? 0
    let id = table.columns[column].utf8(at: row)
    guard !id.isEmpty else {
      throw FileProblem(
        table.path, line: table.lines[row],
        Phrase("\(table.header[column]) is empty", "\(table.header[column]) が空です"),
        advice: Phrase(
          "name an actor, or delete a row of totals", "主体を書いてください（合計の行なら削除してください）"))
    }
    return assembly.mentionActor(id, line: table.lines[row])
  }

  private func strength(_ column: Int, _ row: Int) throws(FileProblem) -> Double {
    let cell = table.columns[column].utf8(at: row)
    if let number = CellNumber.parse(cell, separator: table.separator) { return number }
    let shown = FileProblem.quoted(table.columns[column][row])
    throw FileProblem(
      table.path, line: table.lines[row],
      Phrase(
        "\(table.header[column]) \(shown) is not a finite number",
        "\(table.header[column]) の \(shown) は数として読めません"),
      advice: Phrase("write 0 or more, such as 2 or 0.5", "2 や 0.5 のような0以上の数を書いてください"))
  }

  /// Whether a column says of every tie whether it is directed.
  private static func saysDirection(_ column: TextColumn) -> Bool {
    let words: Set<String> = ["directed", "undirected", "mutual", ""]
    return column.allSatisfy { words.contains($0.lowercased()) }
  }

  private static func isNumeric(_ column: TextColumn) -> Bool {
    column.indices.allSatisfy {
      let cell = column.utf8(at: $0)
      return cell.isEmpty || DecimalNumber.parse(cell) != nil
    }
  }

  private static func isTime(_ column: TextColumn) -> Bool {
    column.allSatisfy { $0.isEmpty || interval($0) != nil }
  }

  /// Reads a date, or an interval such as `[2016-02-03, 2016-02-04]`, which may be open.
  private static func interval(_ text: String) -> (began: String, ended: String)? {
    var text = text[...]
    if text.first == "<", text.last == ">" { text = text.dropFirst().dropLast() }
    let isInterval = text.first == "[" && text.last == "]"
    if isInterval { text = text.dropFirst().dropLast() }
    let ends = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.filter { $0 != " " })
    }
    guard isInterval ? ends.count <= 2 : ends.count == 1 else { return nil }
    let open: Set<String> = ["Infinity", "-Infinity"]
    let dates = ends.map { open.contains($0) ? "" : $0 }
    guard dates.allSatisfy({ $0.isEmpty || PartialDate($0) != nil }) else { return nil }
    let (began, ended) = (dates[0], dates[dates.count - 1])
    if let first = PartialDate(began), let last = PartialDate(ended),
      first.earliestDay > last.latestDay
    {
      return nil
    }
    return (began, ended)
  }
}
