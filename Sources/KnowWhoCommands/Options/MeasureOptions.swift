internal import ArgumentParser
internal import KnowWho

/// What measures are computed with.
struct MeasureOptions: ParsableArguments {
  @Option(help: "raw, scaled or l2 (default: each measure's own).")
  var scaling: Scaling?

  @Option(
    help: """
      Give numbers as another tool does: networkx, igraph, networkit, sna or ucinet. What is not \
      the same there is said in the notes.
      """)
  var match: Peer?

  @Option(help: "Katz: what each step of a walk multiplies by (default: half of what is allowed).")
  var alpha: Double?

  @Option(help: "PageRank: the share of the walk that follows ties, from 0 to below 1.")
  var damping = 0.85

  @Option(help: "PageRank: the walk returns to these actors, ids separated by commas.")
  var personalize: String?

  func validate() throws {
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      throw ValidationError("--alpha \(alpha): write a number from 0 to below 1 / λ")
    }
    guard damping >= 0, damping < 1 else {
      throw ValidationError("--damping \(damping): write a number from 0 to below 1, such as 0.85")
    }
  }

  /// Returns the settings of measures on a view.
  func settings(
    lengths: Lengths, _ view: NetworkView, _ network: Network
  ) throws -> NodeMeasure.Settings {
    var settings = NodeMeasure.Settings(scaling: scaling, lengths: lengths)
    settings.peer = match
    settings.alpha = alpha
    settings.damping = damping
    settings.personalization = try personalize.map { try personalization($0, view, network) }
    return settings
  }

  /// Says what the numbers mean where they are another tool's.
  func notes(_ columns: [NodeMeasure.Column]) -> [String] {
    match == nil ? [] : columns.map { "\($0.name) \($0.convention)." }
  }

  /// Returns 1 for each actor named and 0 for all others.
  private func personalization(
    _ list: String, _ view: NetworkView, _ network: Network
  ) throws -> [Double] {
    var nodes: [String: Graph.Node] = [:]
    for node in view.graph.nodes { nodes[network.actors.id(view.actors[node])] = node }
    var numbers = [Double](repeating: 0, count: view.graph.nodeCount)
    for id in list.split(separator: ",").map(\.trimmed) {
      guard let node = nodes[id] else {
        throw CommandFailure.usage(
          "--personalize \(id): no actor of that id is counted here; "
            + (Spelling.nearest(to: id, in: Array(nodes.keys)).map { "did you mean \($0)?" }
              ?? "write ids as they stand in the network"))
      }
      numbers[node] = 1
    }
    guard numbers.contains(1) else {
      throw CommandFailure.usage("--personalize names no actor; write ids separated by commas")
    }
    return numbers
  }
}
