internal import ArgumentParser
internal import KnowWho

/// Who counts as knowing whom, and who does not introduce: for all Know-Who questions.
struct AcquaintanceOptions: ParsableArguments {
  @OptionGroup var ties: TieOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "introductions: projects and shared groups acquaint, and do not count as introducers. "
          + "as-is: every actor on the way counts.",
        "introductions：プロジェクトや同じ会の会員であることは知り合う場とみなし、紹介者に数えません。"
          + "as-is：途中のすべてを紹介者に数えます。")))
  var mode = ReachOptions.Mode.introductions

  @OptionGroup var closed: NotViaOption

  /// Returns what is asked of a network.
  ///
  /// - Parameters:
  ///   - network: The network, whose kinds and actors are named.
  ///   - language: The language of messages.
  /// - Returns: The options.
  /// - Throws: ``CommandFailure`` for kinds or actors that the network does not have.
  func options(in network: Network, _ language: Language) throws -> ReachOptions {
    ReachOptions(
      period: try ties.period, possibly: ties.possible,
      tieKinds: try ties.ofKinds.kinds(in: network, language), mode: mode,
      notVia: try closed.actors(in: network, language))
  }

  /// Returns who knows whom.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - language: The language of messages.
  ///   - job: What it is part of.
  /// - Returns: The acquaintances.
  /// - Throws: ``CommandFailure`` for kinds or actors that the network does not have, or if nobody
  ///   knows anybody then.
  func acquaintances(
    in network: Network, _ language: Language, in job: Job
  ) throws -> Acquaintances {
    let options = try options(in: network, language)
    let acquaintances = try job.perform(
      language("finding who knows whom", "知り合いの関係を整理中")
    ) { try Acquaintances(in: network, options) }
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
    let notes = TieNotes(network: acquaintances.network, language: language)
    let options = acquaintances.options
    return notes.time(
      options.period, possible: ties.possible,
      furtherPossible: furtherPossible(options, acquaintances.network))
      + [notes.evidence(of: acquaintances.ties)] + notes.synthetic
  }

  private func furtherPossible(_ options: ReachOptions, _ network: Network) -> Int {
    network.select(at: options.period, possibly: options.possibly, kinds: options.tieKinds)
      .furtherPossible
  }

  private func emptyMessage(
    _ network: Network, _ options: ReachOptions, _ language: Language
  ) -> String {
    guard let at = ties.at else {
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

extension Acquaintances {
  /// Returns the group that a user names, which must have members by the ties that count.
  ///
  /// - Parameters:
  ///   - word: An id or a name.
  ///   - language: The language of messages.
  /// - Returns: The position of the group.
  /// - Throws: ``CommandFailure`` where there is no such group, or nobody is its member.
  func groupOutside(named word: String, _ language: Language) throws -> Int {
    let group = try network.actor(named: word, option: "--outside", language)
    guard members(of: group).isEmpty else { return group }
    throw CommandFailure.data(
      language(
        "--outside \(word): no tie that counts makes anyone a member of it; name a group with members "
          + "then",
        "--outside \(word)：対象のつながりでは会員がいません。その時点で会員のいる会を指定してください"))
  }
}
