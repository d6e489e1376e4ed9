internal import ArgumentParser
internal import KnowWho

/// Which ties and actors a question is about.
struct ViewOptions: ParsableArguments {
  @OptionGroup var chosen: TieOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Actors of these kinds, separated by commas. In centrality and reach only they are listed, "
          + "while the others still carry ties; elsewhere the others are left out.",
        "この種類の主体（コンマ区切り）。centrality と reach では一覧に出す主体を選ぶだけで、ほかの主体もつながりを担います。"
          + "それ以外のコマンドでは、ほかの主体を除きます。")))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Replace actors of these kinds by ties between those tied to them.",
        "この種類の主体を取り除き、それを介した主体どうしを直接つなぎます。")))
  var project: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --ties or --at: keep actors that no chosen tie touches.",
        "--ties または --at とともに：選んだつながりのない主体も残します。")))
  var isolates = false

  @Flag(
    help: ArgumentHelp(Language.ofCommandLine("Ignore the directions of ties.", "つながりの向きを無視します。")))
  var undirected = false

  /// The period asked about, nil for all time.
  var period: Period? { get throws { try chosen.period } }

  /// Returns the kinds of ties asked for, nil for all.
  func tieKinds(in network: Network) throws -> Set<TieKind>? {
    try chosen.ofKinds.kinds(in: network, .ofCommandLine)
  }

  /// Returns the kinds of actors asked for, nil for all.
  func actorKinds(in network: Network) throws -> Set<ActorKind>? {
    try kinds.map { try KindList.actorKinds($0, option: "--kinds", in: network, .ofCommandLine) }
  }

  /// Returns the kinds of actors to replace by ties.
  func projectedKinds(in network: Network) throws -> Set<ActorKind> {
    try project.map {
      try KindList.actorKinds($0, option: "--project", in: network, .ofCommandLine)
    } ?? []
  }

  /// Returns the graph asked about.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - leavingOutOthers: Whether actors not of ``kinds`` are left out of the graph.
  ///   - job: What it is part of.
  ///   - threads: How many threads work at once; nil for one a processor.
  /// - Returns: The graph and the actors of its nodes.
  /// - Throws: ``CommandFailure`` for kinds that do not occur, or if nothing is left.
  func view(
    of network: Network, leavingOutOthers: Bool, in job: Job, threads: Int?
  ) throws -> NetworkView {
    let actorKinds = try actorKinds(in: network)
    let (period, tieKinds, projected) = (
      try period, try tieKinds(in: network), try projectedKinds(in: network)
    )
    let (possible, isolates, undirected) = (chosen.possible, isolates, undirected)
    let execution = job.execution(threads: threads)
    let step = Language.ofCommandLine("building the graph", "グラフを作成中")
    let view = try job.perform(step) {
      try network.graph(
        at: period, possibly: possible, ties: tieKinds, actors: leavingOutOthers ? actorKinds : nil,
        projecting: projected, direction: undirected ? .undirected : .asGiven, isolates: isolates,
        execution: execution)
    }
    if view.graph.nodeCount == 0, network.actors.count > 0 {
      throw CommandFailure.data(emptyViewMessage(view))
    }
    return view
  }

  /// Says what the numbers count and what they rest on, for the lines below a table.
  func notes(on view: NetworkView, of network: Network) throws -> [String] {
    let notes = TieNotes(network: network, language: .ofCommandLine)
    return notes.time(
      try period, possible: chosen.possible, furtherPossible: view.furtherPossibleTieCount)
      + leftOutNotes(view) + [try evidence(of: view, network).sentence(in: .ofCommandLine)]
      + notes.synthetic
  }

  private func leftOutNotes(_ view: NetworkView) -> [String] {
    let language = Language.ofCommandLine
    let (merged, loops) = (view.mergedTieCount, view.droppedLoopCount)
    let isolates = view.isolatesLeftOut
    return [
      merged > 0
        ? language(
          "\(merged) \(merged == 1 ? "tie is" : "ties are") folded into others between the same two "
            + "actors.",
          "同じ主体どうしの間で重なるつながり\(merged)本は、1本にまとめました。") : nil,
      loops > 0
        ? language(
          (loops == 1
            ? "1 tie of an actor to itself is" : "\(loops) ties of actors to themselves are")
            + " left out.",
          "自分自身とのつながり\(loops)本は除きました。") : nil,
      isolates > 0
        ? language(
          (isolates == 1
            ? "1 actor that no chosen tie touches is"
            : "\(isolates) actors that no chosen tie touches are") + " left out (--isolates).",
          "選んだつながりのない主体\(isolates)は除きました（--isolates で残せます）。") : nil,
    ].compactMap { $0 }
  }

  /// What the chosen ties rest on whose ends are shown, or were replaced by ties between those that
  /// are.
  private func evidence(of view: NetworkView, _ network: Network) throws -> EvidenceCounts {
    let projected = try projectedKinds(in: network)
    var counts = network.actors.indices.map { actor in
      network.actors.kind(actor).map(projected.contains) ?? false
    }
    for actor in view.actors { counts[actor] = true }
    let (sources, targets) = (network.ties.sources, network.ties.targets)
    let isUsed = { counts[Int(sources[$0])] && counts[Int(targets[$0])] }
    switch view.ties {
    case .all(let count):
      return EvidenceCounts(of: (0..<count).lazy.filter(isUsed), in: network)
    case .some(let ties): return EvidenceCounts(of: ties.lazy.filter(isUsed), in: network)
    }
  }

  private func emptyViewMessage(_ view: NetworkView) -> String {
    let language = Language.ofCommandLine
    guard let at = chosen.at else {
      return language(
        "no actor is left to answer for; ask for other kinds or ties",
        "該当する主体がありません。別の種類やつながりを指定してください")
    }
    let (possible, further) = (chosen.possible, view.furtherPossibleTieCount)
    return language(
      "no tie is \(possible ? "possibly" : "definitely") alive in \(at)"
        + (further > 0 ? "; \(further) are possible: add --possible" : "; try another time"),
      "\(at) に\(possible ? "存続していた可能性のある" : "確実に存続している")つながりはありません。"
        + (further > 0
          ? "可能性のあるものが\(further)本あります（--possible を付けてください）" : "別の時点を指定してください"))
  }
}

extension Substring {
  /// The text without blanks at its ends.
  var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
