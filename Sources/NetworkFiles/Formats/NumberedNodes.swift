internal import GraphStructure
internal import NetworkData

/// Numbers actors whose ids are numbers themselves.
enum NumberedNodes {
  /// Replaces ids by positions 0, 1, 2 … in the order of the ids.
  ///
  /// - Parameters:
  ///   - sources: Ids, replaced by positions.
  ///   - targets: Ids, replaced by positions.
  ///   - execution: How many threads work at once.
  /// - Returns: The distinct ids in order.
  /// - Complexity: O(ids) where the largest is not far above their number, else O(ids · log ids).
  static func makeDense(
    _ sources: inout [UInt32], _ targets: inout [UInt32], _ execution: Execution
  ) -> TextColumn {
    guard !sources.isEmpty else { return TextColumn() }
    let largest = Self.largest(sources, targets, execution)
    let wordCount = Int(largest) / 64 + 1
    guard wordCount <= 2 * sources.count + 1024 else { return sortIDs(&sources, &targets) }

    let present = Self.present(sources, targets, wordCount, execution)
    var before = [UInt32](repeating: 0, count: wordCount)
    var count = 0
    for word in 0..<wordCount {
      before[word] = UInt32(count)
      count += present[word].nonzeroBitCount
    }
    if count != Int(largest) + 1 {
      sources = positions(of: sources, present, before, execution)
      targets = positions(of: targets, present, before, execution)
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

  /// Cuts both columns into parts, one a thread, and returns what is found of each.
  private static func parts<Result: Sendable>(
    _ sources: [UInt32], _ targets: [UInt32], atMost limit: Int = .max, _ execution: Execution,
    _ work: @Sendable (_ sources: Span<UInt32>, _ targets: Span<UInt32>) -> Result
  ) -> [Result] {
    let (count, parts) = (sources.count, max(1, min(execution.threads, limit)))
    guard parts > 1 else { return [work(sources.span, targets.span)] }
    return Execution(threads: parts).map(parts, chunkSize: 1, makeScratch: {}) { part, _ in
      let range = (count * part / parts)..<(count * (part + 1) / parts)
      return work(sources.span.extracting(range), targets.span.extracting(range))
    }
  }

  private static func largest(
    _ sources: [UInt32], _ targets: [UInt32], _ execution: Execution
  ) -> UInt32 {
    parts(sources, targets, execution) { sources, targets in
      var largest: UInt32 = 0
      for index in sources.indices { largest = max(largest, sources[index]) }
      for index in targets.indices { largest = max(largest, targets[index]) }
      return largest
    }.max() ?? 0
  }

  /// Returns a bit for every id: whether it is there.
  private static func present(
    _ sources: [UInt32], _ targets: [UInt32], _ wordCount: Int, _ execution: Execution
  ) -> [UInt64] {
    // The bits of all parts take no more memory than the ids.
    let limit = sources.count / wordCount
    let found = parts(sources, targets, atMost: limit, execution) { sources, targets in
      var words = [UInt64](repeating: 0, count: wordCount)
      var present = words.mutableSpan
      for index in sources.indices {
        present[Int(sources[index] >> 6)] |= 1 << UInt64(sources[index] & 63)
      }
      for index in targets.indices {
        present[Int(targets[index] >> 6)] |= 1 << UInt64(targets[index] & 63)
      }
      return words
    }
    return found.dropFirst().reduce(into: found[0]) { all, part in
      for word in 0..<wordCount { all[word] |= part[word] }
    }
  }

  /// Returns how many ids before each one are there.
  private static func positions(
    of ids: [UInt32], _ present: [UInt64], _ before: [UInt32], _ execution: Execution
  ) -> [UInt32] {
    [UInt32](filling: ids.count) { column in
      execution.forEachPart(of: execution.threads) { part in
        let (ids, present, before) = (ids.span, present.span, before.span)
        let range =
          (ids.count * part / execution.threads)..<(ids.count * (part + 1) / execution.threads)
        for index in range {
          let (word, bit) = (Int(ids[index] >> 6), UInt64(ids[index] & 63))
          let lower = present[word] & (1 << bit - 1)
          column[index] = before[word] + UInt32(truncatingIfNeeded: lower.nonzeroBitCount)
        }
      }
    }
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
