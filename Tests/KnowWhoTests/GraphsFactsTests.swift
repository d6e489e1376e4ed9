import KnowWho
import Testing

/// The networks of `Graphs/` against published figures: conventions.md, the paper, networkx.
@Suite struct GraphsFactsTests {
  private func network(_ name: String) throws -> Network {
    try Network(contentsOf: "\(graphs)/\(name)")
  }

  @Test(arguments: [
    ("florentine", 15, 20), ("karate", 34, 78), ("davis", 32, 89), ("kite", 10, 18),
  ])
  func sizes(name: String, actors: Int, ties: Int) throws {
    let graph = try network(name).graph().graph
    #expect(graph.nodeCount == actors)
    #expect(graph.edgeCount == ties)
    #expect(!graph.isDirected)
    #expect(graph.mergedEdgeCount == 0)
    #expect(graph.droppedLoopCount == 0)
  }

  @Test func projectionsOfDavis() throws {
    let davis = try network("davis")
    let kinds = davis.actorKinds
    let women = try davis.graph(projecting: Set(kinds.filter { $0 != .person }))
    #expect(women.graph.nodeCount == 18)
    #expect(women.graph.edgeCount == 139)
    #expect(GraphProfile(of: women.graph).totalStrength == 322)
    let events = try davis.graph(projecting: [.person])
    #expect(events.graph.nodeCount == 14)
    #expect(events.graph.edgeCount == 66)
    #expect(GraphProfile(of: events.graph).totalStrength == 214)
  }

  /// 「A～Oが現会員」: the fifteen members of July 2009, no one else.
  @Test func membersOfTechnomixInJuly2009() throws {
    let network = try network("technomix")
    let technomix = try #require(network.actors.index(ofID: "technomix"))
    let july = try #require(Period("2009-07"))
    func members(possibly: Bool) -> [String] {
      network.ties.indices.filter { tie in
        let lifetime = network.ties.lifetime(tie)
        return network.ties.kind(tie) == .membership
          && Int(network.ties.targets[tie]) == technomix
          && (possibly
            ? lifetime.isPossiblyAlive(in: july) : lifetime.isDefinitelyAlive(in: july))
      }.map { network.actors.ids[Int(network.ties.sources[$0])] }.sorted()
    }
    let firms = "ABCDEFGHIJKLMNO".map(String.init)
    #expect(members(possibly: false) == firms)
    #expect(members(possibly: true) == firms)
    let view = try network.graph(at: july, ties: [.membership], actors: [.firm])
    #expect(view.actors.map { network.actors.ids[$0] }.sorted() == firms)
  }

  /// Ten firms did projects together, 19 pairs of them; U and C stand between.
  @Test func projectsOfTechnomix() throws {
    let network = try network("technomix")
    let view = try network.graph(ties: [.project], actors: [.firm], projecting: [.project])
    #expect(
      view.actors.map { network.actors.ids[$0] }.sorted() == [
        "A", "C", "D", "F", "G", "H", "I", "U", "V", "outsider",
      ])
    let profile = GraphProfile(of: view.graph)
    #expect(profile.edgeCount == 19)
    #expect(abs(profile.density - 0.4222) < 0.00005)
    #expect(abs((profile.transitivity ?? .nan) - 0.7627) < 0.00005)
    #expect(try betweenness(view, network) == ["U": 20, "C": 18])
  }

  @Test func projectTiesAsTheyAre() throws {
    let network = try network("technomix")
    let scores = try betweenness(try network.graph(ties: [.project]), network)
    #expect(scores["U"] == 48)
    #expect(abs((scores["C"] ?? .nan) - 45.67) < 0.005)
  }

  /// The betweenness of the actors for which it is not 0.
  private func betweenness(_ view: NetworkView, _ network: Network) throws -> [String: Double] {
    let measure = try #require(NodeMeasure.named("betweenness"))
    let column = try #require(
      try measure.columns(view.graph, NodeMeasure.Settings(scaling: .raw)).first)
    var scores: [String: Double] = [:]
    for node in view.graph.nodes where abs(column.scores[node]) > 1e-9 {
      scores[network.actors.ids[view.actors[node]]] = (column.scores[node] * 1e9).rounded() / 1e9
    }
    return scores
  }

  /// H – U – C – D: two introducers, over project ties alone; at 2009 U is gone.
  @Test func fromHToDOverProjects() throws {
    let network = try network("technomix")
    let firm: ActorKind? = .firm
    let ever = try network.reach(introducers: 3, ReachOptions(tieKinds: [.project]))
    let row = try #require(
      ever.actors.firstIndex { network.actors.ids[$0] == "H" })
    let kind = try #require(ever.kinds.firstIndex(of: firm))
    // H met I, U, F and the outsider; U met C and V; C met A, D and G.
    #expect((0...3).map { ever.count(row: row, introducers: $0, kind: kind) } == [4, 6, 9, 9])
    let in2009 = try network.reach(
      introducers: 3, ReachOptions(period: 2009, tieKinds: [.project]))
    #expect(!in2009.actors.contains { network.actors.ids[$0] == "H" })
  }

  /// Technomix is known to each member at once, its partners through it.
  @Test func whatAMemberReaches() throws {
    let network = try network("technomix")
    let july = try #require(Period("2009-07"))
    let reach = try network.reach(
      introducers: 1, ReachOptions(period: july, tieKinds: [.membership])
    )
    let rows = reach.actors.indices.filter { network.actors.kind(reach.actors[$0]) == .firm }
    let firm: ActorKind? = .firm
    let kind = try #require(reach.kinds.firstIndex(of: firm))
    #expect(rows.count == 15)
    for row in rows { #expect(reach.count(row: row, introducers: 0, kind: kind) == 14) }
  }
}
