public import GraphStructure

/// Communities that together hold every node once.
///
/// Communities are numbered from 0 in the order of their smallest nodes, so that two equal ways to
/// divide the nodes are equal values.
public struct Partition: Sendable, Equatable {
  /// The community of each node.
  public let labels: [Int]

  /// The number of nodes of each community, at least 1.
  public let sizes: [Int]

  /// The number of communities.
  public var count: Int { sizes.count }

  /// Creates a partition from a name of the community of each node.
  ///
  /// - Parameter names: For each node any value; nodes with equal values are together.
  /// - Complexity: O(*n*).
  public init<Name: Hashable>(_ names: [Name]) {
    var labelOfName: [Name: Int] = [:]
    self.init(
      ordered: names.map { name in
        let label = labelOfName[name] ?? labelOfName.count
        labelOfName[name] = label
        return label
      }, count: labelOfName.count)
  }

  /// Creates a partition from labels below the number of nodes.
  ///
  /// - Parameter labels: For each node a number, in any order and with gaps.
  init(numbering labels: [UInt32]) {
    var ordered = labels
    let count = Self.number(&ordered)
    self.init(ordered: ordered.map { Int($0) }, count: count)
  }

  /// Creates a partition from labels that are numbered by smallest nodes already.
  private init(ordered labels: [Int], count: Int) {
    self.labels = labels
    var sizes = [Int](repeating: 0, count: count)
    for label in labels { sizes[label] += 1 }
    self.sizes = sizes
  }

  /// Numbers communities from 0 in the order of their smallest nodes.
  ///
  /// - Parameter labels: For each node a number below the number of nodes; changed.
  /// - Returns: The number of communities.
  static func number(_ labels: inout [UInt32]) -> Int {
    var newLabels = [UInt32](repeating: .max, count: labels.count)
    var newLabel = newLabels.mutableSpan
    var label = labels.mutableSpan
    var count = 0
    for node in label.indices {
      let old = Int(label[node])
      if newLabel[old] == .max {
        newLabel[old] = UInt32(truncatingIfNeeded: count)
        count += 1
      }
      label[node] = newLabel[old]
    }
    return count
  }

  /// Returns the nodes of one community.
  ///
  /// - Parameter community: A community, 0..<``count``.
  /// - Returns: Its nodes, ascending.
  /// - Complexity: O(*n*).
  public func nodes(of community: Int) -> [Graph.Node] {
    labels.indices.filter { labels[$0] == community }
  }

  /// The nodes of all communities, each ascending.
  ///
  /// - Complexity: O(*n*).
  public var members: [[Graph.Node]] {
    var members = sizes.map { size -> [Graph.Node] in
      var nodes: [Graph.Node] = []
      nodes.reserveCapacity(size)
      return nodes
    }
    for node in labels.indices { members[labels[node]].append(node) }
    return members
  }
}
