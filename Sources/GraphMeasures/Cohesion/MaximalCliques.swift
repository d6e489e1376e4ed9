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
    let coreness = coreness()
    let arcs = neighborArcs()
    let order = nodes.sorted { (coreness[$0], $0) < (coreness[$1], $1) }
    var place = [Int](repeating: 0, count: nodeCount)
    for (index, node) in order.enumerated() { place[node] = index }
    for node in order {
      let around = arcs.row(of: node).map { Int($0) }
      var search = CliqueSearch(around, of: node, arcs, place, size: size)
      guard search.run(body) else { return }
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
}

/// The maximal cliques of a node among those that come after it; its neighbors are bits.
private struct CliqueSearch {
  private let first: Int
  private let nodes: [Int]
  private let tied: [BitSet]
  private let candidates: BitSet
  private let excluded: BitSet
  private let size: Int
  private var clique: [Int] = []

  init(_ nodes: [Int], of first: Int, _ arcs: Arcs, _ place: [Int], size: Int) {
    self.first = first
    self.nodes = nodes
    self.size = size
    let isLater = nodes.map { place[$0] > place[first] }
    // Enough later neighbors for the size that is asked for, or nothing to do.
    guard isLater.count(where: \.self) + 1 >= size else {
      (tied, candidates, excluded) = ([], BitSet(count: 0), BitSet(count: 0, [0]))
      return
    }
    candidates = BitSet(count: nodes.count, nodes.indices.filter { isLater[$0] })
    excluded = BitSet(count: nodes.count, nodes.indices.filter { !isLater[$0] })
    tied = nodes.map { node in
      var bits = BitSet(count: nodes.count)
      var position = 0
      for end in arcs.row(of: node) {
        while position < nodes.count, nodes[position] < Int(end) { position += 1 }
        if position < nodes.count, nodes[position] == Int(end) { bits.insert(position) }
      }
      return bits
    }
  }

  /// Calls with every clique; false where the caller has had enough.
  mutating func run(_ body: ([Int]) -> Bool) -> Bool { extend(candidates, excluded, body) }

  private mutating func extend(
    _ candidates: BitSet, _ excluded: BitSet, _ body: ([Int]) -> Bool
  ) -> Bool {
    var (candidates, excluded) = (candidates, excluded)
    if candidates.isEmpty {
      guard excluded.isEmpty, clique.count + 1 >= size else { return true }
      return body(([first] + clique.map { nodes[$0] }).sorted())
    }
    guard clique.count + 1 + candidates.count >= size else { return true }
    var pivot = 0
    var most = -1
    for set in [candidates, excluded] {
      set.forEach { node in
        let shared = candidates.intersection(tied[node]).count
        if shared > most { (pivot, most) = (node, shared) }
      }
    }
    for node in candidates.subtracting(tied[pivot]).elements {
      clique.append(node)
      defer { clique.removeLast() }
      guard
        extend(candidates.intersection(tied[node]), excluded.intersection(tied[node]), body)
      else { return false }
      candidates.remove(node)
      excluded.insert(node)
    }
    return true
  }
}
