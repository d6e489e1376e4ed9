internal import ArgumentParser
internal import KnowWho

/// Who counts as knowing whom, and who does not introduce: for all Know-Who questions.
struct AcquaintanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only ties alive then: 2009, 2009-07, 2009-07-01 or 1983..1989.",
        "その時点で存続しているつながりだけを使います：2009、2009-07、2009-07-01、1983..1989 など。")))
  var at: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --at: also ties that may have been alive then.",
        "--at とともに：その時点で存続していた可能性のあるつながりも使います。")))
  var possible = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only ties of these kinds, separated by commas.",
        "この種類のつながりだけを使います（コンマ区切り）。")))
  var ties: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "introductions: projects and shared groups acquaint, and do not count as introducers. "
          + "as-is: every actor on the way counts.",
        "introductions：プロジェクトや同じ会の会員であることは知り合う場とみなし、紹介者に数えません。"
          + "as-is：途中のすべてを紹介者に数えます。")))
  var mode = ReachOptions.Mode.introductions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Actors that introduce nobody, by id or name, separated by commas.",
        "紹介を頼まない相手（IDまたは名前、コンマ区切り）。"), valueName: "actor,…"))
  var notVia: [String] = []

  func validate() throws {
    _ = try period
    if possible, at == nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--possible needs --at: without a time every tie is taken anyway",
          "--possible には --at が必要です（時点を指定しなければ、すべてのつながりを使います）"))
    }
  }

  /// The period asked about, nil for all time.
  var period: Period? {
    get throws {
      guard let at else { return nil }
      guard let period = Period(at) else {
        throw ValidationError(
          Language.ofCommandLine(
            "--at \(at) is no time; write 2009, 2009-07, 2009-07-01 or 1983..1989",
            "--at \(at) は日付として読めません。2009、2009-07、2009-07-01、1983..1989 のように書いてください"))
      }
      return period
    }
  }

  /// Returns what is asked of a network.
  ///
  /// - Parameters:
  ///   - network: The network, whose kinds and actors are named.
  ///   - language: The language of messages.
  /// - Returns: The options.
  /// - Throws: ``CommandFailure`` for kinds or actors that the network does not have.
  func options(in network: Network, _ language: Language) throws -> ReachOptions {
    let kinds = try ties.map {
      try KindList.tieKinds($0, option: "--ties", in: network, language)
    }
    return ReachOptions(
      period: try period, possibly: possible, tieKinds: kinds, mode: mode,
      notVia: Set(
        try notVia.flatMap { try network.actors(listedIn: $0, option: "--not-via", language) }))
  }

  /// Returns who knows whom.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - language: The language of messages.
  /// - Returns: The acquaintances.
  /// - Throws: ``CommandFailure`` for kinds or actors that the network does not have, or if nobody
  ///   knows anybody then.
  func acquaintances(in network: Network, _ language: Language) throws -> Acquaintances {
    let options = try options(in: network, language)
    let acquaintances = try Acquaintances(in: network, options)
    if acquaintances.ties.isEmpty, network.ties.count > 0 {
      throw CommandFailure.data(emptyMessage(network, options, language))
    }
    return acquaintances
  }

  /// Says which ties count, for the lines below a result.
  ///
  /// - Parameters:
  ///   - acquaintances: Who knows whom.
  ///   - language: The language to say it in.
  /// - Returns: A sentence on the time, one on what the ties rest on, and one if the data are
  ///   synthetic.
  func notes(on acquaintances: Acquaintances, _ language: Language) -> [String] {
    let network = acquaintances.network
    var notes: [String] = []
    if let period = acquaintances.options.period {
      let further = furtherPossible(acquaintances.options, network)
      if possible {
        notes.append(
          language(
            "Ties that were, or may have been, alive in \(period).",
            "\(period) に存続していた、または存続していた可能性のあるつながりで数えました。"))
      } else {
        notes.append(
          language("Ties definitely alive in \(period)", "\(period) に確実に存続しているつながりで数えました")
            + (further > 0
              ? language(
                "; \(further) more are possible (--possible).",
                "。ほかに\(further)本が存続していた可能性があります（--possible）。")
              : language(".", "。")))
      }
    } else if network.ties.haveDates {
      notes.append(
        language(
          "Every tie ever counts; --at 2009 would ask about a time.",
          "過去から現在までのすべてのつながりで数えました。時点は --at 2009 のように指定できます。"))
    }
    notes.append(EvidenceCounts(of: acquaintances.ties, in: network).sentence(in: language))
    if let synthetic = network.description.synthetic {
      notes.append(language("Synthetic data: \(synthetic)", "架空のデータです：\(synthetic)"))
    }
    return notes
  }

  private func furtherPossible(_ options: ReachOptions, _ network: Network) -> Int {
    network.select(at: options.period, possibly: options.possibly, kinds: options.tieKinds)
      .furtherPossible
  }

  private func emptyMessage(
    _ network: Network, _ options: ReachOptions, _ language: Language
  ) -> String {
    guard let at else {
      return language("no tie is left; ask for other kinds", "該当するつながりがありません。別の種類を指定してください")
    }
    let further = furtherPossible(options, network)
    if further > 0 {
      return language(
        "no tie is definitely alive in \(at); \(further) are possible: add --possible",
        "\(at) に確実に存続しているつながりはありません。可能性のあるものが\(further)本あります（--possible を付けてください）")
    }
    return language(
      "no tie is alive in \(at); try another time", "\(at) に存続しているつながりはありません。別の時点を指定してください")
  }
}
