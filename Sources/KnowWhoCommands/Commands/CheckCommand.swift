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
    let reading = try input.reading.reading(input.network, in: Job())
    let network = reading.network
    guard try !network.hasFalseGraph() else {
      throw FileProblem(
        input.network,
        Phrase(
          "holds a graph that is not the one of its ties", "中に保存されたグラフが、つながりと一致しません"),
        advice: Phrase(
          "write it again from where it came: knowwho convert NETWORK FILE.knowwho",
          "元のネットワークから knowwho convert で作り直してください"))
    }
    let (actors, ties) = (network.actors, network.ties)
    let remarks = try remarks(on: network, language)
    var lines = [
      language(
        "\(input.network): \(actors.count) actors, \(ties.count) ties, readable",
        "\(input.network)：主体\(actors.count)、つながり\(ties.count)本。問題なく読み込めます")
    ]
    lines.append(found(reading, language))
    lines += kindLines(of: network, language)
    lines += reading.notes.map { language("note: ", "注記：") + $0.text(in: language) }
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

  /// What the file was read as, in which encoding, and what its ties are like.
  private func found(_ reading: NetworkFile.Reading, _ language: Language) -> String {
    let ties = reading.network.ties
    var parts: [String] = []
    let format = reading.format?.title ?? language("network folder", "ネットワークのフォルダー")
    parts.append(language("format: \(format)", "形式：\(format)"))
    if reading.format?.isText ?? true {
      let encoding = reading.encodingNotes.isEmpty ? "UTF-8" : language("see the notes", "注記を参照")
      parts.append(language("encoding: \(encoding)", "文字コード：\(encoding)"))
    }
    let directed =
      switch ties.directions {
      case .all(let areDirected): areDirected ? ties.count : 0
      case .each(let isDirected): isDirected.count { $0 }
      }
    parts.append(
      language(
        "\(directed) directed and \(ties.count - directed) undirected ties",
        "向きのあるつながり\(directed)本、向きのないつながり\(ties.count - directed)本"))
    return "  " + parts.joined(separator: language("; ", "、"))
  }

  /// How many actors and ties there are of each kind.
  private func kindLines(of network: Network, _ language: Language) -> [String] {
    func line(_ kinds: WordColumn?, _ what: String) -> [String] {
      guard let kinds else { return [] }
      var counts = [Int](repeating: 0, count: kinds.words.count)
      for code in kinds.codes { counts[Int(code)] += 1 }
      let shown = zip(kinds.words, counts).filter { $0.1 > 0 && !$0.0.isEmpty }.prefix(20)
        .map { "\($0.0) \($0.1)" }
      return ["  \(what)\(shown.joined(separator: language(", ", "、")))"]
    }
    return line(network.actors.kinds, language("kinds of actors: ", "主体の種類："))
      + line(network.ties.kinds, language("kinds of ties: ", "つながりの種類："))
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
    // Readers of files with rows and columns call their two modes so.
    let known = Set(ActorKind.known + ["mode1", "mode2"].map(ActorKind.init(rawValue:)))
    let newKinds = network.actorKinds.filter { !known.contains($0) }.map(\.rawValue)
    if !newKinds.isEmpty {
      let list = newKinds.joined(separator: language(", ", "、"))
      remarks.append(
        language("kinds of actors without a meaning here: \(list)", "この道具が意味を知らない主体の種類：\(list)"))
    }
    return remarks
  }
}
