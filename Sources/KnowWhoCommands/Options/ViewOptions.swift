internal import ArgumentParser
internal import KnowWho

/// Which ties and actors a question is about.
struct ViewOptions: ParsableArguments {
  @Option(help: "Only ties alive then: 2009, 2009-07, 2009-07-01 or 1983..1989.")
  var at: String?

  @Flag(help: "With --at: also ties that may have been alive then.")
  var possible = false

  @Option(help: "Only ties of these kinds, separated by commas.")
  var ties: String?

  @Option(
    help: """
      Actors of these kinds, separated by commas. In centrality and reach only they are listed, \
      while the others still carry ties; elsewhere the others are left out.
      """)
  var kinds: String?

  @Option(help: "Replace actors of these kinds by ties between those tied to them.")
  var project: String?

  @Flag(help: "With --ties or --at: keep actors that no chosen tie touches.")
  var isolates = false

  @Flag(help: "Ignore the directions of ties.")
  var undirected = false

  func validate() throws {
    _ = try period
    if possible, at == nil {
      throw ValidationError("--possible needs --at: without a time every tie is taken anyway")
    }
  }

  /// The period asked about, nil for all time.
  var period: Period? {
    get throws {
      guard let at else { return nil }
      guard let period = Period(at) else {
        throw ValidationError(
          "--at \(at) is no time; write 2009, 2009-07, 2009-07-01 or 1983..1989")
      }
      return period
    }
  }

  /// Returns the kinds of ties asked for, nil for all.
  func tieKinds(in network: Network) throws -> Set<TieKind>? {
    try ties.map { try KindList.tieKinds($0, option: "--ties", in: network, .ofCommandLine) }
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
    let (possible, isolates, undirected) = (possible, isolates, undirected)
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

  /// Says what the numbers count, for the lines below a table.
  func notes(on view: NetworkView, of network: Network) throws -> [String] {
    var notes: [String] = []
    if let period = try period {
      let further = view.furtherPossibleTieCount
      notes.append(
        possible
          ? "Ties that were, or may have been, alive in \(period)."
          : "Ties definitely alive in \(period)"
            + (further > 0 ? "; \(further) more are possible (--possible)." : "."))
    } else if network.ties.haveDates {
      notes.append("Every tie ever counts; --at 2009 would ask about a time.")
    }
    if view.mergedTieCount > 0 {
      notes.append(
        Self.counted(view.mergedTieCount, "tie is", "ties are")
          + " folded into others between the same two actors.")
    }
    if view.droppedLoopCount > 0 {
      notes.append(
        Self.counted(
          view.droppedLoopCount, "tie of an actor to itself is", "ties of actors to themselves are")
          + " left out.")
    }
    if view.isolatesLeftOut > 0 {
      notes.append(
        Self.counted(
          view.isolatesLeftOut, "actor that no chosen tie touches is",
          "actors that no chosen tie touches are")
          + " left out (--isolates).")
    }
    if let synthetic = network.description.synthetic {
      notes.append("Synthetic data: \(synthetic)")
    }
    return notes
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private func emptyViewMessage(_ view: NetworkView) -> String {
    if let at {
      return "no tie is \(possible ? "possibly" : "definitely") alive in \(at)"
        + (view.furtherPossibleTieCount > 0
          ? "; \(view.furtherPossibleTieCount) are possible: add --possible" : "; try another time")
    }
    return "no actor is left to answer for; ask for other kinds or ties"
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
