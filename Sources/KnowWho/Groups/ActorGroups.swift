/// The groups of the nodes of a graph, by what a column says of their actors.
public struct ActorGroups: Sendable, Equatable {
  /// What each group is called: the entries of the column, in order.
  public let names: [String]

  /// For each node its group, a position in ``names``; nil where the entry is empty.
  public let groups: [Int?]

  /// How many nodes have no entry.
  public var missingCount: Int { groups.count { $0 == nil } }
}

/// Why actors cannot be grouped by a column.
public enum GroupingError: Error, Equatable, Sendable {
  /// The actors have no column of this name.
  case noColumn(String)
  /// No node's actor has an entry in the column.
  case allEmpty(String)
}

extension NetworkView {
  /// Groups nodes by the entries of a column of their actors.
  ///
  /// - Parameters:
  ///   - column: The name of an attribute, or `kind`.
  ///   - network: The network that the view is of.
  /// - Returns: The groups.
  /// - Throws: ``GroupingError``.
  /// - Complexity: O(nodes · log groups).
  public func groups(
    by column: String, in network: Network
  ) throws(GroupingError) -> ActorGroups {
    let entries: [String?]
    if let attribute = network.actors.attributes.first(where: { $0.name == column }) {
      entries = actors.map { attribute.values[$0].isEmpty ? nil : attribute.values[$0] }
    } else if column == "kind", network.actors.kinds != nil {
      entries = actors.map { network.actors.kind($0)?.rawValue }
    } else {
      throw .noColumn(column)
    }
    let names = Set(entries.compactMap(\.self)).sorted()
    guard !names.isEmpty else { throw .allEmpty(column) }
    let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return ActorGroups(names: names, groups: entries.map { $0.flatMap { position[$0] } })
  }
}
