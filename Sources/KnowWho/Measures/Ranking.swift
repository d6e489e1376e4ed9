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
    let key = scores.map { $0.isNaN ? -Double.infinity : $0 }
    let byScore = chosen.sorted { key[$0] > key[$1] }
    // The rank of each node, in that order: neighbors that only rounding tells apart share one.
    var rank = [Int](repeating: 0, count: scores.count)
    for (index, node) in byScore.enumerated() {
      let before = index > 0 ? byScore[index - 1] : node
      let isTied = index > 0 && Ranking.areEqual(key[before], key[node])
      rank[node] = isTied ? rank[before] : index + 1
    }
    // Millions of actors are most often in order, and then no id is looked at.
    let areInOrder = network.actors.areInOrder
    nodes = byScore.sorted { first, second in
      if rank[first] != rank[second] { return rank[first] < rank[second] }
      let (one, other) = (view.actors[first], view.actors[second])
      return areInOrder ? one < other : network.actors.precedes(one, other)
    }
    actors = nodes.map { view.actors[$0] }
    ranks = nodes.map { rank[$0] }
  }

  /// Whether two scores, the first not the lesser, differ by less than one part in 10¹².
  private static func areEqual(_ first: Double, _ second: Double) -> Bool {
    first == second || first - second < 1e-12 * max(abs(first), abs(second))
  }
}
