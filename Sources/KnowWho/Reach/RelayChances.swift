public import GraphMeasures
public import NetworkData

/// How likely somebody passes a question on to somebody else.
///
/// What is drawn is an **acquaintance**: two actors who know each other, whatever carries that. It
/// is open or closed as a whole, in both directions, and its chance is the greatest among all that
/// carries it: a tie has the chance of its kind if that is given, else that of its class; a meeting
/// at a project or in a group has the lesser of the chances of the two ties to it.
///
/// The classes of ties:
/// - *across groups*, if both ends have groups and none in common, where a group is its own group;
/// - else *strong*, if its strength is at least ``strongFrom``, or if no tie of the network has a
///   strength: nothing then says that it is weak;
/// - else *weak*. A strength that was not given counts as 1 where others are given.
public struct RelayChances: Sendable, Hashable {
  /// The chance of a strong tie.
  public let strong: Double
  /// The chance of a weak tie.
  public let weak: Double
  /// The chance of a tie between those of different groups.
  public let across: Double
  /// From which strength on a tie is strong.
  public let strongFrom: Double
  /// The chances of ties of some kinds, which come before those of their classes.
  public let kinds: [TieKind: Double]

  /// Sets chances, each 0…1.
  ///
  /// - Parameters:
  ///   - strong: The chance of a strong tie.
  ///   - weak: The chance of a weak tie.
  ///   - across: The chance of a tie between those of different groups.
  ///   - strongFrom: From which strength on a tie is strong, in hours a year.
  ///   - kinds: The chances of ties of some kinds.
  /// - Throws: ``GraphMeasures/MeasureError/parameterOutOfRange(name:value:allowed:)`` for a chance
  ///   outside 0…1.
  public init(
    strong: Double = 0.6, weak: Double = 0.15, across: Double = 0.15, strongFrom: Double = 3,
    kinds: [TieKind: Double] = [:]
  ) throws(MeasureError) {
    let named =
      [("strong", strong), ("weak", weak), ("across", across)]
      + kinds.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
    for (name, chance) in named where !(0...1).contains(chance) {
      throw .parameterOutOfRange(
        name: "the chance of \(name)", value: chance, allowed: "from 0 to 1")
    }
    (self.strong, self.weak, self.across) = (strong, weak, across)
    (self.strongFrom, self.kinds) = (strongFrom, kinds)
  }

  /// The usual chances: 0.6 for strong ties, 0.15 for weak ones and across groups.
  public static let standard = RelayChances()

  private init() {
    (strong, weak, across, strongFrom, kinds) = (0.6, 0.15, 0.15, 3, [:])
  }

  /// Returns the chance of a tie.
  func chance(of tie: Int, isAcross: Bool, in network: Network) -> Double {
    if let kind = network.ties.kind(tie), let chance = kinds[kind] { return chance }
    if isAcross { return across }
    guard let strengths = network.ties.strengths else { return strong }
    let strength = strengths[tie].isNaN ? 1 : strengths[tie]
    return strength >= strongFrom ? strong : weak
  }
}
