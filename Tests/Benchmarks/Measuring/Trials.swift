/// The trials of an operation: what each took, and the last result.
struct Trials {
  /// Wall-clock seconds of each trial.
  let wall: [Double]

  /// Processor seconds of each trial, of all threads.
  let cpu: [Double]

  /// The memory in use before the first run, in MB.
  let baseMegabytes: Double

  /// The most memory in use during all runs, in MB.
  let peakMegabytes: Double

  /// The result of the last trial.
  let outcome: Outcome

  /// Warms up and runs the trials.
  ///
  /// - Parameters:
  ///   - operation: What is run.
  ///   - subject: What it is run on.
  ///   - count: How many trials; nil chooses by what the warm-up took. One that took 3 seconds or
  ///     more is itself the only trial.
  /// - Throws: What the operation throws.
  init(of operation: Operation, on subject: Subject, count: Int?) throws {
    operation.prepare(subject)
    ProcessUsage.resetPeak()
    baseMegabytes = ProcessUsage.peakMegabytes
    var last = try Timed(operation, on: subject)
    var all = [last]
    if count != nil || last.cpu < 3 {
      all = []
      for _ in 0..<(count ?? (last.cpu < 1e-3 ? 101 : last.cpu < 0.1 ? 7 : 3)) {
        // The result before is gone when the next one is made, as in a program that runs it once.
        last.outcome = .nothing
        last = try Timed(operation, on: subject)
        all.append(Timed(wall: last.wall, cpu: last.cpu))
      }
    }
    wall = all.map(\.wall)
    cpu = all.map(\.cpu)
    outcome = last.outcome
    peakMegabytes = ProcessUsage.peakMegabytes
  }
}

/// One run of an operation.
private struct Timed {
  var wall: Double
  var cpu: Double
  var outcome = Outcome.nothing

  init(wall: Double, cpu: Double) {
    self.wall = wall
    self.cpu = cpu
  }

  init(_ operation: Operation, on subject: Subject) throws {
    let (wallBefore, cpuBefore) = (ProcessUsage.wall, ProcessUsage.cpu)
    outcome = try operation.run(subject)
    cpu = ProcessUsage.cpu - cpuBefore
    wall = ProcessUsage.wall - wallBefore
  }
}

extension [Double] {
  /// The middle of the numbers; the mean of the middle two where their count is even.
  var median: Double {
    guard !isEmpty else { return .nan }
    let ordered = sorted()
    return (ordered[(count - 1) / 2] + ordered[count / 2]) / 2
  }
}
