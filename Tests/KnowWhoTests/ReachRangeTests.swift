import KnowWho
import Testing

/// Ranges against every choice of dates that the bounds allow.
@Suite struct ReachRangeTests {
  /// All pairs of a first and a last day that fit the bounds of a tie.
  private func lifetimes(_ tie: ReachOracle.Tie) -> [(Int, Int)] {
    guard let from = tie.beganFrom, let to = tie.endedTo else { return [] }
    return (from...(tie.beganTo ?? to)).flatMap { start in
      (max(start, tie.endedFrom ?? start)...max(start, to)).filter { $0 <= to }.map { (start, $0) }
    }
  }

  /// Calls back for every timeline of a network.
  private func timelines(of oracle: ReachOracle, _ body: (ReachOracle) -> Void) {
    var exact = oracle
    func choose(_ tie: Int) {
      guard tie < exact.ties.count else { return body(exact) }
      for (start, end) in lifetimes(oracle.ties[tie]) {
        (exact.ties[tie].beganFrom, exact.ties[tie].beganTo) = (start, start)
        (exact.ties[tie].endedFrom, exact.ties[tie].endedTo) = (end, end)
        choose(tie + 1)
      }
    }
    choose(0)
  }

  /// A network of six actors whose ties begin and end in a few days, in few enough ways.
  private func oracle(seed: Int) -> ReachOracle {
    var numbers = Numbers(state: UInt64(seed))
    let kinds = ["firm", "firm", "firm", "group", "project", "firm"]
    var ties: [ReachOracle.Tie] = []
    var used: Set<[Int]> = []
    var ways = 1
    while ties.count < 7 {
      let (source, target) = (numbers.next(below: 6), numbers.next(below: 6))
      // Members know their group in no other way: see AcquaintanceRange.
      guard source != target, [source, target].sorted() != [3, 4],
        used.insert([source, target].sorted()).inserted
      else { continue }
      var tie = ReachOracle.Tie(
        source: source, target: target,
        kind: kinds[target] == "group" || kinds[source] == "group" ? "membership" : "business")
      let start = 9 + numbers.next(below: 4)
      let end = start + numbers.next(below: 4)
      let (early, late) = (numbers.next(below: 3), numbers.next(below: 3))
      (tie.beganFrom, tie.beganTo) = (start - early, start)
      (tie.endedFrom, tie.endedTo) = (end, end + late)
      let count = lifetimes(tie).count
      if ways * count > 60 { (tie.beganFrom, tie.endedTo) = (start, end) }
      ways *= lifetimes(tie).count
      ties.append(tie)
    }
    return ReachOracle(kinds: kinds, ties: ties)
  }

  @Test(arguments: [11...11, 11...12])
  func everyTimeline(days: ClosedRange<Int>) throws {
    let period = try #require(
      Period("2000-01-\(days.lowerBound)..2000-01-\(days.upperBound)"))
    var differences = 0
    for seed in 1...14 {
      let oracle = oracle(seed: seed)
      let range = try AcquaintanceRange(
        of: Acquaintances(in: oracle.network, ReachOptions(period: period)))
      let reach = range.reach(introducers: 2)
      var least = [Int](repeating: .max, count: 6)
      var most = [Int](repeating: 0, count: 6)
      var outside: [ClosedRange<Int>?] = Array(repeating: nil, count: 6)
      timelines(of: oracle) { exact in
        let found = exact.reached(days: days, possibly: false, asIs: false, limit: 2)
        for actor in 0..<6 {
          let reached = found[actor]?[2] ?? []
          least[actor] = min(least[actor], reached.count)
          most[actor] = max(most[actor], reached.count)
          let others = reached.subtracting(
            exact.coMembers(of: actor, days: days, possibly: false)
          ).count
          let known = outside[actor] ?? others...others
          outside[actor] = min(known.lowerBound, others)...max(known.upperBound, others)
        }
      }
      for (row, actor) in reach.least.actors.enumerated() {
        let bounds = reach.bounds(row: row, introducers: 2)
        if days.count == 1 {
          #expect(bounds == least[actor]...most[actor], "seed \(seed): n\(actor) in \(oracle)")
        } else {
          #expect(
            bounds.lowerBound <= least[actor] && bounds.upperBound >= most[actor],
            "seed \(seed): n\(actor) in \(oracle)")
        }
        let bracket = reach.bounds(row: row, introducers: 2, outside: true)
        let sampled = try #require(outside[actor])
        #expect(
          bracket.lowerBound <= sampled.lowerBound && bracket.upperBound >= sampled.upperBound,
          "seed \(seed): n\(actor) in \(oracle)")
        differences += bounds.count > 1 ? 1 : 0
      }
    }
    #expect(differences > 5)
  }

  @Test(arguments: ["1989", "2004"])
  func technomixIsARange(year: String) throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let period = try #require(Period(year))
    let reach = try AcquaintanceRange(
      of: Acquaintances(in: network, ReachOptions(period: period))
    ).reach(introducers: 1)
    let row = try #require(reach.least.actors.firstIndex { network.actors.id($0) == "C" })
    let bounds = reach.bounds(row: row, introducers: 1)
    #expect(bounds.lowerBound < bounds.upperBound)
  }

  @Test func noRangeWithoutAPeriod() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let all = try AcquaintanceRange(of: Acquaintances(in: network))
    #expect(all.possible == nil)
    let possibly = try AcquaintanceRange(
      of: Acquaintances(in: network, ReachOptions(period: 1989, possibly: true)))
    #expect(possibly.possible == nil)
    let reach = all.reach()
    #expect(reach.most == nil)
    #expect(reach.least == all.certain.reach())
  }
}
