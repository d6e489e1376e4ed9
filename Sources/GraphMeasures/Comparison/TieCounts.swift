internal import GraphStructure

/// Two networks with ties that all count the same, laid out so that one can be counted along the
/// other in a random order.
///
/// One matrix is a list of its ties, row by row, the other a table of bits: where it has as few as
/// a few hundred nodes it fits the nearest cache, and a tie costs two or three steps.
struct TieCounts: Sendable {
  private let nodeCount: Int
  private let offsets: [Int]
  private let ends: [UInt32]
  private let words: Int
  private let bits: [UInt64]

  /// Lays out two networks.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - listed: Which pairs of the first count, row by row.
  ///   - table: Which pairs of the second count.
  ///   - halved: Whether both are symmetric, so that only pairs below the diagonal are listed.
  init(nodeCount: Int, listed: [Bool], table: [Bool], halved: Bool) {
    self.nodeCount = nodeCount
    var offsets = [0]
    var ends: [UInt32] = []
    words = (nodeCount + 63) / 64
    var bits = [UInt64](repeating: 0, count: nodeCount * words)
    for row in 0..<nodeCount {
      for column in 0..<nodeCount where column != row {
        let place = row * nodeCount + column
        if listed[place], !halved || column < row { ends.append(UInt32(column)) }
        if table[place] { bits[row * words + column / 64] |= 1 << UInt64(column % 64) }
      }
      offsets.append(ends.count)
    }
    (self.offsets, self.ends, self.bits) = (offsets, ends, bits)
  }

  /// Returns how many listed pairs lie on pairs of the table, once rows and columns of the list are
  /// put in another order.
  func count(in order: [UInt32]) -> Int {
    precondition(order.count == nodeCount, "an order of all nodes")
    return unsafe order.withUnsafeBufferPointer { order in
      unsafe offsets.withUnsafeBufferPointer { offsets in
        unsafe ends.withUnsafeBufferPointer { ends in
          unsafe bits.withUnsafeBufferPointer { bits in
            var count: UInt64 = 0
            for row in 0..<nodeCount {
              let base = unsafe Int(order[row]) &* words
              for arc in unsafe offsets[row]..<offsets[row + 1] {
                let end = unsafe order[Int(ends[arc])]
                let word = unsafe bits[base &+ Int(end &>> 6)]
                count &+= (word &>> UInt64(end & 63)) & 1
              }
            }
            return Int(count)
          }
        }
      }
    }
  }
}
