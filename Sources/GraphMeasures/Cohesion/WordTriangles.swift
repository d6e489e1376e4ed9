internal import GraphStructure

/// Counts triangles by rows of words.
///
/// The pairs of a node's neighbors that are tied are, each twice, what the neighbors' rows share
/// with its own. Rows hold the place itself: two that are tied share both of them too.
struct WordTriangles: Sendable {
  private let arcs: NeighborWords
  private let degrees: [Int]

  /// Takes nodes in the order of their numbers; fails where that does not put neighbors near each
  /// other, or where rows of ends take less work.
  ///
  /// - Parameter arcs: The arcs of a simple undirected graph: of every edge both.
  init?(_ arcs: Arcs) {
    let nodes = (0..<arcs.nodeCount).map { UInt32(truncatingIfNeeded: $0) }
    guard let words = NeighborWords(arcs, nodes: nodes) else { return nil }
    degrees = (0..<arcs.nodeCount).map { arcs.degree(of: $0) }
    var (work, lookups) = (0, 0)
    for (node, degree) in degrees.enumerated() {
      work += degree * (words.offsets[node + 1] - words.offsets[node])
      // About as many as marks would be looked up where degrees are alike; hubs do with fewer.
      lookups += degree * min(degree, 64) / 8
    }
    guard work <= lookups else { return nil }
    self.arcs = words
  }

  /// Returns the number of triangles at each node.
  func counts(_ execution: Execution) -> [Int] {
    let (sources, sourceOfPlace) = arcs.differentSources()
    let counts = execution.mapNodes(
      sources.count, chunkSize: Execution.ballsPerChunk, missing: 0,
      makeScratch: { [UInt64](repeating: 0, count: arcs.nodeCount / 64 + 1) },
      value: { source, marks in count(at: Int(sources[source]), &marks) })
    return sourceOfPlace.map { counts[Int($0)] }
  }

  /// Returns the number of triangles at a place.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - marks: A word for each 64 places, all of them 0; so they are left.
  /// - Returns: How many there are.
  private func count(at place: Int, _ marks: inout [UInt64]) -> Int {
    let (offsets, words) = (arcs.offsets.span, arcs.words.span)
    var marks = marks.mutableSpan
    let row = offsets[place]..<offsets[place + 1]
    for entry in row { marks[Int(words[entry].index)] = words[entry].members }
    var shared = 0
    for entry in row {
      let first = Int(words[entry].index) << 6
      var rest = words[entry].members
      while rest != 0 {
        // The words of places that follow one another do so too.
        let start = rest.trailingZeroBitCount
        let length = (~(rest &>> UInt64(start))).trailingZeroBitCount
        for other in offsets[first + start]..<offsets[first + start + length] {
          shared += (words[other].members & marks[Int(words[other].index)]).nonzeroBitCount
        }
        rest &= rest &+ (1 &<< UInt64(start))
      }
    }
    for entry in row { marks[Int(words[entry].index)] = 0 }
    // The row of the place itself was counted too, and of every pair both.
    let degree = degrees[place]
    return (shared - (degree + 1) - 2 * degree) / 2
  }
}
