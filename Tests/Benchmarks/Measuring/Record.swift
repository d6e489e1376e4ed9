internal import GraphStructure

/// What is said of an operation: its times, memory, result, and whether that result is right.
struct Record {
  private let operation: Operation
  private let subject: Subject
  private let trials: Trials

  /// What is wrong with the result; nil if nothing is.
  let complaint: String?

  /// Measures an operation and checks its result.
  init(of operation: Operation, on subject: Subject, trials count: Int?) throws {
    self.operation = operation
    self.subject = subject
    trials = try Trials(of: operation, on: subject, count: count)
    complaint = operation.law.complaint(subject, trials.outcome)
  }

  /// The record as one line of JSON.
  var json: String {
    let (wall, cpu) = (trials.wall, trials.cpu)
    return JSONText.object([
      ("op", .text(operation.name)), ("lib", .text("knowwho")), ("graph", .text(subject.name)),
      ("threads", .number(Double(subject.execution.threads))),
      ("n", .number(Double(size.nodes))), ("m", .number(Double(size.edges))),
      ("trials", .number(Double(wall.count))),
      ("min", .object([("wall", .optional(wall.min())), ("cpu", .optional(cpu.min()))])),
      ("median", .object([("wall", .number(wall.median)), ("cpu", .number(cpu.median))])),
      ("wall", .array(wall.map { .number($0) })), ("cpu", .array(cpu.map { .number($0) })),
      ("base_mb", .number(trials.baseMegabytes)), ("peak_mb", .number(trials.peakMegabytes)),
      ("checksum", trials.outcome.checksum), ("check", .text(complaint ?? "ok")),
    ]).written
  }

  /// The record for a reader.
  var line: String {
    func column(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    func milliseconds(_ seconds: Double?) -> String {
      column("\(((seconds ?? .nan) * 1e6).rounded() / 1e3)", 12)
    }
    return column(operation.name, 20) + column("\(trials.wall.count) trials", 12)
      + "wall ms min " + milliseconds(trials.wall.min())
      + "median " + milliseconds(trials.wall.median)
      + "cpu min " + milliseconds(trials.cpu.min())
      + "peak MB " + column("\(trials.peakMegabytes.rounded())", 8)
      + "check " + (complaint ?? "ok")
  }

  private var size: (nodes: Int, edges: Int) {
    if case .graph(let graph) = trials.outcome { return (graph.nodeCount, graph.edgeCount) }
    return (subject.graph.nodeCount, subject.graph.edgeCount)
  }
}
