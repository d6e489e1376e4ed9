internal import NetworkData

/// Makes columns of whole numbers.
enum NumberColumn {
  /// Returns numbers as texts, without an object each.
  ///
  /// - Parameter count: How many.
  /// - Returns: The texts of 1, 2 … `count`.
  static func counting(to count: Int) -> TextColumn { counting([("", count)]) }

  /// Returns numbers from 0 on as texts.
  ///
  /// - Parameter count: How many.
  /// - Returns: The texts of 0, 1 … `count` − 1.
  static func countingFromZero(_ count: Int) -> TextColumn {
    guard count > 0 else { return TextColumn() }
    var column = TextColumn(["0"])
    column.append(contentsOf: counting(to: count - 1))
    return column
  }

  /// Returns runs of numbers as texts, one after the other.
  ///
  /// - Parameter runs: What stands in front of each number of a run, and how many there are.
  /// - Returns: The texts of 1, 2 … for each run.
  static func counting(_ runs: [(prefix: String, count: Int)]) -> TextColumn {
    var bytes: [UInt8] = []
    var offsets = [0]
    bytes.reserveCapacity(runs.reduce(0) { $0 + byteCount($1.count, $1.prefix.utf8.count) })
    offsets.reserveCapacity(runs.reduce(1) { $0 + $1.count })
    for run in runs { append(run.count, Array(run.prefix.utf8), to: &bytes, &offsets) }
    return TextColumn(bytes: bytes, offsets: offsets)
  }

  /// How many bytes the numbers up to `count` take, each behind a prefix of some bytes.
  private static func byteCount(_ count: Int, _ prefixLength: Int) -> Int {
    var total = count * prefixLength
    // All numbers have a first digit, those from 10 on a second one, and so on.
    var first = 1
    while first <= count {
      total += count - first + 1
      first *= 10
    }
    return total
  }

  private static func append(
    _ count: Int, _ prefix: [UInt8], to bytes: inout [UInt8], _ offsets: inout [Int]
  ) {
    // The number in decimal, the lowest digit first, counted up as one counts by hand.
    var digits: [UInt8] = [0]
    for _ in 0..<count {
      var place = 0
      while place < digits.count, digits[place] == 9 {
        digits[place] = 0
        place += 1
      }
      if place == digits.count { digits.append(1) } else { digits[place] += 1 }
      bytes.append(contentsOf: prefix)
      for digit in digits.reversed() { bytes.append(Ascii.zero + digit) }
      offsets.append(bytes.count)
    }
  }
}
