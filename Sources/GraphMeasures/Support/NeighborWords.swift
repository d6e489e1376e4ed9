// Rows of neighbors as sets of 64 places at a time.
//
// Where nodes that know each other have near numbers, a row of 16 ends is one or two words: one
// operation on a word does the work of many arcs. In groups who all know each other most members
// have the same row, and whoever has the same row, the place itself included, reaches the same
// nodes within any number of steps, so one search serves them all.

/// Neighbors among 64 places that follow one another.
struct NeighborWord: BitwiseCopyable, Sendable, Equatable {
  /// Which 64 places: the first of them over 64.
  var index: UInt32
  /// Which of these places, one bit each.
  var members: UInt64
}

/// The neighbors of every place and the place itself, ascending, 64 places at a time.
struct NeighborWords: Sendable {
  /// The node at each place.
  let nodes: [UInt32]

  /// Where the words of each place begin, and after the last place where they all end.
  let offsets: [Int]

  /// The words of all places.
  let words: [NeighborWord]

  var nodeCount: Int { nodes.count }

  /// Gathers neighbors; fails unless places put them so near each other that there are at most a
  /// quarter as many words as arcs.
  ///
  /// - Parameters:
  ///   - arcs: The arcs, their rows ascending.
  ///   - nodes: The node at each place.
  init?(_ arcs: Arcs, nodes: [UInt32]) {
    guard arcs.haveNearEnds(inBlocksOf: 64, endsPerBlock: 4) else { return nil }
    var words: [NeighborWord] = []
    let limit = arcs.ends.count / 4
    // The word of the place itself may not be among those of its arcs.
    words.reserveCapacity(limit + 2 * nodes.count)
    var wordOffsets = [Int](repeating: 0, count: nodes.count + 1)
    let (offsets, ends) = (arcs.offsets.span, arcs.ends.span)
    for place in 0..<arcs.nodeCount {
      let itself = NeighborWord(
        index: UInt32(truncatingIfNeeded: place >> 6), members: 1 << (place & 63))
      var word = NeighborWord(index: itself.index, members: 0)
      var needsItself = true
      for arc in offsets[place]..<offsets[place + 1] {
        let index = ends[arc] >> 6
        if index != word.index {
          if needsItself, index > itself.index {
            // All before it lie before the place, or with it.
            if word.index != itself.index, word.members != 0 { words.append(word) }
            if word.index != itself.index { word = NeighborWord(index: itself.index, members: 0) }
            word.members |= itself.members
            needsItself = false
          }
          if word.members != 0 { words.append(word) }
          word = NeighborWord(index: index, members: 0)
        }
        word.members |= 1 << UInt64(ends[arc] & 63)
      }
      if needsItself {
        if word.index != itself.index {
          words.append(word)
          word = NeighborWord(index: itself.index, members: 0)
        }
        word.members |= itself.members
      }
      words.append(word)
      guard words.count <= limit + place + 1 else { return nil }
      wordOffsets[place + 1] = words.count
    }
    self.nodes = nodes
    self.words = words
    self.offsets = wordOffsets
  }
}

extension NeighborWords {
  /// Returns the sources that have to be searched from.
  ///
  /// - Returns: Places of different rows, ascending, and for every place which of them has the same
  ///   row. A few may have the same as another, as only the last of them that begin alike are
  ///   compared.
  /// - Complexity: O(*n* + *m*).
  func differentSources() -> (sources: [UInt32], sourceOfPlace: [UInt32]) {
    var sources: [UInt32] = []
    var sourceOfPlace: [UInt32] = []
    sourceOfPlace.reserveCapacity(nodeCount)
    // Sources whose rows begin with the same place, last first.
    var last = [Int32](repeating: -1, count: nodeCount)
    var before: [Int32] = []
    let (offsets, words) = (offsets.span, words.span)
    for place in 0..<nodeCount {
      let row = offsets[place]..<offsets[place + 1]
      let start = words[row.lowerBound]
      let first = Int(start.index) << 6 + start.members.trailingZeroBitCount
      var candidate = last[first]
      var comparisons = 0
      while candidate >= 0 {
        let other = Int(sources[Int(candidate)])
        let otherRow = offsets[other]..<offsets[other + 1]
        var length = otherRow.count == row.count ? 0 : row.count + 1
        while length < row.count,
          words[row.lowerBound + length] == words[otherRow.lowerBound + length]
        { length += 1 }
        if length == row.count { break }
        comparisons += 1
        candidate = comparisons < Self.greatestComparisons ? before[Int(candidate)] : -1
      }
      if candidate < 0 {
        candidate = Int32(truncatingIfNeeded: sources.count)
        sources.append(UInt32(truncatingIfNeeded: place))
        before.append(last[first])
        last[first] = candidate
      }
      sourceOfPlace.append(UInt32(truncatingIfNeeded: candidate))
    }
    return (sources, sourceOfPlace)
  }

  private static let greatestComparisons = 8
}
