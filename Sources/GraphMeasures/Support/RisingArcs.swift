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
  /// - Parameters:
  ///   - arcs: The arcs of a simple undirected graph: of every edge both.
  ///   - execution: How many threads work at once.
  init(_ arcs: Arcs, _ execution: Execution) {
    let degrees = arcs.degrees
    // Every part fills columns of its own, as where they come to stand is known only then.
    let parts = Self.parts(of: arcs, execution) { Self.part($0, of: arcs, degrees) }
    offsets = [0]
    offsets.reserveCapacity(arcs.nodeCount + 1)
    for part in parts {
      let start = offsets[offsets.count - 1]
      for end in part.rowEnds { offsets.append(start + end) }
    }
    ends = Self.joined(parts.map(\.ends), execution)
    if arcs.values != nil { values = Self.joined(parts.map(\.values), execution) }
    let (offsets, ends) = (offsets, ends)
    let work = Self.parts(of: arcs, execution) { Self.work(of: $0, offsets, ends) }
    workBefore = [0]
    workBefore.reserveCapacity(arcs.nodeCount + 1)
    var sum = 0
    for part in work {
      for lookups in part {
        sum += lookups
        workBefore.append(sum)
      }
    }
  }

  /// How many rising arcs each node of a simple undirected graph has.
  static func counts(_ arcs: Arcs, _ execution: Execution) -> [UInt32] {
    let degrees = arcs.degrees
    let counts = parts(of: arcs, execution) { nodes in
      let (offsets, ends, degree) = (arcs.offsets.span, arcs.ends.span, degrees.span)
      return nodes.map { node in
        let own = UInt64(degree[node]) << 32 | UInt64(node)
        var count: UInt32 = 0
        for arc in offsets[node]..<offsets[node + 1] {
          let end = ends[arc]
          count += UInt64(degree[Int(end)]) << 32 | UInt64(end) > own ? 1 : 0
        }
        return count
      }
    }
    return joined(counts, execution)
  }

  /// Some nodes' rising arcs.
  private struct Part: Sendable {
    var rowEnds: [Int]
    var ends: [UInt32]
    var values: [Double]
  }

  private static func part(_ nodes: Range<Int>, of arcs: Arcs, _ degrees: [UInt32]) -> Part {
    let (allOffsets, allEnds) = (arcs.offsets.span, arcs.ends.span)
    let degree = degrees.span
    // One place more than arcs: every arc is written, but kept only if it rises.
    let limit = allOffsets[nodes.upperBound] - allOffsets[nodes.lowerBound] + 1
    var rowEnds: [Int] = []
    var ends = [UInt32](repeating: 0, count: limit)
    var values = [Double](repeating: 0, count: arcs.values == nil ? 0 : limit)
    rowEnds.reserveCapacity(nodes.count)
    var tail = 0
    do {
      var kept = ends.mutableSpan
      var keptValues = values.mutableSpan
      for node in nodes {
        let own = UInt64(degree[node]) << 32 | UInt64(node)
        for arc in allOffsets[node]..<allOffsets[node + 1] {
          let end = allEnds[arc]
          kept[tail] = end
          if let allValues = arcs.values { keptValues[tail] = allValues[arc] }
          tail += UInt64(degree[Int(end)]) << 32 | UInt64(end) > own ? 1 : 0
        }
        rowEnds.append(tail)
      }
    }
    ends.removeLast(limit - tail)
    if arcs.values != nil { values.removeLast(limit - tail) }
    return Part(rowEnds: rowEnds, ends: ends, values: values)
  }

  /// Returns how many look-ups from below each of some nodes takes.
  private static func work(of nodes: Range<Int>, _ offsets: [Int], _ ends: [UInt32]) -> [Int] {
    let (offsets, ends) = (offsets.span, ends.span)
    return nodes.map { node in
      var sum = 0
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        sum += offsets[end + 1] - offsets[end]
      }
      return sum
    }
  }

  /// Works on unbroken parts of the nodes, of nearly equal numbers of arcs, one a thread.
  static func parts<Result: Sendable>(
    of arcs: Arcs, _ execution: Execution, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let bounds = bounds(of: execution.threads, arcs.offsets)
    return execution.unstoppable.map(execution.threads, chunkSize: 1, makeScratch: {}) { part, _ in
      work(bounds[part]..<bounds[part + 1])
    }
  }

  /// Returns columns as one.
  private static func joined<Element: BitwiseCopyable & Sendable>(
    _ columns: [[Element]], _ execution: Execution
  ) -> [Element] {
    guard columns.count > 1 else { return columns[0] }
    var starts = [0]
    for column in columns { starts.append(starts[starts.count - 1] + column.count) }
    return [Element](filling: starts[columns.count]) { [starts] joined in
      execution.forEachPart(of: columns.count) { joined.fill(from: starts[$0], with: columns[$0]) }
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

extension Arcs {
  /// The number of arcs of each node.
  var degrees: [UInt32] {
    let offsets = offsets.span
    return (0..<nodeCount).map { UInt32(truncatingIfNeeded: offsets[$0 + 1] - offsets[$0]) }
  }
}
