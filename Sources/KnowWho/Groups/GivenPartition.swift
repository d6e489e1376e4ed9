/// A way to divide all actors of a view that somebody else has given, with the names of the parts.
public struct GivenPartition: Sendable, Equatable {
  /// The parts.
  public let partition: Partition

  /// What each part is called.
  public let names: [String]

  /// Why actors are not divided.
  public enum Failure: Error, Sendable, Equatable {
    /// Some have no entry: the ids of the first, and how many there are.
    case notCovered(ids: [String], count: Int)
  }

  /// How many ids a failure names.
  private static let namedIDs = 5

  /// Takes the entries of the nodes of a view.
  ///
  /// - Parameters:
  ///   - entries: The name of the part of each node; nil where it has none.
  ///   - view: The view.
  ///   - network: The network it was made of.
  /// - Throws: ``Failure/notCovered(ids:count:)`` where a node has no entry.
  public init(
    _ entries: [String?], of view: NetworkView, in network: Network
  ) throws(Failure) {
    let missing = view.graph.nodes.filter { entries[$0] == nil }
    guard missing.isEmpty else {
      throw .notCovered(
        ids: missing.prefix(Self.namedIDs).map { network.actors.id(view.actors[$0]) },
        count: missing.count)
    }
    let known = entries.compactMap(\.self)
    partition = Partition(known)
    var names = [String](repeating: "", count: partition.count)
    for (node, name) in known.enumerated() { names[partition.labels[node]] = name }
    self.names = names
  }
}

extension NetworkView {
  /// Returns the groups that a table gives to the nodes of a view.
  ///
  /// - Parameters:
  ///   - table: The table; actors of the network that the view leaves out may stand in it.
  ///   - network: The network that the view is of.
  /// - Returns: The group of each node; nil where the table has none.
  /// - Throws: ``NetworkFiles/FileProblem`` for an id that the network does not have, or one in two
  ///   groups.
  /// - Complexity: O(actors + rows).
  public func groups(
    by table: GroupTable, in network: Network
  ) throws(FileProblem) -> [String?] {
    var entries = [String?](repeating: nil, count: network.actors.count)
    var lineOf = [Int](repeating: 0, count: network.actors.count)
    let actorOfID = Dictionary(
      network.actors.indices.map { (network.actors.id($0), $0) },
      uniquingKeysWith: { first, _ in first })
    for (row, id) in table.ids.enumerated() {
      guard let actor = actorOfID[id] else {
        throw FileProblem(
          table.path, line: table.lines[row],
          Phrase("the network has no actor of the id \(id)", "ID \(id) の主体はネットワークにありません"),
          advice: Phrase("write ids as they stand in the network", "ネットワークにある ID を書いてください"))
      }
      let group = table.groups[row]
      guard !group.isEmpty else { continue }
      if let before = entries[actor], before != group {
        throw FileProblem(
          table.path, line: table.lines[row],
          Phrase(
            "\(id) is in \(group), but in \(before) on line \(lineOf[actor])",
            "\(id) は \(group) とありますが、\(lineOf[actor])行目では \(before) です"),
          advice: Phrase("keep one of the two", "どちらか一方だけにしてください"))
      }
      (entries[actor], lineOf[actor]) = (group, table.lines[row])
    }
    return actors.map { entries[$0] }
  }
}
