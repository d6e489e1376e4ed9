/// A synthetic network of the size of K-RIP: a placeholder, and no statement about its members.
///
/// The source paper gives two words only: 「300社弱」 (just under 300 firms) and 「500近く」 (nearly
/// 500 members with municipalities and universities). Everything else is assumed:
///
/// - 495 members: 299 firms, 120 municipalities, 50 universities, 26 agencies.
/// - 12 committees, drawn for each member with equal chances.
/// - Activity *a* = min(4, 1/√(1 − *u*)) with *u* uniform: most are passive, few very active.
/// - Acquaintance by a ``GraphModels/BlockModel`` on the committees, 0.045 inside and 0.002 between.
/// - Every member is tied to K-RIP by membership; that alone makes nobody acquainted.
public enum KRIPModel {
  /// The seed of the network in `Graphs/krip-model`.
  public static let standardSeed: UInt64 = 1983

  private static let members: [(kind: ActorKind, count: Int)] = [
    (.firm, 299), (.municipality, 120), (.university, 50), (.agency, 26),
  ]
  private static let committeeCount = 12

  /// Makes a network.
  ///
  /// - Parameter seed: Equal seeds give equal networks on every platform.
  /// - Returns: K-RIP, its members, and their ties; all marked as synthetic.
  /// - Complexity: O(members²).
  public static func network(seed: UInt64 = standardSeed) -> Network {
    var generator = SplitMix64(seed: seed)
    var ids = TextColumn(["k-rip"])
    var kinds = WordColumn([ActorKind.cluster.rawValue])
    var committees = TextColumn([""])
    var blocks: [Int] = []
    var activity: [Double] = []
    for (kind, count) in members {
      for number in 1...count {
        let digits = String(number)
        ids.append("\(kind.rawValue)-\(String(repeating: "0", count: 3 - digits.count))\(digits)")
        kinds.append(kind.rawValue)
        blocks.append(Int(generator.nextUnit() * Double(committeeCount)))
        activity.append(min(4, 1 / (1 - generator.nextUnit()).squareRoot()))
        committees.append(String(blocks[blocks.count - 1] + 1))
      }
    }
    let model = BlockModel(blocks: blocks, activity: activity, inside: 0.045, between: 0.002)
    let edges = model.edges(using: &generator)

    let membership = blocks.indices.map { (source: $0 + 1, target: 0) }
    let acquaintance = edges.map { (source: $0.source + 1, target: $0.target + 1) }
    let all = membership + acquaintance
    var ties = Ties(sources: all.map { UInt32($0.source) }, targets: all.map { UInt32($0.target) })
    ties.kinds = WordColumn(
      membership.map { _ in TieKind.membership.rawValue } + acquaintance.map { _ in "acquaintance" }
    )
    ties.evidence = all.map { _ in .assumed }
    return Network(
      description: NetworkDescription(
        title: "A cluster of K-RIP's size (synthetic)", titleJa: "K-RIP規模のクラスター（合成データ）",
        source: "Placeholder model of KnowWho, seed \(seed); sizes after Nozaki, IV-2(2).",
        synthetic:
          "No tie here was observed; members and ties are made by a seeded placeholder model "
          + "of K-RIP's size (495 members, 299 of them firms: assumed)."),
      actors: Actors(
        ids: ids, kinds: kinds, attributes: [Attribute(name: "committee", values: committees)]),
      ties: ties)
  }
}
