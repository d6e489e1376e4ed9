import KnowWho
import Testing

/// Chains that respect time, by listing all chains, all carriers, and all dates within the bounds.
@Suite struct TimedReachTests {
  private func day(_ number: Int?) -> Int? {
    number.map { $0 == 1 ? .min : $0 == 5 ? .max : 2000_01_00 + $0 }
  }

  @Test func agreesWithAllTimelinesOfAllChains() throws {
    var (possible, definite, static_) = (0, 0, 0)
    for seed in 1...70 {
      let oracle = ReachOracle(timelineSeed: seed)
      let lines = oracle.timelines
      guard lines.count < 4000 else { continue }
      let acquaintances = try Acquaintances(in: oracle.network)
      let carriers = StepCarriers(of: acquaintances)
      let search = TimedSearch(acquaintances)
      let all = oracle.chains(days: nil, possibly: false, asIs: false, longest: 5)
      for source in oracle.kinds.indices {
        guard let chains = all[source] else { continue }
        var best: [Certainty: [Int: (arrival: Int, departure: Int)]] = [
          .possibly: [:], .definitely: [:],
        ]
        for chain in chains {
          let target = chain[chain.count - 1]
          for choice in ReachOracle.choices(
            zip(chain, chain.dropFirst()).map { carriers.carriers(from: $0, to: $1).map(\.ties) })
          {
            let found = lines.map { ReachOracle.days(choice, $0) }
            func note(_ certainty: Certainty, _ arrival: Int, _ departure: Int) {
              let known = best[certainty]?[target]
              best[certainty]?[target] = (
                min(known?.arrival ?? .max, arrival), max(known?.departure ?? .min, departure)
              )
            }
            let good = found.compactMap { $0 }
            if let arrival = good.map(\.arrival).min(), let departure = good.map(\.departure).max()
            {
              note(.possibly, arrival, departure)
            }
            if good.count == found.count, let arrival = good.map(\.arrival).max(),
              let departure = good.map(\.departure).min()
            {
              note(.definitely, arrival, departure)
            }
          }
        }
        let reached = Set(chains.map { $0[$0.count - 1] })
        static_ += reached.count
        for certainty in Certainty.allCases {
          let expected = best[certainty] ?? [:]
          let found = search.arrivals(from: source, certainty)
          #expect(
            found.actors == expected.keys.sorted(), "seed \(seed), \(certainty), from \(source)")
          #expect(Set(found.actors).isSubset(of: reached))
          for (target, days) in expected {
            #expect(
              found.day(target) == day(days.arrival),
              "seed \(seed) \(certainty) \(source)–\(target)")
            // Who gets to the target, and until when.
            #expect(
              search.departures(to: target, certainty).day(source) == day(days.departure),
              "seed \(seed), \(certainty), from \(source) to \(target)")
          }
          if certainty == .possibly {
            possible += expected.count
          } else {
            definite += expected.count
          }
        }
      }
    }
    // All three differ, so that the comparison says something.
    #expect(definite > 100)
    #expect(possible > definite + 50)
    #expect(static_ > possible)
  }

  /// What is found for sure is a part of what any dates allow, and that of what is possible.
  @Test func boundsBracketEveryTimeline() throws {
    var checked = 0
    for seed in 1...40 {
      let oracle = ReachOracle(timelineSeed: seed &+ 500)
      let search = TimedSearch(try Acquaintances(in: oracle.network))
      var numbers = Numbers(state: UInt64(seed))
      for _ in 0..<5 {
        // A timeline is a network whose dates are known; steps that all dates allow stay steps.
        var fixed = oracle
        for tie in fixed.ties.indices {
          let lives = fixed.ties[tie].lives
          let life = lives[numbers.next(below: lives.count)]
          (fixed.ties[tie].beganFrom, fixed.ties[tie].beganTo) = (life.lowerBound, life.lowerBound)
          (fixed.ties[tie].endedFrom, fixed.ties[tie].endedTo) = (life.upperBound, life.upperBound)
        }
        let true_ = TimedSearch(try Acquaintances(in: fixed.network))
        let wide = TimedSearch(
          try Acquaintances(
            in: oracle.network,
            ReachOptions(period: Period("2000-01-01..2000-01-05"), possibly: true)))
        for actor in oracle.kinds.indices {
          let sure = Set(search.arrivals(from: actor, .definitely).actors)
          let real = Set(true_.arrivals(from: actor, .definitely).actors)
          #expect(real == Set(true_.arrivals(from: actor, .possibly).actors))
          #expect(sure.isSubset(of: real))
          #expect(real.isSubset(of: wide.arrivals(from: actor, .possibly).actors))
          checked += real.count
        }
      }
    }
    #expect(checked > 300)
  }

  @Test func waitingIsAllowed() throws {
    // The example of the design: A–B 1990–95, then B–C 2000–05; not the other way round.
    var ties = Ties(sources: [0, 1], targets: [1, 2])
    func dates(_ texts: [String]) -> [PartialDate?] { texts.map { PartialDate($0) } }
    ties.dates = Ties.Dates(
      beganFrom: dates(["1990", "2000"]), beganTo: dates(["1990", "2000"]),
      endedFrom: dates(["1995", "2005"]), endedTo: dates(["1995", "2005"]))
    let network = Network(actors: Actors(ids: TextColumn(["A", "B", "C"])), ties: ties)
    let search = TimedSearch(try Acquaintances(in: network))
    #expect(search.arrivals(from: 0, .definitely).actors == [1, 2])
    #expect(search.arrivals(from: 0, .definitely).day(2) == 2000_12_31)
    #expect(search.arrivals(from: 0, .possibly).day(2) == 2000_01_01)
    #expect(search.departures(to: 2, .possibly).day(0) == 1995_12_31)
    #expect(search.departures(to: 2, .definitely).day(0) == 1995_01_01)
    #expect(search.arrivals(from: 2, .possibly).actors == [1])
  }
}
