internal import KnowWho

/// How chance is tried, and what is said of it.
struct Trial: Sendable {
  let permutations: Int
  let seed: UInt64
  let language: Language
  let values: EdgeValues

  // MARK: One network

  /// Whether ties stay within groups.
  func eiIndex(
    _ graph: Graph, _ column: TestColumn, _ execution: Execution
  ) throws -> TestReport {
    let test = try graph.eiTest(
      groups: column.groups, permutations: permutations, seed: seed, execution: execution)
    let meaning = language(
      "The E-I index is −1 where all ties stay within a group of \(column.name) and 1 where none "
        + "does; there are \(column.words.count) groups.",
      "E-I指数は、\(column.name) の同じグループの内側だけにつながりがあれば−1、外側だけなら1です。グループは"
        + "\(column.words.count)個あります。")
    return report(
      language("E-I index", "E-I指数"), test,
      [meaning, dealing, verdict(test, unlessDefined: noTies)])
  }

  /// Whether tied actors are alike.
  func assortativity(
    _ graph: Graph, _ column: TestColumn, _ execution: Execution
  ) throws -> TestReport {
    let test: PermutationTest
    let meaning: String
    if let numbers = column.numbers {
      test = try graph.assortativityTest(
        of: numbers, permutations: permutations, seed: seed, execution: execution)
      meaning = language(
        "Assortativity by the number \(column.name) is the correlation of the numbers at both ends of "
          + "ties: 1 where tied actors are alike, below 0 where unlike ones are tied.",
        "数値 \(column.name) の同類性は、つながりの両端の値の相関です。似た者どうしがつながれば1に近く、"
          + "異なる者どうしがつながれば0より小さくなります。")
    } else {
      test = try graph.assortativityTest(
        ofCategories: column.groups, permutations: permutations, seed: seed, execution: execution)
      meaning = language(
        "Assortativity by \(column.name) is 1 where all ties stay within one of its "
          + "\(column.words.count) groups and 0 where they fall as the numbers of ties let expect.",
        "\(column.name) による同類性は、すべてのつながりが\(column.words.count)個のグループのどれかの内側にあれば1、"
          + "つながりの数から期待される程度なら0です。")
    }
    return report(
      language("assortativity", "同類性"), test,
      [
        meaning, dealing,
        verdict(
          test,
          unlessDefined: language(
            "It is not defined: there are no ties between known actors, or all are alike.",
            "値の分かる主体の間につながりがないか、すべて同じ値のため、計算できません。")),
      ])
  }

  /// How dense a network is, with a standard error.
  func density(_ graph: Graph, _ execution: Execution) throws -> TestReport {
    let estimate = try graph.vertexBootstrap(
      replicates: permutations, seed: seed, execution: execution
    ) { graph, _ in [graph.density] }[0]
    return TestReport(
      [(language("density", "密度"), estimate)], language: language,
      sentences: [
        estimate.interval == nil
          ? language(
            "Density is not defined for fewer than two actors.", "主体が二つに満たないため、密度は計算できません。")
          : language(
            "Were other actors of the same kind observed, the share of tied pairs would mostly lie in "
              + "the interval (vertex bootstrap, \(estimate.replicates) replicates, seed \(seed)).",
            "同じような別の主体を調べたとしても、つながりのある組の割合はおおむねこの区間に入ります（頂点ブートストラップ、"
              + "\(estimate.replicates)回、シード\(seed)）。")
      ])
  }

  /// A figure beside those of random networks.
  func uniformGraphs(
    _ graph: Graph, _ figure: TestCommand.UniformFigure, _ condition: TestCommand.Condition,
    _ execution: Execution
  ) throws -> TestReport {
    let single = Execution(threads: 1)
    let test = try graph.conditionalUniformTest(
      given: condition.value, draws: permutations, seed: seed, execution: execution
    ) { graph in
      figure == .transitivity
        ? graph.transitivity(execution: single) : graph.degreeCentralization().scaled
    }
    let shared =
      switch condition {
      case .edges: language("actors and ties", "主体とつながり")
      case .size: language("actors", "主体")
      case .dyadCensus:
        language("actors, mutual and one-way ties", "主体、双方向と一方向のつながり")
      }
    let meaning = language(
      "Chance draws networks with as many \(shared) as this one, each as likely.",
      "偶然のネットワークは、\(shared)の数が同じものをすべて等しい確率で選びます。")
    return report(
      figure == .transitivity
        ? language("transitivity", "推移性") : language("degree centralization", "次数の集中度"), test,
      [
        meaning,
        verdict(
          test,
          unlessDefined: language(
            "It is not defined: too few ties meet.", "つながりが少なく、計算できません。")),
      ])
  }

  /// A core, a periphery, and how well they fit.
  func core(_ subject: TestSubject, _ execution: Execution) throws -> TestReport {
    let graph = subject.view.graph
    let found = try graph.corePeriphery(
      values: values, seed: seed, execution: execution.tellingProgress { $0 / 2 })
    let continuous = try graph.continuousCore(
      values: values, seed: seed, execution: execution.tellingProgress { 0.5 + $0 / 2 })
    let nodes = graph.nodes.filter { found.isCore[$0] }
    let names = nodes.map { language.name(of: subject.view.actors[$0], in: subject.network) }
    let rows: [(String, Double)] = [
      (language("fit of core and periphery", "中核・周辺の当てはまり"), found.fit),
      (language("size of the core", "中核の大きさ"), Double(found.coreSize)),
      (language("density of the core", "中核の密度"), found.coreDensity),
      (language("density between", "中核と周辺の間の密度"), found.betweenDensity),
      (language("density of the periphery", "周辺の密度"), found.peripheryDensity),
      (language("fit of degrees of coreness", "連続的な中核度の当てはまり"), continuous.fit),
    ]
    let shown = names.prefix(20).joined(separator: language(", ", "、"))
    let more = names.count - 20
    let sentences =
      found.fit.isNaN
      ? [
        language(
          "All pairs are tied alike, so there is neither core nor periphery.",
          "どの組もつながり方が同じなので、中核も周辺もありません。")
      ]
      : [
        language(
          "The fit is the correlation with a network whose core is tied to all and whose periphery is "
            + "tied to the core alone (1: exactly so; 0: nothing of it).",
          "当てはまりは「中核は全員とつながり、周辺は中核とだけつながる」という理想形との相関です（1なら完全に一致、0なら無関係）。"),
        language("Core: ", "中核：") + shown
          + (more > 0 ? language(" and \(more) more", "ほか\(more)") : "") + language(".", "。"),
        found.isExact
          ? language("All possible cores were tried.", "すべての分け方を試しました。")
          : language(
            "The best of 20 searches from different starts (seed \(seed)); a better core may exist.",
            "出発点を変えて20回探した中で最もよいものです（シード\(seed)）。さらによい分け方がないとは限りません。"),
      ]
    var report = TestReport(
      names: rows.map(\.0),
      columns: [
        .init(
          key: "observed", title: language("observed", "観測値"),
          values: rows.map { $0.1.isFinite ? $0.1 : nil })
      ], tries: 0, isExact: found.isExact, sentences: sentences)
    report.core = zip(nodes, names).map {
      (subject.network.actors.id(subject.view.actors[$0]), $1)
    }
    return report
  }

  // MARK: Several networks of the same actors

  /// How much denser one network is than another.
  func densityDifference(
    _ first: Graph, _ second: Graph, _ execution: Execution
  ) throws -> TestReport {
    let test = try first.densityDifferenceTest(
      from: second, permutations: permutations, seed: seed, execution: execution)
    let meaning = language(
      "Chance exchanges, pair by pair, what the two networks say of it.",
      "偶然は、組ごとに二つのネットワークの内容を入れ替えます。")
    return report(
      language("difference of densities", "密度の差"), test,
      [meaning, verdict(test, unlessDefined: noTies)])
  }

  /// How alike two networks are.
  func qap(_ first: Graph, _ second: Graph, _ execution: Execution) throws -> TestReport {
    let test = try DyadMatrix(first, values).qapCorrelation(
      with: DyadMatrix(second, values), permutations: permutations, seed: seed,
      execution: execution)
    let meaning = language(
      "The correlation over all pairs of \(first.nodeCount) actors is 1 where the same pairs are tied "
        + "and 0 where one network says nothing of the other.",
      "\(first.nodeCount)の主体のすべての組についての相関です。同じ組がつながっていれば1、互いに無関係なら0になります。")
    return report(
      language("QAP correlation", "QAP相関"), test,
      [
        meaning, dealing,
        verdict(
          test,
          unlessDefined: language(
            "It is not defined: in one of the networks all pairs are tied alike.",
            "どちらかのネットワークですべての組のつながり方が同じなので、計算できません。")),
      ])
  }

  /// How networks explain another.
  func mrqap(
    _ graphs: [Graph], _ names: [String], _ execution: Execution
  ) throws -> TestReport {
    let fit = try DyadMatrix(graphs[0], values).qapRegression(
      on: graphs.dropFirst().map { DyadMatrix($0, values) }, permutations: permutations,
      seed: seed, execution: execution)
    let tests =
      zip(names.dropFirst(), fit.coefficients).map { (name: $0, test: $1.test) } + [
        (name: "R²", test: fit.rSquared)
      ]
    let further: [TestReport.Column] = [
      .init(
        key: "coefficient", title: language("coefficient", "係数"),
        values: fit.coefficients.map { Double?.some($0.estimate) } + [nil]),
      .init(key: "t", title: "t", values: fit.coefficients.map(\.t) + [nil]),
    ]
    let meaning = language(
      "A coefficient says by how much \(names[0]) differs between pairs where the other network "
        + "counts 1 more, the rest held fixed; observed is its partial correlation. Intercept "
        + "\(Decimals.readable(fit.intercept)), R² adjusted \(Decimals.readable(fit.adjustedRSquared)), "
        + "\(fit.pairCount) pairs.",
      "係数は、ほかを固定したまま説明側の値が1増えたとき、\(names[0]) がいくら変わるかです。観測値はその偏相関です。切片"
        + "\(Decimals.readable(fit.intercept))、自由度調整済みR² \(Decimals.readable(fit.adjustedRSquared))、"
        + "\(fit.pairCount)組です。")
    let method = language(
      "p by double semi-partialling (Dekker, Krackhardt and Snijders 2007), \(fit.rSquared.tries) "
        + "tries, seed \(seed).",
      "pは二重半偏法（Dekker、Krackhardt、Snijders 2007）により、\(fit.rSquared.tries)回試行、シード\(seed)です。")
    return TestReport(tests, after: further, language: language, sentences: [meaning, method])
  }

  // MARK: Sentences

  private func report(
    _ name: String, _ test: PermutationTest, _ sentences: [String]
  ) -> TestReport {
    TestReport([(name, test)], language: language, sentences: sentences)
  }

  private var dealing: String {
    language(
      "Chance deals out who is who anew; the ties stay.", "偶然の比較では、つながりはそのままで、だれがだれかを入れ替えます。")
  }

  private var noTies: String {
    language("It is not defined: nobody that counts is tied.", "対象の主体の間につながりがないため、計算できません。")
  }

  /// Says how the observed number compares with chance.
  private func verdict(_ test: PermutationTest, unlessDefined undefined: String) -> String {
    guard let p = test.twoSided else { return undefined }
    let number = Decimals.readable(p.value)
    let how =
      test.isExact
      ? language("all \(test.tries) possibilities, exact", "全\(test.tries)通り、厳密な値")
      : language(
        "± \(Decimals.readable(p.standardError)), \(test.tries) tries, seed \(seed)",
        "± \(Decimals.readable(p.standardError))、\(test.tries)回試行、シード\(seed)")
    let found = language(
      "Chance makes a number as far from \(Decimals.readable(test.expected)) with p = \(number) (\(how)): ",
      "偶然の平均 \(Decimals.readable(test.expected)) からこれほど離れる確率は p = \(number) です（\(how)）。")
    if p.interval.upperBound < 0.05 {
      return found + language("this is hardly chance.", "偶然とは考えにくい値です。")
    }
    return found
      + (p.interval.lowerBound >= 0.05
        ? language("this may well be chance.", "偶然でも十分にありうる値です。")
        : language(
          "near the usual limit of 0.05; more --permutations would tell.",
          "通例の境目0.05に近いため、--permutations を増やすとはっきりします。"))
  }
}
