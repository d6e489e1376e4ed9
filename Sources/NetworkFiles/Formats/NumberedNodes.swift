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
    guard let largest = [sources.max(), targets.max()].compactMap({ $0 }).max() else {
      return TextColumn()
    }
    let wordCount = Int(largest) / 64 + 1
    guard wordCount <= 2 * sources.count + 1024 else { return sortIDs(&sources, &targets) }

    var present = [UInt64](repeating: 0, count: wordCount)
    for id in sources { present[Int(id >> 6)] |= 1 << UInt64(id & 63) }
    for id in targets { present[Int(id >> 6)] |= 1 << UInt64(id & 63) }
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
    var builder = NumberTexts(capacity: count)
    for word in 0..<wordCount {
      var bits = present[word]
      while bits != 0 {
        builder.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return builder.column
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
    var builder = NumberTexts(capacity: distinct.count)
    for id in distinct { builder.append(Int(id)) }
    return builder.column
  }
}

/// Writes whole numbers into a column, without a `String` each.
private struct NumberTexts {
  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]

  init(capacity: Int) {
    bytes.reserveCapacity(capacity * 8)
    offsets.reserveCapacity(capacity + 1)
  }

  var column: TextColumn { TextColumn(bytes: bytes, offsets: offsets) }

  mutating func append(_ number: Int) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(Ascii.zero + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    offsets.append(bytes.count)
  }
}
