internal import KnowWho

/// What a command says of a network that it has written.
struct WrittenNetwork {
  let path: String
  let network: Network
  /// What the format could not hold.
  let lost: [Phrase]

  /// Says what was written, and what was not.
  func note(in language: Language) {
    let (actors, ties) = (network.actors.count, network.ties.count)
    Console.note(
      language(
        "wrote \(path): \(actors) actors, \(ties) ties",
        "\(path) を書き込みました（主体\(actors)、つながり\(ties)本）。"))
    if lost.isEmpty { return }
    let list = lost.map { $0.text(in: language) }
    Console.note(
      language(
        "\(path) cannot hold: \(list.joined(separator: "; "))",
        "\(path) の形式では、次のものを書き込めません：\(list.joined(separator: "、"))"))
  }
}
