internal import KnowWho

/// What `knowwho succession` computes, part by part within limits.
struct SuccessionWork: Sendable {
  /// What was found; parts that a limit cut off are nil.
  struct Findings: Sendable {
    /// What each that stays reaches before and after, the greatest loss first.
    var changes: [Departures.Change]
    var ranking: [Dependence]?
    /// The sweep over shares, and last the share that was asked for.
    var inheritance: Inheritance?
    /// The dependence on the catalysers together.
    var catalyserDependence: Double?
  }

  let departures: Departures
  let retirement: Retirement
  let leader: Int
  let catalysers: [Int]?
  let share: Double
  let runs: Int
  let seed: UInt64

  /// Finds what is lost, then what else was asked for as far as the limits allow.
  ///
  /// - Parameters:
  ///   - job: What it is part of.
  ///   - threads: How many threads work at once; nil for one a processor.
  /// - Returns: What was found, and what is missing, nil where nothing is.
  /// - Throws: ``Job/Stopped`` where not even the losses were found.
  func findings(in job: Job, threads: Int?) throws -> (Findings, missing: String?) {
    let language = Language.ofCommandLine
    var found = Findings(
      changes: try job.perform(language("finding who loses what", "失われるものを計算中")) {
        losses(job.execution(threads: threads))
      })
    // What is quick comes first.
    var missing = [
      language("what hangs on the catalysers", "触媒役への依存度"), language("the ranking", "影響の順位"),
      language("what the heir saves", "後継者がいる場合"),
    ]
    if catalysers == nil { missing.removeFirst() }
    if retirement.heir == nil { missing.removeLast() }
    do {
      if let catalysers {
        found.catalyserDependence = try job.perform(
          language("removing the catalysers", "触媒役が抜けた場合を計算中")
        ) { catalyserDependence(catalysers, job.execution(threads: threads)) }
        missing.removeFirst()
      }
      found.ranking = try job.perform(language("ranking losses", "影響の順位を計算中")) {
        departures.ranking(with: [leader], execution: job.execution(threads: threads))
      }
      missing.removeFirst()
      if retirement.heir != nil {
        found.inheritance = try job.perform(
          language("computing what the heir saves", "後継者がいる場合を計算中")
        ) { inheritance(job.execution(threads: threads)) }
        missing.removeFirst()
      }
    } catch is Job.Stopped {
      let names = missing.joined(separator: language(", ", "、"))
      let verb = missing.count == 1 ? "was" : "were"
      return (found, language("\(names) \(verb) not reached", "\(names)は計算できませんでした"))
    }
    return (found, nil)
  }

  /// Tries every part for about a second.
  func estimate(in job: Job, threads: Int?) throws -> EstimateReport {
    var report = EstimateReport(job: job, threads: threads)
    try report.add("losses", in: job) { _ = losses($0) }
    try report.add("ranking", in: job) {
      _ = departures.ranking(with: [leader], execution: $0)
    }
    if retirement.heir != nil { try report.add("heir", in: job) { _ = inheritance($0) } }
    return report
  }

  private func losses(_ execution: Execution) -> [Departures.Change] {
    let actors = departures.acquaintances.network.actors
    return departures.changes(by: retirement, execution: execution).sorted {
      $0.loss != $1.loss ? $0.loss > $1.loss : actors.precedes($0.actor, $1.actor)
    }
  }

  private func inheritance(_ execution: Execution) -> Inheritance {
    departures.inheritance(
      of: retirement, shares: (0...10).map { Double($0) / 10 } + [share], runs: runs, seed: seed,
      execution: execution)
  }

  private func catalyserDependence(_ catalysers: [Int], _ execution: Execution) -> Double? {
    Departures.dependence(
      departures.changes(
        by: Retirement(of: Set(catalysers), from: departures.acquaintances), execution: execution))
  }
}
