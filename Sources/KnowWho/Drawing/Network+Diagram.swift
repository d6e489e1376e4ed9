extension Network {
  /// Returns the diagram of a view of this network.
  ///
  /// Where the view shows actors as they are, every tie between them is drawn, those of one kind
  /// between the same two once. Where actors were replaced by ties, the edges of the graph are
  /// drawn.
  ///
  /// - Parameters:
  ///   - view: A view of this network.
  ///   - isProjected: Whether actors of the view were replaced by ties.
  ///   - options: Language, period and sizes.
  /// - Returns: The diagram.
  /// - Complexity: O(actors + ties).
  public func diagram(
    of view: NetworkView, isProjected: Bool = false, _ options: DiagramOptions = DiagramOptions()
  ) -> Diagram {
    // Without a period, "ended" means: no longer alive when observation stopped.
    let end = options.period ?? description.observedTo.flatMap { Period(from: $0, to: $0) }
    let edges = isProjected ? sharedEdges(of: view) : tieEdges(of: view, endedBefore: end)
    let words: Language = options.language == .japanese ? .ja : .en
    return Diagram(
      nodes: diagramNodes(of: view, edges: edges, options),
      edges: edges,
      caption: Diagram.Caption(
        title: title(in: options.language), sizeMeaning: options.sizeMeaning,
        syntheticNote: words.synthetic(of: self) ?? "", source: words.source(of: self) ?? "",
        footer: footer(view, end, options)),
      language: options.language)
  }

  private func title(in language: DiagramLanguage) -> String {
    let titles = [description.title, description.titleJa]
    return (language == .japanese ? titles.reversed() : titles).compactMap { $0 }.first ?? ""
  }

  private func diagramNodes(
    of view: NetworkView, edges: [Diagram.Edge], _ options: DiagramOptions
  ) -> [Diagram.Node] {
    var tieCount: [String: (all: Int, ended: Int)] = [:]
    for edge in edges {
      for end in [edge.source, edge.target] {
        let counts = tieCount[end] ?? (0, 0)
        tieCount[end] = (counts.all + 1, counts.ended + (edge.isEnded ? 1 : 0))
      }
    }
    // Only circles grow, so the largest of them sets the scale.
    let style = DiagramStyle.light
    let circles = view.actors.indices.filter {
      style.look(ofNode: actors.kind(view.actors[$0])?.rawValue ?? "").form == .circle
    }
    let largest = circles.compactMap { options.sizes?[$0] }.filter(\.isFinite).max() ?? 0
    return view.actors.enumerated().map { node, actor in
      let id = actors.id(actor)
      let score = options.sizes?[node] ?? 0
      let counts = tieCount[id]
      let (label, subtitle) = names(of: actor, in: options.language)
      return Diagram.Node(
        id: id, label: label, subtitle: subtitle, kind: actors.kind(actor)?.rawValue ?? "",
        size: largest > 0 && score.isFinite ? min(1, max(0, score / largest)) : 0,
        isEnded: counts.map { $0.ended == $0.all } ?? false)
    }
  }

  /// The name in the diagram's language, and in smaller letters the other one where it says more.
  private func names(of actor: Int, in language: DiagramLanguage) -> (String, String) {
    let (name, nameJa) = (actors.name(actor), actors.nameJa(actor))
    if name == nameJa { return (name, "") }
    // "A" and "A社" are the same word.
    if nameJa.hasPrefix(name), nameJa.count <= name.count + 1 {
      return (language == .japanese ? nameJa : name, "")
    }
    return language == .japanese ? (nameJa, name) : (name, nameJa)
  }

  private func tieEdges(of view: NetworkView, endedBefore end: Period?) -> [Diagram.Edge] {
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
      let pair =
        isDirected
        ? Pair(source: source, target: target, kind: ties.kind(tie))
        : Pair(source: min(source, target), target: max(source, target), kind: ties.kind(tie))
      if let edge = edgeOfPair[pair] {
        // Of several the best stands: one that lasts, one that is more than assumed.
        edges[edge].isEnded = edges[edge].isEnded && isEnded
        edges[edge].isAssumed = edges[edge].isAssumed && isAssumed
        continue
      }
      edgeOfPair[pair] = edges.count
      edges.append(
        Diagram.Edge(
          source: actors.id(source), target: actors.id(target),
          kind: ties.kind(tie)?.rawValue ?? "", isEnded: isEnded, isAssumed: isAssumed,
          isDirected: isDirected))
    }
    return edges
  }

  private func sharedEdges(of view: NetworkView) -> [Diagram.Edge] {
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

  private func footer(_ view: NetworkView, _ end: Period?, _ options: DiagramOptions) -> String {
    let isJapanese = options.language == .japanese
    var parts: [String] = []
    if let period = options.period {
      parts.append(isJapanese ? "\(period) に存続した関係" : "Ties alive in \(period)")
    } else if ties.haveDates {
      parts.append(isJapanese ? "全期間の関係" : "Every tie ever")
      if let end {
        parts.append(isJapanese ? "破線は \(end) より前に終了" : "dashed: ended before \(end)")
      }
    }
    let counts = [view.graph.nodeCount, view.ties.count]
    parts.append(
      isJapanese
        ? "主体 \(counts[0])、関係 \(counts[1])" : "\(counts[0]) actors, \(counts[1]) ties")
    return parts.joined(separator: isJapanese ? "。" : "; ")
  }
}
