internal import ArgumentParser
internal import KnowWho

/// `knowwho model`: synthetic networks from seeded models.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: Language.ofCommandLine(
      "Write a synthetic network made by a seeded model.", "乱数モデルで架空のネットワークを作り、書き出します。"),
    discussion: Language.ofCommandLine(
      "krip: a placeholder of the size of K-RIP, 495 members of which 299 are firms.",
      "krip：K-RIP と同じ規模（会員495、うち企業299）の架空のネットワークです。"))

  /// The models that can be asked for.
  enum Model: String, ExpressibleByArgument, CaseIterable {
    case krip
  }

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("The model: krip.", "モデルの名前：krip。")))
  var model: Model

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Equal seeds give equal networks.", "乱数のシード値。同じ値なら同じネットワークになります。")))
  var seed = KRIPModel.standardSeed

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Language.ofCommandLine("The folder or file to write.", "書き込むフォルダーまたはファイル。")))
  var output: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Language of results, messages and help: en or ja (default: from the locale).",
        "結果・メッセージ・ヘルプの言語：en または ja（既定では環境の言語）。")))
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofCommandLine
    let network =
      switch model {
      case .krip: KRIPModel.network(seed: seed)
      }
    let lost = try NetworkFile.write(network, to: output)
    WrittenNetwork(path: output, network: network, lost: lost).note(in: language)
    Console.note(
      language(
        "\(output): synthetic network, seed \(seed); no tie in it was observed",
        "\(output) は架空のネットワークです（シード値\(seed)）。実際に観察されたつながりではありません。"))
  }
}
