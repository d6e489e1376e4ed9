/// Reads lines of two plain numbers, a block at a time.
///
/// Nearly all lines of large files are such. Sixteen bytes are looked at together: where the digits
/// end and what they amount to is worked out for eight bytes in one word, so a line costs neither a
/// branch nor a step a digit.
struct PairLines {
  /// Room for the lines that are read before they are handed over.
  struct Block {
    fileprivate static let size = 2048
    fileprivate var sources = [UInt32](repeating: 0, count: size)
    fileprivate var targets = [UInt32](repeating: 0, count: size)
  }

  private let separator: UInt8
  private let allowsTabs: Bool

  /// Creates a reader.
  ///
  /// - Parameter separator: What stands between the two numbers.
  init(_ separator: EdgeListLayout.Separator) {
    self.separator = if case .byte(let byte) = separator { byte } else { Ascii.space }
    allowsTabs = separator == .blanks
  }

  /// Reads lines up to the first that is not two plain numbers.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - position: The start of a line; moved to that of the first line that was not read.
  ///   - end: Where the lines end.
  ///   - block: Room to work in.
  ///   - sources: Receives the first numbers.
  ///   - targets: Receives the second numbers.
  func read(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, by block: inout Block,
    into sources: inout [UInt32], _ targets: inout [UInt32]
  ) {
    var count: Int
    repeat {
      count = readBlock(bytes, &position, end, &block.sources, &block.targets)
      sources.append(contentsOf: block.sources[..<count])
      targets.append(contentsOf: block.targets[..<count])
    } while count == Block.size
  }

  /// Reads at most a block of lines and returns how many.
  private func readBlock(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int,
    _ sources: inout [UInt32], _ targets: inout [UInt32]
  ) -> Int {
    var sources = sources.mutableSpan
    var targets = targets.mutableSpan
    var cursor = position
    var count = 0
    while cursor < end, count < Block.size {
      guard
        let (source, target, lineEnd) = shortPair(bytes, cursor) ?? anyPair(bytes, cursor, end)
      else { break }
      sources[count] = source
      targets[count] = target
      count += 1
      cursor = lineEnd
      while cursor < end, Ascii.endsLine(bytes[cursor]) { cursor += 1 }
    }
    position = cursor
    return count
  }

  /// Reads two numbers and the end of the line within sixteen bytes.
  ///
  /// - Returns: Both and where the next line may begin; nil if it takes another look.
  @inline(__always)
  private func shortPair(
    _ bytes: Span<UInt8>, _ start: Int
  ) -> (source: UInt32, target: UInt32, end: Int)? {
    guard start + 16 <= bytes.count else { return nil }
    let low = DigitWord(bytes, at: start)
    let high = DigitWord(bytes, at: start + 8)
    let firstStop = low.stops.trailingZeroBitCount >> 3
    let furtherStops = low.stops & (low.stops &- 1)
    let secondStop =
      furtherStops != 0
      ? furtherStops.trailingZeroBitCount >> 3 : 8 + high.stops.trailingZeroBitCount >> 3
    guard firstStop > 0, firstStop < 8, secondStop > firstStop + 1, secondStop < 16 else {
      return nil
    }
    let secondLength = secondStop - firstStop - 1
    let second = DigitWord(bytes, at: start + firstStop + 1)
    guard secondLength <= 8, separates(bytes[start + firstStop]),
      Ascii.endsLine(bytes[start + secondStop]), !low.isPadded(firstStop),
      !second.isPadded(secondLength)
    else { return nil }
    return (low.value(firstStop), second.value(secondLength), start + secondStop + 1)
  }

  /// Reads two numbers and the end of the line byte by byte.
  ///
  /// - Returns: Both and where the line ends; nil for any other line.
  private func anyPair(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (source: UInt32, target: UInt32, end: Int)? {
    var cursor = start
    guard let source = Self.leadingNumber(bytes, &cursor, end), cursor < end,
      separates(bytes[cursor])
    else { return nil }
    cursor += 1
    guard let target = Self.leadingNumber(bytes, &cursor, end),
      cursor == end || Ascii.endsLine(bytes[cursor])
    else { return nil }
    return (source, target, cursor)
  }

  @inline(__always)
  private func separates(_ byte: UInt8) -> Bool {
    byte == separator || (allowsTabs && byte == Ascii.tab)
  }

  /// Reads the plain number that bytes begin with and moves behind it.
  private static func leadingNumber(
    _ bytes: Span<UInt8>, _ cursor: inout Int, _ end: Int
  ) -> UInt32? {
    let start = cursor
    var value: UInt64 = 0
    while cursor < end {
      let digit = Ascii.digit(bytes[cursor])
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      cursor += 1
    }
    let length = cursor - start
    guard length > 0, length <= 10, value < UInt64(UInt32.max),
      length == 1 || bytes[start] != Ascii.zero
    else { return nil }
    return UInt32(truncatingIfNeeded: value)
  }
}

/// Eight bytes of which some first ones are decimal digits.
private struct DigitWord {
  /// The digits' values, the first in the lowest byte.
  private let digits: UInt64

  /// The highest bit of every byte that is not a digit.
  let stops: UInt64

  @inline(__always)
  init(_ bytes: Span<UInt8>, at position: Int) {
    digits = ByteWords.word(bytes, at: position) ^ 0x3030_3030_3030_3030
    stops =
      ((digits & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | digits)
      & 0x8080_8080_8080_8080
  }

  /// Whether a number of so many digits begins with a zero for nothing.
  @inline(__always)
  func isPadded(_ length: Int) -> Bool { digits & 0xFF == 0 && length > 1 }

  /// The number that the first digits make, at least one of them.
  @inline(__always)
  func value(_ length: Int) -> UInt32 {
    // Neighboring digits, pairs and fours are joined, all at once.
    var value = digits << UInt64(truncatingIfNeeded: 64 - 8 * length)
    value = (value &* (10 << 8 + 1)) >> 8 & 0x00FF_00FF_00FF_00FF
    value = (value &* (100 << 16 + 1)) >> 16 & 0x0000_FFFF_0000_FFFF
    value = (value &* (10_000 << 32 + 1)) >> 32
    return UInt32(truncatingIfNeeded: value)
  }
}
