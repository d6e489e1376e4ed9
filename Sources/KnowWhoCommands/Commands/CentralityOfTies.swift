internal import KnowWho

extension CentralityCommand {
  /// Ranks ties by betweenness.
  func rankTies() throws {
    let language = input.reading.language
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try lengths.applied(
      to: options.view(
        of: network, leavingOutOthers: false, in: job, threads: input.reading.threads),
      of: network)
    let (graph, scaling) = (view.graph, parameters.scaling ?? .scaled)
    let inUse = lengths == .steps ? Lengths.steps : .distances
    let score: @Sendable (Execution) throws -> [Double] = {
      try graph.edgeBetweenness(lengths: inUse, scaling: scaling, execution: $0)
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("betweenness", in: job) { _ = try score($0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let scores = try job.perform(
      language("computing betweenness of ties", "つながりの媒介性を計算中")
    ) { try score(execution) }
    let ties = TieScores(scores, of: view, in: network, language, top: top)
    let notes = try ties.sentences + options.notes(on: view, of: network)
    let title = language.title(of: network, at: input.network)
    try output.write(
      table: OutputOptions.page(title, ties.table, notes), csv: ties.csv,
      json: ties.json(title, notes), notes: notes)
  }
}
