internal import NetworkData

extension GMLReader {
  /// Returns the network of the file, which has been read to its end.
  ///
  /// Where all nodes have labels and no two the same, these are the ids, as they say who is who;
  /// else the numbers are, and labels are names.
  mutating func reading() throws(FileProblem) -> NetworkFile.Reading {
    let names = distinctLabels()
    let count = SparseColumn.count(of: (0..<ids.count).map { ids.number(at: $0) })
    for node in 0..<ids.count {
      let number = ids.number(at: node)
      let id = names?.utf8(at: node) ?? ids.text(of: number)
      _ = try assembly.declareActor(id, line: ids.line(at: node))
      if names != nil, !count {
        assembly.actorCells.set(
          "gml_id", node, String(decoding: ids.text(of: number), as: UTF8.self))
      }
    }
    if names == nil, !labels.isEmpty {
      let column = assembly.actorCells.column(
        assembly.actorCells.has("name") ? "label" : "name")
      for (cell, row) in labels.rows.enumerated() {
        assembly.actorCells.set(column, Int(row), labels.texts.utf8(at: cell))
      }
    }
    assembly.usesLabels = false
    assembly.isDirectedWithoutTies = isDirected
    for edge in 0..<edges.count {
      let line = Int(edges.lines[edge])
      let source = position(of: edges.sources[edge], line: line)
      let target = position(of: edges.targets[edge], line: line)
      assembly.addTie(from: source, to: target, isDirected: isDirected, line: line)
    }
    try assembly.settleUndeclared()
    try assembly.checkCells(limits)
    edges.weights.apply(to: &assembly)
    if hasWordIDs {
      assembly.notes.append(
        Phrase(
          "\(path): some ids are words, which GML does not provide for: they are taken as they are",
          "\(path)：id に整数でないものがあります（GML の規則では整数です）。そのまま使います"))
    }
    if graphCount > 1 {
      assembly.notes.append(
        Phrase(
          "\(path): \(graphCount) graphs: only the first is read",
          "\(path)：グラフが\(graphCount)個あります。最初のものだけを読みます"))
    }
    return assembly.reading()
  }

  /// The labels, where every node has one of its own.
  private func distinctLabels() -> TextColumn? {
    let all = labels.filled(to: ids.count)
    var index = IDIndex()
    for node in all.indices {
      let label = all.utf8(at: node)
      if label.isEmpty || !index.add(label).isNew { return nil }
    }
    return all.isEmpty ? nil : all
  }

  private mutating func position(of number: Int, line: Int) -> Int {
    ids.position(of: number) ?? assembly.mentionActor(ids.text(of: number), line: line)
  }

  // MARK: Problems

  func check(_ value: GMLScanner.Token, of key: String) throws(FileProblem) {
    if value == .close || value == .end { throw noValue(key) }
  }

  func checkNumber(
    _ value: GMLScanner.Token, _ bytes: Span<UInt8>
  ) throws(FileProblem) {
    guard case .number(let range) = value else { return }
    if GMLIDs.number(bytes, range) != nil || DecimalNumber.parse(bytes, range) != nil { return }
    let text = FileProblem.quoted(
      String(decoding: range.prefix(80).map { bytes[$0] }, as: UTF8.self))
    // Signed words of other programs: -Inf, +inf.
    throw scanner.problem(
      "\(text) is not a number", "\(text) は数として読めません",
      Phrase("write a finite number, or a text in quotes", "有限の数か、引用符で囲んだ文字を書いてください"))
  }

  func checkDepth(_ depth: Int) throws(FileProblem) {
    let depthLimit = limits.depth
    guard depth > depthLimit else { return }
    throw scanner.problem(
      "nesting too deep: more than \(depthLimit) levels", "入れ子が深すぎます（\(depthLimit)段を超えます）",
      Phrase(
        "if the file can be trusted, raise the limit: --limit depth=\(depthLimit * 4)",
        "信頼できるファイルなら、上限を上げてください：--limit depth=\(depthLimit * 4)"))
  }

  func cut(_ opened: Int) -> FileProblem {
    scanner.problem(
      "unexpected end of file; \"[\" opened at line \(opened) is not closed",
      "ファイルが途中で終わっています。\(opened)行目の \"[\" が閉じていません",
      Phrase("close it, or fetch the file again", "閉じるか、ファイルを取得し直してください"))
  }

  func noValue(_ key: String) -> FileProblem {
    scanner.problem(
      "\(FileProblem.quoted(key)) has no value", "\(FileProblem.quoted(key)) に値がありません",
      Phrase("write a number, a text in quotes or a list", "数、引用符で囲んだ文字、またはリストを書いてください"))
  }

  func notKey(_ bytes: Span<UInt8>) -> FileProblem {
    scanner.problem(
      "expected a key, such as node", "node のような項目名が必要です",
      Phrase("write pairs of a key and a value", "項目名と値を組で書いてください"))
  }

  func repeated(_ key: String) -> FileProblem {
    scanner.problem(
      "\(key) stands twice in one record", "1つの要素に \(key) が2回あります",
      Phrase("remove one of them", "一方を取り除いてください"))
  }
}
