internal import NetworkData

/// Who is, or was, in a group together with whom.
///
/// Co-members of a group are those whose memberships in it were alive on a same day, by the ties
/// that count. The group itself is no co-member.
struct CoMembers: Sendable {
  private let options: ReachOptions
  private var entriesOfGroup: [Int: [(member: Int, lifetime: Lifetime)]] = [:]
  private var entriesOfMember: [Int: [(group: Int, lifetime: Lifetime)]] = [:]

  /// Gathers the memberships that count.
  init(of acquaintances: Acquaintances) {
    let network = acquaintances.network
    let kinds = KindCodes(network)
    options = acquaintances.options
    for tie in acquaintances.ties {
      guard let (member, group) = kinds.membership(tie) else { continue }
      let lifetime = network.ties.lifetime(tie)
      entriesOfGroup[group, default: []].append((member, lifetime))
      entriesOfMember[member, default: []].append((group, lifetime))
    }
  }

  /// Whether there is no membership at all.
  var isEmpty: Bool { entriesOfGroup.isEmpty }

  /// Whether any of some actors is a group with members.
  func hasGroup(among actors: Set<Int>) -> Bool {
    actors.contains { entriesOfGroup[$0] != nil }
  }

  /// The groups that an actor is a member of.
  func groups(of actor: Int) -> Set<Int> { Set((entriesOfMember[actor] ?? []).map(\.group)) }

  /// The members of a group.
  func members(of group: Int) -> Set<Int> { Set((entriesOfGroup[group] ?? []).map(\.member)) }

  /// The co-members of an actor in any group, itself not among them.
  func others(with actor: Int) -> Set<Int> {
    var others: Set<Int> = []
    for (group, lifetime) in entriesOfMember[actor] ?? [] {
      for entry in entriesOfGroup[group] ?? []
      where entry.member != actor && options.meet(lifetime, entry.lifetime) {
        others.insert(entry.member)
      }
    }
    return others
  }
}

extension Acquaintances {
  /// Returns the members of a group, by the ties that count.
  ///
  /// - Parameter group: The position of a group in the network.
  /// - Returns: The positions of its members; empty where it has none then.
  /// - Complexity: O(ties).
  public func members(of group: Int) -> Set<Int> {
    let kinds = KindCodes(network)
    return Set(
      ties.compactMap { kinds.membership($0) }.filter { $0.group == group }.map(\.member))
  }
}
