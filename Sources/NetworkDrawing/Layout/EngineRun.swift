/// Layouts by an engine of Graphviz: here where they are sure to end soon, in a process of their
/// own where they may have to be stopped.
@DrawingLane
struct EngineRun {
  let engine: LayoutEngine
  let context: GraphvizContext
  let limits: LayoutLimits

  /// Places the nodes of a sheet once for each of some variants of its graph's attributes.
  ///
  /// - Throws: ``DrawingError``: of a limit that ended it, or from Graphviz.
  func layouts(
    of sheet: Sheet, variants: [[Attribute]]
  ) throws(DrawingError) -> [[DiagramBox]] {
    let job = LayoutJob(engine: engine.graphvizName, sheet: sheet, variants: variants)
    let isTooLarge =
      sheet.nodes.count > engine.nodeLimit || sheet.edges.count > engine.edgeLimit
    // fdp gives the same layout again only in a fresh process.
    guard isTooLarge || engine == .fdp || limits != LayoutLimits() else {
      return try job.layouts(in: context)
    }
    do throws(WorkerError) {
      return try job.layouts(within: limits.ofWorker)
    } catch {
      switch error {
      case .outOfTime(let seconds):
        throw .layoutStopped(engine: engine.rawValue, reason: .time(seconds: seconds))
      case .outOfMemory(let bytes), .tooMuchOutput(let bytes):
        throw .layoutStopped(engine: engine.rawValue, reason: .memory(bytes: bytes))
      case .crashed(let signal):
        throw .layoutStopped(engine: engine.rawValue, reason: .crash(signal: signal))
      case .failed(let message): throw .graphviz(step: "lay out", message: message)
      case .unavailable:
        guard isTooLarge else { return try job.layouts(in: context) }
        throw .tooLarge(
          count: sheet.nodes.count, limit: engine.nodeLimit, of: "nodes",
          advice: engine.adviceBeyondLimit)
      }
    }
  }
}
