/// The algorithm that places the nodes.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
  /// The one that suits the size and the form of the network; see ``LayoutChoice``.
  case automatic

  /// Stress majorisation: the best picture of up to some hundred nodes.
  case neato

  /// A multilevel force model on all processors, for networks of any size; not one of Graphviz's.
  case force

  /// Graphviz's multilevel force model.
  case sfdp

  /// Graphviz's force model for some hundred nodes.
  case fdp

  /// In layers from top to bottom.
  case dot

  /// On circles.
  case circo

  /// On rings around the first node of the diagram.
  case twopi

  /// As if packed in boxes, whatever the ties.
  case osage

  /// The name of the engine in Graphviz, or of the one that comes nearest to it.
  var graphvizName: String {
    switch self {
    case .automatic: "neato"
    case .force: "sfdp"
    default: rawValue
    }
  }

  /// The most nodes that the engine lays out in reasonable time.
  ///
  /// What is more goes to a process of its own, since no engine of Graphviz can be stopped once it
  /// runs.
  var nodeLimit: Int {
    switch self {
    case .neato, .dot: 1000
    case .fdp: 2000
    case .circo: 100
    case .twopi: 5000
    case .sfdp, .osage: 20_000
    case .force, .automatic: 250_000
    }
  }

  /// The most edges.
  var edgeLimit: Int {
    switch self {
    case .neato, .circo, .fdp: 20_000
    case .dot: 5000
    case .twopi, .osage: 50_000
    case .sfdp: 200_000
    case .force, .automatic: 2_000_000
    }
  }

  /// What to do when the limit is passed.
  var adviceBeyondLimit: String {
    switch self {
    case .force, .automatic:
      "draw a part of the network, such as the largest component or an ego"
    default: "use the engine force, which takes up to \(LayoutEngine.force.nodeLimit) nodes"
    }
  }

  /// How many layouts from different starts are tried; the best is kept.
  func tries(nodeCount: Int) -> Int {
    guard self == .neato else { return 1 }
    switch nodeCount {
    case ..<3: return 1
    case ..<100: return 20
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
    case .neato, .automatic:
      [
        Attribute(.mode, "major"), Attribute(.model, "shortpath"), Attribute(.overlap, "prism"),
        Attribute(.overlapScaling, "-2"), Attribute(.separation, "+9"),
        Attribute(.edgeSeparation, "+4"), Attribute(.start, "\(start)"),
        Attribute(.maximumIterations, "2000"), Attribute(.epsilon, "0.0001"),
      ]
    case .sfdp, .force:
      [
        Attribute(.springLength, "0.6"), Attribute(.repulsiveForce, "1.8"),
        Attribute(.overlap, "prism"), Attribute(.overlapScaling, "-3"),
        Attribute(.separation, "+2"), Attribute(.start, "\(start)"),
      ]
    case .fdp:
      [
        Attribute(.springLength, "0.6"), Attribute(.overlap, "prism"),
        Attribute(.separation, "+6"), Attribute(.start, "\(start)"),
      ]
    case .dot: [Attribute(.nodeSeparation, "0.25"), Attribute(.rankSeparation, "0.6")]
    case .circo: [Attribute(.minimumDistance, "0.6")]
    case .twopi:
      [
        Attribute(.rankSeparation, "1.2"), Attribute(.overlap, "prism"),
        Attribute(.separation, "+6"), Attribute(.root, "n0"),
      ]
    case .osage: [Attribute(.separation, "+6")]
    }
  }
}
