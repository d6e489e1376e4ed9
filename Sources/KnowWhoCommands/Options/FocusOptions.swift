internal import ArgumentParser
internal import KnowWho

/// What part of a network a diagram shows, and how it is arranged.
struct FocusOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only this actor and those within --radius steps.",
        "この主体と、そこから --radius 歩以内の主体だけを描きます。"), valueName: "actor"))
  var ego: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("With --ego: how many steps (default: 1).", "--ego とともに：歩数（既定は1）。")))
  var radius: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Two actors: the shortest way from one to the other stands out (may be repeated).",
        "2つの主体：その間の最短の経路を際立たせます（繰り返し指定できます）。"), valueName: "actor"))
  var highlightPath: [String] = []

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Actors with the same entry in this column (or of one kind) are drawn together.",
        "actors.csv のこの列（または kind）が同じ主体をまとめて描きます。"), valueName: "column"))
  var groupBy: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Two kinds of actors in two columns, such as people and events.",
        "人と行事のような二種類の主体を、左右に分けて描きます。")))
  var twoModes = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The network at several times side by side: 1983,1989,2009.",
        "複数の時点のネットワークを並べて描きます：1983,1989,2009 など。"), valueName: "date,…"))
  var timeline: String?

  /// More would be too small to read.
  private static let panelLimit = 24

  func validate() throws {
    let language = Language.ofCommandLine
    if let radius {
      try NumberCheck.check(radius, 1...100, "--radius")
      guard ego != nil else {
        throw ValidationError(
          language("--radius needs --ego", "--radius には --ego が必要です"))
      }
    }
    if highlightPath.count % 2 != 0 {
      throw ValidationError(
        language(
          "--highlight-path takes two actors each time, such as --highlight-path H D",
          "--highlight-path には、--highlight-path H D のように主体を2つずつ書いてください"))
    }
    if twoModes, groupBy != nil {
      throw ValidationError(
        language(
          "--two-modes and --group-by both say where actors go; leave out one of them",
          "--two-modes と --group-by はどちらも配置の指定です。どちらかを外してください"))
    }
    _ = try periods
  }

  /// The times side by side, nil for one picture.
  var periods: [Period]? {
    get throws {
      guard let timeline else { return nil }
      let language = Language.ofCommandLine
      let words = timeline.split(separator: ",").map(\.trimmed)
      let periods = try words.map { word in
        guard let period = Period(word) else {
          throw ValidationError(
            language(
              "--timeline: \(word) is no time; write 1983,1989,2009 or 1983..1989,1990..1999",
              "--timeline：\(word) は日付として読めません。1983,1989,2009 や 1983..1989,1990..1999 のように書いてください"))
        }
        return period
      }
      guard (2...Self.panelLimit).contains(periods.count) else {
        throw ValidationError(
          language(
            "--timeline takes 2 to \(Self.panelLimit) times, such as 1983,1989,2009",
            "--timeline には 1983,1989,2009 のように2～\(Self.panelLimit)の時点を書いてください"))
      }
      return periods
    }
  }

  /// Returns the part of a view that is shown.
  ///
  /// - Throws: ``CommandFailure`` where the ego is not there.
  func focused(_ view: NetworkView, of network: Network) throws -> NetworkView {
    guard let ego = try root(in: network) else { return view }
    guard let node = view.node(of: ego) else {
      throw CommandFailure.data(
        Language.ofCommandLine(
          "--ego: no chosen tie touches \(network.actors.name(ego)); ask for other ties or times",
          "--ego：\(network.actors.nameJa(ego)) には、選んだつながりがありません。別の種類や時点を指定してください"))
    }
    // Who points to the ego is as near as whom it points to.
    let near = [Direction.outgoing, .incoming].map {
      view.graph.distances(from: node, direction: $0)
    }
    let nodes = view.graph.nodes.filter { node in
      near.contains { $0[node] != Graph.unreachable && $0[node] <= radius ?? 1 }
    }
    return view.subset(of: nodes, in: network)
  }

  /// The actor in the middle, nil where there is none.
  func root(in network: Network) throws -> Int? {
    try ego.map { try network.actor(named: $0, option: "--ego", .ofCommandLine) }
  }

  /// The actors along each way that stands out; empty where none was asked for.
  ///
  /// - Throws: ``CommandFailure`` where there is no way.
  func paths(in view: NetworkView, of network: Network) throws -> [[Int]] {
    try stride(from: 0, to: highlightPath.count, by: 2).map { place in
      try path(Array(highlightPath[place..<place + 2]), in: view, of: network)
    }
  }

  private func path(
    _ names: [String], in view: NetworkView, of network: Network
  ) throws -> [Int] {
    let language = Language.ofCommandLine
    let ends = try names.map {
      try network.actor(named: $0, option: "--highlight-path", language)
    }
    guard let source = view.node(of: ends[0]), let target = view.node(of: ends[1]),
      let path = view.graph.shortestPath(from: source, to: target)
    else {
      let names = ends.map { language.name(of: $0, in: network) }
      throw CommandFailure.data(
        language(
          "--highlight-path: no chosen tie leads from \(names[0]) to \(names[1])",
          "--highlight-path：\(names[0])から\(names[1])へ、選んだつながりではたどり着けません"))
    }
    return path.map { view.actors[$0] }
  }
}
