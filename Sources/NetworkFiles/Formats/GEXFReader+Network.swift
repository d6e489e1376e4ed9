internal import NetworkData

extension GEXFReader {
  /// Returns the network of the file, which has been read to its end.
  mutating func reading(adding notes: [Phrase]) throws(FileProblem) -> NetworkFile.Reading {
    guard graphCount > 0 else {
      throw FileProblem(
        path, line: lastLine, Phrase("no graph element", "graph 要素がありません"),
        advice: Phrase("the file holds no network", "ネットワークが含まれていません"))
    }
    try assembly.settleUndeclared()
    try assembly.checkCells(limits)
    placeEdgeIDs()
    placeLabels()
    placeSpells()
    assembly.usesLabels = false
    assembly.notes = notes + assembly.notes
    if graphCount > 1 {
      note(
        "\(graphCount) graphs: only the first is read",
        "グラフが\(graphCount)個あります。最初のものだけを読みます")
    }
    if mutualCount > 0 {
      note(
        "\(mutualCount) mutual edges are read as undirected ones",
        "mutual のエッジ\(mutualCount)本は、向きのないつながりとして読みます")
    }
    if timedValueCount > 0 {
      note(
        "\(timedValueCount) values hold for a time only: they are kept as value@start/end, with | between",
        "期間つきの値\(timedValueCount)個は、値@始まり/終わり の形で | で区切って残します")
    }
    if !undeclared.isEmpty {
      let names = undeclared.prefix(8).map(FileProblem.quoted)
      note(
        "attribute \(names.joined(separator: ", ")) is not declared; its values are kept as text",
        "属性 \(names.joined(separator: "、")) は宣言されていません。文字のまま残します")
    }
    return assembly.reading()
  }

  /// Makes labels the names, or a column of their own where there is a column of names.
  ///
  /// A label that repeats the name, or the id where there is none, says nothing.
  private mutating func placeLabels() {
    guard !labels.isEmpty else { return }
    let count = assembly.actorCount
    let all = labels.filled(to: count)
    let names = assembly.actorCells.filled("name", to: count)
    let isRedundant = all.indices.allSatisfy { actor in
      if all.utf8(at: actor).isEmpty { return true }
      let name = names?.utf8(at: actor) ?? []
      return name.isEmpty
        ? all[actor] == assembly.id(of: actor) : all.utf8(at: actor).elementsEqual(name)
    }
    if isRedundant { return }
    let name = names == nil ? "name" : assembly.actorCells.has("label") ? "viz.label" : "label"
    let column = assembly.actorCells.column(name)
    for (cell, row) in labels.rows.enumerated() {
      assembly.actorCells.set(column, Int(row), labels.texts.utf8(at: cell))
    }
  }

  /// Keeps the ids of edges, unless they only count them.
  private mutating func placeEdgeIDs() {
    if edgeIDs.isEmpty || edgeIDs.isCount { return }
    let column = assembly.tieCells.column(assembly.tieCells.has("id") ? "edge_id" : "id")
    for (cell, row) in edgeIDs.rows.enumerated() {
      assembly.tieCells.set(column, Int(row), edgeIDs.texts.utf8(at: cell))
    }
  }

  /// Times of edges are the dates of ties, unless the file has columns for these; what a date cannot
  /// say stays beside it.
  private mutating func placeSpells() {
    guard !edgeSpells.isEmpty else { return }
    let bounds = edgeSpells.flatMap { [$0.spells.start, $0.spells.end] }.compactMap(\.self)
    let haveDates = bounds.allSatisfy { $0.date != nil }
    let isWhole =
      haveDates && bounds.allSatisfy(\.isWhole)
      && edgeSpells.allSatisfy { $0.spells.spells.count == 1 }
    let hasColumns = ["began_from", "began_to", "ended_from", "ended_to"]
      .contains(where: assembly.tieCells.has)
    if hasColumns { return }
    for (edge, spells) in edgeSpells {
      if haveDates {
        func set(_ name: String, _ time: GEXFTime?) {
          if let date = time?.date { assembly.tieCells.set(name, edge, date.description) }
        }
        set("began_from", spells.start)
        set("began_to", spells.start)
        set("ended_from", spells.end)
        set("ended_to", spells.end)
      }
      if !isWhole { assembly.tieCells.set("spells", edge, spells.text) }
    }
    if !isWhole {
      note(
        haveDates
          ? "times that are no plain interval of dates are kept in the column spells too"
          : "times are no dates: they are kept in the column spells",
        haveDates
          ? "日付だけで表せない期間は spells 列にも残します" : "期間が日付ではないため、spells 列に残します")
    }
  }
}
