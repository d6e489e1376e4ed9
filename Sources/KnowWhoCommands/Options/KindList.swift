internal import KnowWho

/// Kinds that a user lists, checked against those that occur in the network.
enum KindList {
  /// Returns the kinds of ties in a list.
  ///
  /// - Parameters:
  ///   - list: Kinds, separated by commas.
  ///   - option: The option that holds the list, for messages.
  ///   - network: The network.
  ///   - language: The language of messages.
  /// - Returns: The kinds.
  /// - Throws: ``CommandFailure`` for a kind that does not occur, with the nearest one.
  static func tieKinds(
    _ list: String, option: String, in network: Network, _ language: Language
  ) throws -> Set<TieKind> {
    let what = language("tie", "つながり")
    let known = network.tieKinds.map(\.rawValue)
    return Set(
      try words(list, option, what, known, language) {
        explained($0, Language.ja.word(for: TieKind(rawValue: $0)))
      }.map(TieKind.init(rawValue:)))
  }

  /// Returns the kinds of actors in a list.
  ///
  /// - Parameters:
  ///   - list: Kinds, separated by commas.
  ///   - option: The option that holds the list, for messages.
  ///   - network: The network.
  ///   - language: The language of messages.
  /// - Returns: The kinds.
  /// - Throws: ``CommandFailure`` for a kind that does not occur, with the nearest one.
  static func actorKinds(
    _ list: String, option: String, in network: Network, _ language: Language
  ) throws -> Set<ActorKind> {
    let what = language("actor", "主体")
    let known = network.actorKinds.map(\.rawValue)
    return Set(
      try words(list, option, what, known, language) {
        explained($0, Language.ja.word(for: ActorKind(rawValue: $0)))
      }.map(ActorKind.init(rawValue:)))
  }

  private static func words(
    _ list: String, _ option: String, _ what: String, _ known: [String], _ language: Language,
    _ japanese: (String) -> String
  ) throws -> [String] {
    let words = list.split(separator: ",").map(\.trimmed)
    for word in words where !known.contains(word) {
      let hint = hint(word, known, language, japanese)
      throw CommandFailure.usage(
        language(
          "\(option) \(word): no \(what) of that kind in this network; \(hint)",
          "\(option) \(word)：その種類の\(what)はこのネットワークにありません。\(hint)"))
    }
    return words
  }

  /// Returns the word of a kind as it is asked for, with what it means in Japanese.
  private static func explained(_ word: String, _ meaning: String) -> String {
    meaning == word ? word : "\(word)（\(meaning)）"
  }

  private static func hint(
    _ word: String, _ known: [String], _ language: Language, _ japanese: (String) -> String
  ) -> String {
    if known.isEmpty { return language("it names no kinds", "種類の指定がありません") }
    let nearest = Spelling.nearest(to: word, in: known)
    return (nearest.map { language("did you mean \($0)? ", "\($0) のことでしょうか。") } ?? "")
      + language(
        "kinds: \(known.sorted().joined(separator: ", "))",
        "種類：\(known.sorted().map(japanese).joined(separator: "、"))")
  }
}
