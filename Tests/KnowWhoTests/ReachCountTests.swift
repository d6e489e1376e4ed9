import KnowWho
import Testing

/// Out-of-group counts, chosen targets, distance-weighted reach and laws.
@Suite struct ReachCountTests {
  private func isOrganisation(_ kind: String) -> Bool {
    !["person", "project", "event"].contains(kind)
  }

  @Test func outsideLeavesOutCoMembers() throws {
    var differences = 0
    for seed in 1...60 {
      let oracle = ReachOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let days = seed % 4 == 0 ? 12...16 : nil
      let notVia: Set = seed % 5 == 0 ? [seed % 8] : []
      let asIs = seed % 7 == 0
      let expected = oracle.reached(
        days: days, possibly: true, asIs: asIs, limit: 3, notVia: notVia)
      let period = try days.map { _ in try #require(Period("2000-01-12..2000-01-16")) }
      let reach = try oracle.network.reach(
        ReachOptions(
          period: period, possibly: true, mode: asIs ? .asIs : .introductions, notVia: notVia))
      for (row, actor) in reach.actors.enumerated() {
        let others = oracle.coMembers(of: actor, days: days, possibly: true)
        for level in 0...3 {
          let found = expected[actor]?[level] ?? []
          let outside = found.subtracting(others)
          #expect(
            reach.total(row: row, introducers: level, outside: true) == outside.count,
            "seed \(seed): n\(actor) with \(level)")
          differences += found.count - outside.count
        }
      }
    }
    #expect(differences > 200)
  }

  @Test func chosenTargets() throws {
    var total = 0
    for seed in 1...60 {
      let oracle = ReachOracle(seed: seed, dated: true, directed: false)
      let network = oracle.network
      let acquaintances = try Acquaintances(in: network)
      let group = try #require(oracle.kinds.indices.first { $0 == seed % 8 })
      let members = acquaintances.members(of: group)
      #expect(
        members
          == Set(
            oracle.kinds.indices.filter {
              oracle.groups(of: $0, days: nil, possibly: false).contains(group)
            }))
      let expected = oracle.reached(days: nil, possibly: false, asIs: false, limit: 2)
      let firms = acquaintances.reach(
        introducers: 2,
        targets: ReachTargets(in: network, kinds: [.firm], leavingOut: members))
      for (row, actor) in firms.actors.enumerated() {
        for level in 0...2 {
          let wanted = (expected[actor]?[level] ?? []).filter {
            oracle.kinds[$0] == "firm" && !members.contains($0)
          }
          #expect(firms.total(row: row, introducers: level) == wanted.count)
          total += wanted.count
        }
      }
    }
    #expect(total > 500)
  }

  /// A path of five firms: 1 + 1/2 + 1/3 + 1/4 from its end, 2 · (1 + 1/2) from its middle.
  @Test func distanceWeighted() throws {
    let network = Network(pairs: [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
    let reach = try network.reach(introducers: 3)
    #expect(abs(reach.distanceWeighted(row: 0, introducers: 3) - 25.0 / 12) < 1e-15)
    #expect(reach.distanceWeighted(row: 2, introducers: 3) == 3)
    #expect(reach.distanceWeighted(row: 0, introducers: 1) == 1.5)
    #expect(reach.distanceWeighted(row: 0, introducers: 0) == 1)
  }

  /// Little memory means fewer threads, not other numbers.
  @Test func littleMemoryChangesNothing() throws {
    for seed in 1...6 {
      let network = ReachOracle(seed: seed, dated: true, directed: false).network
      let plain = try network.reach()
      for memory in [0, 100, 20_000, 1 << 30] {
        let execution = Execution(threads: 8, memoryLimit: memory)
        #expect(try network.reach(execution: execution) == plain)
      }
    }
  }

  @Test func removingAnActorNeverRaisesAnothersReach() throws {
    for seed in 1...20 {
      let full = ReachOracle(seed: seed, dated: seed % 2 == 0, directed: seed % 3 == 0)
      let network = full.network
      let reach = try network.reach()
      for removed in full.kinds.indices {
        let ties = full.ties.indices.filter {
          full.ties[$0].source == removed || full.ties[$0].target == removed
        }
        let less = try network.reach(ReachOptions(withoutTies: Set(ties)))
        #expect(less.actors == reach.actors)
        for row in reach.actors.indices where reach.actors[row] != removed {
          for level in 0...3 {
            #expect(
              less.total(row: row, introducers: level)
                <= reach.total(row: row, introducers: level), "seed \(seed) without \(removed)")
          }
        }
      }
    }
  }

  /// Turning the order of the actors round turns the order of the rows round, and nothing else.
  @Test func theOrderOfActorsChangesNothing() throws {
    for seed in 1...12 {
      let oracle = ReachOracle(seed: seed, dated: true, directed: true)
      let network = oracle.network
      let count = network.actors.count
      let turned = network.turnedRound
      let (first, second) = (try Acquaintances(in: network), try Acquaintances(in: turned))
      let (reach, other) = (first.reach(), second.reach())
      #expect(other.actors.reversed() == reach.actors.map { count - 1 - $0 })
      for row in reach.actors.indices {
        for level in 0...3 {
          #expect(
            other.total(row: reach.actors.count - 1 - row, introducers: level)
              == reach.total(row: row, introducers: level))
        }
      }
      for actor in reach.actors {
        let forwards = try first.reached(from: actor)
        let backwards = try second.reached(from: count - 1 - actor)
        #expect(backwards.map { count - 1 - $0.actor } == forwards.map(\.actor))
        #expect(backwards.map { $0.chain.map { count - 1 - $0 } } == forwards.map(\.chain))
        #expect(backwards.map(\.isFragile) == forwards.map(\.isFragile))
      }
      let next = first.nextAcquaintances()
      let otherNext = second.nextAcquaintances()
      #expect(
        otherNext.reversed().map { $0.map { count - 1 - $0.actor } } == next.map { $0?.actor })
      let expected = try first.expectedReach(introducers: 2, runs: 50)
      let otherExpected = try second.expectedReach(introducers: 2, runs: 50)
      for (one, two) in zip(expected, otherExpected.reversed()) {
        #expect(abs(one.mean - two.mean) < 1e-12)
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let acquaintances = try Acquaintances(in: network)
    let asker = try network.actors.index(named: "H")
    func all(_ threads: Int) throws -> ([ReachedTarget], [NextAcquaintance?], [ExpectedReach]) {
      let execution = Execution(threads: threads)
      return (
        try acquaintances.reached(from: asker, introducers: 2, execution: execution),
        acquaintances.nextAcquaintances(execution: execution),
        try acquaintances.expectedReach(introducers: 1, execution: execution)
      )
    }
    let one = try all(1)
    #expect(!one.0.isEmpty && one.1.contains { $0 != nil })
    for threads in [2, 3, 8] { #expect(try all(threads) == one) }
  }

  @Test func degenerateNetworks() throws {
    for network in [Network(pairs: []), Network(pairs: [("a", "a")])] {
      let acquaintances = try Acquaintances(in: network)
      let reach = acquaintances.reach()
      #expect(reach.actors.allSatisfy { reach.total(row: $0, introducers: 3) == 0 })
      #expect(acquaintances.nextAcquaintances().allSatisfy { $0 == nil })
      #expect(try acquaintances.expectedReach().allSatisfy { $0.mean == 0 && $0.isExact })
      #expect(try reach.actors.allSatisfy { try acquaintances.reached(from: $0).isEmpty })
    }
  }
}

extension Network {
  /// The same network with its actors in the opposite order.
  fileprivate var turnedRound: Network {
    let last = actors.count - 1
    let order = actors.indices.reversed()
    func turned(_ ends: [UInt32]) -> [UInt32] { ends.map { UInt32(last) - $0 } }
    var columns = Ties(sources: turned(ties.sources.array), targets: turned(ties.targets.array))
    columns.kinds = ties.kinds
    columns.directions = ties.directions
    columns.dates = ties.dates
    return Network(
      actors: Actors(
        ids: TextColumn(order.map { actors.id($0) }),
        kinds: WordColumn(order.map { actors.kind($0)?.rawValue ?? "" })),
      ties: columns)
  }
}
