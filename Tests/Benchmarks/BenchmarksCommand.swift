internal import ArgumentParser
internal import GraphStructure

/// Measures operations on a graph, or writes a graph to measure on.
@main
struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Measure operations on a graph, or write such a graph.",
    discussion: """
      benchmarks --graph rmat-12.tsv --ops harmonic,betweenness --threads 1 --json
      benchmarks --write rmat --scale 16 --seed 1 -o rmat-16.tsv

      The file is read outside the timed part (but for the operation load). Each operation is \
      warmed up, timed several times and then checked; a failed check ends in exit code 1.
      """)

  @Option(help: "The edge list to measure on.")
  var graph: String?

  @Option(help: "The operations, with commas between them, or all.")
  var ops = "all"

  @Option(help: "How many threads work at once.")
  var threads = 1

  @Option(help: "How many timed trials; by default 101 down to 1, by how long one takes.")
  var trials: Int?

  @Flag(help: "One JSON record a line and operation.")
  var json = false

  @Flag(help: "Run each operation once, unchecked and silent: for counting instructions.")
  var bare = false

  @Flag(help: "List the operations.")
  var list = false

  @OptionGroup(title: "Writing a graph")
  var writing: WritingOptions

  func validate() throws {
    guard list || (graph == nil) != (writing.write == nil) else {
      throw ValidationError("Give --graph FILE to measure, or --write KIND to write a graph.")
    }
    guard threads >= 1 else { throw ValidationError("--threads must be 1 or more.") }
    guard trials ?? 1 >= 1 else { throw ValidationError("--trials must be 1 or more.") }
  }

  func run() throws {
    if list {
      for operation in Operation.table { print(operation.name) }
    } else if let graph {
      try measure(graph)
    } else {
      try writing.run()
    }
  }

  private func measure(_ path: String) throws {
    let chosen = try operations()
    let subject = try Subject(
      path: path, execution: Execution(threads: threads),
      readsNow: chosen.contains { $0.needsGraph })
    if bare {
      for operation in chosen { _ = try operation.run(subject) }
      return
    }
    var isSound = true
    for operation in chosen {
      let record = try Record(of: operation, on: subject, trials: trials)
      print(json ? record.json : record.line)
      isSound = isSound && record.complaint == nil
    }
    if !isSound { throw ExitCode(1) }
  }

  private func operations() throws -> [Operation] {
    if ops == "all" { return Operation.table }
    let known =
      Operation.table + Operation.baselines + Operation.comparisons + Operation.formats
      + Operation.flows
    return try ops.split(separator: ",").map { name in
      guard let operation = known.first(where: { $0.name == name }) else {
        throw ValidationError("There is no operation \(name); --list names all.")
      }
      return operation
    }
  }
}
