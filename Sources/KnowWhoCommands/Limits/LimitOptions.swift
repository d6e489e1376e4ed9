internal import ArgumentParser
internal import KnowWho

/// How long a command may take and how much memory, and what it would take.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "End after so long, such as 30s, 2m or 1.5h, with what is done by then (exit 4).",
        "30s、2m、1.5h のような時間が過ぎたら、そこまでの結果で終わります（終了コード4）。")))
  var timeLimit: TimeLimit?

  @Option(
    help:
      ArgumentHelp(
        Language.ofCommandLine(
          "Take no more memory than, such as 512M or 4G: with fewer threads, or not at all (exit 4).",
          "メモリーの上限（512M、4G など）。スレッドを減らし、それでも足りなければ計算しません（終了コード4）。")))
  var memoryLimit: MemoryLimit?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Say how long it would take and how much memory, after a short trial; no results.",
        "短く試して、かかる時間とメモリーの見込みだけを示します。結果は出しません。")))
  var estimate = false

  /// Begins the command: the time limit counts from here.
  func begin() -> Job { Job(timeLimit: timeLimit, memoryLimit: memoryLimit) }
}

extension ReadingOptions {
  /// Reads a network within limits, and prints what the user should know about how.
  ///
  /// - Parameters:
  ///   - path: A network folder or file.
  ///   - job: What it is part of.
  /// - Returns: The network.
  /// - Throws: ``CommandFailure`` where it would not fit the memory limit.
  func read(_ path: String, in job: Job) throws -> Network {
    let reading = try reading(path, in: job)
    for note in reading.notes { Console.note(note.text(in: language)) }
    return reading.network
  }

  /// Reads a network within limits, with what the user should know about how.
  func reading(_ path: String, in job: Job) throws -> NetworkFile.Reading {
    try job.checkReading(path)
    let execution = job.execution(threads: threads)
    let options = file.options(isDirected: directed)
    return try job.perform(
      Language.ofCommandLine("reading \(path)", "\(path) を読み込み中")
    ) {
      try NetworkFile.read(path, options, formats: .all, execution: execution)
    }
  }
}
