/// A synthetic network of the size of K-RIP, made by the group model: no statement about its members.
///
/// The source paper gives two words only: 「300社弱」 (just under 300 firms) and 「500近く」 (nearly
/// 500 members with municipalities and universities). Everything else is assumed:
///
/// - 495 members: 299 firms, 120 municipalities, 50 universities, 26 agencies, in an order of chance.
/// - 31 committees of 15 or 16, one a member (A14 at 0.9), and ties as ``GraphModels/GroupRun`` makes
///   them where attention saturates (A4): a strong tie is 3 hours a year, a known one half an hour.
/// - Every member is tied to K-RIP by membership; that alone makes nobody acquainted.
public enum KRIPModel {
  /// The seed of the network in `Graphs/krip-model`.
  public static let standardSeed: UInt64 = 1983

  private static let members: [(kind: ActorKind, count: Int)] = [
    (.firm, 299), (.municipality, 120), (.university, 50), (.agency, 26),
  ]

  /// Makes a network.
  ///
  /// - Parameter seed: Equal seeds give equal networks on every platform.
  /// - Returns: K-RIP, its members, and their ties with hours as strengths; all marked as synthetic.
  /// - Complexity: O(members²).
  public static func network(seed: UInt64 = standardSeed) -> Network {
    let assumptions = GroupAssumptions()
    let count = members.reduce(0) { $0 + $1.count }
    let run = GroupRun(
      size: count, scenarios: [.committees], assumptions: assumptions, seed: seed, run: 0)
    let kinds = run.population.shuffled(
      members.flatMap { [ActorKind](repeating: $0.kind, count: $0.count) })
    var ids = TextColumn(["k-rip"])
    var kindNames = WordColumn([ActorKind.cluster.rawValue])
    var committees = TextColumn([""])
    var numbers: [ActorKind: Int] = [:]
    for (member, kind) in kinds.enumerated() {
      let number = (numbers[kind] ?? 0) + 1
      numbers[kind] = number
      let digits = String(number)
      ids.append("\(kind.rawValue)-\(String(repeating: "0", count: 3 - digits.count))\(digits)")
      kindNames.append(kind.rawValue)
      committees.append(String(member % run.population.committeeCount + 1))
    }
    let acquaintance = run.network(.committees, .saturating).ties
    var ties = Ties(
      sources: (0..<count).map { UInt32($0 + 1) } + acquaintance.map { UInt32($0.one + 1) },
      targets: (0..<count).map { _ in 0 } + acquaintance.map { UInt32($0.other + 1) })
    ties.kinds = WordColumn(
      (0..<count).map { _ in TieKind.membership.rawValue }
        + acquaintance.map { _ in "acquaintance" })
    // Membership takes no hours of its own.
    ties.strengths = Column(
      (0..<count).map { _ in .nan }
        + acquaintance.map { assumptions[$0.tieClass == "strong" ? .strongCost : .knownCost] })
    ties.evidence = (0..<(count + acquaintance.count)).map { _ in .assumed }
    return Network(
      description: NetworkDescription(
        title: "A cluster of K-RIP's size (synthetic)", titleJa: "K-RIP規模のクラスター（合成データ）",
        source:
          "Group model of KnowWho, committees, saturating attention, seed \(seed); sizes after "
          + "Nozaki, IV-2(2).",
        sourceJa: "KnowWho の集団モデル（専門部会あり、関わりは飽和型、乱数の種 \(seed)）。規模は野崎 IV-2(2) による。",
        synthetic:
          "No tie here was observed; members and ties are made by a seeded model of groups at "
          + "K-RIP's size (495 members, 299 of them firms: assumed).",
        syntheticJa: "実際に観察したつながりはありません。会員とつながりは、K-RIP規模の集団のモデルで作った"
          + "ものです（会員495、うち企業299という数も仮定です）。"),
      actors: Actors(
        ids: ids, kinds: kindNames, attributes: [Attribute(name: "committee", values: committees)]),
      ties: ties)
  }
}
