internal import GraphStructure

extension Graph {
  /// Returns how many steps each node is from a source, −1 where there is no path.
  ///
  /// This is the plainest search; it shares no code with the kernels that it checks.
  func plainSteps(from source: Node) -> [Int] {
    var steps = [Int](repeating: -1, count: nodeCount)
    steps[source] = 0
    var frontier = [source]
    while !frontier.isEmpty {
      var next: [Node] = []
      for node in frontier {
        for arc in outgoing.arcs(of: node) {
          let end = Int(outgoing.ends[arc])
          guard steps[end] < 0 else { continue }
          steps[end] = steps[node] + 1
          next.append(end)
        }
      }
      frontier = next
    }
    return steps
  }

  /// The number of components, by the same search.
  var plainComponentCount: Int {
    var isSeen = [Bool](repeating: false, count: nodeCount)
    var stack: [Node] = []
    var count = 0
    for start in nodes where !isSeen[start] {
      count += 1
      isSeen[start] = true
      stack.append(start)
      while let node = stack.popLast() {
        for arc in outgoing.arcs(of: node) where !isSeen[Int(outgoing.ends[arc])] {
          isSeen[Int(outgoing.ends[arc])] = true
          stack.append(Int(outgoing.ends[arc]))
        }
      }
    }
    return count
  }
}

/// What one search says of its source.
struct SearchSums {
  /// How many nodes are so many steps away; the first entry is the source itself.
  private let counts: [Int]
  private let nodeCount: Int

  init(steps: [Int]) {
    nodeCount = steps.count
    counts = steps.reduce(into: [Int](repeating: 0, count: (steps.max() ?? 0) + 1)) {
      if $1 >= 0 { $0[$1] += 1 }
    }
  }

  var eccentricity: Double { Double(counts.count - 1) }

  var harmonic: Double {
    counts.indices.dropFirst().reduce(0) { $0 + Double(counts[$1]) / Double($1) }
  }

  func decay(_ delta: Double) -> Double {
    var (sum, power) = (0.0, 1.0)
    for count in counts.dropFirst() {
      power *= delta
      sum += power * Double(count)
    }
    return sum
  }

  /// In the form of Wasserman and Faust.
  var closeness: Double {
    let reached = Double(counts.dropFirst().reduce(0, +))
    let sum = Double(counts.indices.reduce(0) { $0 + $1 * counts[$1] })
    return sum > 0 ? reached / Double(nodeCount - 1) * reached / sum : 0
  }

  func reach(_ limit: Int) -> Double {
    Double(counts.dropFirst().prefix(limit).reduce(0, +))
  }
}
