internal import NetworkData

/// Makes columns of whole numbers.
enum NumberColumn {
  /// Returns numbers as texts, without an object each.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - prefix: What stands in front of each.
  /// - Returns: The texts of 1, 2 … `count`.
  static func counting(to count: Int, prefix: String = "") -> TextColumn {
    let prefix = Array(prefix.utf8)
    var bytes: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
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
    return TextColumn(bytes: bytes, offsets: offsets)
  }
}
