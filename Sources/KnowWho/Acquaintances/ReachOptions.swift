/// Which ties a Know-Who question counts, and what a step is.
public struct ReachOptions: Sendable {
  /// What counts as a step.
  public enum Mode: String, Sendable, CaseIterable {
    /// Introducers are counted: projects and events are occasions, members of a group know each
    /// other.
    case introductions
    /// Every actor on the way is counted, as in plain graph measures.
    case asIs = "as-is"
  }

  /// Only ties alive on some day of this period; nil takes every tie ever.
  public var period: Period?
  /// Also takes ties that may have been alive then.
  public var possibly: Bool
  /// Only ties of these kinds; nil takes all.
  public var tieKinds: Set<TieKind>?
  /// What counts as a step.
  public var mode: Mode
  /// Actors that introduce nobody; a project, event or group among them acquaints nobody either.
  ///
  /// They may still ask, and be got to.
  public var notVia: Set<Int>
  /// Ties that do not count, by position; their actors stay.
  ///
  /// Who was a member of a group by one of them counts as its member when the group introduces: it
  /// does not bring together two of whom both are, or were. So to leave out ties never raises reach.
  public var withoutTies: Set<Int>

  /// Creates options.
  ///
  /// - Parameters:
  ///   - period: Only ties alive on some day of this period.
  ///   - possibly: Also takes ties that may have been alive then.
  ///   - tieKinds: Only ties of these kinds.
  ///   - mode: What counts as a step.
  ///   - notVia: Actors that introduce nobody.
  ///   - withoutTies: Ties that do not count.
  public init(
    period: Period? = nil, possibly: Bool = false, tieKinds: Set<TieKind>? = nil,
    mode: Mode = .introductions, notVia: Set<Int> = [], withoutTies: Set<Int> = []
  ) {
    self.period = period
    self.possibly = possibly
    self.tieKinds = tieKinds
    self.mode = mode
    self.notVia = notVia
    self.withoutTies = withoutTies
  }
}
