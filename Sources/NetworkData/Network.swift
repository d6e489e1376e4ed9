package import GraphStructure

/// The data set a person edits: named actors, and dated ties of many kinds between them.
///
/// Measures do not run on a network but on a view of it, a graph made by
/// ``graph(at:possibly:ties:actors:projecting:direction:isolates:)``.
public struct Network: Sendable {
  /// What the network is about.
  public var description: NetworkDescription
  /// The actors.
  public let actors: Actors
  /// The ties between them.
  public let ties: Ties
  /// The graph of all ties as they are given, where a file holds it ready made.
  package let storedGraph: Graph?

  /// Creates a network from columns.
  ///
  /// - Parameters:
  ///   - description: What the network is about.
  ///   - actors: The actors, with distinct ids.
  ///   - ties: Ties between those actors.
  public init(description: NetworkDescription = .init(), actors: Actors, ties: Ties) {
    self.description = description
    self.actors = actors
    self.ties = ties
    storedGraph = nil
  }

  /// Creates a network from columns and the graph that a file holds of them.
  ///
  /// - Parameters:
  ///   - description: What the network is about.
  ///   - actors: The actors, with distinct ids.
  ///   - ties: Ties between those actors.
  ///   - graph: What ``graph(at:possibly:ties:actors:projecting:direction:isolates:execution:)``
  ///     makes of all ties as they are given; nil where it is not known.
  package init(description: NetworkDescription, actors: Actors, ties: Ties, graph: Graph?) {
    self.description = description
    self.actors = actors
    self.ties = ties
    storedGraph = graph
  }

  /// Creates a network of named actors and undirected ties, for a few lines of code.
  ///
  /// - Parameter pairs: The ids at the ends of each tie; actors are those named, in order.
  public init(pairs: [(String, String)]) {
    var positions: [String: UInt32] = [:]
    var ids = TextColumn()
    func position(of id: String) -> UInt32 {
      if let known = positions[id] { return known }
      let new = UInt32(ids.count)
      positions[id] = new
      ids.append(id)
      return new
    }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for (source, target) in pairs {
      sources.append(position(of: source))
      targets.append(position(of: target))
    }
    self.init(actors: Actors(ids: ids), ties: Ties(sources: sources, targets: targets))
  }

  /// The kinds of actors that occur, in the order of their first appearance.
  public var actorKinds: [ActorKind] {
    (actors.kinds?.words ?? []).filter { !$0.isEmpty }.map(ActorKind.init(rawValue:))
  }

  /// The kinds of ties that occur, in the order of their first appearance.
  public var tieKinds: [TieKind] {
    (ties.kinds?.words ?? []).filter { !$0.isEmpty }.map(TieKind.init(rawValue:))
  }
}

extension Network: Equatable {
  /// Whether two networks say the same; a graph that a file holds of its ties says nothing besides.
  public static func == (left: Self, right: Self) -> Bool {
    left.description == right.description && left.actors == right.actors && left.ties == right.ties
  }
}
