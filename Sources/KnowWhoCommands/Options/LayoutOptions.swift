internal import ArgumentParser
internal import KnowWho

/// How the nodes of a diagram are placed.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How nodes are placed; automatic goes by the size and the form of the network.",
        "主体の配置の方法。automatic ではネットワークの大きさと形に応じて選びます。")))
  var engine = LayoutEngine.automatic

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Print how well it can be read: stress, crossings, lines over nodes, overlaps.",
        "図の読みやすさ（ストレス、線の交差、主体の上を通る線、重なり）を表示します。")))
  var quality = false

  /// Prints how well the diagrams of a figure can be read.
  func writeQuality(
    of picture: Picture, _ figure: DiagramFigure, execution: Execution, _ language: Language
  ) throws {
    guard quality else { return }
    guard let diagram = figure.panels.first?.diagram, figure.panels.count == 1 else {
      return Console.note(
        language(
          "--quality measures one network alone; draw them one by one",
          "--quality で測れるのは1つのネットワークだけです。1つずつ描いてください"))
    }
    let quality = try picture.quality(of: diagram, execution: execution)
    let rows = [
      (language("stress", "ストレス"), Decimals.fixed(quality.stress, 4)),
      (language("crossings", "線の交差"), String(quality.crossings)),
      (language("lines over nodes", "主体の上を通る線"), String(quality.edgeNodeOverlaps)),
      (language("overlapping nodes", "重なる主体"), String(quality.nodeOverlaps)),
    ]
    var text = rows.map { "\($0.0)\t\($0.1)\n" }.joined()
    if quality.isEstimated {
      text += language("(estimated from a sample)\n", "（標本からの推定値）\n")
    }
    Console.write(text)
  }
}

extension LayoutChoice {
  /// The engine, and why it was taken.
  func text(in language: Language) -> String {
    let why =
      switch reason {
      case .asked: ""
      case .few: language("best for few nodes", "少ない主体に最適")
      case .many: language("made for many nodes", "多くの主体向け")
      case .hierarchy: language("ties form a hierarchy", "つながりが階層をなすため")
      case .tree: language("a large tree", "大きな木のため")
      }
    return engine.rawValue + (why.isEmpty ? "" : language(": \(why)", "：\(why)"))
  }
}
