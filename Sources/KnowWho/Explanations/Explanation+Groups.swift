extension Explanation {
  static let brokerage = [
    Explanation(
      "constraint", ("Burt's constraint", "拘束度"), .brokerage,
      definition: (
        "How far a node's contacts are tied to each other, and so hold it.",
        "相手どうしがつながっていて、どれほど身動きを縛られているかです。"
      ),
      formula: "c(u) = Σ_v (p_uv + Σ_w p_uw p_wv)², p the share of u's ties",
      convention: (
        "Whole network (igraph, networkx); --convention ego of `holes` gives UCINET's. Undefined for "
          + "an isolate.",
        "ネットワーク全体の方式（igraph、networkx）。`holes` の --convention ego で UCINET の方式になります。孤立した主体では定義されません。"
      ),
      reading: (
        "Low: free to broker between people who do not know each other.",
        "小さいほど、互いに知らない人の間を取り持つ余地があります。"
      ),
      reference: "R. S. Burt. Structural holes, 1992, chapter 2",
      peers: [
        ("networkx", "constraint"), ("igraph", "constraint"), ("UCINET", "structural holes"),
      ], command: "knowwho holes NET"),
    Explanation(
      "effectiveSize", ("effective size and efficiency", "有効サイズと効率"), .brokerage,
      definition: (
        "A node's contacts, less those whom it would hear from through others anyway.",
        "ほかの相手を通じても得られる分を除いた相手の数。効率はその割合です。"
      ),
      formula: "e(u) = k − 2 t / k undirected; efficiency e / k",
      convention: (
        "Whole network; ego convention in `holes`. Undefined for an isolate.",
        "ネットワーク全体の方式。`holes` で ego の方式も選べます。孤立した主体では定義されません。"
      ),
      reading: ("High: contacts bring different news.", "大きいほど、相手から別々の情報が得られます。"),
      reference: "R. S. Burt. Structural holes, 1992; S. P. Borgatti. Connections 20, 1997",
      peers: [("networkx", "effective_size"), ("UCINET", "effective size, efficiency")],
      command: "knowwho holes NET"),
    Explanation(
      "brokerage", ("Gould and Fernandez's brokerage", "仲介の五つの役割"), .brokerage,
      definition: (
        "How often a node stands between two who are not tied, by the groups of the three.",
        "直接つながらない二者の間に立つ回数を、三者のグループの関係ごとに数えたものです。"
      ),
      formula:
        "open two-paths a → b → c: coordinator, itinerant, gatekeeper, representative, liaison",
      convention: (
        "An undirected edge is two arcs; z by dealing out the groups anew, expectation exact.",
        "向きのないつながりは両方向に数えます。z はグループ分けの入れ替えによる（期待値は厳密）。"
      ),
      reading: (
        "Which part somebody plays: inside, at the door, or between groups.",
        "内部の調整、内と外の出入口、グループ間の連絡など、どの役を担うかが分かります。"
      ),
      reference:
        "R. V. Gould, R. M. Fernandez. Structures of mediation. Sociological Methodology 19, 1989",
      peers: [("sna", "brokerage"), ("UCINET", "G&F brokerage roles")],
      command: "knowwho brokerage NET --group-by COLUMN"),
  ]

  static let groups = [
    Explanation(
      "modularity", ("modularity", "モジュラリティ"), .groups,
      definition: (
        "How many more ties lie within groups than the degrees let expect.",
        "グループ内のつながりが、つながりの数から期待されるよりどれほど多いかです。"
      ),
      formula: "Q = Σ_c L_c / m − γ (K_c / 2m)²",
      convention: (
        "Newman and Girvan; directed: Leicht and Newman; γ = 1 where not given.",
        "Newman と Girvan の定義（向きがある場合は Leicht と Newman）。γ は指定がなければ1です。"
      ),
      reading: (
        "Above about 0.3 the groups are clear; large networks reach it by chance too.",
        "0.3程度を超えるとまとまりは明瞭です。ただし大きなネットワークでは偶然でも高くなります。"
      ),
      reference:
        "M. E. J. Newman, M. Girvan. Finding and evaluating community structure. Physical Review E 69, 2004",
      peers: [
        ("networkx", "community.modularity"), ("igraph", "modularity"), ("networkit", "Modularity"),
      ], command: "knowwho communities NET"),
    Explanation(
      "eiIndex", ("E-I index", "E-I指数"), .groups,
      definition: (
        "Ties between groups less ties within, as a share of all.",
        "グループ間のつながりからグループ内のつながりを引き、全体で割ったものです。"
      ),
      formula: "(E − I) / (E + I)",
      convention: (
        "Each tie counts 1; ties of actors without a group do not count.",
        "つながり1本を1と数え、グループのない主体のつながりは除きます。"
      ),
      reading: ("−1: all stay among themselves; 1: all ties lead out.", "−1ならすべて内向き、1ならすべて外向きです。"),
      reference:
        "D. Krackhardt, R. N. Stern. Informal networks and organizational crises. Social Psychology Quarterly 51, 1988",
      peers: [("UCINET", "E-I index")], command: "knowwho walls NET --group-by COLUMN"),
    Explanation(
      "wallIndex", ("wall index", "壁指数"), .groups,
      definition: (
        "How much rarer ties are between groups than within.", "グループ間のつながりが、グループ内に比べてどれほどまれかです。"
      ),
      formula: "1 − density between / density within",
      convention: (
        "With a p-value against groups dealt out anew, or rewired networks.",
        "偶然のグループ分け、またはつなぎ替えたネットワークと比べた p を添えます。"
      ),
      reading: ("1: closed; 0: no wall.", "1なら閉じており、0なら壁はありません。"),
      reference: "Defined here from block densities",
      peers: [], command: "knowwho walls NET"),
    Explanation(
      "conductance", ("conductance", "コンダクタンス"), .groups,
      definition: (
        "The share of what touches a community that leads out of it.",
        "まとまりに触れるつながりのうち、外へ出るものの割合です。"
      ),
      formula: "cut(c) / min(vol(c), vol(rest))",
      convention: ("Directions ignored; undefined without edges.", "向きは見ません。つながりがなければ定義されません。"),
      reading: ("Low: a community of its own.", "小さいほど、独立したまとまりです。"),
      reference:
        "R. Kannan, S. Vempala, A. Vetta. On clusterings: good, bad and spectral. Journal of the ACM 51, 2004",
      peers: [("networkx", "conductance")],
      command: "knowwho communities NET --given COLUMN"),
    Explanation(
      "partitionAgreement", ("agreement of partitions", "分け方の一致度"), .groups,
      definition: (
        "How far two ways to divide the same nodes agree.", "同じ主体の二つの分け方がどれほど一致するかです。"
      ),
      formula: "adjusted Rand; 2 I / (H₁ + H₂); H₁ + H₂ − 2 I",
      convention: (
        "Adjusted Rand after Hubert and Arabie; information in nats, normalised by the arithmetic "
          + "mean.",
        "調整ランド指数は Hubert と Arabie の式、情報量は自然対数で、相加平均で正規化します。"
      ),
      reading: ("1: the same; adjusted Rand 0: as chance has it.", "1なら同じ分け方、調整ランド指数0なら偶然と同程度です。"),
      reference: "L. Hubert, P. Arabie. Comparing partitions. Journal of Classification 2, 1985",
      peers: [
        ("igraph", "compare_communities"), ("networkit", "AdjustedRandMeasure, NMIDistance"),
        ("scikit-learn", "adjusted_rand_score, normalized_mutual_info_score"),
      ], command: "knowwho communities NET --against COLUMN"),
  ]
}
