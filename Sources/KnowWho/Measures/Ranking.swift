/// Scores of actors in the order of a ranking.
public struct Ranking: Sendable {
  /// The positions of the actors in the network, the first by score in front.
  public let actors: [Int]

  /// The node of each of those actors.
  public let nodes: [Graph.Node]

  /// The rank of each, counted from 1; equal scores share a rank.
  public let ranks: [Int]

  /// Ranks the actors of a view by a score, the greatest first; ties are broken by id, and what is
  /// not defined comes last.
  ///
  /// Scores that differ by less than one part in 10¹² count as equal: so much may rounding do.
  ///
  /// - Parameters:
  ///   - view: The view.
  ///   - network: The network it was made of.
  ///   - scores: One score a node.
  ///   - kinds: Only actors of these kinds; nil takes all.
  public init(
    of view: NetworkView, in network: Network, by scores: [Double], kinds: Set<ActorKind>? = nil
  ) {
    let chosen = view.graph.nodes.filter { node in
      guard let kinds else { return true }
      return network.actors.kind(view.actors[node]).map(kinds.contains) ?? false
    }
    let key = scores.map { $0.isNaN ? -Double.infinity : Ranking.rounded($0) }
    nodes = chosen.sorted { first, second in
      key[first] != key[second]
        ? key[first] > key[second]
        : network.actors.precedes(view.actors[first], view.actors[second])
    }
    actors = nodes.map { view.actors[$0] }
    var ranks: [Int] = []
    for (index, node) in nodes.enumerated() {
      ranks.append(index > 0 && key[node] == key[nodes[index - 1]] ? ranks[index - 1] : index + 1)
    }
    self.ranks = ranks
  }

  /// Rounds to 40 significant bits, about 12 digits.
  private static func rounded(_ score: Double) -> Double {
    guard score.isFinite, score != 0 else { return score }
    let unit = score.ulp * 4096
    return (score / unit).rounded() * unit
  }
}
