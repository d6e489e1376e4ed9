internal import NetworkData

/// What a delimited file holds, told from its first records.
enum TableLayout {
  /// A table of ties, whose columns are called as other programs call them.
  case ties
  /// A table of actors.
  case actors
  /// A matrix with labels of its columns, and of its rows or not.
  case labelledMatrix
  /// A matrix of numbers alone.
  case plainMatrix
  /// A list of an actor and all its neighbors a line.
  case adjacencyList

  /// Tells the layout of a file that is no plain edge list.
  ///
  /// It is nil for a plain list, for a table of ties with the names of the folder format, and where
  /// nothing can be told, which all are read (or refused) as edge lists are.
  ///
  /// - Parameter sample: Its first records.
  init?(_ sample: TableSample) {
    let header = sample.records[0]
    let roles = header.map(ColumnRole.init(named:))
    if roles.contains(.source), roles.contains(.target) {
      // The fast reader of lists looks for the header in the first line.
      guard sample.titleCount > 0 || sample.hasRowNames || Self.isForeign(header) else {
        return nil
      }
      self = .ties
      return
    }
    if roles.contains(.source) || roles.contains(.target) { return nil }
    if header.count >= 2, roles.contains(.id), !Self.isNumeric(header) {
      self = .actors
      return
    }
    let rows = sample.records.dropFirst()
    if Self.isLabelledMatrix(header, rows) {
      self = .labelledMatrix
    } else if header.count > 3,
      sample.records.allSatisfy({ $0.count == header.count })
        && sample.records.allSatisfy(Self.isNumeric)
    {
      self = .plainMatrix
    } else if sample.isWhole, Self.isAdjacencyList(sample.records) {
      self = .adjacencyList
    } else {
      return nil
    }
  }

  /// Whether a header of ties has other names than the folder format and plain edge lists.
  static func isForeign(_ header: [String]) -> Bool {
    guard !TieTable.isOwn(header) else { return false }
    let plain: Set<String> = ["source", "target", "from", "to", "weight", "strength"]
    return header.contains {
      ColumnRole(named: $0) != .other && !plain.contains($0.lowercased())
    }
  }

  /// Whether labels stand above columns of numbers.
  private static func isLabelledMatrix(
    _ header: [String], _ rows: ArraySlice<[String]>
  ) -> Bool {
    guard header.count >= 2, let first = rows.first, !isNumeric(header) else { return false }
    let hasCorner = header[0].isEmpty
    // R writes no name above the labels of rows.
    let isShort = first.count == header.count + 1
    guard hasCorner || isShort, header.count - (hasCorner ? 1 : 0) >= 2 else { return false }
    return rows.allSatisfy {
      $0.count == first.count && !$0.isEmpty && isNumeric(Array($0.dropFirst()))
    }
  }

  /// Whether lines are of so many different lengths that no table is meant.
  private static func isAdjacencyList(_ records: [[String]]) -> Bool {
    guard records.count > 2, !records.contains(where: { $0.contains("") }) else { return false }
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    // A table with a line that is too short or too long is a broken table.
    return counts.count > 2 && counts.values.allSatisfy { $0 * 2 <= records.count }
  }

  private static func isNumeric(_ cells: [String]) -> Bool {
    // Commas in numbers, whatever they mean: the reader of the numbers says.
    cells.allSatisfy {
      $0.isEmpty || DecimalNumber.parse($0.utf8.filter { $0 != Ascii.comma }[...]) != nil
    }
      && cells.contains { !$0.isEmpty }
  }
}

extension NetworkFormat {
  /// The format with tables of other programs in place of plain lists: told from the first records,
  /// so that plain lists are read as fast as ever.
  var readingTables: NetworkFormat {
    let readList = read
    return NetworkFormat(
      name: name, title: title, endings: endings,
      read: { file, options, execution throws(FileProblem) in
        var reading: NetworkFile.Reading?
        let lines = TextLines.first(of: file)
        if LGLFormat.isMeant(by: lines) {
          return try LGLFormat.read(file, options)
        }
        if let layout = NetworkxLines.layout(of: lines) {
          return try NetworkxLines.read(file, layout, options)
        }
        let sample = TableSample(of: file)
        if let sample, let layout = TableLayout(sample) {
          _ = try Encoding.checkedStart(of: file)
          reading = try layout.read(file, sample, options)
        }
        do throws(FileProblem) {
          if reading == nil { reading = try readList?(file, options, execution) }
        } catch {
          let told = sample.flatMap { TableLayout.unknownColumns(error, $0) } ?? error
          throw sample.map { TableLayout.pointedToImport(told, $0) } ?? told
        }
        guard let reading else { preconditionFailure("lists can be read") }
        return try NeighborActors.joined(to: reading, from: file.path, options)
      },
      write: write, holds: holds)
  }

  /// Matrices without a format of their own.
  static let matrix = NetworkFormat(
    name: "matrix", title: "matrix", endings: ["sm", "2sm", "adj"],
    read: { file, options, _ throws(FileProblem) in
      _ = try Encoding.checkedStart(of: file)
      guard let sample = TableSample(of: file) else { throw TableLayout.noTable(file.path) }
      let isLabelled = if case .labelledMatrix? = TableLayout(sample) { true } else { false }
      return try MatrixTable.read(file, sample, isLabelled: isLabelled, options)
    })

  /// Lists of an actor and all its neighbors a line.
  static let adjacencyList = NetworkFormat(
    name: "adjlist", title: "adjacency list", endings: ["adjlist"],
    read: { file, options, _ throws(FileProblem) in
      _ = try Encoding.checkedStart(of: file)
      if NetworkxLines.layout(of: TextLines.first(of: file)) == .multilineAdjacency {
        return try NetworkxLines.read(file, .multilineAdjacency, options)
      }
      guard let sample = TableSample(of: file) else { throw TableLayout.noTable(file.path) }
      return try AdjacencyTable.read(file, sample, options)
    })
}

extension TableLayout {
  /// Reads a file of the layout.
  func read(
    _ file: FileBytes, _ sample: TableSample, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    switch self {
    case .ties: try ForeignTieTable.read(file, sample, options)
    case .actors: try ForeignActorTable.read(file, sample)
    case .labelledMatrix: try MatrixTable.read(file, sample, isLabelled: true, options)
    case .plainMatrix: try MatrixTable.read(file, sample, isLabelled: false, options)
    case .adjacencyList: try AdjacencyTable.read(file, sample, options)
    }
  }

  /// Returns what to say of a table whose columns have other names than any that are known.
  ///
  /// - Parameters:
  ///   - problem: What the reader of lists says.
  ///   - sample: The first records.
  /// - Returns: The problem with the columns that were found; nil where that is not what is wrong.
  static func unknownColumns(_ problem: FileProblem, _ sample: TableSample) -> FileProblem? {
    let header = sample.records[0]
    guard header.count > 3, sample.records.count > 1, !isNumeric(header), !header.contains(""),
      sample.records.allSatisfy({ $0.count == header.count }),
      !header.map(ColumnRole.init(named:)).contains(where: { $0 == .source || $0 == .target })
    else { return nil }
    let columns = Table.listed(header)
    return FileProblem(
      problem.path, line: problem.line,
      Phrase(
        "columns \"source\" and \"target\" not found; columns are: \(columns)",
        "\"source\" と \"target\" の列がありません（列：\(columns)）"),
      advice: Phrase(
        "name the columns of the ends so, such as source,target,strength",
        "つながりの両端の列に、source,target,strength のように名前を付けてください"))
  }

  /// Returns a problem with the way to go where the table is one of an office and not of ties.
  static func pointedToImport(_ problem: FileProblem, _ sample: TableSample) -> FileProblem {
    let isOfOffice = sample.records.prefix(12).contains { record in
      // Anything may have a name.
      record.count > 1
        && record.contains {
          [.firm, .person].contains(OfficeColumn.meaning(of: $0)) && $0.lowercased() != "name"
        }
    }
    guard isOfOffice, let advice = problem.advice else { return problem }
    return FileProblem(
      problem.path, line: problem.line, problem.problem,
      advice: Phrase(
        "\(advice.english); a list of members, attendance, projects or contacts is read by knowwho "
          + "import FILE -o NETWORK",
        "\(advice.japanese)。名簿・出欠表・事業一覧・連絡先一覧なら、knowwho import ファイル -o 出力先 で取り込めます"))
  }

  /// The problem of a file without records.
  static func noTable(_ path: String) -> FileProblem {
    FileProblem(
      path, line: 1, Phrase("no rows of values", "値の行がありません"),
      advice: Phrase("separate values by commas, tabs or blanks", "値はコンマ、タブ、空白のいずれかで区切ってください"))
  }
}
