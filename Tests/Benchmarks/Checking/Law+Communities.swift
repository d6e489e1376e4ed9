internal import GraphMeasures
internal import GraphStructure

extension Law {
  /// The quality is the modularity by its definition, and every node has a community.
  static let modularityOfDefinition = Law { subject, outcome in
    guard case .communities(let found) = outcome else { return "not communities" }
    let labels = found.partition.labels
    guard labels.count == subject.graph.nodeCount else { return "not a label for each node" }
    var inner = 0
    var degrees: [Int: Int] = [:]
    for node in subject.graph.nodes {
      let ends = subject.graph.successors(of: node)
      inner += ends.count { labels[$0] == labels[node] }
      degrees[labels[node], default: 0] += ends.count
    }
    let all = Double(2 * subject.graph.edgeCount)
    let expected = degrees.values.map { Double($0) / all }.sorted().reduce(0) { $0 + $1 * $1 }
    return mismatch("the modularity", is: found.quality, not: Double(inner) / all - expected)
  }

  /// What is more, every community is connected.
  static let communitiesAreSound = Law { subject, outcome in
    if let complaint = modularityOfDefinition.complaint(subject, outcome) { return complaint }
    guard case .communities(let found) = outcome else { return "not communities" }
    let labels = found.partition.labels
    var isSeen = [Bool](repeating: false, count: labels.count)
    var partCount = 0
    var stack: [Graph.Node] = []
    for start in labels.indices where !isSeen[start] {
      partCount += 1
      isSeen[start] = true
      stack.append(start)
      while let node = stack.popLast() {
        for end in subject.graph.successors(of: node)
        where !isSeen[end] && labels[end] == labels[node] {
          isSeen[end] = true
          stack.append(end)
        }
      }
    }
    return mismatch(
      "the number of connected parts", is: Double(partCount), not: Double(found.count))
  }
}
