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
    let arcs = Arcs(rows(direction))
    let nodeCount = nodeCount
    var counts = execution.reduceChunks(
      of: nodeCount, chunkSize: Execution.sourcesPerChunk, into: [Int](),
      makeScratch: { BreadthFirstSearch(nodeCount: nodeCount) },
      work: { sources, search in
        var part: [Int] = []
        part.reserveCapacity(sources.count * limit)
        for source in sources {
          search.run(from: source, over: arcs, within: limit)
          for steps in 1...limit {
            part.append(search.countWithin[min(steps, search.eccentricity)] - 1)
          }
        }
        return part
      },
      merge: { $0.append(contentsOf: $1) })
    counts.append(contentsOf: repeatElement(0, count: nodeCount * limit - counts.count))
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
    let arcs = Arcs(rows(direction))
    let nodeCount = nodeCount
    var counts = execution.reduceChunks(
      of: nodeCount, chunkSize: Execution.sourcesPerChunk, into: [Int](),
      makeScratch: { BreadthFirstSearch(nodeCount: nodeCount) },
      work: { sources, search in
        var part = [Int](repeating: 0, count: sources.count * limit * classCount)
        var row = 0
        for source in sources {
          search.run(from: source, over: arcs, within: limit)
          for steps in 1...limit {
            // What lies nearer counts again: copy the row of one step less, then add this level.
            if steps > 1 {
              for index in row..<(row + classCount) { part[index] = part[index - classCount] }
            }
            if steps <= search.eccentricity {
              for position in search.countWithin[steps - 1]..<search.countWithin[steps] {
                let nodeClass = classes[Int(search.queue[position])]
                if nodeClass >= 0 { part[row + nodeClass] += 1 }
              }
            }
            row += classCount
          }
        }
        return part
      },
      merge: { $0.append(contentsOf: $1) })
    counts.append(
      contentsOf: repeatElement(0, count: nodeCount * limit * classCount - counts.count))
    return ClassReach(limit: limit, classCount: classCount, counts: counts)
  }
}
