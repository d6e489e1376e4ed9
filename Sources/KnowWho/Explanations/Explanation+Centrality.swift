extension Explanation {
  static let centralities = [
    Explanation(
      "degree", ("degree", "つながりの数（次数）"), .centrality,
      definition: ("How many direct contacts a node has.", "直接の相手の数です。"),
      formula: "k(v) = number of edges at v",
      convention: (
        "Raw; in a directed graph arcs in and out together (inDegree and outDegree apart). A self "
          + "loop counts twice.",
        "数のまま示します。向きがある場合は出入りの合計です（inDegree、outDegree は別々）。自分へのつながりは2と数えます。"
      ),
      reading: (
        "High: many direct contacts. It says nothing about whom those contacts know.",
        "大きいほど直接の相手が多いことを示します。相手の先に誰がいるかは分かりません。"
      ),
      reference:
        "L. C. Freeman. Centrality in social networks: conceptual clarification. Social Networks 1, 1979",
      peers: [
        ("networkx", "degree_centrality"), ("igraph", "degree"), ("networkit", "DegreeCentrality"),
        ("sna", "degree"), ("UCINET", "Freeman degree"),
      ], command: "knowwho centrality NET --measure degree"),
    Explanation(
      "strength", ("strength", "つながりの強さの合計"), .centrality,
      definition: (
        "The sum of the strengths of a node's ties.", "つながりの強さ（時間や回数など）の合計です。"
      ),
      formula: "s(v) = Σ strength of the edges at v",
      convention: (
        "Each edge counts 1 where no strengths are given.", "強さの記録がなければ、1本を1と数えます。"
      ),
      reading: (
        "High: much time or many meetings in all, with many or with few.",
        "大きいほど、全体として付き合いの量が多いことを示します（相手が多いとは限りません）。"
      ),
      reference:
        "A. Barrat and others. The architecture of complex weighted networks. PNAS 101, 2004",
      peers: [
        ("networkx", "degree(weight=…)"), ("igraph", "strength"),
      ], command: "knowwho centrality NET --measure strength"),
    Explanation(
      "closeness", ("closeness", "近接中心性"), .centrality,
      definition: (
        "How near a node is to all others it can reach.", "届く相手全員にどれだけ近いかです。"
      ),
      formula: "C(v) = (r / (n − 1)) · (r / Σ d(v, u)) over the r nodes that v reaches",
      convention: (
        "Wasserman and Faust's form, so that it can be compared on disconnected graphs; the number "
          + "reached is printed beside it; outgoing.",
        "Wasserman と Faust の式です（分かれたネットワークでも比べられます）。届く数も並べて示し、向きは出る側です。"
      ),
      reading: (
        "High: news from here arrives everywhere soon.", "大きいほど、ここからの話が早く全体に伝わります。"
      ),
      reference:
        "G. Sabidussi. The centrality index of a graph. Psychometrika 31, 1966; S. Wasserman, K. Faust. Social network analysis, 1994, 5.2",
      peers: [
        ("networkx", "closeness_centrality (incoming)"), ("igraph", "closeness"),
        ("networkit", "Closeness"), ("sna", "closeness"), ("UCINET", "closeness"),
      ], command: "knowwho centrality NET --measure closeness"),
    Explanation(
      "harmonic", ("harmonic closeness", "調和中心性"), .centrality,
      definition: (
        "The mean of 1 / distance to all others; who cannot be reached adds 0.",
        "ほかの全員までの距離の逆数の平均です。届かない相手は0と数えます。"
      ),
      formula: "H(v) = Σ 1 / d(v, u) / (n − 1)",
      convention: ("Divided by n − 1; outgoing.", "n − 1 で割ります。向きは出る側です。"),
      reading: (
        "As closeness, and meaningful where the network is in several parts.",
        "近接中心性と同じ読み方で、分かれたネットワークでも意味を持ちます。"
      ),
      reference:
        "M. Marchiori, V. Latora. Harmony in the small-world. Physica A 285, 2000; P. Boldi, S. Vigna. Axioms for centrality. Internet Mathematics 10, 2014",
      peers: [
        ("networkx", "harmonic_centrality (raw)"), ("igraph", "harmonic_centrality"),
        ("networkit", "HarmonicCloseness"), ("sna", "closeness(cmode=suminvundir)"),
      ], command: "knowwho centrality NET --measure harmonic"),
    Explanation(
      "decay", ("decay centrality", "減衰中心性"), .centrality,
      definition: (
        "How many others there are, each step away counting less by the factor delta.",
        "ほかの主体を、1歩遠いごとに delta 倍に小さくして数えたものです。"
      ),
      formula: "D(v) = Σ delta^d(v, u) / ((n − 1) · delta)",
      convention: ("delta 0.5 where not given; outgoing.", "delta は指定がなければ0.5。向きは出る側です。"),
      reading: (
        "High: many near, if what a tie brings fades by the step.",
        "大きいほど、近くに多くの相手がいます（つながりの値打ちが1歩ごとに薄れると考える場合）。"
      ),
      reference: "M. O. Jackson. Social and economic networks, 2008, 2.2.4",
      peers: [], command: "knowwho centrality NET --measure decay"
    ),
    Explanation(
      "betweenness", ("betweenness", "媒介中心性"), .centrality,
      definition: (
        "How often a node lies on the shortest paths between two others.",
        "ほかの二者を結ぶ最短の道のりに、どれだけの割合で入っているかです。"
      ),
      formula: "B(v) = Σ σ(s, t | v) / σ(s, t) over pairs s, t ≠ v, divided by their number",
      convention: (
        "Scaled so that the centre of a star has 1; raw counts each pair once.",
        "星形の中心が1になるように割ります。raw は各組を一度数えます。"
      ),
      reading: (
        "High: others depend on this node to reach each other; it can pass on or hold back.",
        "大きいほど、ほかの人どうしがこの主体を通じて届き合っています。取り次ぐことも止めることもできる立場です。"
      ),
      reference:
        "L. C. Freeman. A set of measures of centrality based on betweenness. Sociometry 40, 1977; U. Brandes. A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 2001",
      peers: [
        ("networkx", "betweenness_centrality"), ("igraph", "betweenness"),
        ("networkit", "Betweenness (pairs twice)"), ("sna", "betweenness"),
        ("UCINET", "Freeman betweenness"),
      ], command: "knowwho centrality NET --measure betweenness"),
    Explanation(
      "eigenvector", ("eigenvector centrality", "固有ベクトル中心性"), .centrality,
      definition: (
        "A node is central if its contacts are; the scores are the leading eigenvector.",
        "相手が中心的であるほど自分も中心的とみなす指標です（最大固有値の固有ベクトル）。"
      ),
      formula: "λ x(v) = Σ x(u) over the contacts u of v, λ the largest eigenvalue",
      convention: (
        "The largest score is 1; by in-links where directed; nodes outside the leading component "
          + "have 0; refused where the largest eigenvalue belongs to several parts.",
        "最大を1とします。向きがある場合は入る側です。主な部分の外は0。最大固有値が複数の部分に属するときは計算しません。"
      ),
      reading: (
        "High: tied to those who are well tied themselves.", "大きいほど、つながりの多い人とつながっています。"
      ),
      reference:
        "P. Bonacich. Factoring and weighting approaches to status scores. Journal of Mathematical Sociology 2, 1972",
      peers: [
        ("networkx", "eigenvector_centrality (L2)"), ("igraph", "eigenvector_centrality"),
        ("networkit", "EigenvectorCentrality"), ("sna", "evcent"), ("UCINET", "eigenvector"),
      ], command: "knowwho centrality NET --measure eigenvector"),
    Explanation(
      "katz", ("Katz centrality", "カッツ中心性"), .centrality,
      definition: (
        "Walks of any length that end at a node, each step counting less by alpha.",
        "その主体で終わるあらゆる長さの道の数を、1歩ごとに alpha 倍に小さくして数えます。"
      ),
      formula: "x = alpha · Aᵀ x + 1",
      convention: (
        "alpha is half of 1 / λ where not given; at or past 1 / λ is an error.",
        "alpha は指定がなければ 1/λ の半分。1/λ 以上はエラーです。"
      ),
      reading: (
        "High: reached by many, directly and through others.", "大きいほど、直接にも間接にも多くの道で届かれています。"
      ),
      reference:
        "L. Katz. A new status index derived from sociometric analysis. Psychometrika 18, 1953",
      peers: [
        ("networkx", "katz_centrality"), ("networkit", "KatzCentrality"),
        ("igraph", "alpha_centrality"),
      ], command: "knowwho centrality NET --measure katz"),
    Explanation(
      "pageRank", ("PageRank", "ページランク"), .centrality,
      definition: (
        "The share of time that a random walk along the ties spends at a node.",
        "つながりを無作為にたどり続けるとき、その主体にいる時間の割合です。"
      ),
      formula: "p(v) = (1 − d) / n + d · Σ p(u) / k(u) over the u that point at v",
      convention: (
        "Damping 0.85; walks that cannot go on start anywhere; sums to 1; stops at an L1 change below 1e-10.",
        "damping は0.85。行き止まりからは全体に等しく戻ります。合計1、変化の合計が1e-10未満で止めます。"
      ),
      reading: (
        "High: pointed at by those who are pointed at.", "大きいほど、注目される主体から注目されています。"
      ),
      reference:
        "S. Brin, L. Page. The anatomy of a large-scale hypertextual web search engine. Computer Networks 30, 1998",
      peers: [
        ("networkx", "pagerank"), ("igraph", "pagerank"), ("networkit", "PageRank"),
      ], command: "knowwho centrality NET --measure pageRank"),
    Explanation(
      "hubs", ("hubs and authorities", "ハブとオーソリティ"), .centrality,
      definition: (
        "A good hub points at good authorities, and a good authority is pointed at by good hubs.",
        "よい行き先（オーソリティ）を多く指すのがよいハブ、よいハブから多く指されるのがよいオーソリティです。"
      ),
      formula: "h = A a, a = Aᵀ h, up to a factor",
      convention: (
        "Largest entry 1. In an undirected graph both are the eigenvector.",
        "最大を1とします。向きがなければ両者は固有ベクトル中心性と同じです。"
      ),
      reading: (
        "Hubs know where to ask; authorities are whom one asks.",
        "ハブは「誰に聞けばよいかを知る人」、オーソリティは「聞かれる人」です。"
      ),
      reference:
        "J. M. Kleinberg. Authoritative sources in a hyperlinked environment. Journal of the ACM 46, 1999",
      peers: [("networkx", "hits"), ("igraph", "hub_score, authority_score")],
      command: "knowwho centrality NET --measure hubs,authorities"),
    Explanation(
      "eccentricity", ("eccentricity", "離心数"), .centrality,
      definition: ("The steps to the farthest node that can be reached.", "届く中で最も遠い相手までの歩数です。"),
      formula: "e(v) = max d(v, u)",
      convention: ("Over the nodes reached; outgoing.", "届く相手だけで数えます。向きは出る側です。"),
      reading: ("Low: nobody is far.", "小さいほど、誰からも遠くありません。"),
      reference: "F. Harary. Graph theory, 1969, chapter 4",
      peers: [
        ("networkx", "eccentricity"), ("igraph", "eccentricity"), ("networkit", "Eccentricity"),
      ], command: "knowwho centrality NET --measure eccentricity"),
    Explanation(
      "coreness", ("coreness", "コア数"), .centrality,
      definition: (
        "The largest k for which a node lies among nodes that all have k contacts among themselves.",
        "互いに k 以上のつながりを持ち合う集まりに入れる最大の k です。"
      ),
      formula: "c(v) = max k with v in the k-core",
      convention: ("Directions ignored; an isolate has 0.", "向きは見ません。孤立した主体は0です。"),
      reading: (
        "High: deep in the dense middle.", "大きいほど、密な中心部にいます。"
      ),
      reference: "S. B. Seidman. Network structure and minimum degree. Social Networks 5, 1983",
      peers: [
        ("networkx", "core_number"), ("igraph", "coreness"), ("networkit", "CoreDecomposition"),
        ("sna", "kcores"),
      ], command: "knowwho centrality NET --measure coreness"),
  ]
}
