internal import ArgumentParser
internal import KnowWho

/// `knowwho render`: a diagram.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw a diagram as SVG or PNG.",
    discussion: """
      Nodes are sized by a measure, ties coloured by kind, and dashed where they have ended. \
      Without --at every tie ever is drawn.
      """)

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var limits: LimitOptions

  @Option(name: .shortAndLong, help: "The file to write: .svg, .png or .dot.")
  var output: String

  @Option(help: "The measure that sizes the nodes, or none.")
  var measure = "degree"

  @Option(help: "How nodes are placed.")
  var engine = LayoutEngine.automatic

  func run() throws {
    let ending = NetworkFile.fileExtension(of: output)
    let format = PictureFormat(rawValue: ending)
    guard format != nil || ending == "dot" else {
      throw CommandFailure.usage("-o \(output): name a file that ends in .svg, .png or .dot")
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
    let isJapanese = input.reading.language == .ja
    let diagram = network.diagram(
      of: view, isProjected: options.project != nil,
      DiagramOptions(
        language: isJapanese ? .japanese : .english,
        period: try options.period, sizes: sizes,
        sizeMeaning: (isJapanese ? measure?.nameJa : measure?.name) ?? ""))
    for note in try options.notes(on: view, of: network) { Console.note(note) }

    guard let format else {
      try AtomicFile.write(Array(diagram.dot(engine: engine).utf8), to: output)
      return
    }
    let engine = engine
    let picture = try job.perform("drawing") {
      try diagram.renderAndWait(as: format, engine: engine)
    }
    if let missing = picture.missingGlyphs { Console.note(missing.description) }
    for warning in picture.warnings { Console.note(warning) }
    try AtomicFile.write(picture.bytes, to: output)
    Console.note("wrote \(output) (\(picture.engine.rawValue), \(view.graph.nodeCount) nodes)")
  }

  private func chosenMeasure() throws -> NodeMeasure? {
    guard measure != "none" else { return nil }
    return try NodeMeasure.list(measure).first
  }
}
