public import GraphStructure

/// How many nodes each node can reach within 1, 2, … steps.
public struct Reach: Sendable, Equatable {
  /// The greatest number of steps that was looked at.
  public let limit: Int

  /// The counts, ``limit`` of them a node: entry *node* · `limit` + *steps* − 1.
  public let counts: [Int]

  /// The number of other nodes that a node reaches within some steps.
  ///
  /// - Parameters:
  ///   - node: A node.
  ///   - steps: A number of steps, 1…``limit``.
  public subscript(node: Graph.Node, within steps: Int) -> Int {
    precondition(steps >= 1 && steps <= limit, "\(steps) steps are not in 1…\(limit)")
    return counts[node * limit + steps - 1]
  }

  /// Returns the number of other nodes within some steps for every node, indexed by node.
  ///
  /// - Parameter steps: A number of steps, 1…``limit``.
  /// - Returns: The counts.
  public func counts(within steps: Int) -> [Int] {
    precondition(steps >= 1 && steps <= limit, "\(steps) steps are not in 1…\(limit)")
    return stride(from: steps - 1, to: counts.count, by: limit).map { counts[$0] }
  }
}

/// How many nodes of each class each node can reach within 1, 2, … steps.
public struct ClassReach: Sendable, Equatable {
  /// The greatest number of steps that was looked at.
  public let limit: Int

  /// The number of classes.
  public let classCount: Int

  /// The counts: entry (*node* · `limit` + *steps* − 1) · `classCount` + *class*.
  public let counts: [Int]

  /// The number of other nodes of a class that a node reaches within some steps.
  ///
  /// - Parameters:
  ///   - node: A node.
  ///   - steps: A number of steps, 1…``limit``.
  ///   - nodeClass: A class, 0..<``classCount``.
  public subscript(node: Graph.Node, within steps: Int, of nodeClass: Int) -> Int {
    precondition(steps >= 1 && steps <= limit, "\(steps) steps are not in 1…\(limit)")
    precondition(
      nodeClass >= 0 && nodeClass < classCount, "class \(nodeClass) is not in 0..<\(classCount)")
    return counts[(node * limit + steps - 1) * classCount + nodeClass]
  }
}

extension Graph {
  /// Returns how many nodes every node can reach within 1, 2, … steps.
  ///
  /// > *R*ₖ(*u*) = | { *v* ≠ *u* : *d*(*u*, *v*) ≤ *k* } |
  ///
  /// Counts are cumulative: who is reached within two steps includes who is reached within one.
  /// The node itself never counts.
  ///
  /// - Parameters:
  ///   - limit: The greatest number of steps, at least 1.
  ///   - direction: `.outgoing` counts whom *u* reaches, `.incoming` who reaches *u*.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The counts for 1…`limit` steps.
  /// - Complexity: O(Σ arcs of the nodes within `limit` − 1 steps), at most O(*n* (*n* + *m*)).
  public func reach(
    within limit: Int, direction: Direction = .outgoing, execution: Execution = .standard
  ) -> Reach {
    precondition(limit >= 1, "the number of steps must be at least 1")
    let counts = cumulativeCounts(
      within: limit, direction, classes: [Int](repeating: 0, count: nodeCount), classCount: 1,
      execution)
    return Reach(limit: limit, counts: counts)
  }

  /// Returns how many nodes of each class every node can reach within 1, 2, … steps.
  ///
  /// > *R*ₖ(*u*, *c*) = | { *v* ≠ *u* : *v* of class *c*, *d*(*u*, *v*) ≤ *k* } |
  ///
  /// Paths may lead through nodes of any class and through those of none.
  ///
  /// - Parameters:
  ///   - limit: The greatest number of steps, at least 1.
  ///   - classes: The class of each node, numbered from 0; −1 for nodes that are not counted.
  ///   - direction: `.outgoing` counts whom *u* reaches, `.incoming` who reaches *u*.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The counts for 1…`limit` steps and each class from 0 to the greatest given.
  /// - Complexity: As ``reach(within:direction:execution:)``, and O(*n* · `limit` · classes) space.
  public func reach(
    within limit: Int, classes: [Int], direction: Direction = .outgoing,
    execution: Execution = .standard
  ) -> ClassReach {
    precondition(limit >= 1, "the number of steps must be at least 1")
    precondition(classes.count == nodeCount, "there must be a class for each node")
    precondition(classes.allSatisfy { $0 >= -1 }, "classes are numbered from 0, or are -1")
    let classCount = (classes.max() ?? -1) + 1
    let counts = cumulativeCounts(
      within: limit, direction, classes: classes, classCount: classCount, execution)
    return ClassReach(limit: limit, classCount: classCount, counts: counts)
  }
}
