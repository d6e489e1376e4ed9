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
    var edges =
      isProjected
      ? sharedEdges(of: view)
      : tieEdges(
        of: view, endedBefore: end, certainIn: options.marksUncertain ? options.period : nil)
    var nodes = DiagramNodes(network: self, view: view, options: options)
    emphasize(options.paths, in: &edges)
    nodes.edges = edges
    let words: Language = options.language == .japanese ? .ja : .en
    var diagram = Diagram(
      nodes: nodes.listed, edges: edges,
      caption: Diagram.Caption(
        title: title(in: options.language), sizeMeaning: options.sizeMeaning,
        syntheticNote: words.synthetic(of: self) ?? "", source: words.source(of: self) ?? "",
        footer: footer(view, end, options, nodes.areSized ? options.sizeConvention : "")),
      style: options.style, language: options.language)
    diagram.caption.sizeBounds = nodes.sizeBounds
    diagram.arrangement = options.arrangement
    diagram.clusters = options.clusters?.names ?? []
    switch options.paint {
    case .kinds: break
    case .groups(let groups): diagram.categories = groups.names
    case .scores(_, let meaning):
      diagram.caption.shadeMeaning = meaning
      diagram.caption.shadeBounds = nodes.shadeBounds
    }
    return diagram
  }

  /// Makes the ties between actors in a row stand out, and all others stand back.
  private func emphasize(_ paths: [[Int]], in edges: inout [Diagram.Edge]) {
    var steps: Set<[String]> = []
    for path in paths {
      for (one, next) in zip(path, path.dropFirst()) {
        steps.insert([actors.id(one), actors.id(next)].sorted())
      }
    }
    guard !steps.isEmpty else { return }
    for index in edges.indices {
      let ends = [edges[index].source, edges[index].target].sorted()
      edges[index].emphasis = steps.contains(ends) ? .strong : .faint
    }
  }

  private func title(in language: DiagramLanguage) -> String {
    let titles = [description.title, description.titleJa]
    return (language == .japanese ? titles.reversed() : titles).compactMap { $0 }.first ?? ""
  }

  private func footer(
    _ view: NetworkView, _ end: Period?, _ options: DiagramOptions, _ convention: String
  ) -> String {
    let isJapanese = options.language == .japanese
    var parts: [String] = []
    if let period = options.period {
      parts.append(isJapanese ? "\(period) に存続した関係" : "Ties alive in \(period)")
    } else if options.marksUncertain {
      parts.append(
        isJapanese
          ? "各時点に存続した関係（細線は、存続していた可能性のあるもの）"
          : "Ties alive at each time, thin where that is not certain")
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
    if !convention.isEmpty { parts.append(convention) }
    return parts.joined(separator: isJapanese ? "。" : "; ")
  }
}
