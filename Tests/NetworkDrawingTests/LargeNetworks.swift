import NetworkDrawing

/// Networks with more nodes than carry labels; every name and tie in them is invented.
enum LargeNetworks {
  /// Groups in which everybody knows the next four, and one tie from each group to the next.
  static func caves(_ groups: Int, of size: Int) -> Diagram {
    var edges: [(Int, Int)] = []
    for group in 0..<groups {
      let first = group * size
      for member in 0..<size {
        for step in 1...4 where size > 2 * step {
          edges.append((first + member, first + (member + step) % size))
        }
      }
      edges.append((first, (first + size) % (groups * size)))
    }
    var diagram = diagram(groups * size, edges)
    for index in diagram.nodes.indices { diagram.nodes[index].paint = .category(index / size) }
    diagram.categories = (0..<groups).map { "group \($0)" }
    return diagram
  }

  static func diagram(_ count: Int, _ edges: [(Int, Int)]) -> Diagram {
    var degrees = [Int](repeating: 0, count: count)
    for edge in edges {
      degrees[edge.0] += 1
      degrees[edge.1] += 1
    }
    let most = Double(max(degrees.max() ?? 0, 1))
    return Diagram(
      nodes: (0..<count).map {
        Diagram.Node(id: "\($0)", label: "Node \($0)", size: Double(degrees[$0]) / most)
      },
      edges: edges.map { Diagram.Edge(source: "\($0.0)", target: "\($0.1)") },
      caption: Diagram.Caption(title: "Invented", sizeMeaning: "ties"))
  }
}
