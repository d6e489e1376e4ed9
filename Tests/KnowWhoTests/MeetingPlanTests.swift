import KnowWho
import Testing

@Suite struct MeetingPlanTests {
  /// Two groups (0 and 1) with members from 2 on, then an occasion, two firms that are members of
  /// neither, and some further ties.
  private func oracle(seed: Int) -> ReachOracle {
    var numbers = Numbers(state: UInt64(seed))
    let firms = 6 + numbers.next(below: 3)
    let project = firms + 2
    var ties: [ReachOracle.Tie] = []
    for firm in 2..<project {
      // Both groups get a member; in every other network one firm in six is a member of both.
      let group = firm < 4 ? firm - 2 : numbers.next(below: 3)
      let isInBoth = firm % 6 == 0 && seed % 2 == 0
      if group != 1 || isInBoth {
        ties.append(.init(source: firm, target: 0, kind: "membership"))
      }
      if group == 1 || isInBoth {
        ties.append(.init(source: firm, target: 1, kind: "membership"))
      }
      if numbers.next(below: 3) == 0 {
        ties.append(.init(source: firm, target: project, kind: "project"))
      }
    }
    for _ in 0..<numbers.next(below: 5) {
      let (one, other) = (2 + numbers.next(below: firms), 2 + numbers.next(below: firms))
      if one != other { ties.append(.init(source: one, target: other, kind: "business")) }
    }
    for outsider in [project + 1, project + 2] {
      ties.append(
        .init(source: 2 + numbers.next(below: firms), target: outsider, kind: "business"))
    }
    let kinds = ["group", "group"] + (0..<firms).map { $0 % 4 == 3 ? "person" : "firm" }
    return ReachOracle(kinds: kinds + ["project", "firm", "firm"], ties: ties)
  }

  private func reached(_ oracle: ReachOracle, limit: Int) -> [[Set<Int>]?] {
    oracle.reached(days: nil, possibly: false, asIs: false, limit: limit)
  }

  /// Who knows whom, told by the oracle; persons count here too.
  private func knows(_ oracle: ReachOracle) -> [Set<Int>] {
    var firms = oracle
    firms.kinds = firms.kinds.map { $0 == "person" ? "firm" : $0 }
    return reached(firms, limit: 0).map { $0?[0] ?? [] }
  }

  /// The most pairs in some rounds, trying every way to seat each round.
  private func most(_ pairs: Set<[Int]>, rounds: Int) -> Int {
    guard rounds > 0, !pairs.isEmpty else { return 0 }
    var best = 0
    func seat(_ seated: Set<[Int]>, _ open: [[Int]]) {
      guard let next = open.first else {
        best = max(best, seated.count + most(pairs.subtracting(seated), rounds: rounds - 1))
        return
      }
      let rest = Array(open.dropFirst())
      if !seated.contains(where: { $0[0] == next[0] || $0[1] == next[1] }) {
        seat(seated.union([next]), rest)
      }
      seat(seated, rest)
    }
    seat([], pairs.sorted { $0.lexicographicallyPrecedes($1) })
    return best
  }

  @Test func asManyNewPairsAsCanBe() throws {
    var compared = 0
    for seed in 1...60 {
      let oracle = oracle(seed: seed)
      let known = knows(oracle)
      let network = oracle.network
      for rounds in 1...2 {
        let plan = try network.meetingPlan(
          of: 0, and: 1, MeetingOptions(hours: Double(rounds), minutes: 60))
        #expect(plan.roundCount == rounds)
        var strangers: Set<[Int]> = []
        for first in plan.firstSide {
          for second in plan.secondSide
          where !known[first].contains(second) && !known[second].contains(first) {
            strangers.insert([first, second])
          }
        }
        #expect(plan.newPairCount == strangers.count, "seed \(seed)")
        let pairs = plan.pairs.map { [$0.first, $0.second] }
        #expect(Set(pairs).count == pairs.count)
        #expect(Set(pairs).isSubset(of: strangers))
        for round in plan.rounds {
          let seated = round.flatMap { [$0.first, $0.second] }
          #expect(Set(seated).count == seated.count)
        }
        #expect(plan.rounds.count <= rounds)
        #expect(pairs.count <= plan.ceiling)
        if strangers.count <= (rounds == 1 ? 10 : 8) {
          #expect(pairs.count == most(strangers, rounds: rounds), "seed \(seed)")
          compared += pairs.count
        }
      }
    }
    #expect(compared > 100)
  }

  @Test func sidesHoldAllMembersOnce() throws {
    var both = 0
    for seed in 1...40 {
      let oracle = oracle(seed: seed)
      let plan = try oracle.network.meetingPlan(of: 0, and: 1)
      let members = [0, 1].map { group in
        Set(oracle.ties.filter { $0.kind == "membership" && $0.target == group }.map(\.source))
      }
      #expect(Set(plan.firstSide).isDisjoint(with: plan.secondSide))
      #expect(Set(plan.firstSide + plan.secondSide) == members[0].union(members[1]))
      #expect(Set(plan.membersOfBoth) == members[0].intersection(members[1]))
      #expect(members[0].isSuperset(of: plan.firstSide))
      #expect(members[1].isSuperset(of: plan.secondSide))
      both += plan.membersOfBoth.count
    }
    #expect(both > 15)
  }

  @Test func reachBeforeAndAfter() throws {
    var gained = 0
    for seed in 1...60 {
      let oracle = oracle(seed: seed)
      let plan = try oracle.network.meetingPlan(of: 0, and: 1, MeetingOptions(hours: 1))
      var later = oracle
      for pair in plan.pairs {
        later.ties.append(.init(source: pair.first, target: pair.second, kind: "met"))
      }
      let (before, after) = (reached(oracle, limit: 1), reached(later, limit: 1))
      #expect(plan.changes.map(\.actor) == plan.firstSide + plan.secondSide)
      for change in plan.changes {
        #expect(change.before == before[change.actor]?[1].count, "seed \(seed)")
        #expect(change.after == after[change.actor]?[1].count, "seed \(seed)")
        #expect(
          change.talks == plan.pairs.count { [$0.first, $0.second].contains(change.actor) })
        gained += change.after - change.before
      }
      for pair in plan.pairs {
        var alone = oracle
        alone.ties.append(.init(source: pair.first, target: pair.second, kind: "met"))
        let reach = reached(alone, limit: 1)
        let gain = [pair.first, pair.second].reduce(0) {
          $0 + (reach[$1]?[1].count ?? 0) - (before[$1]?[1].count ?? 0)
        }
        #expect(pair.gain == gain, "seed \(seed)")
      }
    }
    #expect(gained > 50)
  }

  /// Members of two groups of three, and what they trade in.
  private func strangers(_ trades: [String], dates: Ties.Dates? = nil) -> Network {
    let ids = ["X", "Y", "a1", "a2", "a3", "b1", "b2", "b3"]
    var ties = Ties(sources: [2, 3, 4, 5, 6, 7, 2], targets: [0, 0, 0, 1, 1, 1, 5])
    ties.kinds = WordColumn([String](repeating: "membership", count: 6) + ["business"])
    if let dates { ties.dates = dates }
    return Network(
      actors: Actors(
        ids: TextColumn(ids), kinds: WordColumn(["group", "group"] + trades.map { _ in "firm" }),
        attributes: [Attribute(name: "trade", values: TextColumn(["", ""] + trades))]), ties: ties)
  }

  /// As a1 knows b1, only a1–b2, a2–b3 and a3–b1 give three pairs that all differ.
  @Test func differentTradesAreSeatedTogether() throws {
    let network = strangers(["steel", "food", "it", "food", "it", "steel"])
    let plan = try network.meetingPlan(
      of: 0, and: 1, MeetingOptions(hours: 1, minutes: 60, complement: "trade"))
    #expect(plan.pairs.count == 3)
    #expect(plan.pairs.allSatisfy { $0.isComplementary })
    let same = strangers(["steel", "steel", "steel", "steel", "", "food"])
    let other = try same.meetingPlan(
      of: 0, and: 1, MeetingOptions(hours: 1, minutes: 60, complement: "trade"))
    #expect(other.pairs.count == 3)
    #expect(other.pairs.count { $0.isComplementary } == 1)
    #expect(throws: MeetingError.noColumn("tade")) {
      try network.meetingPlan(of: 0, and: 1, MeetingOptions(complement: "tade"))
    }
  }

  /// a1 and b1 did business until 1995: known for ever, but new again to those who ask for 5 years.
  @Test func whoLostTouchIsNewAgain() throws {
    let last = [PartialDate?](repeating: nil, count: 6) + [PartialDate(year: 1995)]
    let first = [PartialDate?](repeating: PartialDate(year: 1990), count: 7)
    let open = [PartialDate?](repeating: PartialDate(year: 2010), count: 6)
    let network = strangers(
      ["", "", "", "", "", ""],
      dates: Ties.Dates(
        beganFrom: first, beganTo: first, endedFrom: open + [PartialDate(year: 1995)],
        endedTo: last))
    let then = ReachOptions(period: 2004)
    func known(_ since: Int?) throws -> Int {
      try network.meetingPlan(of: 0, and: 1, MeetingOptions(since: since), then).knownPairCount
    }
    #expect(try known(nil) == 1)
    #expect(try known(9) == 1)
    #expect(try known(8) == 0)
    #expect(try known(20_000) == 1)
  }

  @Test func talksAreSpreadEvenly() throws {
    let plan = try strangers(["", "", "", "", "", ""]).meetingPlan(
      of: 0, and: 1, MeetingOptions(hours: 2, minutes: 60))
    #expect(plan.rounds.map(\.count) == [3, 3])
    #expect(plan.changes.map(\.talks) == [2, 2, 2, 2, 2, 2])
    #expect(plan.rounds.indices.allSatisfy { plan.byes(in: $0).isEmpty })
    #expect(plan.ceiling == 6)
  }

  @Test func theOrderOfActorsChangesNothing() throws {
    for seed in 1...30 {
      let oracle = oracle(seed: seed)
      let count = oracle.kinds.count
      let turned = oracle.network
      // The same ids, but the last actor first.
      let ids = turned.actors.indices.reversed().map { turned.actors.id($0) }
      var ties = Ties(
        sources: turned.ties.sources.map { UInt32(count - 1) - $0 },
        targets: turned.ties.targets.map { UInt32(count - 1) - $0 })
      ties.kinds = turned.ties.kinds
      ties.directions = turned.ties.directions
      let other = Network(
        actors: Actors(ids: TextColumn(ids), kinds: WordColumn(oracle.kinds.reversed())),
        ties: ties)
      let (one, two) = (
        try turned.meetingPlan(of: 0, and: 1, MeetingOptions(hours: 1)),
        try other.meetingPlan(of: count - 1, and: count - 2, MeetingOptions(hours: 1))
      )
      let names = [(one, turned), (two, other)].map { plan, network in
        plan.rounds.map { $0.map { [network.actors.id($0.first), network.actors.id($0.second)] } }
      }
      #expect(names[0] == names[1], "seed \(seed)")
    }
  }

  @Test func seedsAndThreads() throws {
    let network = strangers(["", "", "", "", "", ""])
    func plan(_ seed: UInt64?, threads: Int = 1) throws -> MeetingPlan {
      try network.meetingPlan(
        of: 0, and: 1, MeetingOptions(hours: 1, minutes: 30, seed: seed),
        execution: Execution(threads: threads))
    }
    #expect(try plan(7) == plan(7, threads: 8))
    let plans = try (1...20).map { try plan(UInt64($0)).rounds }
    #expect(Set(plans.map { $0.flatMap(\.self).map { [$0.first, $0.second] } }).count > 1)
    #expect(Set(plans.map { $0.flatMap(\.self).count }) == [6])
  }

  @Test func errors() throws {
    let network = oracle(seed: 1).network
    #expect(throws: MeetingError.sameGroup(1)) { try network.meetingPlan(of: 1, and: 1) }
    #expect(throws: MeetingError.noMembers(2, possible: 0, ever: 0)) {
      try network.meetingPlan(of: 0, and: 2)
    }
    #expect(throws: MeetingError.noRound) {
      try network.meetingPlan(of: 0, and: 1, MeetingOptions(hours: 1, minutes: 61))
    }
    #expect(MeetingOptions(hours: 0.7, minutes: 14).roundCount == 3)
    #expect(MeetingOptions(hours: 3, minutes: 20).roundCount == 9)
  }
}
