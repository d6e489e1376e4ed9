internal import NetworkData

/// The first records of a delimited file, to tell its layout from.
struct TableSample {
  /// What stands between cells; a space stands for any run of blanks.
  let separator: UInt8

  /// The first records, which may be of different lengths.
  let records: [[String]]

  /// Where the first record begins.
  let start: Int

  /// How many records of titles stand above the first, which names the columns of ties.
  let titleCount: Int

  /// Whether the records are all that the file has.
  let isWhole: Bool

  /// Whether every row has a name in front of it, above which R writes none.
  var hasRowNames: Bool {
    records.count > 1 && records.dropFirst().allSatisfy { $0.count == records[0].count + 1 }
  }

  /// So many bytes are looked at: enough for the header of any table that a person works with.
  private static let byteCount = 1 << 16
  private static let recordCount = 200

  /// Looks at the beginning of a file.
  ///
  /// It is nil where a file begins with nothing that can be records.
  ///
  /// - Parameter file: The file, in UTF-8.
  init?(of file: FileBytes) {
    let (text, start, isWhole) = file.withSpan { bytes in
      var start = Encoding.markLength(bytes)
      // Blank lines and comments above the first record.
      while start < bytes.count {
        var content = start
        while content < bytes.count, Ascii.isBlank(bytes[content]) { content += 1 }
        guard content < bytes.count else { break }
        let isComment = bytes[content] == Ascii.hash || bytes[content] == Ascii.percent
        guard isComment || Ascii.endsLine(bytes[content]) else { break }
        while content < bytes.count, !Ascii.endsLine(bytes[content]) { content += 1 }
        start = min(content + 1, bytes.count)
      }
      let end = min(bytes.count, start + Self.byteCount)
      let text = unsafe bytes.extracting(start..<end).withUnsafeBufferPointer { unsafe Array($0) }
      return (text, start, end == bytes.count)
    }
    let lines = text.split(maxSplits: Self.titleLimit, whereSeparator: Ascii.endsLine)
    guard let first = lines.first, !first.isEmpty, isWhole || first.count < text.count,
      let separator = lines.prefix(Self.titleLimit).lazy.compactMap(Self.separator).first
    else { return nil }
    self.separator = separator
    // The last record of a part is likely cut.
    var whole = text
    if !isWhole {
      while let last = whole.last, !Ascii.endsLine(last) { whole.removeLast() }
    }
    let sample = FileBytes(whole, path: file.path)
    var scanner = RecordScanner(path: file.path, position: 0, separator: separator)
    var records: [[String]] = []
    var starts: [Int] = []
    var isEnd = false
    while records.count < Self.recordCount {
      var cells = TextColumn()
      starts.append(scanner.position)
      let isRecord = try? sample.withSpan { (bytes) throws(FileProblem) in
        try scanner.next(in: bytes, into: &cells)
      }
      // What is wrong with a record, the reader says that the layout calls for.
      guard let isRecord, isRecord else {
        isEnd = isRecord == false
        break
      }
      records.append(Array(cells))
    }
    titleCount = Self.titleCount(in: records)
    // Where no title stands, the first line tells what stands between cells.
    guard !records.isEmpty, titleCount > 0 || Self.separator(of: first) != nil else { return nil }
    self.start = start + starts[titleCount]
    self.records = Array(records[titleCount...])
    self.isWhole = isWhole && isEnd
  }

  /// So many lines may stand above the header.
  private static let titleLimit = 12

  /// Returns how many records of at most one filled cell stand above one that names both ends of ties.
  private static func titleCount(in records: [[String]]) -> Int {
    let header = records.prefix(titleLimit).firstIndex { record in
      let roles = record.map(ColumnRole.init(named:))
      return roles.contains(.source) && roles.contains(.target)
    }
    guard let header, header > 0,
      records[..<header].allSatisfy({ $0.count(where: { !$0.isEmpty }) <= 1 })
    else { return 0 }
    return header
  }

  /// Returns what occurs most often outside quotes: a tab, a comma or a semicolon, else blanks.
  private static func separator(of line: ArraySlice<UInt8>) -> UInt8? {
    let separators = [Ascii.tab, Ascii.comma, Ascii.semicolon]
    var counts = [0, 0, 0]
    var hasSpace = false
    var isQuoted = false
    for byte in line {
      if byte == Ascii.quote {
        isQuoted.toggle()
      } else if !isQuoted {
        hasSpace = hasSpace || byte == Ascii.space
        for (place, separator) in separators.enumerated() where byte == separator {
          counts[place] += 1
        }
      }
    }
    // Of equals the first, as plain edge lists are told.
    if let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) {
      return separators[place]
    }
    return hasSpace ? Ascii.space : nil
  }
}
