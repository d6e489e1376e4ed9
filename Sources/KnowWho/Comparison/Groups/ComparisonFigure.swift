/// What groups are compared by, in the order of tables.
public enum ComparisonFigure: String, Sendable, CaseIterable {
  /// C₁: the share of pairs tied strongly.
  case cohesion
  /// C₂: the share of pairs tied strongly, directly or through one.
  case cohesionWithin2
  /// The share of strong two-paths that are closed.
  case strongTransitivity
  /// How many members must leave before the others fall apart.
  case connectivity
  /// The mean number of direct contacts.
  case contacts
  /// How many organisations a member gets to through at most one introducer, on average.
  case knowWho1
  /// The same without those it is in a group with.
  case knowWhoOutside1
  /// Whom a member reaches through at most one introducer, on average.
  case reach1
  /// Whom a member reaches through at most two introducers, on average.
  case reach2
  /// Whom a member reaches outside the group through at most one introducer, on average.
  case outsideReach1
  /// How much the contacts of a member know the same people.
  case redundancy
  /// Burt's effective size: contacts less how many of the others each of them is tied to.
  case effectiveSize
  /// The share of those reached through one introducer who hang on a single one.
  case fragileShare
  /// The greatest share of the others' reach that hangs on one member.
  case leaderDependence
  /// The share of members without any act.
  case passivity
  /// How unevenly acts are spread.
  case actGini
  /// The E-I index of strong ties.
  case eiIndex
  /// 1 − density between subgroups ÷ density within, of strong ties.
  case wallIndex
  /// Freeman's centralization of degree.
  case centralization
  /// How far the network is a core and a periphery.
  case corePeriphery
  /// New pairs that one meeting can bring together.
  case matches

  /// The name in tables.
  public var title: Phrase { words.title }

  /// How the figure is computed, in a sentence.
  public var convention: Phrase { words.convention }

  /// Whether it is the mean of a number that each member has, so that members can be exchanged
  /// between networks to test a difference.
  public var isMemberMean: Bool {
    switch self {
    case .cohesion, .cohesionWithin2, .contacts, .knowWho1, .knowWhoOutside1, .reach1, .reach2,
      .outsideReach1, .redundancy, .effectiveSize, .fragileShare, .passivity:
      true
    default: false
    }
  }

  /// Whether it depends on how ties lie among members, and not on their number alone, so that random
  /// networks of the same size tell how much of it is chance.
  public var isOfTies: Bool {
    switch self {
    case .cohesion, .connectivity, .contacts, .knowWho1, .knowWhoOutside1, .outsideReach1,
      .passivity, .actGini, .matches:
      false
    default: true
    }
  }

  private var words: (title: Phrase, convention: Phrase) {
    switch self {
    case .cohesion:
      (
        Phrase("cohesion C₁", "凝集性 C₁"),
        Phrase("share of pairs of members tied strongly", "強いつながりのある会員の組の割合")
      )
    case .cohesionWithin2:
      (
        Phrase("cohesion C₂", "凝集性 C₂"),
        Phrase(
          "share of pairs tied strongly, directly or through one strong intermediary",
          "強いつながりで直接、または1人を介して結ばれる組の割合")
      )
    case .strongTransitivity:
      (
        Phrase("strong transitivity", "強いつながりの推移性"),
        Phrase("share of strong two-paths that are closed", "強いつながりの2歩の道のうち閉じている割合")
      )
    case .connectivity:
      (
        Phrase("vertex connectivity", "点連結度"),
        Phrase(
          "fewest members whose leaving parts the others, all ties counting",
          "抜けると残りの会員のつながりが途切れる最少の人数（すべてのつながりで数えます）")
      )
    case .contacts:
      (
        Phrase("direct contacts", "直接の知り合い"),
        Phrase("mean number of contacts a member", "会員1者あたりの知り合いの数の平均")
      )
    case .knowWho1:
      (
        Phrase("Know-Who reach", "Know-Who の到達"),
        Phrase(
          "mean number of organisations through at most one introducer, by the rules of `reach`: projects "
            + "and shared groups acquaint, the whole network counts",
          "紹介者1人までで届く組織の数の平均。`reach` と同じ数え方（プロジェクトや同じ会で知り合い、ネットワーク全体で数える）")
      )
    case .knowWhoOutside1:
      (
        Phrase("Know-Who reach outside", "Know-Who の外への到達"),
        Phrase(
          "the same without those with whom a member is in a group", "同じ会の会員を除いた、同じ数え方の到達")
      )
    case .reach1:
      (
        Phrase("within 2 steps", "2歩以内の会員"),
        Phrase(
          "mean number of members within two steps, contacts included; each node of the view is a step",
          "2歩以内の会員の数の平均（直接の知り合いを含む）。表示した主体をすべて1歩と数える")
      )
    case .reach2:
      (
        Phrase("within 3 steps", "3歩以内の会員"),
        Phrase(
          "mean number of members within three steps, contacts included",
          "3歩以内の会員の数の平均（直接の知り合いを含む）")
      )
    case .outsideReach1:
      (
        Phrase("outside within 2 steps", "グループの外の2歩以内"),
        Phrase(
          "mean number of actors outside the group within two steps", "グループの外の2歩以内の主体の数の平均")
      )
    case .redundancy:
      (
        Phrase("redundancy", "重複度"),
        Phrase(
          "1 − people known to contacts ÷ the sum over contacts, mean over members",
          "1 − 知り合いが知る人の実数÷知り合いごとに数えた延べ数（会員の平均）")
      )
    case .effectiveSize:
      (
        Phrase("effective size", "有効サイズ"),
        Phrase(
          "contacts less the mean number of ties among them (Burt 1992), mean over members with any",
          "知り合いの数から、知り合いどうしのつながりの平均を引いた数（Burt 1992）。つながりのある会員の平均")
      )
    case .fragileShare:
      (
        Phrase("fragile share", "紹介者が1人だけの割合"),
        Phrase(
          "share of people two steps away known to one contact only, mean over members",
          "2歩先の人のうち、紹介できる人が1人しかいない割合（会員の平均）")
      )
    case .leaderDependence:
      (
        Phrase("leader dependence", "中心人物への依存"),
        Phrase(
          "greatest share of the pairs of others within two steps that one member's leaving parts",
          "1者が抜けたとき、ほかの会員どうしの2歩以内の組が失われる割合の最大値")
      )
    case .passivity:
      (
        Phrase("passivity", "受け身の割合"),
        Phrase("share of members without any act", "行動が一つもない会員の割合")
      )
    case .actGini:
      (
        Phrase("Gini of acts", "行動のジニ係数"),
        Phrase("0 where all act alike, near 1 where one does all", "全員が同じなら0、1者に集中するほど1に近い値")
      )
    case .eiIndex:
      (
        Phrase("E-I index", "E-I指数"),
        Phrase(
          "(ties across subgroups − within) ÷ all, of strong ties", "強いつながりの（小グループ間−内）÷全体")
      )
    case .wallIndex:
      (
        Phrase("wall index", "壁指数"),
        Phrase(
          "1 − density across subgroups ÷ density within, of strong ties",
          "強いつながりの 1−小グループ間の密度÷内の密度")
      )
    case .centralization:
      (
        Phrase("centralization", "集中度"),
        Phrase("of degree, Freeman 1979: 1 for a star", "つながりの数による（Freeman 1979）。星形なら1")
      )
    case .corePeriphery:
      (
        Phrase("core–periphery fit", "中核・周辺への適合"),
        Phrase(
          "correlation of ties with the products of coreness scores (continuous, Borgatti and "
            + "Everett 1999)", "中核らしさの得点の積とつながりとの相関（連続型、Borgatti・Everett 1999）")
      )
    case .matches:
      (
        Phrase("new pairs a meeting", "1回の会合の新しい組"),
        Phrase(
          "pairs not tied, at most as many as talks of two fit into a meeting",
          "知り合いでない組の数。ただし会合の時間に収まる1対1の面談の数を上限とする")
      )
    }
  }
}
