/// The ties on the lines of one part of an edge list.
struct EdgeListChunk: Sendable {
  /// What came of reading a part.
  enum Outcome: Sendable {
    /// Its lines are read.
    case read
    /// An id is not a plain number, so ids must be read as texts.
    case needsTexts
    /// A quote occurs, so the file must be read as a table.
    case needsTable
    /// Something is wrong at a byte.
    case problem(Defect, offset: Int)
  }

  /// What can be wrong with a line.
  enum Defect: Sendable {
    case fieldCount(Int)
    case emptyID(isSource: Bool)
    case strength(Range<Int>)
    case negativeStrength(Range<Int>)
    case flaw(Encoding.Flaw)
  }

  /// What came of reading.
  var outcome = Outcome.read

  /// Where each tie begins: the id itself where ids are numbers, else a position in `names`.
  var sources: [UInt32] = []

  /// Where each tie ends.
  var targets: [UInt32] = []

  /// How strong each tie is, where the layout has a field for it.
  var strengths: [Double] = []

  /// Whether a strength has a decimal comma.
  var hasDecimalCommas = false

  /// The distinct ids in the order of their first appearance, as places in the file.
  var names: [Range<Int>] = []

  /// Reads the lines that begin in a part of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part; lines need not begin at its bounds.
  ///   - layout: How lines are read.
  ///   - asTexts: Whether ids are read as texts; else they must be numbers below 2³² − 1 without
  ///     leading zeros.
  init(_ bytes: Span<UInt8>, in range: Range<Int>, layout: EdgeListLayout, asTexts: Bool) {
    let lines = Self.lines(in: bytes, startingIn: range, textStart: layout.start)
    if asTexts, let (offset, flaw) = Encoding.firstFlaw(in: bytes, lines) {
      outcome = .problem(.flaw(flaw), offset: offset)
      return
    }
    var interner = NameTable()
    var fields = [Range<Int>](repeating: 0..<0, count: layout.fieldCount)
    var position = lines.lowerBound
    let mayQuote = asTexts && Self.holdsQuote(bytes, lines)
    let holdsPairs = !asTexts && layout.holdsPairs
    let pairs = PairLines(layout.separator)
    var block = PairLines.Block()
    if holdsPairs {
      sources.reserveCapacity(lines.count / 8)
      targets.reserveCapacity(lines.count / 8)
    }
    while position < lines.upperBound {
      if holdsPairs {
        pairs.read(
          bytes, &position, lines.upperBound, by: &block, into: &sources, &targets)
        if position == lines.upperBound { break }
      }
      let lineStart = position
      let count: Int
      switch layout.separator {
      case .blanks: count = Self.splitAtBlanks(bytes, &position, lines.upperBound, &fields)
      case .byte(let byte):
        count = Self.split(at: byte, bytes, &position, lines.upperBound, &fields)
      }
      while position < lines.upperBound, Ascii.endsLine(bytes[position]) { position += 1 }
      if count == 0 { continue }
      let firstByte = bytes[fields[0].isEmpty ? lineStart : fields[0].lowerBound]
      if layout.allowsComments, firstByte == Ascii.hash || firstByte == Ascii.percent { continue }
      if count != layout.fieldCount {
        // A quoted id may hold separators and line ends.
        outcome =
          Self.holdsQuote(bytes, lineStart..<position)
          ? .needsTable : .problem(.fieldCount(count), offset: lineStart)
        return
      }
      let (source, target) = (fields[layout.sourceField], fields[layout.targetField])
      if asTexts {
        if source.isEmpty || target.isEmpty {
          // Spreadsheets leave rows of separators alone.
          if fields.allSatisfy(\.isEmpty) { continue }
          outcome = .problem(.emptyID(isSource: source.isEmpty), offset: lineStart)
          return
        }
        if mayQuote, Self.holdsQuote(bytes, lineStart..<position) {
          outcome = .needsTable
          return
        }
        sources.append(interner.position(of: source, in: bytes))
        targets.append(interner.position(of: target, in: bytes))
      } else {
        guard let source = Self.number(bytes, source), let target = Self.number(bytes, target)
        else {
          if fields.allSatisfy(\.isEmpty) { continue }
          outcome = .needsTexts
          return
        }
        sources.append(source)
        targets.append(target)
      }
      if let field = layout.strengthField {
        if fields[field].isEmpty {
          strengths.append(.nan)
        } else if let strength = strength(bytes, fields[field], layout.separator) {
          guard strength >= 0 else {
            outcome = .problem(.negativeStrength(fields[field]), offset: lineStart)
            return
          }
          strengths.append(strength)
        } else {
          // What looks like a bad number may be a quoted one: the slow reader knows.
          outcome =
            asTexts || !Self.holdsQuote(bytes, fields[field])
            ? .problem(.strength(fields[field]), offset: lineStart) : .needsTable
          return
        }
      }
    }
    names = interner.names
  }

  /// Replaces the positions of names in this part by those in all parts up to it.
  mutating func number(by table: inout NameTable, in bytes: Span<UInt8>) {
    let positions = names.map { table.position(of: $0, in: bytes) }
    for tie in sources.indices { sources[tie] = positions[Int(sources[tie])] }
    for tie in targets.indices { targets[tie] = positions[Int(targets[tie])] }
    names = []
  }

  /// Returns the whole lines that begin in a part of a file.
  private static func lines(
    in bytes: Span<UInt8>, startingIn range: Range<Int>, textStart: Int
  ) -> Range<Int> {
    func nextLine(from position: Int) -> Int {
      guard position > textStart else { return textStart }
      var position = position - 1
      while position < bytes.count, !Ascii.endsLine(bytes[position]) { position += 1 }
      return min(position + 1, bytes.count)
    }
    let lower = nextLine(from: range.lowerBound)
    return
      lower..<max(
        lower, range.upperBound >= bytes.count ? bytes.count : nextLine(from: range.upperBound))
  }

  /// Splits a line at single separators and moves to its end; blanks around fields do not count.
  ///
  /// - Returns: How many fields there are, 0 for a blank line; those past the expected are counted
  ///   only.
  @inline(__always)
  private static func split(
    at separator: UInt8, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int,
    _ fields: inout [Range<Int>]
  ) -> Int {
    var count = 0
    let lineStart = position
    var isBlankLine = true
    while true {
      while position < end, Ascii.isBlank(bytes[position]), bytes[position] != separator {
        position += 1
      }
      let start = position
      var fieldEnd = position
      while position < end, bytes[position] != separator, !Ascii.endsLine(bytes[position]) {
        if !Ascii.isBlank(bytes[position]) { fieldEnd = position + 1 }
        position += 1
      }
      if fieldEnd > start { isBlankLine = false }
      if count < fields.count { fields[count] = start..<fieldEnd }
      count += 1
      guard position < end, bytes[position] == separator else { break }
      position += 1
    }
    // A line of nothing is blank; one of separators only is not.
    return isBlankLine && count == 1 && lineStart <= position ? 0 : count
  }

  /// Splits a line at runs of blanks and moves to its end.
  @inline(__always)
  private static func splitAtBlanks(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ fields: inout [Range<Int>]
  ) -> Int {
    var count = 0
    while true {
      while position < end, Ascii.isBlank(bytes[position]) { position += 1 }
      guard position < end, !Ascii.endsLine(bytes[position]) else { return count }
      let start = position
      while position < end, !Ascii.isBlank(bytes[position]), !Ascii.endsLine(bytes[position]) {
        position += 1
      }
      if count < fields.count { fields[count] = start..<position }
      count += 1
    }
  }

  @inline(__always)
  private mutating func strength(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separator: EdgeListLayout.Separator
  ) -> Double? {
    if let number = DecimalNumber.parse(bytes, range) { return number }
    let number = CellNumber.parse(range.map { bytes[$0] }[...], separator: separator.byte)
    hasDecimalCommas = hasDecimalCommas || number != nil
    return number
  }

  /// Reads an id that is a plain number.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty, range.count <= 10,
      range.count == 1 || bytes[range.lowerBound] != Ascii.zero
    else { return nil }
    var value: UInt64 = 0
    for position in range {
      let digit = Ascii.digit(bytes[position])
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return value < UInt64(UInt32.max) ? UInt32(truncatingIfNeeded: value) : nil
  }

  private static func holdsQuote(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    ByteWords.holds(Ascii.quote, bytes, range)
  }
}
