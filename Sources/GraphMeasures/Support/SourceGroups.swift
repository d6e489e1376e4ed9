extension OrderedArcs {
  /// Returns the places of a component in an order in which sources that follow one another see
  /// almost the same nodes at the same distance.
  ///
  /// Every group begins with the first place left and takes, one by one, the place that shares most
  /// with those in it: common neighbors, each as often as it has arcs, since it passes on as many.
  /// Where some nodes have far more arcs than most, everyone is near them and nothing is gained; there
  /// places follow one another as they are.
  ///
  /// - Parameters:
  ///   - component: Places.
  ///   - size: How many of them make a group.
  /// - Returns: The places, group by group; the last may be smaller.
  /// - Complexity: O(*m*), as rows are short where groups are made.
  func groupedSources(of component: Range<Int>, size: Int) -> [UInt32] {
    let first = component.lowerBound
    guard hasLikeDegrees(component) else {
      return component.map { UInt32(truncatingIfNeeded: $0) }
    }
    var sources: [UInt32] = []
    sources.reserveCapacity(component.count)
    var isTaken = [Bool](repeating: false, count: component.count)
    var shared = [Int32](repeating: 0, count: component.count)
    var touched: [UInt32] = []
    var nextLeft = 0
    while sources.count < component.count {
      if sources.count % size == 0 {
        for place in touched { shared[Int(place)] = 0 }
        touched.removeAll(keepingCapacity: true)
      }
      var best = -1
      for entry in touched {
        let place = Int(entry)
        if isTaken[place] { continue }
        if best < 0 || shared[place] > shared[best]
          || (shared[place] == shared[best] && place < best)
        {
          best = place
        }
      }
      if best < 0 {
        while isTaken[nextLeft] { nextLeft += 1 }
        best = nextLeft
      }
      isTaken[best] = true
      sources.append(UInt32(truncatingIfNeeded: first + best))
      if sources.count % size > 0 { share(with: first + best, first, &shared, &touched) }
    }
    return sources
  }

  /// Whether no place has many arcs, or far more than most.
  private func hasLikeDegrees(_ component: Range<Int>) -> Bool {
    let largest = component.reduce(0) { max($0, backward.degree(of: $1)) }
    let arcCount =
      backward.offsets[component.upperBound] - backward.offsets[component.lowerBound]
    return largest <= 64 && largest * component.count <= 4 * arcCount
  }

  /// Adds what each place has in common with one.
  private func share(
    with place: Int, _ first: Int, _ shared: inout [Int32], _ touched: inout [UInt32]
  ) {
    let (offsets, ends) = (forward.offsets.span, forward.ends.span)
    let (backwardOffsets, backwardEnds) = (backward.offsets.span, backward.ends.span)
    var shared = shared.mutableSpan
    for arc in offsets[place]..<offsets[place + 1] {
      let neighbor = Int(ends[arc])
      let row = backwardOffsets[neighbor]..<backwardOffsets[neighbor + 1]
      let weight = Int32(truncatingIfNeeded: row.count)
      for entry in row {
        let other = Int(backwardEnds[entry]) - first
        if shared[other] == 0 { touched.append(UInt32(truncatingIfNeeded: other)) }
        shared[other] += weight
      }
    }
  }
}
