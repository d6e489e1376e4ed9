public import GraphStructure

extension Graph {
  /// Returns the truss number of every arc of ``outgoing``: how deep in triangles its edge lies.
  ///
  /// > *t*(*e*) = the greatest *k* for which *e* lies in the *k*-truss
  ///
  /// where the *k*-truss is the largest set of edges each of which is in at least *k* − 2 triangles
  /// within the set. An edge in no triangle has 2; the edges of a clique of *k* nodes have at least
  /// *k*. Unlike a *k*-core, a truss asks that tied nodes know others in common. Directions do not
  /// matter: arcs between the same two nodes have the same number. A self loop has 0.
  ///
  /// - Returns: A number for each arc.
  /// - Complexity: O(*m* · √*m*) time, O(*n* + *m*) space.
  /// - SeeAlso: J. Cohen. Trusses: cohesive subgraphs for social network analysis. National Security
  ///   Agency, 2008; J. Wang, J. Cheng. Truss decomposition in massive networks. PVLDB 5, 2012.
  public func trussNumbers() -> [Int] {
    let arcs = neighborArcs()
    let numbers = TrussPeeling(arcs).numbers()
    return nodes.flatMap { node in
      outgoing.arcs(of: node).map { arc in
        let end = Int(outgoing.ends[arc])
        return end == node ? 0 : numbers[arcs.position(from: node, to: end)]
      }
    }
  }
}

/// Takes away the edges with the fewest triangles again and again.
private struct TrussPeeling {
  private let arcs: Arcs
  /// The edge of each arc.
  private let edges: [Int]
  /// The two nodes of each edge.
  private let ends: [(low: Int, high: Int)]

  init(_ arcs: Arcs) {
    self.arcs = arcs
    var edges = [Int](repeating: 0, count: arcs.ends.count)
    var ends: [(low: Int, high: Int)] = []
    ends.reserveCapacity(edges.count / 2)
    // Arcs back stand first in their rows, in the order in which the lower nodes come.
    var nextBack = arcs.offsets
    for node in 0..<arcs.nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where Int(arcs.ends[arc]) > node {
        let end = Int(arcs.ends[arc])
        edges[arc] = ends.count
        edges[nextBack[end]] = ends.count
        nextBack[end] += 1
        ends.append((node, end))
      }
    }
    self.edges = edges
    self.ends = ends
  }

  /// Returns the truss number of each arc.
  func numbers() -> [Int] {
    var support = supports()
    // Edges in order of support, with the place of each and where each support begins.
    let most = support.max() ?? 0
    var starts = [Int](repeating: 0, count: most + 2)
    for count in support { starts[count + 1] += 1 }
    for count in 0...most { starts[count + 1] += starts[count] }
    var next = starts
    var order = [Int](repeating: 0, count: ends.count)
    var place = order
    for edge in ends.indices {
      place[edge] = next[support[edge]]
      order[place[edge]] = edge
      next[support[edge]] += 1
    }
    var isGone = [Bool](repeating: false, count: ends.count)
    var level = 0
    for position in order.indices {
      let edge = order[position]
      level = max(level, support[edge])
      support[edge] = level
      isGone[edge] = true
      forEachTriangle(of: edge) { first, second in
        guard !isGone[first], !isGone[second] else { return }
        for other in [first, second] where support[other] > level {
          // Swapped with the first edge of its support, which then begins one later.
          let start = max(starts[support[other]], position + 1)
          let swapped = order[start]
          (order[start], order[place[other]]) = (other, swapped)
          (place[swapped], place[other]) = (place[other], start)
          starts[support[other]] = start + 1
          support[other] -= 1
        }
      }
    }
    return edges.map { support[$0] + 2 }
  }

  /// Returns in how many triangles each edge is.
  private func supports() -> [Int] {
    ends.indices.map { edge in
      var count = 0
      forEachTriangle(of: edge) { _, _ in count += 1 }
      return count
    }
  }

  /// How many times longer a row must be to be searched, not walked.
  private static let searchFactor = 16

  /// Calls with the other two edges of every triangle of an edge.
  private func forEachTriangle(of edge: Int, _ body: (_ first: Int, _ second: Int) -> Void) {
    var (one, other) = ends[edge]
    if arcs.degree(of: one) > arcs.degree(of: other) { swap(&one, &other) }
    let (offsets, all, edges) = (arcs.offsets.span, arcs.ends.span, edges.span)
    var left = offsets[one]
    var right = offsets[other]
    // A hub's long row is not walked for the few neighbors of another: each is looked up.
    if arcs.degree(of: other) > Self.searchFactor * arcs.degree(of: one) {
      for arc in offsets[one]..<offsets[one + 1] {
        let position = arcs.position(from: other, to: Int(all[arc]))
        if all[position] == all[arc] { body(edges[arc], edges[position]) }
      }
      return
    }
    while left < offsets[one + 1], right < offsets[other + 1] {
      if all[left] == all[right] {
        body(edges[left], edges[right])
        left += 1
        right += 1
      } else if all[left] < all[right] {
        left += 1
      } else {
        right += 1
      }
    }
  }
}
