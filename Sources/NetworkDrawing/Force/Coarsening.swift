/// Makes a graph smaller by joining neighbors, so that its large form can be found before its
/// small ones.
///
/// Nodes are taken from the least connected to the best; each joins the free neighbor that pulls
/// it most for its mass. Who finds none joins a neighbor's pair, unless that is heavy already, or
/// another who found none at the same neighbor: so a star shrinks too.
struct Coarsening {
  /// The smaller graph.
  let graph: SpringGraph

  /// The node of the smaller graph that each node became.
  let parents: [Int32]

  /// - Complexity: O(*n* + *m*).
  init(of fine: SpringGraph) {
    let count = fine.nodeCount
    let total = fine.masses.reduce(0, +)
    let heaviest = max(3 * total / Float(max(count, 1)), 2)
    var parents = [Int32](repeating: -1, count: count)
    var masses: [Float] = []
    // At each node, the pair that waits for one more of those who found nobody.
    var waiting = [Int32](repeating: -1, count: count)
    func found(_ mass: Float) -> Int32 {
      masses.append(mass)
      return Int32(masses.count - 1)
    }
    for node in Self.byDegree(fine) where parents[node] < 0 {
      var best = -1
      var bestPull: Float = -1
      var heavy = -1
      var heavyPull: Float = -1
      for arc in fine.row(node) {
        let other = Int(fine.ends[arc])
        let pull = fine.pulls[arc] / fine.masses[other]
        if parents[other] < 0 {
          if pull > bestPull { (best, bestPull) = (other, pull) }
        } else if pull > heavyPull {
          (heavy, heavyPull) = (other, pull)
        }
      }
      if best >= 0 {
        parents[node] = found(fine.masses[node] + fine.masses[best])
        parents[best] = parents[node]
      } else if heavy >= 0 {
        let pair = Int(parents[heavy])
        if masses[pair] + fine.masses[node] <= heaviest {
          parents[node] = Int32(pair)
          masses[pair] += fine.masses[node]
        } else if waiting[heavy] >= 0 {
          parents[node] = waiting[heavy]
          masses[Int(waiting[heavy])] += fine.masses[node]
          if masses[Int(waiting[heavy])] >= heaviest { waiting[heavy] = -1 }
        } else {
          parents[node] = found(fine.masses[node])
          waiting[heavy] = parents[node]
        }
      } else {
        parents[node] = found(fine.masses[node])
      }
    }
    var edges: [(source: Int32, target: Int32, pull: Float)] = []
    edges.reserveCapacity(fine.ends.count / 2)
    for node in 0..<count {
      for arc in fine.row(node) where fine.ends[arc] > node {
        let (one, other) = (parents[node], parents[Int(fine.ends[arc])])
        if one != other { edges.append((one, other, fine.pulls[arc])) }
      }
    }
    self.parents = parents
    graph = SpringGraph(masses: masses, edges: edges)
  }

  /// The nodes by rising degree, those of the same degree in their order.
  private static func byDegree(_ graph: SpringGraph) -> [Int] {
    let degrees = (0..<graph.nodeCount).map { graph.degree($0) }
    var starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    var order = [Int](repeating: 0, count: degrees.count)
    for (node, degree) in degrees.enumerated() {
      order[starts[degree]] = node
      starts[degree] += 1
    }
    return order
  }
}
