extension Explanation {
  static let positions = [
    Explanation(
      "structuralEquivalence", ("structural equivalence", "構造同値"), .positions,
      definition: (
        "How alike the ties of two actors with all others are.",
        "二者の、ほかの全員とのつながりがどれほど同じかです。"
      ),
      formula:
        "Euclidean distance, correlation, Jaccard or matches of the rows and columns of ties",
      convention: (
        "Ties out and in; the tie between the two is exchanged, own ties left out; then hierarchical "
          + "clustering by average linkage.",
        "出る側と入る側の両方を比べます。二者の間のつながりは入れ替え、自分へのつながりは除き、群平均法で階層的にまとめます。"
      ),
      reading: (
        "Actors of a position could stand in for each other: the same others deal with them.",
        "同じポジションの主体は、相手が同じなので互いに代わりが務まります。"
      ),
      reference:
        "F. Lorrain, H. C. White. Structural equivalence of individuals in social networks. Journal of Mathematical Sociology 1, 1971; R. S. Burt. Positions in networks. Social Forces 55, 1976",
      peers: [
        ("sna", "sedist, equiv.clust"), ("UCINET", "profile similarity"),
        ("igraph", "similarity_jaccard (of neighbors)"),
      ], command: "knowwho positions NET --by structural"),
    Explanation(
      "regularEquivalence", ("regular equivalence (REGE)", "正則同値（REGE）"), .positions,
      definition: (
        "How far two actors have the same kinds of ties with others who are alike in turn.",
        "二者が、互いに似た立場の相手と同じ種類のつながりを持つ度合いです。"
      ),
      formula: "likeness of two = best matching of their neighbors, by their likeness; iterated",
      convention: (
        "White and Reitz's REGE, three iterations. Without directions and strengths all who have ties "
          + "are alike.",
        "White と Reitz の REGE（3回反復）。向きも強さもないと、つながりのある主体はすべて同じになります。"
      ),
      reading: (
        "Alike are two foremen of two crews, though nobody works for both.",
        "別々の班を率いる班長どうしのように、相手は違っても役割が同じ主体が似ているとされます。"
      ),
      reference:
        "D. R. White, K. P. Reitz. Graph and semigroup homomorphisms on networks of relations. Social Networks 5, 1983",
      peers: [("sna", "redist"), ("UCINET", "REGE")],
      command: "knowwho positions NET --by regular"),
    Explanation(
      "concor", ("CONCOR", "CONCOR"), .positions,
      definition: (
        "Splits actors in two, and each part again, by correlating their ties over and over.",
        "つながりの相関をくり返しとり、主体を二つに、さらにそれぞれを二つに分けます。"
      ),
      formula: "correlations of columns, of those correlations, … until all are 1 or −1",
      convention: (
        "Ties in both directions are stacked; self ties left out.",
        "両方向のつながりを重ねて比べます。自分へのつながりは除きます。"
      ),
      reading: (
        "As structural equivalence, in 2, 4 or 8 positions.", "構造同値と同じ読み方で、2・4・8のポジションに分かれます。"
      ),
      reference:
        "R. L. Breiger, S. A. Boorman, P. Arabie. An algorithm for clustering relational data. Journal of Mathematical Psychology 12, 1975",
      peers: [("UCINET", "CONCOR")],
      command: "knowwho positions NET --by concor"),
    Explanation(
      "blockmodel", ("blockmodel and image matrix", "ブロックモデルとイメージ行列"), .positions,
      definition: (
        "How dense the ties between positions are, and which of them count as tied.",
        "ポジションどうしのつながりの密度と、どの組をつながりありとみなすかです。"
      ),
      formula: "image(i, j) = 1 if density(i, j) ≥ α; fit: correlation of ties with the image",
      convention: (
        "α is the density of the whole where not given; self ties left out.",
        "α は指定がなければ全体の密度。自分へのつながりは除きます。"
      ),
      reading: (
        "The image is the network in small: core and periphery, hierarchy, closed groups.",
        "イメージ行列は全体の縮図で、中心と周辺、上下関係、閉じた集まりなどが読み取れます。"
      ),
      reference:
        "H. C. White, S. A. Boorman, R. L. Breiger. Social structure from multiple networks I. American Journal of Sociology 81, 1976",
      peers: [("sna", "blockmodel"), ("UCINET", "blockmodel")],
      command: "knowwho positions NET --groups 3"),
  ]
}
