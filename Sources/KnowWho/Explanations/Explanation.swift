/// What a measure is, how to read it, and what others call it.
public struct Explanation: Sendable {
  /// The family that a measure belongs to, as they are listed.
  public enum Family: String, Sendable, CaseIterable {
    case centrality
    case reach
    case cohesion
    case brokerage
    case groups
    case positions
  }

  /// The name on the command line and in results.
  public let name: String

  /// The name in words.
  public let title: Phrase

  /// The family.
  public let family: Family

  /// What is measured, in a sentence or two.
  public let definition: Phrase

  /// The formula, in plain characters; the same in both languages.
  public let formula: String

  /// The choices that tools differ in, as made here.
  public let convention: Phrase

  /// What a high or low number means for the people in the network.
  public let reading: Phrase

  /// Where it was defined.
  public let reference: String

  /// What other tools call it, by tool.
  public let peers: [(tool: String, name: String)]

  /// A command that gives it.
  public let command: String

  init(
    _ name: String, _ title: (String, String), _ family: Family, definition: (String, String),
    formula: String, convention: (String, String), reading: (String, String), reference: String,
    peers: [(tool: String, name: String)], command: String
  ) {
    self.name = name
    self.title = Phrase(title.0, title.1)
    self.family = family
    self.definition = Phrase(definition.0, definition.1)
    self.formula = formula
    self.convention = Phrase(convention.0, convention.1)
    self.reading = Phrase(reading.0, reading.1)
    self.reference = reference
    self.peers = peers
    self.command = command
  }

  /// All explanations, family by family.
  public static let all =
    centralities + flows + reaches + cohesion + structure + brokerage + groups + partitions
    + positions

  /// Returns the explanation of a measure.
  ///
  /// - Parameter name: The name of the measure, in any letter case, with or without hyphens, or a
  ///   name that another tool has for it.
  /// - Returns: The explanation, nil where there is none.
  public static func named(_ name: String) -> Explanation? {
    let wanted = plain(NodeMeasure.named(name)?.name ?? name)
    let meant = explainedWith[wanted] ?? wanted
    return all.first { plain($0.name) == meant }
      ?? all.first { explanation in
        explanation.peers.contains { peer in
          peer.name.split(separator: ",").contains { plain(String($0)) == wanted }
        }
      }
  }

  /// Measures that are explained together with another.
  private static let explainedWith = [
    "indegree": "degree", "outdegree": "degree", "authorities": "hubs",
    "efficiency": "effectivesize", "reach2": "reach", "reach3": "reach",
  ]

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
