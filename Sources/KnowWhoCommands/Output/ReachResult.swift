internal import KnowWho

/// What `knowwho reach` says of all actors, in its three forms.
struct ReachResult {
  let network: Network
  let introductions: Int
  let language: Language
  let range: ReachRange
  /// The rows of the range that are shown, in order.
  let rows: [Int]
  /// For each row of the range the best next acquaintance, if asked for.
  var next: [NextAcquaintance?]?
  /// For each number of introducers an entry for each of ``rows``, if asked for.
  var expected: [[ExpectedReach]]?

  /// Ranks the actors.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - introductions: The most introducers.
  ///   - language: The language.
  ///   - range: The counts.
  ///   - top: How many actors are shown, nil for all.
  ///   - listed: The kinds of actors that are shown, nil for all.
  init(
    network: Network, introductions: Int, language: Language, range: ReachRange, top: Int?,
    listed: Set<ActorKind>?
  ) {
    (self.network, self.introductions) = (network, introductions)
    (self.language, self.range) = (language, range)
    let actors = range.least.actors
    // One introduction is the usual question, so it ranks; then direct contacts, then longer chains.
    let order = (0...introductions).sorted { ($0 == 1 ? -1 : $0) < ($1 == 1 ? -1 : $1) }
    let keys = actors.indices.map { row in
      order.map { range.least.total(row: row, introducers: $0) }
    }
    let chosen = actors.indices.filter { row in
      guard let listed else { return true }
      return network.actors.kind(actors[row]).map(listed.contains) ?? false
    }
    let ranked = chosen.sorted { first, second in
      keys[first] != keys[second]
        ? keys[second].lexicographicallyPrecedes(keys[first])
        : network.actors.precedes(actors[first], actors[second])
    }
    rows = Array(ranked.prefix(top ?? .max))
  }

  private var actors: [Int] { range.least.actors }
  private var levels: ClosedRange<Int> { 0...introductions }

  private func kindName(_ kind: ActorKind?) -> String { kind?.rawValue ?? "other" }

  /// A count, or a range where the dates leave it open.
  private func cell(_ row: Int, _ level: Int, kind: Int? = nil, outside: Bool = false) -> String {
    let bounds = range.bounds(row: row, introducers: level, kind: kind, outside: outside)
    return bounds.count == 1 ? "\(bounds.lowerBound)" : "\(bounds.lowerBound)–\(bounds.upperBound)"
  }

  /// The table for people.
  var table: String {
    let fields = ActorFields(network: network, language: language)
    var columns = fields.columns(rows.map { actors[$0] })
    func add(_ english: String, _ japanese: String, isNumeric: Bool = true, _ cells: [String]) {
      columns.append(.init(title: language(english, japanese), isNumeric: isNumeric, cells: cells))
    }
    for level in levels {
      add(
        level == 0 ? "direct" : "\(level) intro.", level == 0 ? "直接" : "紹介\(level)人",
        rows.map { cell($0, level) })
    }
    add(
      "outside own groups", "所属する会の外",
      rows.map { row in levels.map { cell(row, $0, outside: true) }.joined(separator: "/") })
    add(
      "Σ 1/d", "Σ 1/d",
      rows.map {
        Decimals.fixed(range.least.distanceWeighted(row: $0, introducers: introductions), 2)
      })
    if let expected {
      for level in levels.dropFirst() {
        add(
          "expected \(level)", "期待値\(level)",
          rows.indices.map { index in
            let value = expected[level][index]
            return Decimals.fixed(value.mean, 2)
              + (value.margin.map { "±" + Decimals.fixed($0, 2) } ?? "")
          })
      }
    }
    if let next {
      add(
        "best next", "次に知り合うとよい相手", isNumeric: false,
        rows.map { row in
          next[row].map { "\(language.name(of: $0.actor, in: network)) +\($0.gain)" } ?? "–"
        })
    }
    for kind in range.least.kinds.indices {
      let cells = rows.map { row in
        levels.map { cell(row, $0, kind: kind) }.joined(separator: "/")
      }
      let isEmpty = rows.allSatisfy {
        range.bounds(row: $0, introducers: introductions, kind: kind).upperBound == 0
      }
      if !isEmpty {
        let word = range.least.kinds[kind]
        let name = word == nil ? language("other", "その他") : language.word(for: word)
        add(name, name, cells)
      }
    }
    return TextTable(columns: columns).text
  }

  /// Says what the numbers mean.
  func notes(mode: ReachOptions.Mode) -> [String] {
    let steps = levels.map(String.init).joined(separator: "/")
    var notes = [
      mode == .introductions
        ? language(
          "Distinct organisations other than oneself; a/b/… stands for \(steps) introducers.",
          "自分以外の団体の数です。a/b/… は紹介者が\(steps)人の場合です。")
        : language(
          "Every actor on the way counts as an introducer, projects and groups too.",
          "途中のすべて（プロジェクトや会も）を紹介者に数えています。")
    ]
    if let first = rows.first, introductions > 0 {
      let name = language.name(of: actors[first], in: network)
      notes.append(
        language(
          "\(name) knows \(cell(first, 0)) directly and gets to \(cell(first, 1)) with one introducer"
            + "; \(cell(first, 1, outside: true)) of them are not in a group with it.",
          "\(name)は\(cell(first, 0))団体を直接知り、紹介者1人で\(cell(first, 1))団体に届きます"
            + "（同じ会の会員を除くと\(cell(first, 1, outside: true))団体）。"))
    }
    if range.most != nil {
      notes.append(
        language(
          "A range says how many at least and at most, whatever the true dates; Σ 1/d counts ties "
            + "that are certain.",
          "幅は、実際の日付がどうであっても、その数以上・以下であることを示します。Σ 1/d は確実なつながりだけで数えます。"))
    }
    if let expected {
      let simulated = expected.joined().count { !$0.isExact }
      notes.append(
        simulated == 0
          ? language(
            "Expected numbers are exact: all cases were told apart.", "期待値は、すべての場合を計算した正確な値です。")
          : language(
            "Expected numbers with ± are simulated (95 % interval), the others exact.",
            "±の付いた期待値はシミュレーション（95％区間）、ほかは正確な値です。"))
    }
    if next != nil {
      notes.append(
        language(
          "Best next: the one new direct acquaintance that adds most within one introducer.",
          "「次に知り合うとよい相手」は、紹介者1人までで届く団体が最も増える新しい直接の知り合いです。"))
    }
    return notes
  }

  /// The rows as CSV; what is a range has a second column that ends in `_max`.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    let kinds = range.least.kinds
    func fields(_ name: String) -> [String] { range.most == nil ? [name] : [name, name + "_max"] }
    func values(_ row: Int, _ level: Int, kind: Int? = nil, outside: Bool = false) -> [String] {
      let bounds = range.bounds(row: row, introducers: level, kind: kind, outside: outside)
      return (range.most == nil ? [bounds.lowerBound] : [bounds.lowerBound, bounds.upperBound])
        .map(String.init)
    }
    var header = ["id", "name", "kind"]
    header += levels.flatMap { fields("introducers\($0)") }
    header += levels.flatMap { fields("introducers\($0)_outside") } + ["distance_weighted"]
    header += kinds.flatMap { kind in
      levels.flatMap { fields("introducers\($0)_\(kindName(kind))") }
    }
    if expected != nil { header += levels.flatMap { ["expected\($0)", "expected\($0)_margin"] } }
    if next != nil { header += ["best_next", "best_next_adds"] }
    text += CSVCell.row(header)
    for (index, row) in rows.enumerated() {
      let actor = actors[row]
      var cells = [
        network.actors.id(actor), language.name(of: actor, in: network),
        network.actors.kind(actor)?.rawValue ?? "",
      ]
      cells += levels.flatMap { values(row, $0) }
      cells += levels.flatMap { values(row, $0, outside: true) }
      cells.append(
        NumberText.shortest(range.least.distanceWeighted(row: row, introducers: introductions)))
      cells += kinds.indices.flatMap { kind in levels.flatMap { values(row, $0, kind: kind) } }
      if let expected {
        cells += levels.flatMap { level in
          let value = expected[level][index]
          return [
            NumberText.shortest(value.mean), value.margin.map(NumberText.shortest) ?? "",
          ]
        }
      }
      if let next {
        cells += next[row].map { [network.actors.id($0.actor), String($0.gain)] } ?? ["", "0"]
      }
      text += CSVCell.row(cells)
    }
    return text
  }
}
