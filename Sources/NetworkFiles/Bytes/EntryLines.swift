internal import GraphStructure

/// Lines of two whole numbers and perhaps a value, as Pajek and Matrix Market have them by the
/// million, read in parallel and without an object a line.
struct EntryLines: Sendable {
  /// What lines are expected.
  struct Layout: Sendable {
    /// The largest first number.
    let firstCount: Int
    /// The largest second number.
    let secondCount: Int
    /// Whether every line has a value, or none; nil where each may or may not.
    let hasValue: Bool?
  }

  /// The first numbers, counted from 0.
  private(set) var firsts: [UInt32] = []

  /// The second numbers, counted from 0.
  private(set) var seconds: [UInt32] = []

  /// The values, NaN where a line has none; empty where no line has one.
  private(set) var values: [Double] = []

  /// Where the first line begins that is not as expected, and that nothing behind was read from.
  private(set) var stop: Int?

  /// Large enough that handing out parts costs nothing, small enough that threads share evenly.
  private static let chunkSize = 1 << 21

  /// Reads lines; blank ones and comments that begin with `%` are skipped.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The part with the lines, which begins at the start of a line.
  ///   - layout: What lines are expected.
  ///   - execution: How the work is carried out.
  /// - Returns: The entries up to the first line that is not as expected.
  static func read(
    _ file: FileBytes, in range: Range<Int>, _ layout: Layout, _ execution: Execution
  ) -> EntryLines {
    var entries = execution.reduceChunks(
      of: range.count, chunkSize: chunkSize, into: EntryLines(), makeScratch: {},
      work: { part, _ in
        file.withSpan { bytes in
          EntryLines(
            bytes,
            startingIn: part.lowerBound + range.lowerBound..<part.upperBound + range.lowerBound,
            of: range, layout)
        }
      },
      merge: { total, part in
        guard total.stop == nil else { return }
        total.append(part)
      })
    if !entries.values.isEmpty { entries.fillValues() }
    return entries
  }

  /// Reads nothing.
  private init() {}

  /// Reads the lines that begin in a part of the range.
  private init(
    _ bytes: Span<UInt8>, startingIn part: Range<Int>, of range: Range<Int>, _ layout: Layout
  ) {
    var position = Self.lineStart(bytes, atOrAfter: part.lowerBound, in: range)
    firsts.reserveCapacity(part.count / 8)
    seconds.reserveCapacity(part.count / 8)
    let end = range.upperBound
    while position < part.upperBound {
      let lineStart = position
      Self.skipBlanks(bytes, &position, end)
      if position == end { break }
      let byte = bytes[position]
      if Ascii.endsLine(byte) {
        position += 1
        continue
      }
      if byte == Ascii.percent {
        while position < end, !Ascii.endsLine(bytes[position]) { position += 1 }
        continue
      }
      guard let first = Self.number(bytes, &position, end), first - 1 < layout.firstCount,
        position < end, Ascii.isBlank(bytes[position])
      else {
        stop = lineStart
        return
      }
      Self.skipBlanks(bytes, &position, end)
      guard let second = Self.number(bytes, &position, end), second - 1 < layout.secondCount
      else {
        stop = lineStart
        return
      }
      if position < end, !Ascii.endsLine(bytes[position]) {
        guard Ascii.isBlank(bytes[position]), readValue(bytes, &position, end, layout) else {
          stop = lineStart
          return
        }
      } else if layout.hasValue == true {
        stop = lineStart
        return
      }
      firsts.append(UInt32(truncatingIfNeeded: first - 1))
      seconds.append(UInt32(truncatingIfNeeded: second - 1))
    }
  }

  /// Reads what stands behind two numbers.
  ///
  /// - Returns: Whether it is as expected.
  private mutating func readValue(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ layout: Layout
  ) -> Bool {
    Self.skipBlanks(bytes, &position, end)
    if position == end || Ascii.endsLine(bytes[position]) { return layout.hasValue != true }
    guard layout.hasValue != false else { return false }
    let start = position
    while position < end, !Ascii.isBlank(bytes[position]), !Ascii.endsLine(bytes[position]) {
      position += 1
    }
    guard let value = DecimalNumber.parse(bytes, start..<position) else { return false }
    Self.skipBlanks(bytes, &position, end)
    guard position == end || Ascii.endsLine(bytes[position]) else { return false }
    fillValues()
    values.append(value)
    return true
  }

  /// Gives the entries so far that have no value one that says so.
  private mutating func fillValues() {
    if values.count < firsts.count {
      values.append(contentsOf: repeatElement(.nan, count: firsts.count - values.count))
    }
  }

  private mutating func append(_ part: EntryLines) {
    if !part.values.isEmpty {
      fillValues()
      values.append(contentsOf: part.values)
    }
    firsts.append(contentsOf: part.firsts)
    seconds.append(contentsOf: part.seconds)
    stop = part.stop
  }

  /// Returns where the first line begins that does so at a byte or behind it.
  private static func lineStart(
    _ bytes: Span<UInt8>, atOrAfter offset: Int, in range: Range<Int>
  ) -> Int {
    guard offset > range.lowerBound else { return range.lowerBound }
    var position = offset - 1
    while position < range.upperBound, !Ascii.endsLine(bytes[position]) { position += 1 }
    return min(position + 1, range.upperBound)
  }

  @inline(__always)
  private static func skipBlanks(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) {
    while position < end, Ascii.isBlank(bytes[position]) { position += 1 }
  }

  /// Reads a whole number above 0 and moves behind it.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
    let start = position
    var value: UInt64 = 0
    while position < end {
      let digit = Ascii.digit(bytes[position])
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      position += 1
    }
    // Ten digits are below 2⁶³, and more than any count of nodes.
    guard position > start, position - start <= 10, value > 0 else { return nil }
    return Int(value)
  }
}
