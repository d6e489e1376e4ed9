import KnowWho
import Testing

@Suite struct ReachTests {
  private func oracle(seed: Int, dated: Bool, directed: Bool, groups: Bool = true) -> ReachOracle {
    ReachOracle(seed: seed, dated: dated, directed: directed, groups: groups)
  }

  private func check(
    _ oracle: ReachOracle, days: ClosedRange<Int>?, possibly: Bool, asIs: Bool, limit: Int,
    notVia: Set<Int> = [], _ comment: Comment
  ) throws {
    let expected = oracle.reached(
      days: days, possibly: possibly, asIs: asIs, limit: limit, notVia: notVia)
    let period = try days.map {
      try #require(Period("2000-01-\($0.lowerBound)..2000-01-\($0.upperBound)"))
    }
    let network = oracle.network
    let reach = try network.reach(
      introducers: limit,
      ReachOptions(
        period: period, possibly: possibly, mode: asIs ? .asIs : .introductions,
        notVia: notVia))
    #expect(reach.actors == oracle.kinds.indices.filter { expected[$0] != nil }, comment)
    for (row, actor) in reach.actors.enumerated() {
      for level in 0...limit {
        let found = expected[actor]?[level] ?? []
        #expect(
          reach.total(row: row, introducers: level) == found.count,
          "n\(actor) with \(level), \(comment): \(oracle)")
        for (position, kind) in reach.kinds.enumerated() {
          #expect(
            reach.count(row: row, introducers: level, kind: position)
              == found.count { oracle.kinds[$0] == kind?.rawValue ?? "" }, comment)
        }
      }
    }
  }

  @Test func withoutDates() throws {
    for seed in 1...150 {
      let oracle = oracle(seed: seed, dated: false, directed: seed % 2 == 0)
      try check(oracle, days: nil, possibly: false, asIs: false, limit: 5, "seed \(seed)")
    }
  }

  @Test func withDates() throws {
    for seed in 1...150 {
      let oracle = oracle(seed: seed, dated: true, directed: seed % 3 == 0)
      for days in [nil, 13...13, 12...16] {
        for possibly in [false, true] {
          try check(
            oracle, days: days, possibly: possibly, asIs: false, limit: 5,
            "seed \(seed), \(days.debugDescription), possibly \(possibly)")
        }
      }
    }
  }

  @Test func asIs() throws {
    for seed in 1...60 {
      let oracle = oracle(seed: seed, dated: true, directed: seed % 2 == 0)
      try check(oracle, days: nil, possibly: false, asIs: true, limit: 4, "seed \(seed)")
      try check(oracle, days: 14...15, possibly: true, asIs: true, limit: 4, "seed \(seed)")
    }
  }

  @Test func notViaSomeActors() throws {
    for seed in 1...100 {
      let oracle = oracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let notVia: Set = [seed % 8, (seed / 8) % 8]
      for asIs in [false, true] {
        try check(
          oracle, days: nil, possibly: false, asIs: asIs, limit: 4, notVia: notVia,
          "seed \(seed) not via \(notVia)")
      }
    }
  }

  /// Two members that never met: the group itself does not introduce them, not even by way of its
  /// office; a friend of the group outside does.
  @Test func aGroupDoesNotIntroduceItsOwnMembers() throws {
    // 0 early member, 1 late member, 2 the group, 3 its office.
    var ties = [
      ReachOracle.Tie(source: 0, target: 2, kind: "membership", beganTo: 10, endedTo: 14),
      ReachOracle.Tie(source: 1, target: 2, kind: "membership", beganFrom: 15, endedFrom: 20),
      ReachOracle.Tie(source: 3, target: 2, kind: "secretariat"),
    ]
    let kinds = ["firm", "firm", "group", "municipality"]
    let reach = try ReachOracle(kinds: kinds, ties: ties).network.reach(introducers: 9)
    #expect(
      (0...9).map { reach.total(row: 0, introducers: $0) } == [1] + Array(repeating: 2, count: 9))
    // The office is no member: it gets to both through the group.
    #expect((0...1).map { reach.total(row: 3, introducers: $0) } == [1, 3])
    ties.append(ReachOracle.Tie(source: 3, target: 1, kind: "business"))
    let further = try ReachOracle(kinds: kinds, ties: ties).network.reach(introducers: 2)
    #expect((0...2).map { further.total(row: 0, introducers: $0) } == [1, 2, 3])
  }

  /// The example of the paper: A gets to Techno Sun Plaza through Technomix.
  @Test func aGroupIntroducesOutwards() throws {
    let oracle = ReachOracle(
      kinds: ["firm", "group", "group"],
      ties: [
        ReachOracle.Tie(source: 0, target: 1, kind: "membership"),
        ReachOracle.Tie(source: 1, target: 2, kind: "sisterGroup"),
      ])
    let reach = try oracle.network.reach(introducers: 1)
    #expect((0...1).map { reach.total(row: 0, introducers: $0) } == [1, 2])
  }

  @Test func aTieMoreNeverTakesReachAway() throws {
    for seed in 1...40 {
      let full = oracle(seed: seed, dated: false, directed: true)
      let reach = try full.network.reach()
      for removed in full.ties.indices {
        var less = full
        less.ties.remove(at: removed)
        let smaller = try less.network.reach()
        #expect(smaller.actors == reach.actors)
        for row in reach.actors.indices {
          for level in 0...3 {
            #expect(
              smaller.total(row: row, introducers: level)
                <= reach.total(row: row, introducers: level))
          }
        }
      }
    }
  }

  /// Counting every node as a step never finds more than counting introducers, unless a group is
  /// not to introduce its own members, and the two agree where all are firms and people.
  @Test func asIsNeverReachesFarther() throws {
    for seed in 1...60 {
      let mixed = oracle(seed: seed, dated: false, directed: false).network
      let introductions = try mixed.reach()
      let asIs = try mixed.reach(ReachOptions(mode: .asIs))
      for (row, actor) in introductions.actors.enumerated() {
        let other = try #require(asIs.actors.firstIndex(of: actor))
        for level in 0...3 {
          #expect(
            asIs.total(row: other, introducers: level)
              <= introductions.total(row: row, introducers: level))
        }
      }
      let plain = oracle(seed: seed, dated: true, directed: true, groups: false).network
      #expect(try plain.reach() == plain.reach(ReachOptions(mode: .asIs)))
    }
  }

  @Test func possiblyNeverReachesLess() throws {
    let period = try #require(Period("2000-01-14"))
    for seed in 1...60 {
      let network = oracle(seed: seed, dated: true, directed: false, groups: false).network
      let sure = try network.reach(ReachOptions(period: period))
      let possible = try network.reach(ReachOptions(period: period, possibly: true))
      for (row, actor) in sure.actors.enumerated() {
        let other = try #require(possible.actors.firstIndex(of: actor))
        #expect(sure.total(row: row, introducers: 3) <= possible.total(row: other, introducers: 3))
      }
    }
  }

  @Test func onlyTiesOfSomeKinds() throws {
    var checked = 0
    for seed in 1...20 {
      let full = oracle(seed: seed, dated: false, directed: false)
      var business = full
      business.ties.removeAll { $0.kind != "business" }
      let chosen = try full.network.reach(ReachOptions(tieKinds: [.business]))
      let alone = try business.network.reach()
      for (row, actor) in chosen.actors.enumerated() {
        let other = try #require(alone.actors.firstIndex(of: actor))
        for level in 0...3 {
          let count = chosen.total(row: row, introducers: level)
          #expect(count == alone.total(row: other, introducers: level))
          checked += count
        }
      }
    }
    #expect(checked > 100)
  }

  @Test func threadsChangeNothing() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let one = try network.reach(introducers: 4, execution: Execution(threads: 1))
    #expect(!one.actors.isEmpty)
    for threads in [2, 3, 8] {
      #expect(try network.reach(introducers: 4, execution: Execution(threads: threads)) == one)
    }
  }
}
