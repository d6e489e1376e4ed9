internal import KnowWho

/// What `knowwho test` says, in its three forms.
struct TestReport: Sendable {
  /// Some numbers, one for each row.
  struct Column: Sendable {
    let key: String
    let title: String
    /// A number each; nil where it is not defined.
    let values: [Double?]
  }

  var statistic = ""
  var seed: UInt64 = 1
  var subjects: [(path: String, title: String)] = []
  var synthetic: String?
  /// What stands in each row.
  var names: [String]
  var columns: [Column]
  /// How often chance was tried, and whether that was every possibility.
  var tries: Int
  var isExact = false
  /// The actors of the core, where one was looked for.
  var core: [(id: String, name: String)]?
  /// What the numbers mean and rest on.
  var sentences: [String]

  func text(in language: Language) -> String {
    let table = TextTable(
      columns: [.init(title: "", isNumeric: false, cells: names)]
        + columns.map { column in
          .init(
            title: column.title, isNumeric: true,
            cells: column.values.map { $0.map(Decimals.readable) ?? Decimals.undefined })
        })
    return subjects.map { $0.title + "\n" }.joined() + "\n" + table.text + "\n"
      + sentences.map { $0 + "\n" }.joined()
  }

  /// A row a figure.
  var csv: String {
    var text = CSVCell.row(["figure"] + columns.map(\.key))
    for (row, name) in names.enumerated() {
      text += CSVCell.row(
        [name]
          + columns.map { column in
            column.values[row].flatMap { $0.isFinite ? NumberText.shortest($0) : nil } ?? ""
          })
    }
    return text
  }

  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("statistic", .text(statistic)),
      (
        "networks",
        .array(
          subjects.map { .object([("path", .text($0.path)), ("title", .text($0.title))]) })
      ),
      ("synthetic", .optional(synthetic)), ("tries", .integer(tries)), ("exact", .bool(isExact)),
      ("seed", .number(Double(seed))),
      (
        "figures",
        .array(
          names.enumerated().map { row, name in
            .object(
              [("figure", .text(name))] + columns.map { ($0.key, .optional($0.values[row])) })
          })
      ),
    ]
    if let core {
      members.append(
        (
          "core",
          .array(core.map { .object([("id", .text($0.id)), ("name", .text($0.name))]) })
        ))
    }
    return .object(members + [("notes", .array(sentences.map(JSONValue.text)))])
  }
}

extension TestReport {
  /// A report of tests, one a row.
  ///
  /// - Parameters:
  ///   - tests: What is tested and how it came out.
  ///   - first: Further columns, before those of the test.
  ///   - language: The language of titles.
  ///   - sentences: What the numbers mean.
  init(
    _ tests: [(name: String, test: PermutationTest)], after first: [Column] = [],
    language: Language, sentences: [String]
  ) {
    func column(
      _ key: String, _ english: String, _ japanese: String, _ value: (PermutationTest) -> Double?
    ) -> Column {
      Column(
        key: key, title: language(english, japanese),
        values: tests.map { value($0.test).flatMap { $0.isFinite ? $0 : nil } })
    }
    self.init(
      names: tests.map(\.name),
      columns: first + [
        column("observed", "observed", "観測値") { $0.observed },
        column("expected", "by chance", "偶然の平均") { $0.expected },
        column("deviation", "s.d.", "標準偏差") { $0.deviation },
        column("p_lower", "p as low", "p（低い側）") { $0.lower?.value },
        column("p_upper", "p as high", "p（高い側）") { $0.upper?.value },
        column("p", "p as far", "p（両側）") { $0.twoSided?.value },
        column("p_error", "±", "±") { $0.twoSided?.standardError },
        column("p_from", "from", "下限") { $0.twoSided?.interval.lowerBound },
        column("p_to", "to", "上限") { $0.twoSided?.interval.upperBound },
      ], tries: tests.map(\.test.tries).max() ?? 0,
      isExact: tests.allSatisfy(\.test.isExact), sentences: sentences)
  }

  /// A report of estimates with intervals, one a row.
  init(
    _ estimates: [(name: String, estimate: BootstrapEstimate)], language: Language,
    sentences: [String]
  ) {
    func column(
      _ key: String, _ english: String, _ japanese: String,
      _ value: (BootstrapEstimate) -> Double?
    ) -> Column {
      Column(
        key: key, title: language(english, japanese),
        values: estimates.map { value($0.estimate).flatMap { $0.isFinite ? $0 : nil } })
    }
    self.init(
      names: estimates.map(\.name),
      columns: [
        column("observed", "observed", "観測値") { $0.observed },
        column("standard_error", "s.e.", "標準誤差") { $0.standardError },
        column("from", "95 % from", "95%下限") { $0.interval?.lowerBound },
        column("to", "to", "上限") { $0.interval?.upperBound },
      ], tries: estimates.map(\.estimate.replicates).max() ?? 0, sentences: sentences)
  }
}
