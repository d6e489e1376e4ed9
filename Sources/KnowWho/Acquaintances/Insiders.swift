/// Who is a member of which group, looked up by number.
///
/// A group introduces none of its insiders to each other. Who was one by a tie that has since been
/// left out stays one: that two were in a group together is a matter of the past, and a group that
/// had not introduced them does not begin to.
struct Insiders: Sendable {
  /// The row of each group, −1 for actors without members.
  private var rowOfActor: [Int32]
  /// Where the members of each row begin; one entry more than rows.
  private var starts = [0]
  private var members: [UInt32] = []

  /// The groups with members, ascending.
  private(set) var groups: [Int] = []

  /// Sorts members by group.
  ///
  /// - Parameters:
  ///   - memberships: Those of one group in succession, groups ascending.
  ///   - actorCount: The number of actors.
  init(_ memberships: [Membership], actorCount: Int) {
    rowOfActor = [Int32](repeating: -1, count: actorCount)
    for membership in memberships {
      rowOfActor[membership.group] = Int32(truncatingIfNeeded: groups.count)
      groups.append(membership.group)
      members += Set(membership.entries.map { UInt32(truncatingIfNeeded: $0.member) }).sorted()
      starts.append(members.count)
    }
  }

  /// Returns the members of a group, ascending.
  func members(of group: Int) -> ArraySlice<UInt32> {
    let row = Int(rowOfActor[group])
    return row < 0 ? [] : members[starts[row]..<starts[row + 1]]
  }

  /// Whether an actor is a member of a group.
  func contains(_ actor: Int, of group: Int) -> Bool {
    let row = Int(rowOfActor[group])
    guard row >= 0 else { return false }
    var range = starts[row]..<starts[row + 1]
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let member = Int(members[middle])
      if member == actor { return true }
      range = member < actor ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  /// Whether a group would introduce two of its members to each other.
  func bar(_ group: Int, from first: Int, to second: Int) -> Bool {
    contains(first, of: group) && contains(second, of: group)
  }
}
