internal import ArgumentParser
internal import KnowWho

/// How the nodes of a diagram are placed.
struct LayoutOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Language.ofCommandLine("How nodes are placed.", "主体の配置の方法。")))
  var engine = LayoutEngine.automatic
}
