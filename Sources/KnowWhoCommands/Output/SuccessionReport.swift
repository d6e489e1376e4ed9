internal import KnowWho

/// What `knowwho succession` says, as tables and sentences.
struct SuccessionReport {
  let departures: Departures
  let retirement: Retirement
  let leader: Int
  let catalysers: [Int]?
  let top: Int
  let language: Language
  let changes: [Departures.Change]
  /// Empty where a limit cut it off.
  let ranking: [Dependence]
  let separation: Separation
  let inheritance: Inheritance?
  let catalyserDependence: Double?

  init(work: SuccessionWork, findings: SuccessionWork.Findings, top: Int, language: Language) {
    (departures, retirement, leader) = (work.departures, work.retirement, work.leader)
    (catalysers, self.top, self.language) = (work.catalysers, top, language)
    changes = findings.changes
    ranking = findings.ranking ?? []
    separation = Separation(of: work.retirement)
    inheritance = findings.inheritance
    catalyserDependence = findings.catalyserDependence
  }

  /// How actors are named.
  var fields: ActorFields { ActorFields(network: network, language: language) }

  var network: Network { departures.acquaintances.network }
  var dependence: Double? { Departures.dependence(changes) }
  var before: Int { changes.reduce(0) { $0 + $1.before } }
  /// The same without the heir.
  var othersBefore: Int {
    changes.reduce(0) { $0 + ($1.actor == retirement.heir ? 0 : $1.before) }
  }
  var after: Int { changes.reduce(0) { $0 + $1.after } }
  var balance: Double? { Departures.balance(dependence, catalyserDependence) }

  /// Those who reached somebody, and afterwards nobody.
  var alone: [Int] { changes.filter { $0.before > 0 && $0.after == 0 }.map(\.actor) }

  /// The point of the share that was asked for.
  var detail: Inheritance.Point? { inheritance?.points.last }

  var leaderRank: Dependence? { ranking.first { $0.actor == leader } }

  /// The first of the ranking on whom something hangs, and the leader wherever it is.
  var shownRanking: [Dependence] {
    let first = Array(ranking.filter { $0.loss > 0 }.prefix(top))
    guard let leaderRank, !first.contains(leaderRank) else { return first }
    return first + [leaderRank]
  }

  /// Those who lose something, as many as are shown.
  var shownChanges: [Departures.Change] { Array(changes.filter { $0.loss > 0 }.prefix(top)) }

  func name(_ actor: Int) -> String { language.name(of: actor, in: network) }
  func names(_ actors: [Int]) -> String {
    let shown = actors.prefix(top).map(name).joined(separator: language(", ", "、"))
    return actors.count > top ? shown + language(", …", "ほか") : shown
  }
  func percent(_ share: Double?) -> String {
    share.map { Decimals.fixed($0 * 100, 1) + " %" } ?? Decimals.undefined
  }

  /// What an actor is expected to reach with the heir.
  func expected(_ actor: Int) -> Inheritance.Estimate? {
    inheritance?.actors.firstIndex(of: actor).flatMap { detail?.reach[$0] }
  }

  func text(_ estimate: Inheritance.Estimate, places: Int = 2, scale: Double = 1) -> String {
    Decimals.fixed(estimate.mean * scale, places)
      + (estimate.margin > 0 ? " ± " + Decimals.fixed(estimate.margin * scale, places) : "")
  }

  // MARK: Tables

  /// The tables for people.
  var table: String {
    var parts: [String] = []
    if shownChanges.isEmpty {
      parts.append(language("Nobody loses reach.", "届く団体数が減る主体はありません。") + "\n")
    } else {
      parts.append(
        language("Who loses most", "失うものが大きい主体") + "\n" + changeTable)
    }
    if !ranking.isEmpty {
      parts.append(
        language("What hangs on whom", "だれにどれだけ依存しているか") + "\n" + rankingTable)
    }
    if let sweep = sweepTable {
      parts.append(
        language(
          "With \(name(retirement.heir ?? leader)) as heir",
          "\(name(retirement.heir ?? leader))が後を継ぐ場合")
          + "\n" + sweep)
    }
    return parts.joined(separator: "\n")
  }

  private var changeTable: String {
    let rows = shownChanges
    var columns = fields.columns(rows.map(\.actor))
    columns += [
      .init(
        title: language("before", "引退前"), isNumeric: true, cells: rows.map { String($0.before) }),
      .init(
        title: language("after", "引退後"), isNumeric: true, cells: rows.map { String($0.after) }),
      .init(title: language("loss", "減少"), isNumeric: true, cells: rows.map { String($0.loss) }),
    ]
    if let detail {
      let share = Decimals.fixed(detail.share, 2)
      columns.append(
        .init(
          title: language("after, heir keeps \(share)", "引退後（継承割合\(share)）"), isNumeric: true,
          cells: rows.map { expected($0.actor).map { text($0) } ?? Decimals.undefined }))
    }
    return TextTable(columns: columns).text
  }

  private var rankingTable: String {
    let rows = shownRanking
    return TextTable(
      columns: [
        .init(
          title: language("rank", "順位"), isNumeric: true, cells: rows.map { String($0.rank) })
      ] + fields.columns(rows.map(\.actor)) + [
        .init(title: language("loss", "減少"), isNumeric: true, cells: rows.map { String($0.loss) }),
        .init(
          title: language("of", "合計"), isNumeric: true, cells: rows.map { String($0.before) }),
        .init(
          title: language("dependence", "依存度"), isNumeric: true,
          cells: rows.map { percent($0.share) }
        ),
      ]
    ).text
  }

  private var sweepTable: String? {
    guard let points = inheritance?.points.dropLast() else { return nil }
    return TextTable(columns: [
      .init(
        title: language("share kept", "継承割合"), isNumeric: true,
        cells: points.map { Decimals.fixed($0.share, 1) }),
      .init(
        title: language("reach of the others", "ほかの主体の合計"), isNumeric: true,
        cells: points.map { text($0.others, places: 1) }),
      .init(
        title: language("reach of the heir", "後継者"), isNumeric: true,
        cells: points.map { text($0.heir) }),
      .init(
        title: language("dependence, %", "依存度（％）"), isNumeric: true,
        cells: points.map {
          $0.dependence.map { text($0, places: 1, scale: 100) } ?? Decimals.undefined
        }),
    ]).text
  }
}
