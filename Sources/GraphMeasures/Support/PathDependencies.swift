// What the pairs of one source contribute to the betweenness of each node or arc, where arcs have
// lengths.
//
// Brandes's algorithm with a list of the last arcs of the shortest paths to each node. The list is
// made in the one pass over all arcs, so counting paths and the way back look at those arcs only.

internal import GraphStructure

/// What the scores of shortest paths belong to.
enum Passed: Sendable {
  /// The nodes between the ends of a path.
  case nodes
  /// The arcs of a path.
  case arcs
}

/// The working memory of one thread: 28 or 32 bytes a node by whole or rounded lengths, and 16 bytes for each arc that is, or was for
/// a while, the last of a shortest path from one source.
@safe final class PathDependencies<Length: PathLength, Count: PathCount> {
  /// An arc that a shortest path to its end ends with.
  private struct LastArc {
    var arc: Int
    var node: UInt32
    /// Another one to the same end, −1 after the last.
    var next: Int32
  }

  private let arcs: OrderedArcs
  private let lengths: [Length]
  private let weights: [Double]
  private let passed: Passed
  private let distance: UnsafeMutablePointer<Length>
  private let firstLastArc: UnsafeMutablePointer<Int32>
  private let pathCount: UnsafeMutablePointer<Count>
  /// At first 0 or, as long as a node has not been taken from the queue, ``untaken``.
  private let dependency: UnsafeMutablePointer<Double>
  /// The reached places, nearest first.
  private let reached: UnsafeMutablePointer<UInt32>
  private var lastArcs: [LastArc] = []
  private var queue: Length.Queue

  private static var untaken: Double { -1 }

  /// - Parameters:
  ///   - arcs: The arcs.
  ///   - lengths: The length of each forward arc.
  ///   - weights: How many nodes each place stands for.
  ///   - passed: What is scored.
  init(_ arcs: OrderedArcs, lengths: [Length], weights: [Double], passed: Passed) {
    self.arcs = arcs
    self.lengths = lengths
    self.weights = weights
    self.passed = passed
    let count = arcs.nodeCount
    unsafe distance = .allocate(capacity: count)
    unsafe distance.initialize(repeating: .farthest, count: count)
    unsafe firstLastArc = .allocate(capacity: count)
    unsafe firstLastArc.initialize(repeating: -1, count: count)
    unsafe pathCount = .allocate(capacity: count)
    unsafe pathCount.initialize(repeating: Count(0), count: count)
    unsafe dependency = .allocate(capacity: count)
    unsafe dependency.initialize(repeating: Self.untaken, count: count)
    unsafe reached = .allocate(capacity: count)
    queue = Length.Queue(longestArc: lengths.max() ?? .zero)
  }

  deinit {
    unsafe distance.deallocate()
    unsafe firstLastArc.deallocate()
    unsafe pathCount.deallocate()
    unsafe dependency.deallocate()
    unsafe reached.deallocate()
  }

  /// Adds the dependencies of a source to scores.
  ///
  /// - Parameters:
  ///   - source: A place.
  ///   - scores: A score for each place or forward arc from a certain one on, those of the
  ///     component included.
  ///   - start: The place or arc of the first score.
  /// - Returns: Whether it has; `false` where path counts are too large and nothing was added.
  func add(from source: Int, to scores: inout [Double], from start: Int) -> Bool {
    let (reachedCount, isRight) = countPaths(from: source)
    if isRight { sumDependencies(reachedCount, to: &scores, from: start) }
    for position in 0..<reachedCount {
      let place = unsafe Int(reached[position])
      unsafe distance[place] = .farthest
      unsafe firstLastArc[place] = -1
      unsafe dependency[place] = Self.untaken
    }
    lastArcs.removeAll(keepingCapacity: true)
    return isRight
  }

  private func countPaths(from source: Int) -> (reachedCount: Int, isRight: Bool) {
    let (distance, firstLastArc, reached) = unsafe (distance, firstLastArc, reached)
    let (pathCount, dependency) = unsafe (pathCount, dependency)
    // Held by this search alone, so that no access asks whether others hold them.
    var queue = queue
    var lastArcs = lastArcs
    swap(&queue, &self.queue)
    swap(&lastArcs, &self.lastArcs)
    var reachedCount = 0
    var isRight = true
    unsafe distance[source] = .zero
    queue.insert(UInt32(truncatingIfNeeded: source), at: .zero)
    unsafe lengths.withUnsafeBufferPointer { lengths in
      unsafe arcs.forward.withColumns { offsets, ends in
        while let (node, nodeDistance) = queue.removeNearest() {
          let place = Int(node)
          // An entry that a shorter path has overtaken is still in the queue.
          if unsafe nodeDistance != distance[place] { continue }
          unsafe reached[reachedCount] = node
          reachedCount += 1
          unsafe dependency[place] = 0
          if Length.isRounded { unsafe dropLongerPaths(to: place, &lastArcs, lengths) }
          var count = Count(place == source ? 1 : 0)
          var next = unsafe firstLastArc[place]
          while next >= 0 {
            let last = lastArcs[Int(next)]
            unsafe count += pathCount[Int(last.node)]
            next = last.next
          }
          unsafe pathCount[place] = count
          if count.isTooLarge { isRight = false }
          for arc in unsafe offsets[place]..<offsets[place + 1] {
            let end = unsafe Int(ends[arc])
            let known = unsafe distance[end]
            let candidate = unsafe nodeDistance + lengths[arc]
            if candidate > known.greatestEqual { continue }
            var next: Int32 = -1
            if candidate < known {
              if known <= candidate.greatestEqual { unsafe next = firstLastArc[end] }
              unsafe distance[end] = candidate
              queue.insert(UInt32(truncatingIfNeeded: end), at: candidate)
            } else {
              if unsafe known == .farthest || dependency[end] == 0 { continue }
              unsafe next = firstLastArc[end]
            }
            unsafe firstLastArc[end] = Int32(truncatingIfNeeded: lastArcs.count)
            lastArcs.append(LastArc(arc: arc, node: node, next: next))
          }
        }
      }
    }
    swap(&queue, &self.queue)
    swap(&lastArcs, &self.lastArcs)
    return (reachedCount, isRight)
  }

  /// Leaves out paths that were as long as the shortest until that became a little shorter.
  @unsafe
  private func dropLongerPaths(
    to place: Int, _ lastArcs: inout [LastArc], _ lengths: UnsafeBufferPointer<Length>
  ) {
    let longest = unsafe distance[place].greatestEqual
    var next = unsafe firstLastArc[place]
    var kept: Int32 = -1
    while next >= 0 {
      let position = next
      let last = lastArcs[Int(position)]
      next = last.next
      if unsafe distance[Int(last.node)] + lengths[last.arc] <= longest {
        lastArcs[Int(position)].next = kept
        kept = position
      }
    }
    unsafe firstLastArc[place] = kept
  }

  /// Passes what depends on each place on to those before it, from the farthest place back.
  private func sumDependencies(_ reachedCount: Int, to scores: inout [Double], from start: Int) {
    guard reachedCount > 1 else { return }
    let (firstLastArc, pathCount, dependency) = unsafe (firstLastArc, pathCount, dependency)
    let sourceWeight = unsafe weights[Int(reached[0])]
    let (columns, arcs) = (weights, lastArcs)
    let (weights, lastArcs) = (columns.span, arcs.span)
    var scores = scores.mutableSpan
    for position in stride(from: reachedCount - 1, to: 0, by: -1) {
      let place = unsafe Int(reached[position])
      let count = unsafe pathCount[place]
      let ending = unsafe weights[place] + dependency[place]
      if passed == .nodes { unsafe scores[place - start] += sourceWeight * dependency[place] }
      var next = unsafe firstLastArc[place]
      while next >= 0 {
        let last = lastArcs[Int(next)]
        let share = unsafe pathCount[Int(last.node)] / count * ending
        unsafe dependency[Int(last.node)] += share
        if passed == .arcs { scores[last.arc - start] += sourceWeight * share }
        next = last.next
      }
    }
  }
}
