import KnowWho
import Testing

@Suite struct RankingTests {
  private func network(_ ids: [String], kinds: [String]? = nil) throws -> (Network, NetworkView) {
    let network = Network(
      actors: Actors(ids: TextColumn(ids), kinds: kinds.map { WordColumn($0) }),
      ties: Ties(sources: [], targets: []))
    return (network, try network.graph())
  }

  @Test func theGreatestFirstAndTiesByID() throws {
    let (network, view) = try network(["10", "9", "b", "a", "C"])
    let ranking = Ranking(of: view, in: network, by: [1, 1, 3, 3, 2])
    #expect(ranking.actors.map(network.actors.id) == ["a", "b", "C", "9", "10"])
    #expect(ranking.nodes == [3, 2, 4, 1, 0])
    #expect(ranking.ranks == [1, 1, 3, 4, 4])
  }

  @Test func whatIsNotDefinedComesLast() throws {
    let (network, view) = try network(["a", "b", "c", "d"])
    let ranking = Ranking(of: view, in: network, by: [.nan, -5, .nan, 0])
    #expect(ranking.actors.map(network.actors.id) == ["d", "b", "a", "c"])
    #expect(ranking.ranks == [1, 2, 3, 3])
  }

  @Test func onlyActorsOfSomeKinds() throws {
    let (network, view) = try network(["a", "b", "c"], kinds: ["firm", "", "person"])
    let ranking = Ranking(of: view, in: network, by: [1, 3, 2], kinds: [.firm, .person])
    #expect(ranking.actors.map(network.actors.id) == ["c", "a"])
    #expect(ranking.ranks == [1, 2])
    #expect(Ranking(of: view, in: network, by: [1, 3, 2], kinds: []).actors == [])
  }

  /// Two scores that only rounding tells apart are one rank, wherever they lie; scores that differ
  /// by more than one part in 10¹² are two.
  @Test func roundingMakesNoRanks() throws {
    let (network, view) = try network(["a", "b"])
    var numbers = Numbers(state: 1)
    for _ in 0..<20_000 {
      let score =
        Double(1 + numbers.next(below: 1 << 30)) / Double(1 + numbers.next(below: 1 << 20))
      let near = Ranking(of: view, in: network, by: [score, score.nextUp])
      #expect(near.ranks == [1, 1], "\(score)")
      #expect(near.nodes == [0, 1], "\(score)")
      let apart = Ranking(of: view, in: network, by: [score, score * (1 + 4e-12)])
      #expect(apart.ranks == [1, 2], "\(score)")
      #expect(apart.nodes == [1, 0], "\(score)")
    }
  }

  @Test func eachMeasureIsFoundByItsName() {
    for measure in NodeMeasure.all {
      #expect(NodeMeasure.named(measure.name)?.name == measure.name)
      #expect(NodeMeasure.named(measure.name.uppercased())?.name == measure.name)
    }
    #expect(NodeMeasure.named("page-rank")?.name == "pageRank")
    #expect(NodeMeasure.named("harmonic_closeness")?.name == "harmonic")
    #expect(NodeMeasure.named("betweeness") == nil)
    #expect(NodeMeasure.named("") == nil)
  }
}
