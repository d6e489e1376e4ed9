internal import ArgumentParser
internal import KnowWho

/// `knowwho convert`: a network in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: Language.ofCommandLine(
      "Write a network in another format.", "ネットワークを別の形式で書き出します。"),
    discussion: Language.ofCommandLine(
      "OUT is a folder (no dot in its name) or a file whose ending tells the format: "
        + "\(endings). Behind .gz it is packed. What the format cannot hold is named.",
      "OUT には、フォルダー（ドットのない名前）、または末尾で形式を示すファイル名（\(endings)）を指定します。"
        + ".gz を付けると圧縮します。その形式で書き込めない項目は、お知らせします。"))

  /// The endings of files that can be written.
  private static var endings: String {
    [NetworkFormat].all.filter(\.isWritten).flatMap(\.endings).map { "." + $0 }
      .joined(separator: " ")
  }

  @OptionGroup var input: NetworkOptions

  @Argument(
    help: ArgumentHelp(Language.ofCommandLine("The folder or file to write.", "書き込むフォルダーまたはファイル。")))
  var out: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("The same as --input-format.", "--input-format と同じです。")))
  var from: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Write this format, whatever OUT ends in.", "OUT の末尾にかかわらず、この形式で書き出します。")))
  var to: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Refuse a format that cannot hold all of the network.", "書き込めない項目がある形式なら、何も書かずに終わります。")))
  var strict = false

  func run() throws {
    var input = input
    if let from { input.reading.file.inputFormat = from }
    let network = try input.read()
    let lost = try NetworkFile.write(network, to: out, as: to, isStrict: strict, formats: .all)
    WrittenNetwork(path: out, network: network, lost: lost).note(in: input.reading.language)
  }
}
