/// A view whose actors are of two kinds and tied across them only, such as people and events.
public struct TwoModeView: Sendable {
  /// The graph, the nodes of the kind that occurs first in front.
  public let graph: TwoModeGraph

  /// For each node of the view its node in ``graph``.
  public let nodes: [Graph.Node]

  /// Why a view is not of two modes.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The actors are not of two kinds.
    case kinds([String])
    /// A tie stays within a kind.
    case tieWithin(kind: String, source: String, target: String)

    /// What was found, and what to do.
    public var description: String {
      switch self {
      case .kinds(let kinds):
        "two modes need actors of two kinds, found \(kinds.count)"
          + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
          + "; choose ties by --ties that run between two kinds"
      case .tieWithin(let kind, let source, let target):
        "two modes need ties between the kinds only; \(source) and \(target) are both \(kind)"
      }
    }
  }

  /// Takes a view as one of two modes.
  ///
  /// - Parameters:
  ///   - view: The view.
  ///   - network: The network it was made of.
  /// - Throws: ``Failure`` if its actors are not of two kinds, or tied within one.
  public init(_ view: NetworkView, of network: Network) throws(Failure) {
    let kinds = view.actors.map { network.actors.kind($0)?.rawValue ?? "" }
    var modes: [String] = []
    for kind in kinds where !modes.contains(kind) { modes.append(kind) }
    guard modes.count == 2 else { throw .kinds(modes) }

    var counts = [0, 0]
    var nodes: [Graph.Node] = []
    for kind in kinds {
      let mode = kind == modes[0] ? 0 : 1
      nodes.append(counts[mode])
      counts[mode] += 1
    }
    var first: [UInt32] = []
    var second: [UInt32] = []
    let graph = view.graph.undirected
    for node in graph.nodes {
      for other in graph.successors(of: node) where other > node {
        guard kinds[node] != kinds[other] else {
          throw .tieWithin(
            kind: kinds[node], source: network.actors.id(view.actors[node]),
            target: network.actors.id(view.actors[other]))
        }
        let isFirst = kinds[node] == modes[0]
        first.append(UInt32(nodes[isFirst ? node : other]))
        second.append(UInt32(nodes[isFirst ? other : node]))
      }
    }
    do {
      self.graph = try TwoModeGraph(
        firstCount: counts[0], secondCount: counts[1], first: first, second: second)
    } catch {
      preconditionFailure("a graph's own edges do not make a graph: \(error)")
    }
    self.nodes = kinds.indices.map { kinds[$0] == modes[0] ? nodes[$0] : counts[0] + nodes[$0] }
  }

  /// Returns the columns of a measure with the scaling of Borgatti and Everett (1997), by which the
  /// largest possible score of a node of either mode is 1.
  ///
  /// - Parameters:
  ///   - measure: Degree, closeness or betweenness.
  ///   - execution: How the work is carried out.
  /// - Returns: The columns, indexed by the nodes of the view; nil for any other measure.
  public func columns(
    of measure: NodeMeasure, execution: Execution = .standard
  ) -> [NodeMeasure.Column]? {
    let scores: [Double]
    switch measure.name {
    case "degree": scores = graph.degree()
    case "closeness": scores = graph.closeness(execution: execution).scores
    case "betweenness": scores = graph.betweenness(execution: execution)
    default: return nil
    }
    return [
      NodeMeasure.Column(
        name: measure.name, scores: nodes.map { scores[$0] }, isCount: false,
        convention: Phrase(
          "two modes: divided by the largest value possible for the node's mode "
            + "(Borgatti and Everett 1997)",
          "2部ネットワーク：同じ側の主体がとりうる最大値で割る（Borgatti・Everett 1997）"))
    ]
  }
}
