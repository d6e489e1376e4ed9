public import GraphStructure

extension Graph {
  /// Calls with every maximal clique: a set of nodes all tied to each other, which no further node
  /// is tied to as a whole.
  ///
  /// Nodes are taken in order of coreness; each is asked for the cliques in which it comes first,
  /// among its later neighbors, branching away from a pivot that has most of them as neighbors. So
  /// cliques come one after the other and take no memory; there may be 3^(*n*/3). Directions, self
  /// loops and parallel edges do not matter: a directed graph counts as tied where any arc leads.
  ///
  /// - Parameters:
  ///   - size: Smaller cliques are left out; at least 1.
  ///   - body: Takes the nodes of a clique, ascending; returns whether to go on.
  /// - Complexity: O(*d* · *n* · 3^(*d*/3)) for the greatest coreness *d*.
  /// - SeeAlso: D. Eppstein, M. Löffler, D. Strash. Listing all maximal cliques in large sparse
  ///   real-world graphs. Journal of Experimental Algorithmics 18, 2013; E. Tomita, A. Tanaka, H.
  ///   Takahashi. The worst-case time complexity for generating all maximal cliques. Theoretical
  ///   Computer Science 363, 2006.
  public func forEachMaximalClique(ofAtLeast size: Int = 1, _ body: ([Node]) -> Bool) {
    let order = CliqueOrder(self)
    var search = CliqueSearch(order, size: size)
    withoutActuallyEscaping(body) { body in
      var list = CliqueList(order: order, body: body)
      for place in order.nodes.indices {
        guard search.run(from: place, into: &list) else { return }
      }
    }
  }

  /// Returns all maximal cliques of some size.
  ///
  /// - Parameters:
  ///   - size: Smaller cliques are left out.
  ///   - limit: The most cliques that are returned.
  /// - Returns: The cliques, each ascending, larger ones first, then by their nodes; nil where there
  ///   are more than `limit`.
  /// - Complexity: As ``forEachMaximalClique(ofAtLeast:_:)``.
  public func maximalCliques(ofAtLeast size: Int = 1, atMost limit: Int = .max) -> [[Node]]? {
    var found: [[Node]] = []
    var isTooMany = false
    forEachMaximalClique(ofAtLeast: size) { clique in
      isTooMany = found.count == limit
      found.append(clique)
      return !isTooMany
    }
    return isTooMany
      ? nil
      : found.sorted {
        $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
      }
  }

  /// Returns how many maximal cliques there are of each size.
  ///
  /// - Parameters:
  ///   - size: Smaller cliques are left out.
  ///   - limit: How many may be counted before the search is given up.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The numbers; nil where there are more than `limit`, or after a cancellation.
  /// - Complexity: As ``forEachMaximalClique(ofAtLeast:_:)``.
  public func cliqueCensus(
    ofAtLeast size: Int = 1, atMost limit: Int = .max, execution: Execution = .standard
  ) -> CliqueCensus? {
    let order = CliqueOrder(self)
    let tally = CliqueTally(limit: limit)
    let counts = execution.reduceChunks(
      of: nodeCount, chunkSize: CliqueTally.rootsPerChunk, into: [Int](),
      makeScratch: { CliqueSearch(order, size: size) },
      work: { places, search in
        var counts = CliqueCounts(tally: tally)
        for place in places {
          guard search.run(from: place, into: &counts) else { break }
        }
        return counts.sizes
      },
      merge: { total, sizes in
        for (size, count) in sizes.enumerated() {
          if size == total.count { total.append(0) }
          total[size] += count
        }
      })
    let census = CliqueCensus(sizes: counts)
    // Threads do not tell the tally of their last few.
    return tally.isOver || execution.isCancelled() || census.total > limit ? nil : census
  }
}

/// How many maximal cliques a graph has.
public struct CliqueCensus: Sendable, Equatable {
  /// The number of maximal cliques of each size, from size 0 on.
  public let sizes: [Int]

  /// The number of all.
  public var total: Int { sizes.reduce(0, +) }

  /// The size of the largest; 0 where there is none.
  public var largest: Int { sizes.lastIndex { $0 > 0 } ?? 0 }
}
