extension GraphError {
  /// Says why a graph could not be built, and what to do where something can be done.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: A sentence.
  public func description(in language: Language) -> String {
    switch self {
    case .tooManyPairs(let pairs, let limit):
      language(
        "replacing actors by ties between their neighbors would make \(pairs) pairs, more than the "
          + "limit of \(limit); leave out the largest of them or do not project",
        "主体を、それを介したつながりに置き換えると\(pairs)組になり、上限の\(limit)組を超えます。"
          + "大きいものを除くか、置き換えずに数えてください")
    case .tooManyNodes(let count):
      language(
        "\(count) nodes are more than 32 bits can number", "主体が\(count)あり、扱える数（32ビット）を超えています")
    case .columnsDiffer:
      language(
        "the columns of the edge list differ in length", "つながりの一覧の列の長さがそろっていません")
    case .nodeOutOfRange(let node, let edge):
      language(
        "edge \(edge + 1) names the node \(node), which there is not",
        "\(edge + 1)本目のつながりのノード\(node)は存在しません")
    case .notFinite(let value, let edge):
      language(
        "edge \(edge + 1) has the strength or distance \(value), which is no finite number",
        "\(edge + 1)本目のつながりの強さまたは距離が有限の数ではありません（\(value)）")
    case .selfLoop(let node, let edge):
      language(
        "edge \(edge + 1) ties the node \(node) to itself", "\(edge + 1)本目のつながりの両端が同じノード\(node)です")
    case .parallelEdge(let source, let target):
      language(
        "the nodes \(source) and \(target) are tied more than once",
        "ノード\(source)とノード\(target)の間につながりが2本以上あります")
    case .noStrengths:
      language(
        "there are no strengths to make distances of", "つながりに強さがないため、距離に換算できません")
    case .strengthNotPositive(let strength, let source, let target):
      language(
        "the tie from node \(source) to node \(target) has strength \(strength), which cannot divide 1",
        "ノード\(source)からノード\(target)へのつながりの強さが \(strength) のため、逆数を距離にできません")
    }
  }
}
