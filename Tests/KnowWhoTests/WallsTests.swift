import KnowWho
import Testing

@Suite struct WallsTests {
  /// Two triangles and a tie between them, with a column `team`; actor 6 has no entry.
  private func triangles(_ teams: [String] = ["x", "x", "x", "y", "y", "y", ""]) -> Network {
    let ends: [(UInt32, UInt32)] = [
      (0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5), (6, 0), (6, 5),
    ]
    return Network(
      actors: Actors(
        ids: TextColumn(["a", "b", "c", "d", "e", "f", "g"]),
        attributes: [Attribute(name: "team", values: TextColumn(teams))]),
      ties: Ties(sources: ends.map(\.0), targets: ends.map(\.1)))
  }

  private let byTeam = WallOptions(grouping: .column("team"), runs: 2000)

  /// Put members into teams of three in all 20 ways: the share with walls as high is p.
  @Test func permutationsAgainstAllOfThem() throws {
    let network = triangles()
    let walls = try network.walls(byTeam)
    expectWalls(walls, ["x": "abc", "y": "def"], network)
    #expect(walls.ungrouped.map(network.actors.id) == ["g"])
    #expect(walls.ties.innerCount == 6 && walls.ties.outerCount == 1)
    var (high, all) = (0, 0)
    for set in 0..<64 where set.nonzeroBitCount == 3 {
      let teams = (0..<6).map { set >> $0 & 1 == 1 ? "x" : "y" } + [""]
      let other = try triangles(teams).walls(WallOptions(grouping: .column("team"), runs: 1))
      // Six of seven ties at most lie within; what is not defined is no high wall.
      if other.ties.innerCount >= walls.ties.innerCount { high += 1 }
      all += 1
    }
    #expect(all == 20)
    let p = Double(high) / Double(all)
    let null = try #require(walls.null)
    #expect(null.model == .permutedMembers)
    let error = (p * (1 - p) / 2000).squareRoot()
    for found in [null.p] + null.pOfGroups {
      #expect(abs(try #require(found) - p) < 4 * error + 1.0 / 2000)
    }
    #expect(abs(try #require(null.pError) - error) < 0.002)
  }

  private func expectWalls(_ walls: Walls, _ expected: [String: String], _ network: Network) {
    let found = walls.subgroups.map { subgroup in
      (subgroup.name ?? "", subgroup.members.map(network.actors.id).joined())
    }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
  }

  @Test func bridgersAndNewBridges() throws {
    let network = triangles()
    let walls = try network.walls(byTeam)
    let bridgers = walls.bridgers.map { network.actors.id($0.actor) }
    // g has no team, and ties to both; c and d tie one to the other.
    #expect(bridgers == ["g", "c", "d"])
    #expect(walls.bridgers[0].subgroup == nil && walls.bridgers[0].subgroupCount == 2)
    // a–f through g, c–d itself; b–e: a, c, d, f are tied by one step more. By hand: of the nine
    // pairs, those on paths a–g–f (1), and b or a by c, d to e, d or f.
    #expect(walls.reach == 2 * (1 + 2 + 2 + 1))
    let bridge = try #require(walls.newBridges.first)
    #expect(walls.newBridges.count == 1)
    #expect(bridge.subgroups == [0, 1] && bridge.tieCount == 1 && bridge.isExact)
  }

  @Test func communitiesAreThoseOfTheTies() throws {
    let network = try Network(contentsOf: graphs + "/karate")
    let walls = try network.walls(WallOptions(runs: 20))
    #expect(walls.subgroups.map(\.members.count).reduce(0, +) == 34)
    let null = try #require(walls.null)
    #expect(null.model == .rewiredTies && null.pOfGroups.isEmpty)
    #expect(try #require(null.meanWallIndex) < walls.ties.wallIndex)
    #expect(try #require(null.p) >= 1.0 / 21)
  }

  /// A random graph is no more closed than its rewirings: p is not small in nearly all of them.
  @Test func chanceIsNotTakenForWalls() throws {
    var small = 0
    for seed in 1...20 {
      var numbers = Numbers(state: UInt64(seed))
      let pairs = (0..<60).map { _ in
        ("n\(numbers.next(below: 24))", "n\(numbers.next(below: 24))")
      }.filter { $0.0 != $0.1 }
      let walls = try Network(pairs: pairs).walls(WallOptions(runs: 39, seed: UInt64(seed)))
      if walls.null?.p ?? 1 <= 0.05 { small += 1 }
    }
    // Of 20 draws at 5 % more than 5 come up once in 3,000 times.
    #expect(small <= 5)
  }

  /// Firms of two groups: being members of one acquaints nobody here, business does.
  @Test func membershipsAreNoTies() throws {
    let ties: [(Int, Int, String)] = [
      (2, 0, "membership"), (3, 0, "membership"), (4, 1, "membership"), (5, 1, "membership"),
      (6, 1, "membership"), (3, 1, "membership"), (2, 3, "business"), (2, 4, "business"),
    ]
    let network = ReachOracle(
      kinds: ["group", "group", "firm", "firm", "firm", "firm", "firm"],
      ties: ties.map { .init(source: $0.0, target: $0.1, kind: $0.2) }
    ).network
    let walls = try network.walls(WallOptions(grouping: .memberships))
    // 3 is a member of both, and counts in the smaller one.
    #expect(walls.subgroups.map(\.members) == [[4, 5, 6], [2, 3]])
    #expect(walls.subgroups.map(\.group) == [1, 0])
    #expect(walls.inSeveral == [3])
    #expect(walls.ties.inner == [0, 1] && walls.ties.outer == [1, 1])
  }

  @Test func directTiesAreThoseOfTheOracle() throws {
    for seed in 1...40 {
      var oracle = ReachOracle(seed: seed, dated: false, directed: seed % 2 == 0)
      oracle.kinds = oracle.kinds.map { $0 == "person" ? "firm" : $0 }
      let known = oracle.reached(days: nil, possibly: false, asIs: false, limit: 0).map { $0?[0] }
      guard known.contains(where: { $0 != nil }) else { continue }
      let walls = try oracle.network.walls(WallOptions(runs: 1))
      var pairs = 0
      for one in known.indices {
        for other in (one + 1)..<max(one + 1, known.count) {
          if known[one]?.contains(other) ?? false || known[other]?.contains(one) ?? false {
            pairs += 1
          }
        }
      }
      #expect(walls.ties.innerCount + walls.ties.outerCount == pairs, "seed \(seed)")
    }
  }

  @Test func degenerateSubgroups() throws {
    let one = try triangles(["x", "x", "x", "x", "x", "x", "x"]).walls(byTeam)
    #expect(one.null == nil && one.newBridges.isEmpty && one.bridgers.isEmpty)
    #expect(one.ties.wallIndex.isNaN)
    let single = try triangles(["x", "y", "y", "y", "y", "y", "y"]).walls(byTeam)
    #expect(single.ties.wallIndex(of: 1).isNaN)
    let null = try #require(single.null)
    #expect(null.pOfGroups[0] != nil && null.pOfGroups[1] == nil)
    let untied = Network(
      actors: Actors(
        ids: TextColumn(["a", "b"]), kinds: WordColumn(["firm", "university"])),
      ties: Ties(sources: [], targets: []))
    let none = try untied.walls(WallOptions(grouping: .column("kind")))
    #expect(none.null == nil && none.ties.eiIndex.isNaN)
    #expect(none.newBridges.map(\.gain) == [2])
  }

  @Test func errors() throws {
    #expect(throws: WallError.noColumn("taem")) {
      try triangles().walls(WallOptions(grouping: .column("taem")))
    }
    #expect(throws: WallError.noSubgroups) {
      try triangles(["", "", "", "", "", "", ""]).walls(byTeam)
    }
    #expect(throws: WallError.noSubgroups) {
      try triangles().walls(WallOptions(grouping: .memberships))
    }
    #expect(throws: WallError.nobody) {
      try triangles().walls(WallOptions(actorKinds: [.firm]))
    }
  }

  @Test func threadsAndOrderChangeNothing() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    for grouping in [WallGrouping.communities, .column("kind")] {
      let options = WallOptions(grouping: grouping, runs: 25)
      let one = try network.walls(options, execution: Execution(threads: 1))
      for threads in [2, 3, 8] {
        #expect(try network.walls(options, execution: Execution(threads: threads)) == one)
      }
      let count = network.actors.count
      var ties = Ties(
        sources: network.ties.sources.map { UInt32(count - 1) - $0 },
        targets: network.ties.targets.map { UInt32(count - 1) - $0 })
      ties.kinds = network.ties.kinds
      ties.dates = network.ties.dates
      ties.directions = network.ties.directions
      let actors = network.actors
      let turned = Network(
        actors: Actors(
          ids: TextColumn(actors.indices.reversed().map { actors.id($0) }),
          kinds: WordColumn(actors.indices.reversed().map { actors.kind($0)?.rawValue ?? "" })),
        ties: ties)
      let other = try turned.walls(options)
      #expect(
        other.subgroups.map { $0.members.map(turned.actors.id) }
          == one.subgroups.map { $0.members.map(network.actors.id) })
      #expect(other.ties == one.ties && other.null == one.null)
      #expect(
        other.bridgers.map { turned.actors.id($0.actor) }
          == one.bridgers.map { network.actors.id($0.actor) })
    }
  }
}
