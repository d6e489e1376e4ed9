import KnowWho
import Testing

@Suite struct SuccessionTests {
  private func star(leaves: Int) -> SuccessionOracle {
    // 0 in the middle, then the leaves, then one who knows nobody else.
    let kinds = [String](repeating: "firm", count: leaves + 2)
    var ties = (1...leaves).map { ReachOracle.Tie(source: 0, target: $0, kind: "business") }
    ties.append(ReachOracle.Tie(source: 0, target: leaves + 1, kind: "kinship"))
    let through = [Int?](repeating: nil, count: ties.count)
    return SuccessionOracle(base: ReachOracle(kinds: kinds, ties: ties), through: through)
  }

  @Test func changesAgreeWithLeavingTiesOut() throws {
    var losses = 0
    for seed in 1...60 {
      let oracle = SuccessionOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let acquaintances = try Acquaintances(in: oracle.network)
      let introducers = seed % 4
      let departures = Departures(from: acquaintances, introducers: introducers)
      for leaving: Set<Int> in [[seed % 8], [seed % 8, (seed / 8) % 8]] {
        let before = SuccessionOracle.reach(
          oracle.base, introducers: introducers, without: leaving)
        let after = SuccessionOracle.reach(
          oracle.retired(leaving), introducers: introducers, without: leaving)
        let retirement = Retirement(of: leaving, from: acquaintances)
        #expect(
          retirement.ties == oracle.base.ties.indices.filter { oracle.hangs($0, on: leaving) })
        let changes = departures.changes(by: retirement)
        #expect(changes.map(\.actor) == acquaintances.askers.filter { !leaving.contains($0) })
        for change in changes {
          #expect(change.before == before[change.actor], "seed \(seed), \(leaving)")
          #expect(change.after == after[change.actor], "seed \(seed), \(leaving): \(oracle)")
          losses += change.loss
        }
      }
    }
    #expect(losses > 100)
  }

  @Test func rankingAgreesWithRetiringEachActor() throws {
    for seed in 1...60 {
      let oracle = SuccessionOracle(seed: seed, dated: seed % 2 == 1, directed: seed % 3 == 0)
      let acquaintances = try Acquaintances(in: oracle.network)
      let introducers = seed % 4
      let departures = Departures(from: acquaintances, introducers: introducers)
      let ranking = departures.ranking()
      #expect(ranking.map(\.actor).sorted() == acquaintances.askers)
      for row in ranking {
        let others = acquaintances.askers.filter { $0 != row.actor }
        func sum(_ reach: [Int]) -> Int { others.reduce(0) { $0 + reach[$1] } }
        let before = sum(
          SuccessionOracle.reach(oracle.base, introducers: introducers, without: [row.actor]))
        let after = sum(
          SuccessionOracle.reach(
            oracle.retired([row.actor]), introducers: introducers, without: [row.actor]))
        #expect(row.before == before && row.loss == before - after, "seed \(seed) n\(row.actor)")
        let better = ranking.count { ($0.share ?? 0) > (row.share ?? 0) + 1e-12 }
        #expect(row.rank == better + 1)
      }
      let ids = ranking.map { [$0.rank, $0.actor] }
      #expect(ids == ids.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    }
  }

  /// Memberships through others included: a group does not begin to introduce who loses one.
  @Test func removingActorsNeverRaisesReach() throws {
    var lost = 0
    for seed in 1...200 {
      var oracle = SuccessionOracle(seed: seed, dated: true, directed: seed % 2 == 0)
      var numbers = Numbers(state: UInt64(seed) &+ 7)
      for (tie, content) in oracle.base.ties.enumerated() where content.kind == "membership" {
        oracle.through[tie] = numbers.next(below: 8)
      }
      let period = seed % 3 == 0 ? Period("2000-01-13") : nil
      let acquaintances = try Acquaintances(in: oracle.network, ReachOptions(period: period))
      for introducers in [1, 3] {
        let departures = Departures(from: acquaintances, introducers: introducers)
        for actors in (0..<8).map({ [$0] }) + [[0, 1], [2, 5], [3, 4, 7]] {
          let changes = departures.changes(by: Retirement(of: Set(actors), from: acquaintances))
          #expect(changes.allSatisfy { $0.after <= $0.before }, "seed \(seed) without \(actors)")
          lost += changes.reduce(0) { $0 + $1.loss }
        }
      }
    }
    #expect(lost > 1000)
  }

  /// Without p, through whom x was a member, the group does not introduce x to y: it did not before.
  ///
  /// x is tied to it by business too, and y is a member that x never met.
  @Test func aGroupDoesNotBeginToIntroduceItsFormerMembers() throws {
    // 0 the group, 1 x, 2 y, 3 p.
    let ties: [ReachOracle.Tie] = [
      .init(source: 1, target: 0, kind: "membership", beganFrom: 10, endedTo: 12),
      .init(source: 2, target: 0, kind: "membership", beganFrom: 15, endedTo: 18),
      .init(source: 1, target: 0, kind: "business"),
    ]
    let oracle = SuccessionOracle(
      base: ReachOracle(kinds: ["group", "firm", "firm", "person"], ties: ties),
      through: [3, nil, nil])
    let acquaintances = try Acquaintances(in: oracle.network)
    let changes = Departures(from: acquaintances)
      .changes(by: Retirement(of: [3], from: acquaintances))
    #expect(changes.map(\.before) == [2, 1, 1])
    #expect(changes.map(\.after) == [2, 1, 1])
    // Without that membership from the beginning, the group does introduce them.
    var never = oracle.base
    never.ties.removeFirst()
    #expect(try never.network.reach().total(row: 1, introducers: 1) == 2)
  }

  @Test func expectationAgreesWithEnumeratingWhatIsKept() throws {
    var checked = 0
    for seed in 1...40 {
      let oracle = SuccessionOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let (actor, heir) = (seed % 8, (seed + 1 + seed / 8) % 8)
      guard actor != heir else { continue }
      let acquaintances = try Acquaintances(in: oracle.network)
      let retirement = Retirement(of: [actor], heir: heir, from: acquaintances)
      let ties = oracle.inheritable(from: actor, by: heir)
      #expect(retirement.inheritable == ties)
      let share = 0.3
      let result = Departures(from: acquaintances, introducers: 1)
        .inheritance(of: retirement, shares: [share])
      #expect(result.runs == nil)
      var expected = [Double](repeating: 0, count: 8)
      for mask in 0..<(1 << ties.count) {
        let kept = ties.indices.filter { mask >> $0 & 1 == 1 }
        var chance = 1.0
        for tie in ties.indices { chance *= kept.contains(tie) ? share : 1 - share }
        let reach = SuccessionOracle.reach(
          oracle.retired([actor], heir: heir, keeping: Set(kept.map { ties[$0] })),
          introducers: 1, without: [actor])
        for other in 0..<8 { expected[other] += chance * Double(reach[other]) }
      }
      for (row, other) in result.actors.enumerated() {
        #expect(abs(result.points[0].reach[row].mean - expected[other]) < 1e-9, "seed \(seed)")
        checked += 1
      }
      let others = result.actors.filter { $0 != heir }.reduce(0) { $0 + expected[$1] }
      #expect(abs(result.points[0].others.mean - others) < 1e-9)
    }
    #expect(checked > 100)
  }

  @Test func aShareOfNothingIsNoHeirAndMoreIsNeverWorse() throws {
    for seed in 1...80 {
      let oracle = SuccessionOracle(seed: seed, dated: seed % 2 == 0)
      let acquaintances = try Acquaintances(in: oracle.network)
      let departures = Departures(from: acquaintances, introducers: 2)
      let (actor, heir) = (seed % 8, (seed + 3) % 8)
      let shares = [0, 0.2, 0.5, 0.9, 1]
      let retirement = Retirement(of: [actor], heir: heir, from: acquaintances)
      let result = departures.inheritance(of: retirement, shares: shares)
      let changes = departures.changes(by: Retirement(of: [actor], from: acquaintances))
      for change in changes {
        let row = try #require(result.actors.firstIndex(of: change.actor))
        #expect(result.points[0].reach[row].mean == Double(change.after))
        #expect(result.before[row] == change.before)
      }
      #expect(result.points[0].dependence?.mean == Departures.dependence(changes))
      for (point, next) in zip(result.points, result.points.dropFirst()) {
        for (less, more) in zip(point.reach, next.reach) {
          #expect(more.mean >= less.mean - 1e-9, "seed \(seed) at \(next.share)")
        }
      }
    }
  }

  /// An heir with all of it stands where the other stood: only ties between the two are lost, so
  /// what is not the heir stays within reach of all but the heir.
  @Test func aFullShareLosesOnlyWhatCannotBeInherited() throws {
    for seed in 1...60 {
      let oracle = SuccessionOracle(seed: seed, dated: false, groups: false)
      let (actor, heir) = (seed % 8, (seed + 5) % 8)
      let acquaintances = try Acquaintances(in: oracle.network)
      let result = Departures(from: acquaintances, introducers: 1).inheritance(
        of: Retirement(of: [actor], heir: heir, from: acquaintances), shares: [1])
      let before = oracle.base.reached(days: nil, possibly: false, asIs: false, limit: 1)
      for (row, other) in result.actors.enumerated() where other != heir {
        let kept = before[other]?[1].subtracting([actor, heir]).count ?? 0
        #expect(result.points[0].reach[row].mean >= Double(kept), "seed \(seed) n\(other)")
      }
    }
  }

  /// A star of 14: the heir joins two leaves if it keeps both ties, so the leaves reach
  /// 14·13·ι² others and 14·ι times the heir, who reaches 14·ι.
  @Test func simulationFindsTheExpectationOfAStar() throws {
    let leaves = 14
    let oracle = star(leaves: leaves)
    let acquaintances = try Acquaintances(in: oracle.network)
    let retirement = Retirement(of: [0], heir: leaves + 1, from: acquaintances)
    #expect(retirement.ties.count == leaves + 1)
    #expect(retirement.inheritable.count == leaves)
    let departures = Departures(from: acquaintances, introducers: 1)
    let shares = [0, 0.25, 0.5, 1]
    let result = departures.inheritance(of: retirement, shares: shares, runs: 2000, seed: 7)
    #expect(result.runs == 2000)
    for point in result.points {
      let others = Double(leaves * (leaves - 1)) * point.share * point.share
      let heir = Double(leaves) * point.share
      // A margin is 1.96 standard errors: 3 of them are nearly never passed.
      #expect(abs(point.others.mean - others - heir) <= 3 * point.others.margin + 1e-9)
      #expect(abs(point.heir.mean - heir) <= 3 * point.heir.margin + 1e-9)
    }
    #expect(result.points[1].others.margin > 0)
    #expect(result.points[0].others.margin == 0 && result.points[3].others.margin == 0)
    for threads in [1, 2, 3, 8] {
      let again = departures.inheritance(
        of: retirement, shares: shares, runs: 2000, seed: 7, execution: Execution(threads: threads))
      #expect(again.points == result.points)
    }
    let other = departures.inheritance(of: retirement, shares: shares, runs: 2000, seed: 8)
    #expect(other.points != result.points)
  }

  /// On the path 0 – 1 – 2 with one introducer all of the reach between the ends hangs on 1.
  @Test func knownDependenceOfAPath() throws {
    let network = Network(pairs: [("x", "y"), ("y", "z")])
    let acquaintances = try Acquaintances(in: network)
    let ranking = Departures(from: acquaintances).ranking()
    #expect(ranking.map(\.actor) == [1, 0, 2])
    #expect(ranking.map(\.rank) == [1, 2, 2])
    #expect(ranking.map(\.share) == [1, 0, 0])
    // With no introducer nothing but the actor itself is lost.
    let direct = Departures(from: acquaintances, introducers: 0).ranking()
    #expect(direct.map(\.loss) == [0, 0, 0])
    let separation = Separation(of: Retirement(of: [1], from: acquaintances))
    #expect(separation.before == [3])
    #expect(separation.after == [1, 1])
    #expect(separation.cutOff == [2])
  }

  @Test func dependenceOfNobody() throws {
    let network = Network(pairs: [("x", "y")])
    let acquaintances = try Acquaintances(in: network)
    let changes = Departures(from: acquaintances)
      .changes(by: Retirement(of: [0], from: acquaintances))
    #expect(Departures.dependence(changes) == nil)
    #expect(Departures(from: acquaintances).ranking().map(\.share) == [nil, nil])
  }

  @Test func balanceIsDefined() {
    #expect(Departures.balance(0.2, 0.2) == 1)
    #expect(Departures.balance(0.2, 0) == 0)
    #expect(Departures.balance(0.3, 0.1) == 0.5)
    #expect(Departures.balance(0, 0) == nil)
    #expect(Departures.balance(nil, 0.1) == nil)
  }

  /// Only members ask, and about the world outside.
  @Test func outsideAGroup() throws {
    let oracle = ReachOracle(
      kinds: ["firm", "firm", "group", "person", "university", "firm"],
      ties: [
        .init(source: 0, target: 2, kind: "membership"),
        .init(source: 1, target: 2, kind: "membership"),
        .init(source: 3, target: 0, kind: "employment"),
        .init(source: 3, target: 4, kind: "employment"),
        .init(source: 5, target: 3, kind: "business"),
      ])
    let acquaintances = try Acquaintances(in: oracle.network)
    let departures = Departures(from: acquaintances, introducers: 1, outside: 2)
    let changes = departures.changes(by: Retirement(of: [3], from: acquaintances))
    // 0 reaches the group, 4 and 5; 1 reaches the group only.
    #expect(changes.map(\.actor) == [0, 1])
    #expect(changes.map(\.before) == [3, 1])
    #expect(changes.map(\.after) == [1, 1])
  }

  /// What network.md says of person a: his offices go, and A's membership, which is through him;
  /// firm A's own ties stay.
  @Test func technomixWithoutPersonA() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let acquaintances = try Acquaintances(in: network)
    let a = try network.actors.index(named: "a")
    let firm = try network.actors.index(named: "A")
    let b = try network.actors.index(named: "b")
    let retirement = Retirement(of: [a], heir: b, from: acquaintances)
    let gone = retirement.ties.map { tie in
      [network.ties.sources[tie], network.ties.targets[tie]].map { network.actors.id(Int($0)) }
        .joined(separator: "–")
    }
    #expect(
      gone.sorted() == [
        "A–technomix", "a–A", "a–fukuoka-council", "a–fukuoka-council", "a–technomix",
        "a–technomix", "b–a", "mayor–a",
      ])
    #expect(retirement.inheritable.count == 7)
    let own = network.ties.indices.filter {
      network.ties.kind($0) == .project && Int(network.ties.sources[$0]) == firm
    }
    #expect(!own.isEmpty && own.allSatisfy { !retirement.ties.contains($0) })
    let one = Departures(from: acquaintances).ranking(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      #expect(
        Departures(from: acquaintances).ranking(execution: Execution(threads: threads)) == one)
    }
  }

  @Test func theOrderOfActorsChangesNothing() throws {
    for seed in 1...20 {
      let oracle = SuccessionOracle(seed: seed, dated: seed % 2 == 0)
      let network = oracle.network
      // The same actors from last to first.
      let order = (0..<8).reversed().map { $0 }
      var ties = Ties(
        sources: network.ties.sources.map { 7 - $0 }, targets: network.ties.targets.map { 7 - $0 })
      ties.kinds = network.ties.kinds
      ties.directions = network.ties.directions
      ties.dates = network.ties.dates
      ties.through = network.ties.through?.map { $0.map { 7 - $0 } }
      let turned = Network(
        actors: Actors(
          ids: TextColumn(order.map { network.actors.id($0) }),
          kinds: WordColumn(order.map { oracle.base.kinds[$0] })), ties: ties)
      func ranking(_ network: Network) throws -> [String] {
        try Departures(from: Acquaintances(in: network)).ranking().map {
          "\(network.actors.id($0.actor)) \($0.rank) \($0.loss) \($0.before)"
        }
      }
      #expect(try ranking(network) == ranking(turned))
    }
  }
}
