internal import KnowWho

/// Introductions as text, CSV and JSON.
struct IntroductionReport {
  let introductions: Introductions
  let acquaintances: Acquaintances
  let language: Language
  let title: String
  let notes: [String]

  private var network: Network { acquaintances.network }

  private func name(_ actor: Int) -> String { language.name(of: actor, in: network) }

  private func names(_ actors: some Sequence<Int>) -> String {
    actors.map(name).joined(separator: language(", ", "、"))
  }

  /// Which chains are listed, under which word and heading.
  private var sections: [(role: String, heading: String, chains: [IntroductionChain])] {
    [
      (
        "shortest",
        introductions.hasMoreShortest
          ? language("Shortest chains (there are more)", "最も短い経路（ほかにもあります）")
          : language("Shortest chains", "最も短い経路"), introductions.shortest
      ),
      (
        "alternative",
        language("Chains that share no introducer with the first", "最初の経路と紹介者が重ならない経路"),
        introductions.alternatives
      ),
      ("further", language("Next chains in order of length", "次に短い経路"), introductions.further),
    ].filter { !$0.2.isEmpty }
  }

  private func sentences(for chain: IntroductionChain) -> [String] {
    chain.warnings.map {
      chain.sentence(for: $0, in: network, at: acquaintances.options.period, language)
    }
  }

  /// What the answer is, in sentences, and what it rests on.
  var sentences: [String] { [answer, alternativesSentence].compactMap { $0 } + notes }

  private var answer: String {
    let (source, target) = (name(introductions.source), name(introductions.target))
    guard let first = introductions.shortest.first else {
      return language(
        "Nobody introduces \(source) to \(target): there is no chain.",
        "\(source)から\(target)への紹介の経路はありません。")
    }
    if introductions.isDirect {
      return language(
        "\(source) and \(target) know each other directly; no introducer is needed.",
        "\(source)と\(target)は直接知り合っており、紹介者は要りません。")
    }
    let count = first.introducers.count
    let chains = introductions.shortest.count
    let more = introductions.hasMoreShortest
    return language(
      "\(source) gets to \(target) through \(count) \(count == 1 ? "introducer" : "introducers"), by "
        + (chains == 1 && !more
          ? "one shortest chain." : "\(chains)\(more ? " or more" : "") shortest chains."),
      "\(source)から\(target)へは、紹介者\(count)者でたどり着けます（最も短い経路は\(chains)本\(more ? "以上" : "")）。")
  }

  private var alternativesSentence: String? {
    guard introductions.independentCount.upperBound > 0 else { return nil }
    let bounds = introductions.independentCount
    let count =
      bounds.lowerBound == bounds.upperBound
      ? "\(bounds.lowerBound)" : "\(bounds.lowerBound)–\(bounds.upperBound)"
    let more = introductions.hasMoreIndependent
    var text = language(
      bounds == 1...1
        ? "No two chains are without a common introducer"
        : "\(count)\(more ? " or more" : "") chains of any length share no introducer",
      bounds == 1...1
        ? "紹介者がまったく重ならない経路は2本とありません" : "紹介者が互いに重ならない経路は\(count)本\(more ? "以上" : "")あります（長さを問わず）")
    if introductions.indispensable.isEmpty {
      text += language(
        introductions.isDirect ? "." : "; no single introducer is indispensable.",
        introductions.isDirect ? "。" : "。その人なしでは届かないという紹介者はいません。")
    } else {
      let needed = names(introductions.indispensable)
      text += language(
        "; every chain needs \(needed).", "。どの経路にも\(needed)の紹介が欠かせません。")
    }
    return text
  }

  /// The answer for people.
  var text: String {
    var lines = [title, ""]
    var number = 0
    var shown: [[Int]] = []
    for section in sections {
      let chains = section.chains.filter { !shown.contains($0.actors) }
      if chains.isEmpty { continue }
      lines.append(section.heading)
      for chain in chains {
        shown.append(chain.actors)
        number += 1
        lines.append("  \(number). " + chain.names(in: network, language))
        for step in chain.steps {
          for (index, carrier) in step.carriers.enumerated() {
            let ends = "\(name(step.from)) – \(name(step.to))"
            let head =
              index == 0
              ? ends : String(repeating: " ", count: TerminalWidth.of(ends))
            lines.append("       \(head)  \(language.line(for: carrier, in: network))")
          }
        }
        lines += sentences(for: chain).map { "     ! \($0)" }
      }
      lines.append("")
    }
    return (lines + sentences).map { TextTable.onOneLine($0) + "\n" }.joined()
  }

  /// A row for all that carries a step of a listed chain.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row([
      "list", "chain", "step", "from", "from_name", "to", "to_name", "kind", "place", "place_name",
      "began_from", "began_to", "ended_from", "ended_to", "evidence", "section", "warnings",
    ])
    for section in sections {
      for (number, chain) in section.chains.enumerated() {
        let warnings = chain.warnings.map(\.code).joined(separator: " ")
        for (index, step) in chain.steps.enumerated() {
          for carrier in step.carriers {
            let fields = [
              section.role, String(number + 1), String(index + 1), network.actors.id(step.from),
              name(step.from), network.actors.id(step.to), name(step.to),
            ]
            text += CSVCell.row(fields + cells(carrier) + [warnings])
          }
        }
      }
    }
    return text
  }

  /// Kind, place, dates, evidence and section; where the ties of both differ, both.
  private func cells(_ carrier: StepCarrier) -> [String] {
    func both(_ text: (Int) -> String) -> String {
      let texts = carrier.ties.map(text)
      return Set(texts).count == 1 ? texts[0] : texts.joined(separator: " / ")
    }
    let (ties, dates) = (network.ties, network.ties.dates)
    let columns = [dates.beganFrom, dates.beganTo, dates.endedFrom, dates.endedTo]
    return [
      both { ties.kind($0)?.rawValue ?? "" }, carrier.place.map(network.actors.id) ?? "",
      carrier.place.map(name) ?? "",
    ] + columns.map { column in both { (column?[$0] ?? nil)?.description ?? "" } } + [
      both { (ties.evidence?[$0] ?? nil)?.rawValue ?? "" }, both { ties.sections?[$0] ?? "" },
    ]
  }

  /// The answer for programs.
  var json: JSONValue {
    func actor(_ actor: Int) -> JSONValue {
      .object([("id", .text(network.actors.id(actor))), ("name", .text(name(actor)))])
    }
    return .object([
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("from", actor(introductions.source)), ("to", actor(introductions.target)),
      ("direct", .bool(introductions.isDirect)),
      (
        "introducers",
        introductions.shortest.first.map { .integer($0.introducers.count) } ?? .null
      ),
      (
        "independentChains",
        .object([
          ("atLeast", .integer(introductions.independentCount.lowerBound)),
          ("atMost", .integer(introductions.independentCount.upperBound)),
          ("limitReached", .bool(introductions.hasMoreIndependent)),
        ])
      ),
      ("indispensable", .array(introductions.indispensable.map(actor))),
      ("moreShortest", .bool(introductions.hasMoreShortest)),
      ("gaveUp", .bool(introductions.gaveUp)),
      (
        "chains",
        .array(
          sections.flatMap { section in
            section.chains.map { chain in
              .object([
                ("list", .text(section.role)),
                ("introducers", .integer(chain.introducers.count)),
                ("actors", .array(chain.actors.map(actor))),
                ("steps", .array(chain.steps.map(step))),
                ("warnings", .array(warnings(chain))),
              ])
            }
          })
      ),
      ("sentences", .array(sentences.map(JSONValue.text))),
    ])
  }

  private func warnings(_ chain: IntroductionChain) -> [JSONValue] {
    zip(chain.warnings, sentences(for: chain)).map { warning, sentence in
      .object([("code", .text(warning.code)), ("text", .text(sentence))])
    }
  }

  private func step(_ step: IntroductionChain.Step) -> JSONValue {
    .object([
      ("from", .text(network.actors.id(step.from))), ("to", .text(network.actors.id(step.to))),
      ("evidence", .optional(step.evidence?.rawValue)),
      (
        "carriers",
        .array(
          step.carriers.map { carrier in
            .object([
              ("place", .optional(carrier.place.map(network.actors.id))),
              ("ties", .array(carrier.ties.map(tie))),
            ])
          })
      ),
    ])
  }

  private func tie(_ tie: Int) -> JSONValue {
    let (ties, dates) = (network.ties, network.ties.dates)
    func date(_ column: [PartialDate?]?) -> JSONValue {
      .optional((column?[tie] ?? nil)?.description)
    }
    return .object([
      ("source", .text(network.actors.id(Int(ties.sources[tie])))),
      ("target", .text(network.actors.id(Int(ties.targets[tie])))),
      ("kind", .optional(ties.kind(tie)?.rawValue)),
      ("began_from", date(dates.beganFrom)), ("began_to", date(dates.beganTo)),
      ("ended_from", date(dates.endedFrom)), ("ended_to", date(dates.endedTo)),
      ("evidence", .optional((ties.evidence?[tie] ?? nil)?.rawValue)),
      ("section", .optional(ties.sections?[tie])),
    ])
  }
}
