internal import ArgumentParser
internal import KnowWho

/// How many threads work at once.
struct ThreadsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many threads work at once (default: one a processor).", "同時に使うスレッドの数（既定ではプロセッサーの数）。")))
  var threads: Int?

  func validate() throws {
    if let threads { try NumberCheck.check(threads, 1...1024, "--threads") }
  }
}
