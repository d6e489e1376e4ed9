internal import GraphStructure

/// The degrees that a simple graph is to have.
struct DegreeSequence {
  private let degrees: [Int]

  /// Takes degrees of 0…*n* − 1 and even sum.
  init(_ degrees: [Int]) {
    self.degrees = degrees
  }

  /// Why no simple graph has these degrees; nil where one has.
  ///
  /// - Complexity: O(*n*).
  /// - SeeAlso: P. Erdős, T. Gallai. Graphs with prescribed degrees of vertices. Matematikai Lapok
  ///   11, 1960.
  var obstacle: ModelError? {
    var counts = [Int](repeating: 0, count: degrees.count + 1)
    for degree in degrees { counts[degree] += 1 }
    // At each k: the nodes of degree k or less among those behind the first k are counted and
    // summed, as k climbs and the first k grow.
    var descending: [Int] = []
    descending.reserveCapacity(degrees.count)
    for degree in counts.indices.reversed() {
      descending.append(contentsOf: repeatElement(degree, count: counts[degree]))
    }
    var suffix = [Int](repeating: 0, count: degrees.count + 1)
    for place in degrees.indices.reversed() {
      suffix[place] = suffix[place + 1] + descending[place]
    }
    var sum = 0
    var boundary = degrees.count
    for k in 1..<max(1, degrees.count + 1) {
      sum += descending[k - 1]
      while boundary > 0, descending[boundary - 1] < k { boundary -= 1 }
      let split = max(k, boundary)
      let most = k * (k - 1) + (split - k) * k + suffix[split]
      if sum > most { return .notGraphical(nodes: k, degreeSum: sum, most: most) }
    }
    return nil
  }

  /// A simple graph of these degrees, of which there must be one (Havel and Hakimi).
  ///
  /// The node that lacks most is tied to those that lack most after it, until none lacks any.
  ///
  /// - Complexity: O(*n* + *m*).
  func realized() throws(ModelError) -> Graph {
    // Nodes by what they lack, in stacks.
    let none = UInt32.max
    var top = [UInt32](repeating: none, count: degrees.count + 1)
    var below = [UInt32](repeating: none, count: degrees.count)
    func push(_ node: Int, lacking degree: Int, _ top: inout [UInt32], _ below: inout [UInt32]) {
      below[node] = top[degree]
      top[degree] = UInt32(node)
    }
    for (node, degree) in degrees.enumerated() { push(node, lacking: degree, &top, &below) }
    var edges = EdgeColumns(capacity: degrees.reduce(0, +) / 2)
    var taken: [(node: Int, lacks: Int)] = []
    var most = degrees.count
    while most > 0 {
      guard top[most] != none else {
        most -= 1
        continue
      }
      let node = Int(top[most])
      top[most] = below[node]
      taken.removeAll(keepingCapacity: true)
      var lacks = most
      while taken.count < most {
        if top[lacks] == none {
          lacks -= 1
          continue
        }
        let other = Int(top[lacks])
        top[lacks] = below[other]
        taken.append((other, lacks))
        edges.append(node, other)
      }
      for (other, lacks) in taken { push(other, lacking: lacks - 1, &top, &below) }
    }
    return try edges.graph(nodeCount: degrees.count)
  }
}
