/// A language that results are told in.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case en
  /// Japanese.
  case ja

  /// Returns what is to be said in this language.
  ///
  /// Both texts stand side by side where something is said, so that neither is forgotten.
  ///
  /// - Parameters:
  ///   - english: The text in English.
  ///   - japanese: The text in Japanese.
  /// - Returns: One of the two.
  public func callAsFunction(
    _ english: @autoclosure () -> String, _ japanese: @autoclosure () -> String
  ) -> String {
    self == .ja ? japanese() : english()
  }

  /// Returns what an actor is called.
  ///
  /// - Parameters:
  ///   - actor: The position of the actor.
  ///   - network: Its network.
  /// - Returns: Its name in this language, or what stands for it.
  public func name(of actor: Int, in network: Network) -> String {
    self == .ja ? network.actors.nameJa(actor) : network.actors.name(actor)
  }

  /// Returns the title of a network.
  ///
  /// - Parameter network: The network.
  /// - Returns: Its title in this language, or else in the other; nil where it has none.
  public func title(of network: Network) -> String? {
    let description = network.description
    let titles =
      self == .ja
      ? [description.titleJa, description.title] : [description.title, description.titleJa]
    return titles.compactMap { $0 }.first
  }

  /// Returns where the data of a network comes from.
  ///
  /// - Parameter network: The network.
  /// - Returns: Its source in this language, or else in the other; nil where none is given.
  public func source(of network: Network) -> String? {
    let (english, japanese) = (network.description.source, network.description.sourceJa)
    return self == .ja ? japanese ?? english : english ?? japanese
  }

  /// Returns what is made up in a network.
  ///
  /// - Parameter network: The network.
  /// - Returns: The sentence in this language, or else in the other; nil where the data is real.
  public func synthetic(of network: Network) -> String? {
    let (english, japanese) = (network.description.synthetic, network.description.syntheticJa)
    return self == .ja ? japanese ?? english : english ?? japanese
  }
}
