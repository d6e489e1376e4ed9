extension Network {
  /// The ties of a view as edges: those of one kind between the same two actors once.
  ///
  /// - Parameters:
  ///   - view: A view of this network.
  ///   - end: Ties that ended before are marked as ended.
  ///   - certain: Ties that need not have been alive then are marked as uncertain; nil for none.
  /// - Returns: The edges.
  func tieEdges(
    of view: NetworkView, endedBefore end: Period?, certainIn certain: Period?
  ) -> [Diagram.Edge] {
    var isShown = [Bool](repeating: false, count: actors.count)
    for actor in view.actors { isShown[actor] = true }
    let selected: [Int] =
      switch view.ties {
      case .all(let count): Array(0..<count)
      case .some(let chosen): chosen
      }
    struct Pair: Hashable {
      let source: Int
      let target: Int
      let kind: TieKind?
    }
    var edgeOfPair: [Pair: Int] = [:]
    var edges: [Diagram.Edge] = []
    for tie in selected {
      let (source, target) = (Int(ties.sources[tie]), Int(ties.targets[tie]))
      guard source != target, isShown[source], isShown[target] else { continue }
      let isDirected = ties.isDirected(tie)
      let isEnded = end.map { ties.lifetime(tie).hasEnded(before: $0) } ?? false
      let isAssumed = ties.evidence?[tie] == .assumed
      let isUncertain = certain.map { !ties.lifetime(tie).isDefinitelyAlive(in: $0) } ?? false
      let pair =
        isDirected
        ? Pair(source: source, target: target, kind: ties.kind(tie))
        : Pair(source: min(source, target), target: max(source, target), kind: ties.kind(tie))
      if let edge = edgeOfPair[pair] {
        // Of several the best stands: one that lasts, one that is more than assumed.
        edges[edge].isEnded = edges[edge].isEnded && isEnded
        edges[edge].isAssumed = edges[edge].isAssumed && isAssumed
        edges[edge].isUncertain = edges[edge].isUncertain && isUncertain
        continue
      }
      edgeOfPair[pair] = edges.count
      var drawn = Diagram.Edge(
        source: actors.id(source), target: actors.id(target),
        kind: ties.kind(tie)?.rawValue ?? "", isEnded: isEnded, isAssumed: isAssumed,
        isDirected: isDirected)
      drawn.isUncertain = isUncertain
      edges.append(drawn)
    }
    return edges
  }

  /// The edges of a view's graph, where actors were replaced by ties.
  func sharedEdges(of view: NetworkView) -> [Diagram.Edge] {
    let graph = view.graph
    return graph.nodes.flatMap { node in
      graph.outgoing.arcs(of: node).compactMap { arc -> Diagram.Edge? in
        let other = Int(graph.outgoing.ends[arc])
        guard graph.isDirected || other > node else { return nil }
        return Diagram.Edge(
          source: actors.id(view.actors[node]), target: actors.id(view.actors[other]),
          isDirected: graph.isDirected)
      }
    }
  }
}
