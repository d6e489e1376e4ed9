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
      throw CommandFailure.usage("\(option): \(error.description(in: language))")
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
