/// Says in Japanese what the argument parser found wrong with a command line.
///
/// The parser has English sentences only; these are all that it makes of what a user may write.
/// What is not among them stays as it is.
enum ParserComplaint {
  /// Returns a sentence of the parser in Japanese.
  static func japanese(_ sentence: String) -> String {
    if let match = sentence.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
      return "\(match.1) というオプションはありません。\(match.2) のことでしょうか。"
    }
    if let match = sentence.wholeMatch(of: /Unknown option '(.+)'|Invalid option: (.+)/) {
      return "\(match.1 ?? match.2 ?? "") というオプションはありません。"
    }
    if let match = sentence.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return "引数 \(match.1) がありません。"
    }
    if let match = sentence.wholeMatch(of: /Missing one of: '(.+)'/) {
      return "次のいずれかが必要です：\(match.1)"
    }
    if let match = sentence.wholeMatch(of: /Missing value for '(.+)'/) {
      return "\(match.1) の値がありません。"
    }
    if let match = sentence.wholeMatch(of: /Unexpected argument '(.+)'/) {
      return "余分な引数があります：\(match.1)"
    }
    if let match = sentence.wholeMatch(of: /\d+ unexpected arguments: (.+)/) {
      return "余分な引数があります：\(unquoted(match.1))"
    }
    if let match = sentence.wholeMatch(
      of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
    {
      return "\(match.1) に値は付けられません（\(match.2) と書かれています）。"
    }
    if let match = sentence.wholeMatch(
      of: /Value to be set with (.+) had already been set with (.+)/)
    {
      return "\(match.1) と \(match.2) が重なっています。一つだけ書いてください。"
    }
    return value(sentence) ?? sentence
  }

  /// A value that an option cannot take, and what it can.
  private static func value(_ sentence: String) -> String? {
    guard
      let match = sentence.wholeMatch(
        of: /The value '(.*?)' is invalid(?: for '(.+?)')?(\.|: .*|)(.*)/)
    else { return nil }
    let place = match.2.map { " \($0) には" } ?? ""
    let refusal = "\(match.1) は\(place)使えません"
    if let choice = match.4.wholeMatch(of: /\s*Please provide one of ('.+')\./) {
      return "\(refusal)。次のいずれかを書いてください：\(unquoted(choice.1))"
    }
    if match.4.hasSuffix("Please provide one of the following:") {
      return "\(refusal)。次のいずれかを書いてください："
    }
    return match.3.hasPrefix(": ") ? "\(refusal)：\(match.3.dropFirst(2))" : "\(refusal)。"
  }

  /// A list of the parser, `'a', 'b' or 'c'`, without its quotation marks and words.
  private static func unquoted(_ list: Substring) -> String {
    list.matches(of: /'([^']*)'/).map { String($0.1) }.joined(separator: "、")
  }
}
