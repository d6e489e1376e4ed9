/// What the legend says, in both languages.
struct LegendWords {
  let language: DiagramLanguage

  private func pick(_ english: String, _ japanese: String) -> String {
    language == .japanese ? japanese : english
  }

  var endedEdge: String { pick("dashed = ended", "破線＝終了") }
  var endedNode: String { pick("pale, dashed outline = ended or left", "淡色・破線枠＝終了・退会") }
  var assumedEdge: String { pick("thin = assumed", "細線＝推定") }
  var uncertainEdge: String { pick("thin = perhaps at that time", "細線＝存続していた可能性あり") }
  var uncertainNode: String { pick("pale = perhaps there", "淡色＝いた可能性あり") }
  var unnamedKind: String { pick("other", "その他") }
  var source: String { pick("Source: ", "出典：") }
  var ended: String { pick("ended", "終了") }
  var absent: String { pick("not there", "不在") }
  var assumed: String { pick("assumed", "推定") }

  /// Between words in a row.
  var comma: String { pick(", ", "、") }

  /// The name of a kind of tie that is drawn neutrally.
  func name(ofOther word: String) -> String { pick(word, Self.others[word] ?? word) }

  private static let others = [
    "acquaintance": "知り合い", "friendship": "友人", "marriage": "婚姻", "leadership": "主導",
    "proposal": "提案", "advice": "助言", "collaboration": "協働",
  ]

  var otherCategories: String { pick("smaller ones", "その他") }
  var ghost: String { pick("grey = not there", "灰色＝この時点では不在") }
  var strong: String { pick("thick = the way asked for", "太線＝指定した経路") }

  func shade(_ meaning: String) -> String { pick("colour: \(meaning)", "色：\(meaning)") }

  /// From the least to the greatest number, where both are known.
  func range(_ bounds: [String]) -> String {
    guard let low = bounds.first, let high = bounds.last, bounds.count == 2 else { return "" }
    return pick(", \(low) to \(high)", "（\(low)～\(high)）")
  }

  func size(_ meaning: String) -> String { pick("area of circle: \(meaning)", "円の面積：\(meaning)") }

  func counts(nodes: Int, edges: Int) -> String {
    pick("\(nodes) nodes, \(edges) edges.", "ノード\(nodes)、紐帯\(edges)。")
  }
}
