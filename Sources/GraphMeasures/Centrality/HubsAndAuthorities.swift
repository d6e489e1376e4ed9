public import GraphStructure

/// How well nodes point, and how well they are pointed at.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// The score of every node by the authorities that it points at.
  public let hubs: [Double]

  /// The score of every node by the hubs that point at it.
  public let authorities: [Double]

  /// The largest singular value of the matrix of arcs; NaN in a graph without nodes.
  public let singularValue: Double
}

extension Graph {
  /// Returns the hubs and authorities of the graph (HITS), indexed by node.
  ///
  /// > σ *h*(*u*) = Σ *a*(*u*, *v*) *t*(*v*), σ *t*(*v*) = Σ *a*(*u*, *v*) *h*(*u*)
  ///
  /// where *a*(*u*, *v*) is what the arcs from *u* to *v* count, *h* scores hubs and *t*
  /// authorities, and σ is the largest number for which there are such vectors. Parallel arcs count
  /// each, a self loop once; undirected edges lead both ways.
  ///
  /// Together *h* and *t* are the leading eigenvector of the graph in which every node stands
  /// twice, as a hub and as an authority, and every arc is an edge from the one to the other; so
  /// they are found. Where several parts of that graph share σ the scores are not defined, and an
  /// error is thrown where others return what depends on the start: so it is without arcs, on a
  /// directed path, and on an undirected bipartite graph.
  ///
  /// - Parameters:
  ///   - values: Whether arcs count 1 or their strengths, which must not be below 0.
  ///   - scaling: `.scaled` and `.raw` make the largest hub and the largest authority 1, as igraph
  ///     does; `.l2` makes the squares of each sum to 1. Divided by their sums the scores are those
  ///     of networkx.
  ///   - tolerance: The error at which the iteration stops, above 0.
  ///   - iterationLimit: After how many iterations it gives up.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores and the singular value.
  /// - Throws: As
  ///   ``eigenvectorCentrality(values:scaling:tolerance:iterationLimit:execution:)``.
  /// - Precondition: There are fewer than 2³¹ nodes.
  /// - Complexity: O(*n* + *m*) an iteration, O(*n* + *m*) space.
  /// - SeeAlso: J. M. Kleinberg. Authoritative sources in a hyperlinked environment. Journal of the
  ///   ACM 46, 1999.
  public func hits(
    values: EdgeValues = .ones, scaling: Scaling = .scaled, tolerance: Double = 1e-12,
    iterationLimit: Int = 100_000, execution: Execution = .standard
  ) throws(MeasureError) -> HubsAndAuthorities {
    try checkStrengths(values)
    let doubled = try doubled.eigenvectorCentrality(
      values: values, tolerance: tolerance, iterationLimit: iterationLimit, execution: execution)
    var hubs = Array(doubled.scores.prefix(nodeCount))
    var authorities = Array(doubled.scores.suffix(nodeCount))
    if scaling == .l2 {
      hubs.scaleToUnitLength()
      authorities.scaleToUnitLength()
    } else {
      hubs.divide(by: hubs.max() ?? 1)
      authorities.divide(by: authorities.max() ?? 1)
    }
    return HubsAndAuthorities(
      hubs: hubs, authorities: authorities, singularValue: doubled.eigenvalue)
  }

  /// The graph in which every node stands twice, in front as the source of its arcs and behind as
  /// the target of those that enter it.
  private var doubled: Graph {
    var sources: [UInt32] = []
    sources.reserveCapacity(outgoing.arcCount)
    for node in nodes {
      sources.append(contentsOf: repeatElement(UInt32(node), count: outgoing.degree(of: node)))
    }
    let shift = UInt32(nodeCount)
    do {
      return try Graph(
        nodeCount: 2 * nodeCount, sources: sources, targets: outgoing.ends.map { $0 + shift },
        strengths: outgoing.strengths?.array, parallelEdges: .keep)
    } catch {
      preconditionFailure("the arcs of a graph make a graph: \(error)")
    }
  }
}
