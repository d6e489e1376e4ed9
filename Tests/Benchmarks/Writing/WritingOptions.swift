internal import ArgumentParser
internal import GraphModels
internal import NetworkFiles

/// Which graph is written, and where to.
struct WritingOptions: ParsableArguments {
  @Option(help: "The kind of graph: rmat, ba, ws, caveman or grid.")
  var write: GraphKind?

  @Option(help: "2 to this power is the number of nodes.")
  var scale: Int?

  @Option(help: "The number of nodes, for all kinds but rmat.")
  var nodes: Int?

  @Option(help: "Equal seeds give equal files, on every platform.")
  var seed: UInt64 = 1

  @Option(name: [.short, .customLong("output")], help: "The file to write.")
  var output: String?

  func validate() throws {
    guard let write else { return }
    guard output != nil else { throw ValidationError("Give -o FILE, where to write the graph.") }
    guard (scale == nil) != (nodes == nil) else {
      throw ValidationError("Give --scale S for 2^S nodes, or --nodes N.")
    }
    if let scale, !(4...30).contains(scale) {
      throw ValidationError("--scale must be 4 to 30.")
    }
    if let nodes, !(32...(1 << 30)).contains(nodes) {
      throw ValidationError("--nodes must be 32 to \(1 << 30).")
    }
    if write == .rmat, scale == nil { throw ValidationError("R-MAT needs --scale.") }
  }

  /// Draws the graph and writes it.
  func run() throws {
    guard let write, let output, let nodeCount = nodes ?? scale.map({ 1 << $0 }) else { return }
    var generator = SplitMix64(seed: seed)
    let edges = try write.drawn(nodeCount: nodeCount, using: &generator)
    try AtomicFile.write(edges.text, to: output)
    print("\(output): \(edges.nodeCount) nodes, \(edges.count) edges")
  }
}

extension GraphKind: ExpressibleByArgument {}
