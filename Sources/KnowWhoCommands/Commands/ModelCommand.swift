internal import ArgumentParser
internal import KnowWho

/// `knowwho model`: synthetic networks from seeded models.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: Language.ofCommandLine(
      "Write a synthetic network made by a seeded model.", "乱数モデルで架空のネットワークを作り、書き出します。"),
    discussion: Language.ofCommandLine(
      """
      krip: 495 members of which 299 are firms, by the group model (see simulate).
      gnm, gnp: random graphs of n nodes and m edges, or with an edge probability.
      preferential-attachment: each new node prefers those with many edges.
      small-world: a ring with some edges led elsewhere.
      configuration, simple-configuration, rewired: random graphs of given degrees.
      planted-partition, block-model: groups, in block-model with nodes of different activity.
      rmat: skewed degrees.
      Example: knowwho model gnm --nodes 100 --edges 300 --seed 7 -o random
      """,
      """
      krip：K-RIP と同じ規模（会員495、うち企業299）の架空のネットワークです。
      gnm、gnp：ノードとつながりの数、またはつながりの確率を決めたランダムグラフ。
      preferential-attachment：新しいノードが、つながりの多い相手を選びやすいモデル。
      small-world：輪の一部をつなぎ替えたモデル。
      configuration、simple-configuration、rewired：次数を決めたランダムグラフ。
      planted-partition、block-model：グループのあるモデル。block-model では活発さがノードごとに異なります。
      rmat：次数の偏りが大きいモデル。
      例：knowwho model gnm --nodes 100 --edges 300 --seed 7 -o random
      """))

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The model: \(RandomModel.allCases.map(\.rawValue).joined(separator: ", ")).",
        "モデルの名前：\(RandomModel.allCases.map(\.rawValue).joined(separator: "、"))。")))
  var model: RandomModel

  @OptionGroup var options: ModelOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Equal seeds give equal networks.", "乱数のシード値。同じ値なら同じネットワークになります。")))
  var seed = KRIPModel.standardSeed

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Language.ofCommandLine("The folder or file to write.", "書き込むフォルダーまたはファイル。")))
  var output: String

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = speech.language
    try model.check(given: options.given)
    let network = try model.network(options, seed: seed)
    let lost = try NetworkFile.write(network, to: output, formats: .all)
    WrittenNetwork(path: output, network: network, lost: lost).note(in: language)
    Console.note(
      language(
        "\(output): synthetic network, seed \(seed); no tie in it was observed",
        "\(output) は架空のネットワークです（シード値\(seed)）。実際に観察されたつながりではありません。"))
  }
}
