/// What work in a process of its own may take.
package struct WorkerLimits: Sendable, Hashable {
  /// The most seconds of wall-clock time; nil sets no limit.
  package var seconds: Double?

  /// The most bytes of memory.
  package var memory: Int

  /// The most bytes that it may hand back.
  package var output: Int

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - seconds: The most seconds of wall-clock time; nil sets no limit.
  ///   - memory: The most bytes of memory.
  ///   - output: The most bytes that it may hand back.
  package init(seconds: Double? = 60, memory: Int = 2 << 30, output: Int = 1 << 30) {
    self.seconds = seconds
    self.memory = memory
    self.output = output
  }
}

/// Why work in a process of its own gave no result.
package enum WorkerError: Error, Sendable, Hashable {
  /// It was ended when it had taken so many seconds.
  case outOfTime(seconds: Double)

  /// It was ended when it held more than so many bytes.
  case outOfMemory(bytes: Int)

  /// It was ended when it had handed back more than so many bytes.
  case tooMuchOutput(bytes: Int)

  /// It said what was wrong.
  case failed(message: String)

  /// A signal ended it, as after reading memory that is not there.
  case crashed(signal: Int)

  /// There is no program to start for it.
  case unavailable
}

extension WorkerError: CustomStringConvertible {
  /// What ended the work, in English.
  package var description: String {
    switch self {
    case .outOfTime(let seconds):
      "the work was ended at its time limit of \(SafeText.number(seconds)) s"
    case .outOfMemory(let bytes):
      "the work was ended at its memory limit of \(bytes >> 20) MiB"
    case .tooMuchOutput(let bytes):
      "the work was ended when its result passed \(bytes >> 20) MiB"
    case .failed(let message): message
    case .crashed(let signal): "the work crashed (signal \(signal))"
    case .unavailable: "there is no program to do the work in a process of its own"
    }
  }
}
