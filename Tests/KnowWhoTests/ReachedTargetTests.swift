import KnowWho
import Testing

/// Whom one actor gets to, against every chain there is.
@Suite struct ReachedTargetTests {
  @Test func chainsIntroducersAndFragileTargets() throws {
    var (fragileCount, sturdyCount) = (0, 0)
    for seed in 1...60 {
      let oracle = ReachOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let limit = 1 + seed % 3
      let notVia: Set = seed % 4 == 0 ? [seed % 8] : []
      var chains: [[Int]] = []
      let expected = oracle.reached(
        days: nil, possibly: false, asIs: false, limit: limit, notVia: notVia,
        onChain: { chains.append($0) })
      let acquaintances = try Acquaintances(in: oracle.network, ReachOptions(notVia: notVia))
      for asker in acquaintances.askers {
        let found = try acquaintances.reached(from: asker, introducers: limit)
        #expect(Set(found.map(\.actor)) == expected[asker]?[limit])
        #expect(
          found.map { [$0.chain.count, $0.actor] }
            == found.map { [$0.chain.count, $0.actor] }.sorted {
              $0.lexicographicallyPrecedes($1)
            })
        for target in found {
          let all = chains.filter { $0.first == asker && $0.last == target.actor }
          let shortest = all.map(\.count).min()
          #expect(
            target.chain
              == all.filter { $0.count == shortest }.min { $0.lexicographicallyPrecedes($1) },
            "seed \(seed): \(oracle)")
          if target.introducerCount == 0 {
            #expect(target.firstIntroducerCount == 0 && !target.isFragile)
            continue
          }
          #expect(target.firstIntroducerCount == Set(all.map { $0[1] }).count)
          let onAll = target.chain.dropFirst().dropLast().filter { introducer in
            all.allSatisfy { $0.dropFirst().dropLast().contains(introducer) }
          }
          #expect(target.indispensable == onAll, "seed \(seed)")
          fragileCount += target.isFragile ? 1 : 0
          sturdyCount += target.isFragile ? 0 : 1
        }
      }
    }
    #expect(fragileCount > 50 && sturdyCount > 50)
  }

  /// H – U – C – D: the one shortest chain of the paper's project ties.
  @Test func fromHToDOverProjects() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let acquaintances = try Acquaintances(in: network, ReachOptions(tieKinds: [.project]))
    let found = try acquaintances.reached(from: try network.actors.index(named: "H"))
    let toD = try #require(found.first { network.actors.id($0.actor) == "D" })
    #expect(toD.chain.map { network.actors.id($0) } == ["H", "U", "C", "D"])
    #expect(toD.indispensable.map { network.actors.id($0) } == ["U", "C"])
    // H asks U, or anyone who was in Tribomics with U.
    #expect(toD.firstIntroducerCount == 4)
  }
}
