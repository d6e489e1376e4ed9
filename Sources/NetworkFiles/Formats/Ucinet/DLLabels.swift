internal import NetworkData

/// What the rows or the columns of a DL file are called.
struct DLLabels {
  /// How many there are.
  let count: Int

  /// The labels as far as they are known; fewer than `count` where the data names them one by one.
  private(set) var labels: [String]

  /// Whether the data names actors by labels, and not by numbers.
  private let areEmbedded: Bool

  /// Whether labels were declared, so that no further ones may come.
  private let areDeclared: Bool

  private var positions: [String: Int] = [:]

  /// Creates labels that a header declares.
  init(_ words: [DLWord], count: Int, areEmbedded: Bool) {
    self.count = count
    self.areEmbedded = areEmbedded
    labels = words.map(\.text)
    areDeclared = !labels.isEmpty
    for (place, label) in labels.enumerated() where positions[label] == nil {
      positions[label] = place
    }
  }

  /// The labels in full, with numbers for actors that no line named; empty where there are none.
  var filled: [String] {
    labels.isEmpty ? [] : labels + (labels.count..<max(count, labels.count)).map { "\($0 + 1)" }
  }

  /// Takes labels that stand beside the rows or above the columns of a matrix.
  mutating func take(_ found: [String]) {
    if !areDeclared { labels = found }
  }

  /// Returns the position of an actor that a list names, counted from 0.
  ///
  /// - Parameters:
  ///   - word: A number, or a label where the data holds them; UCINET does not tell case apart.
  ///   - path: The file, for messages.
  /// - Returns: The position.
  /// - Throws: ``FileProblem`` if there is no such actor.
  mutating func position(of word: DLWord, _ path: String) throws(FileProblem) -> Int {
    let text = word.text
    if !areEmbedded {
      if !word.isQuoted, let number = Int(text), number > 0, number <= count { return number - 1 }
      // Declared labels are understood in place of numbers.
      if let position = positions[text] { return position }
      let isNumber = DecimalNumber.parse(word.utf8[...]) != nil
      throw FileProblem(
        path, line: word.line,
        isNumber
          ? Phrase(
            "actor \(FileProblem.quoted(text)) is outside 1..\(count)",
            "主体 \(FileProblem.quoted(text)) は 1..\(count) の範囲にありません")
          : Phrase(
            "\(FileProblem.quoted(text)) is neither a number nor a label that was declared, and labels "
              + "are not embedded",
            "\(FileProblem.quoted(text)) は番号でも宣言済みのラベルでもなく、labels embedded の指定もありません"),
        advice: Phrase(
          "name actors by numbers, or write \"labels embedded\" above data:",
          "主体を番号で書くか、data: の前に labels embedded と書いてください"))
    }
    if let position = positions[text] ?? positions["\u{0}" + text.lowercased()] { return position }
    if areDeclared, let place = labels.firstIndex(where: { $0.lowercased() == text.lowercased() }) {
      positions[text] = place
      return place
    }
    guard !areDeclared, labels.count < count else {
      throw FileProblem(
        path, line: word.line,
        areDeclared
          ? Phrase(
            "\(FileProblem.quoted(text)) is not among the labels",
            "\(FileProblem.quoted(text)) はラベルにありません")
          : Phrase(
            "\(FileProblem.quoted(text)) makes more than \(count) labels",
            "\(FileProblem.quoted(text)) でラベルが\(count)個を超えます"),
        advice: Phrase("mend the label, or n", "ラベルか n を直してください"))
    }
    labels.append(text)
    positions[text] = labels.count - 1
    // In front of it a character that no label holds, so that it meets no other label's own key.
    positions["\u{0}" + text.lowercased()] = labels.count - 1
    return labels.count - 1
  }

  /// Checks that labels are distinct.
  ///
  /// - Throws: ``FileProblem`` with the first that occurs twice.
  func checkDistinct(_ path: String, _ line: Int) throws(FileProblem) {
    var seen: Set<[UInt8]> = []
    for label in filled where !seen.insert(Array(label.utf8)).inserted {
      throw FileProblem(
        path, line: line,
        Phrase(
          "the label \(FileProblem.quoted(label)) occurs twice",
          "ラベル \(FileProblem.quoted(label)) が2つあります"),
        advice: Phrase("give every actor a label of its own", "主体ごとに異なるラベルを付けてください"))
    }
    if filled.contains("") {
      throw FileProblem(
        path, line: line, Phrase("a label is empty", "空のラベルがあります"),
        advice: Phrase("give every actor a label", "すべての主体にラベルを付けてください"))
    }
  }
}
