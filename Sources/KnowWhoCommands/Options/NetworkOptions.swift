internal import ArgumentParser
internal import KnowWho

/// Which network is read, and how the work is carried out.
struct NetworkOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("A network folder or an edge list.", "ネットワークのフォルダー、またはつながりの一覧。")))
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

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many threads work at once (default: one a processor).", "同時に使うスレッドの数（既定ではプロセッサーの数）。")))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Language of results, messages and help: en or ja (default: from the locale).",
        "結果・メッセージ・ヘルプの言語：en または ja（既定では環境の言語）。")))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Where numbers are drawn (communities, models): equal seeds, equal results.",
        "乱数を使う計算のシード値。同じ値なら同じ結果になります。")))
  var seed: UInt64?

  func validate() throws {
    if let threads, threads < 1 || threads > 1024 {
      throw ValidationError(
        Language.ofCommandLine(
          "--threads \(threads): write a number from 1 to 1024",
          "--threads \(threads)：1から1024までの数を書いてください"))
    }
  }

  /// How the work is carried out.
  var execution: Execution { Job().execution(threads: threads) }

  /// The language of results and messages.
  var language: Language { lang ?? .ofCommandLine }

  /// Reads a network and prints what the user should know about how.
  func read(_ path: String) throws -> Network {
    try read(path, in: Job())
  }
}
