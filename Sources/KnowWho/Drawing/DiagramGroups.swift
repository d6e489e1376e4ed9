/// Groups of a network's actors, to be coloured or drawn together.
public struct DiagramGroups: Sendable, Equatable {
  /// What each group is called, in the order of the legend.
  public let names: [String]

  /// For each actor of the network its group, a position in ``names``; nil for none.
  public let groups: [Int?]

  /// Creates groups.
  ///
  /// - Parameters:
  ///   - names: What each group is called.
  ///   - groups: For each actor of the network its group, a position in `names`, or nil.
  public init(names: [String], groups: [Int?]) {
    self.names = names
    self.groups = groups
  }

  /// Groups the actors of networks by a column, alike in all of them: largest group first where
  /// there are more than `limit`, else in the order of their names.
  ///
  /// - Parameters:
  ///   - column: The name of an attribute, or `kind`.
  ///   - networks: The networks.
  ///   - language: The language of the names of kinds.
  ///   - limit: How many groups there can be before their size orders them.
  /// - Returns: The groups of each network.
  public static func byColumn(
    _ column: String, in networks: [Network], language: Language, limit: Int = 8
  ) -> [DiagramGroups] {
    let entries = networks.map { network -> [String] in
      if column == "kind" {
        return network.actors.indices.map { network.actors.kind($0)?.rawValue ?? "" }
      }
      let attribute = network.actors.attributes.first { $0.name == column }
      return network.actors.indices.map { attribute?.values[$0] ?? "" }
    }
    var counts: [String: Int] = [:]
    for entry in entries.joined() where !entry.isEmpty { counts[entry, default: 0] += 1 }
    var names = counts.keys.sorted()
    if names.count > limit { names.sort { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) } }
    let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    if column == "kind" { names = names.map { language.word(for: ActorKind(rawValue: $0)) } }
    return entries.map { DiagramGroups(names: names, groups: $0.map { position[$0] }) }
  }

  /// Groups the actors of a view by the communities found among them, the largest first.
  ///
  /// - Parameters:
  ///   - view: The view.
  ///   - network: The network that the view is of.
  ///   - seed: Equal seeds give equal communities.
  ///   - language: The language of the names.
  ///   - execution: How the work is carried out.
  /// - Returns: The groups; actors alone in theirs have none.
  /// - Throws: ``GraphMeasures/MeasureError``.
  public static func byCommunity(
    of view: NetworkView, in network: Network, seed: UInt64, language: Language,
    execution: Execution = .standard
  ) throws(MeasureError) -> DiagramGroups {
    let found = try view.graph.leiden(seed: seed, iterationLimit: 100, execution: execution)
    let members = found.partition.members.filter { $0.count > 1 }
      .sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    var groups = [Int?](repeating: nil, count: network.actors.count)
    for (number, nodes) in members.enumerated() {
      for node in nodes { groups[view.actors[node]] = number }
    }
    return DiagramGroups(
      names: members.indices.map { language("community \($0 + 1)", "まとまり\($0 + 1)") },
      groups: groups)
  }
}
