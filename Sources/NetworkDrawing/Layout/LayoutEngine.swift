/// The algorithm that places the nodes.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
  /// Neato up to 300 nodes, sfdp above.
  case automatic

  /// Stress majorisation: the best picture of up to some hundred nodes.
  case neato

  /// A multilevel force model, for large networks.
  case sfdp

  /// In layers from top to bottom.
  case dot

  /// On circles.
  case circo

  /// On rings around the first node of the diagram.
  case twopi

  /// The engine to use for a number of nodes.
  func resolved(nodeCount: Int) -> LayoutEngine {
    guard self == .automatic else { return self }
    return nodeCount <= 300 ? .neato : .sfdp
  }

  /// The most nodes that the engine lays out in reasonable time; it cannot be stopped once it
  /// runs.
  var nodeLimit: Int {
    switch self {
    case .neato, .dot: 1000
    case .circo: 100
    case .twopi: 5000
    case .sfdp, .automatic: 20_000
    }
  }

  /// The most edges.
  var edgeLimit: Int {
    switch self {
    case .neato, .circo: 20_000
    case .dot: 5000
    case .twopi: 50_000
    case .sfdp, .automatic: 200_000
    }
  }

  /// What to do when the limit is passed.
  var adviceBeyondLimit: String {
    switch self {
    case .sfdp, .automatic: "draw a part of the network, such as the largest component or an ego"
    default: "use the engine sfdp, which takes up to \(LayoutEngine.sfdp.nodeLimit) nodes"
    }
  }

  /// How many layouts from different starts are tried; the best is kept.
  func tries(nodeCount: Int) -> Int {
    guard self == .neato else { return 1 }
    switch nodeCount {
    case ..<3: return 1
    case ..<100: return 12
    case ..<200: return 5
    default: return 1
    }
  }

  /// The attributes of the graph that guide the engine.
  ///
  /// Edges are routed by ``EdgeRouter``: with parallel edges `splines=true` of Graphviz 2.43
  /// writes past the end of its memory.
  func attributes(start: Int) -> [Attribute] {
    switch self {
    case .neato:
      [
        Attribute(.mode, "major"), Attribute(.model, "shortpath"), Attribute(.overlap, "prism"),
        Attribute(.overlapScaling, "-2"), Attribute(.separation, "+9"),
        Attribute(.edgeSeparation, "+4"), Attribute(.start, "\(start)"),
        Attribute(.maximumIterations, "2000"), Attribute(.epsilon, "0.0001"),
      ]
    case .sfdp, .automatic:
      [
        Attribute(.springLength, "0.6"), Attribute(.repulsiveForce, "1.8"),
        Attribute(.overlap, "prism"), Attribute(.overlapScaling, "-3"),
        Attribute(.separation, "+2"), Attribute(.start, "\(start)"),
      ]
    case .dot: [Attribute(.nodeSeparation, "0.25"), Attribute(.rankSeparation, "0.6")]
    case .circo: [Attribute(.minimumDistance, "0.6")]
    case .twopi:
      [
        Attribute(.rankSeparation, "1.2"), Attribute(.overlap, "prism"),
        Attribute(.separation, "+6"), Attribute(.root, "n0"),
      ]
    }
  }
}
