internal import GraphStructure

/// How many steps are left to the nearest target, for the nodes that lie on ways of at most so many steps
/// from a source.
///
/// Two searches grow towards each other, always the one with fewer arcs to look along. Nodes that
/// only the search from the source has met get their steps by going on from the target inside of
/// it. So a question costs what lies between the two, not the size of the graph.
struct RemainingSteps {
  private let forward: Rows
  private let backward: Rows
  private let source: Int
  private let targets: [Int]
  /// The last nodes that a search has met, and how many arcs lead on from them.
  private struct Level {
    var nodes: [UInt32] = []
    var arcCount = 0

    init() {}

    init(_ nodes: [Int], _ rows: Rows) {
      self.nodes = nodes.map { UInt32(truncatingIfNeeded: $0) }
      arcCount = nodes.reduce(0) { $0 + rows.degree(of: $1) }
    }
  }

  /// Steps from the source and to a target, −1 where not known, −2 at nodes that are not passed.
  private var fromSource: [Int32]
  private var toTarget: [Int32]
  /// The nodes of the last level of each search.
  private var forwardLevel: Level
  private var backwardLevel: Level
  /// All nodes that the search from the source had met when it went on from them, and their arcs.
  private var inner = Level()
  private var forwardRadius: Int32 = 0
  private var backwardRadius: Int32 = 0
  /// Nodes beyond the search from the target whose steps hold for the present limit only.
  private var beyond: [UInt32] = []

  init(
    _ graph: Graph, from source: Int, to targets: [Int], direction: Direction,
    avoiding closed: Set<Int>
  ) {
    forward = graph.rows(direction)
    backward = graph.rows(direction.opposite)
    (self.source, self.targets) = (source, targets)
    fromSource = [Int32](repeating: -1, count: graph.nodeCount)
    for node in closed { fromSource[node] = -2 }
    toTarget = fromSource
    fromSource[source] = 0
    toTarget[source] = -1
    for target in targets {
      if target != source { fromSource[target] = -1 }
      toTarget[target] = 0
    }
    forwardLevel = Level([source], forward)
    backwardLevel = Level(targets, backward)
  }

  /// Whether no way leads from the source to the target, however long.
  var isHopeless: Bool {
    forwardLevel.nodes.isEmpty && targets.allSatisfy { fromSource[$0] < 0 }
      || backwardLevel.nodes.isEmpty && toTarget[source] < 0
  }

  /// Whether the steps of every node from which a way leads to the target are known.
  var isComplete: Bool { backwardLevel.nodes.isEmpty }

  /// The steps from a node to the target, nil where no way through it is short enough.
  func steps(from node: Int) -> Int? {
    let steps = toTarget[node]
    return steps < 0 ? nil : Int(steps)
  }

  /// Makes the steps known for every node on a way of at most so many steps.
  mutating func extend(to limit: Int) {
    for node in beyond { toTarget[Int(node)] = -1 }
    beyond.removeAll(keepingCapacity: true)
    while Int(forwardRadius + backwardRadius) < limit, !forwardLevel.nodes.isEmpty,
      !backwardLevel.nodes.isEmpty
    {
      if forwardLevel.arcCount <= backwardLevel.arcCount {
        forwardRadius += 1
        inner.nodes += forwardLevel.nodes
        inner.arcCount += forwardLevel.arcCount
        forwardLevel = Self.nextLevel(forwardLevel, forward, &fromSource, forwardRadius)
      } else {
        backwardRadius += 1
        backwardLevel = Self.nextLevel(backwardLevel, backward, &toTarget, backwardRadius)
      }
    }
    // A node farther from the target than that search went lies within the other one. The first
    // step beyond is taken from whichever side has fewer arcs to look along.
    var level = backwardLevel
    var radius = backwardRadius
    if Int(radius) < limit, inner.arcCount < level.arcCount {
      radius += 1
      level = innerNodes(at: radius, within: limit)
      beyond += level.nodes
    }
    while !level.nodes.isEmpty, Int(radius) < limit {
      radius += 1
      level = Self.nextLevel(level, backward, &toTarget, radius) { [fromSource] node in
        fromSource[node] >= 0 && Int(fromSource[node] + radius) <= limit
      }
      beyond += level.nodes
    }
  }

  /// Gives their steps to the nodes around the source from which an arc leads to the last level of
  /// the search from the target.
  private mutating func innerNodes(at radius: Int32, within limit: Int) -> Level {
    let rows = forward
    let (offsets, ends) = (rows.offsets.span, rows.ends.span)
    var found = Level()
    for index in inner.nodes.indices {
      let node = Int(inner.nodes[index])
      guard toTarget[node] == -1, Int(fromSource[node] + radius) <= limit else { continue }
      for arc in offsets[node]..<offsets[node + 1] where toTarget[Int(ends[arc])] == radius - 1 {
        toTarget[node] = radius
        found.nodes.append(inner.nodes[index])
        break
      }
    }
    return found
  }

  private static func nextLevel(
    _ level: Level, _ rows: Rows, _ steps: inout [Int32], _ radius: Int32,
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> Level {
    let offsets = rows.offsets.span
    let ends = rows.ends.span
    var known = steps.mutableSpan
    var next = Level()
    for node in level.nodes {
      for arc in offsets[Int(node)]..<offsets[Int(node) + 1] {
        let end = Int(ends[arc])
        if known[end] == -1, isWanted(end) {
          known[end] = radius
          next.nodes.append(ends[arc])
          next.arcCount += offsets[end + 1] - offsets[end]
        }
      }
    }
    return next
  }
}
