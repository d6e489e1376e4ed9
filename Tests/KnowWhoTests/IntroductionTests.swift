import KnowWho
import Testing

@Suite struct IntroductionTests {
  /// All chains between two, in the order in which they are to be listed.
  private func sorted(_ chains: [[Int]]?, to target: Int) -> [[Int]] {
    (chains ?? []).filter { $0.last == target }.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
  }

  /// The most chains that share no introducer, by trying all sets of them.
  private func independent(_ chains: [[Int]]) -> Int {
    let inner = chains.map { Set($0.dropFirst().dropLast()) }
    // Of chains with the same introducers one will do, and none that needs more than another; the
    // direct step needs none and stands beside all.
    let least = inner.filter { one in
      !inner.contains { !$0.isEmpty && $0.isStrictSubset(of: one) }
    }
    let distinct = Set(least).sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    func most(_ index: Int, _ used: Set<Int>) -> Int {
      guard index < distinct.count else { return 0 }
      let without = most(index + 1, used)
      guard used.isDisjoint(with: distinct[index]) else { return without }
      return max(without, 1 + most(index + 1, used.union(distinct[index])))
    }
    return most(0, [])
  }

  private func check(
    _ oracle: ReachOracle, days: ClosedRange<Int>?, possibly: Bool, asIs: Bool,
    notVia: Set<Int> = [], _ comment: Comment
  ) throws -> (chains: Int, groups: Int) {
    let all = oracle.chains(
      days: days, possibly: possibly, asIs: asIs, longest: 6, notVia: notVia)
    let period = try days.map {
      try #require(Period("2000-01-\($0.lowerBound)..2000-01-\($0.upperBound)"))
    }
    let search = try IntroductionSearch(
      Acquaintances(
        in: oracle.network,
        ReachOptions(
          period: period, possibly: possibly, mode: asIs ? .asIs : .introductions,
          notVia: notVia)))
    var (chainCount, groupCount) = (0, 0)
    for source in oracle.kinds.indices where all[source] != nil {
      for target in oracle.kinds.indices where all[target] != nil && target != source {
        let expected = sorted(all[source], to: target)
        let found = try search.introductions(
          from: source, to: target,
          IntroductionOptions(routes: 1000, longest: 6, shortestLimit: 1000))
        let shortest = expected.filter { $0.count == expected[0].count }
        #expect(found.shortest.map(\.actors) == shortest, comment)
        #expect(
          found.further.map(\.actors) == Array(expected.dropFirst(shortest.count)), comment)
        #expect(!found.hasMoreShortest && !found.gaveUp)
        let few = try search.introductions(
          from: source, to: target, IntroductionOptions(routes: 2, longest: 2, shortestLimit: 1))
        let short = expected.filter { $0.count <= 4 }
        #expect(few.shortest.map(\.actors) == Array(short.prefix(1)), comment)
        #expect(few.hasMoreShortest == (short.filter { $0.count == short[0].count }.count > 1))

        let count = independent(expected)
        #expect(found.independentCount == count...count, "\(source) to \(target), \(comment)")
        let needed = Set(expected.first?.dropFirst().dropLast() ?? []).filter { introducer in
          expected.allSatisfy { $0.dropFirst().dropLast().contains(introducer) }
        }
        #expect(Set(found.indispensable) == needed, comment)

        // Each alternative is the first chain that is left.
        var used = Set(expected.first?.dropFirst().dropLast() ?? [])
        var takesDirect = (expected.first?.count ?? 0) > 2
        for alternative in found.alternatives {
          let next = expected.first {
            used.isDisjoint(with: $0.dropFirst().dropLast()) && ($0.count > 2 || takesDirect)
          }
          #expect(alternative.actors == next, comment)
          used.formUnion(alternative.introducers)
          if alternative.actors.count == 2 { takesDirect = false }
        }
        #expect(
          !expected.dropFirst().contains {
            used.isDisjoint(with: $0.dropFirst().dropLast()) && ($0.count > 2 || takesDirect)
          }, comment)
        chainCount += expected.count
        groupCount += expected.count {
          $0.dropFirst().dropLast().contains { oracle.kinds[$0] == "group" }
        }
      }
    }
    return (chainCount, groupCount)
  }

  @Test func agreesWithListingAllChains() throws {
    var (chains, groups) = (0, 0)
    for seed in 1...80 {
      let oracle = ReachOracle(seed: seed, dated: seed % 3 != 0, directed: seed % 4 == 0)
      let days = [nil, 13...13, 12...16][seed % 3]
      let counts = try check(
        oracle, days: seed % 2 == 0 ? nil : days, possibly: seed % 5 == 0, asIs: seed % 10 == 1,
        notVia: seed % 7 == 0 ? [seed % 8] : [], "seed \(seed)")
      chains += counts.chains
      groups += counts.groups
    }
    #expect(chains > 2000)
    #expect(groups > 250)
  }

  /// Groups that some come to as members and others from outside, in small dense networks.
  @Test func groupsThatDidNotAllMeet() throws {
    var groups = 0
    for seed in 1...80 {
      var numbers = Numbers(state: UInt64(seed))
      var ties: [ReachOracle.Tie] = []
      let kinds = ["group", "group", "firm", "firm", "firm", "firm", "firm"]
      for _ in 0..<13 {
        let source = numbers.next(below: 7)
        let target = numbers.next(below: source > 1 ? 2 : 7)
        guard source != target else { continue }
        var tie = ReachOracle.Tie(
          source: source, target: target,
          kind: numbers.next(below: 3) > 0 ? "membership" : "business")
        // Members come early or late and never meet the others.
        (tie.beganFrom, tie.endedTo) = numbers.next(below: 2) == 0 ? (10, 12) : (15, 18)
        ties.append(tie)
      }
      groups += try check(
        ReachOracle(kinds: kinds, ties: ties), days: nil, possibly: true, asIs: false,
        "seed \(seed)"
      ).groups
    }
    #expect(groups > 250)
  }

  @Test func thePaper() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let search = try IntroductionSearch(
      Acquaintances(in: network, ReachOptions(tieKinds: [.project])))
    func actor(_ name: String) throws -> Int { try network.actors.index(named: name) }
    let found = try search.introductions(from: actor("H"), to: actor("D"))
    #expect(found.shortest.count == 1)
    let chain = try #require(found.shortest.first)
    #expect(chain.actors.map { network.actors.id($0) } == ["H", "U", "C", "D"])
    #expect(found.indispensable == (try [actor("U"), actor("C")]))
    #expect(found.independentCount == 1...1)
    #expect(
      chain.steps.map { $0.carriers.compactMap(\.place).map { network.actors.id($0) } }
        == [["tribomics"], ["retread-tyre"], ["inbiomento", "shanghai-venture"]])
    #expect(
      chain.warnings.contains(
        .left(introducer: try actor("U"), group: try actor("technomix"))))
    // The tyre tie ended no earlier than 1986-01, Tribomics began in 1991-07.
    #expect(chain.warnings.contains(.perhapsOutOfOrder))
    #expect(!chain.warnings.contains(.outOfOrder))
    #expect(chain.steps.allSatisfy { $0.evidence == .stated })
    #expect(found.further.allSatisfy { $0.actors.count > 4 })

    let direct = try search.introductions(from: actor("C"), to: actor("D"))
    #expect(direct.isDirect)
    #expect(throws: IntroductionError.sameActor(0)) {
      try search.introductions(from: 0, to: 0)
    }
    #expect(throws: IntroductionError.isOccasion(try actor("tribomics"))) {
      try search.introductions(from: 0, to: actor("tribomics"))
    }
    #expect(try search.introductions(from: actor("H"), to: actor("mayor")).shortest.isEmpty)
  }

  /// One step ended before the other began: the chain holds, but not in the order of time.
  @Test func warnings() throws {
    let oracle = ReachOracle(
      kinds: ["firm", "firm", "firm"],
      ties: [
        ReachOracle.Tie(
          source: 0, target: 1, kind: "business", beganFrom: 15, beganTo: 15, endedFrom: 20),
        ReachOracle.Tie(
          source: 1, target: 2, kind: "business", beganTo: 5, endedFrom: 10, endedTo: 12),
      ])
    var network = oracle.network
    network.description.observedTo = PartialDate("2000-01-25")
    func chain(_ options: ReachOptions = ReachOptions(), respectsTime: Bool = false) throws
      -> IntroductionChain?
    {
      try IntroductionSearch(Acquaintances(in: network, options)).introductions(
        from: 0, to: 2, IntroductionOptions(respectsTime: respectsTime)
      ).shortest.first
    }
    #expect(try chain()?.warnings == [.ended(step: 1), .outOfOrder])
    #expect(try chain(respectsTime: true) == nil)
    let then = ReachOptions(period: Period("2000-01-11..2000-01-16"), possibly: true)
    #expect(try chain(then)?.warnings == [.onlyPossible(step: 1), .outOfOrder])
    #expect(try chain(ReachOptions(period: Period("2000-01-16"), possibly: true)) == nil)
  }
}
