internal import ArgumentParser
internal import KnowWho

/// `knowwho render`: a diagram.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: Language.ofCommandLine(
      "Draw a diagram as SVG, PNG or PDF.", "ネットワークの図を SVG、PNG、PDF で描きます。"),
    discussion: Language.ofCommandLine(
      "Nodes are sized by a measure, ties coloured by kind, and dashed where they have ended. "
        + "Without --at every tie ever is drawn. Two networks stand side by side, actors of both "
        + "in the same places; --timeline does so with several times of one.",
      "主体の大きさは指標の値を、線の色はつながりの種類を表し、終わったつながりは破線で描きます。"
        + "--at を指定しなければ、過去から現在までのすべてのつながりを描きます。"
        + "ネットワークを2つ指定すると、共通の主体を同じ位置にして左右に並べます。--timeline では同じネットワークの複数の時点を並べます。"))

  @OptionGroup var input: NetworkOptions

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("A second network beside it.", "並べて描く、もう1つのネットワーク。")))
  var other: String?

  @OptionGroup var picture: PictureOptions
  @OptionGroup var look: StyleOptions
  @OptionGroup var focus: FocusOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The measure that sizes the nodes, or none.", "主体の大きさで表す指標。none なら同じ大きさにします。")))
  var measure = "degree"

  func validate() throws {
    guard focus.timeline != nil, other != nil || options.chosen.at != nil else { return }
    throw ValidationError(
      Language.ofCommandLine(
        "--timeline has no place with \(other != nil ? "two networks" : "--at"); leave out one of them",
        "--timeline は\(other != nil ? "2つのネットワーク" : " --at ")と同時に使えません。どちらかを外してください"))
  }

  func run() throws {
    let kind = try picture.kind
    let measure = try measure == "none" ? nil : NodeMeasure.list(measure).first
    let job = limits.begin()
    let sources = try sources(in: job)
    if limits.estimate, let view = sources.first?.view {
      let run = MeasureRun(
        job: job, threads: input.reading.threads, graph: view.graph, twoMode: nil,
        settings: NodeMeasure.Settings())
      var report = try run.estimate(measure.map { [$0] } ?? [])
      report.addUnknown("layout")
      return Console.write(report.table)
    }
    var figure = try DiagramPanels(
      sources: sources, options: options, focus: focus, look: look, reading: input.reading,
      measure: measure, job: job
    ).figure()
    try checkModes(figure)
    figure.width = try picture.pageWidth
    if figure.width != nil, let panel = figure.panels.first, figure.panels.count == 1,
      LargeDrawing.suits(nodeCount: panel.diagram.nodes.count)
    {
      throw CommandFailure.usage(
        input.reading.language(
          "--width is for networks with names, of up to 300 actors; draw a part with --ego or --kinds",
          "--width は名前の入る主体300までの図で使えます。--ego や --kinds で一部を描いてください"))
    }
    switch kind {
    case .dot:
      guard let panel = figure.panels.first, figure.panels.count == 1 else {
        throw CommandFailure.usage(
          input.reading.language(
            "DOT holds one network; write .svg, .png or .pdf",
            "DOT に書けるネットワークは1つです。.svg、.png、.pdf を指定してください"))
      }
      try AtomicFile.write(Array(panel.diagram.dot(engine: engine).utf8), to: picture.output)
    case .picture(let format): try draw(figure, as: format, in: job)
    }
    Console.note(meaning(of: figure, measure))
    for source in sources {
      // At several times the same notes would be repeated for each.
      guard focus.timeline == nil else { break }
      for note in try options.notes(on: source.view, of: source.network) { Console.note(note) }
    }
  }

  /// Rings round an ego need an engine that draws them.
  private var engine: LayoutEngine {
    focus.ego != nil && layout.engine == .automatic ? .twopi : layout.engine
  }

  private func draw(_ figure: DiagramFigure, as format: PictureFormat, in job: Job) throws {
    let language = input.reading.language
    if let missing = figure.missingGlyphs { Console.note(missing.description(in: language)) }
    let (engine, scale, isOutlined) = (engine, picture.scale ?? 2, picture.outline)
    let (limits, execution) = (
      job.layoutLimits, job.execution(threads: input.reading.threads)
    )
    let drawn = try job.perform(language("drawing", "図を作成中")) {
      try figure.renderAndWait(
        as: format, engine: engine, scale: scale, isOutlined: isOutlined, limits: limits,
        execution: execution)
    }
    for warning in drawn.warnings { Console.note(warning) }
    try AtomicFile.write(drawn.bytes, to: picture.output)
    let count = figure.panels.map(\.diagram.nodes.count).max() ?? 0
    Console.note(
      language(
        "wrote \(picture.output) (\(drawn.choice.text(in: language)); \(count) nodes)",
        "\(picture.output) を書き込みました（\(drawn.choice.text(in: language))、主体\(count)）。"))
    try layout.writeQuality(of: drawn, figure, execution: execution, language)
    noteSmallText(drawn)
  }

  /// Says so where the text would be too small on paper.
  private func noteSmallText(_ drawn: Picture) {
    if let width = try? picture.pageWidth {
      let size = drawn.smallestText(atPageWidth: width)
      guard size < 6.95 else { return }
      return Console.note(
        input.reading.language(
          "at that width the smallest text would have \(Decimals.fixed(size, 1)) points; draw fewer actors",
          "その幅では最小の文字が\(Decimals.fixed(size, 1))ポイントになります。主体を減らしてください"))
    }
    let (a4, a3) = (drawn.smallestText(atPageWidth: 785), drawn.smallestText(atPageWidth: 1134))
    guard a4 < 7 else { return }
    let size = Decimals.fixed(a4, 1)
    // Panels have short labels in any case.
    let isShort = look.labels != nil || other != nil || focus.timeline != nil
    let paper = a3 >= 7 ? "A3" : nil
    let language = input.reading.language
    Console.note(
      language(
        "on A4 paper across the smallest text would have \(size) points; "
          + (paper.map { "print it on \($0), or " } ?? "")
          + "draw fewer actors" + (isShort ? "" : ", or take --labels short"),
        "A4横に印刷すると最小の文字が\(size)ポイントになります。" + (paper.map { "\($0)に印刷するか、" } ?? "")
          + (isShort ? "主体を減らしてください" : "主体を減らすか、--labels short を付けてください")))
  }

  // MARK: Networks

  private func sources(in job: Job) throws -> [DiagramPanels.Source] {
    let language = input.reading.language
    let network = try input.read(in: job)
    if let periods = try focus.periods {
      return try periods.map { period in
        let view = try view(of: network, at: period)
        return .init(title: "\(period)", network: network, view: view, period: period)
      }
    }
    var networks = [(network, input.network)]
    if let other { networks.append((try input.reading.read(other, in: job), other)) }
    return try networks.map { network, path in
      let view = try options.view(
        of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
      return .init(
        title: networks.count > 1 ? language.title(of: network, at: path) : "", network: network,
        view: try focus.focused(view, of: network), period: try options.period)
    }
  }

  /// The network at one of several times, with the ties that may have been alive then.
  private func view(of network: Network, at period: Period) throws -> NetworkView {
    let view = try network.graph(
      at: period, possibly: true, ties: options.tieKinds(in: network),
      actors: options.actorKinds(in: network), projecting: options.projectedKinds(in: network),
      direction: options.undirected ? .undirected : .asGiven, isolates: options.isolates)
    // Before the ego came there is nothing to show.
    guard let ego = try focus.root(in: network), view.node(of: ego) == nil else {
      return try focus.focused(view, of: network)
    }
    return view.subset(of: [], in: network)
  }

  /// Two columns need two kinds of actors, with ties between them only.
  private func checkModes(_ figure: DiagramFigure) throws {
    guard focus.twoModes else { return }
    for panel in figure.panels {
      let first = panel.diagram.nodes.first?.kind
      let left = Set(panel.diagram.nodes.filter { $0.kind == first }.map(\.id))
      let within = panel.diagram.edges.count {
        left.contains($0.source) == left.contains($0.target)
      }
      guard within > 0 else { continue }
      throw CommandFailure.data(
        input.reading.language(
          "--two-modes: \(within) ties join actors of the same side; it takes two kinds of actors "
            + "with ties between them only: choose with --kinds or --ties",
          "--two-modes：同じ側どうしのつながりが\(within)本あります。二種類の主体の間だけにつながりが必要です。--kinds か --ties で選んでください"
        ))
    }
  }

  /// Says what is drawn and what its marks stand for.
  private func meaning(of figure: DiagramFigure, _ measure: NodeMeasure?) -> String {
    let language = input.reading.language
    // An actor that stands in several panels is one.
    let actors = Set(figure.panels.flatMap { $0.diagram.nodes.map(\.id) }).count
    let lines = figure.panels.map(\.diagram.edges.count).reduce(0, +)
    let panels = figure.panels.count
    let hasEnded = figure.panels.contains { $0.diagram.edges.contains(where: \.isEnded) }
    let size = measure.map { language($0.name, $0.nameJa) }
    return language(
      "The picture shows \(actors) \(actors == 1 ? "actor" : "actors") and "
        + "\(lines) \(lines == 1 ? "line" : "lines")"
        + (panels > 1 ? " in \(panels) panels" : "")
        + (size.map { "; the larger a circle, the higher its \($0)" } ?? "")
        + (hasEnded ? "; dashed lines have ended." : "."),
      (panels > 1 ? "\(panels)枚の図に、" : "") + "主体\(actors)と線\(lines)本を描きました。"
        + (size.map { "円が大きいほど「\($0)」の値が大きいことを示します。" } ?? "")
        + (hasEnded ? "破線は、すでに終わったつながりです。" : ""))
  }
}
