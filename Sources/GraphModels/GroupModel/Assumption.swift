/// One number that the group model assumes, by the name it is set by.
///
/// The letters and numbers are those of the model's description, A1 to A15; an assumption of several
/// numbers has a part behind a dot.
public enum Assumption: String, Sendable, Hashable, CaseIterable {
  /// Attention a member has in a year.
  case attention = "A1"
  /// What a strong tie costs.
  case strongCost = "A2"
  /// What a known tie costs.
  case knownCost = "A3"
  /// How attention is divided.
  case allocation = "A4"
  /// The share of attention kept for weak ties.
  case weakShare = "A5"
  /// How many dimensions positions have.
  case dimension = "A6.dimension"
  /// How fast affinity falls with distance.
  case decay = "A6.decay"
  /// How much chance there is in affinity.
  case noise = "A6.noise"
  /// Outside contacts a member.
  case contacts = "A7"
  /// The share of contacts out of a common pool.
  case poolShare = "A8"
  /// The organisations of the common pool.
  case poolSize = "A8.pool"
  /// The chance that a strong tie relays.
  case relayStrong = "A9.strong"
  /// The chance that a weak tie relays.
  case relayWeak = "A9.weak"
  /// The chance that a tie across groups relays.
  case relayAcross = "A9.across"
  /// The chance that a shareable contact is passed on when it is asked for.
  case relayContact = "A9.contact"
  /// The chance that a contact is shareable at all.
  case shareable = "A10"
  /// Whether there are passive members.
  case passivity = "A11"
  /// How steeply passivity depends on size and strong ties.
  case passivitySlope = "A11.slope"
  /// How many sister groups there are.
  case sisterGroups = "A12.groups"
  /// Members of a sister group.
  case sisterMembers = "A12.members"
  /// The share of attention that holders of cross ties spend on them.
  case crossShare = "A12.share"
  /// Who holds the cross ties.
  case crossHolders = "A13"
  /// How much closer members of one committee are.
  case committeePull = "A14"
  /// Members of a committee at most.
  case committeeSize = "A14.size"
  /// The share of ties that an heir keeps.
  case inheritance = "A15"

  /// What an assumption means, what it is unless set, and what it may be.
  public struct Meaning: Sendable {
    /// In English, with the unit.
    public let english: String
    /// In Japanese, with the unit.
    public let japanese: String
    /// What it is unless set.
    public let standard: Double
    /// What it may be.
    public let range: ClosedRange<Double>
    /// Whether it is a whole number.
    public let isWhole: Bool
    /// What its values are called, from 0 on; empty for numbers.
    public let choices: [String]
    /// What the default rests on: the literature, the source paper, or nothing but us.
    public let source: String

    init(
      _ english: String, _ japanese: String, _ standard: Double, _ range: ClosedRange<Double>,
      isWhole: Bool = false, choices: [String] = [], _ source: String
    ) {
      (self.english, self.japanese, self.source) = (english, japanese, source)
      (self.standard, self.range) = (standard, range)
      (self.isWhole, self.choices) = (isWhole || !choices.isEmpty, choices)
    }
  }

  /// Whether a number may be assumed.
  ///
  /// - Parameter value: The number.
  /// - Returns: `true` within the range, and for what is whole only if it is whole.
  public func allows(_ value: Double) -> Bool {
    meaning.range.contains(value) && (!meaning.isWhole || value == value.rounded())
  }
}
