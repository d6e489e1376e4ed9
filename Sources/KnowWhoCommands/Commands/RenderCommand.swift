internal import ArgumentParser
internal import KnowWho

/// `knowwho render`: a diagram.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: Language.ofCommandLine(
      "Draw a diagram as SVG or PNG.", "ネットワークの図を SVG または PNG で描きます。"),
    discussion: Language.ofCommandLine(
      "Nodes are sized by a measure, ties coloured by kind, and dashed where they have ended. "
        + "Without --at every tie ever is drawn.",
      "主体の大きさは指標の値を、線の色はつながりの種類を表し、終わったつながりは破線で描きます。"
        + "--at を指定しなければ、過去から現在までのすべてのつながりを描きます。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Language.ofCommandLine("The file to write: .svg, .png or .dot.", "書き込むファイル（.svg、.png、.dot）。"))
  )
  var output: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The measure that sizes the nodes, or none.", "主体の大きさで表す指標。none なら同じ大きさにします。")))
  var measure = "degree"

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let language = input.reading.language
    let ending = NetworkFile.fileExtension(of: output)
    let format = PictureFormat(rawValue: ending)
    guard format != nil || ending == "dot" else {
      throw CommandFailure.usage(
        language(
          "-o \(output): name a file that ends in .svg, .png or .dot",
          "-o \(output)：.svg、.png、.dot のいずれかで終わるファイル名を指定してください"))
    }
    let measure = try chosenMeasure()
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let run = MeasureRun(
      job: job, threads: input.reading.threads, graph: view.graph, twoMode: nil,
      settings: NodeMeasure.Settings())
    let measures = measure.map { [$0] } ?? []
    try run.check(measures)
    guard !limits.estimate else {
      var report = try run.estimate(measures)
      report.addUnknown("layout")
      return Console.write(report.table)
    }
    let sizes = try run.columns(of: measures).columns.first?.scores
    let diagram = network.diagram(
      of: view, isProjected: options.project != nil,
      DiagramOptions(
        language: language == .ja ? .japanese : .english,
        period: try options.period, sizes: sizes,
        sizeMeaning: measure.map { language($0.name, $0.nameJa) } ?? ""))
    let notes = [meaning(of: diagram, measure)] + (try options.notes(on: view, of: network))

    guard let format else {
      try AtomicFile.write(Array(diagram.dot(engine: layout.engine).utf8), to: output)
      for note in notes { Console.note(note) }
      return
    }
    let engine = layout.engine
    let picture = try job.perform(language("drawing", "図を作成中")) {
      try diagram.renderAndWait(as: format, engine: engine)
    }
    if let missing = picture.missingGlyphs { Console.note(missing.description(in: language)) }
    for warning in picture.warnings { Console.note(warning) }
    try AtomicFile.write(picture.bytes, to: output)
    Console.note(
      language(
        "wrote \(output) (\(picture.engine.rawValue), \(view.graph.nodeCount) nodes)",
        "\(output) を書き込みました（\(picture.engine.rawValue)、主体\(view.graph.nodeCount)）。"))
    for note in notes { Console.note(note) }
  }

  /// Says what is drawn and what its marks stand for.
  private func meaning(of diagram: Diagram, _ measure: NodeMeasure?) -> String {
    let language = input.reading.language
    let (actors, lines) = (diagram.nodes.count, diagram.edges.count)
    let hasEnded = diagram.edges.contains(where: \.isEnded)
    let size = measure.map { language($0.name, $0.nameJa) }
    return language(
      "The picture shows \(actors) actors and \(lines) lines"
        + (size.map { "; the larger a circle, the higher its \($0)" } ?? "")
        + (hasEnded ? "; dashed lines have ended." : "."),
      "主体\(actors)と線\(lines)本を描きました。"
        + (size.map { "円が大きいほど「\($0)」の値が大きいことを示します。" } ?? "")
        + (hasEnded ? "破線は、すでに終わったつながりです。" : ""))
  }

  private func chosenMeasure() throws -> NodeMeasure? {
    guard measure != "none" else { return nil }
    return try NodeMeasure.list(measure).first
  }
}
