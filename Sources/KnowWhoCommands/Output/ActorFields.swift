internal import KnowWho

/// How actors are named in each form of a result: by id, name and kind.
struct ActorFields {
  let network: Network
  let language: Language

  /// The columns of a table; the name only where it is not the id, the kind only where it is known.
  func columns(_ actors: [Int]) -> [TextTable.Column] {
    let ids = actors.map { network.actors.id($0) }
    var columns = [TextTable.Column(title: "id", isNumeric: false, cells: ids)]
    let names = actors.map { language.name(of: $0, in: network) }
    if names != ids {
      columns.append(.init(title: language("name", "名前"), isNumeric: false, cells: names))
    }
    if network.actors.kinds != nil {
      columns.append(
        .init(
          title: language("kind", "種類"), isNumeric: false,
          cells: actors.map { language.word(for: network.actors.kind($0)) }))
    }
    return columns
  }

  /// The cells of a CSV row: `id`, `name`, `kind`.
  func cells(_ actor: Int) -> [String] {
    [
      network.actors.id(actor), language.name(of: actor, in: network),
      network.actors.kind(actor)?.rawValue ?? "",
    ]
  }

  /// The members of a JSON object.
  func members(_ actor: Int) -> [(String, JSONValue)] {
    [
      ("id", .text(network.actors.id(actor))),
      ("name", .text(language.name(of: actor, in: network))),
      ("kind", .optional(network.actors.kind(actor)?.rawValue)),
    ]
  }
}
