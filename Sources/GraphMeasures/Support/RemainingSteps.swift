internal import GraphStructure

/// How many steps are left to a target, for the nodes that lie on ways of at most so many steps
/// from a source.
///
/// Two searches grow towards each other, always the one with fewer nodes to look from. Nodes that
/// only the search from the source has met get their steps by going on from the target inside of
/// it. So a question costs what lies between the two, not the size of the graph.
struct RemainingSteps {
  private let forward: Rows
  private let backward: Rows
  private let source: Int
  private let target: Int
  /// Steps from the source and to the target, −1 where not known, −2 at nodes that are not passed.
  private var fromSource: [Int32]
  private var toTarget: [Int32]
  /// The nodes of the last level of each search.
  private var forwardLevel: [UInt32]
  private var backwardLevel: [UInt32]
  private var forwardRadius: Int32 = 0
  private var backwardRadius: Int32 = 0
  /// Nodes beyond the search from the target whose steps hold for the present limit only.
  private var beyond: [UInt32] = []

  init(
    _ graph: Graph, from source: Int, to target: Int, direction: Direction,
    avoiding closed: Set<Int>
  ) {
    forward = graph.rows(direction)
    backward = graph.rows(direction.opposite)
    (self.source, self.target) = (source, target)
    fromSource = [Int32](repeating: -1, count: graph.nodeCount)
    for node in closed { fromSource[node] = -2 }
    toTarget = fromSource
    (fromSource[source], fromSource[target]) = (0, -1)
    (toTarget[source], toTarget[target]) = (-1, 0)
    forwardLevel = [UInt32(truncatingIfNeeded: source)]
    backwardLevel = [UInt32(truncatingIfNeeded: target)]
  }

  /// Whether no way leads from the source to the target, however long.
  var isHopeless: Bool {
    forwardLevel.isEmpty && fromSource[target] < 0
      || backwardLevel.isEmpty && toTarget[source] < 0
  }

  /// Whether the steps of every node from which a way leads to the target are known.
  var isComplete: Bool { backwardLevel.isEmpty }

  /// The steps from a node to the target, nil where no way through it is short enough.
  func steps(from node: Int) -> Int? {
    let steps = toTarget[node]
    return steps < 0 ? nil : Int(steps)
  }

  /// Makes the steps known for every node on a way of at most so many steps.
  mutating func extend(to limit: Int) {
    for node in beyond { toTarget[Int(node)] = -1 }
    beyond.removeAll(keepingCapacity: true)
    while Int(forwardRadius + backwardRadius) < limit, !forwardLevel.isEmpty,
      !backwardLevel.isEmpty
    {
      if forwardLevel.count <= backwardLevel.count {
        forwardRadius += 1
        forwardLevel = Self.nextLevel(forwardLevel, forward, &fromSource, forwardRadius)
      } else {
        backwardRadius += 1
        backwardLevel = Self.nextLevel(backwardLevel, backward, &toTarget, backwardRadius)
      }
    }
    // A node farther from the target than that search went lies within the other one.
    var level = backwardLevel
    var radius = backwardRadius
    while !level.isEmpty, Int(radius) < limit {
      radius += 1
      level = Self.nextLevel(level, backward, &toTarget, radius) { [fromSource] node in
        fromSource[node] >= 0 && Int(fromSource[node] + radius) <= limit
      }
      beyond += level
    }
  }

  private static func nextLevel(
    _ level: [UInt32], _ rows: Rows, _ steps: inout [Int32], _ radius: Int32,
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> [UInt32] {
    let offsets = rows.offsets.span
    let ends = rows.ends.span
    var known = steps.mutableSpan
    var next: [UInt32] = []
    for node in level {
      for arc in offsets[Int(node)]..<offsets[Int(node) + 1] {
        let end = Int(ends[arc])
        if known[end] == -1, isWanted(end) {
          known[end] = radius
          next.append(ends[arc])
        }
      }
    }
    return next
  }
}
