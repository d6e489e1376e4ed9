internal import NetworkData

/// By what actors fall into subgroups.
public enum WallGrouping: Sendable, Equatable {
  /// By their entry in a column of the actors, or by `kind`.
  case column(String)
  /// By the groups they are members of.
  case memberships
  /// By communities that are found among their ties (Leiden, modularity).
  case communities
}

/// Why there are no walls to speak of.
public enum WallError: Error, Equatable, Sendable {
  /// The actors have no column of this name.
  case noColumn(String)
  /// No actor that counts has an entry in the column, or is a member of a group.
  case noSubgroups
  /// No actor is left to answer for.
  case nobody
}

/// Some actors and the subgroup that each is in.
struct GroupedActors {
  /// The actors that count, by id: the nodes of the graph of walls.
  let actors: [Int]
  /// For each of ``actors`` its subgroup, nil where it has none.
  let groups: [Int?]
  /// What each subgroup is called: an entry of a column; nil where it is named otherwise.
  let names: [String?]
  /// The group that each subgroup are the members of, nil where it is none.
  let groupActors: [Int?]
  /// Those who are members of several groups.
  let inSeveral: [Int]

  /// Numbers subgroups, the largest first, and of equal ones that with the first actor.
  ///
  /// - Parameters:
  ///   - actors: The actors that count, by id.
  ///   - keys: For each what its subgroup is known by, nil where it has none.
  ///   - inSeveral: Those who are members of several groups.
  ///   - describe: Returns the name and the group of a subgroup.
  init<Key: Hashable>(
    _ actors: [Int], keys: [Key?], inSeveral: [Int] = [],
    describe: (Key) -> (name: String?, group: Int?)
  ) {
    var sizes: [Key: Int] = [:]
    var order: [Key] = []
    for case .some(let key) in keys {
      if sizes.updateValue((sizes[key] ?? 0) + 1, forKey: key) == nil { order.append(key) }
    }
    let sorted = order.enumerated().sorted {
      (sizes[$1.element] ?? 0, $0.offset) < (sizes[$0.element] ?? 0, $1.offset)
    }.map(\.element)
    let number = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    self.actors = actors
    self.inSeveral = inSeveral
    groups = keys.map { $0.flatMap { number[$0] } }
    names = sorted.map { describe($0).name }
    groupActors = sorted.map { describe($0).group }
  }
}

extension Network {
  /// Groups actors by a column.
  func grouped(_ chosen: [Int], byColumn column: String) throws(WallError) -> GroupedActors {
    let entry: (Int) -> String
    if let attribute = actors.attributes.first(where: { $0.name == column }) {
      entry = { attribute.values[$0] }
    } else if column == "kind" {
      entry = { [actors] in actors.kind($0)?.rawValue ?? "" }
    } else {
      throw .noColumn(column)
    }
    let keys = chosen.map { actor in entry(actor).isEmpty ? nil : entry(actor) }
    return GroupedActors(chosen, keys: keys) { ($0, nil) }
  }

  /// Groups actors by the groups they are members of; of several, by that with fewest members.
  func grouped(
    _ chosen: [Int], byMembershipIn groups: [(group: Int, members: [Int])]
  ) -> GroupedActors {
    var memberships: [Int: [Int]] = [:]
    for (position, entry) in groups.enumerated() {
      for member in entry.members { memberships[member, default: []].append(position) }
    }
    let keys = chosen.map { actor in
      memberships[actor]?.min {
        (groups[$0].members.count, $0) < (groups[$1].members.count, $1)
      }
    }
    return GroupedActors(
      chosen, keys: keys, inSeveral: chosen.filter { memberships[$0]?.count ?? 0 > 1 }
    ) { (nil, groups[$0].group) }
  }
}
