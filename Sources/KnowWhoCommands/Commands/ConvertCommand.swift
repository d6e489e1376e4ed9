internal import ArgumentParser
internal import KnowWho

/// `knowwho convert`: a network in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: Language.ofCommandLine(
      "Write a network in another format.", "ネットワークを別の形式で書き出します。"),
    discussion: Language.ofCommandLine(
      "OUT is a folder (no dot in its name), an edge list (.csv, .tsv, .txt, .el) or Graphviz's "
        + ".dot. What the format cannot hold is named.",
      "OUT には、フォルダー（ドットのない名前）、つながりの一覧（.csv、.tsv、.txt、.el）、または Graphviz の .dot を"
        + "指定します。その形式で書き込めない項目は、お知らせします。"))

  @OptionGroup var input: NetworkOptions

  @Argument(
    help: ArgumentHelp(Language.ofCommandLine("The folder or file to write.", "書き込むフォルダーまたはファイル。")))
  var out: String

  func run() throws {
    let language = input.reading.language
    let network = try input.read()
    if NetworkFile.fileExtension(of: out) == "dot" {
      let diagram = try network.diagram(of: network.graph())
      try AtomicFile.write(Array(diagram.dot().utf8), to: out)
      Console.note(
        language(
          "wrote \(out): a drawing for Graphviz, which cannot be read back",
          "\(out) を書き込みました。Graphviz 用の図で、ネットワークとして読み戻すことはできません。"))
      return
    }
    let lost = try NetworkFile.write(network, to: out)
    WrittenNetwork(path: out, network: network, lost: lost).note(in: language)
  }
}
