internal import GraphStructure

/// One breadth-first search of a whole graph, which turns round where that saves work.
///
/// While few nodes are reached, each new one looks at all its arcs. Once the arcs of the new nodes
/// are many, nodes that are not yet reached look back instead, and stop at the first arc that comes
/// from a node of the level before: in a small world a few arcs a node do.
///
/// - SeeAlso: S. Beamer, K. Asanović, D. Patterson. Direction-optimizing breadth-first search. SC
///   2012.
struct DistanceSearch {
  /// The steps from the source to each node, −1 where no path leads.
  private(set) var distance: [Int32]

  /// Nodes look back while the arcs of new nodes are more than this part of those of unreached
  /// nodes, and while new nodes are more than the other part of all nodes (Beamer's choice).
  private static let (arcPart, nodePart) = (14, 24)

  /// Searches.
  ///
  /// - Parameters:
  ///   - source: Where the search begins.
  ///   - forward: The arcs that are followed.
  ///   - backward: The same arcs by their other ends.
  init(from source: Int, forward: Rows, backward: Rows) {
    distance = [Int32](repeating: -1, count: forward.nodeCount)
    Self.search(source, forward, backward, &distance)
  }

  private static func search(
    _ source: Int, _ forward: Rows, _ backward: Rows, _ distances: inout [Int32]
  ) {
    let count = forward.nodeCount
    let offsets = forward.offsets.span
    let ends = forward.ends.span
    var distance = distances.mutableSpan
    // The nodes of the last level; room for one more, as every end is written before it is kept.
    var levelNodes = [UInt32](repeating: 0, count: count + 1)
    var nextNodes = levelNodes
    var unseen: [UInt32] = []
    levelNodes[0] = UInt32(truncatingIfNeeded: source)
    distance[source] = 0
    var levelCount = 1
    var steps: Int32 = 0
    var unseenArcs = ends.count - (offsets[source + 1] - offsets[source])
    var levelArcs = ends.count - unseenArcs
    var isBackward = false
    while levelCount > 0 {
      steps += 1
      if isBackward ? levelCount * nodePart < count : levelArcs * arcPart > unseenArcs {
        isBackward.toggle()
        if isBackward, unseen.isEmpty {
          for node in 0..<count where distance[node] < 0 {
            unseen.append(UInt32(truncatingIfNeeded: node))
          }
        }
      }
      var nextCount = 0
      if isBackward {
        nextCount = lookBack(&unseen, backward, &distance, &nextNodes, steps)
      } else {
        let level = levelNodes.span
        var next = nextNodes.mutableSpan
        for position in 0..<levelCount {
          let node = Int(level[position])
          for arc in offsets[node]..<offsets[node + 1] {
            let end = ends[arc]
            if distance[Int(end)] < 0 {
              distance[Int(end)] = steps
              next[nextCount] = end
              nextCount += 1
            }
          }
        }
      }
      levelArcs = 0
      for position in 0..<nextCount {
        let node = Int(nextNodes[position])
        levelArcs += offsets[node + 1] - offsets[node]
      }
      unseenArcs -= levelArcs
      levelCount = nextCount
      swap(&levelNodes, &nextNodes)
    }
  }

  /// Lets the nodes that are not yet reached look for one of the level before.
  ///
  /// - Parameters:
  ///   - unseen: All nodes not yet reached, perhaps with some that are; then those not reached now.
  ///   - backward: The arcs that enter each node.
  ///   - distance: The steps to each node so far.
  ///   - next: Takes the nodes that are reached now.
  ///   - steps: How far away these are.
  /// - Returns: How many these are.
  private static func lookBack(
    _ unseen: inout [UInt32], _ backward: Rows, _ distance: inout MutableSpan<Int32>,
    _ next: inout [UInt32], _ steps: Int32
  ) -> Int {
    let offsets = backward.offsets.span
    let ends = backward.ends.span
    var next = next.mutableSpan
    var nextCount = 0
    var keptCount = 0
    do {
      var unseen = unseen.mutableSpan
      for position in unseen.indices {
        let node = unseen[position]
        guard distance[Int(node)] < 0 else { continue }
        var arc = offsets[Int(node)]
        let rowEnd = offsets[Int(node) + 1]
        while arc < rowEnd, distance[Int(ends[arc])] != steps - 1 { arc += 1 }
        if arc < rowEnd {
          // A node reached now is a step too far to be taken for one of the level before.
          distance[Int(node)] = steps
          next[nextCount] = node
          nextCount += 1
        } else {
          unseen[keptCount] = node
          keptCount += 1
        }
      }
    }
    unseen.removeLast(unseen.count - keptCount)
    return nextCount
  }
}
