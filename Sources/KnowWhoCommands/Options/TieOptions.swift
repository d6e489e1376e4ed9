internal import ArgumentParser
internal import KnowWho

/// Of which kinds the ties are that count.
struct TieKindOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only ties of these kinds, separated by commas.", "この種類のつながりだけを使います（コンマ区切り）。")))
  var ties: String?

  /// Returns the kinds asked for, nil for all.
  func kinds(in network: Network, _ language: Language) throws -> Set<TieKind>? {
    try ties.map { try KindList.tieKinds($0, option: "--ties", in: network, language) }
  }
}

/// Which ties count: those of a time, of some kinds.
struct TieOptions: ParsableArguments {
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

  @OptionGroup var ofKinds: TieKindOption

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
}

/// Who does not introduce.
struct NotViaOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Actors that introduce nobody, by id or name, separated by commas.",
        "紹介を頼まない相手（IDまたは名前、コンマ区切り）。"), valueName: "actor,…"))
  var notVia: [String] = []

  /// Returns the actors asked for.
  func actors(in network: Network, _ language: Language) throws -> Set<Int> {
    Set(try notVia.flatMap { try network.actors(listedIn: $0, option: "--not-via", language) })
  }
}
