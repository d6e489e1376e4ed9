internal import NetworkData

/// Problems that files of several formats have alike.
extension FileProblem {
  /// Returns the problem of a quote that is not closed on its line.
  static func unclosedQuote(_ path: String, line: Int) -> FileProblem {
    FileProblem(
      path, line: line,
      Phrase("quote opened at line \(line) is not closed", "\(line)行目で開いた引用符が閉じていません"),
      advice: Phrase("close it on the same line", "同じ行で引用符を閉じてください"))
  }

  /// Returns the problem of a value of a tie that is no number.
  static func notANumber(_ text: String, _ path: String, line: Int) -> FileProblem {
    FileProblem(
      path, line: line,
      Phrase(
        "value \(quoted(text)) is not a finite number", "値 \(quoted(text)) は数として読めません"),
      advice: Phrase("write a number such as 2 or 0.5", "2 や 0.5 のような数を書いてください"))
  }

  /// Returns the problem of a vertex that is not among those announced.
  static func noVertex(
    _ text: String, of count: Int, _ path: String, line: Int, advice: Phrase
  ) -> FileProblem {
    FileProblem(
      path, line: line,
      Phrase(
        "vertex \(quoted(text)) is outside 1..\(count)",
        "頂点 \(quoted(text)) は 1..\(count) の範囲にありません"), advice: advice)
  }
}
