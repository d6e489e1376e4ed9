internal import ArgumentParser
internal import KnowWho

/// Reads `--relay`: one chance for all ties, or chances by class or kind of tie.
enum RelayOption {
  /// Returns the chances that a user writes.
  ///
  /// - Parameters:
  ///   - text: Such as `0.5`, `strong=0.6,weak=0.15,across=0.15` or `membership=0.6`; empty for the
  ///     usual ones.
  ///   - network: The network, whose kinds of ties are named.
  ///   - language: The language of messages.
  /// - Returns: The chances.
  /// - Throws: ``CommandFailure`` for what is no chance, class or kind.
  static func chances(
    _ text: String, in network: Network, _ language: Language
  ) throws -> RelayChances {
    if !text.contains("=") {
      let all = try chance(text, language)
      return try RelayChances(strong: all, weak: all, across: all)
    }
    var classes = ["strong": 0.6, "weak": 0.15, "across": 0.15]
    var kinds: [TieKind: Double] = [:]
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
      guard sides.count == 2 else { throw unreadable(String(part), language) }
      let value = try chance(sides[1], language)
      if classes[sides[0]] != nil {
        classes[sides[0]] = value
      } else {
        let kind = try KindList.tieKinds(sides[0], option: "--relay", in: network, language)
        for kind in kind { kinds[kind] = value }
      }
    }
    return try RelayChances(
      strong: classes["strong"] ?? 0, weak: classes["weak"] ?? 0, across: classes["across"] ?? 0,
      kinds: kinds)
  }

  private static func chance(_ text: String, _ language: Language) throws -> Double {
    guard let value = Double(text), (0...1).contains(value) else {
      throw unreadable(text, language)
    }
    return value
  }

  private static func unreadable(_ text: String, _ language: Language) -> CommandFailure {
    .usage(
      language(
        "--relay \(text): write a chance from 0 to 1, or chances as in "
          + "strong=0.6,weak=0.15,exchange=0.1",
        "--relay \(text)：0から1までの確率を、0.5 や strong=0.6,weak=0.15,exchange=0.1 のように書いてください"))
  }
}
