public import GraphStructure

/// How the pairs of nodes of a graph are tied: both ways, one way or not at all.
///
/// Self loops are left out, parallel arcs count once. In an undirected graph every edge counts as
/// one both ways.
///
/// - SeeAlso: P. W. Holland, S. Leinhardt. A method for detecting structure in sociometric data.
///   American Journal of Sociology 76, 1970.
public struct DyadCensus: Sendable, Equatable {
  /// The number of pairs tied both ways.
  public let mutual: Int

  /// The number of pairs tied one way.
  public let asymmetric: Int

  /// The number of pairs that are not tied.
  public let null: Int

  /// The share of arcs that are returned.
  ///
  /// > 2 *M* / (2 *M* + *A*)
  ///
  /// with *M* mutual and *A* asymmetric pairs, as in networkx, igraph and sna (`edgewise`): 1 in an
  /// undirected graph; NaN without arcs.
  public var reciprocity: Double { Self.share(2 * mutual, of: 2 * mutual + asymmetric) }

  /// The share of tied pairs that are tied both ways, *M* / (*M* + *A*); NaN without arcs.
  ///
  /// UCINET's default, igraph's mode `ratio` and sna's `dyadic.nonnull`.
  public var dyadicReciprocity: Double { Self.share(mutual, of: mutual + asymmetric) }

  /// The share of all pairs that are tied both ways or not at all, (*M* + *N*) / (*M* + *A* + *N*); NaN
  /// below two nodes.
  ///
  /// The default of sna's `grecip` (`dyadic`).
  public var symmetricShare: Double {
    Self.share(mutual + null, of: mutual + asymmetric + null)
  }

  private static func share(_ part: Int, of all: Int) -> Double {
    all == 0 ? .nan : Double(part) / Double(all)
  }
}

extension Graph {
  /// Returns how many pairs of nodes are tied both ways, one way or not at all.
  ///
  /// - Returns: The census; its three numbers add up to *n* (*n* − 1) / 2.
  /// - Complexity: O(*n* + *m*).
  public func dyadCensus() -> DyadCensus {
    let forward = simpleArcs(.outgoing)
    let pairCount = nodeCount * (nodeCount - 1) / 2
    guard isDirected else {
      let mutual = forward.ends.count / 2
      return DyadCensus(mutual: mutual, asymmetric: 0, null: pairCount - mutual)
    }
    // Rows that were simple one way are so the other way.
    let isSimple = forward.ends.count == outgoing.ends.count
    let backward = isSimple ? Arcs(incoming) : simpleArcs(.incoming)
    let mutual = forward.commonEnds(with: backward)
    let tied = forward.ends.count - mutual
    return DyadCensus(mutual: mutual, asymmetric: tied - mutual, null: pairCount - tied)
  }
}

extension Arcs {
  /// Returns in how many rows of both a greater node stands, added up over all nodes.
  fileprivate func commonEnds(with other: Arcs) -> Int {
    let (offsets, ends) = (offsets.span, ends.span)
    let (otherOffsets, otherEnds) = (other.offsets.span, other.ends.span)
    var common = 0
    for node in 0..<nodeCount {
      var (left, right) = (offsets[node], otherOffsets[node])
      let (leftEnd, rightEnd) = (offsets[node + 1], otherOffsets[node + 1])
      while left < leftEnd, Int(ends[left]) < node { left += 1 }
      // Without a branch that depends on what the rows hold.
      while left < leftEnd, right < rightEnd {
        let (one, two) = (ends[left], otherEnds[right])
        common += one == two ? 1 : 0
        left += one <= two ? 1 : 0
        right += two <= one ? 1 : 0
      }
    }
    return common
  }
}
