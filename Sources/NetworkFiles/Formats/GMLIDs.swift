internal import NetworkData

/// The numbers by which a GML file calls its nodes.
struct GMLIDs {
  /// The number of nodes.
  private(set) var count = 0

  private var numbers: [Int] = []
  private var lines: [UInt32] = []
  /// Where each number stands; empty as long as they count up from the first one.
  private var positions: [Int: UInt32] = [:]
  private var words = IDIndex()

  /// Adds a node.
  ///
  /// - Returns: The line of an earlier node of that number, nil where there is none.
  mutating func add(_ number: Int, line: Int) -> Int? {
    if let known = position(of: number) { return Int(lines[known]) }
    if positions.isEmpty, let first = numbers.first, number != first + count {
      for (position, number) in numbers.enumerated() { positions[number] = UInt32(position) }
    }
    if !positions.isEmpty { positions[number] = UInt32(count) }
    numbers.append(number)
    lines.append(UInt32(clamping: line))
    count += 1
    return nil
  }

  /// Returns the position of the node of a number, nil where there is none.
  func position(of number: Int) -> Int? {
    guard positions.isEmpty else { return positions[number].map(Int.init) }
    // The difference wraps around where one of them stands for a word.
    guard let first = numbers.first, UInt(bitPattern: number &- first) < UInt(count) else {
      return nil
    }
    return number &- first
  }

  /// Returns the number of a word that stands where a number should, one that no file can hold.
  mutating func number(ofWord word: [UInt8]) -> Int { Int.min + Int(words.add(word[...]).position) }

  /// Returns what a number was in the file.
  func text(of number: Int) -> ArraySlice<UInt8> {
    number < -999_999_999_999_999_999
      ? words.ids.utf8(at: number - Int.min) : Array(String(number).utf8)[...]
  }

  /// The number of a node.
  func number(at position: Int) -> Int { numbers[position] }

  /// The line on which a node has its number.
  func line(at position: Int) -> Int { Int(lines[position]) }

  /// Returns the whole number that a text is, nil for anything else.
  @inline(__always)
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    let isNegative = position < range.upperBound && bytes[position] == UInt8(ascii: "-")
    if isNegative || position < range.upperBound && bytes[position] == UInt8(ascii: "+") {
      position += 1
    }
    guard position < range.upperBound, range.upperBound - position <= 18 else { return nil }
    var number = 0
    while position < range.upperBound {
      let digit = Ascii.digit(bytes[position])
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
      position += 1
    }
    return isNegative ? -number : number
  }
}

/// The edges of a GML file, by the numbers of their ends.
struct GMLEdges {
  private(set) var sources: [Int] = []
  private(set) var targets: [Int] = []
  private(set) var lines: [UInt32] = []
  /// What edges have under `weight` and `value`.
  var weights = TieWeights()

  var count: Int { sources.count }

  mutating func begin(line: Int) { lines.append(UInt32(clamping: line)) }

  mutating func end(_ source: Int, _ target: Int) {
    sources.append(source)
    targets.append(target)
  }
}
