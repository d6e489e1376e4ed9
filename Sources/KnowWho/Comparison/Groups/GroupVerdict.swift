/// What a comparison of groups settles, and what it cannot, in words.
public struct GroupVerdict: Sendable {
  /// The sentences, in order.
  public let sentences: [Phrase]

  /// Reads a comparison.
  ///
  /// - Parameter comparison: At least one group; with two or more, each is held against the first.
  public init(_ comparison: GroupComparison) {
    var sentences: [Phrase] = []
    for other in comparison.groups.indices.dropFirst() {
      let reader = PairReader(comparison: comparison, other: other)
      sentences += reader.sizes + reader.settled + [reader.tradeOff]
    }
    sentences += comparison.groups.indices.compactMap { Self.beyondChance(comparison, $0) }
    sentences += Self.limits(of: comparison)
    self.sentences = sentences
  }

  /// Whether a group is closer than random networks of its size.
  private static func beyondChance(_ comparison: GroupComparison, _ group: Int) -> Phrase? {
    let name = comparison.groups[group].name
    guard let null = comparison.cell(.strongTransitivity, of: group).sameDegrees,
      let p = null.test.twoSided?.value
    else { return nil }
    let (value, chance) = (
      NumberText.short(null.test.observed), NumberText.short(null.test.expected)
    )
    if p >= 0.05 {
      return Phrase(
        "\(name): contacts of one are tied themselves about as often (\(value)) as chance makes "
          + "them where everyone has as many ties (\(chance)).",
        "\(name)：知り合いどうしも知り合いである割合（\(value)）は、各自のつながりの数が同じ偶然のネットワーク（\(chance)）と"
          + "区別できません。")
    }
    let isMore = null.test.observed > null.test.expected
    return Phrase(
      "\(name): contacts of one are tied themselves \(isMore ? "more" : "less") often (\(value)) than "
        + "chance makes them where everyone has as many ties (\(chance)).",
      "\(name)：知り合いどうしも知り合いである割合（\(value)）は、各自のつながりの数が同じ偶然のネットワーク（\(chance)）より"
        + "\(isMore ? "高い" : "低い")です。")
  }

  /// Names figures whose intervals lie off the figure itself.
  private static func bias(of comparison: GroupComparison) -> Phrase? {
    let biased = comparison.figures.filter { figure in
      comparison.groups.indices.contains { group in
        guard let estimate = comparison.cell(figure, of: group).estimate else { return false }
        return abs(estimate.mean - estimate.observed) > estimate.standardError
      }
    }
    guard !biased.isEmpty else { return nil }
    return Phrase(
      "The intervals of \(biased.map(\.title.english).joined(separator: ", ")) lie to one side: members "
        + "drawn twice know the same people, which real members do not; trust their width more than "
        + "their place.",
      "\(biased.map(\.title.japanese).joined(separator: "、"))の区間は片側に寄っています。同じ会員が重ねて抽出されると、"
        + "知り合いも重なるためです。位置よりも幅を目安にしてください。")
  }

  private static func limits(of comparison: GroupComparison) -> [Phrase] {
    let tests = comparison.differences.reduce(0) { sum, row in
      sum + row.count { $0.isSettled != nil }
    }
    var sentences: [Phrase] = []
    if tests > 0 {
      let expected = NumberText.short(Double(tests) * 0.05)
      sentences.append(
        Phrase(
          "\(tests) differences were tried, so about \(expected) would come out below .05 by chance "
            + "alone.",
          "\(tests)個の差を調べたので、偶然だけでも約\(expected)個は p が0.05を下回ります。"))
    }
    sentences.append(
      Phrase(
        "What these data cannot settle: why the groups differ. Each size is seen in one group only, "
          + "so that size, age, place and people cannot be told apart.",
        "このデータからは言えないこと：違いの原因。それぞれの規模が1例ずつなので、規模、歴史、地域、人の違いを"
          + "区別できません。"))
    sentences += [Self.bias(of: comparison)].compactMap(\.self)
    if comparison.groups.contains(where: { $0.knowWho != nil }) {
      sentences.append(
        Phrase(
          "Know-Who reach counts organisations by the rules of `knowwho reach`; steps count every node "
            + "of the view, projects and groups among them unless --project or --kinds takes them out.",
          "Know-Who の到達は `knowwho reach` と同じ数え方で組織を数えたものです。歩数の数値は、--project や --kinds で"
            + "除かないかぎり、プロジェクトや会も1歩と数えます。"))
    }
    if comparison.groups.contains(where: { $0.strongFrom == nil }) {
      sentences.append(
        Phrase(
          "Every tie counts as strong here; --strong-from gives the least strength of a strong tie.",
          "ここではすべてのつながりを強いものとして数えました。強いとみなす下限は --strong-from で指定できます。"))
    }
    if comparison.groups.allSatisfy({ $0.acts == nil }) {
      sentences.append(
        Phrase(
          "Passivity is not known without acts (--acts).", "行動のデータがないため、受け身かどうかはわかりません（--acts）。"))
    }
    if comparison.groups.contains(where: { $0.subgroups == nil }) {
      sentences.append(
        Phrase(
          "Subgroups were looked for among the ties, which finds some even in random networks; "
            + "compare the wall index with that of chance.",
          "小グループはつながりから探したもので、偶然のネットワークにも見つかります。壁指数は偶然の値と比べてください。"))
    }
    return sentences
  }
}

/// Reads the difference between the first group and another.
private struct PairReader {
  let comparison: GroupComparison
  let other: Int

  private var first: String { comparison.groups[0].name }
  private var second: String { comparison.groups[other].name }

  var sizes: [Phrase] {
    let counts = [0, other].map { comparison.groups[$0].graph.nodeCount }
    guard counts[0] != counts[1] else { return [] }
    return [
      Phrase(
        "\(first) has \(counts[0]) members and \(second) \(counts[1]): shares of all pairs fall and "
          + "reach rises with size alone; random networks of the same size show by how much.",
        "会員は\(first)が\(counts[0])、\(second)が\(counts[1])です。規模が大きいだけで、組の割合は下がり、到達は増えます。"
          + "どれだけが規模によるかは、同じ規模の偶然のネットワークとの比較でわかります。")
    ]
  }

  /// What tells how far both reach: by the rules of Know-Who where they are known.
  private var reach: ComparisonFigure {
    comparison.difference(.knowWho1, of: other).value.isNaN ? .reach1 : .knowWho1
  }

  /// A sentence on each question that comparisons of groups are made for.
  var settled: [Phrase] {
    [
      sentence(
        .cohesionWithin2, Phrase("closer-knit", "結びつきが密"),
        Phrase("Which is closer-knit", "どちらの結びつきが密か")),
      sentence(
        reach, Phrase("farther-reaching through one introducer", "紹介者1人で届く相手が多い"),
        Phrase("Which reaches more through one introducer", "紹介者1人でどちらが多くに届くか")),
      sentence(
        .fragileShare, Phrase("more dependent on single introducers", "1人の紹介者に頼る割合が高い"),
        Phrase("Which hangs more on single introducers", "どちらが1人の紹介者に頼っているか")),
      sentence(
        .leaderDependence, Phrase("more dependent on one member", "1者への依存が大きい"),
        Phrase("Which hangs more on one member", "どちらが1者に依存しているか")),
      sentence(
        .passivity, Phrase("more passive", "受け身の会員が多い"),
        Phrase("Which is more passive", "どちらに受け身の会員が多いか")),
    ].compactMap(\.self)
  }

  /// Whether closeness and reach point in opposite directions.
  var tradeOff: Phrase {
    let close = comparison.difference(.cohesionWithin2, of: other)
    let reach = comparison.difference(reach, of: other)
    guard close.isSettled == true, reach.isSettled == true else {
      return Phrase(
        "Whether closeness is paid for with reach is not settled by these two.",
        "密な結びつきと引き換えに到達が減るかどうかは、この二つからは言えません。")
    }
    if (close.value > 0) != (reach.value > 0) {
      return Phrase(
        "The closer of the two reaches fewer: the trade-off shows in these data.",
        "結びつきの密なほうが、届く相手は少なくなっています。このデータには両立の難しさが表れています。")
    }
    return Phrase(
      "The closer of the two also reaches more: these data show no trade-off.",
      "結びつきの密なほうが、届く相手も多くなっています。このデータには両立の難しさは表れていません。")
  }

  private func sentence(
    _ figure: ComparisonFigure, _ comparative: Phrase, _ question: Phrase
  ) -> Phrase? {
    let difference = comparison.difference(figure, of: other)
    guard !difference.value.isNaN, let isSettled = difference.isSettled else { return nil }
    let values = [0, other].map { NumberText.short(comparison.cell(figure, of: $0).value) }
    let how =
      difference.test?.twoSided.flatMap { $0.value < 0.05 && !isSettled ? nil : $0 }.map {
        Phrase("p = \(NumberText.short($0.value))", "p = \(NumberText.short($0.value))")
      }
      ?? Phrase(
        isSettled
          ? "the interval of the difference leaves out 0"
          : "the interval of the difference holds 0",
        isSettled ? "差の区間が0を含みません" : "差の区間が0を含みます")
    let figures = "\(values[0]) : \(values[1])"
    guard isSettled, difference.value != 0 else {
      return Phrase(
        "\(question.english) is not settled (\(figures); \(how.english)).",
        "\(question.japanese)は決まりません（\(figures)、\(how.japanese)）。")
    }
    let (more, less) = difference.value > 0 ? (first, second) : (second, first)
    return Phrase(
      "\(more) is \(comparative.english) than \(less) (\(figures); \(how.english)).",
      "\(more)は\(less)より\(comparative.japanese)です（\(figures)、\(how.japanese)）。")
  }
}

extension NumberText {
  /// Returns a number to three digits.
  static func short(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return number == 0 ? "0" : "–" }
    var scale = 1.0
    while abs(number) * scale < 100, scale < 1e9 { scale *= 10 }
    return shortest((number * scale).rounded() / scale)
  }
}
