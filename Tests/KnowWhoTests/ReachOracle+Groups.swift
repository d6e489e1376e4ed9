extension ReachOracle {
  /// The memberships of each group that count, with the member: of two groups the target is the
  /// group.
  private func memberships(
    _ days: ClosedRange<Int>?, _ possibly: Bool
  ) -> [(member: Int, group: Int, tie: Tie)] {
    ties.compactMap { tie in
      guard tie.kind == "membership",
        days.map({ tie.isAlive(in: $0, possibly: possibly) }) ?? true
      else { return nil }
      if kinds[tie.target] == "group" { return (tie.source, tie.target, tie) }
      return kinds[tie.source] == "group" ? (tie.target, tie.source, tie) : nil
    }
  }

  /// Those who were in a same group as an actor on a same day.
  func coMembers(of actor: Int, days: ClosedRange<Int>?, possibly: Bool) -> Set<Int> {
    let all = memberships(days, possibly)
    return Set(
      all.flatMap { own in
        all.filter { other in
          let isUndated = days == nil && (own.tie.hasNoDates || other.tie.hasNoDates)
          return own.member == actor && other.member != actor && own.group == other.group
            && (isUndated || own.tie.overlaps(other.tie, possibly: possibly))
        }.map(\.member)
      })
  }

  /// The groups that an actor is a member of.
  func groups(of actor: Int, days: ClosedRange<Int>?, possibly: Bool) -> Set<Int> {
    Set(memberships(days, possibly).filter { $0.member == actor }.map(\.group))
  }
}
