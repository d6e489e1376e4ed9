/// Ids that count, as most programs number nodes.
///
/// Such are `0`, `1`, `2` and so on, or `n1`, `n2` and so on. The position of such an id is its number, so nothing needs to be looked up in memory: a sixth of
/// the time in which GraphML was read went into that.
struct CountedIDs {
  /// The letters before each number, the first in the lowest place, and how many.
  private var prefix: UInt64 = 0
  private var prefixLength = 0
  private var first = 0

  /// How many ids there are.
  private(set) var count = 0

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: Its position, which is ``count`` for the one that comes next; nil for one that does
  ///   not count with the others.
  func position(of id: Span<UInt8>) -> Int? {
    if count == 0 { return Self(first: id) == nil ? nil : 0 }
    guard id.count > prefixLength,
      prefixLength == 0 || ByteWords.word(id, at: 0, count: prefixLength) == prefix,
      let number = Self.number(in: id, from: prefixLength)
    else { return nil }
    let position = number - first
    return position >= 0 && position <= count ? position : nil
  }

  /// Takes the id that comes next.
  mutating func append(_ id: Span<UInt8>) {
    if count == 0, let begun = Self(first: id) { self = begun }
    count += 1
  }

  /// Creates a count without ids.
  init() {}

  /// Begins with an id; nil if it cannot count.
  private init?(first id: Span<UInt8>) {
    var start = id.count
    while start > 0, Ascii.digit(id[start - 1]) < 10 { start -= 1 }
    guard start <= 8, let number = Self.number(in: id, from: start) else { return nil }
    prefixLength = start
    prefix = start == 0 ? 0 : ByteWords.word(id, at: 0, count: start)
    first = number
  }

  /// Returns the number that fills the rest of an id; nil unless it has 1 to 9 digits, written as a
  /// count writes it.
  private static func number(in id: Span<UInt8>, from start: Int) -> Int? {
    let length = id.count - start
    guard length > 0, length <= 9, length == 1 || id[start] != Ascii.zero else { return nil }
    var number = 0
    for position in start..<id.count {
      let digit = Ascii.digit(id[position])
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
