internal import KnowWho

extension RandomModel {
  /// The most edges that a network on the command line may be expected to have.
  private static let mostEdges = 100_000_000.0

  /// Draws a network.
  ///
  /// - Parameters:
  ///   - options: The numbers of the model; just those it takes.
  ///   - seed: Equal seeds give equal networks.
  /// - Returns: The network, which says that it is synthetic.
  /// - Throws: ``CommandFailure`` for numbers that no graph has.
  func network(_ options: ModelOptions, seed: UInt64) throws -> Network {
    if self == .krip { return KRIPModel.network(seed: seed) }
    try checkSize(options)
    var generator = SplitMix64(seed: seed)
    do {
      let drawn = try drawn(options, using: &generator)
      return RandomNetwork.network(
        of: drawn.graph, title: title, recipe: drawn.recipe, seed: seed, groups: drawn.groups)
    } catch let error as ModelError {
      throw CommandFailure.usage(error.description(in: .ofCommandLine))
    }
  }

  private struct Drawn {
    let graph: Graph
    let recipe: Phrase
    var groups: [Int]?
  }

  private var title: Phrase {
    switch self {
    case .krip: Phrase("", "")
    case .gnm: Phrase("Random graph G(n,m)", "ランダムグラフ G(n,m)")
    case .gnp: Phrase("Random graph G(n,p)", "ランダムグラフ G(n,p)")
    case .preferentialAttachment: Phrase("Preferential attachment", "優先的選択")
    case .smallWorld: Phrase("Small world", "スモールワールド")
    case .configuration: Phrase("Configuration model", "コンフィギュレーションモデル")
    case .simpleConfiguration:
      Phrase("Configuration model, simple", "コンフィギュレーションモデル（単純グラフ）")
    case .rewired: Phrase("Rewired network", "次数を保ってつなぎ替えたネットワーク")
    case .plantedPartition: Phrase("Planted partition", "埋め込みグループのモデル")
    case .blockModel: Phrase("Degree-corrected block model", "次数補正ブロックモデル")
    case .rmat: Phrase("R-MAT graph", "R-MAT グラフ")
    }
  }

  private func drawn(_ options: ModelOptions, using generator: inout SplitMix64) throws -> Drawn {
    let nodes = options.nodes ?? 0
    let swaps = options.swaps ?? 10
    func number(_ value: Double) -> String { NumberText.shortest(value) }
    switch self {
    case .krip: preconditionFailure("made by its own model")
    case .gnm:
      let edges = options.edges ?? 0
      return Drawn(
        graph: try .gnm(nodes: nodes, edges: edges, using: &generator),
        recipe: Phrase(
          "one of all graphs of \(nodes) nodes and \(edges) edges, G(n,m)",
          "主体\(nodes)、つながり\(edges)本のすべてのグラフから等しい確率で選んだもの（G(n,m)）"))
    case .gnp:
      let probability = options.probability ?? 0
      return Drawn(
        graph: try .gnp(nodes: nodes, probability: probability, using: &generator),
        recipe: Phrase(
          "each pair of \(nodes) nodes tied with \(number(probability)), G(n,p)",
          "主体\(nodes)の各組を確率\(number(probability))で結んだもの（G(n,p)）"))
    case .preferentialAttachment:
      let edges = options.edgesPerNode ?? 0
      return Drawn(
        graph: try .preferentialAttachment(nodes: nodes, edgesPerNode: edges, using: &generator),
        recipe: Phrase(
          "preferential attachment, \(nodes) nodes, \(edges) edges a new node",
          "優先的選択による成長モデル（主体\(nodes)、新しい主体ごとに\(edges)本）"))
    case .smallWorld:
      let (neighbors, rewiring) = (options.neighbors ?? 0, options.rewiring ?? 0)
      return Drawn(
        graph: try .smallWorld(
          nodes: nodes, neighbors: neighbors, rewiring: rewiring, using: &generator),
        recipe: Phrase(
          "small world of \(nodes) nodes, \(neighbors) neighbors, rewired with "
            + number(rewiring),
          "スモールワールド（主体\(nodes)、隣\(neighbors)、つなぎ替えの確率\(number(rewiring))）"))
    case .configuration:
      return Drawn(
        graph: try .configuration(degrees: degrees(options), using: &generator),
        recipe: Phrase(
          "stubs of the given degrees paired at random, loops and parallel edges merged",
          "与えられた次数の端を無作為に結び、自己ループと重複をまとめたもの"))
    case .simpleConfiguration:
      return Drawn(
        graph: try .simpleConfiguration(
          degrees: degrees(options), swapsPerEdge: swaps, using: &generator),
        recipe: Phrase(
          "a simple graph of the given degrees, \(swaps) swaps an edge",
          "与えられた次数の単純グラフ（1本につき\(swaps)回の入れ替え）"))
    case .rewired:
      try ModelError.checkSwaps(swaps)
      return Drawn(
        graph: try graph(options.from ?? "").rewired(swapsPerEdge: swaps, using: &generator),
        recipe: Phrase(
          "a network's ties swapped with all degrees kept, \(swaps) swaps an edge",
          "あるネットワークのつながりを、次数を保って入れ替えたもの（1本につき\(swaps)回）"))
    case .plantedPartition, .blockModel: return try drawnGroups(options, using: &generator)
    case .rmat:
      let (scale, edges) = (options.scale ?? 0, options.edgesPerNode ?? 0)
      return Drawn(
        graph: try .rmat(scale: scale, edgesPerNode: edges, using: &generator),
        recipe: Phrase(
          "R-MAT (.57, .19, .19, .05) of scale \(scale), \(edges) edges drawn a node",
          "R-MAT（.57, .19, .19, .05、規模\(scale)、主体ごとに\(edges)本）"))
    }
  }

  private func drawnGroups(
    _ options: ModelOptions, using generator: inout SplitMix64
  ) throws -> Drawn {
    let (groups, size) = (options.groups ?? 0, options.size ?? 0)
    let (inside, between) = (options.inside ?? 0, options.between ?? 0)
    let (within, across) = (NumberText.shortest(inside), NumberText.shortest(between))
    let recipe = Phrase(
      "\(groups) groups of \(size), tied with \(within) inside and \(across) across",
      "\(size)主体の集団が\(groups)、集団内は確率\(within)、集団間は確率\(across)で結んだもの")
    if self == .plantedPartition {
      let graph = try Graph.plantedPartition(
        groups: groups, size: size, inside: inside, between: between, using: &generator)
      return Drawn(graph: graph, recipe: recipe, groups: graph.nodes.map { $0 / size })
    }
    let most = options.mostActive ?? 4
    guard most >= 1, most.isFinite else {
      throw CommandFailure.usage(
        Language.ofCommandLine(
          "--most-active is \(most), but must be 1 or more",
          "--most-active に \(most) は使えません。1以上の値を指定してください"))
    }
    // Refuses what a planted partition would.
    try ModelError.checkGroups(groups: groups, size: size, inside: inside, between: between)
    let blocks = (0..<(groups * size)).map { $0 / size }
    let activity = blocks.map { _ in min(most, 1 / (1 - generator.nextUnit()).squareRoot()) }
    let model = BlockModel(blocks: blocks, activity: activity, inside: inside, between: between)
    return Drawn(
      graph: try model.graph(using: &generator),
      recipe: Phrase(
        recipe.english + ", activities from 1 to \(NumberText.shortest(most))",
        recipe.japanese + "（活動量は1から\(NumberText.shortest(most))）"), groups: blocks)
  }

  private func graph(_ path: String) throws -> Graph {
    try NetworkFile.read(path, formats: .all).network.graph(direction: .undirected).graph
  }

  private func degrees(_ options: ModelOptions) throws -> [Int] {
    if let path = options.from { return try graph(path).degree() }
    return try (options.degrees ?? "").split(separator: ",").map { word in
      guard let degree = Int(word.filter { $0 != " " }) else {
        throw CommandFailure.usage(
          Language.ofCommandLine(
            "--degrees takes whole numbers with commas between them, not “\(word)”",
            "--degrees には整数をカンマで区切って並べてください（「\(word)」は整数ではありません）"))
      }
      return degree
    }
  }

  /// Networks that would not fit memory are refused before anything is drawn.
  private func checkSize(_ options: ModelOptions) throws {
    let nodes = Double(options.nodes ?? 0)
    let size = Double(options.size ?? 0)
    let grouped = Double(options.groups ?? 0) * size
    let (actors, ties): (Double, Double) =
      switch self {
      case .krip, .configuration, .simpleConfiguration, .rewired: (0, 0)
      case .gnm: (nodes, Double(options.edges ?? 0))
      case .gnp: (nodes, nodes * nodes / 2 * (options.probability ?? 0))
      case .preferentialAttachment: (nodes, nodes * Double(options.edgesPerNode ?? 0))
      case .smallWorld: (nodes, nodes * Double(options.neighbors ?? 0) / 2)
      case .plantedPartition, .blockModel:
        (
          grouped,
          grouped / 2 * (size * (options.inside ?? 0) + (grouped - size) * (options.between ?? 0))
        )
      case .rmat: (0, Double(options.edgesPerNode ?? 0) * Double(1 << min(40, options.scale ?? 0)))
      }
    guard !(max(actors, ties) > Self.mostEdges) else {
      let limit = Int(Self.mostEdges)
      throw CommandFailure.usage(
        Language.ofCommandLine(
          "about \(actors.rounded()) nodes and \(ties.rounded()) edges would be drawn; at most "
            + "\(limit) of each are written",
          "ノード約\(actors.rounded())、つながり約\(ties.rounded())本になります。書き出せるのはそれぞれ\(limit)までです"))
    }
  }
}
