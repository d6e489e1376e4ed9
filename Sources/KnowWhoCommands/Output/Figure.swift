internal import KnowWho

/// One figure of a ``GraphProfile``, with its names and its meaning.
struct Figure: Sendable {
  /// The name in CSV and JSON.
  let name: String
  /// The name in tables.
  let title: String
  /// How it is computed.
  let convention: String
  /// Whether it is a whole number by nature.
  let isCount: Bool
  /// Returns the figure, nil where it was not computed and NaN where it is not defined.
  let value: @Sendable (GraphProfile) -> Double?

  /// Returns the figure as a cell of a table.
  func shown(_ value: Double?) -> String {
    value.map { isCount ? Decimals.fixed($0, 0) : Decimals.readable($0) } ?? "not computed"
  }

  /// All figures, in the order of a table.
  static let all: [Figure] = [
    Figure(
      name: "nodes", title: "nodes", convention: "actors of the view", isCount: true,
      value: { Double($0.nodeCount) }),
    Figure(
      name: "edges", title: "edges", convention: "each undirected edge once", isCount: true,
      value: { Double($0.edgeCount) }),
    Figure(
      name: "density", title: "density", convention: "edges ÷ possible edges", isCount: false,
      value: { $0.density }),
    Figure(
      name: "meanDegree", title: "mean degree", convention: "2m/n undirected, m/n directed",
      isCount: false, value: { $0.meanDegree }),
    Figure(
      name: "greatestDegree", title: "greatest degree", convention: "directions ignored",
      isCount: true, value: { Double($0.greatestDegree) }),
    Figure(
      name: "totalStrength", title: "sum of strengths", convention: "each edge once",
      isCount: false, value: { $0.totalStrength ?? .nan }),
    Figure(
      name: "components", title: "components", convention: "directions ignored", isCount: true,
      value: { Double($0.componentCount) }),
    Figure(
      name: "largestComponent", title: "largest component", convention: "number of nodes",
      isCount: true, value: { Double($0.largestComponent) }),
    Figure(
      name: "isolates", title: "isolates", convention: "nodes without an edge", isCount: true,
      value: { Double($0.isolateCount) }),
    Figure(
      name: "meanDistance", title: "mean distance",
      convention: "steps, over pairs that reach each other", isCount: false,
      value: { $0.distances?.meanDistance }),
    Figure(
      name: "diameter", title: "diameter",
      convention: "most steps, over pairs that reach each other", isCount: true,
      value: { $0.distances.map { $0.diameter.map(Double.init) ?? .nan } }),
    Figure(
      name: "shareWithin2", title: "pairs within 2 steps",
      convention: "share of all ordered pairs", isCount: false,
      value: { $0.distances?.shareWithin2 }),
    Figure(
      name: "shareWithin3", title: "pairs within 3 steps",
      convention: "share of all ordered pairs", isCount: false,
      value: { $0.distances?.shareWithin3 }),
    Figure(
      name: "transitivity", title: "transitivity",
      convention: "3 × triangles ÷ connected triples, directions ignored", isCount: false,
      value: { $0.transitivity }),
    Figure(
      name: "averageClustering", title: "average clustering",
      convention: "mean of local clustering over all nodes, 0 below two contacts",
      isCount: false, value: { $0.averageClustering }),
    Figure(
      name: "degreeCentralization", title: "centralization, degree",
      convention: "Freeman 1979: 1 for a star", isCount: false,
      value: { $0.degreeCentralization }),
    Figure(
      name: "betweennessCentralization", title: "centralization, betweenness",
      convention: "Freeman 1979: 1 for a star", isCount: false,
      value: { $0.distances?.betweennessCentralization }),
    Figure(
      name: "closenessCentralization", title: "centralization, closeness",
      convention: "Freeman 1979: 1 for a star; only where connected", isCount: false,
      value: { $0.distances?.closenessCentralization }),
  ]
}
