extension NodeMeasure {
  /// Says what the measure tells.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A few words.
  public func summary(in language: Language) -> String {
    language(summary, Self.summariesJa[name] ?? summary)
  }

  /// Returns what stands above a column of scores in Japanese.
  ///
  /// - Parameter column: A column of some measure.
  /// - Returns: The name of the measure, or of what else the column holds.
  public static func titleJa(of column: Column) -> String {
    switch column.name {
    case "reached": "届く主体"
    case "betweenness_error": "媒介中心性の誤差の上限"
    default: named(column.name)?.nameJa ?? column.name
    }
  }

  private static let summariesJa = [
    "degree": "直接の知り合いの数",
    "inDegree": "入ってくるつながりの数",
    "outDegree": "出ていくつながりの数",
    "strength": "すべてのつながりの強さの合計",
    "closeness": "ほかの全員にどれだけ近いか",
    "harmonic": "ほかの全員への近さ。分かれたネットワークでも比べられます",
    "decay": "ほかの主体の数を、1歩遠いごとに小さく数えたもの",
    "betweenness": "ほかの二者を結ぶ最短の道のりに、どれだけ入っているか",
    "eigenvector": "つながりの多い相手と、どれだけつながっているか",
    "katz": "ここに届く道の数を、長い道ほど小さく数えたもの",
    "pageRank": "つながりを無作為にたどる人が、ここにいる割合",
    "hubs": "よい行き先を多く指しているか",
    "authorities": "よい案内役から多く指されているか",
    "coreness": "互いにこの数以上つながり合う集まりに入っているか",
    "clustering": "知り合いどうしも知り合いである割合",
    "constraint": "知り合いどうしがつながり、動きがどれだけ限られているか",
    "effectiveSize": "知り合いのうち、重なりのないものの数",
    "efficiency": "有効サイズを知り合いの数で割った値",
    "eccentricity": "最も遠い相手までの歩数",
    "power": "有力な相手とつながっているか（--beta が負なら、弱い相手とつながっているか）",
    "currentFlowCloseness": "あらゆる道のりを合わせて、ほかの全員にどれだけ近いか",
    "currentFlowBetweenness": "ほかの二者の間を流れるものが、あらゆる道のりを通じてどれだけここを通るか",
    "subgraph": "ここを通って元に戻る道の数を、長い道ほど大きく割り引いて数えたもの",
    "clusteringByStrength": "つながりの強さのうち、知り合いどうしの三角形に入っている割合",
    "hierarchy": "拘束が、どれほど一人の相手に偏っているか",
    "reach2": "2歩以内で届く主体の数",
    "reach3": "3歩以内で届く主体の数",
  ]
}
