internal import GraphStructure
internal import NetworkData

/// The rows below a header, read in parts at once.
struct TableRows: Sendable {
  /// The cells, by column.
  private(set) var columns: [TextColumn]
  /// The line on which each row began.
  private(set) var lines: [Int] = []
  /// How many lines there are, blank ones included.
  private var lineCount = 0
  /// What is wrong, with its line counted like those of the rows.
  private var problem: FileProblem?

  /// Large enough that handing out parts costs nothing, small enough that threads share evenly.
  private static let partSize = 1 << 22

  /// Reads rows.
  ///
  /// Without quotes each line is a record, and parts of the file can be read at once; with quotes all
  /// is one part, since whether a line end stands in a cell depends on all before it.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - start: Where the first row begins.
  ///   - columnCount: The number of cells that each row must have.
  ///   - skipsEmptyRows: Whether rows whose cells are all empty are left out, however many cells
  ///     they have.
  ///   - execution: How the work is carried out.
  /// - Returns: The rows.
  /// - Throws: ``FileProblem`` for the first thing that is wrong.
  static func read(
    _ file: FileBytes, from start: RecordScanner, columnCount: Int, skipsEmptyRows: Bool,
    _ execution: Execution
  ) throws(FileProblem) -> TableRows {
    let length = file.count - start.position
    let isOnePart =
      length <= partSize
      || file.withSpan { ByteWords.holds(Ascii.quote, $0, start.position..<$0.count) }
    // What is said of quotes names further lines, so those of a single part are right at once.
    let firstLine = isOnePart ? start.line : 1
    let rows = execution.reduceChunks(
      of: length, chunkSize: isOnePart ? max(1, length) : partSize,
      into: TableRows(columnCount: columnCount, lineCount: start.line - firstLine), makeScratch: {},
      work: { part, _ in
        file.withSpan { bytes in
          let lower = start.position + part.lowerBound
          let range =
            lineStart(
              from: lower, after: start.position, in: bytes)..<lineStart(
              from: start.position + part.upperBound, after: start.position, in: bytes)
          return TableRows(
            in: bytes, range, start, firstLine: firstLine, columnCount: columnCount,
            skipsEmptyRows: skipsEmptyRows)
        }
      },
      merge: { $0.append($1) })
    if let problem = rows.problem { throw problem }
    return rows
  }

  private init(columnCount: Int, lineCount: Int) {
    columns = [TextColumn](repeating: TextColumn(), count: columnCount)
    self.lineCount = lineCount
  }

  /// Reads the rows of one part.
  private init(
    in bytes: Span<UInt8>, _ range: Range<Int>, _ start: RecordScanner, firstLine: Int,
    columnCount: Int, skipsEmptyRows: Bool
  ) {
    self.init(columnCount: columnCount, lineCount: 0)
    var scanner = start
    (scanner.position, scanner.end, scanner.line) = (range.lowerBound, range.upperBound, firstLine)
    var cells = RecordCells()
    do throws(FileProblem) {
      while try scanner.next(in: bytes, into: &cells) {
        if skipsEmptyRows, cells.areEmpty { continue }
        guard cells.count == columnCount else {
          throw FileProblem(
            start.path, line: scanner.recordLine,
            Phrase(
              "expected \(columnCount) cells as in the header, found \(cells.count)",
              "見出しと同じ\(columnCount)個の欄が必要ですが、\(cells.count)個あります"),
            advice: Phrase(
              "put cells that hold the separator in double quotes", "区切り文字を含む欄は二重引用符で囲んでください"))
        }
        for column in columns.indices { cells.append(column, of: bytes, to: &columns[column]) }
        lines.append(scanner.recordLine)
      }
    } catch {
      problem = error
    }
    lineCount = scanner.line - firstLine
  }

  /// Takes in the part that follows.
  private mutating func append(_ next: TableRows) {
    guard problem == nil else { return }
    problem = next.problem?.moved(down: lineCount)
    if lines.isEmpty {
      columns = next.columns
    } else {
      for column in columns.indices { columns[column].append(contentsOf: next.columns[column]) }
    }
    lines.append(contentsOf: next.lines.lazy.map { [lineCount] in $0 + lineCount })
    lineCount += next.lineCount
  }

  /// Returns the first line start at or behind a place.
  private static func lineStart(
    from position: Int, after start: Int, in bytes: Span<UInt8>
  ) -> Int {
    guard position > start else { return start }
    var position = position
    // The second half of a line end belongs to the line before.
    while position < bytes.count,
      !Ascii.endsLine(bytes[position - 1])
        || bytes[position - 1] == Ascii.carriageReturn && bytes[position] == Ascii.lineFeed
    {
      position += 1
    }
    return position
  }
}
