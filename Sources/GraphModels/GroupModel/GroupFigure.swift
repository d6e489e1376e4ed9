/// A figure of one run of the group model.
public enum GroupFigure: String, Sendable, Hashable, CaseIterable {
  /// C₁: the density of strong ties within the home group.
  case cohesion
  /// C₂: pairs of the home group tied strongly, directly or through one strong intermediary.
  case cohesion2
  /// 3 × triangles ÷ connected triples of strong ties within the home group.
  case strongTransitivity
  /// Strong ties a member.
  case strongTies
  /// Known ties a member, strong ones and those across groups included.
  case knownTies
  /// R₀: the asker's own contacts.
  case reach0
  /// R₁: expected, through one introducer at most.
  case reach1
  /// R₂: expected, through two at most.
  case reach2
  /// R₁ over all but the leader, who stays.
  case othersReach1
  /// R₂ over all but the leader, who stays.
  case othersReach2
  /// R₁ over the same members once the leader has left.
  case leftReach1
  /// R₂ over the same members once the leader has left.
  case leftReach2
  /// R₁ over the same members with an heir in the leader's place.
  case heirReach1
  /// R₂ over the same members with an heir in the leader's place.
  case heirReach2
  /// Members of sister groups that a member knows.
  case sisterMembers0
  /// Members of sister groups that a member is expected to get to through one introducer at most.
  case sisterMembers1
  /// 1 − distinct outsiders known ÷ outsiders known, over the acquaintances of a member.
  case redundancy
  /// Of the organisations that introducers lead to, those that hang on exactly one.
  case fragileShare
  /// LD of the leader: the share of the others' R₁ that is lost without it.
  case leaderDependence
  /// The leader's rank by that among the members of the home group, 1 the highest.
  case leaderRank
  /// 1 − abs(LD(leader) − LD(members 1 to 3 together)) ÷ their sum.
  case catalyserBalance
  /// The share of passive members in the home group.
  case passivity
  /// The wall index of strong ties: between committees, or between home and sister groups.
  case wallIndex
  /// The E-I index of strong ties.
  case eiIndex
  /// The wall index of all known ties.
  case knownWallIndex
  /// The most hours that anybody spends.
  case mostHours

  /// What the figure says, in English.
  public var english: String { names.english }
  /// What the figure says, in Japanese.
  public var japanese: String { names.japanese }

  private var names: (english: String, japanese: String) {
    switch self {
    case .cohesion: ("cohesion C1, density of strong ties", "凝集性 C1（強いつながりの密度）")
    case .cohesion2: ("cohesion C2, pairs within two strong ties", "凝集性 C2（強いつながり2本以内の組の割合）")
    case .strongTransitivity: ("strong transitivity", "強いつながりの推移性")
    case .strongTies: ("strong ties a member", "会員1人の強いつながり")
    case .knownTies: ("known ties a member", "会員1人の知り合い（会員間）")
    case .reach0: ("reach R0, own contacts", "届く相手 R0（自分の知り合い）")
    case .reach1: ("reach R1, through one introducer", "届く相手 R1（紹介者1人まで）")
    case .reach2: ("reach R2, through two introducers", "届く相手 R2（紹介者2人まで）")
    case .othersReach1: ("R1 of the others, leader staying", "代表以外のR1（代表が在任）")
    case .othersReach2: ("R2 of the others, leader staying", "代表以外のR2（代表が在任）")
    case .leftReach1: ("R1 of the others, leader gone", "代表以外のR1（代表が退任）")
    case .leftReach2: ("R2 of the others, leader gone", "代表以外のR2（代表が退任）")
    case .heirReach1: ("R1 of the others, with an heir", "代表以外のR1（後継者あり）")
    case .heirReach2: ("R2 of the others, with an heir", "代表以外のR2（後継者あり）")
    case .sisterMembers0: ("members of sister groups known", "知っている姉妹グループの会員")
    case .sisterMembers1: ("members of sister groups through one introducer", "紹介者1人までで届く姉妹グループの会員")
    case .redundancy: ("redundancy of acquaintances", "知り合いの重複")
    case .fragileShare: ("fragile share, hanging on one introducer", "紹介者1人だけに頼る相手の割合")
    case .leaderDependence: ("leader dependence", "代表への依存度")
    case .leaderRank: ("the leader's rank by dependence", "依存度での代表の順位")
    case .catalyserBalance: ("balance of leader and catalysers", "代表と仲介役の釣り合い")
    case .passivity: ("passive members, share", "受身の会員の割合")
    case .wallIndex: ("wall index, strong ties", "壁指数（強いつながり）")
    case .eiIndex: ("E-I index, strong ties", "E-I指数（強いつながり）")
    case .knownWallIndex: ("wall index, all known ties", "壁指数（すべてのつながり）")
    case .mostHours: ("most hours spent by a member", "会員が使う時間の最大")
    }
  }
}

/// The figures of one run; NaN where a figure is not defined.
public struct GroupFigures: Sendable, Equatable {
  private var values = [Double](repeating: .nan, count: GroupFigure.allCases.count)

  /// A set of figures none of which is defined.
  public init() {}

  /// A figure.
  public subscript(figure: GroupFigure) -> Double {
    get { values[Self.positions[figure] ?? 0] }
    set { values[Self.positions[figure] ?? 0] = newValue }
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: GroupFigure.allCases.enumerated().map { ($1, $0) })

  /// Whether two sets are the same, undefined figures in the same places.
  public static func == (one: GroupFigures, other: GroupFigures) -> Bool {
    one.values.map(\.bitPattern) == other.values.map(\.bitPattern)
  }
}
