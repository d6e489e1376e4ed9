public import GraphStructure

/// Cohesive groups in which everyone may lack a few ties.
public struct Plexes: Sendable, Equatable {
  /// The members of each group, ascending; larger groups first, then by their members.
  public let members: [[Graph.Node]]

  /// Whether these are all: the search was not given up.
  public let isComplete: Bool
}

extension Graph {
  /// Returns the maximal *k*-plexes: the largest groups of *s* nodes in which each is tied to at least
  /// *s* − *k* of the others.
  ///
  /// With *k* = 1 they are the maximal cliques. A group is listed where no other node can be added to
  /// it. Directions, self loops and parallel edges are ignored.
  ///
  /// - Parameters:
  ///   - k: How many ties each member may lack, itself counted as one; at least 1.
  ///   - minimumSize: Smaller groups are not listed; by default 2*k* − 1, from which on any two
  ///     members are tied or have a neighbor among the others.
  ///   - stepLimit: How many groups, maximal or not, are looked at before the search is given up.
  ///   - execution: Cancellation.
  /// - Returns: The groups, and whether they are all.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: Exponential in the worst case; O(*n*²) space. Nodes that have too few ties for a
  ///   group of the least size are left out at once, so a larger one saves most of the work.
  /// - SeeAlso: S. B. Seidman, B. L. Foster. A graph-theoretic generalization of the clique concept.
  ///   Journal of Mathematical Sociology 6, 1978.
  public func maximalPlexes(
    k: Int, minimumSize: Int? = nil, stepLimit: Int = 10_000_000,
    execution: Execution = .standard
  ) throws(MeasureError) -> Plexes {
    for (name, value) in [("k", k), ("minimum size", minimumSize ?? 1), ("step limit", stepLimit)]
    where value < 1 {
      throw .parameterOutOfRange(name: name, value: Double(value), allowed: "at least 1")
    }
    let least = minimumSize ?? 2 * k - 1
    let cores = coreness()
    let kept = nodes.filter { cores[$0] >= least - k }
    let arcs = neighborArcs()
    var place = [Int](repeating: -1, count: nodeCount)
    for (index, node) in kept.enumerated() { place[node] = index }
    let isTied = kept.map { node in
      var row = [Bool](repeating: false, count: kept.count)
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = place[Int(arcs.ends[arc])]
        if end >= 0 { row[end] = true }
      }
      return row
    }
    var search = PlexSearch(isTied: isTied, k: k, least: least, stepLimit: stepLimit, execution)
    search.extend(Array(kept.indices), excluded: [])
    let members = search.found.map { $0.map { kept[$0] }.sorted() }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
    return Plexes(members: members, isComplete: !search.isGivenUp)
  }
}

/// Adds nodes to a group for as long as it stays a plex.
private struct PlexSearch {
  private(set) var found: [[Int]] = []
  private(set) var isGivenUp = false
  private let isTied: [[Bool]]
  private let k: Int
  private let least: Int
  private let execution: Execution
  private var stepsLeft: Int
  private var members: [Int] = []
  /// How many other members each member lacks a tie with.
  private var lacking: [Int]

  init(isTied: [[Bool]], k: Int, least: Int, stepLimit: Int, _ execution: Execution) {
    self.isTied = isTied
    self.k = k
    self.least = least
    self.execution = execution
    stepsLeft = stepLimit
    lacking = [Int](repeating: 0, count: isTied.count)
  }

  /// Lists the maximal plexes that hold the present members.
  ///
  /// - Parameters:
  ///   - candidates: The nodes that can be added and have not been tried.
  ///   - excluded: Those that can be added, but whose plexes are listed already.
  mutating func extend(_ candidates: [Int], excluded: [Int]) {
    stepsLeft -= 1
    if stepsLeft < 0 || (stepsLeft % 1024 == 0 && execution.isCancelled()) { isGivenUp = true }
    guard !isGivenUp, members.count + candidates.count >= least else { return }
    if candidates.isEmpty, excluded.isEmpty, !members.isEmpty { found.append(members) }
    var excluded = excluded
    for (index, node) in candidates.enumerated() where !isGivenUp {
      let row = isTied[node]
      let strangers = members.filter { !row[$0] }
      for member in strangers { lacking[member] += 1 }
      lacking[node] = strangers.count
      members.append(node)
      extend(
        candidates[(index + 1)...].filter { fits($0) }, excluded: excluded.filter { fits($0) })
      members.removeLast()
      for member in strangers { lacking[member] -= 1 }
      excluded.append(node)
    }
  }

  /// Whether the group is a plex with a further node.
  private func fits(_ node: Int) -> Bool {
    let row = isTied[node]
    var strangers = 0
    for member in members where !row[member] {
      strangers += 1
      if strangers >= k || lacking[member] + 1 >= k { return false }
    }
    return true
  }
}
