internal import ArgumentParser
internal import KnowWho

/// `knowwho convert`: a network in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write a network in another format.",
    discussion: """
      OUT is a folder (no dot in its name), an edge list (.csv, .tsv, .txt, .el) or Graphviz's \
      .dot. What the format cannot hold is named.
      """)

  @OptionGroup var input: NetworkOptions

  @Argument(help: "The folder or file to write.")
  var out: String

  func run() throws {
    let network = try input.read()
    if NetworkFile.fileExtension(of: out) == "dot" {
      let diagram = try network.diagram(of: network.graph())
      try AtomicFile.write(Array(diagram.dot().utf8), to: out)
      return
    }
    let lost = try NetworkFile.write(network, to: out)
    if !lost.isEmpty {
      Console.note("\(out) cannot hold: \(lost.joined(separator: "; "))")
    }
  }
}
