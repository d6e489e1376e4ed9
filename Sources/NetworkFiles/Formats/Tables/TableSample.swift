internal import NetworkData

/// The first records of a delimited file, to tell its layout from.
struct TableSample {
  /// What stands between cells; a space stands for any run of blanks.
  let separator: UInt8

  /// The first records, which may be of different lengths.
  let records: [[String]]

  /// Where the first record begins.
  let start: Int

  /// Whether the records are all that the file has.
  let isWhole: Bool

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
      return ((start..<end).map { bytes[$0] }, start, end == bytes.count)
    }
    self.start = start
    let first = text.prefix { !Ascii.endsLine($0) }
    guard !first.isEmpty, isWhole || first.count < text.count,
      let separator = Self.separator(of: first)
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
    var isEnd = false
    while records.count < Self.recordCount {
      var cells = TextColumn()
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
    guard !records.isEmpty else { return nil }
    self.records = records
    self.isWhole = isWhole && isEnd
  }

  /// Returns what occurs most often outside quotes: a tab, a comma or a semicolon, else blanks.
  private static func separator(of line: ArraySlice<UInt8>) -> UInt8? {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == Ascii.quote {
        isQuoted.toggle()
      } else if !isQuoted {
        counts[byte, default: 0] += 1
      }
    }
    let separators = [Ascii.tab, Ascii.comma, Ascii.semicolon]
    let most = separators.max { counts[$0, default: 0] < counts[$1, default: 0] }
    if let most, counts[most, default: 0] > 0 {
      // Of equals the first, as plain edge lists are told.
      return separators.first { counts[$0] == counts[most] }
    }
    return counts[Ascii.space] != nil ? Ascii.space : nil
  }
}
