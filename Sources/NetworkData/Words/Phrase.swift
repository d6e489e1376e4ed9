/// What is said of something, in every language of the toolkit.
///
/// For texts that are made where a thing is found, and told where the language is known.
public struct Phrase: Sendable, Hashable, CustomStringConvertible {
  /// The text in English.
  public let english: String
  /// The text in Japanese.
  public let japanese: String

  /// Creates a phrase of both texts.
  ///
  /// - Parameters:
  ///   - english: The text in English.
  ///   - japanese: The text in Japanese.
  public init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  /// The text in English.
  public var description: String { english }

  /// Returns the text in a language.
  ///
  /// - Parameter language: The language.
  /// - Returns: One of the two texts.
  public func text(in language: Language) -> String { language(english, japanese) }
}
