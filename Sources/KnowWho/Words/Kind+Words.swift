extension Language {
  /// Says what an actor is.
  ///
  /// - Parameter kind: The kind, nil where none is given.
  /// - Returns: In English the word of the table, in Japanese that of diagrams; the word of the
  ///   table where it has no meaning here, and nothing where there is none.
  public func word(for kind: ActorKind?) -> String {
    guard let word = kind?.rawValue else { return "" }
    return self(word, Self.actorWords[word] ?? word)
  }

  /// Says what ties two actors.
  ///
  /// - Parameter kind: The kind, nil where none is given.
  /// - Returns: In English the word of the table, in Japanese that of diagrams; the word of the
  ///   table where it has no meaning here, and nothing where there is none.
  public func word(for kind: TieKind?) -> String {
    guard let word = kind?.rawValue else { return "" }
    return self(word, Self.tieWords[word] ?? word)
  }

  private static let actorWords = Dictionary(
    uniqueKeysWithValues: DiagramStyle.light.nodeKinds.map { ($0.word, $0.japanese) })
  private static let tieWords = Dictionary(
    uniqueKeysWithValues: DiagramStyle.light.edgeKinds.map { ($0.word, $0.japanese) })
}
