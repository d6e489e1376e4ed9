internal import GraphStructure

extension OrderedArcs {
  /// Returns the forward arcs with places numbered anew so that neighbors have near numbers, and the
  /// node at each place.
  ///
  /// Every 64 places that follow one another are those nearest to the first of them that were left.
  ///
  /// - Complexity: O(*n* + *m*).
  func inBlocks() -> (arcs: Arcs, nodes: [UInt32]) {
    let order = Self.blocks(forward)
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() {
      places[Int(node)] = UInt32(truncatingIfNeeded: place)
    }
    return (Self.renumbered(backward, order, places), order.map { nodes[Int($0)] })
  }

  private static func blocks(_ arcs: Arcs) -> [UInt32] {
    let (offsets, ends) = (arcs.offsets.span, arcs.ends.span)
    var order = [UInt32](repeating: 0, count: arcs.nodeCount)
    var isTaken = [Bool](repeating: false, count: arcs.nodeCount)
    var tail = 0
    for root in 0..<arcs.nodeCount where !isTaken[root] {
      var head = tail
      let blockEnd = (tail / 64 + 1) * 64
      order[tail] = UInt32(truncatingIfNeeded: root)
      isTaken[root] = true
      tail += 1
      while head < tail, tail < blockEnd {
        let node = Int(order[head])
        head += 1
        for arc in offsets[node]..<offsets[node + 1]
        where tail < blockEnd && !isTaken[Int(ends[arc])] {
          order[tail] = ends[arc]
          isTaken[Int(ends[arc])] = true
          tail += 1
        }
      }
    }
    return order
  }
}
