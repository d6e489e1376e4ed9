internal import KnowWho

/// What `knowwho import` tells of what it made.
struct ImportReport {
  /// What came of the sheets.
  let result: OfficeImport.Result

  /// The language.
  let language: Language

  /// The network as it was written.
  var network: Network

  /// Where pseudonyms are explained, nil without any.
  var keyFile: String?

  /// Where names that may be one are proposed, nil where there are none.
  var proposalFile: String?

  init(result: OfficeImport.Result, language: Language) {
    self.result = result
    self.language = language
    network = result.network
  }

  /// The lines.
  var text: String {
    var lines = [counts] + attendance + names
    if let keyFile {
      lines.append(
        language(
          "Who is who stands in \(keyFile), which only you may read; keep it apart.",
          "仮名の対応表は \(keyFile) です（本人だけが読めます）。ネットワークとは別に保管してください。"))
    }
    if let synthetic = network.description.synthetic {
      lines.append(language("Synthetic data: \(synthetic)", "架空のデータです：\(synthetic)"))
    }
    return lines.map { TextTable.onOneLine($0) + "\n" }.joined()
  }

  private var counts: String {
    let actors = tally(network.actors.kinds.map(Array.init) ?? [], Self.actorWords)
    let ties = tally(network.ties.kinds.map(Array.init) ?? [], Self.tieWords)
    return language("Actors: \(actors). Ties: \(ties).", "主体：\(actors)。つながり：\(ties)。")
  }

  /// How often each kind occurs, in the order of appearance.
  private func tally(_ words: [String], _ japanese: [String: String]) -> String {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for word in words {
      if counts[word] == nil { order.append(word) }
      counts[word, default: 0] += 1
    }
    return order.map { word in
      language(word + " ", japanese[word] ?? word + " ") + String(counts[word] ?? 0)
    }.joined(separator: language(", ", "、"))
  }

  private static let actorWords = [
    "firm": "企業", "person": "人", "project": "事業", "group": "会", "university": "大学",
    "municipality": "自治体", "agency": "官庁", "association": "団体",
  ]

  private static let tieWords = [
    "membership": "会員", "project": "事業参加", "coattendance": "同席", "contact": "連絡",
    "employment": "所属",
    "introduction": "紹介", "business": "取引", "jointResearch": "共同研究", "exchange": "交流",
    "subsidy": "補助",
    "adviser": "顧問", "kinship": "親族", "office": "役職",
  ]

  /// The rule of the source paper: under half, advice to leave.
  private var attendance: [String] {
    guard !result.attendance.isEmpty else { return [] }
    let few = result.attendance.filter { $0.rate < 0.5 }.sorted { $0.rate < $1.rate }
    let attended = result.attendance.reduce(0) { $0 + $1.attended }
    let held = result.attendance.reduce(0) { $0 + $1.held }
    let percent = Decimals.fixed(100 * Double(attended) / Double(held), 1) + " %"
    var lines = [
      language(
        "Attendance of \(result.attendance.count) members: \(percent) on the whole.",
        "会員\(result.attendance.count)の出席率は、全体で \(percent) です。")
    ]
    if few.isEmpty {
      lines.append(
        language("Nobody attended less than half of the meetings.", "出席率が50 %未満の会員はいません。"))
    } else {
      let shown = few.prefix(10).map {
        "\(network.actors.id($0.actor)) \($0.attended)/\($0.held)"
      }.joined(separator: language(", ", "、"))
      lines.append(
        language(
          "Below the 50 % rule: \(few.count): \(shown)\(few.count > 10 ? ", …" : "")",
          "出席率50 %未満の会員：\(few.count)（\(shown)\(few.count > 10 ? "…" : "")）"))
    }
    return lines
  }

  private var names: [String] {
    var lines: [String] = []
    if result.mergedCount > 0 {
      lines.append(
        language(
          "\(result.mergedCount) names were made one with another, as accepted.",
          "承認された\(result.mergedCount)件の名前を、ほかの名前にまとめました。"))
    }
    if let proposalFile {
      lines.append(
        language(
          "\(result.proposals.count) pairs of names may be one: mark those with ○ in \(proposalFile) and "
            + "import again with --accept \(proposalFile)",
          "同じかもしれない名前が\(result.proposals.count)組あります。\(proposalFile) で同じものに ○ を付け、"
            + "--accept \(proposalFile) を付けてもう一度取り込んでください"))
    }
    return lines
  }
}
