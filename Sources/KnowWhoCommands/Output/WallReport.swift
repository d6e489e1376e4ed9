internal import KnowWho

/// What `knowwho walls` says, in its three forms.
struct WallReport {
  let walls: Walls
  let asked: WallOptions
  let network: Network
  let language: Language
  let title: String
  /// How many bridging actors and new bridges a table lists.
  let top: Int
  /// On which ties it rests.
  let notes: [String]

  /// More would make a line, or a table, unreadable.
  private static let listedMembers = 50

  func name(_ actor: Int) -> String { language.name(of: actor, in: network) }

  private func label(_ subgroup: Int?) -> String {
    guard let subgroup else { return "" }
    let described = walls.subgroups[subgroup]
    return described.name ?? described.group.map(name) ?? String(subgroup + 1)
  }

  private func names(_ actors: [Int]) -> String {
    let more = actors.count - Self.listedMembers
    return actors.prefix(Self.listedMembers).map(name).joined(separator: language(", ", "、"))
      + (more > 0 ? language(" and \(more) more", "ほか\(more)") : "")
  }

  var text: String {
    var text = title + "\n\n" + subgroupTable.text + "\n"
    if !walls.bridgers.isEmpty { text += bridgerTable.text + "\n" }
    if !walls.newBridges.isEmpty { text += newBridgeTable.text + "\n" }
    return text + sentences.map { $0 + "\n" }.joined()
  }

  private func column(
    _ english: String, _ japanese: String, isNumeric: Bool = true, _ cells: [String]
  ) -> TextTable.Column {
    .init(title: language(english, japanese), isNumeric: isNumeric, cells: cells)
  }

  private var subgroupTable: TextTable {
    let (ties, all) = (walls.ties, walls.subgroups.indices)
    func numbers(_ value: (Int) -> Double) -> [String] { all.map { Decimals.fixed(value($0), 4) } }
    var columns = [
      column("subgroup", "小グループ", isNumeric: false, all.map(label)),
      column("size", "人数", all.map { String(ties.sizes[$0]) }),
      column("within", "内の知り合い", all.map { String(ties.inner[$0]) }),
      column("to others", "外との知り合い", all.map { String(ties.outer[$0]) }),
      column("E-I", "E-I指数", numbers(ties.eiIndex(of:))),
      column("wall", "壁指数", numbers(ties.wallIndex(of:))),
    ]
    if let p = walls.null?.pOfGroups, !p.isEmpty {
      columns.append(column("p", "p", numbers { p[$0] ?? .nan }))
    }
    columns.append(
      column(
        "members", "メンバー", isNumeric: false, walls.subgroups.map { names($0.members) }))
    return TextTable(columns: columns)
  }

  private var bridgerTable: TextTable {
    let listed = walls.bridgers.prefix(top)
    return TextTable(columns: [
      column("bridged by", "橋渡し役", isNumeric: false, listed.map { name($0.actor) }),
      column("subgroup", "小グループ", isNumeric: false, listed.map { label($0.subgroup) }),
      column("other subgroups", "つながる他グループ", listed.map { String($0.subgroupCount) }),
      column("acquaintances there", "そこでの知り合い", listed.map { String($0.tieCount) }),
      column("betweenness across", "グループ間の媒介性", listed.map { Decimals.fixed($0.betweenness, 2) }),
    ])
  }

  private var newBridgeTable: TextTable {
    let listed = walls.newBridges.prefix(top)
    return TextTable(columns: [
      column("new bridge", "新しい橋", isNumeric: false, listed.map { name($0.actors[0]) }),
      column("to", "相手", isNumeric: false, listed.map { name($0.actors[1]) }),
      column(
        "between", "どの間に", isNumeric: false,
        listed.map { $0.subgroups.map(label).joined(separator: " / ") }),
      column("now", "今の知り合い", listed.map { String($0.tieCount) }),
      column("adds to reach", "到達の増加", listed.map { String($0.gain) }),
    ])
  }

  /// What the numbers mean, and what they rest on.
  var sentences: [String] {
    let ties = walls.ties
    let (inner, outer) = (ties.innerCount, ties.outerCount)
    var sentences = [
      language(
        "\(inner) acquaintances lie within \(Self.counted(walls.subgroups.count, "subgroup")) and \(outer) "
          + "between: E-I index \(Decimals.fixed(ties.eiIndex, 4)), wall index "
          + "\(Decimals.fixed(ties.wallIndex, 4)) (density \(Decimals.readable(ties.innerDensity)) "
          + "within, \(Decimals.readable(ties.outerDensity)) between).",
        "知り合いの組は、\(walls.subgroups.count)個の小グループの内側に\(inner)、間に\(outer)あります。"
          + "E-I指数\(Decimals.fixed(ties.eiIndex, 4))、壁指数\(Decimals.fixed(ties.wallIndex, 4))"
          + "（密度は内側\(Decimals.readable(ties.innerDensity))、間\(Decimals.readable(ties.outerDensity))）です。"
      )
    ]
    sentences.append(chance)
    if let bridge = walls.newBridges.first, let reach = walls.reach {
      sentences.append(bridging(bridge, reach))
    }
    return sentences + remarks + notes
  }

  /// What the best new bridge would do.
  private func bridging(_ bridge: Walls.NewBridge, _ reach: Int) -> String {
    let limit = walls.introducerLimit
    let names = bridge.actors.map(name)
    let introducers = limit == 1 ? "one introducer" : "\(limit) introducers"
    if bridge.gain == 0 {
      return language(
        "No single tie between them would bring anyone within reach through at most \(introducers) "
          + "who is not already.",
        "小グループの間に橋を1本かけても、紹介者\(limit)人まででたどり着ける相手は増えません。")
    }
    return language(
      "A tie \(names[0]) – \(names[1]) would add \(bridge.gain) to the \(reach) cases in which a "
        + "member gets to one of another subgroup through at most \(introducers).",
      "\(names[0])と\(names[1])が知り合えば、紹介者\(limit)人までで他の小グループの相手にたどり着ける組み合わせが、"
        + "\(reach)から\(reach + bridge.gain)に増えます。")
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  /// How the walls compare with chance.
  private var chance: String {
    guard let null = walls.null else {
      return walls.subgroups.count < 2
        ? language(
          "There is one subgroup only, so there is no wall to measure.",
          "小グループが一つしかないため、壁は測れません。")
        : language("There is no tie, so there is no wall to measure.", "つながりがないため、壁は測れません。")
    }
    guard let likelihood = null.p, let error = null.pError else {
      return language(
        "The wall index is not defined: no tie lies within a subgroup.",
        "小グループの内側につながりがないため、壁指数は計算できません。")
    }
    let p = Decimals.readable(likelihood) + " ± " + Decimals.readable(error)
    let mean = Decimals.fixed(null.meanWallIndex ?? .nan, 4)
    return null.model == .permutedMembers
      ? language(
        "Were members put into the subgroups at random, walls as high would come up with p = \(p) "
          + "(\(null.runs) tries, seed \(asked.seed); mean wall index \(mean)).",
        "メンバーを無作為に入れ替えた場合、これほど高い壁ができる確率は p = \(p) です（\(null.runs)回試行、"
          + "シード\(asked.seed)、壁指数の平均\(mean)）。")
      : language(
        "These subgroups were found, so they are compared with those found in networks rewired at "
          + "random, everyone keeping the number of ties: walls as high come up with p = \(p) "
          + "(\(null.runs) tries, seed \(asked.seed); mean wall index \(mean)).",
        "この小グループはつながりから見つけたものなので、各自のつながりの本数を保って無作為につなぎ替えたネットワークで見つかる"
          + "ものと比べました。これほど高い壁ができる確率は p = \(p) です（\(null.runs)回試行、シード\(asked.seed)、"
          + "壁指数の平均\(mean)）。")
  }

  /// What is left out, or counted in a way of its own.
  private var remarks: [String] {
    var remarks: [String] = []
    if walls.grouping == .memberships {
      remarks.append(
        language(
          "Membership of these groups is not itself counted as a tie.",
          "この会員関係そのものは、つながりに数えていません。"))
    }
    if !walls.inSeveral.isEmpty {
      remarks.append(
        language(
          "Members of several groups count in the smallest: \(names(walls.inSeveral)).",
          "複数の会の会員は、会員の最も少ない会に数えました：\(names(walls.inSeveral))。"))
    }
    if !walls.ungrouped.isEmpty {
      let count = walls.ungrouped.count
      remarks.append(
        language(
          "Without a subgroup, and not counted in the indices: \(Self.counted(count, "actor")).",
          "どの小グループにも属さず、指数に数えていない主体：\(count)。"))
    }
    if walls.newBridges.contains(where: { !$0.isExact }) {
      remarks.append(
        language(
          "Between large subgroups, new bridges were tried among the members with most ties only.",
          "大きな小グループの間では、つながりの多いメンバーだけを新しい橋の候補としました。"))
    }
    if walls.pairsLeftOut > 0 {
      remarks.append(
        language(
          "New bridges were not looked for between \(walls.pairsLeftOut) further pairs of subgroups.",
          "ほかの\(walls.pairsLeftOut)組の小グループの間では、新しい橋を探していません。"))
    }
    return remarks
  }

  /// A row an actor, with the indices of its subgroup.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row([
      "id", "name", "subgroup", "size", "ties_within", "ties_to_others", "ei_index", "wall_index",
      "p", "other_subgroups", "own_ties_to_others", "betweenness_across",
    ])
    let bridgers = Dictionary(uniqueKeysWithValues: walls.bridgers.map { ($0.actor, $0) })
    func number(_ value: Double?) -> String {
      value.map { $0.isNaN ? "" : NumberText.shortest($0) } ?? ""
    }
    func row(_ actor: Int, _ subgroup: [String]) -> String {
      let bridger = bridgers[actor]
      return CSVCell.row(
        [network.actors.id(actor), name(actor)] + subgroup + [
          String(bridger?.subgroupCount ?? 0), String(bridger?.tieCount ?? 0),
          number(bridger?.betweenness),
        ])
    }
    for group in walls.subgroups.indices {
      let ties = walls.ties
      let p = walls.null.flatMap { $0.pOfGroups.isEmpty ? nil : $0.pOfGroups[group] }
      let cells = [
        label(group), String(ties.sizes[group]), String(ties.inner[group]),
        String(ties.outer[group]), number(ties.eiIndex(of: group)),
        number(ties.wallIndex(of: group)), number(p),
      ]
      for actor in walls.subgroups[group].members { text += row(actor, cells) }
    }
    for actor in walls.ungrouped { text += row(actor, [String](repeating: "", count: 7)) }
    return text
  }
}
