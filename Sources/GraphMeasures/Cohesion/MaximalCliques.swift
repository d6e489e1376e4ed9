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
    for node in order.nodes {
      guard search.run(from: node, body) else { return }
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

/// The nodes in order of coreness, and for each its neighbors before and after it.
private struct CliqueOrder {
  /// The nodes from the least coreness on; later neighbors are at most as many as the coreness.
  let nodes: [Int]
  let earlier: [[UInt32]]
  let later: [[UInt32]]

  init(_ graph: Graph) {
    let coreness = graph.coreness()
    let arcs = graph.neighborArcs()
    nodes = graph.nodes.sorted { (coreness[$0], $0) < (coreness[$1], $1) }
    var place = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() { place[node] = index }
    later = graph.nodes.map { node in
      arcs.row(of: node).filter { place[Int($0)] > place[node] }
    }
    earlier = graph.nodes.map { node in
      arcs.row(of: node).filter { place[Int($0)] < place[node] }
    }
  }
}

/// Lists the maximal cliques in which a node comes first.
///
/// Its later neighbors are candidates; its earlier ones only tell whether a clique is maximal. Both
/// are numbered from 0, so that sets are bits; ties are found from the lower end, whose later
/// neighbors are few.
private struct CliqueSearch {
  private let order: CliqueOrder
  private let size: Int
  /// The number of each later neighbor among the candidates, −1 for all others.
  private var number: [Int]
  private var candidates: [UInt32] = []
  /// For each candidate the candidates, and the earlier neighbors, that it is tied to.
  private var tiedCandidates: [BitSet] = []
  private var tiedEarlier: [BitSet] = []
  /// For each earlier neighbor the candidates that it is tied to.
  private var candidatesOfEarlier: [BitSet] = []
  private var first = 0
  private var clique: [Int] = []

  init(_ order: CliqueOrder, size: Int) {
    self.order = order
    self.size = size
    number = [Int](repeating: -1, count: order.nodes.count)
  }

  /// Calls with every clique that begins with a node; false where the caller has had enough.
  mutating func run(from node: Int, _ body: ([Int]) -> Bool) -> Bool {
    guard order.later[node].count + 1 >= size else { return true }
    first = node
    candidates = order.later[node]
    let earlier = order.earlier[node]
    let (count, earlierCount) = (candidates.count, earlier.count)
    tiedCandidates = [BitSet](repeating: BitSet(count: count), count: count)
    tiedEarlier = [BitSet](repeating: BitSet(count: earlierCount), count: count)
    candidatesOfEarlier = [BitSet](repeating: BitSet(count: count), count: earlierCount)
    for (place, candidate) in candidates.enumerated() { number[Int(candidate)] = place }
    defer { for candidate in candidates { number[Int(candidate)] = -1 } }
    for (place, candidate) in candidates.enumerated() {
      for end in order.later[Int(candidate)] where number[Int(end)] >= 0 {
        tiedCandidates[place].insert(number[Int(end)])
        tiedCandidates[number[Int(end)]].insert(place)
      }
    }
    for (place, other) in earlier.enumerated() {
      for end in order.later[Int(other)] where number[Int(end)] >= 0 {
        candidatesOfEarlier[place].insert(number[Int(end)])
        tiedEarlier[number[Int(end)]].insert(place)
      }
    }
    return extend(
      BitSet(count: count, Array(0..<count)), BitSet(count: count),
      BitSet(count: earlierCount, Array(0..<earlierCount)), body)
  }

  /// Extends the clique by open candidates.
  ///
  /// - Parameters:
  ///   - open: Candidates tied to all of the clique.
  ///   - done: Those whose cliques have been listed.
  ///   - earlier: Earlier neighbors tied to all of the clique.
  ///   - body: Takes a clique.
  /// - Returns: Whether to go on.
  private mutating func extend(
    _ open: BitSet, _ done: BitSet, _ earlier: BitSet, _ body: ([Int]) -> Bool
  ) -> Bool {
    if open.isEmpty {
      guard done.isEmpty, earlier.isEmpty, clique.count + 1 >= size else { return true }
      return body(([first] + clique.map { Int(candidates[$0]) }).sorted())
    }
    guard clique.count + 1 + open.count >= size else { return true }
    // Every maximal clique has the pivot or someone not tied to it.
    var branches = open
    var fewest = Int.max
    func tryPivot(_ tied: BitSet) {
      let rest = open.subtracting(tied)
      let count = rest.count
      if count < fewest { (branches, fewest) = (rest, count) }
    }
    open.forEach { tryPivot(tiedCandidates[$0]) }
    done.forEach { tryPivot(tiedCandidates[$0]) }
    earlier.forEach { tryPivot(candidatesOfEarlier[$0]) }
    var (open, done) = (open, done)
    for node in branches.elements {
      clique.append(node)
      defer { clique.removeLast() }
      guard
        extend(
          open.intersection(tiedCandidates[node]), done.intersection(tiedCandidates[node]),
          earlier.intersection(tiedEarlier[node]), body)
      else { return false }
      open.remove(node)
      done.insert(node)
    }
    return true
  }
}
