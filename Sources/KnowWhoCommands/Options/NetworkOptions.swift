internal import ArgumentParser
internal import KnowWho

/// Which network is read, and how the work is carried out.
struct NetworkOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "A network folder or file, packed by gzip or not; - for standard input.",
        "ネットワークのフォルダーまたはファイル（gzip 圧縮も可）。- は標準入力。")))
  var network: String

  @OptionGroup var reading: ReadingOptions

  /// Reads the network and prints what the user should know about how.
  func read() throws -> Network { try reading.read(network) }

  /// Reads the network within limits.
  func read(in job: Job) throws -> Network { try reading.read(network, in: job) }
}

/// How networks are read, and how the work is carried out.
struct ReadingOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Ties without a direction of their own lead from source to target only.",
        "向きの指定がないつながりを、source から target への一方向とみなします。")))
  var directed = false

  @OptionGroup var file: FileOptions

  @OptionGroup var work: ThreadsOption

  @OptionGroup var speech: LanguageOption

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Where numbers are drawn (communities, models): equal seeds, equal results.",
        "乱数を使う計算のシード値。同じ値なら同じ結果になります。")))
  var seed: UInt64?

  /// How many threads work at once, nil for one a processor.
  var threads: Int? { work.threads }

  /// How the work is carried out.
  var execution: Execution { Job().execution(threads: threads) }

  /// The language of results and messages.
  var language: Language { speech.language }

  /// Reads a network and prints what the user should know about how.
  func read(_ path: String) throws -> Network {
    try read(path, in: Job())
  }
}
