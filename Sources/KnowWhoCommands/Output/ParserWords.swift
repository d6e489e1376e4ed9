internal import KnowWho

/// Says in Japanese what the argument parser says of itself: headings, defaults and complaints.
///
/// The parser has English words only, so its finished text is gone over, in the one place where it is
/// printed. What it does not find stays as it is.
enum ParserWords {
  /// Beginnings of lines.
  private static let headings = [
    ("OVERVIEW: ", "概要："), ("USAGE: ", "使い方："), ("Usage: ", "使い方："), ("ARGUMENTS:", "引数："),
    ("OPTIONS:", "オプション："), ("SUBCOMMANDS:", "コマンド："), ("Error: ", complaint), ("Help:  ", "説明："),
  ]

  /// What a complaint begins with.
  private static let complaint = "エラー："

  /// What is said of options that the parser has by itself.
  private static let sentences = [
    ("Show the version.", "バージョンを表示します。"), ("Show help information.", "このヘルプを表示します。"),
  ]

  /// Lines that name something between two fixed parts.
  private static let frames = [
    Frame("  See '", "' for more information.", "  詳しくは ", " を実行してください。"),
    Frame("  See '", "' for detailed help.", "  詳しくは ", " を実行してください。"),
  ]

  private struct Frame {
    let (before, after, beforeJa, afterJa): (String, String, String, String)

    init(_ before: String, _ after: String, _ beforeJa: String, _ afterJa: String) {
      (self.before, self.after, self.beforeJa, self.afterJa) = (before, after, beforeJa, afterJa)
    }

    func translated(_ line: String) -> String? {
      guard line.hasPrefix(before), line.hasSuffix(after),
        line.count >= before.count + after.count
      else { return nil }
      return beforeJa + line.dropFirst(before.count).dropLast(after.count) + afterJa
    }
  }

  /// Returns a text of the parser in a language.
  static func text(_ text: String, in language: Language) -> String {
    guard language == .ja else { return text }
    return inBrackets(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    var line = line
    for (english, japanese) in headings where line.hasPrefix(english) {
      line = japanese + line.dropFirst(english.count)
      break
    }
    for (english, japanese) in sentences where line.hasSuffix(english) {
      line = line.dropLast(english.count) + japanese
    }
    if line.hasPrefix(complaint) {
      return complaint + ParserComplaint.japanese(String(line.dropFirst(complaint.count)))
    }
    return frames.lazy.compactMap { $0.translated(line) }.first ?? line
  }

  /// Translates `(default: …)` and `(values: …; default: …)`, which may go over a line's end.
  private static func inBrackets(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let inner = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      if inner.hasPrefix("default: ") || inner.hasPrefix("values: ") {
        result +=
          "（" + inner.replacing("values: ", with: "値：").replacing("default: ", with: "既定：") + "）"
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
