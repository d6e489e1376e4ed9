internal import GraphStructure

/// Draws the nodes of a graph anew, with replacement.
struct VertexResampler: Sendable {
  private let arcs: Arcs
  private let isDirected: Bool

  init(_ graph: Graph) {
    arcs = Arcs(simple: graph.outgoing, values: graph.outgoing.strengths, combining: +)
    isDirected = graph.isDirected
  }

  /// Makes a graph of nodes drawn with replacement, and says of which node each is a copy.
  func replicate(using bits: inout RandomBits) -> (graph: Graph, origins: [Int]) {
    let count = arcs.nodeCount
    var origins = (0..<count).map { _ in bits.nextIndex(below: count) }
    // The copies of a node lie together, so that they are a range.
    origins.sort()
    var starts = [Int](repeating: 0, count: count + 1)
    for origin in origins { starts[origin + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var edges = Edges(hasStrengths: arcs.values != nil)
    for node in 0..<count where starts[node] < starts[node + 1] {
      let copies = starts[node]..<starts[node + 1]
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        guard isDirected || node < end else { continue }
        for source in copies {
          for target in starts[end]..<starts[end + 1] {
            edges.add(source, target, arcs.values?[arc])
          }
        }
      }
      for source in copies {
        for target in copies where source < target { addDrawnTie(source, target, &edges, &bits) }
      }
    }
    return (edges.graph(nodeCount: count, isDirected: isDirected), origins)
  }

  /// Ties two copies of one node as two nodes are that are drawn of all.
  private func addDrawnTie(
    _ source: Int, _ target: Int, _ edges: inout Edges, _ bits: inout RandomBits
  ) {
    let near = bits.nextIndex(below: arcs.nodeCount)
    let other = bits.nextIndex(below: arcs.nodeCount - 1)
    let far = other + (other >= near ? 1 : 0)
    if let arc = place(near, far) { edges.add(source, target, arcs.values?[arc]) }
    if isDirected, let arc = place(far, near) { edges.add(target, source, arcs.values?[arc]) }
  }

  /// Where an arc stands in the columns; nil where there is none.
  private func place(_ source: Int, _ target: Int) -> Int? {
    var range = arcs.offsets[source]..<arcs.offsets[source + 1]
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let end = Int(arcs.ends[middle])
      if end == target { return middle }
      range = end < target ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

/// Columns of edges that become a graph.
struct Edges {
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var strengths: [Double]?

  init(hasStrengths: Bool = false) {
    strengths = hasStrengths ? [] : nil
  }

  mutating func add(_ source: Int, _ target: Int, _ strength: Double? = nil) {
    sources.append(UInt32(source))
    targets.append(UInt32(target))
    if let strength { strengths?.append(strength) }
  }

  func graph(nodeCount: Int, isDirected: Bool) -> Graph {
    do {
      return try Graph(
        nodeCount: nodeCount, sources: sources, targets: targets, strengths: strengths,
        isDirected: isDirected, execution: Execution(threads: 1))
    } catch {
      preconditionFailure("edges between nodes make a graph: \(error)")
    }
  }
}
