extension ModelError {
  /// Says why a model has no graph to give, and what is allowed.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence, in English that of ``GraphModels/ModelError/description``.
  public func description(in language: Language) -> String { language(description, japanese) }

  private var japanese: String {
    switch self {
    case .outOfRange(let name, let value, let allowed):
      "\(Self.parameter(name))に \(value) は使えません。"
        + "\(allowed.lowerBound)から\(allowed.upperBound)までの整数を指定してください。"
    case .probabilityOutOfRange(let name, let value, _):
      "\(Self.parameter(name))に \(NumberText.shortest(value)) は使えません。0から1までの値を指定してください。"
    case .odd(let name, let value):
      "\(Self.parameter(name))に \(value) は使えません。偶数を指定してください。"
    case .tooManyEdges(let count, let most):
      "つながりの数 \(count) は多すぎます。最大で \(most) 本です。"
    case .oddDegreeSum(let sum):
      "次数の合計が \(sum) で、奇数です。つながりには両端があるため、合計は偶数でなければなりません。"
    case .notGraphical(let nodes, let sum, let most):
      "この次数の並びを持つ単純なグラフはありません。大きいほうから\(nodes)個の合計が \(sum) ですが、"
        + "受け止められるのは \(most) までです。"
    }
  }

  private static func parameter(_ name: String) -> String {
    switch name {
    case "nodes": return "ノードの数"
    case "edges": return "つながりの数"
    case "probability": return "確率"
    case "edges per node": return "ノードあたりのつながりの数"
    case "neighbors": return "隣の数"
    case "rewiring": return "つなぎ替えの確率"
    case "groups": return "グループの数"
    case "group size": return "グループの大きさ"
    case "inside": return "グループ内の確率"
    case "between": return "グループ間の確率"
    case "scale": return "規模（2の累乗の指数）"
    case "swaps per edge": return "つながりあたりの入れ替えの回数"
    case "upper left": return "左上の確率"
    case "upper right": return "右上の確率"
    case "lower left": return "左下の確率"
    case "the sum of the quarters": return "四つの確率の合計"
    default: break
    }
    let degree = "the degree of node "
    if name.hasPrefix(degree) { return "ノード\(name.dropFirst(degree.count))の次数" }
    return "\(name) "
  }
}
