extension Explanation {
  static let reaches = [
    Explanation(
      "reach", ("Know-Who reach", "ノウフーの到達範囲"), .reach,
      definition: (
        "How many organisations one can get to through at most k introducers.",
        "紹介者 k 人以内で届く組織の数です。"
      ),
      formula: "R_k(i) = number of organisations at distance ≤ k + 1 from i",
      convention: (
        "One introducer where not given; who shares a project or a group knows each other; a group "
          + "does not introduce its own members to each other; only ties alive at the date count.",
        "指定がなければ紹介者1人。同じプロジェクトや会に属する者は知り合いとみなし、会は自分の会員どうしを紹介しません。"
          + "その時点で存続するつながりだけを数えます。"
      ),
      reading: (
        "High: many can be asked, directly or through someone who knows them.",
        "大きいほど、直接または紹介で相談できる先が多いことを示します。"
      ),
      reference:
        "Defined here after the motto \"Know-Who rather than Know-How\"; cf. the 2-reach of UCINET",
      peers: [
        ("UCINET", "k-reach centrality"), ("igraph", "neighborhood_size"),
        ("networkx", "ego_graph"),
      ], command: "knowwho reach NET --introductions 1"),
    Explanation(
      "expectedReach", ("expected reach", "期待される到達範囲"), .reach,
      definition: (
        "The reach to be expected where each introduction succeeds with a probability.",
        "紹介が確率的に成功するとしたときに、届くと期待される組織の数です。"
      ),
      formula: "Σ over targets of P(some chain of at most k introducers is open)",
      convention: (
        "The asker's own ties are certain; later ties open independently by kind or strength. Exact up "
          + "to 25 uncertain ties, seeded simulation with an interval above.",
        "本人の直接のつながりは確実とし、その先は種類や強さごとの確率で独立に通じるとします。不確かなつながりが25本までは厳密、"
          + "それ以上は乱数による推定（区間つき）です。"
      ),
      reading: (
        "Far below the plain reach: much of it hangs on favours that may fail.",
        "単純な到達範囲よりずっと小さければ、頼みごとが通らない恐れの大きい経路に頼っています。"
      ),
      reference:
        "M. O. Ball. Computational complexity of network reliability analysis. IEEE Transactions on Reliability 35, 1986",
      peers: [],
      command: "knowwho reach NET --relay 0.5"),
    Explanation(
      "leaderDependence", ("leader dependence", "リーダー依存度"), .reach,
      definition: (
        "The share of the others' reach that is lost when an actor goes.",
        "ある主体が抜けたときに失われる、ほかの会員の到達範囲の割合です。"
      ),
      formula: "LD(v) = 1 − Σ R_k without v / Σ R_k with v, over the others",
      convention: (
        "v itself is no target; with an heir each of v's ties survives with probability iota.",
        "v 自身は届く先に数えません。後継者がいる場合、各つながりは確率 ι で引き継がれます。"
      ),
      reading: (
        "High: everything hangs on one. Compare the rank: the leader need not be the one.",
        "大きいほど、一人に懸かっています。順位も見てください（リーダーが最大とは限りません）。"
      ),
      reference: "Defined here; cf. S. P. Borgatti. Identifying sets of key players. CMOT 12, 2006",
      peers: [],
      command: "knowwho succession NET --retire ACTOR"),
    Explanation(
      "fragmentation", ("fragmentation (KPP-Neg)", "分断の度合い"), .reach,
      definition: (
        "The share of pairs left without any path when some actors go.",
        "選んだ主体が抜けたとき、残りのうちたどり着けなくなる二者の割合です。"
      ),
      formula: "F = 1 − Σ s(s − 1) / (r (r − 1)) over the parts of s of the r nodes left",
      convention: (
        "Over the n − k nodes left; directions ignored. Exact, or the best found with a bound.",
        "残る n − k の主体で割ります。向きは見ません。厳密、または最良の候補と上限を示します。"
      ),
      reading: (
        "High: these few hold the network together.", "大きいほど、その数名が全体をつなぎとめています。"
      ),
      reference:
        "S. P. Borgatti. Identifying sets of key players in a social network. CMOT 12, 2006",
      peers: [("UCINET", "KeyPlayer fragmentation"), ("keyplayer (R)", "fragment")],
      command: "knowwho keyplayers NET --goal fragmentation"),
    Explanation(
      "distanceWeightedReach", ("distance-weighted reach (KPP-Pos)", "距離で重みづけた到達度"), .reach,
      definition: (
        "How near all actors are to the nearest of a chosen few.",
        "全員が、選んだ数名のうち最も近い者にどれだけ近いかです。"
      ),
      formula: "DR = Σ 1 / d(K, v) / n, the set K counting 1 each",
      convention: ("Divided by n; outgoing.", "n で割ります。向きは出る側です。"),
      reading: (
        "High: tell these few and all will hear of it soon.", "大きいほど、その数名に伝えれば全体に早く届きます。"
      ),
      reference:
        "S. P. Borgatti. Identifying sets of key players in a social network. CMOT 12, 2006",
      peers: [("UCINET", "KeyPlayer reach"), ("keyplayer (R)", "kpcent")],
      command: "knowwho keyplayers NET --goal reach"),
  ]
}
