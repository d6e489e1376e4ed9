internal import NetworkData

/// The vertices of a network of Pajek.
struct PajekVertices {
  /// How many there are.
  let count: Int

  /// How many of them are of the first mode, nil for a network of one mode.
  let firstMode: Int?

  /// Their ids: labels where those are distinct, else numbers.
  private(set) var ids = TextColumn()

  /// Their labels where those are not distinct.
  private(set) var names: TextColumn?

  /// Whether every vertex is called by a label.
  private(set) var areLabelled = true

  /// What else the file tells of them.
  private(set) var cells = SparseTable()

  /// What the user should know.
  private(set) var notes: [Phrase] = []

  /// The vertices that have lines, and the labels there, empty where a line has none.
  private var labels = PajekLabels()

  /// Reads the vertices of a section.
  ///
  /// - Parameters:
  ///   - section: The section.
  ///   - file: The file.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  init(
    _ section: PajekSection, in file: FileBytes, _ limits: ReadingLimits
  ) throws(FileProblem) {
    let words = section.words
    let what = Phrase("vertices", "頂点")
    count = try NodeCount.parse(
      Array((words.first ?? "").utf8), what, in: file, line: section.line, limits)
    firstMode = try Self.firstMode(words, count, section, file.path)
    try readLines(section, file)
    nameVertices(file.path)
  }

  private static func firstMode(
    _ words: [String], _ count: Int, _ section: PajekSection, _ path: String
  ) throws(FileProblem) -> Int? {
    guard words.count > 1 else { return nil }
    guard let first = Int(words[1]), (0...count).contains(first) else {
      throw FileProblem(
        path, line: section.line,
        Phrase(
          "the first mode has \(FileProblem.quoted(words[1])) vertices, which is not within 0..\(count) "
            + "(\(words[1]) > \(count))",
          "1番目の種類の頂点の数 \(FileProblem.quoted(words[1])) が 0..\(count) の範囲にありません"),
        advice: Phrase(
          "write the number of all vertices, then that of the first mode",
          "全頂点の数、1番目の種類の頂点の数の順に書いてください"))
    }
    // A second number as large as the first says nothing of modes.
    return first == count ? nil : first
  }

  private mutating func readLines(
    _ section: PajekSection, _ file: FileBytes
  ) throws(FileProblem) {
    var (position, number) = (section.body.lowerBound, section.line + 1)
    let end = section.body.upperBound
    while true {
      file.withSpan { labels.readPlainLines($0, &position, end, &number, count: count) }
      var lines = TextLines(file, in: position..<end, firstLine: number)
      guard let line = lines.next() else { return }
      (position, number) = (lines.offset, lines.lineNumber)
      guard let first = line.firstByte, first != Ascii.percent else { continue }
      try read(line, file.path)
    }
  }

  /// Reads a line that has more than a label, or is wrong.
  private mutating func read(_ line: TextLine, _ path: String) throws(FileProblem) {
    let words = try PajekWord.words(of: line, in: path)
    let text = words[0].text
    guard !words[0].isQuoted, let number = Int(text), number > 0, number <= count else {
      throw FileProblem.noVertex(
        text, of: count, path, line: line.number,
        advice: Phrase("mend it, or the number behind *Vertices", "この番号か、*Vertices の後の数を直してください"))
    }
    let hasLabel = words.count > 1 && !words[1].isTime
    let label = hasLabel ? words[1].utf8 : []
    if let earlier = labels.add(label, of: number - 1, line: line.number) {
      throw FileProblem(
        path, line: line.number,
        Phrase(
          "vertex \(number) already defined at line \(earlier)",
          "頂点 \(number) は\(earlier)行目ですでに定義されています"),
        advice: Phrase("give every vertex a number of its own", "頂点ごとに異なる番号を付けてください"))
    }
    let further = words.dropFirst(hasLabel ? 2 : 1)
    if further.isEmpty { return }
    try PajekParameters(ofVertex: further).set(number - 1, in: &cells, line: line.number, path)
  }

  /// Makes ids of labels, or of numbers where labels are not distinct.
  private mutating func nameVertices(_ path: String) {
    let (texts, labelCount) = labels.column(of: count)
    areLabelled = labelCount == count
    if labelCount < count, labelCount > 0 {
      notes.append(
        Phrase(
          "\(path): \(count - labelCount) vertices without a label are called by their numbers",
          "\(path)：ラベルのない頂点\(count - labelCount)個は、番号を id とします"))
    }
    guard labelCount > 0 else {
      ids = NumberColumn.counting(to: count)
      return
    }
    if let texts {
      ids = texts
      return
    }
    ids = NumberColumn.counting(to: count)
    names = labels.names(of: count)
    areLabelled = false
    notes.append(
      Phrase(
        "\(path): labels occur more than once: actors are called by their numbers, and labels are "
          + "their names",
        "\(path)：同じラベルが複数あるため、番号を id、ラベルを名前とします"))
  }
}
