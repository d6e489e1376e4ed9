internal import KnowWho

/// Measures of one graph, one after the other within limits.
struct MeasureRun {
  let job: Job
  let threads: Int?
  let graph: Graph
  /// Given where measures are scaled for actors of two kinds.
  let twoMode: TwoModeView?
  let settings: NodeMeasure.Settings

  /// Refuses measures before the first one begins, where one could not be given in the end.
  func check(_ measures: [NodeMeasure]) throws {
    for measure in measures {
      let name = measure.name
      guard twoMode == nil || ["degree", "closeness", "betweenness"].contains(name) else {
        throw CommandFailure.usage(
          Language.ofCommandLine(
            "--mode two-mode: \(name) has no scaling for two modes; "
              + "degree, closeness and betweenness have",
            "--mode two-mode：\(name) は二種類の主体に合わせた正規化ができません。"
              + "degree、closeness、betweenness を使ってください"))
      }
      let settings = current()
      guard let limit = job.memoryLimit, let left = settings.execution.memoryLimit else { continue }
      let least = measure.workingMemory(on: graph, settings).least
      guard least > left else { continue }
      let needed = limit.bytes - left + least
      throw CommandFailure.limit(
        Language.ofCommandLine(
          "\(name) takes about \(Amount.bytes(needed)) in all, more than the memory limit of "
            + "\(limit.text); --memory-limit \(Amount.option(needed)) would do",
          "\(name) には全部で約\(Amount.bytes(needed))が必要で、メモリーの上限 \(limit.text) を超えます。"
            + "--memory-limit \(Amount.option(needed)) にすれば計算できます"))
    }
  }

  /// Returns the columns of the measures that were finished within the limits.
  ///
  /// - Parameter measures: The measures, in order.
  /// - Returns: The columns, and which measures are missing, nil where none is.
  /// - Throws: ``Job/Stopped`` where not even the first was finished, or what a measure throws.
  func columns(
    of measures: [NodeMeasure]
  ) throws -> (columns: [NodeMeasure.Column], missing: String?) {
    var columns: [NodeMeasure.Column] = []
    for (index, measure) in measures.enumerated() {
      let work = work(measure, current())
      do {
        columns += try job.perform(
          Language.ofCommandLine("computing \(measure.name)", "\(measure.nameJa)を計算中")
        ) { try work(nil) }
      } catch let stopped as Job.Stopped {
        guard index > 0 else { throw stopped }
        let names = measures[index...].map(\.name).joined(separator: ", ")
        let verb = index + 1 < measures.count ? "were" : "was"
        return (
          columns,
          Language.ofCommandLine("\(names) \(verb) not reached", "\(names) は計算できませんでした")
        )
      }
    }
    return (columns, nil)
  }

  /// Tries every measure for about a second.
  ///
  /// - Parameters:
  ///   - measures: The measures, in order.
  ///   - rowCount: How many rows of results are written in the end.
  ///   - format: In which form.
  /// - Returns: What each is expected to take.
  /// - Throws: What a measure throws.
  func estimate(
    _ measures: [NodeMeasure], rowCount: Int = 0, format: OutputOptions.Format = .table
  ) throws -> EstimateReport {
    var report = EstimateReport(job: job, threads: threads)
    let results = resultMemory(measures.count, rowCount, format)
    for (index, measure) in measures.enumerated() {
      let work = work(measure, settings)
      try report.add(
        measure.name, in: job, memory: measure.workingMemory(on: graph, current()),
        // Results of the measures before wait for those of the last.
        beside: index * columnMemory, atLeast: results
      ) { _ = try work($0) }
    }
    return report
  }

  /// The bytes of the results of one measure; of two columns where it says how sure they are.
  private var columnMemory: Int { 16 * graph.nodeCount }

  /// The bytes that ranking nodes and writing the results take, which are more than measures take
  /// where these are light: counted on lists of 47,000 and 174,000 actors.
  private func resultMemory(
    _ measureCount: Int, _ rowCount: Int, _ format: OutputOptions.Format
  ) -> Int {
    guard rowCount > 0 else { return measureCount * columnMemory }
    let perRow = format == .json ? 800 + 120 * measureCount : 200 + 60 * measureCount
    return measureCount * columnMemory + 80 * graph.nodeCount + rowCount * perRow
  }

  /// The settings with the memory that is left now.
  private func current() -> NodeMeasure.Settings {
    var settings = settings
    settings.execution = job.execution(threads: threads)
    return settings
  }

  private func work(
    _ measure: NodeMeasure, _ settings: NodeMeasure.Settings
  ) -> @Sendable (Execution?) throws -> [NodeMeasure.Column] {
    let (graph, twoMode) = (graph, twoMode)
    return { execution in
      var settings = settings
      settings.execution = execution ?? settings.execution
      if let columns = twoMode?.columns(of: measure, execution: settings.execution) {
        return columns
      }
      return try measure.columns(graph, settings)
    }
  }
}
