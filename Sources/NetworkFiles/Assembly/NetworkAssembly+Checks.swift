internal import NetworkData

extension NetworkAssembly {
  /// Refuses ends of ties that no node declares, as misspelt ones would be new actors.
  ///
  /// Some programs write edges and hardly a node: where more actors are only named by ties than
  /// are declared, all are taken, and a note says so.
  ///
  /// - Parameter place: Where the first one stands, for files whose lines tell little.
  /// - Throws: ``FileProblem`` for the first one.
  package mutating func settleUndeclared(place: String? = nil) throws(FileProblem) {
    guard var first = isDeclared.firstIndex(of: false) else { return }
    let count = undeclaredCount
    // An end without a name is nobody, whatever else is declared.
    let nameless = isDeclared.indices.first { actor in
      !isDeclared[actor] && index.ids.withUTF8(at: actor) { $0.isEmpty }
    }
    first = nameless ?? first
    let id = FileProblem.quoted(index.ids[first])
    guard nameless == nil, count > isDeclared.count - count else {
      let place = place.map { $0 + ": " } ?? ""
      throw FileProblem(
        path, line: Int(actorLines[first]),
        Phrase("\(place)unknown node \(id)", "\(place)\(id) というノードはありません"),
        advice: Phrase("declare the node, or correct the id", "ノードを加えるか、id を直してください"))
    }
    notes.append(
      Phrase(
        "\(path): \(count) nodes are only named by edges, the first \(id): they are taken as nodes",
        "\(path)：ノードとして宣言されず、エッジにだけ現れる id が\(count)個あります（最初は \(id)）。ノードとして扱います"))
  }

  /// Takes what a file says of the network as a whole.
  ///
  /// - Parameters:
  ///   - name: A name of `network.yaml`, or `name` for the title; others are noted as left out.
  ///   - value: The text.
  package mutating func describe(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    switch name {
    case "title": description.title = value
    case "name": description.title = description.title ?? value
    case "title_ja": description.titleJa = value
    case "source": description.source = value
    case "source_ja": description.sourceJa = value
    case "synthetic": description.synthetic = value
    case "synthetic_ja": description.syntheticJa = value
    case "observed_from" where PartialDate(value) != nil:
      description.observedFrom = PartialDate(value)
    case "observed_to" where PartialDate(value) != nil: description.observedTo = PartialDate(value)
    default: if !leftOut.contains(name) { leftOut.append(name) }
    }
  }

  /// Refuses attributes of which nearly every node or edge has one of its own: their columns would
  /// take the product of both numbers.
  ///
  /// - Parameter limits: Bounds.
  /// - Throws: ``FileProblem`` if they are passed.
  package func checkCells(_ limits: ReadingLimits) throws(FileProblem) {
    for (table, rows) in [(actorCells, actorCount), (tieCells, tieCount)] {
      let columns = table.columns.filter { !$0.isEmpty }
      let given = columns.reduce(0) { $0 + $1.rows.count }
      guard columns.count * rows > max(limits.cells, 4 * given) else { continue }
      throw FileProblem(
        path,
        Phrase(
          "\(columns.count) attributes of \(rows) nodes or edges, nearly all empty, pass the limit of "
            + "\(limits.cells) cells",
          "属性\(columns.count)種類 × \(rows)行のほとんどが空で、上限の\(limits.cells)欄を超えます"),
        advice: Phrase(
          "if the file can be trusted, raise the limit: --limit cells=\(columns.count * rows)",
          "信頼できるファイルなら、上限を上げてください：--limit cells=\(columns.count * rows)"))
    }
  }

  /// Notes what of the network as a whole is left out.
  mutating func noteLeftOut() {
    guard !leftOut.isEmpty else { return }
    let names = leftOut.prefix(12).map(FileProblem.quoted)
    let more = leftOut.count > names.count ? "…" : ""
    notes.append(
      Phrase(
        "\(path): left out of what the file says of the network as a whole: "
          + names.joined(separator: ", ") + more,
        "\(path)：ネットワーク全体についての次の記述は残しません：\(names.joined(separator: "、"))\(more)"))
  }
}
