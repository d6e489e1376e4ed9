internal import KnowWho

/// The panels of a picture: one network, two, or one at several times.
struct DiagramPanels {
  /// What a panel is drawn from.
  struct Source {
    let title: String
    let network: Network
    let view: NetworkView
    let period: Period?
  }

  let sources: [Source]
  let options: ViewOptions
  let focus: FocusOptions
  let look: StyleOptions
  let reading: ReadingOptions
  let measure: NodeMeasure?
  let job: Job

  private var language: Language { reading.language }

  /// The figure.
  ///
  /// - Throws: What a measure throws, ``CommandFailure``, or ``FileProblem`` of a style file.
  func figure() throws -> DiagramFigure {
    let style = try look.diagramStyle
    let paints = try paints(style)
    let sizes = try measure.map { try scores($0) }
    var all = try sources.map { source -> DiagramOptions in
      var options = DiagramOptions(
        language: language == .ja ? .japanese : .english, period: source.period,
        sizeMeaning: measure.map { language($0.name, $0.nameJa) } ?? "")
      options.style = style
      options.form = look.form
      options.labels = look.labels ?? (sources.count > 1 ? .short : .names)
      options.marksUncertain = focus.timeline != nil
      options.sizeConvention = sizeConvention
      options.root = try focus.root(in: source.network)
      options.paths = try focus.paths(in: source.view, of: source.network)
      options.isAlone = sources.count == 1
      options.arrangement = focus.groupBy != nil ? .clusters : focus.twoModes ? .twoModes : .free
      return options
    }
    let clusters = try focus.groupBy.map { try groups(by: $0, option: "--group-by") }
    for index in all.indices {
      all[index].paint = paints[index]
      all[index].sizes = sizes?[index]
      all[index].clusters = clusters?[index]
    }
    if sources.count > 1 {
      DiagramOptions.shareScales(&all, of: sources.map { ($0.network, $0.view) })
    }
    let diagrams = zip(sources, all).map { source, options in
      source.network.diagram(of: source.view, isProjected: self.options.project != nil, options)
    }
    return DiagramFigure(
      panels: zip(sources, diagrams).map { .init(title: $0.title, diagram: $1) },
      caption: caption(diagrams), sharesPlaces: sources.count > 1 && sharesActors)
  }

  /// Whether the panels have so many actors in common that one place for each helps.
  private var sharesActors: Bool {
    guard focus.timeline == nil else { return true }
    let ids = sources.map { source in Set(source.view.actors.map { source.network.actors.id($0) }) }
    let smallest = ids.map(\.count).min() ?? 0
    let common = ids.dropFirst().reduce(ids.first ?? []) { $0.intersection($1) }
    return 2 * common.count >= smallest && smallest > 0
  }

  // MARK: Sizes and colours

  private func scores(_ measure: NodeMeasure) throws -> [[Double]] {
    try sources.map { source in
      let run = MeasureRun(
        job: job, threads: reading.threads, graph: source.view.graph, twoMode: nil,
        settings: NodeMeasure.Settings())
      try run.check([measure])
      return try run.columns(of: [measure]).columns.first?.scores ?? []
    }
  }

  private var sizeConvention: String {
    guard let measure else { return "" }
    return language(
      "\(measure.name): \(measure.summary)", "\(measure.nameJa)：\(measure.summary(in: .ja))")
  }

  private func paints(_ style: DiagramStyle) throws -> [DiagramOptions.Paint] {
    let isLarge =
      sources.count == 1
      && sources.contains { LargeDrawing.suits(nodeCount: $0.view.graph.nodeCount) }
    switch try look.paint(in: sources.map(\.network), isLarge: isLarge) {
    case .kind: return sources.map { _ in .kinds }
    case .column(let column): return try groups(by: column, option: "--color").map { .groups($0) }
    case .community: return try communities().map { .groups($0) }
    case .measure(let measure):
      return try scores(measure).map {
        .scores($0, meaning: language(measure.name, measure.nameJa))
      }
    }
  }

  private func groups(by column: String, option: String) throws -> [DiagramGroups] {
    for source in sources
    where column != "kind"
      && !source.network.actors.attributes.contains(where: { $0.name == column })
    {
      throw CommandFailure.noColumn(column, option: option, in: source.network, language)
    }
    return DiagramGroups.byColumn(column, in: sources.map(\.network), language: language)
  }

  /// The communities of each network; at several times those of all its ties, so that a colour
  /// means the same in every panel.
  private func communities() throws -> [DiagramGroups] {
    let (seed, language) = (reading.seed ?? 1, language)
    let execution = job.execution(threads: reading.threads)
    func found(_ network: Network, _ view: NetworkView) throws -> DiagramGroups {
      try job.perform(language("finding communities", "コミュニティを探索中")) {
        try DiagramGroups.byCommunity(
          of: view, in: network, seed: seed, language: language, execution: execution)
      }
    }
    if focus.timeline != nil, let network = sources.first?.network {
      let groups = try found(network, network.graph(ties: options.tieKinds(in: network)))
      return sources.map { _ in groups }
    }
    return try sources.map { try found($0.network, $0.view) }
  }

  // MARK: Words

  private func caption(_ diagrams: [Diagram]) -> Diagram.Caption {
    var caption = diagrams.first?.caption ?? Diagram.Caption()
    if let title = look.title {
      caption.title = title
    } else if focus.timeline == nil, diagrams.count > 1 {
      // Each panel has its own.
      caption.title = ""
    } else if let ego = sources.first.flatMap({ try? focus.root(in: $0.network) }) {
      let name = language.name(of: ego, in: sources[0].network)
      let radius = focus.radius ?? 1
      caption.title += language(
        " – within \(radius) \(radius == 1 ? "step" : "steps") of \(name)", "：\(name)から\(radius)歩以内"
      )
    }
    caption.syntheticNote = distinct(diagrams.map(\.caption.syntheticNote), " ")
    caption.source = distinct(diagrams.map(\.caption.source), language("; ", "；"))
    if diagrams.count > 1 {
      let place = language(
        "each actor in one place; ", "同じ主体は同じ位置に描いています。")
      let common =
        focus.timeline != nil
        ? language("ties alive at each time, thin where not certain; ", "各時点に存続した関係（細線は可能性のあるもの）。")
        : ""
      caption.footer = (sharesActors ? place : "") + common + sizeConvention
    }
    return caption
  }

  private func distinct(_ texts: [String], _ separator: String) -> String {
    var seen: [String] = []
    for text in texts where !text.isEmpty && !seen.contains(text) { seen.append(text) }
    return seen.joined(separator: separator)
  }
}
