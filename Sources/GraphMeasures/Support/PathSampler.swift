internal import GraphStructure

/// Draws shortest paths between two nodes, each path as likely as any other.
///
/// Two searches approach each other, one from each end, level by level; always the one goes on
/// that has fewer arcs to look at. They meet in nodes that lie at one distance from the source, and
/// every shortest path passes exactly one of these.
///
/// - SeeAlso: M. Borassi, E. Natale. KADABRA is an adaptive algorithm for betweenness via random
///   approximation. ACM Journal of Experimental Algorithmics 24, 2019.
struct PathSampler<Count: PathCount>: Sendable {
  private let outgoing: Arcs
  private let incoming: Arcs
  /// The level of each node plus 1.
  ///
  /// It is counted from the source, with a minus from the target; 0 for nodes not seen. No node is
  /// seen from both ends but those where the searches meet.
  private var marks: [Int32]
  /// The number of shortest paths to each node from the end that it is seen from.
  private var counts: [Count]
  /// The same from the other end, for meeting nodes.
  private var meetCounts: [Count]
  private var meetings: [UInt32] = []
  private var fromSource = Side(sign: 1)
  private var fromTarget = Side(sign: -1)
  /// All nodes seen from each end, level by level.
  private var sourceQueue: [UInt32]
  private var targetQueue: [UInt32]

  /// The mark of nodes where the searches meet.
  private static var meeting: Int32 { .max }

  /// Creates the working memory.
  ///
  /// - Parameters:
  ///   - outgoing: The arcs, without self loops and parallel arcs.
  ///   - incoming: The same arcs turned round.
  init(_ outgoing: Arcs, reversed incoming: Arcs) {
    self.outgoing = outgoing
    self.incoming = incoming
    let nodeCount = outgoing.nodeCount
    marks = [Int32](repeating: 0, count: nodeCount)
    counts = [Count](repeating: Count(0), count: nodeCount)
    meetCounts = counts
    sourceQueue = [UInt32](repeating: 0, count: nodeCount)
    targetQueue = sourceQueue
  }

  /// Draws one of the shortest paths between two nodes.
  ///
  /// - Parameters:
  ///   - source: Where it begins.
  ///   - target: Where it ends, another node.
  ///   - generator: Where chance comes from.
  ///   - path: Takes the nodes between the two; none where there is no path.
  /// - Returns: False where there are too many paths to be counted; then no path was drawn.
  mutating func draw(
    from source: Int, to target: Int, using generator: inout RandomBits, into path: inout [UInt32]
  ) -> Bool {
    fromSource.start(withArcs: outgoing.degree(of: source))
    fromTarget.start(withArcs: incoming.degree(of: target))
    sourceQueue[0] = UInt32(truncatingIfNeeded: source)
    targetQueue[0] = UInt32(truncatingIfNeeded: target)
    (marks[source], counts[source]) = (fromSource.sign, Count(1))
    (marks[target], counts[target]) = (fromTarget.sign, Count(1))
    defer {
      Self.clear(&marks, at: sourceQueue, count: fromSource.count)
      Self.clear(&marks, at: targetQueue, count: fromTarget.count)
      meetings.removeAll(keepingCapacity: true)
    }
    while meetings.isEmpty {
      let isForward = fromSource.arcCount <= fromTarget.arcCount
      let isSound =
        isForward
        ? Self.advance(
          &fromSource, outgoing, &sourceQueue, &marks, &counts, &meetCounts, &meetings)
        : Self.advance(
          &fromTarget, incoming, &targetQueue, &marks, &counts, &meetCounts, &meetings)
      guard isSound else { return false }
      guard meetings.isEmpty else {
        choosePath(isForward, &generator, &path)
        return true
      }
      if isForward ? fromSource.isExhausted : fromTarget.isExhausted { return true }
    }
    return true
  }

  private static func clear(_ marks: inout [Int32], at queue: [UInt32], count: Int) {
    var marks = marks.mutableSpan
    let queue = queue.span
    for position in 0..<count { marks[Int(queue[position])] = 0 }
  }

  /// Takes one search a level farther.
  ///
  /// - Returns: False where a count is too large.
  private static func advance(
    _ side: inout Side, _ arcs: Arcs, _ queue: inout [UInt32], _ marks: inout [Int32],
    _ counts: inout [Count], _ meetCounts: inout [Count], _ meetings: inout [UInt32]
  ) -> Bool {
    let offsets = arcs.offsets.span
    let ends = arcs.ends.span
    var queue = queue.mutableSpan
    var marks = marks.mutableSpan
    var counts = counts.mutableSpan
    var meetCounts = meetCounts.mutableSpan
    let mark = side.mark + side.sign
    var tail = side.count
    var hasMet = false
    for position in side.level {
      let node = Int(queue[position])
      let count = counts[node]
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        let found = marks[end]
        if found == 0 {
          // Once the searches have met, only meeting nodes matter.
          if hasMet { continue }
          marks[end] = mark
          counts[end] = count
          queue[tail] = ends[arc]
          tail += 1
        } else if found == mark {
          counts[end] += count
        } else if found == meeting {
          meetCounts[end] += count
        } else if (found ^ mark) < 0 {
          hasMet = true
          marks[end] = meeting
          meetCounts[end] = count
          meetings.append(ends[arc])
        }
      }
    }
    let level = side.count..<tail
    side.level = level
    side.count = tail
    side.mark = mark
    guard !hasMet else { return true }
    var arcCount = 0
    var isSound = true
    for position in level {
      let node = Int(queue[position])
      arcCount += offsets[node + 1] - offsets[node]
      if counts[node].isTooLargeToMultiply { isSound = false }
    }
    side.arcCount = arcCount
    return isSound
  }

  /// Chooses one of all shortest paths, each as likely.
  ///
  /// - Parameters:
  ///   - isForward: Whether the search from the source has met the other.
  ///   - generator: Where chance comes from.
  ///   - path: Takes the nodes between source and target.
  private func choosePath(
    _ isForward: Bool, _ generator: inout RandomBits, _ path: inout [UInt32]
  ) {
    var total = Count(0)
    for node in meetings { total += meetCounts[Int(node)] * counts[Int(node)] }
    var rest = generator.nextUnit()
    var chosen = 0
    for node in meetings.map({ Int($0) }) {
      chosen = node
      rest -= (meetCounts[node] * counts[node]) / total
      if rest < 0 { break }
    }
    let (met, other) = isForward ? (fromSource, fromTarget) : (fromTarget, fromSource)
    // At its end the other search has not begun.
    if other.mark != other.sign { path.append(UInt32(truncatingIfNeeded: chosen)) }
    walk(
      from: chosen, meetCounts[chosen], met, isForward ? incoming : outgoing, &generator, &path)
    walk(from: chosen, counts[chosen], other, isForward ? outgoing : incoming, &generator, &path)
  }

  /// Walks from a meeting node back to the end that one search began at.
  private func walk(
    from start: Int, _ startCount: Count, _ side: Side, _ arcs: Arcs,
    _ generator: inout RandomBits, _ path: inout [UInt32]
  ) {
    let offsets = arcs.offsets.span
    let ends = arcs.ends.span
    let marks = marks.span
    let counts = counts.span
    var (node, count) = (start, startCount)
    var mark = side.mark - side.sign
    while mark != 0 && mark != side.sign {
      var rest = generator.nextUnit()
      var chosen = node
      for arc in offsets[node]..<offsets[node + 1] where marks[Int(ends[arc])] == mark {
        chosen = Int(ends[arc])
        rest -= counts[chosen] / count
        if rest < 0 { break }
      }
      path.append(UInt32(truncatingIfNeeded: chosen))
      (node, count) = (chosen, counts[chosen])
      mark -= side.sign
    }
  }
}

/// How far one of two searches that approach each other has come.
private struct Side: Sendable {
  /// 1 where levels are counted from the source, −1 from the target.
  let sign: Int32
  /// The number of nodes seen.
  var count = 0
  /// The positions of the last level in the queue.
  var level = 0..<0
  /// The mark of the last level.
  var mark: Int32 = 0
  /// The number of arcs that lead on from the last level.
  var arcCount = 0

  var isExhausted: Bool { level.isEmpty }

  init(sign: Int32) {
    self.sign = sign
  }

  mutating func start(withArcs arcCount: Int) {
    self.arcCount = arcCount
    (count, level, mark) = (1, 0..<1, sign)
  }
}
