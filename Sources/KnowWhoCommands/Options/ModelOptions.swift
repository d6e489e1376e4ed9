internal import ArgumentParser
internal import KnowWho

/// The numbers of random graph models.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(Language.ofCommandLine("The number of nodes.", "ノード（主体）の数。")))
  var nodes: Int?

  @Option(
    help: ArgumentHelp(Language.ofCommandLine("gnm: the number of edges.", "gnm：つながりの数。")))
  var edges: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("gnp: the probability of each edge.", "gnp：それぞれのつながりができる確率。")))
  var probability: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "preferential-attachment, rmat: edges of each new node, or drawn a node.",
        "preferential-attachment、rmat：新しいノードがつくる（ノードあたりに引く）つながりの数。")))
  var edgesPerNode: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "small-world: neighbors of each node on the ring; even.",
        "small-world：輪の上で隣り合うノードの数（偶数）。")))
  var neighbors: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "small-world: the probability that an edge is led elsewhere.",
        "small-world：つながりを別の相手につなぎ替える確率。")))
  var rewiring: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "configuration, simple-configuration: degrees with commas between them.",
        "configuration、simple-configuration：各ノードの次数をカンマで区切って並べます。")))
  var degrees: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "configuration, simple-configuration, rewired: the network whose degrees are taken.",
        "configuration、simple-configuration、rewired：次数を借りるネットワーク。")))
  var from: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "simple-configuration, rewired: swaps tried an edge (default 10).",
        "simple-configuration、rewired：つながり1本あたりに試す入れ替えの回数（既定は10）。")))
  var swaps: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "planted-partition, block-model: the number of groups.",
        "planted-partition、block-model：グループの数。")))
  var groups: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "planted-partition, block-model: nodes of each group.",
        "planted-partition、block-model：一つのグループのノードの数。")))
  var size: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "planted-partition, block-model: the probability of an edge within a group.",
        "planted-partition、block-model：グループ内のつながりができる確率。")))
  var inside: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "planted-partition, block-model: the probability of an edge across groups.",
        "planted-partition、block-model：グループをまたぐつながりができる確率。")))
  var between: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "block-model: activity of a node is 1/√(1 − u), u uniform, but at most this (default 4).",
        "block-model：ノードの活発さは 1/√(1 − u)（u は一様乱数）で、この値を超えません（既定は4）。")))
  var mostActive: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "rmat: 2 to this power is the number of nodes.", "rmat：ノードの数は2のこの値乗です。")))
  var scale: Int?

  /// The options that were given, by the names they have on the command line.
  var given: [String] {
    let all: [(String, Bool)] = [
      ("--nodes", nodes != nil), ("--edges", edges != nil), ("--probability", probability != nil),
      ("--edges-per-node", edgesPerNode != nil), ("--neighbors", neighbors != nil),
      ("--rewiring", rewiring != nil), ("--degrees", degrees != nil), ("--from", from != nil),
      ("--swaps", swaps != nil), ("--groups", groups != nil), ("--size", size != nil),
      ("--inside", inside != nil), ("--between", between != nil),
      ("--most-active", mostActive != nil), ("--scale", scale != nil),
    ]
    return all.filter(\.1).map(\.0)
  }
}
