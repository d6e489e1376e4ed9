internal import KnowWho

/// What `knowwho timeline` computes, period by period within limits.
struct TimelineWork: Sendable {
  /// Who knows whom by all ties ever, and which ties count.
  let acquaintances: Acquaintances
  let periods: [Period]
  let introductions: Int
  /// The group whose members ask, and do not count as reached.
  let outside: Int?
  /// Whose dependence is told; nil chooses.
  let leader: Int?
  let samples: Int
  let seed: UInt64

  private var network: Network { acquaintances.network }
  private var options: ReachOptions { acquaintances.options }

  /// Computes the periods, then the dependence, as far as the limits allow.
  ///
  /// - Parameters:
  ///   - job: What it is part of.
  ///   - threads: How many threads work at once; nil for one a processor.
  /// - Returns: The periods that were finished, and what is missing, nil where nothing is.
  /// - Throws: ``Job/Stopped`` where not even the first period was finished, or what is wrong with the
  ///   network.
  func timeline(in job: Job, threads: Int?) throws -> (Timeline, missing: String?) {
    let language = Language.ofCommandLine
    var parts: [Timeline] = []
    do {
      for period in periods {
        parts.append(
          try job.perform(language("computing \(period)", "\(period) を計算中")) {
            try moment(period, job.execution(threads: threads))
          })
      }
    } catch let stopped as Job.Stopped {
      guard let reached = parts.last?.moments.last?.period else { throw stopped }
      return (
        Timeline(joining: parts),
        language(
          "no period after \(reached) and no dependence were reached",
          "\(reached)より後の期間と、依存度は計算できませんでした")
      )
    }
    let timeline = Timeline(joining: parts)
    do {
      let chosen = try job.perform(language("looking for whom to follow", "依存度を調べる主体を選択中")) {
        leader ?? mostDependedOn(job.execution(threads: threads))
      }
      guard let chosen else { return (timeline, nil) }
      let dependences = try job.perform(language("sampling dependence", "依存度を計算中")) {
        try dependence(on: chosen, job.execution(threads: threads))
      }
      return (timeline.adding(dependences, on: chosen, samples: samples), nil)
    } catch is Job.Stopped {
      return (timeline, language("dependence was not reached", "依存度は計算できませんでした"))
    }
  }

  /// Tries every part for about a second.
  func estimate(in job: Job, threads: Int?) throws -> EstimateReport {
    var report = EstimateReport(job: job, threads: threads)
    try report.add("periods", in: job) { execution in
      for (index, period) in periods.enumerated() where !execution.isCancelled() {
        let (done, count) = (Double(index), Double(periods.count))
        _ = try moment(
          period,
          Execution(
            threads: execution.threads, memoryLimit: execution.memoryLimit,
            isCancelled: execution.isCancelled))
        execution.onProgress?((done + 1) / count)
      }
    }
    if leader == nil { try report.add("ranking", in: job) { _ = mostDependedOn($0) } }
    try report.add("dependence", in: job) { execution in
      guard let someone = leader ?? acquaintances.askers.first else { return }
      _ = try dependence(on: someone, execution)
    }
    return report
  }

  private func moment(_ period: Period, _ execution: Execution) throws -> Timeline {
    try network.timeline(
      over: [period], options, introducers: introductions, outside: outside, execution: execution)
  }

  private func dependence(
    on leader: Int, _ execution: Execution
  ) throws -> [Timeline.DependenceRange?] {
    try network.leaderDependence(
      on: leader, over: periods, options, introducers: introductions, outside: outside,
      samples: samples, seed: seed, execution: execution)
  }

  /// The actor on whom most hangs by all ties ever; none that has members, since a group stands for
  /// all of them.
  private func mostDependedOn(_ execution: Execution) -> Int? {
    let departures = Departures(
      from: acquaintances, introducers: introductions, outside: outside)
    let bodies = Set(
      network.ties.indices.filter { network.ties.kind($0) == .membership }
        .map { Int(network.ties.targets[$0]) })
    return departures.ranking(execution: execution).first {
      network.actors.kind($0.actor) != .group && !bodies.contains($0.actor)
    }?.actor
  }
}
