internal import NetworkData

/// Checks how many nodes a file announces.
enum NodeCount {
  /// Reads a count.
  ///
  /// - Parameters:
  ///   - text: What stands there.
  ///   - what: What is counted, for messages.
  ///   - file: The file.
  ///   - line: Where it stands.
  ///   - limits: Bounds.
  /// - Returns: The count.
  /// - Throws: ``FileProblem`` if it is no count, or more than the file could name and the limit
  ///   allows beyond.
  static func parse(
    _ text: [UInt8], _ what: Phrase, in file: FileBytes, line: Int, _ limits: ReadingLimits
  ) throws(FileProblem) -> Int {
    let isNumber = !text.isEmpty && text.allSatisfy { Ascii.digit($0) < 10 }
    let shown = FileProblem.quoted(String(decoding: text, as: UTF8.self))
    guard isNumber, let count = Int(String(decoding: text, as: UTF8.self)) else {
      if isNumber { throw tooLarge(shown, what, file.path, line, limits) }
      throw FileProblem(
        file.path, line: line,
        Phrase(
          "\(shown) is not a number of \(what.english)", "\(shown) は\(what.japanese)の数として読めません"),
        advice: Phrase("write a whole number, 0 or more", "0以上の整数を書いてください"))
    }
    try check(count, what, in: file, line: line, limits)
    return count
  }

  /// Checks a count.
  ///
  /// - Throws: ``FileProblem`` if it is more than the file could name and the limit allows beyond.
  static func check(
    _ count: Int, _ what: Phrase, in file: FileBytes, line: Int, _ limits: ReadingLimits
  ) throws(FileProblem) {
    // No file names a node with less than two bytes.
    let isMoreThanNamed = count > limits.nodes && count - limits.nodes > file.count / 2
    guard isMoreThanNamed || count >= Int(UInt32.max) else { return }
    throw tooLarge(String(count), what, file.path, line, limits)
  }

  private static func tooLarge(
    _ shown: String, _ what: Phrase, _ path: String, _ line: Int, _ limits: ReadingLimits
  ) -> FileProblem {
    FileProblem(
      path, line: line,
      Phrase(
        "\(shown) \(what.english) are too large a number for a file of this size",
        "\(what.japanese)の数 \(shown) は、このファイルの大きさに対して多すぎます"),
      advice: Phrase(
        "check the number; if it is right, raise the limit: --limit nodes=\(limits.nodes * 10)",
        "数を確かめてください。正しければ上限を上げてください：--limit nodes=\(limits.nodes * 10)"))
  }
}
