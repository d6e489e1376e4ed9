/// The components of a graph, the largest first, those of one size in the order of their nodes.
struct GraphParts {
  /// The nodes of each component, ascending.
  let nodes: [[Int32]]

  /// The edges of each component, by positions in its nodes; without loops.
  let edges: [[(source: Int32, target: Int32)]]

  /// - Complexity: O(*n* log *n* + *m*).
  init(nodeCount: Int, edges: [(source: Int, target: Int)]) {
    var parents = (0..<nodeCount).map { Int32($0) }
    func root(_ node: Int) -> Int {
      var node = node
      while Int(parents[node]) != node {
        parents[node] = parents[Int(parents[node])]
        node = Int(parents[node])
      }
      return node
    }
    for edge in edges {
      let (one, other) = (root(edge.source), root(edge.target))
      // The lower node stays, so that a component is named after its first node.
      parents[max(one, other)] = Int32(min(one, other))
    }
    var numbers = [Int32](repeating: -1, count: nodeCount)
    var places = [Int32](repeating: 0, count: nodeCount)
    var members: [[Int32]] = []
    for node in 0..<nodeCount {
      let first = root(node)
      if numbers[first] < 0 {
        numbers[first] = Int32(members.count)
        members.append([])
      }
      let number = Int(numbers[first])
      numbers[node] = Int32(number)
      places[node] = Int32(members[number].count)
      members[number].append(Int32(node))
    }
    var inner = [[(source: Int32, target: Int32)]](repeating: [], count: members.count)
    for edge in edges where edge.source != edge.target {
      inner[Int(numbers[edge.source])].append((places[edge.source], places[edge.target]))
    }
    let order = members.indices.sorted {
      (members[$1].count, $0) < (members[$0].count, $1)
    }
    nodes = order.map { members[$0] }
    self.edges = order.map { inner[$0] }
  }
}
