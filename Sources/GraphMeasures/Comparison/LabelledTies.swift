internal import GraphStructure

/// The ties between nodes that have a label: each once where the graph has no directions.
struct LabelledTies: Sendable {
  private let sources: [UInt32]
  private let targets: [UInt32]
  private let isDirected: Bool

  /// The number of ties.
  var count: Int { sources.count }

  /// Lists ties; self loops are left out, parallel edges count once.
  init(_ graph: Graph, isLabelled: [Bool]) {
    let arcs = graph.simpleArcs(.outgoing)
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for node in graph.nodes where isLabelled[node] {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = arcs.ends[arc]
        guard isLabelled[Int(end)], graph.isDirected || node < Int(end) else { continue }
        sources.append(UInt32(node))
        targets.append(end)
      }
    }
    (self.sources, self.targets, isDirected) = (sources, targets, graph.isDirected)
  }

  /// Returns how many ties join nodes of one group.
  func count(within groups: [Int?]) -> Int {
    var count = 0
    for tie in sources.indices where groups[Int(sources[tie])] == groups[Int(targets[tie])] {
      count += 1
    }
    return count
  }

  /// Returns how many ties join nodes of each of two groups.
  func counts(within first: Int, _ second: Int, of groups: [Int?]) -> (Int, Int) {
    var counts = (0, 0)
    for tie in sources.indices {
      let group = groups[Int(sources[tie])]
      guard group == groups[Int(targets[tie])] else { continue }
      if group == first { counts.0 += 1 }
      if group == second { counts.1 += 1 }
    }
    return counts
  }

  /// Returns Pearson's correlation of the numbers at both ends; an undirected tie counts both ways.
  func assortativity(of values: [Double?]) -> Double {
    // Numbers less one of their own lose fewer digits.
    let shift = values.lazy.compactMap { $0 }.first ?? 0
    var (near, far, nearSquares, farSquares, products) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for tie in sources.indices {
      let source = (values[Int(sources[tie])] ?? 0) - shift
      let target = (values[Int(targets[tie])] ?? 0) - shift
      near += source
      far += target
      nearSquares += source * source
      farSquares += target * target
      products += source * target
    }
    if !isDirected {
      (near, nearSquares) = ((near + far) / 2, (nearSquares + farSquares) / 2)
      (far, farSquares) = (near, nearSquares)
    }
    let count = Double(count)
    let nearSpread = nearSquares - near * near / count
    let farSpread = farSquares - far * far / count
    // Less than rounding leaves is no spread.
    guard nearSpread > 1e-12 * nearSquares, farSpread > 1e-12 * farSquares else { return .nan }
    return (products - near * far / count) / (nearSpread * farSpread).squareRoot()
  }

  /// Returns Newman's assortativity by category.
  func assortativity(ofCategories categories: [Int?]) -> Double {
    let kinds = 1 + (categories.lazy.compactMap { $0 }.max() ?? -1)
    var near = [Int](repeating: 0, count: kinds)
    var far = near
    var same = 0
    for tie in sources.indices {
      guard let source = categories[Int(sources[tie])], let target = categories[Int(targets[tie])]
      else { continue }
      near[source] += 1
      far[target] += 1
      if source == target { same += 1 }
    }
    if !isDirected {
      for kind in near.indices {
        near[kind] += far[kind]
        far[kind] = near[kind]
      }
    }
    let ends = Double(count) * (isDirected ? 1 : 2)
    let chance = zip(near, far).reduce(0) { $0 + Double($1.0) * Double($1.1) } / (ends * ends)
    guard chance < 1 else { return .nan }
    return (Double(same) / Double(count) - chance) / (1 - chance)
  }
}
