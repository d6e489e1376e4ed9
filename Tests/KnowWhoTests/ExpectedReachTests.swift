import KnowWho
import Testing

@Suite struct ExpectedReachTests {
  /// All pairs that know each other, with what a chain may step over.
  private func pairs(_ oracle: ReachOracle) -> [[Int]] {
    var pairs: Set<[Int]> = []
    _ = oracle.reached(days: nil, possibly: false, asIs: false, limit: 0) { _, _ in
      true
    } onChain: {
      pairs.insert($0.sorted())
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Tells all states of all acquaintances apart.
  @Test func everyStateOpenOrClosed() throws {
    var (checked, uncertain) = (0, 0)
    for seed in 1...120 {
      let oracle = ReachOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let pairs = pairs(oracle)
      guard pairs.count <= 6 else { continue }
      let limit = 1 + seed % 3
      let notVia: Set = seed % 5 == 0 ? [seed % 8] : []
      let chance = 0.3
      var expected = [Double](repeating: 0, count: 8)
      for state in 0..<(1 << pairs.count) {
        var open: Set<[Int]> = []
        var probability = 1.0
        for (index, pair) in pairs.enumerated() {
          let isOpen = state >> index & 1 == 1
          probability *= isOpen ? chance : 1 - chance
          if isOpen { open.insert(pair) }
        }
        let reached = oracle.reached(
          days: nil, possibly: false, asIs: false, limit: limit, notVia: notVia,
          isOpen: { open.contains([$0, $1].sorted()) })
        for actor in 0..<8 {
          expected[actor] += probability * Double(reached[actor]?[limit].count ?? 0)
        }
      }
      let acquaintances = try Acquaintances(in: oracle.network, ReachOptions(notVia: notVia))
      let found = try acquaintances.expectedReach(
        introducers: limit,
        chances: try RelayChances(strong: chance, weak: chance, across: chance))
      for (actor, value) in zip(acquaintances.askers, found) {
        #expect(value.isExact)
        #expect(abs(value.mean - expected[actor]) < 1e-12, "seed \(seed): n\(actor) in \(oracle)")
        checked += 1
        uncertain += value.uncertainCount > 1 ? 1 : 0
      }
    }
    #expect(checked > 100 && uncertain > 30)
  }

  @Test func certainAndImpossibleRelays() throws {
    let (sure, never) = (
      try RelayChances(strong: 1, weak: 1, across: 1),
      try RelayChances(strong: 0, weak: 0, across: 0)
    )
    for name in ["florentine", "kite"] {
      let network = try Network(contentsOf: graphs + "/" + name)
      let acquaintances = try Acquaintances(in: network)
      let targets = ReachTargets(in: network, kinds: Set(network.actorKinds))
      let reach = acquaintances.reach(introducers: 2, targets: targets)
      let open = try acquaintances.expectedReach(
        introducers: 2, chances: sure, targets: targets, runs: 2)
      let closed = try acquaintances.expectedReach(
        introducers: 2, chances: never, targets: targets, runs: 2)
      for row in reach.actors.indices {
        #expect(abs(open[row].mean - Double(reach.total(row: row, introducers: 2))) < 1e-9)
        #expect(abs(closed[row].mean - Double(reach.total(row: row, introducers: 0))) < 1e-9)
      }
    }
  }

  /// From the end of a path a – b – c – d: 1 + ½ + ¼ with two introducers.
  @Test func aPath() throws {
    let acquaintances = try Acquaintances(
      in: Network(pairs: [("a", "b"), ("b", "c"), ("c", "d")]))
    let half = try RelayChances(strong: 0.5)
    let found = try acquaintances.expectedReach(introducers: 2, chances: half)
    #expect(found[0].mean == 1.75 && found[0].isExact && found[0].uncertainCount == 2)
    #expect(found[1].mean == 2.5)
  }

  /// 30 disjoint ways of four steps: too many cases, so simulated; each target by itself is easy.
  @Test func simulationBracketsTheTruth() throws {
    var pairs: [(String, String)] = []
    for way in 0..<30 {
      pairs += [("a", "b\(way)"), ("b\(way)", "c\(way)"), ("c\(way)", "d\(way)")]
      pairs.append(("d\(way)", "e\(way)"))
    }
    let acquaintances = try Acquaintances(in: Network(pairs: pairs))
    let half = try RelayChances(strong: 0.5)
    let truth = 30 * (1 + 0.5 + 0.25 + 0.125)
    var outside = 0
    for seed in 1...12 {
      let found = try acquaintances.expectedReach(
        from: [0], introducers: 3, chances: half, runs: 100, seed: UInt64(seed))[0]
      let margin = try #require(found.margin)
      #expect(margin > 0)
      if abs(found.mean - truth) > margin { outside += 1 }
    }
    // One in twenty is to be expected.
    #expect(outside <= 3)
    func twentyRuns(seed: UInt64) throws -> [ExpectedReach] {
      try acquaintances.expectedReach(
        from: [0], introducers: 3, chances: half, runs: 20, seed: seed)
    }
    #expect(try twentyRuns(seed: 7) == twentyRuns(seed: 7))
    #expect(try twentyRuns(seed: 7) != twentyRuns(seed: 8))
  }

  /// What the chance of a tie rests on, through an introducer b that is sure to be asked.
  @Test func classesAndKinds() throws {
    func chance(
      _ tie: ReachOracle.Tie, kinds: [String], strength: Double?, _ chances: RelayChances,
      further: [ReachOracle.Tie] = []
    ) throws -> Double {
      let oracle = ReachOracle(
        kinds: kinds,
        ties: [ReachOracle.Tie(source: 0, target: 1, kind: "business"), tie] + further)
      var network = oracle.network
      if let strength {
        var ties = network.ties
        ties.strengths = Column([5, strength] + further.map { _ in 5 })
        network = Network(actors: network.actors, ties: ties)
      }
      let acquaintances = try Acquaintances(in: network)
      // Who asks knows one; the other comes by chance.
      return try acquaintances.expectedReach(chances: chances)[0].mean - 1
    }
    let firms = ["firm", "firm", "firm"]
    let tie = ReachOracle.Tie(source: 1, target: 2, kind: "business")
    let usual = RelayChances.standard
    #expect(abs(try chance(tie, kinds: firms, strength: nil, usual) - 0.6) < 1e-12)
    #expect(abs(try chance(tie, kinds: firms, strength: 3, usual) - 0.6) < 1e-12)
    #expect(abs(try chance(tie, kinds: firms, strength: 2.9, usual) - 0.15) < 1e-12)
    #expect(abs(try chance(tie, kinds: firms, strength: .nan, usual) - 0.15) < 1e-12)
    let trade = try RelayChances(kinds: [TieKind(rawValue: "business"): 0.8])
    #expect(abs(try chance(tie, kinds: firms, strength: 2, trade) - 0.8) < 1e-12)
    let across = try RelayChances(across: 0.3)
    let sisters = ReachOracle.Tie(source: 1, target: 2, kind: "sisterGroup")
    #expect(
      abs(try chance(sisters, kinds: ["firm", "group", "group"], strength: nil, across) - 0.3)
        < 1e-12)
    // Members of different groups; the groups themselves are reached for certain or by chance too.
    let memberships = [
      ReachOracle.Tie(source: 1, target: 3, kind: "membership"),
      ReachOracle.Tie(source: 2, target: 4, kind: "membership"),
    ]
    let found = try chance(
      tie, kinds: firms + ["group", "group"], strength: nil, across, further: memberships)
    #expect(abs(found - (0.3 + 0.6)) < 1e-12)
    for wrong in [-0.1, 1.1, .nan] {
      #expect(throws: MeasureError.self) { try RelayChances(strong: wrong) }
    }
  }
}
