/// A group that is compared with others: its members, the ties between them, and what is known of
/// members besides.
public struct ComparedGroup: Sendable {
  /// What it is called.
  public let name: String

  /// The members and the ties between them, without directions.
  public let graph: Graph

  /// From which strength on a tie is strong; nil where every tie counts as strong.
  public let strongFrom: Double?

  /// The subgroup of each member, a number from 0; nil for members without one.
  public let subgroups: [Int?]?

  /// How often each member acted; nil where that is not known.
  public let acts: [Double?]?

  /// For each member how many outside the group it reaches through at most one introducer.
  public let outsideReach: [Int]?

  /// For each member the organisations it gets to through at most one introducer, by the rules of
  /// Know-Who; nil where that is not known, or for members that cannot ask.
  public let knowWho: [MemberReach?]?

  /// How many talks of two fit into a meeting one after the other.
  public let rounds: Int

  /// Creates a group.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - graph: The members and the ties between them; directions are left out.
  ///   - strongFrom: From which strength on a tie is strong; nil for every tie.
  ///   - subgroups: The subgroup of each member, a number from 0; nil to look for communities.
  ///   - acts: How often each member acted; nil where no acts are given.
  ///   - outsideReach: For each member whom it reaches outside.
  ///   - knowWho: For each member the organisations it gets to; nil where that is not known.
  ///   - rounds: How many talks of two fit into a meeting.
  public init(
    name: String, graph: Graph, strongFrom: Double? = nil, subgroups: [Int?]? = nil,
    acts: [Double?]? = nil, outsideReach: [Int]? = nil,
    knowWho: [MemberReach?]? = nil, rounds: Int = 9
  ) {
    precondition(
      [subgroups?.count, acts?.count, outsideReach?.count, knowWho?.count].allSatisfy {
        $0 == nil || $0 == graph.nodeCount
      }, "as many subgroups, acts and reaches as members")
    self.name = name
    self.graph = graph.undirected
    self.strongFrom = strongFrom
    self.subgroups = subgroups
    self.acts = acts
    self.outsideReach = outsideReach
    self.knowWho = knowWho
    self.rounds = rounds
  }

  /// The strong ties of a graph.
  func strong(_ graph: Graph) -> Graph {
    guard let strongFrom, let strengths = graph.outgoing.strengths else { return graph }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node)
      where strengths[arc] >= strongFrom && node < Int(graph.outgoing.ends[arc]) {
        sources.append(UInt32(node))
        targets.append(graph.outgoing.ends[arc])
      }
    }
    do {
      return try Graph(nodeCount: graph.nodeCount, sources: sources, targets: targets)
    } catch {
      preconditionFailure("edges of a graph make a graph: \(error)")
    }
  }

  /// This group with other ties between the same members.
  func figures(ties graph: Graph, strong: Graph, seed: UInt64) -> ComparisonFigures {
    ComparisonFigures(
      ties: graph, strong: strong, subgroups: subgroups, acts: acts, outsideReach: outsideReach,
      knowWho: knowWho, rounds: rounds, seed: seed)
  }

  /// The figures of the group as it is.
  func figures(seed: UInt64) -> ComparisonFigures {
    figures(ties: graph, strong: strong(graph), seed: seed)
  }

  /// How many members must leave before the others fall apart, or but one is left; NaN of none.
  var connectivity: Double {
    graph.nodeCount > 0 ? Double(graph.nodeConnectivity()) : .nan
  }
}

extension ComparedGroup {
  /// Returns how much of the others' reach through one introducer hangs on each member.
  ///
  /// - Returns: For each member the share that is lost without it, itself not counted as reached;
  ///   NaN where the others reach nobody else.
  /// - Complexity: That of searches three steps deep from every member.
  public func dependences() -> [Double] { TwoStepCounts(in: graph).dependences }
}
