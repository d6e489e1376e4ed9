/// Networks made of random graphs; everything in them says that they are made up.
public enum RandomNetwork {
  /// Makes a network of a graph that a model has drawn.
  ///
  /// - Parameters:
  ///   - graph: The graph; node *i* becomes the actor `i`.
  ///   - title: What the model is, for the title.
  ///   - recipe: The model with all its numbers, for the note that the data is synthetic.
  ///   - seed: The seed that the graph was drawn with.
  ///   - groups: The group of each node, which becomes the attribute `group`; nil where there are
  ///     none.
  /// - Returns: A network of undirected ties, all assumed.
  public static func network(
    of graph: Graph, title: Phrase, recipe: Phrase, seed: UInt64, groups: [Int]? = nil
  ) -> Network {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for node in graph.nodes {
      for end in graph.successors(of: node) where end >= node {
        sources.append(UInt32(node))
        targets.append(UInt32(end))
      }
    }
    var ties = Ties(sources: sources, targets: targets)
    ties.evidence = [Evidence?](repeating: .assumed, count: sources.count)
    let attributes =
      groups.map { [Attribute(name: "group", values: TextColumn($0.map { String($0 + 1) }))] } ?? []
    return Network(
      description: NetworkDescription(
        title: "\(title.english) (synthetic)", titleJa: "\(title.japanese)（合成データ）",
        source: "Random graph of KnowWho, seed \(seed).",
        sourceJa: "KnowWho のランダムグラフ（乱数の種 \(seed)）。",
        synthetic: "No tie here was observed; \(recipe.english), seed \(seed).",
        syntheticJa: "実際に観察したつながりはありません。\(recipe.japanese)（乱数の種 \(seed)）。"),
      actors: Actors(ids: TextColumn(graph.nodes.map { String($0) }), attributes: attributes),
      ties: ties)
  }
}
