internal import GraphStructure

/// The arcs that lead to a node of higher rank; of the two arcs of an edge exactly one does.
///
/// The rank is by degree, then by index: even a node with very many neighbors has few above it.
struct RisingArcs: Sendable {
  /// Where each node's arcs begin, and after the last node where they all end.
  private(set) var offsets: [Int]

  /// The node that each arc leads to.
  private(set) var ends: [UInt32]

  /// What each arc counts; nil where every arc counts 1.
  private(set) var values: [Double]?

  /// How many look-ups from below the nodes before each one take.
  private(set) var workBefore: [Int]

  /// Takes the rising of some arcs.
  ///
  /// - Parameter arcs: The arcs of a simple undirected graph: of every edge both.
  init(_ arcs: Arcs) {
    offsets = [Int](repeating: 0, count: arcs.nodeCount + 1)
    // One place more than edges: every arc is written, but kept only if it rises.
    ends = [UInt32](repeating: 0, count: arcs.ends.count / 2 + 1)
    var kept = [Double](repeating: 0, count: arcs.values == nil ? 0 : ends.count)
    Self.fill(&offsets, &ends, &kept, from: arcs)
    ends.removeLast()
    if arcs.values != nil {
      kept.removeLast()
      values = kept
    }
    workBefore = offsets
    Self.addWork(&workBefore, offsets, ends)
  }

  private static func addWork(_ workBefore: inout [Int], _ offsets: [Int], _ ends: [UInt32]) {
    var workBefore = workBefore.mutableSpan
    let offsets = offsets.span
    let ends = ends.span
    var sum = 0
    for node in 0..<(offsets.count - 1) {
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        sum += offsets[end + 1] - offsets[end]
      }
      workBefore[node + 1] = sum
    }
  }

  private static func fill(
    _ offsets: inout [Int], _ ends: inout [UInt32], _ values: inout [Double], from arcs: Arcs
  ) {
    var offsets = offsets.mutableSpan
    var ends = ends.mutableSpan
    var values = values.mutableSpan
    let allOffsets = arcs.offsets.span
    let allEnds = arcs.ends.span
    var degrees = [UInt32](repeating: 0, count: arcs.nodeCount)
    for node in degrees.indices {
      degrees[node] = UInt32(truncatingIfNeeded: allOffsets[node + 1] - allOffsets[node])
    }
    let degree = degrees.span
    var tail = 0
    for node in degree.indices {
      let own = UInt64(degree[node]) << 32 | UInt64(node)
      for arc in allOffsets[node]..<allOffsets[node + 1] {
        let end = allEnds[arc]
        ends[tail] = end
        if let allValues = arcs.values { values[tail] = allValues[arc] }
        tail += UInt64(degree[Int(end)]) << 32 | UInt64(end) > own ? 1 : 0
      }
      offsets[node + 1] = tail
    }
  }

  /// Cuts nodes into chunks of nearly equal work.
  ///
  /// - Parameters:
  ///   - chunkCount: The number of chunks.
  ///   - workBefore: What the nodes before each one take, and last all of them.
  /// - Returns: Where each chunk begins, and last the number of nodes.
  static func bounds(of chunkCount: Int, _ workBefore: [Int]) -> [Int] {
    let nodeCount = workBefore.count - 1
    return (0...chunkCount).map { chunk in
      guard chunk < chunkCount else { return nodeCount }
      // The first node before which enough is done.
      let wanted = workBefore[nodeCount] / chunkCount * chunk
      var candidates = 0..<nodeCount
      while !candidates.isEmpty {
        let middle = candidates.lowerBound + candidates.count / 2
        candidates =
          workBefore[middle] < wanted
          ? (middle + 1)..<candidates.upperBound : candidates.lowerBound..<middle
      }
      return candidates.lowerBound
    }
  }
}
