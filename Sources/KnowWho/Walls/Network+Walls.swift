internal import GraphMeasures
public import GraphStructure
public import NetworkData

/// What is asked of walls.
public struct WallOptions: Sendable {
  /// By what actors fall into subgroups.
  public var grouping: WallGrouping
  /// Only actors of these kinds; nil takes all.
  public var actorKinds: Set<ActorKind>?
  /// How often chance is tried.
  public var runs: Int
  /// Equal seeds give equal results.
  public var seed: UInt64
  /// The most introducers of a chain over a new bridge.
  public var introducers: Int

  /// Creates options.
  ///
  /// - Parameters:
  ///   - grouping: By what actors fall into subgroups.
  ///   - actorKinds: Only actors of these kinds.
  ///   - runs: How often chance is tried, at least 1.
  ///   - seed: Equal seeds give equal results.
  ///   - introducers: The most introducers of a chain over a new bridge, 0 or more.
  public init(
    grouping: WallGrouping = .communities, actorKinds: Set<ActorKind>? = nil, runs: Int = 200,
    seed: UInt64 = 1, introducers: Int = 1
  ) {
    self.grouping = grouping
    self.actorKinds = actorKinds
    self.runs = runs
    self.seed = seed
    self.introducers = introducers
  }
}

extension Network {
  /// Finds how closed the subgroups of a network are, who bridges them, and what a bridge more
  /// would do.
  ///
  /// Two actors are tied where either knows the other directly. Where subgroups are the members of
  /// groups, these memberships acquaint nobody, or each group would be closed by definition, and
  /// the groups themselves do not count as actors. Of given subgroups chance permutes the members;
  /// of communities that were found it rewires the ties, and the search is repeated.
  ///
  /// - Parameters:
  ///   - wall: By what actors are grouped, and how often chance is tried.
  ///   - options: Which ties count; ``ReachOptions/notVia`` is not regarded.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The walls.
  /// - Throws: ``WallError``, or ``GraphStructure/GraphError`` where groups are too large to pair
  ///   their members.
  /// - Complexity: O(*n* (*n* + *m*)) for the bridgers, and O(`runs` · *m*) for chance.
  public func walls(
    _ wall: WallOptions = WallOptions(), _ options: ReachOptions = ReachOptions(),
    execution: Execution = .standard
  ) throws -> Walls {
    var options = options
    options.notVia = []
    let groups = wall.grouping == .memberships ? groupsWithMembers(options) : []
    options.notVia = Set(groups.map(\.group))
    let acquaintances = try Acquaintances(in: self, options)
    let chosen = actors.indices.filter { actor in
      acquaintances.contains(actor) && !options.notVia.contains(actor)
        && wall.actorKinds.map { actors.kind(actor).map($0.contains) ?? false } ?? true
    }.sorted(by: actors.precedes)
    guard !chosen.isEmpty else { throw WallError.nobody }
    let graph = try acquaintances.mutualGraph(of: chosen)
    let grouped = try grouped(chosen, in: graph, wall, groups)
    guard !grouped.names.isEmpty else { throw WallError.noSubgroups }
    return Walls(grouped, in: graph, wall, execution)
  }

  private func grouped(
    _ chosen: [Int], in graph: Graph, _ wall: WallOptions,
    _ groups: [(group: Int, members: [Int])]
  ) throws -> GroupedActors {
    switch wall.grouping {
    case .column(let column): return try grouped(chosen, byColumn: column)
    case .memberships: return grouped(chosen, byMembershipIn: groups)
    case .communities:
      let found = try graph.wallCommunities(seed: wall.seed)
      return GroupedActors(chosen, keys: found.labels.map(Optional.init)) { _ in (nil, nil) }
    }
  }

  /// The groups that have members, by id.
  private func groupsWithMembers(_ options: ReachOptions) -> [(group: Int, members: [Int])] {
    let memberships = select(at: options.period, possibly: options.possibly, kinds: [.membership])
    var ends: Set<Int> = []
    for tie in memberships.ties.positions {
      ends.insert(Int(ties.sources[tie]))
      ends.insert(Int(ties.targets[tie]))
    }
    return ends.sorted(by: actors.precedes).map {
      ($0, members(of: $0, at: options.period, possibly: options.possibly))
    }.filter { !$0.members.isEmpty }
  }
}

extension Acquaintances {
  /// Returns the undirected graph of some actors, tied where either knows the other.
  ///
  /// - Parameter chosen: Actors; the *i*-th becomes node *i*.
  /// - Returns: The graph, without self loops.
  /// - Throws: ``GraphStructure/GraphError`` where there are more actors than 32 bits can number.
  func mutualGraph(of chosen: [Int]) throws(GraphError) -> Graph {
    var nodes = [Int](repeating: -1, count: network.actors.count)
    for (node, actor) in chosen.enumerated() { nodes[actor] = node }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for place in graph.nodes where nodes[actors[place]] >= 0 {
      for arc in graph.outgoing.arcs(of: place) {
        let end = nodes[actors[Int(graph.outgoing.ends[arc])]]
        guard end >= 0 else { continue }
        sources.append(UInt32(nodes[actors[place]]))
        targets.append(UInt32(end))
      }
    }
    return try Graph(
      nodeCount: chosen.count, sources: sources, targets: targets, selfLoops: .drop)
  }
}
