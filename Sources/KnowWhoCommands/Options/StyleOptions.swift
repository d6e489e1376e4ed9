internal import ArgumentParser
internal import KnowWho

/// How a diagram looks.
struct StyleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "light, dark, or print: in greys.", "light（明るい背景）、dark（暗い背景）、print（白黒印刷用）。")))
  var theme = DiagramStyle.Theme.light

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "A YAML file of one's own forms and colours, in place of --theme.",
        "形と色を定めた YAML ファイル（--theme の代わり）。"), valueName: "file"))
  var style: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "What colours stand for: kind, community, a column of actors.csv, or a measure "
          + "(default: kind; of more than 300 actors, community).",
        "色で表すもの：kind（種類）、community（まとまり）、actors.csv の列、または指標"
          + "（既定は kind、主体が300を超えると community）。")))
  var color: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "One form for all actors (default: each kind has its own).",
        "すべての主体を同じ形にします（既定では種類ごとの形）。")))
  var form: DiagramStyle.Form?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "What is written on actors: names (in both languages), short, ids or none.",
        "主体に書くもの：names（名前を両言語で）、short（名前だけ）、ids、none（なし）。")))
  var labels: DiagramOptions.Labels?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("A title in place of the network's.", "ネットワークの表題の代わりに書く題。")))
  var title: String?

  func validate() throws {
    guard style != nil, theme != .light else { return }
    throw ValidationError(
      Language.ofCommandLine(
        "--style has no place with --theme: write the theme into the file, as base: \(theme.rawValue)",
        "--style と --theme は同時に使えません。ファイルに base: \(theme.rawValue) と書いてください"))
  }

  /// The forms and colours asked for.
  ///
  /// - Throws: ``FileProblem`` where the file is wrong.
  var diagramStyle: DiagramStyle {
    get throws {
      guard let style else { return DiagramStyle(theme) }
      return try DiagramStyle(contentsOf: style)
    }
  }

  /// What colours stand for.
  enum Paint {
    case kind
    case community
    case column(String)
    case measure(NodeMeasure)
  }

  /// What colours stand for.
  ///
  /// - Parameters:
  ///   - networks: The networks that are drawn.
  ///   - isLarge: Whether nodes are marks without labels, which show communities best.
  /// - Returns: What colours stand for.
  /// - Throws: ``CommandFailure`` where the word is none of them.
  func paint(in networks: [Network], isLarge: Bool) throws -> Paint {
    let color = color ?? (isLarge ? "community" : "kind")
    switch color {
    case "kind": return .kind
    case "community": return .community
    default: break
    }
    let columns = networks.flatMap { $0.actors.attributes.map(\.name) }
    if columns.contains(color) { return .column(color) }
    if let measure = NodeMeasure.named(color) { return .measure(measure) }
    let language = Language.ofCommandLine
    let known = ["kind", "community"] + columns + NodeMeasure.all.map(\.name)
    let nearest = Spelling.nearest(to: color, in: known)
    throw CommandFailure.usage(
      language(
        "--color \(color) is neither a column nor a measure; "
          + (nearest.map { "did you mean \($0)? " } ?? "")
          + "write kind, community, \((columns + ["a measure"]).joined(separator: ", "))",
        "--color \(color)：列にも指標にもありません。" + (nearest.map { "\($0) のことでしょうか。" } ?? "")
          + "kind、community、\((columns + ["指標の名前"]).joined(separator: "、")) のいずれかを書いてください"))
  }
}
