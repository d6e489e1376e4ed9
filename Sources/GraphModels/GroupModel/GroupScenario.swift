/// How a group is arranged.
public enum GroupScenario: String, Sendable, Hashable, CaseIterable {
  /// One group in which everybody may tie with everybody.
  case flat
  /// One group in committees (A14).
  case committees
  /// A group with sister groups (A12), the cross ties held by all.
  case sisters
  /// A group with sister groups, the cross ties held by members 0 to 3.
  case sistersFour = "sisters-four"
  /// A group with sister groups, the cross ties held by the leader alone.
  case sistersLeader = "sisters-leader"

  /// Whether there are sister groups.
  public var hasSisters: Bool { self != .flat && self != .committees }

  /// How many members of the home group hold cross ties.
  ///
  /// - Parameters:
  ///   - size: Members of the home group.
  ///   - assumptions: A13 says who holds them in ``sisters``.
  /// - Returns: Members from 0 on; 0 without sister groups.
  func holderCount(of size: Int, _ assumptions: GroupAssumptions) -> Int {
    switch self {
    case .flat, .committees: 0
    case .sisters: [size, min(4, size), min(1, size)][assumptions.whole(.crossHolders)]
    case .sistersFour: min(4, size)
    case .sistersLeader: min(1, size)
    }
  }
}

/// How members divide their attention (A4).
public enum GroupAllocation: String, Sendable, Hashable, CaseIterable {
  /// The closest pairs first, each tie at its full cost, until attention is used up.
  case saturating
  /// To everybody in proportion to affinity.
  case proportional
}
