internal import ArgumentParser
internal import KnowWho

/// Whether a tie counts its strength.
struct StrengthOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine("A tie counts its strength, not 1.", "つながりを1本ずつではなく、強さで数えます。")))
  var strengths = false

  /// What ties count.
  var values: EdgeValues { strengths ? .strengths : .ones }

  /// Makes sure that there are strengths where they are to count.
  ///
  /// - Parameters:
  ///   - view: The graph.
  ///   - path: The network, where there are several.
  /// - Throws: ``CommandFailure`` where ties have none.
  func check(_ view: NetworkView, of path: String? = nil) throws {
    guard strengths, !view.graph.hasStrengths else { return }
    throw CommandFailure.data(
      Language.ofCommandLine(
        "--strengths: the ties of \(path ?? "this network") have no strengths",
        "--strengths：\(path.map { "\($0) " } ?? "このネットワーク")のつながりには強さの記録がありません"))
  }
}
