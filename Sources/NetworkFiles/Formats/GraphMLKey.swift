internal import NetworkData

/// A column that a GraphML file declares.
struct GraphMLKey {
  /// What it is called; the key's id where it has no name.
  let name: String

  /// What its cells become.
  let meaning: Meaning

  /// What the cells of a column become.
  enum Meaning {
    case column(SparseTable.Handle)
    case strength
    case description
  }
}

/// What an element of a GraphML file says something about.
enum GraphMLOwner: Equatable {
  case network
  case node(Int)
  case edge(Int)

  /// The word for it in `for` of a key.
  var domain: String {
    switch self {
    case .network: "graph"
    case .node: "node"
    case .edge: "edge"
    }
  }
}
