internal import GraphStructure
internal import NetworkData

/// Plain edge lists: two ids a line, and a strength where there is a third field.
///
/// With commas or tabs they are written with all columns that ties have in a folder.
///
/// The file is mapped, cut into parts at line ends, and the parts are read in parallel. Where all
/// ids are plain numbers, actors are ordered by number; else by first appearance. Files with quotes,
/// or with a header that names more than the ends and the strength, are read as tables of ties.
enum EdgeListFormat {
  /// Returns the format of lists with a separator.
  static func format(
    name: String, title: String, endings: [String], separator: Character
  ) -> NetworkFormat {
    NetworkFormat(
      name: name, title: title, endings: endings,
      read: { file, options, execution throws(FileProblem) in
        try read(file, isDirected: options.isDirected, execution: execution)
      },
      write: { network, path throws(FileProblem) in
        Array(try written(network, separator: separator, for: path).utf8)
      },
      holds: separator == " " ? .edges : .tieTable)
  }

  /// Reads an edge list.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isDirected: Whether ties lead from the first id to the second only.
  ///   - execution: How the work is carried out.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  static func read(
    _ file: FileBytes, isDirected: Bool, execution: Execution
  ) throws(FileProblem) -> NetworkFile.Reading {
    let textStart = try Encoding.checkedMark(of: file)
    var description = NetworkDescription()
    description.synthetic = file.withSpan { SyntheticNote.sentence(in: $0, from: textStart) }
    let layout: EdgeListLayout
    do throws(FileProblem) {
      layout = try EdgeListLayout(of: file, from: textStart)
    } catch {
      // What makes no sense as lines may not be text at all, which is the better message.
      _ = try Encoding.checkedStart(of: file)
      throw error
    }
    if let header = layout.header, !isPlain(header) {
      return try readTable(file, layout, description, isDirected: isDirected)
    }
    var edges = try readChunks(of: file, layout, asTexts: false, execution)
    if edges == nil { edges = try readChunks(of: file, layout, asTexts: true, execution) }
    guard let edges else { return try readTable(file, layout, description, isDirected: isDirected) }

    var ties = Ties(sources: edges.sources, targets: edges.targets)
    ties.directions = .all(isDirected: isDirected)
    ties.strengths = layout.strengthField == nil ? nil : Column(edges.strengths)
    var notes: [Phrase] = []
    if ties.count == 0 { notes.append(noTies(in: file.path)) }
    if edges.hasDecimalCommas { notes.append(CellNumber.note(file.path)) }
    return NetworkFile.Reading(
      network: Network(description: description, actors: Actors(ids: edges.ids), ties: ties),
      notes: notes)
  }

  /// Returns a network's ties as an edge list.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - separator: What stands between fields.
  ///   - path: The file, for messages.
  /// - Returns: The file's text: the table of ties of a folder; where `separator` is a blank, the ends
  ///   and strengths alone, with a header only if the first tie could be taken for one, and with
  ///   strength 1 where none was given.
  /// - Throws: ``FileProblem`` if an id cannot stand in such a list.
  static func written(
    _ network: Network, separator: Character, for path: String
  ) throws(FileProblem) -> String {
    let comment = SyntheticNote.comment(for: network.description)
    if separator != " " {
      return comment + (try TieTable.written(network, separator: separator, for: path))
    }
    let (actors, ties) = (network.actors, network.ties)
    for actor in actors.indices
    where CSVCell.written(actors.ids[actor]) != actors.ids[actor]
      || actors.ids.utf8(at: actor).contains(where: Ascii.isBlank)
    {
      throw FileProblem(
        path,
        Phrase(
          "cannot hold the id \(FileProblem.quoted(actors.ids[actor]))",
          "id \(FileProblem.quoted(actors.ids[actor])) は書き込めません"),
        advice: Phrase(
          "write a .csv or .tsv file, where ids can be quoted", "id を引用符で囲める .csv か .tsv にしてください"))
    }
    var text = comment
    if beginsLikeHeader(network) {
      text += CSVCell.row(
        ["source", "target"] + (ties.strengths == nil ? [] : ["strength"]), separator: separator)
    }
    for tie in ties.indices {
      var cells = [actors.ids[Int(ties.sources[tie])], actors.ids[Int(ties.targets[tie])]]
      if let strength = ties.strengths?[tie] {
        cells.append(strength.isNaN ? "1" : NumberText.shortest(strength))
      }
      text += CSVCell.row(cells, separator: separator)
    }
    return text
  }

  /// Whether the first tie of a network, in a list without a header, would be taken for one.
  private static func beginsLikeHeader(_ network: Network) -> Bool {
    let lines = network.ties.indices.prefix(EdgeListLayout.lineCount).map { tie in
      [network.ties.sources[tie], network.ties.targets[tie]].map { network.actors.ids[Int($0)] }
    }
    guard let first = lines.first else { return false }
    return EdgeListLayout.isHeader(first, above: Array(lines.dropFirst()))
  }

  /// Ends and strengths of all ties, and the ids that the ends stand for.
  private struct Edges {
    var sources: [UInt32]
    var targets: [UInt32]
    var strengths: [Double]
    var hasDecimalCommas: Bool
    var ids = TextColumn()
  }

  /// Large enough that handing out parts costs nothing, small enough that threads share even a file
  /// of a few megabytes evenly.
  private static let chunkSize = 1 << 20

  private static func isPlain(_ header: [String]) -> Bool {
    header.allSatisfy { ["source", "target", "strength"].contains($0) }
  }

  /// Reads all parts.
  ///
  /// - Returns: The edges, nil if the ids are not of that sort.
  private static func readChunks(
    of file: FileBytes, _ layout: EdgeListLayout, asTexts: Bool, _ execution: Execution
  ) throws(FileProblem) -> Edges? {
    struct Total: Sendable {
      var chunks: [EdgeListChunk] = []
      var names = NameTable()
      var stopped: EdgeListChunk.Outcome?
    }
    var total = execution.reduceChunks(
      of: file.count, chunkSize: chunkSize, into: Total(), makeScratch: {},
      work: { range, _ in
        file.withSpan { EdgeListChunk($0, in: range, layout: layout, asTexts: asTexts) }
      },
      merge: { total, chunk in
        guard total.stopped == nil else { return }
        guard case .read = chunk.outcome else {
          total.stopped = chunk.outcome
          return
        }
        var chunk = chunk
        if asTexts { file.withSpan { chunk.number(by: &total.names, in: $0) } }
        total.chunks.append(chunk)
      })
    switch total.stopped {
    case .needsTexts, .needsTable: return nil
    case .problem(let defect, let offset):
      throw problem(defect, at: offset, in: file, layout)
    case .read, nil: break
    }
    let hasDecimalCommas = total.chunks.contains(where: \.hasDecimalCommas)
    var edges = Edges(
      sources: joined(total.chunks.map(\.sources), execution),
      targets: joined(total.chunks.map(\.targets), execution),
      strengths: joined(total.chunks.map(\.strengths), execution),
      hasDecimalCommas: hasDecimalCommas)
    total.chunks = []
    if asTexts {
      edges.ids = file.withSpan { total.names.column(in: $0) }
    } else {
      edges.ids = NumberedNodes.makeDense(&edges.sources, &edges.targets, execution)
    }
    return edges
  }

  /// Returns the columns of all parts as one.
  private static func joined<Element: BitwiseCopyable & Sendable>(
    _ parts: [[Element]], _ execution: Execution
  ) -> [Element] {
    if parts.count == 1 { return parts[0] }
    var starts = [0]
    for part in parts { starts.append(starts[starts.count - 1] + part.count) }
    return [Element](filling: starts[parts.count]) { [starts] column in
      let threads = min(execution.threads, parts.count)
      execution.forEachPart(of: threads) { thread in
        for part in stride(from: thread, to: parts.count, by: threads) {
          column.fill(from: starts[part], with: parts[part])
        }
      }
    }
  }

  private static func readTable(
    _ file: FileBytes, _ layout: EdgeListLayout, _ description: NetworkDescription,
    isDirected: Bool
  ) throws(FileProblem) -> NetworkFile.Reading {
    let separator = layout.separator.byte
    var table = try Table(
      reading: file, separator: separator, headerStart: layout.headerStart, skipsEmptyRows: true)
    // A quoted name may hold a separator, which the first look at the header does not see.
    guard let header = layout.header, header.count == table.header.count else {
      throw FileProblem(
        file.path, line: table.headerLine,
        Phrase("quotes, but no header that names the columns", "引用符がありますが、列の名前を示す見出し行がありません"),
        advice: Phrase(
          "name the columns in a first line: source,target,…",
          "1行目に source,target,… のように列の名前を書いてください"))
    }
    table = Table(
      path: table.path, header: header, headerLine: table.headerLine, columns: table.columns,
      lines: table.lines, separator: separator)
    let network = try TieTable.network(of: table, description, isDirected: isDirected)
    let strengths = table.filledColumn(named: "strength")
    return NetworkFile.Reading(
      network: network,
      notes: (network.ties.count == 0 ? [noTies(in: file.path)] : [])
        + [CellNumber.note(on: strengths, of: table)].compactMap(\.self))
  }

  private static func noTies(in path: String) -> Phrase {
    Phrase("\(path): no ties below the header", "\(path)：見出し行の下につながりがありません")
  }

  private static func problem(
    _ defect: EdgeListChunk.Defect, at offset: Int, in file: FileBytes, _ layout: EdgeListLayout
  ) -> FileProblem {
    func text(_ range: Range<Int>) -> String {
      file.withSpan { bytes in
        FileProblem.quoted(
          String(decoding: range.prefix(300).map { bytes[$0] }, as: UTF8.self))
      }
    }
    let line = file.line(at: offset)
    switch defect {
    case .flaw(let flaw): return Encoding.problem(flaw, at: offset, in: file)
    case .fieldCount(let count):
      return FileProblem(
        file.path, line: line,
        Phrase(
          "expected \(layout.fieldCount) fields, found \(count)",
          "欄が\(layout.fieldCount)個必要ですが、\(count)個です"),
        advice: Phrase("every line needs as many fields as the first", "どの行も1行目と同じ数の欄にしてください"))
    case .emptyID(let isSource):
      return FileProblem(
        file.path, line: line,
        Phrase(
          "\(isSource ? "source" : "target") is empty", "\(isSource ? "source" : "target") が空です"),
        advice: Phrase(
          "name an actor, or delete a row of totals", "主体を書いてください（合計の行なら削除してください）")
      )
    case .strength(let range):
      return FileProblem(
        file.path, line: line,
        Phrase(
          "strength \(text(range)) is not a finite number", "strength の \(text(range)) は数として読めません"),
        advice: Phrase("write 0 or more, such as 2 or 0.5", "2 や 0.5 のような0以上の数を書いてください"))
    case .negativeStrength(let range):
      return FileProblem(
        file.path, line: line,
        Phrase("strength \(text(range)) is negative", "strength の \(text(range)) は負の数です"),
        advice: Phrase("write 0 or more, such as 2 or 0.5", "2 や 0.5 のような0以上の数を書いてください"))
    }
  }
}

extension NetworkFormat {
  /// Edge lists with commas.
  static let commaSeparated = EdgeListFormat.format(
    name: "csv", title: "CSV", endings: ["csv"], separator: ",")

  /// Edge lists with tabs.
  static let tabSeparated = EdgeListFormat.format(
    name: "tsv", title: "TSV", endings: ["tsv"], separator: "\t")

  /// Edge lists with blanks.
  static let edgeList = EdgeListFormat.format(
    name: "edgelist", title: "edge list", endings: ["txt", "el", "edges", "edgelist", "ncol"],
    separator: " ")
}
