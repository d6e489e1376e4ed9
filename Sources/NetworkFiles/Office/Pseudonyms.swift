internal import GraphStructure
public import NetworkData

/// Other names for the actors of a network: A社, B社 … for firms, and the like for others.
///
/// What could tell who an actor is goes: names, attributes, sections and notes. Figures that attendance
/// gave, kinds, strengths and dates stay; who knows the group well may still recognise a member by its
/// ties.
public struct Pseudonyms: Sendable {
  /// The network under other names.
  public let network: Network

  /// The key: a CSV table of the other and the true names.
  public let key: String

  /// Gives actors other names.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - seed: Which name falls to whom: lots are drawn, so that the order of a list tells nothing.
  public init(of network: Network, seed: UInt64) {
    let actors = network.actors
    var counts: [String: Int] = [:]
    var names = [String](repeating: "", count: actors.count)
    var key = CSVCell.row(["pseudonym", "id", "name"])
    for actor in Self.drawn(actors.count, seed) {
      let kind = actors.kind(actor)
      let number = counts[kind?.rawValue ?? "", default: 0]
      counts[kind?.rawValue ?? ""] = number + 1
      names[actor] = Self.name(of: kind, number)
    }
    let order = actors.indices.sorted {
      (names[$0].utf8.count, names[$0]) < (names[$1].utf8.count, names[$1])
    }
    for actor in order {
      key += CSVCell.row([names[actor], actors.id(actor), actors.nameJa(actor)])
    }
    self.key = "\u{FEFF}" + key

    let figures = ["attended", "meetings_held", "attendance_rate"]
    var ties = network.ties
    ties.sections = nil
    ties.notes = nil
    ties.attributes = ties.attributes.filter { $0.name == "meetings" }
    var description = network.description
    description.source = nil
    self.network = Network(
      description: description,
      actors: Actors(
        ids: TextColumn(names), kinds: actors.kinds,
        attributes: actors.attributes.filter { figures.contains($0.name) }),
      ties: ties)
  }

  /// Returns the name of the actor of a number: 0 is A, 25 Z, 26 AA.
  private static func name(of kind: ActorKind?, _ number: Int) -> String {
    var letters = ""
    var rest = number + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return switch kind {
    case .firm: letters + "社"
    case .person: letters + "氏"
    case .project: "事業" + letters
    case .group: "会" + letters
    default: "他" + letters
    }
  }

  /// The positions of actors in an order drawn by lot (Fisher and Yates).
  private static func drawn(_ count: Int, _ seed: UInt64) -> [Int] {
    var order = Array(0..<count)
    var bits = RandomBits(seed: seed)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, bits.nextIndex(below: last + 1))
    }
    return order
  }
}
