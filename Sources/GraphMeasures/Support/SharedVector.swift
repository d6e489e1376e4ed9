internal import GraphStructure

/// The numbers of an iteration, a place a node, which all threads read, and change in turn.
///
/// A sweep cuts the places into chunks of a fixed size; whoever works on a chunk changes the places
/// of that chunk only, and reads others only of vectors that the sweep leaves alone.
@safe final class SharedVector<Element: BitwiseCopyable>: @unchecked Sendable {
  let count: Int
  private let base: UnsafeMutablePointer<Element>

  init(repeating element: Element, count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: element, count: count)
  }

  deinit { unsafe base.deallocate() }

  /// Lends the numbers without bounds checks.
  @unsafe @inline(__always)
  var numbers: UnsafeMutablePointer<Element> { unsafe base }

  /// All numbers as they are now.
  var values: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension Execution {
  /// Works on all nodes in chunks and adds up what each chunk returns, in the order of the chunks.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - zero: The sum over no node.
  ///   - work: Works on some nodes and returns their sum.
  ///   - add: Adds the sum of a chunk.
  /// - Returns: The sum; after a cancellation, that of fewer nodes.
  func sweep<Sum: Sendable>(
    _ nodeCount: Int, _ zero: Sum, _ work: @Sendable (Range<Int>) -> Sum,
    add: @Sendable (inout Sum, Sum) -> Void
  ) -> Sum {
    guard nodeCount > Self.rowsPerChunk else { return work(0..<nodeCount) }
    return silent.reduceChunks(
      of: nodeCount, chunkSize: Self.rowsPerChunk, into: zero, makeScratch: {},
      work: { range, _ in work(range) }, merge: add)
  }
}

extension Arcs {
  /// Hands out, row by row, entries of the product of the matrix of arcs with a vector.
  ///
  /// Four sums run side by side, so that no addition waits for the one before.
  ///
  /// - Parameters:
  ///   - rows: Which entries.
  ///   - vector: A number for each node.
  ///   - take: Takes the number of a row, and the sum of value · number over its arcs.
  @unsafe @inline(__always)
  func forEachSum(
    of rows: Range<Int>, _ vector: UnsafePointer<Double>,
    _ take: (_ row: Int, _ sum: Double) -> Void
  ) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= nodeCount)
    unsafe withColumns { offsets, ends in
      if let values {
        let values = values.span
        for row in rows {
          var sum = 0.0
          for arc in unsafe offsets[row]..<offsets[row + 1] {
            unsafe sum += values[arc] * vector[Int(ends[arc])]
          }
          take(row, sum)
        }
      } else {
        for row in rows {
          var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
          var arc = unsafe offsets[row]
          let end = unsafe offsets[row + 1]
          while arc + 4 <= end {
            unsafe first += vector[Int(ends[arc])]
            unsafe second += vector[Int(ends[arc + 1])]
            unsafe third += vector[Int(ends[arc + 2])]
            unsafe fourth += vector[Int(ends[arc + 3])]
            arc += 4
          }
          while arc < end {
            unsafe first += vector[Int(ends[arc])]
            arc += 1
          }
          take(row, (first + second) + (third + fourth))
        }
      }
    }
  }
}
