internal import GraphStructure

/// Moves the nodes of a connected graph a step towards the distances that they have in it.
///
/// The step lowers the stress Σ (|*p* − *q*| − *d*)² / *d*² over all pairs *p*, *q*, whose distance in
/// the graph is *d*: every node goes to where the others would have it, all at once, so the result
/// is the same on any number of threads. One step after the forces takes the crowding out of the
/// middle; measured on 500 nodes in ten groups, each further one costs four crossings of a hundred
/// and gains less.
///
/// - SeeAlso: E. Gansner, Y. Koren, S. North. Graph drawing by stress majorization. Graph Drawing
///   2004, whose localised optimisation this is, for all nodes at once.
struct StressStep {
  private typealias Lanes = SIMD8<Float>

  let graph: SpringGraph
  let execution: Execution

  /// The most nodes: every pair has a number in memory, 4 MB of them here.
  static let nodeLimit = 1000

  /// Nodes that a thread takes at once.
  private static let chunk = 16

  /// Returns the places after the step.
  ///
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*²) space.
  func moved(_ xs: [Float], _ ys: [Float]) -> (xs: [Float], ys: [Float]) {
    let closeness = closeness()
    // What was cancelled is not complete.
    guard closeness.count == width * graph.nodeCount else { return (xs, ys) }
    let scale = scale(padded(xs), padded(ys), closeness)
    let (scaledXs, scaledYs) = (padded(xs.map { scale * $0 }), padded(ys.map { scale * $0 }))
    let places = execution.reduceChunks(
      of: graph.nodeCount, chunkSize: Self.chunk, into: [] as [(x: Float, y: Float)],
      makeScratch: {},
      work: { nodes, _ in
        nodes.map { wanted($0, scaledXs.span, scaledYs.span, closeness.span) }
      },
      merge: { $0 += $1 })
    guard places.count == graph.nodeCount else { return (xs, ys) }
    return (places.map(\.x), places.map(\.y))
  }

  /// The vectors of a row.
  private var width: Int { (graph.nodeCount + 7) / 8 }

  private func padded(_ values: [Float]) -> [Lanes] {
    (0..<width).map { place in
      var lanes = Lanes.zero
      for lane in 0..<8 where 8 * place + lane < values.count {
        lanes[lane] = values[8 * place + lane]
      }
      return lanes
    }
  }

  /// For every node a row of 1 / *d*; 0 for the node itself and what fills the last vector.
  ///
  /// A bit of a word is a source: 64 searches go on at once, level by level.
  private func closeness() -> [Lanes] {
    execution.reduceChunks(
      of: graph.nodeCount, chunkSize: 64, into: [],
      makeScratch: { Search(count: graph.nodeCount) },
      work: { sources, search in
        var rows = [Lanes](repeating: .zero, count: width * sources.count)
        search.begin(at: sources)
        var level = 0 as Float
        while search.advance(in: graph) {
          level += 1
          let near = 1 / level
          for node in 0..<graph.nodeCount {
            var reached = search.frontier[node]
            while reached != 0 {
              let source = reached.trailingZeroBitCount
              rows[width * source + node >> 3][node & 7] = near
              reached &= reached - 1
            }
          }
        }
        return rows
      },
      merge: { $0 += $1 })
  }

  /// Searches from up to 64 nodes: at every node a bit for each that has reached it.
  private struct Search {
    private(set) var frontier: [UInt64]
    private var reached: [UInt64]
    private var next: [UInt64]

    init(count: Int) {
      frontier = [UInt64](repeating: 0, count: count)
      (reached, next) = (frontier, frontier)
    }

    mutating func begin(at sources: Range<Int>) {
      for node in frontier.indices { frontier[node] = 0 }
      for (bit, source) in sources.enumerated() { frontier[source] = 1 << UInt64(bit) }
      reached = frontier
    }

    /// Goes one step on; false where nothing new was reached.
    mutating func advance(in graph: SpringGraph) -> Bool {
      var any = 0 as UInt64
      for node in frontier.indices {
        var bits = 0 as UInt64
        for arc in graph.row(node) { bits |= frontier[Int(graph.ends[arc])] }
        bits &= ~reached[node]
        next[node] = bits
        reached[node] |= bits
        any |= bits
      }
      swap(&frontier, &next)
      return any != 0
    }
  }

  /// By what to multiply places for the least stress.
  private func scale(_ xs: [Lanes], _ ys: [Lanes], _ closeness: [Lanes]) -> Float {
    let sums = execution.reduceChunks(
      of: graph.nodeCount, chunkSize: Self.chunk, into: (0.0, 0.0), makeScratch: {},
      work: { nodes, _ in
        var (linear, squared) = (0.0, 0.0)
        for node in nodes {
          for place in 0..<width {
            let alongX = xs[node >> 3][node & 7] - xs[place]
            let alongY = ys[node >> 3][node & 7] - ys[place]
            let near = closeness[width * node + place]
            let share = near * (alongX * alongX + alongY * alongY).squareRoot()
            linear += Double(share.sum())
            squared += Double((share * share).sum())
          }
        }
        return (linear, squared)
      },
      merge: { $0 = ($0.0 + $1.0, $0.1 + $1.1) })
    return sums.1 > 0 ? Float(sums.0 / sums.1) : 1
  }

  /// Where the others would have a node: each at its distance from it, on the line between them.
  private func wanted(
    _ node: Int, _ xs: Span<Lanes>, _ ys: Span<Lanes>, _ closeness: Span<Lanes>
  ) -> (x: Float, y: Float) {
    let (x, y) = (xs[node >> 3][node & 7], ys[node >> 3][node & 7])
    var (sumX, sumY, sum) = (Lanes.zero, Lanes.zero, Lanes.zero)
    let first = width * node
    for place in 0..<width {
      let near = closeness[first + place]
      let alongX = x - xs[place]
      let alongY = y - ys[place]
      let weight = near * near
      let pull = near / (alongX * alongX + alongY * alongY + 1e-12).squareRoot()
      sumX += weight * xs[place] + pull * alongX
      sumY += weight * ys[place] + pull * alongY
      sum += weight
    }
    let total = max(sum.sum(), 1e-20)
    return (sumX.sum() / total, sumY.sum() / total)
  }
}
