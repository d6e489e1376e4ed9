internal import KnowWho

extension Network {
  /// Returns the actor that a user names.
  ///
  /// - Parameters:
  ///   - word: An id or a name.
  ///   - option: The option or argument that holds it, for messages.
  ///   - language: The language of messages.
  /// - Returns: The position of the actor.
  /// - Throws: ``CommandFailure`` where nobody or more than one is called so.
  func actor(named word: String, option: String, _ language: Language) throws -> Int {
    do throws(ActorNameError) {
      return try actors.index(named: word)
    } catch {
      throw CommandFailure.usage("\(option): \(error.sentence(in: language))")
    }
  }

  /// Returns the actors that a user lists.
  ///
  /// - Parameters:
  ///   - list: Ids or names, separated by commas; one of them may hold commas if it stands alone.
  ///   - option: The option that holds the list, for messages.
  ///   - language: The language of messages.
  /// - Returns: The positions of the actors, in the order of the list.
  /// - Throws: ``CommandFailure`` where nobody or more than one is called so.
  func actors(listedIn list: String, option: String, _ language: Language) throws -> [Int] {
    if list.contains(","), let whole = try? actors.index(named: list) { return [whole] }
    return try list.split(separator: ",").map {
      try actor(named: $0.trimmed, option: option, language)
    }
  }
}

extension ActorNameError {
  /// What is wrong and what to do, in a sentence.
  func sentence(in language: Language) -> String {
    switch self {
    case .unknown(let name, let nearest):
      language(
        description,
        "「\(name)」という名前の主体はありません。"
          + (nearest.isEmpty
            ? "IDまたは名前を書いてください" : "\(nearest.joined(separator: "、")) のことでしょうか"))
    case .ambiguous(let name, let ids):
      language(
        description,
        "「\(name)」という名前の主体が\(ids.count)あります。IDを書いてください："
          + ids.prefix(8).joined(separator: "、") + (ids.count > 8 ? "…" : ""))
    }
  }
}
