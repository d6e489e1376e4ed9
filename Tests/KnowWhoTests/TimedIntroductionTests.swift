import KnowWho
import Testing

/// Introductions in the order of time, by listing all chains and all timelines.
@Suite struct TimedIntroductionTests {
  private let asked = IntroductionOptions(
    routes: 1000, longest: 6, shortestLimit: 1000, respectsTime: true)

  /// The chains that are to be listed: those that some choice of carriers and some dates let be.
  private func expected(
    _ chains: [[Int]], to target: Int, _ carriers: StepCarriers, _ lines: [[ClosedRange<Int>]]
  ) -> [[Int]] {
    chains.filter { chain in
      chain.last == target
        && ReachOracle.choices(
          zip(chain, chain.dropFirst()).map { carriers.carriers(from: $0, to: $1).map(\.ties) }
        ).contains { choice in lines.contains { ReachOracle.days(choice, $0) != nil } }
    }.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
  }

  private func check(_ found: Introductions, _ expected: [[Int]], _ comment: Comment) {
    let shortest = expected.filter { $0.count == expected[0].count }
    #expect(found.shortest.map(\.actors) == shortest, comment)
    #expect(found.further.map(\.actors) == Array(expected.dropFirst(shortest.count)), comment)
    #expect(!found.hasMoreShortest && !found.gaveUp, comment)
    let needed = (expected.first ?? []).dropFirst().dropLast().filter { introducer in
      expected.allSatisfy { $0.dropFirst().dropLast().contains(introducer) }
    }
    #expect(found.indispensable == Array(needed), comment)
    var used = Set(expected.first?.dropFirst().dropLast() ?? [])
    var takesDirect = (expected.first?.count ?? 0) > 2
    func left() -> [Int]? {
      expected.dropFirst().first {
        used.isDisjoint(with: $0.dropFirst().dropLast()) && ($0.count > 2 || takesDirect)
      }
    }
    for alternative in found.alternatives {
      #expect(alternative.actors == left(), comment)
      used.formUnion(alternative.introducers)
      if alternative.actors.count == 2 { takesDirect = false }
    }
    #expect(left() == nil, comment)
    let listed = expected.isEmpty ? 0 : 1 + found.alternatives.count
    #expect(found.independentCount.lowerBound == listed, comment)
  }

  @Test func agreesWithAllTimelinesOfAllChains() throws {
    var (listed, left) = (0, 0)
    for seed in 1...40 {
      let oracle = ReachOracle(timelineSeed: seed &+ 900)
      let lines = oracle.timelines
      guard lines.count < 1000 else { continue }
      let search = IntroductionSearch(try Acquaintances(in: oracle.network))
      let all = oracle.chains(days: nil, possibly: false, asIs: false, longest: 4)
      for source in oracle.kinds.indices {
        guard let chains = all[source] else { continue }
        for target in oracle.kinds.indices where all[target] != nil && target != source {
          let expected = expected(chains, to: target, search.carriers, lines)
          let found = try search.introductions(from: source, to: target, asked)
          check(found, expected, "seed \(seed), \(source) to \(target)")
          listed += expected.count
          left += chains.count { $0.last == target } - expected.count
        }
      }
    }
    #expect(listed > 150)
    #expect(left > 40)
  }

  /// Many firms that nearly all know each other, and one that few know: most beginnings of long
  /// chains lead nowhere, and the search must find out early.
  @Test(arguments: 1...2) func denseNetworks(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 31)
    let count = 9
    var ties: [ReachOracle.Tie] = []
    for source in 0..<(count - 1) {
      for target in (source + 1)..<count {
        // The last is known to one or two only.
        if target == count - 1, source != 1, source != 1 + seed % 2 { continue }
        let begun = 5 + numbers.next(below: 3)
        let ended = begun + 4 + numbers.next(below: 12)
        ties.append(
          ReachOracle.Tie(
            source: source, target: target, kind: "business", beganFrom: begun, beganTo: begun,
            endedFrom: ended, endedTo: ended))
      }
    }
    let oracle = ReachOracle(kinds: [String](repeating: "firm", count: count), ties: ties)
    var expected: [[Int]] = []
    func walk(_ chain: [Int], _ day: Int) {
      let last = chain[chain.count - 1]
      if last == count - 1 { return expected.append(chain) }
      if chain.count == 8 { return }
      for tie in ties where tie.source == last || tie.target == last {
        let next = tie.source == last ? tie.target : tie.source
        let arrival = max(day, tie.beganFrom ?? 0)
        guard !chain.contains(next), arrival <= tie.endedTo ?? 0 else { continue }
        walk(chain + [next], arrival)
      }
    }
    walk([0], 0)
    expected.sort {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    #expect(expected.count > 100)
    let search = IntroductionSearch(try Acquaintances(in: oracle.network))
    var asked = asked
    asked.routes = 10_000
    check(try search.introductions(from: 0, to: count - 1, asked), expected, "seed \(seed)")
  }
}
