extension Explanation {
  static let cohesion = [
    Explanation(
      "density", ("density", "密度"), .cohesion,
      definition: ("The share of pairs that are tied.", "つながっている二者の割合です。"),
      formula: "m / (n (n − 1) / 2), directed m / (n (n − 1))",
      convention: ("Self loops do not count.", "自分へのつながりは数えません。"),
      reading: (
        "Falls with size by itself: compare groups of unlike size with care.",
        "人数が増えるだけで下がります。大きさの違う集まりを比べるときは注意してください。"
      ),
      reference: "S. Wasserman, K. Faust. Social network analysis, 1994, 4.1.1",
      peers: [
        ("networkx", "density"), ("igraph", "density"), ("networkit", "graphtools.density"),
        ("sna", "gden"), ("UCINET", "density"),
      ], command: "knowwho summary NET"),
    Explanation(
      "reciprocity", ("reciprocity", "相互性"), .cohesion,
      definition: ("The share of arcs that are returned.", "返されている（双方向の）矢印の割合です。"),
      formula: "2 M / (2 M + A) for M mutual and A asymmetric pairs",
      convention: (
        "Arcs, not pairs, are counted (sna's edgewise); 1 in an undirected graph.",
        "組ではなく矢印で数えます（sna の edgewise）。向きがなければ1です。"
      ),
      reading: ("High: who is named names back.", "大きいほど、挙げた相手からも挙げ返されています。"),
      reference: "S. Wasserman, K. Faust. Social network analysis, 1994, 13.3",
      peers: [
        ("networkx", "reciprocity"), ("igraph", "reciprocity"), ("sna", "grecip(edgewise)"),
        ("UCINET", "arc reciprocity"),
      ], command: "knowwho cohesion NET"),
    Explanation(
      "triadCensus", ("dyad and triad census", "二者・三者の型"), .cohesion,
      definition: (
        "How many sets of two or three nodes are tied in each possible way.",
        "二者・三者の組が、あり得るつながり方のそれぞれにいくつあるかです。"
      ),
      formula: "16 types MAN: mutual, asymmetric, null pairs; D, U, T, C tell apart",
      convention: (
        "An undirected edge is one both ways.", "向きのないつながりは双方向と数えます。"
      ),
      reading: (
        "030T and 300 speak for order and closure, 021C and 201 for brokers.",
        "030T や 300 が多ければ序列やまとまり、021C や 201 が多ければ仲介の存在を示します。"
      ),
      reference:
        "P. W. Holland, S. Leinhardt. Local structure in social networks. Sociological Methodology 7, 1976",
      peers: [
        ("networkx", "triadic_census"), ("igraph", "triad_census, dyad_census"),
        ("sna", "triad.census, dyad.census"), ("UCINET", "triad census"),
      ], command: "knowwho cohesion NET --triads"),
    Explanation(
      "clustering", ("local clustering", "クラスター係数"), .cohesion,
      definition: (
        "The share of pairs of a node's contacts that are tied.", "知り合いどうしも知り合いである割合です。"
      ),
      formula: "c(v) = 2 t(v) / (k (k − 1)) for t triangles",
      convention: (
        "0 below two contacts; directions ignored.", "相手が二人未満なら0。向きは見ません。"
      ),
      reading: (
        "High: the contacts know each other: close, but little news.",
        "大きいほど相手どうしも親しく、まとまりはよい反面、新しい情報は入りにくくなります。"
      ),
      reference:
        "D. J. Watts, S. H. Strogatz. Collective dynamics of small-world networks. Nature 393, 1998",
      peers: [
        ("networkx", "clustering"), ("igraph", "transitivity_local_undirected (NaN below two)"),
        ("networkit", "LocalClusteringCoefficient"),
      ], command: "knowwho centrality NET --measure clustering"),
    Explanation(
      "transitivity", ("transitivity", "推移性"), .cohesion,
      definition: (
        "The share of connected triples that are closed to triangles.",
        "「AとB、BとCが知り合い」のうち「AとCも知り合い」の割合です。"
      ),
      formula: "3 × triangles / connected triples",
      convention: ("Directions ignored; undefined without triples.", "向きは見ません。該当する三者がなければ定義されません。"),
      reading: ("High: friends of friends are friends.", "大きいほど、友人の友人も友人です。"),
      reference:
        "R. D. Luce, A. D. Perry. A method of matrix analysis of group structure. Psychometrika 14, 1949",
      peers: [
        ("networkx", "transitivity"), ("igraph", "transitivity_undirected"),
        ("networkit", "ClusteringCoefficient"), ("sna", "gtrans (directed)"),
      ], command: "knowwho summary NET"),
    Explanation(
      "assortativity", ("assortativity", "同類性"), .cohesion,
      definition: (
        "How alike tied nodes are, in degree, in a number or in their group.",
        "つながる者どうしが、つながりの数・数値・グループでどれほど似ているかです。"
      ),
      formula: "Pearson correlation over arcs; by group (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g)",
      convention: (
        "An undirected edge counts both ways; directed: out-degree of the source with in-degree of "
          + "the target.",
        "向きのないつながりは両方向に数えます。向きがある場合は、出る側の出次数と入る側の入次数です。"
      ),
      reading: (
        "Above 0 like goes with like; below 0 many-tied with few-tied.",
        "正なら似た者どうし、負ならつながりの多い者と少ない者が結びついています。"
      ),
      reference: "M. E. J. Newman. Mixing patterns in networks. Physical Review E 67, 2003",
      peers: [
        ("networkx", "degree_assortativity_coefficient, attribute_assortativity_coefficient"),
        ("igraph", "assortativity_degree, assortativity_nominal"), ("networkit", "Assortativity"),
      ], command: "knowwho cohesion NET --group-by COLUMN"),
    Explanation(
      "truss", ("k-truss", "k-トラス"), .cohesion,
      definition: (
        "The largest k for which an edge lies among edges that all are in k − 2 triangles there.",
        "互いに k−2 個以上の三角形をなす辺の集まりに入れる最大の k です。"
      ),
      formula: "t(e) = max k with e in the k-truss",
      convention: ("An edge in no triangle has 2.", "三角形に入らない辺は2です。"),
      reading: (
        "High: tied people have many acquaintances in common.", "大きいほど、つながる者どうしに共通の知人が多くいます。"
      ),
      reference: "J. Cohen. Trusses: cohesive subgraphs for social network analysis, 2008",
      peers: [("networkx", "k_truss"), ("igraph", "trussness")], command: "knowwho cohesion NET"),
    Explanation(
      "clique", ("maximal clique", "極大クリーク"), .cohesion,
      definition: (
        "A set of nodes all tied to each other that no further node fits.",
        "全員が互いに知り合いで、これ以上加えられない集まりです。"
      ),
      formula: "all pairs tied, no node outside tied to all",
      convention: (
        "Directions ignored; sets of three or more are counted.", "向きは見ません。3以上の集まりを数えます。"
      ),
      reading: ("Many that overlap: a dense middle.", "重なり合うものが多ければ、密な中心部があります。"),
      reference: "R. D. Luce, A. D. Perry, 1949; D. Eppstein and others. JEA 18, 2013",
      peers: [
        ("networkx", "find_cliques"), ("igraph", "maximal_cliques"),
        ("networkit", "MaximalCliques"),
        ("sna", "clique.census"), ("UCINET", "cliques"),
      ], command: "knowwho cohesion NET"),
    Explanation(
      "kComponent", ("k-component", "k-成分"), .cohesion,
      definition: (
        "A largest set that stays connected whichever k − 1 of its nodes go.",
        "そのうちどの k−1 の主体が抜けてもつながり続ける、最大の集まりです。"
      ),
      formula: "maximal node sets of node connectivity at least k",
      convention: ("Directions ignored.", "向きは見ません。"),
      reading: (
        "Deep levels: held together by no single person.", "深い段階まであるほど、特定の人に頼らずにまとまっています。"
      ),
      reference:
        "J. Moody, D. R. White. Structural cohesion and embeddedness. American Sociological Review 68, 2003",
      peers: [("networkx", "k_components"), ("igraph", "cohesive_blocks")],
      command: "knowwho cohesion NET --components"),
    Explanation(
      "articulation", ("articulation nodes and bridges", "切断点と橋"), .cohesion,
      definition: (
        "Nodes, and edges, without which the network falls into more parts.",
        "なくなるとネットワークがさらに分かれる主体とつながりです。"
      ),
      formula: "Tarjan's biconnected components",
      convention: ("Directions ignored; ties both ways are one.", "向きは見ません。双方向のつながりは1本と数えます。"),
      reading: ("Each is a single point of failure.", "一つ失うだけで分断が起きる弱点です。"),
      reference: "J. Hopcroft, R. Tarjan. Algorithm 447. Communications of the ACM 16, 1973",
      peers: [
        ("networkx", "articulation_points, bridges"), ("igraph", "articulation_points, bridges"),
        ("networkit", "BiconnectedComponents"), ("sna", "cutpoints"), ("UCINET", "cutpoints"),
      ], command: "knowwho cohesion NET --parting"),
    Explanation(
      "centralization", ("centralization", "集中度"), .cohesion,
      definition: (
        "How far one node outdoes all others in a centrality.", "一つの主体に中心性がどれほど集中しているかです。"
      ),
      formula: "Σ (max − C(v)) / the most that sum can be",
      convention: ("Freeman's; a star has 1.", "Freeman の定義で、星形なら1です。"),
      reading: ("High: built around one.", "大きいほど、一人を中心にできています。"),
      reference: "L. C. Freeman. Centrality in social networks. Social Networks 1, 1979",
      peers: [
        ("igraph", "centralization"), ("sna", "centralization"), ("UCINET", "centralization"),
      ],
      command: "knowwho summary NET"),
  ]
}
