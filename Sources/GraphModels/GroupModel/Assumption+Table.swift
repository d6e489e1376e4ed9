extension Assumption {
  /// What the assumption means, its default, its range, and what it rests on.
  public var meaning: Meaning {
    switch self {
    case .attention:
      Meaning(
        "attention a member has, hours a year", "会員1人が交流に使える時間（年間、時間）", 48, 1...1000,
        "ours: a monthly meeting of four hours; the paper's group met monthly (III-1)")
    case .strongCost:
      Meaning(
        "what a strong tie costs, hours a year", "強いつながり1本にかかる時間（年間）", 3, 0.1...100,
        "ours; that strong ties cost time: Granovetter 1973")
    case .knownCost:
      Meaning(
        "what a known tie costs, hours a year; not above A2", "弱いつながり1本にかかる時間（年間、A2以下）", 0.5,
        0.05...100, "ours")
    case .allocation:
      Meaning(
        "how attention is divided", "時間の配り方（saturating＝近い相手から、proportional＝近さに比例）", 0, 0...1,
        choices: ["saturating", "proportional"], "ours: both are reported, since it decides results"
      )
    case .weakShare:
      Meaning(
        "share of attention kept for weak ties", "弱いつながりのために残す時間の割合", 0.25, 0...0.95,
        "ours; layers of 5, 15, 50 and 150: Dunbar 1998")
    case .dimension:
      Meaning(
        "dimensions of the space of interests", "関心の空間の次元", 2, 1...4, isWhole: true, "ours")
    case .decay:
      Meaning(
        "how fast affinity falls with distance", "距離とともに近さが減る速さ", 3, 0...20, "ours")
    case .noise:
      Meaning("how much chance there is in affinity", "近さに入る偶然の大きさ", 0.5, 0...5, "ours")
    case .contacts:
      Meaning(
        "outside contacts a member, which cost no attention", "会員1人がもつ外部の知り合いの数（時間はかからない）", 30,
        0...500, isWhole: true, "ours")
    case .poolShare:
      Meaning(
        "share of contacts out of a pool common to all groups", "外部の知り合いのうち、全員に共通の候補から選ばれる割合", 0.5,
        0...1, "ours; overlap makes contacts redundant: Burt 1992")
    case .poolSize:
      Meaning(
        "organisations of the common pool", "共通の候補の数（団体）", 300, 1...100_000, isWhole: true,
        "ours")
    case .relayStrong:
      Meaning(
        "chance that a strong tie relays a question", "強いつながりが問い合わせを取り次ぐ確率", 0.6, 0...1,
        "ours; strong ties transfer more: Reagans and McEvily 2003")
    case .relayWeak:
      Meaning(
        "chance that a weak tie relays a question", "弱いつながりが問い合わせを取り次ぐ確率", 0.15, 0...1, "ours")
    case .relayAcross:
      Meaning(
        "chance that a tie across groups relays a question", "会をまたぐつながりが問い合わせを取り次ぐ確率", 0.15, 0...1,
        "ours")
    case .relayContact:
      Meaning(
        "chance that a shareable contact is passed on when asked for",
        "紹介できる知り合いを、頼まれたときに実際に紹介する確率", 1,
        0...1, "ours: 1 leaves the chance to A10")
    case .shareable:
      Meaning(
        "chance that a member would share a contact, drawn once a run",
        "知り合いを紹介してよいと思う確率（試行ごとに1回引く）",
        0.5, 0...1, "ours")
    case .passivity:
      Meaning(
        "whether members may be passive", "受身の会員がいるか（on、off）", 1, 0...1, choices: ["off", "on"],
        "the form is ours, after Olson 1965")
    case .passivitySlope:
      Meaning(
        "how steeply activity depends on size and strong ties", "会の大きさと強いつながりが積極性を左右する度合い", 1,
        0...10,
        "ours: at 1 size alone moves activity little")
    case .sisterGroups:
      Meaning(
        "sister groups beside the home group", "姉妹グループの数", 4, 0...50, isWhole: true,
        "the paper: five partners (IV-1)")
    case .sisterMembers:
      Meaning(
        "members of a sister group", "姉妹グループの会員数", 16, 0...200, isWhole: true,
        "the paper: the size thought right is 15 to 20 (IV-2(2))")
    case .crossShare:
      Meaning(
        "share of attention that a holder of cross ties spends on them",
        "会をまたぐつながりの担い手が、それに使う時間の割合", 0.25,
        0...0.95, "ours")
    case .crossHolders:
      Meaning(
        "who of the home group holds the cross ties",
        "会をまたぐつながりの担い手（all＝全員、four＝0～3番の会員、leader＝代表だけ）", 0,
        0...2, choices: ["all", "four", "leader"], "ours")
    case .committeePull:
      Meaning(
        "committees: affinity is multiplied by this within and by 1 less it across",
        "部会：同じ部会なら近さにこの値を、違えば「1−この値」を掛ける", 0.9, 0...1, "ours; 0.5 is a group without committees")
    case .committeeSize:
      Meaning(
        "members of a committee at most", "部会の会員数の上限", 16, 2...1000, isWhole: true,
        "the paper: the size thought right is 15 to 20 (IV-2(2))")
    case .inheritance:
      Meaning(
        "share of the leader's ties that an heir keeps", "後継者が引き継ぐ、代表のつながりの割合", 0.3, 0...1,
        "ours; the paper: contacts cannot be inherited (IV-2(4))")
    }
  }
}
