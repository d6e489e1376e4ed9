/// The figures of a ``GraphProfile``, by the names they have in results.
public enum ProfileFigure: String, Sendable, CaseIterable {
  /// The number of nodes.
  case nodes
  /// The number of edges.
  case edges
  /// Edges ÷ possible edges.
  case density
  /// The mean number of edges a node.
  case meanDegree
  /// The most edges of a node.
  case greatestDegree
  /// The sum of all strengths.
  case totalStrength
  /// The number of components.
  case components
  /// The nodes of the largest component.
  case largestComponent
  /// The nodes without an edge.
  case isolates
  /// Mean steps between two.
  case meanDistance
  /// The most steps between two.
  case diameter
  /// Pairs within two steps.
  case shareWithin2
  /// Pairs within three steps.
  case shareWithin3
  /// Closed triples.
  case transitivity
  /// Mean local clustering.
  case averageClustering
  /// Freeman's centralization of degree.
  case degreeCentralization
  /// Freeman's centralization of betweenness.
  case betweennessCentralization
  /// Freeman's centralization of closeness.
  case closenessCentralization

  /// The name in tables.
  public var title: Phrase { meaning.title }

  /// How the figure is computed, in a few words.
  public var convention: String { meaning.convention }

  /// Whether the figure is a whole number by nature.
  public var isCount: Bool { meaning.isCount }

  /// Returns the figure of a network.
  ///
  /// - Parameter profile: The profile of the network.
  /// - Returns: The figure; nil where it was not computed, NaN where it is not defined.
  public func value(in profile: GraphProfile) -> Double? { meaning.value(profile) }

  private struct Meaning {
    let title: Phrase
    let convention: String
    let isCount: Bool
    let value: (GraphProfile) -> Double?

    init(
      _ title: Phrase, _ convention: String, isCount: Bool = false,
      value: @escaping (GraphProfile) -> Double?
    ) {
      self.title = title
      self.convention = convention
      self.isCount = isCount
      self.value = value
    }
  }

  private var meaning: Meaning {
    switch self {
    case .nodes:
      Meaning(Phrase("nodes", "主体の数"), "actors of the view", isCount: true) { Double($0.nodeCount) }
    case .edges:
      Meaning(Phrase("edges", "つながりの数"), "each undirected edge once", isCount: true) {
        Double($0.edgeCount)
      }
    case .density:
      Meaning(Phrase("density", "密度"), "edges ÷ possible edges") { $0.density }
    case .meanDegree:
      Meaning(Phrase("mean degree", "知り合いの数の平均"), "2m/n undirected, m/n directed") { $0.meanDegree }
    case .greatestDegree:
      Meaning(Phrase("greatest degree", "知り合いの数の最大"), "directions ignored", isCount: true) {
        Double($0.greatestDegree)
      }
    case .totalStrength:
      Meaning(Phrase("sum of strengths", "強さの合計"), "each edge once") { $0.totalStrength ?? .nan }
    case .components:
      Meaning(Phrase("components", "つながった部分の数（連結成分）"), "directions ignored", isCount: true) {
        Double($0.componentCount)
      }
    case .largestComponent:
      Meaning(Phrase("largest component", "最大の部分の主体数"), "number of nodes", isCount: true) {
        Double($0.largestComponent)
      }
    case .isolates:
      Meaning(Phrase("isolates", "孤立した主体"), "nodes without an edge", isCount: true) {
        Double($0.isolateCount)
      }
    case .meanDistance:
      Meaning(Phrase("mean distance", "平均距離（歩数）"), "steps, over pairs that reach each other") {
        $0.distances?.meanDistance
      }
    case .diameter:
      Meaning(
        Phrase("diameter", "最大距離（歩数）"), "most steps, over pairs that reach each other",
        isCount: true
      ) {
        $0.distances.map { $0.diameter.map(Double.init) ?? .nan }
      }
    case .shareWithin2:
      Meaning(Phrase("pairs within 2 steps", "2歩以内の組の割合"), "share of all ordered pairs") {
        $0.distances?.shareWithin2
      }
    case .shareWithin3:
      Meaning(Phrase("pairs within 3 steps", "3歩以内の組の割合"), "share of all ordered pairs") {
        $0.distances?.shareWithin3
      }
    case .transitivity:
      Meaning(
        Phrase("transitivity", "知り合いどうしのつながり（推移性）"),
        "3 × triangles ÷ connected triples, directions ignored"
      ) {
        $0.transitivity
      }
    case .averageClustering:
      Meaning(
        Phrase("average clustering", "クラスター係数の平均"),
        "mean of local clustering over all nodes, 0 below two contacts"
      ) { $0.averageClustering }
    case .degreeCentralization:
      Meaning(Phrase("centralization, degree", "集中度（つながりの数）"), "Freeman 1979: 1 for a star") {
        $0.degreeCentralization
      }
    case .betweennessCentralization:
      Meaning(Phrase("centralization, betweenness", "集中度（媒介）"), "Freeman 1979: 1 for a star") {
        $0.distances?.betweennessCentralization
      }
    case .closenessCentralization:
      Meaning(
        Phrase("centralization, closeness", "集中度（近接）"),
        "Freeman 1979: 1 for a star; only where connected"
      ) {
        $0.distances?.closenessCentralization
      }
    }
  }
}
