internal import NetworkData

/// The memberships of one group.
struct Membership {
  let group: Int
  var entries: [(member: Int, lifetime: Lifetime)] = []

  /// Gathers memberships by group.
  ///
  /// - Parameters:
  ///   - ties: The ties that count.
  ///   - network: The network.
  ///   - codes: Its kinds.
  /// - Returns: An entry for each group with members, groups ascending.
  static func all(among ties: [Int], of network: Network, _ codes: KindCodes) -> [Membership] {
    guard codes.haveMemberships else { return [] }
    var found: [(group: Int, tie: Int, member: Int)] = []
    for tie in ties {
      if let (member, group) = codes.membership(tie) { found.append((group, tie, member)) }
    }
    found.sort { ($0.group, $0.tie) < ($1.group, $1.tie) }
    var memberships: [Membership] = []
    for (group, tie, member) in found {
      if memberships.last?.group != group { memberships.append(Membership(group: group)) }
      memberships[memberships.count - 1].entries.append((member, network.ties.lifetime(tie)))
    }
    return memberships
  }
}
