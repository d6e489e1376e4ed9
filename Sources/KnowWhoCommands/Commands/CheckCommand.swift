internal import ArgumentParser
internal import KnowWho

/// `knowwho check`: whether a network can be read, and what looks odd in it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Language.ofCommandLine(
      "Whether a network can be read, and what looks odd in it.",
      "ネットワークを読み込めるか、気になる点がないかを調べます。"))

  @OptionGroup var input: NetworkOptions

  func run() throws {
    let language = input.reading.language
    let network = try input.read()
    let (actors, ties) = (network.actors, network.ties)
    let remarks = try remarks(on: network, language)
    var lines = [
      language(
        "\(input.network): \(actors.count) actors, \(ties.count) ties, readable",
        "\(input.network)：主体\(actors.count)、つながり\(ties.count)本。問題なく読み込めます")
    ]
    lines += remarks.map { "  \($0)" }
    lines.append(
      remarks.isEmpty
        ? language("Nothing looks odd.", "気になる点はありません。")
        : language(
          "None of this is an error; it may be meant.", "いずれも誤りとは限りません。意図したものか、お確かめください。"))
    lines.append(EvidenceCounts(of: ties.indices, in: network).sentence(in: language))
    if let synthetic = language.synthetic(of: network) {
      lines.append(language("Synthetic data: \(synthetic)", "架空のデータです：\(synthetic)"))
    }
    Console.write(lines.map { TextTable.onOneLine($0) + "\n" }.joined())
  }

  /// What is allowed but may not be meant.
  private func remarks(on network: Network, _ language: Language) throws -> [String] {
    let (actors, ties) = (network.actors, network.ties)
    let view = try network.graph()
    var remarks: [String] = []
    let isolates = view.graph.nodes.filter {
      view.graph.outgoing.degree(of: $0) + view.graph.incoming.degree(of: $0) == 0
    }
    if !isolates.isEmpty {
      let count = isolates.count
      let shown =
        isolates.prefix(5).map { actors.id(view.actors[$0]) }.joined(separator: language(", ", "、"))
        + (count > 5 ? language(", …", "…") : "")
      remarks.append(
        language(
          "\(count) actors without a tie to another: \(shown)", "ほかとのつながりがない主体\(count)：\(shown)"))
    }
    if view.droppedLoopCount > 0 {
      let count = view.droppedLoopCount
      remarks.append(
        language(
          "\(count) ties of an actor to itself; graphs leave them out",
          "自分自身とのつながり\(count)本（計算では除きます）"))
    }
    if view.mergedTieCount > 0 {
      let count = view.mergedTieCount
      remarks.append(
        language(
          "\(count) further ties between the same two actors; graphs merge them",
          "同じ主体どうしの間で重なるつながり\(count)本（計算では1本にまとめます）"))
    }
    if let kinds = actors.kinds, kinds.contains("") {
      let count = kinds.count { $0.isEmpty }
      remarks.append(language("\(count) actors without a kind", "種類の記録がない主体\(count)"))
    }
    if ties.evidence?.contains(nil) ?? false {
      let count = ties.evidence?.count { $0 == nil } ?? 0
      remarks.append(language("\(count) ties without evidence", "根拠の記録がないつながり\(count)本"))
    }
    let known = Set(ActorKind.known)
    let newKinds = network.actorKinds.filter { !known.contains($0) }.map(\.rawValue)
    if !newKinds.isEmpty {
      let list = newKinds.joined(separator: language(", ", "、"))
      remarks.append(
        language("kinds of actors without a meaning here: \(list)", "この道具が意味を知らない主体の種類：\(list)"))
    }
    return remarks
  }
}
