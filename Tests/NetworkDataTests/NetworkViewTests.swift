import GraphStructure
import NetworkData
import Testing

@Suite struct NetworkViewTests {
  /// Three women and three meetings in the manner of Davis: Ann and Bea share 1, all three
  /// share 2, and 3 is Cat's alone.
  private func meetings() -> Network {
    let actors = Actors(
      ids: TextColumn(["Ann", "1", "Bea", "2", "Cat", "3"]),
      kinds: WordColumn(["person", "event", "person", "event", "person", "event"]))
    let ties = Ties(sources: [0, 0, 2, 2, 4, 4], targets: [1, 3, 1, 3, 3, 5])
    return Network(actors: actors, ties: ties)
  }

  /// Source, target and strength of each edge, by id.
  private func edges(_ view: NetworkView, _ network: Network) -> Set<String> {
    let graph = view.graph
    var edges: Set<String> = []
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        let end = Int(graph.outgoing.ends[arc])
        if !graph.isDirected, end < node { continue }
        let ids = [node, end].map { network.actors.ids[view.actors[$0]] }
        let strength = graph.outgoing.strengths.map { " \($0[arc])" } ?? ""
        edges.insert(ids.joined(separator: graph.isDirected ? ">" : "-") + strength)
      }
    }
    return edges
  }

  @Test func asItIs() throws {
    let network = meetings()
    let view = try network.graph()
    #expect(view.actors == [0, 1, 2, 3, 4, 5])
    #expect(edges(view, network) == ["Ann-1", "Ann-2", "1-Bea", "Bea-2", "2-Cat", "Cat-3"])
    #expect(view.ties == .all(count: 6))
    #expect(!view.graph.hasStrengths)
  }

  @Test func projectedOntoEither() throws {
    let network = meetings()
    let people = try network.graph(projecting: [.event])
    #expect(people.actors == [0, 2, 4])
    #expect(edges(people, network) == ["Ann-Bea 2.0", "Ann-Cat 1.0", "Bea-Cat 1.0"])
    let events = try network.graph(projecting: [.person])
    #expect(events.actors == [1, 3, 5])
    #expect(edges(events, network) == ["1-2 2.0", "2-3 1.0"])
    #expect(events.node(of: 3) == 1)
    #expect(events.node(of: 0) == nil)
  }

  @Test func ofSomeActorsOnly() throws {
    let network = meetings()
    let none = try network.graph(actors: [.person])
    #expect(none.actors == [0, 2, 4])
    #expect(none.graph.edgeCount == 0)
    // Chosen after projecting: the meetings still tie the women.
    let women = try network.graph(actors: [.person], projecting: [.event])
    #expect(edges(women, network) == ["Ann-Bea 2.0", "Ann-Cat 1.0", "Bea-Cat 1.0"])
  }

  /// A is tied to B for sure in 1990, perhaps to C then; to D by another kind; E has no tie.
  private func dated() -> Network {
    let actors = Actors(ids: TextColumn(["A", "B", "C", "D", "E"]))
    var ties = Ties(sources: [0, 0, 0, 3], targets: [1, 2, 3, 3])
    ties.kinds = WordColumn(["business", "business", "kinship", ""])
    let year: (Int) -> PartialDate? = { PartialDate(year: $0) }
    ties.dates = Ties.Dates(
      beganFrom: [year(1980), year(1980), nil, nil], beganTo: [year(1985), year(1995), nil, nil],
      endedFrom: [year(1999), year(1999), nil, nil], endedTo: [year(2000), year(2000), nil, nil])
    return Network(actors: actors, ties: ties)
  }

  @Test func atADate() throws {
    let network = dated()
    let definite = try network.graph(at: 1990)
    #expect(edges(definite, network) == ["A-B"])
    #expect(definite.actors == [0, 1])
    #expect(definite.ties == .some([0]))
    // A–C, and the two without dates.
    #expect(definite.furtherPossibleTieCount == 3)
    #expect(definite.isolatesLeftOut == 3)

    let possible = try network.graph(at: 1990, possibly: true)
    #expect(edges(possible, network) == ["A-B", "A-C", "A-D"])
    #expect(possible.ties == .all(count: 4))
    #expect(possible.furtherPossibleTieCount == 0)
    #expect(possible.droppedLoopCount == 1)
    #expect(possible.isolatesLeftOut == 1)

    let late = try network.graph(at: 2001)
    #expect(late.actors.isEmpty)
    #expect(late.furtherPossibleTieCount == 2)

    let all = try network.graph(at: 1990, isolates: true)
    #expect(all.actors == [0, 1, 2, 3, 4])
    #expect(all.isolatesLeftOut == 0)
  }

  @Test func ofSomeTieKinds() throws {
    let network = dated()
    let business = try network.graph(ties: [.business])
    #expect(edges(business, network) == ["A-B", "A-C"])
    #expect(business.actors == [0, 1, 2])
    #expect(business.isolatesLeftOut == 2)
    let both = try network.graph(at: 1990, possibly: true, ties: [.kinship, .business])
    #expect(edges(both, network) == ["A-B", "A-C", "A-D"])
    #expect(try network.graph(ties: [.subsidy]).ties == .some([]))
    let everything = try network.graph()
    #expect(everything.actors == [0, 1, 2, 3, 4])
    #expect(everything.droppedLoopCount == 1)
  }

  @Test func strengthsAddUpAndTheLeastDistanceStays() throws {
    var ties = Ties(sources: [0, 1, 1], targets: [1, 0, 2])
    ties.strengths = [2.5, .nan, 0]
    ties.distances = [7, 3, .nan]
    let network = Network(actors: Actors(ids: TextColumn(["A", "B", "C"])), ties: ties)
    let view = try network.graph()
    // The strength that was not given counts as 1, so does the distance; 0 stays 0.
    #expect(edges(view, network) == ["A-B 3.5", "B-C 0.0"])
    #expect(view.mergedTieCount == 1)
    let arc = try #require(view.graph.outgoing.arcs(of: 0).first)
    #expect(view.graph.outgoing.distances?[arc] == 3)
    let directed = try network.graph(direction: .directed)
    #expect(edges(directed, network) == ["A>B 2.5", "B>A 1.0", "B>C 0.0"])
    #expect(directed.mergedTieCount == 0)
    let chosen = try network.graph(ties: [.business])
    #expect(chosen.graph.edgeCount == 0)
  }

  @Test func mixedDirections() throws {
    var ties = Ties(sources: [0, 1, 2, 2], targets: [1, 2, 0, 2])
    ties.directions = .each(isDirected: [true, false, false, false])
    ties.kinds = WordColumn(["a", "b", "b", "b"])
    let network = Network(actors: Actors(ids: TextColumn(["A", "B", "C"])), ties: ties)
    let given = try network.graph()
    #expect(edges(given, network) == ["A>B", "B>C", "C>B", "C>A", "A>C"])
    #expect(given.droppedLoopCount == 1)
    #expect(given.mergedTieCount == 0)
    #expect(edges(try network.graph(direction: .undirected), network) == ["A-B", "B-C", "A-C"])
    #expect(edges(try network.graph(direction: .directed), network) == ["A>B", "B>C", "C>A"])
    // Without the one directed tie, nothing is directed.
    #expect(edges(try network.graph(ties: [TieKind(rawValue: "b")]), network) == ["B-C", "A-C"])
  }

  /// A tie counts as folded once, though an undirected one makes two arcs beside directed ones.
  @Test(arguments: [
    ([false, false, true], 1), ([false, false, false, true], 2), ([true, false, true], 1),
    ([true, true], 0),
  ])
  func foldedTiesAreCountedOnce(isDirected: [Bool], folded: Int) throws {
    // All but the last tie A and B, the last one C and D.
    let count = isDirected.count
    var sources = [UInt32](repeating: 0, count: count)
    var targets = [UInt32](repeating: 1, count: count)
    (sources[count - 1], targets[count - 1]) = (2, 3)
    var ties = Ties(sources: sources, targets: targets)
    ties.directions = .each(isDirected: isDirected)
    let network = Network(actors: Actors(ids: TextColumn(["A", "B", "C", "D"])), ties: ties)
    #expect(try network.graph().mergedTieCount == folded)
  }

  @Test func ofPairs() throws {
    let network = Network(pairs: [("A", "B"), ("B", "C"), ("A", "B"), ("C", "C")])
    #expect(Array(network.actors.ids) == ["A", "B", "C"])
    let view = try network.graph()
    #expect(edges(view, network) == ["A-B", "B-C"])
    #expect(view.mergedTieCount == 1)
    #expect(view.droppedLoopCount == 1)
    let empty = Network(pairs: [])
    #expect(try empty.graph().graph.nodeCount == 0)
  }
}
