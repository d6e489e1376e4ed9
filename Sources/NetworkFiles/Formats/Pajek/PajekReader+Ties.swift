internal import GraphStructure
internal import NetworkData

extension PajekReader {
  /// Reads the ties of a section.
  ///
  /// - Parameters:
  ///   - section: The section.
  ///   - network: Which network of the file it is of.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  mutating func readTies(_ section: PajekSection, ofNetwork network: Int) throws(FileProblem) {
    assembly.beginTies(ofKind: kind(ofNetwork: network, relation: section.relation))
    switch section.keyword {
    case "arcs": try readPairs(section, network, isDirected: true)
    case "edges": try readPairs(section, network, isDirected: false)
    case "arcslist": try readLists(section, network, isDirected: true)
    case "edgeslist": try readLists(section, network, isDirected: false)
    default: try readMatrix(section, network)
    }
  }

  private mutating func readPairs(
    _ section: PajekSection, _ network: Int, isDirected: Bool
  ) throws(FileProblem) {
    let count = vertices[network].count
    let layout = EntryLines.Layout(firstCount: count, secondCount: count, hasValue: nil)
    let entries = EntryLines.read(file, in: section.body, layout, execution)
    guard entries.stop == nil else {
      for line in lines(of: section) {
        try readTie(line, section, network, isDirected: isDirected)
      }
      return
    }
    if let firstMode = vertices[network].firstMode {
      let within = entries.firsts.indices.filter {
        (Int(entries.firsts[$0]) < firstMode) == (Int(entries.seconds[$0]) < firstMode)
      }
      if let first = within.first {
        let line = lines(of: section).dropFirst(first).first { _ in true }
        noteTies(within: within.count, line: line?.number ?? section.line)
      }
    }
    var (sources, targets) = (entries.firsts, entries.seconds)
    place(&sources, in: network)
    place(&targets, in: network)
    assembly.addTies(
      from: sources, to: targets, isDirected: isDirected, strengths: entries.values,
      line: section.line)
  }

  /// Reads a line that may have parameters, or is wrong.
  private mutating func readTie(
    _ line: TextLine, _ section: PajekSection, _ network: Int, isDirected: Bool
  ) throws(FileProblem) {
    var words = try PajekWord.words(of: line, in: file.path)[...]
    // `2: 1 7` is a tie of the second relation.
    if let first = words.first?.text, first.last == ":", first.count > 1 {
      assembly.beginTies(ofKind: kind(ofNetwork: network, relation: String(first.dropLast())))
      words = words.dropFirst()
    }
    guard words.count >= 2 else {
      throw FileProblem(
        file.path, line: line.number,
        Phrase(
          "expected two vertex numbers, found \(words.count)",
          "頂点の番号が2つ必要ですが、\(words.count)個です"),
        advice: Phrase("write both ends of the tie", "つながりの両端を書いてください"))
    }
    let source = try vertex(words.removeFirst(), line, network)
    let target = try vertex(words.removeFirst(), line, network)
    var strength = Double.nan
    if let word = words.first, !word.isTime {
      strength = try value(word, line)
      words = words.dropFirst()
    }
    if !words.isEmpty { hasFillers = true }
    let parameters = PajekParameters(ofTie: words)
    checkModes(source, target, line, network)
    var intervals = [PajekInterval(began: "", ended: "")]
    var oddTime: [UInt8]?
    if let time = parameters.time {
      if let read = PajekInterval.all(in: time) {
        intervals = read
      } else {
        oddTime = time.utf8
        oddTimes = (1 + (oddTimes?.count ?? 0), oddTimes?.line ?? line.number)
      }
    }
    for interval in intervals {
      let tie = assembly.addTie(
        from: position(source, in: network), to: position(target, in: network),
        isDirected: isDirected, strength: strength, line: line.number)
      let untimed = PajekParameters(ofTie: words.filter { !$0.isTime })
      try untimed.set(tie, in: &assembly.tieCells, line: line.number, file.path)
      for (date, columns) in [
        (interval.began, ["began_from", "began_to"]), (interval.ended, ["ended_from", "ended_to"]),
      ] where !date.isEmpty {
        for column in columns { assembly.tieCells.set(column, tie, date) }
      }
      if let oddTime {
        let column = assembly.tieCells.column(PajekParameters.prefix + "time")
        assembly.tieCells.set(column, tie, oddTime)
      }
    }
  }

  /// Reads lines of a vertex and all to which it has ties.
  private mutating func readLists(
    _ section: PajekSection, _ network: Int, isDirected: Bool
  ) throws(FileProblem) {
    for line in lines(of: section) {
      let words = try PajekWord.words(of: line, in: file.path)
      let source = try vertex(words[0], line, network)
      for word in words.dropFirst() {
        let target = try vertex(word, line, network)
        checkModes(source, target, line, network)
        assembly.addTie(
          from: position(source, in: network), to: position(target, in: network),
          isDirected: isDirected, line: line.number)
      }
    }
  }

  private mutating func readMatrix(
    _ section: PajekSection, _ network: Int
  ) throws(FileProblem) {
    let (count, firstMode) = (vertices[network].count, vertices[network].firstMode)
    let (rowCount, columnCount) = (firstMode ?? count, firstMode.map { count - $0 } ?? count)
    var cells = MatrixCells()
    var row = 0
    for line in lines(of: section) {
      let words = line.bytes.split(whereSeparator: Ascii.isBlank)
      guard row < rowCount else {
        throw FileProblem(
          file.path, line: line.number,
          Phrase("more than the \(rowCount) rows of the matrix", "行列は\(rowCount)行ですが、それより多くあります"),
          advice: matrixAdvice)
      }
      guard words.count == columnCount else {
        throw FileProblem(
          file.path, line: line.number,
          Phrase(
            "expected \(columnCount) values, found \(words.count)",
            "値が\(columnCount)個必要ですが、\(words.count)個です"),
          advice: matrixAdvice)
      }
      for (column, word) in words.enumerated() {
        let target = column + (firstMode ?? 0)
        var number = DecimalNumber.parse(word)
        if number == nil {
          number = try value(PajekWord(utf8: Array(word), isQuoted: false), line)
        }
        cells.add(position(row, in: network), position(target, in: network), number ?? 0)
      }
      row += 1
    }
    guard row == rowCount else {
      throw FileProblem(
        file.path, line: file.lastLine,
        Phrase("expected \(rowCount) rows, found \(row)", "\(rowCount)行必要ですが、\(row)行です"),
        advice: matrixAdvice)
    }
    hasFillers = true
    if firstMode == nil {
      cells.add(
        to: &assembly, firstMode: nil, isDirected: options.isDirected, line: section.line)
    } else {
      // Columns have been placed among the actors already.
      cells.add(to: &assembly, firstMode: 0, isDirected: false, line: section.line)
    }
  }

  private var matrixAdvice: Phrase {
    Phrase(
      "write a row a line, with a value for each vertex (of the second mode, where there are two)",
      "1行に行列の1行を、頂点（2種類の主体なら2番目の種類）の数だけ値を並べて書いてください")
  }

  /// The lines of a section that are neither blank nor comments.
  private func lines(of section: PajekSection) -> some Sequence<TextLine> {
    TextLines(file, in: section.body, firstLine: section.line + 1).lazy.filter {
      $0.firstByte.map { $0 != Ascii.percent } ?? false
    }
  }

  /// Reads the number of a vertex and returns it counted from 0.
  private func vertex(
    _ word: PajekWord, _ line: TextLine, _ network: Int
  ) throws(FileProblem) -> Int {
    let count = vertices[network].count
    if !word.isQuoted, let number = Int(word.text), number > 0, number <= count {
      return number - 1
    }
    throw FileProblem.noVertex(
      word.text, of: count, file.path, line: line.number,
      advice: Phrase("ties name vertices by their numbers", "つながりの両端は頂点の番号で書いてください"))
  }

  private func value(_ word: PajekWord, _ line: TextLine) throws(FileProblem) -> Double {
    if let value = word.number { return value }
    throw FileProblem.notANumber(word.text, file.path, line: line.number)
  }

  private mutating func checkModes(_ source: Int, _ target: Int, _ line: TextLine, _ network: Int) {
    guard let firstMode = vertices[network].firstMode,
      (source < firstMode) == (target < firstMode)
    else { return }
    noteTies(within: 1, line: line.number)
  }

  private mutating func noteTies(within count: Int, line: Int) {
    tiesWithinMode = (count + (tiesWithinMode?.count ?? 0), tiesWithinMode?.line ?? line)
  }
}
