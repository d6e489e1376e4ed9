internal import GraphStructure

/// Ties between neighbors, and what leads around each of them over a third node.
struct ThirdParties: Sendable {
  /// The neighbors of every node, each once, with what both arcs of a pair count together.
  let arcs: Arcs

  /// What all ties of each node count together.
  let sum: [Double]

  /// What the strongest tie of each node counts.
  let largest: [Double]

  /// How many look-ups make a chunk at least, and so many for each edge, since a chunk has a sum an
  /// edge of its own.
  private static let lookupsPerChunk = 1 << 20
  private static let lookupsPerEdge = 8

  init(_ arcs: Arcs) {
    self.arcs = arcs
    guard let values = arcs.values else {
      sum = (0..<arcs.nodeCount).map { Double(arcs.degree(of: $0)) }
      largest = sum.map { min($0, 1) }
      return
    }
    let rows = (0..<arcs.nodeCount).map { values[arcs.offsets[$0]..<arcs.offsets[$0 + 1]] }
    sum = rows.map { $0.reduce(0, +) }
    largest = rows.map { $0.max() ?? 0 }
  }

  /// Adds up something over the ties of every node.
  ///
  /// What leads from *u* to *v* over third nodes *w* is Σ *a*(*u*, *w*) *a*(*w*, *v*) *f*(*w*): the
  /// same both ways. So it is found once an edge, from triangles, each of which is found once: that
  /// takes a fraction of looking at all pairs of neighbors of every node.
  ///
  /// - Parameters:
  ///   - factor: The factor *f* of each node.
  ///   - execution: Threads and cancellation.
  ///   - term: What a tie adds at a node, given what it counts, what leads around it, the node and
  ///     the contact.
  /// - Returns: The sum of each node.
  /// - Complexity: O(*m* · √*m*).
  func sums(
    factor: [Double], _ execution: Execution,
    term: (_ value: Double, _ around: Double, _ node: Int, _ contact: Int) -> Double
  ) -> [Double] {
    let rising = RisingArcs(arcs, execution)
    let least = Self.lookupsPerChunk + Self.lookupsPerEdge * rising.ends.count
    let chunkCount = min(16, rising.workBefore[arcs.nodeCount] / least + 1)
    let bounds = RisingArcs.bounds(of: chunkCount, rising.workBefore)
    // The cut does not depend on the threads, so neither does the order of adding.
    let around = execution.reduceChunks(
      of: chunkCount, chunkSize: 1, into: [Double](repeating: 0, count: rising.ends.count),
      makeScratch: { [Int](repeating: -1, count: arcs.nodeCount) },
      work: { chunk, arcTo in
        rising.around(bounds[chunk.lowerBound]..<bounds[chunk.upperBound], factor, &arcTo)
      },
      merge: { total, part in
        var total = total.mutableSpan
        let part = part.span
        for arc in part.indices { total[arc] += part[arc] }
      })
    var sums = [Double](repeating: 0, count: arcs.nodeCount)
    for node in sums.indices {
      for arc in rising.offsets[node]..<rising.offsets[node + 1] {
        let contact = Int(rising.ends[arc])
        let value = rising.values?[arc] ?? 1
        sums[node] += term(value, around[arc], node, contact)
        sums[contact] += term(value, around[arc], contact, node)
      }
    }
    return sums
  }
}

extension RisingArcs {
  /// Returns for every rising arc what leads around it over third nodes, in the triangles whose
  /// lowest corner is in a range.
  ///
  /// - Parameters:
  ///   - range: Nodes.
  ///   - factor: What passing each node is multiplied by.
  ///   - arcTo: A place a node, all −1; so it is left.
  /// - Returns: A sum an arc.
  fileprivate func around(
    _ range: Range<Int>, _ factor: [Double], _ arcTo: inout [Int]
  ) -> [Double] {
    var around = [Double](repeating: 0, count: ends.count)
    addAround(range, factor, &arcTo, &around)
    return around
  }

  private func addAround(
    _ range: Range<Int>, _ factor: [Double], _ arcTo: inout [Int], _ around: inout [Double]
  ) {
    let offsets = offsets.span
    let ends = ends.span
    let factor = factor.span
    let values = values ?? []
    let hasValues = !values.isEmpty
    var arcTo = arcTo.mutableSpan
    var around = around.mutableSpan
    for low in range {
      let row = offsets[low]..<offsets[low + 1]
      guard row.count > 1 else { continue }
      for arc in row { arcTo[Int(ends[arc])] = arc }
      for toMiddle in row {
        let middle = Int(ends[toMiddle])
        var aroundMiddle = 0.0
        for onward in offsets[middle]..<offsets[middle + 1] {
          let upper = Int(ends[onward])
          let toUpper = arcTo[upper]
          guard toUpper >= 0 else { continue }
          if hasValues {
            let (first, second, third) = (values[toMiddle], values[toUpper], values[onward])
            aroundMiddle += second * third * factor[upper]
            around[toUpper] += first * third * factor[middle]
            around[onward] += first * second * factor[low]
          } else {
            aroundMiddle += factor[upper]
            around[toUpper] += factor[middle]
            around[onward] += factor[low]
          }
        }
        around[toMiddle] += aroundMiddle
      }
      for arc in row { arcTo[Int(ends[arc])] = -1 }
    }
  }
}
