internal import ArgumentParser
internal import KnowWho

/// Which network is read, and how the work is carried out.
struct NetworkOptions: ParsableArguments {
  @Argument(help: "A network folder or an edge list.")
  var network: String

  @OptionGroup var reading: ReadingOptions

  /// Reads the network and prints what the user should know about how.
  func read() throws -> Network { try reading.read(network) }

  /// Reads the network within limits.
  func read(in job: Job) throws -> Network { try reading.read(network, in: job) }
}

/// How networks are read, and how the work is carried out.
struct ReadingOptions: ParsableArguments {
  @Flag(help: "Ties without a direction of their own lead from source to target only.")
  var directed = false

  @Option(help: "How many threads work at once (default: one a processor).")
  var threads: Int?

  @Option(help: "Language of names: en or ja (default: from the locale).")
  var lang: Language?

  @Option(help: "Where numbers are drawn (communities, models): equal seeds, equal results.")
  var seed: UInt64?

  func validate() throws {
    if let threads, threads < 1 || threads > 1024 {
      throw ValidationError("--threads \(threads): write a number from 1 to 1024")
    }
  }

  /// How the work is carried out.
  var execution: Execution { Job().execution(threads: threads) }

  /// The language of names.
  var language: Language { lang ?? .ofLocale }

  /// Reads a network and prints what the user should know about how.
  func read(_ path: String) throws -> Network {
    try read(path, in: Job())
  }
}
