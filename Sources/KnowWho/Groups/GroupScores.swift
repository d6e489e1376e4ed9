/// How central groups of actors are, each taken together.
public struct GroupScores: Sendable {
  /// One group.
  public struct Group: Sendable {
    /// What it is called.
    public let name: String
    /// Its members.
    public let nodes: [Graph.Node]

    /// Creates a group.
    ///
    /// - Parameters:
    ///   - name: What it is called.
    ///   - nodes: Its members.
    public init(name: String, nodes: [Graph.Node]) {
      self.name = name
      self.nodes = nodes
    }
  }

  /// A measure that is defined for groups.
  public enum Measure: String, Sendable, CaseIterable {
    /// Actors outside who are tied to a member.
    case degree
    /// How near those outside are to the nearest member.
    case closeness
    /// How much stands between two others outside.
    case betweenness
  }

  /// The groups.
  public let groups: [Group]

  /// For each measure that was asked for a score a group; NaN where it is not defined.
  public let scores: [Measure: [Double]]

  /// How each measure is to be understood, in a sentence.
  public let conventions: [Measure: Phrase]

  /// Measures groups.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - graph: The graph.
  ///   - measures: What is wanted.
  ///   - scaling: `.raw` or `.scaled`.
  ///   - peer: Whose convention is followed; nil follows our own.
  ///   - execution: Threads, progress and cancellation.
  /// - Throws: ``GraphMeasures/MeasureError/notReproduced(measure:peer:reason:)`` where a peer has no
  ///   such measure.
  /// - Complexity: O(*n* (*n* + *m*)) a group for betweenness, O(*n* + *m*) for the others.
  public init(
    of groups: [Group], in graph: Graph, measures: [Measure], scaling: Scaling = .scaled,
    matching peer: Peer? = nil, execution: Execution = .standard
  ) throws(MeasureError) {
    if let peer, peer != .networkx {
      throw .notReproduced(
        measure: "group centrality", peer: peer.title,
        reason: peer == .ucinet
          ? "its numbers have not been compared with ours" : "it has no such measure")
    }
    self.groups = groups
    var scores: [Measure: [Double]] = [:]
    for measure in measures {
      scores[measure] = groups.map { group in
        switch measure {
        case .degree: graph.groupDegree(of: group.nodes).value(scaling)
        case .closeness where peer == .networkx:
          graph.groupCloseness(of: group.nodes, direction: .incoming).perMemberOutside
        case .closeness: graph.groupCloseness(of: group.nodes).value(scaling)
        case .betweenness:
          graph.groupBetweenness(of: group.nodes, execution: execution).value(scaling)
        }
      }
    }
    self.scores = scores
    conventions = Dictionary(
      uniqueKeysWithValues: measures.map { ($0, Self.convention($0, scaling, peer)) })
  }

  private static func convention(
    _ measure: Measure, _ scaling: Scaling, _ peer: Peer?
  ) -> Phrase {
    let isRaw = scaling == .raw
    return switch measure {
    case .degree:
      isRaw
        ? Phrase(
          "degree: actors outside the group whom a member is tied to, outgoing",
          "degree：会員の誰かとつながる、グループ外の主体の数（出る側）")
        : Phrase(
          "degree: actors outside whom a member is tied to ÷ actors outside, outgoing",
          "degree：会員の誰かとつながる、グループ外の主体の割合（出る側）")
    case .closeness where peer == .networkx:
      Phrase(
        "closeness: as in networkx, actors outside ÷ sum of their distances to the nearest member",
        "closeness：networkx と同じく、グループ外の主体の数 ÷ 最も近い会員までの距離の合計")
    case .closeness:
      isRaw
        ? Phrase(
          "closeness: actors reached ÷ sum of their distances from the nearest member",
          "closeness：届く主体の数 ÷ 最も近い会員からの距離の合計")
        : Phrase(
          "closeness: (r ÷ sum of distances from the nearest member) · (r ÷ actors outside) over the "
            + "r reached",
          "closeness：（届く数 r ÷ 最も近い会員からの距離の合計）×（r ÷ グループ外の主体の数）")
    case .betweenness:
      isRaw
        ? Phrase(
          "betweenness: Σ share of shortest paths between two outside that pass a member",
          "betweenness：グループ外の二者を結ぶ最短の道のりのうち、会員を通る割合の合計")
        : Phrase(
          "betweenness: mean share of shortest paths between two outside that pass a member",
          "betweenness：グループ外の二者を結ぶ最短の道のりのうち、会員を通る割合の平均")
    }
  }
}

extension GroupCentrality {
  fileprivate func value(_ scaling: Scaling) -> Double { scaling == .raw ? raw : scaled }

  /// All nodes outside over the sum of distances, where ``raw`` has those reached over it.
  fileprivate var perMemberOutside: Double { scaled > 0 ? raw * raw / scaled : 0 }
}
