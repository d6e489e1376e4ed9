extension MeasureError {
  /// Says what went wrong.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence, in English that of ``GraphMeasures/MeasureError/description``.
  public func description(in language: Language) -> String { language(description, japanese) }

  private var japanese: String {
    switch self {
    case .parameterOutOfRange(let name, let value, let allowed):
      "\(Self.parameter(name))に \(NumberText.shortest(value)) は使えません。\(Self.range(allowed))を指定してください。"
    case .notConverged(let measure, let iterations, let change, let tolerance):
      "\(Self.measure(measure))の計算が収束しませんでした。\(iterations)回くり返した後の変化が \(change) で、"
        + "\(tolerance) を下回りませんでした。"
    case .negativeStrength(let strength, let source, let target):
      "ノード\(source)からノード\(target)へのつながりの強さが負の数です（\(strength)）。"
    case .distanceNotPositive(let distance, let source, let target):
      "ノード\(source)からノード\(target)へのつながりの距離が0以下です（\(distance)）。"
    case .noDistances:
      "つながりに距離がありません。"
    case .leadingEigenvalueNotSimple(let eigenvalue):
      "ネットワークの複数の部分が最大の固有値 \(eigenvalue) を共有しているため、固有ベクトル中心性が一つに定まりません。"
    case .memoryTooSmall(let measure, let needed, let limit):
      "\(Self.measure(measure))の計算には、ネットワークのほかに\(needed)バイトのメモリーが必要ですが、"
        + "使えるのは\(limit)バイトまでです。"
    case .stepsOnly(let measure):
      "\(Self.measure(measure))は歩数だけで計算します。歩数による経路を指定してください。"
    case .notReproduced(let measure, let peer, let reason):
      "\(Self.measure(measure))を \(peer) と同じ方式で求めることはできません（\(Self.reason(reason))）。"
    }
  }

  private static func measure(_ name: String) -> String {
    switch name {
    case "brokerage": "仲介の役割"
    case "structural holes": "構造的空隙"
    case "group centrality": "グループの中心性"
    case "betweenness by samples": "標本による媒介中心性"
    case "harmonic by sketches": "概算による調和中心性"
    case "Katz centrality": "カッツ中心性"
    case "PageRank": "ページランク"
    case "Eigenvector centrality": "固有ベクトル中心性"
    case "Current-flow betweenness": "電流による媒介中心性"
    case "Current-flow closeness": "電流による近接中心性"
    case "Command structure": "指揮系統"
    case "Power centrality": "パワー中心性"
    case "Subgraph centrality": "部分グラフ中心性"
    case "Structural equivalence": "構造同値"
    case "Regular equivalence": "正則同値"
    case "Hierarchical clustering": "階層クラスタリング"
    default: NodeMeasure.named(name)?.nameJa ?? " \(name) "
    }
  }

  private static func parameter(_ name: String) -> String {
    let chance = "the chance of "
    return name.hasPrefix(chance) ? "\(name.dropFirst(chance.count)) の確率" : "\(name) "
  }

  private static func range(_ allowed: String) -> String {
    switch allowed {
    case "above 0": return "0より大きい値"
    case "above 0 and below 1": return "0より大きく1より小さい値"
    case "above 0 for some node": return "少なくとも1者で0より大きい値"
    case "at least 0, below 1": return "0以上1未満の値"
    case "at least 0, below 1 / the largest eigenvalue": return "0以上で、最大の固有値の逆数より小さい値"
    case "at least 0": return "0以上の値"
    case "at least 1": return "1以上の値"
    case "at least 2": return "2以上の値"
    case "finite": return "有限の値"
    case "at least 1e-12, below 1": return "1e-12以上1未満の値"
    case "below 709; ask for scaled": return "709未満の値（または scaled）"
    case "other than 1 / an eigenvalue": return "固有値の逆数でない値"
    case "finite and above 0": return "0より大きい有限の値"
    case "finite and at least 0": return "0以上の有限の値"
    case "from 0 to 1": return "0から1までの値"
    case "from 1 to 10000000": return "1から10000000までの数"
    default: break
    }
    let whole = "from 1 to "
    if allowed.hasPrefix(whole) { return "1以上 \(allowed.dropFirst(whole.count)) 以下の値" }
    let half = "at least 0, below "
    if allowed.hasPrefix(half) { return "0以上 \(allowed.dropFirst(half.count)) 未満の値" }
    return " \(allowed) の値"
  }

  /// A reason may say behind a semicolon what to do.
  private static func reason(_ reason: String) -> String {
    reason.split(separator: "; ").map { part(String($0)) }.joined(separator: "。")
  }

  private static func part(_ reason: String) -> String {
    switch reason {
    case "it has no such measure": return "この指標がありません"
    case "its numbers have not been compared with ours": return "結果をまだ照合していません"
    case "it is not scaled so there": return "この尺度の取り方はありません"
    case "paths by distances have not been compared": return "距離による経路では照合していません"
    case "ask for paths by steps": return "歩数による経路を指定してください"
    case "ask without directions (--undirected)": return "--undirected を付けて、向きを無視してください"
    case "it counts both arcs of a mutual tie": return "双方向のつながりを2本と数えるためです"
    case "it counts directed triangles": return "向きのある三角形を数えるためです"
    case "it takes no directions": return "向きのあるつながりを扱えません"
    case "it divides a tie of two contacts by the strongest tie of the wrong one":
      return "知り合いどうしのつながりを、別の相手の最も強いつながりで割っているためです"
    case "it takes no graph in which some node does not reach another":
      return "互いに届かない主体があるネットワークを扱えません"
    case "its weighted clustering is that of Onnela, another measure":
      return "強さを考えた値は Onnela の定義によるもので、別の指標です"
    case "it returns everywhere alike": return "どこからも同じ確率で始めから歩き直すためです"
    case "what it gives are not the sums of walks that its definition names":
      return "結果が、定義にある歩数ごとの和になっていません"
    case "directed eigenvectors have not been compared": return "向きのある場合は照合していません"
    case "its power iteration does not settle where edges join two sides only":
      return "つながりが二つの側の間だけにあるとき、反復計算が収束しません"
    default: break
    }
    let scaling = "leave out --scaling or give "
    if reason.hasPrefix(scaling) {
      let words = reason.dropFirst(scaling.count).replacing(" or ", with: "、")
      return "--scaling を外すか、\(words) を指定してください"
    }
    return reason
  }
}
