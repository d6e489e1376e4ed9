internal import NetworkData

/// Numbers actors whose ids are numbers themselves.
enum NumberedNodes {
  /// Replaces ids by positions 0, 1, 2 … in the order of the ids.
  ///
  /// - Parameters:
  ///   - sources: Ids, replaced by positions.
  ///   - targets: Ids, replaced by positions.
  /// - Returns: The distinct ids in order.
  /// - Complexity: O(ids) where the largest is not far above their number, else O(ids · log ids).
  static func makeDense(_ sources: inout [UInt32], _ targets: inout [UInt32]) -> TextColumn {
    guard !sources.isEmpty else { return TextColumn() }
    let largest = max(Self.largest(sources), Self.largest(targets))
    let wordCount = Int(largest) / 64 + 1
    guard wordCount <= 2 * sources.count + 1024 else { return sortIDs(&sources, &targets) }

    var present = [UInt64](repeating: 0, count: wordCount)
    note(sources, in: &present)
    note(targets, in: &present)
    var before = [UInt32](repeating: 0, count: wordCount)
    var count = 0
    for word in 0..<wordCount {
      before[word] = UInt32(count)
      count += present[word].nonzeroBitCount
    }
    if count != Int(largest) + 1 {
      func position(_ id: UInt32) -> UInt32 {
        let lower = present[Int(id >> 6)] & (1 << UInt64(id & 63) - 1)
        return before[Int(id >> 6)] + UInt32(lower.nonzeroBitCount)
      }
      for index in sources.indices { sources[index] = position(sources[index]) }
      for index in targets.indices { targets[index] = position(targets[index]) }
    }
    var texts = NumberTexts(count: count, largest: Int(largest))
    for word in 0..<wordCount {
      var bits = present[word]
      while bits != 0 {
        texts.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return texts.column
  }

  private static func largest(_ ids: [UInt32]) -> UInt32 {
    let ids = ids.span
    var largest: UInt32 = 0
    for index in ids.indices { largest = max(largest, ids[index]) }
    return largest
  }

  /// Sets the bit of every id.
  private static func note(_ ids: [UInt32], in present: inout [UInt64]) {
    let ids = ids.span
    var present = present.mutableSpan
    for index in ids.indices { present[Int(ids[index] >> 6)] |= 1 << UInt64(ids[index] & 63) }
  }

  private static func sortIDs(_ sources: inout [UInt32], _ targets: inout [UInt32]) -> TextColumn {
    var ids = sources + targets
    ids.sort()
    var distinct: [UInt32] = []
    for id in ids where id != distinct.last { distinct.append(id) }
    func position(_ id: UInt32) -> UInt32 {
      var range = 0..<distinct.count
      while range.count > 1 {
        let middle = range.lowerBound + range.count / 2
        range = distinct[middle] <= id ? middle..<range.upperBound : range.lowerBound..<middle
      }
      return UInt32(range.lowerBound)
    }
    for index in sources.indices { sources[index] = position(sources[index]) }
    for index in targets.indices { targets[index] = position(targets[index]) }
    var texts = NumberTexts(count: distinct.count, largest: Int(distinct.last ?? 0))
    for id in distinct { texts.append(Int(id)) }
    return texts.column
  }
}

/// Writes whole numbers into a column, without a `String` each.
private struct NumberTexts {
  private var bytes: [UInt8]
  private var offsets: [Int] = [0]
  private var end = 0

  /// Makes room for some numbers, none above the largest.
  init(count: Int, largest: Int) {
    bytes = [UInt8](repeating: 0, count: count * Self.digitCount(largest))
    offsets.reserveCapacity(count + 1)
  }

  var column: TextColumn { TextColumn(bytes: Array(bytes[..<end]), offsets: offsets) }

  mutating func append(_ number: Int) {
    let start = end
    end += Self.digitCount(number)
    Self.write(number, to: &bytes, start..<end)
    offsets.append(end)
  }

  private static func write(_ number: Int, to bytes: inout [UInt8], _ range: Range<Int>) {
    var bytes = bytes.mutableSpan
    var rest = UInt32(truncatingIfNeeded: number)
    for position in range.reversed() {
      bytes[position] = Ascii.zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private static func digitCount(_ number: Int) -> Int {
    var count = 1
    var power = 10
    while power <= number {
      count += 1
      power *= 10
    }
    return count
  }
}
