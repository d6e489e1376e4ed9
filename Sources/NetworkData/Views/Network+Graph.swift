public import GraphStructure

extension Network {
  /// Returns the graph of this network's actors and ties, or of some of them.
  ///
  /// Ties between the same two actors become one edge, their strengths added and the least of their
  /// distances kept; a tie of an actor to itself is left out, and counted. A strength or distance
  /// that was not given counts as 1 where other ties have one.
  ///
  /// - Parameters:
  ///   - period: Only ties alive on some day of this period; nil takes every tie ever.
  ///   - possibly: Also takes ties that may have been alive then, but are not definitely so.
  ///   - tieKinds: Only ties of these kinds; nil takes all.
  ///   - actorKinds: Only actors of these kinds and the ties between them, after projecting; nil
  ///     takes all.
  ///   - projected: Actors of these kinds are replaced by ties between their neighbors, with the
  ///     number of shared neighbors as strength.
  ///   - direction: Which directions edges have. Projecting makes them undirected.
  ///   - isolates: Whether actors that no chosen tie touches stay, where ties are chosen by period
  ///     or kind. Where all ties are taken, all actors stay.
  ///   - execution: How many threads work at once; the graph is the same at any number of them.
  /// - Returns: The graph and the actors of its nodes, in the order of the network.
  /// - Throws: ``GraphStructure/GraphError`` where projecting would make too many ties.
  /// - Complexity: O(actors + ties), and the square of the degrees of projected actors.
  public func graph(
    at period: Period? = nil, possibly: Bool = false, ties tieKinds: Set<TieKind>? = nil,
    actors actorKinds: Set<ActorKind>? = nil, projecting projected: Set<ActorKind> = [],
    direction: ViewDirection = .asGiven, isolates: Bool = false, execution: Execution = .standard
  ) throws(GraphError) -> NetworkView {
    let (selection, furtherPossible) = select(at: period, possibly: possibly, kinds: tieKinds)
    var actorOfNode = Array(actors.indices)
    var leftOut = 0

    let stored = storedGraph(of: selection, direction: direction)
    let edges = stored == nil ? edgeColumns(of: selection, direction: direction) : EdgeColumns()
    var graph =
      if let stored { stored } else {
        try Graph(
          nodeCount: actors.count, sources: edges.sources, targets: edges.targets,
          strengths: edges.strengths, distances: edges.distances, isDirected: edges.isDirected,
          parallelEdges: .merge, selfLoops: .drop, execution: execution)
      }
    let merged = graph.mergedEdgeCount - edges.repeatedReturnCount
    let loops = graph.droppedLoopCount
    if period != nil || tieKinds != nil, !isolates {
      let touched = touchedActors(of: selection)
      leftOut = actors.count - touched.count
      if leftOut > 0 {
        graph = graph.subgraph(of: touched)
        actorOfNode = touched
      }
    }
    if !projected.isEmpty {
      let away = graph.nodes.filter {
        actors.kind(actorOfNode[$0]).map(projected.contains) ?? false
      }
      let result = try graph.replacing(away)
      graph = result.graph
      actorOfNode = result.origin.map { actorOfNode[$0] }
    }
    if let actorKinds {
      let kept = graph.nodes.filter {
        actors.kind(actorOfNode[$0]).map(actorKinds.contains) ?? false
      }
      graph = graph.subgraph(of: kept)
      actorOfNode = kept.map { actorOfNode[$0] }
    }
    return NetworkView(
      graph: graph, actors: actorOfNode, ties: selection,
      mergedTieCount: merged,
      droppedLoopCount: loops, furtherPossibleTieCount: furtherPossible, isolatesLeftOut: leftOut)
  }

  /// Chooses ties by period and kind.
  ///
  /// - Parameters:
  ///   - period: Only ties alive on some day of this period; nil takes every tie ever.
  ///   - possibly: Also takes ties that may have been alive then.
  ///   - tieKinds: Only ties of these kinds; nil takes all.
  /// - Returns: The ties, and how many more may have been alive.
  /// - Complexity: O(ties).
  public func select(
    at period: Period? = nil, possibly: Bool = false, kinds tieKinds: Set<TieKind>? = nil
  ) -> (ties: TieSelection, furtherPossible: Int) {
    guard period != nil || tieKinds != nil else { return (.all(count: ties.count), 0) }
    let wanted = tieKinds.map { kinds in
      (ties.kinds?.words ?? []).map { kinds.contains(TieKind(rawValue: $0)) }
    }
    let codes = ties.kinds?.codes
    var selected: [Int] = []
    var furtherPossible = 0
    for tie in ties.indices {
      if let wanted {
        guard let code = codes?[tie], wanted[Int(code)] else { continue }
      }
      if let period {
        let lifetime = ties.lifetime(tie)
        guard lifetime.isPossiblyAlive(in: period) else { continue }
        if !possibly, !lifetime.isDefinitelyAlive(in: period) {
          furtherPossible += 1
          continue
        }
      }
      selected.append(tie)
    }
    return (
      selected.count == ties.count ? .all(count: ties.count) : .some(selected), furtherPossible
    )
  }

  /// Columns ready to become a graph.
  private struct EdgeColumns {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var strengths: [Double]?
    var distances: [Double]?
    var isDirected = false
    /// How many undirected ties of a directed graph repeat another one: each of them is folded
    /// twice, once a way.
    var repeatedReturnCount = 0
  }

  /// The graph that a file holds ready made, where it is the one of these ties and directions.
  private func storedGraph(of selection: TieSelection, direction: ViewDirection) -> Graph? {
    guard let storedGraph, selection == .all(count: ties.count) else { return nil }
    switch direction {
    case .asGiven: return storedGraph
    case .directed: return storedGraph.isDirected ? storedGraph : nil
    case .undirected: return storedGraph.isDirected ? nil : storedGraph
    }
  }

  /// Whether a file holds a graph that is not the one of its ties: a forgery, as damage is found when
  /// the file is opened.
  ///
  /// - Parameter execution: How many threads work at once.
  /// - Returns: `true` if the two differ; `false` if they do not, or no graph is held.
  /// - Throws: ``GraphStructure/GraphError`` where the ties make no graph.
  /// - Complexity: That of making the graph.
  package func hasFalseGraph(execution: Execution = .standard) throws(GraphError) -> Bool {
    guard let storedGraph else { return false }
    let columns = Network(description: description, actors: actors, ties: ties)
    return try columns.graph(execution: execution).graph != storedGraph
  }

  private func edgeColumns(of selection: TieSelection, direction: ViewDirection) -> EdgeColumns {
    func oneIfMissing(_ column: Column<Double>?) -> [Double]? {
      column?.map { $0.isNaN ? 1 : $0 }
    }
    var edges = EdgeColumns(
      sources: ties.sources.array, targets: ties.targets.array,
      strengths: oneIfMissing(ties.strengths),
      distances: oneIfMissing(ties.distances), isDirected: direction == .directed)
    if case .some(let chosen) = selection {
      edges.sources = chosen.map { ties.sources[$0] }
      edges.targets = chosen.map { ties.targets[$0] }
      edges.strengths = edges.strengths.map { column in chosen.map { column[$0] } }
      edges.distances = edges.distances.map { column in chosen.map { column[$0] } }
    }
    guard direction == .asGiven else { return edges }
    switch ties.directions {
    case .all(let isDirected):
      edges.isDirected = isDirected
    case .each(let isDirected):
      let directions: [Bool] =
        if case .some(let chosen) = selection { chosen.map { isDirected[$0] } } else { isDirected }
      edges.isDirected = directions.contains(true)
      guard edges.isDirected else { break }
      var returning: Set<UInt64> = []
      for (edge, isDirected) in directions.enumerated()
      where !isDirected && edges.sources[edge] != edges.targets[edge] {
        let (one, other) = (edges.sources[edge], edges.targets[edge])
        if !returning.insert(UInt64(min(one, other)) << 32 | UInt64(max(one, other))).inserted {
          edges.repeatedReturnCount += 1
        }
        edges.sources.append(edges.targets[edge])
        edges.targets.append(edges.sources[edge])
        if let strength = edges.strengths?[edge] { edges.strengths?.append(strength) }
        if let distance = edges.distances?[edge] { edges.distances?.append(distance) }
      }
    }
    return edges
  }

  private func touchedActors(of selection: TieSelection) -> [Int] {
    var isTouched = [Bool](repeating: false, count: actors.count)
    func touch(_ tie: Int) {
      isTouched[Int(ties.sources[tie])] = true
      isTouched[Int(ties.targets[tie])] = true
    }
    switch selection {
    case .all: ties.indices.forEach(touch)
    case .some(let chosen): chosen.forEach(touch)
    }
    return actors.indices.filter { isTouched[$0] }
  }
}
