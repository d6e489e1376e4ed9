public import NetworkData

extension Network {
  /// Returns the members of a group.
  ///
  /// A membership leads from the member to the group. Of one that is written the other way round,
  /// without a direction, the end that is a group, cluster or association is taken for the group.
  ///
  /// - Parameters:
  ///   - group: The position of a group, or of anything else with members.
  ///   - period: Only members on some day of this period; nil takes every member ever.
  ///   - possibly: Also takes those who may have been members then.
  /// - Returns: Their positions, by id.
  /// - Complexity: O(ties).
  public func members(of group: Int, at period: Period? = nil, possibly: Bool = false) -> [Int] {
    let memberships = select(at: period, possibly: possibly, kinds: [.membership]).ties
    var members: Set<Int> = []
    for tie in memberships.positions {
      let (source, target) = (Int(ties.sources[tie]), Int(ties.targets[tie]))
      if target == group, source != group {
        if !(hasMembers(source) && !hasMembers(group)) || ties.isDirected(tie) {
          members.insert(source)
        }
      } else if source == group, target != group, !ties.isDirected(tie), hasMembers(group),
        !hasMembers(target)
      {
        members.insert(target)
      }
    }
    return members.sorted(by: actors.precedes)
  }

  private func hasMembers(_ actor: Int) -> Bool {
    guard let kind = actors.kind(actor) else { return false }
    return [.group, .cluster, .association].contains(kind)
  }
}

extension TieSelection {
  /// The positions of the ties, ascending.
  var positions: [Int] {
    switch self {
    case .all(let count): Array(0..<count)
    case .some(let ties): ties
    }
  }
}
