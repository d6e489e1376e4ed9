/// One network that groups are taken from.
public struct GroupPool: Sendable {
  /// All actors and the ties between them, without directions.
  public let graph: Graph

  private let strongFrom: Double?
  private let subgroups: [Int?]?
  private let acts: [Double?]?
  private let knowWho: [MemberReach?]?
  private let rounds: Int

  /// Creates a pool.
  ///
  /// - Parameters:
  ///   - graph: All actors and the ties between them; directions are left out.
  ///   - strongFrom: From which strength on a tie is strong; nil for every tie.
  ///   - subgroups: The subgroup of each actor; nil to look for communities.
  ///   - acts: How often each actor acted; nil where no acts are given.
  ///   - knowWho: For each actor the organisations it gets to; nil where that is not known.
  ///   - rounds: How many talks of two fit into a meeting.
  public init(
    graph: Graph, strongFrom: Double? = nil, subgroups: [Int?]? = nil, acts: [Double?]? = nil,
    knowWho: [MemberReach?]? = nil, rounds: Int = 9
  ) {
    self.graph = graph.undirected
    self.strongFrom = strongFrom
    self.subgroups = subgroups
    self.acts = acts
    self.knowWho = knowWho
    self.rounds = rounds
  }

  /// Returns the group of some actors: the ties between them, and whom they reach outside.
  ///
  /// - Parameters:
  ///   - members: Distinct nodes of the graph.
  ///   - name: What the group is called.
  ///   - reachesOutside: Whether it is counted whom members reach outside.
  /// - Returns: The group; member *i* is node *i* of its graph.
  public func group(
    of members: [Graph.Node], name: String, reachesOutside: Bool = true
  ) -> ComparedGroup {
    ComparedGroup(
      name: name, graph: graph.subgraph(of: members), strongFrom: strongFrom,
      subgroups: subgroups.map { column in members.map { column[$0] } },
      acts: acts.map { column in members.map { column[$0] } },
      outsideReach: reachesOutside && members.count < graph.nodeCount
        ? outsideReach(of: members) : nil,
      knowWho: knowWho.map { column in members.map { column[$0] } }, rounds: rounds)
  }

  private func outsideReach(of members: [Int]) -> [Int] {
    var isMember = [Bool](repeating: false, count: graph.nodeCount)
    for member in members { isMember[member] = true }
    var seenFrom = [Int](repeating: -1, count: graph.nodeCount)
    return members.map { member in
      var outside = 0
      func see(_ node: Int) {
        guard seenFrom[node] != member else { return }
        seenFrom[node] = member
        if !isMember[node] { outside += 1 }
      }
      for contact in graph.successors(of: member) {
        see(contact)
        for arc in graph.outgoing.arcs(of: contact) { see(Int(graph.outgoing.ends[arc])) }
      }
      return outside
    }
  }
}
