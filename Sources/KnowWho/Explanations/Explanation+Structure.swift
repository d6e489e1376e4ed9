extension Explanation {
  static let structure = [
    Explanation(
      "clusteringByStrength", ("clustering by strengths", "強さによるクラスター係数"), .cohesion,
      definition: (
        "The share of a node's strength that goes to contacts who know each other.",
        "つながりの強さのうち、互いに知り合いの相手に向いている割合です。"
      ),
      formula: "C(v) = Σ (s(v, u) + s(v, w)) / (S(v) (k − 1)) over the triangles v, u, w",
      convention: (
        "Barrat's; 0 below two contacts (igraph: undefined). networkx's weighted clustering is Onnela's.",
        "Barrat の定義。相手が二人未満なら0（igraph では未定義）。networkx の重み付きは Onnela の定義で異なります。"
      ),
      reading: (
        "Above plain clustering: the strong ties are the closed ones.",
        "通常のクラスター係数より大きければ、強いつながりほど閉じています。"
      ),
      reference:
        "A. Barrat and others. The architecture of complex weighted networks. PNAS 101, 2004",
      peers: [("igraph", "transitivity_local_undirected (weights)")],
      command: "knowwho centrality NET --measure clusteringByStrength"),
    Explanation(
      "twoModeClustering", ("two-mode clustering", "二部クラスター係数"), .cohesion,
      definition: (
        "How often two who meet once meet again elsewhere.", "一度同席した二者が、別の場でも同席する割合です。"
      ),
      formula: "4 × cycles of four / paths of three edges",
      convention: (
        "Robins and Alexander's; Latapy's local one is in the library.",
        "Robins と Alexander の定義。Latapy の局所的な係数はライブラリーにあります。"
      ),
      reading: (
        "High: the same people meet again and again.", "大きいほど、同じ顔ぶれが何度も集まっています。"
      ),
      reference:
        "G. Robins, M. Alexander. Small worlds among interlocking directors. Computational & Mathematical Organization Theory 10, 2004; M. Latapy and others. Social Networks 30, 2008",
      peers: [
        ("networkx", "bipartite.robins_alexander_clustering, latapy_clustering")
      ], command: "knowwho cohesion Graphs/davis"),
    Explanation(
      "kPlex", ("k-plex", "k-プレックス"), .cohesion,
      definition: (
        "A set in which each is tied to all but k of them, itself counted, that nobody else fits.",
        "各自が（自分を含めて）k を除く全員とつながり、ほかの誰も加えられない集まりです。"
      ),
      formula: "s nodes, each with s − k ties among them or more; k = 1: cliques",
      convention: (
        "From 2k − 1 nodes on; directions ignored; for small networks.",
        "2k−1 以上の主体からなるもの。向きは見ません。小さなネットワーク用です。"
      ),
      reading: (
        "A clique that forgives a few missing ties.", "いくつかの欠けを許したクリークです。"
      ),
      reference:
        "S. B. Seidman, B. L. Foster. A graph-theoretic generalization of the clique concept. Journal of Mathematical Sociology 6, 1978",
      peers: [("UCINET", "k-plex")], command: "knowwho cohesion Graphs/kite --plexes 2"),
    Explanation(
      "connectivity", ("node and edge connectivity", "点連結度と辺連結度"), .cohesion,
      definition: (
        "How few nodes, or ties, must go so that the network, or two given actors, are parted.",
        "ネットワーク全体、または二者を分かつのに必要な、最少の主体数・つながり数です。"
      ),
      formula: "most paths that share no node, or no edge (Menger)",
      convention: (
        "Directions ignored for the whole, followed for two actors; a tie between the two counts as one "
          + "way, as in networkx.",
        "全体では向きを見ず、二者の間では向きに従います。直接のつながりも1通りと数えます（networkx と同じ）。"
      ),
      reading: (
        "Low: a few can part it.", "小さいほど、わずかな抜けで分かれます。"
      ),
      reference: "K. Menger. Zur allgemeinen Kurventheorie. Fundamenta Mathematicae 10, 1927",
      peers: [
        ("networkx", "node_connectivity, edge_connectivity"),
        ("igraph", "vertex_connectivity, edge_connectivity"), ("UCINET", "point connectivity"),
      ], command: "knowwho cohesion NET"),
    Explanation(
      "shortestPaths", ("shortest paths", "最短の道のり"), .cohesion,
      definition: (
        "All ways of the fewest steps from one actor to another.",
        "一方から他方への、歩数が最も少ない道のりのすべてです。"
      ),
      formula: "paths of d(u, v) steps",
      convention: (
        "Searched from both ends; along the arcs; in the order of nodes.", "両端から探し、向きに従い、主体の順に並べます。"
      ),
      reading: (
        "One way alone: who is on it is indispensable.", "一通りしかなければ、途中の主体は欠かせません。"
      ),
      reference: "I. Pohl. Bi-directional search. Machine Intelligence 6, 1971",
      peers: [
        ("networkx", "all_shortest_paths, bidirectional_shortest_path"),
        ("igraph", "get_all_shortest_paths"), ("sna", "geodist"), ("UCINET", "geodesics"),
      ], command: "knowwho cohesion Graphs/kite --between 0,9"),
    Explanation(
      "globalEfficiency", ("efficiency of a network", "ネットワークの効率"), .cohesion,
      definition: (
        "The mean of 1 / distance over all pairs; who cannot be reached adds 0.",
        "すべての二者の距離の逆数の平均です。届かない組は0と数えます。"
      ),
      formula: "E = Σ 1 / d(u, v) / (n (n − 1))",
      convention: ("Outgoing where directed.", "向きがある場合は出る側です。"),
      reading: ("1: all are tied to all; 0: nobody to anyone.", "全員が直接つながれば1、誰もつながらなければ0です。"),
      reference:
        "V. Latora, M. Marchiori. Efficient behavior of small-world networks. Physical Review Letters 87, 2001",
      peers: [("networkx", "global_efficiency"), ("igraph", "global_efficiency (R)")],
      command: "knowwho cohesion NET"),
    Explanation(
      "hierarchy", ("Burt's hierarchy", "拘束の階層度"), .brokerage,
      definition: (
        "How far a node's constraint comes from one contact alone.",
        "拘束が、どれほど一人の相手に偏っているかです。"
      ),
      formula: "H(u) = Σ r ln r / (k ln k), r = what a contact constrains ÷ the mean of all k",
      convention: (
        "Whole network; ego convention in `holes --convention ego`. Undefined below two contacts.",
        "ネットワーク全体の方式。`holes --convention ego` で ego の方式も選べます。相手が二人未満では定義されません。"
      ),
      reading: (
        "Near 1: one contact holds it; near 0: all alike.", "1に近いほど一人に、0に近いほど全員に等しく縛られています。"
      ),
      reference: "R. S. Burt. Structural holes, 1992, chapter 2",
      peers: [("UCINET", "structural holes: hierarchy")], command: "knowwho holes NET"),
  ]

  static let partitions = [
    Explanation(
      "leiden", ("Leiden and Louvain", "Leiden 法と Louvain 法"), .groups,
      definition: (
        "Communities by moving actors to where they add most to the modularity, again and again.",
        "モジュラリティが最も増えるように主体を動かすことをくり返して、まとまりを見つけます。"
      ),
      formula: "move, refine, aggregate; until nothing moves",
      convention: (
        "Leiden refines, so that communities are connected; seed 1 where not given.",
        "Leiden 法は各まとまりが内部でつながるように整えます。シード値は指定がなければ1です。"
      ),
      reading: (
        "Another seed may part the network otherwise and nearly as well.",
        "シード値を変えると、同じくらいよい別の分け方になることがあります。"
      ),
      reference:
        "V. A. Traag, L. Waltman, N. J. van Eck. From Louvain to Leiden. Scientific Reports 9, 2019; V. D. Blondel and others. Fast unfolding of communities in large networks. Journal of Statistical Mechanics, 2008",
      peers: [
        ("networkx", "community.louvain_communities"),
        ("igraph", "community_leiden, community_multilevel"), ("networkit", "ParallelLeiden, PLM"),
        ("UCINET", "Louvain"),
      ], command: "knowwho communities NET"),
    Explanation(
      "labelPropagation", ("label propagation", "ラベル伝播"), .groups,
      definition: (
        "Every actor takes the label that most around it have, until none changes.",
        "各主体が、周りで最も多いラベルをとることをくり返します。"
      ),
      formula: "label(v) = the label most frequent among the neighbors of v",
      convention: (
        "One after the other in random order; equal labels drawn by the seed.",
        "無作為の順に一つずつ更新し、同数のときはシード値で選びます。"
      ),
      reading: ("Fast and rough; compare several seeds.", "速いが粗い方法です。いくつかのシード値で比べてください。"),
      reference:
        "U. N. Raghavan, R. Albert, S. Kumara. Near linear time algorithm to detect community structures in large-scale networks. Physical Review E 76, 2007",
      peers: [
        ("networkx", "community.asyn_lpa_communities"), ("igraph", "community_label_propagation"),
        ("networkit", "PLP"), ("UCINET", "label propagation"),
      ], command: "knowwho communities NET --method labels"),
    Explanation(
      "girvanNewman",
      ("edge betweenness communities (Girvan–Newman)", "つながりの媒介性による分割（Girvan–Newman）"),
      .groups,
      definition: (
        "Takes away the tie that most shortest ways run along, again and again; the parts left where "
          + "modularity is greatest are the communities.",
        "最短の道のりが最も多く通るつながりを順に除き、モジュラリティが最大になったときの部分をまとまりとします。"
      ),
      formula: "remove argmax B(e); recompute; repeat",
      convention: (
        "Equal ties by their ends; directions ignored; --groups stops at a number.",
        "同点のときは主体の順。向きは見ません。--groups で数を指定できます。"
      ),
      reading: ("Slow; for some hundred actors.", "時間がかかります（数百の主体まで）。"),
      reference:
        "M. Girvan, M. E. J. Newman. Community structure in social and biological networks. PNAS 99, 2002",
      peers: [
        ("networkx", "community.girvan_newman"), ("igraph", "community_edge_betweenness"),
        ("UCINET", "Girvan-Newman"),
      ], command: "knowwho communities Graphs/karate --method removal"),
  ]
}
