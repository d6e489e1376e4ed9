import KnowWho
import Testing

@Suite struct NextAcquaintanceTests {
  /// Adds each tie in turn and lists every chain anew.
  @Test func bestOfAllTiesThatCouldBeAdded() throws {
    var (gains, ties) = (0, 0)
    for seed in 1...42 {
      let oracle = ReachOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let introducers = seed % 6
      let notVia: Set = seed % 5 == 0 ? [seed % 8, seed % 3] : []
      let acquaintances = try Acquaintances(in: oracle.network, ReachOptions(notVia: notVia))
      let found = acquaintances.nextAcquaintances(introducers: introducers)
      let askers = acquaintances.askers
      #expect(found.count == askers.count)
      func reached(_ oracle: ReachOracle, _ actor: Int) -> Int {
        oracle.reached(
          days: nil, possibly: false, asIs: false, limit: introducers, notVia: notVia)[actor]?[
            introducers
          ].count ?? 0
      }
      for (asker, best) in zip(askers, found) {
        let now = reached(oracle, asker)
        let own = oracle.groups(of: asker, days: nil, possibly: false)
        var expected: (actor: Int, gain: Int)?
        for other in askers where other != asker && !own.contains(other) {
          var more = oracle
          more.ties.append(ReachOracle.Tie(source: asker, target: other, kind: "business"))
          let gain = reached(more, asker) - now
          if gain > expected?.gain ?? 0 { expected = (other, gain) }
        }
        #expect(best?.gain == expected?.gain, "seed \(seed): n\(asker) in \(oracle)")
        #expect(best?.actor == expected?.actor, "seed \(seed): n\(asker) in \(oracle)")
        gains += best == nil ? 0 : 1
        ties += best.map { $0.gain > 1 ? 1 : 0 } ?? 0
      }
    }
    #expect(gains > 50 && ties > 20)
  }

  /// Two stars: a leaf of one gains most by the hub of the other.
  @Test func theHubOfTheOtherStar() throws {
    let leaves = (1...40).map { "p\($0)" }
    let network = Network(
      pairs: leaves.map { ("p", $0) } + leaves.prefix(20).map { ("q", "q" + $0) })
    let acquaintances = try Acquaintances(in: network)
    let next = acquaintances.nextAcquaintances()
    let q = try network.actors.index(named: "q")
    let p = try network.actors.index(named: "p")
    let (leafOfP, leafOfQ) = (
      try network.actors.index(named: "p1"), try network.actors.index(named: "qp1")
    )
    for (asker, actor, gain) in [(leafOfP, q, 21), (leafOfQ, p, 41), (q, p, 41)] {
      #expect(next[asker]?.actor == actor)
      #expect(next[asker]?.gain == gain)
    }
  }
}
