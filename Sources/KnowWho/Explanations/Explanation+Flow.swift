extension Explanation {
  static let flows = [
    Explanation(
      "power", ("Bonacich power", "パワー中心性（Bonacich）"), .centrality,
      definition: (
        "A node is powerful if its contacts are; with beta below 0, if they are weak.",
        "相手が有力であるほど有力とみなす指標です。beta が負のときは、相手が弱いほど有力とみなします。"
      ),
      formula: "c = (I − β A)⁻¹ A 1",
      convention: (
        "beta is half of 1 / λ where not given; outgoing; the squares sum to n. sna and R's igraph take "
          + "beta 1 where not told.",
        "beta は指定がなければ 1/λ の半分、向きは出る側、二乗和が n になるようにします。sna と R の igraph は既定で beta を1とします。"
      ),
      reading: (
        "Above 0, as Katz: who is tied to the well tied. Below 0, as in bargaining: who can play off "
          + "contacts that have nobody else.",
        "正の beta では、有力者に近いほど大きくなります。負の beta では、ほかに相手のいない主体を相手に持つほど（交渉で）有利です。"
      ),
      reference:
        "P. Bonacich. Power and centrality: a family of measures. American Journal of Sociology 92, 1987",
      peers: [
        ("igraph", "power_centrality (R)"), ("sna", "bonpow"), ("UCINET", "Bonacich power"),
      ], command: "knowwho centrality NET --measure power"),
    Explanation(
      "currentFlowCloseness", ("current-flow closeness", "電流近接中心性"), .centrality,
      definition: (
        "How near a node is to all others if every path counts: ties are wires, nearness is small "
          + "resistance.",
        "つながりを電線とみなし、あらゆる道のりを合わせた抵抗の小ささで、全員への近さを測ります。"
      ),
      formula: "C(v) = (r / (n − 1)) · (r / Σ R(v, u)), R the resistance between two nodes",
      convention: (
        "Within the component, times the share reached; raw 1 / Σ R as in networkx. Stephenson and "
          + "Zelen's information is n / Σ R. Directions ignored.",
        "同じ成分の中で求め、届く割合を掛けます。raw は networkx と同じ 1/ΣR。Stephenson と Zelen の情報中心性は n/ΣR です。向きは見ません。"
      ),
      reading: (
        "As closeness, but a second way to someone brings him nearer still.",
        "近接中心性と同じ読み方ですが、同じ相手への道が増えるほど近いとみなします。"
      ),
      reference:
        "K. Stephenson, M. Zelen. Rethinking centrality. Social Networks 11, 1989; U. Brandes, D. Fleischer. Centrality measures based on current flow. STACS 2005",
      peers: [
        ("networkx", "current_flow_closeness_centrality"),
        ("networkit", "ApproxElectricalCloseness"),
        ("sna", "infocent"), ("UCINET", "information centrality"),
      ], command: "knowwho centrality NET --measure currentFlowCloseness"),
    Explanation(
      "currentFlowBetweenness", ("current-flow betweenness", "電流媒介中心性"), .centrality,
      definition: (
        "How much of what flows between two others, along all paths, passes a node.",
        "ほかの二者の間をあらゆる道のりで流れるもののうち、どれだけがその主体を通るかです。"
      ),
      formula: "B(v) = Σ I(v) over pairs s, t ≠ v for a unit of current from s to t, ÷ pairs",
      convention: (
        "Ends not counted (networkx); Newman counts them. Directions ignored.",
        "両端は数えません（networkx と同じ。Newman は数えます）。向きは見ません。"
      ),
      reading: (
        "As betweenness, where news wanders and does not know the shortest way.",
        "媒介中心性と同じ読み方で、話が最短の道を選ばずに広がる場合に向きます。"
      ),
      reference:
        "M. E. J. Newman. A measure of betweenness centrality based on random walks. Social Networks 27, 2005",
      peers: [
        ("networkx", "current_flow_betweenness_centrality"),
        ("UCINET", "flow betweenness (another)"),
      ], command: "knowwho centrality NET --measure currentFlowBetweenness"),
    Explanation(
      "subgraph", ("subgraph centrality and Estrada index", "部分グラフ中心性とエストラダ指数"), .centrality,
      definition: (
        "How many closed walks a node is on, the long ones counting much less.",
        "その主体を通って元に戻る道の数を、長い道ほど大きく割り引いて数えます。"
      ),
      formula: "S(v) = Σ (Aᵏ)(v, v) / k!; the Estrada index is the sum over all v",
      convention: (
        "Raw; scaled divides by the Estrada index. Directions ignored.",
        "数のまま示します。scaled はエストラダ指数で割った割合です。向きは見ません。"
      ),
      reading: (
        "High: in many small, closed circles.", "大きいほど、小さく閉じたつながりの輪に多く入っています。"
      ),
      reference:
        "E. Estrada, J. A. Rodríguez-Velázquez. Subgraph centrality in complex networks. Physical Review E 71, 2005",
      peers: [
        ("networkx", "subgraph_centrality, estrada_index"), ("igraph", "subgraph_centrality (R)"),
      ], command: "knowwho centrality NET --measure subgraph"),
    Explanation(
      "groupCentrality", ("centrality of groups", "グループの中心性"), .centrality,
      definition: (
        "Degree, closeness and betweenness of several actors taken as one.",
        "複数の主体を一つとみなしたときの次数・近接・媒介中心性です。"
      ),
      formula: "|N(G) \\ G|; r / Σ d(G, v); Σ σ(s, t | G) / σ(s, t) over s, t outside G",
      convention: (
        "Shares of those outside; closeness times the share reached (networkx divides all outside by "
          + "the sum). Paths that begin or end within do not count.",
        "グループ外の主体に対する割合です。近接は届く割合を掛けます（networkx はグループ外の全員を距離の合計で割ります）。"
          + "グループ内で始まる、または終わる道のりは数えません。"
      ),
      reading: (
        "Two that reach different people make a better pair than the two best.",
        "それぞれ別の人に届く二者の組は、上位二者の組より優れることがあります。"
      ),
      reference:
        "M. G. Everett, S. P. Borgatti. The centrality of groups and classes. Journal of Mathematical Sociology 23, 1999",
      peers: [
        (
          "networkx",
          "group_degree_centrality, group_closeness_centrality, group_betweenness_centrality"
        ), ("networkit", "GroupDegree, GroupCloseness (searches)"), ("UCINET", "group centrality"),
      ], command: "knowwho centrality NET --of groups --group-by COLUMN"),
    Explanation(
      "edgeBetweenness", ("betweenness of ties", "つながりの媒介性"), .centrality,
      definition: (
        "How many shortest ways between two actors run along a tie.",
        "二者を結ぶ最短の道のりが、そのつながりをどれだけ通るかです。"
      ),
      formula: "B(e) = Σ σ(s, t | e) / σ(s, t) over all pairs, divided by their number",
      convention: ("Raw counts each pair once.", "raw は各組を一度数えます。"),
      reading: ("High: a bridge between parts.", "大きいほど、部分どうしをつなぐ橋です。"),
      reference:
        "M. Girvan, M. E. J. Newman. Community structure in social and biological networks. PNAS 99, 2002",
      peers: [
        ("networkx", "edge_betweenness_centrality"), ("igraph", "edge_betweenness"),
        ("UCINET", "edge betweenness"),
      ], command: "knowwho centrality NET --of edges"),
    Explanation(
      "twoMode", ("two-mode degree, closeness and betweenness", "二部ネットワークの中心性"), .centrality,
      definition: (
        "The three centralities where actors are of two kinds, tied across only: people and events.",
        "人と行事のように、二種類の主体の間だけにつながりがある場合の三つの中心性です。"
      ),
      formula: "each divided by the most that a node of its kind can have",
      convention: (
        "Borgatti and Everett's maxima: 1 is the best possible for the kind.",
        "Borgatti と Everett の最大値で割ります（1はその種類で可能な最大）。"
      ),
      reading: (
        "People may be compared with events.", "人と行事を同じ尺度で比べられます。"
      ),
      reference:
        "S. P. Borgatti, M. G. Everett. Network analysis of 2-mode data. Social Networks 19, 1997",
      peers: [
        ("networkx", "bipartite.degree_centrality, closeness_centrality, betweenness_centrality"),
        ("UCINET", "2-mode centrality"),
      ], command: "knowwho centrality Graphs/davis --mode two-mode"),
  ]
}
