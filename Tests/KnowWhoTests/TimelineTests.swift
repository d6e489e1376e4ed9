import KnowWho
import Testing

@Suite struct TimelineTests {
  private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

  @Test func periodsFollowEachOther() throws {
    func periods(_ from: String, _ to: String, _ months: Int) throws -> [String] {
      try TimelinePeriods.periods(from: date(from), to: date(to), months: months)
        .map(\.description)
    }
    #expect(try periods("1983", "1985", 12) == ["1983", "1984", "1985"])
    #expect(try periods("1983", "1983", 6) == ["1983-01..1983-06", "1983-07..1983-12"])
    #expect(try periods("1983-11", "1984-01", 1) == ["1983-11", "1983-12", "1984-01"])
    #expect(
      try periods("1983-11", "1985-03", 12) == ["1983-11..1984-10", "1984-11..1985-03"])
    #expect(try periods("1983", "1988", 60) == ["1983..1987", "1988"])
    #expect(throws: TimelinePeriods.Problem.endsBeforeItBegins) {
      try periods("1984", "1983", 12)
    }
    #expect(try periods("1001", "3000", 12).count == 2000)
    #expect(throws: TimelinePeriods.Problem.tooMany(2001)) { try periods("1000", "3000", 12) }
  }

  /// Every day of four centuries is one after the day before.
  @Test func daysAreCountedAsInTheCalendar() throws {
    var day = 15_820_101
    var count = CalendarDay.count(of: day)
    var leapDays = 0
    while day < 19_820_101 {
      let (year, month) = (day / 10_000, day / 100 % 100)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
      if day % 10_000 == 229 { leapDays += 1 }
      if day % 100 < length {
        day += 1
      } else {
        day = month < 12 ? year * 10_000 + (month + 1) * 100 + 1 : (year + 1) * 10_000 + 101
      }
      count += 1
      #expect(CalendarDay.count(of: day) == count)
      #expect(CalendarDay.number(of: count) == day)
    }
    #expect(leapDays == 97)
  }

  /// A random network of firms with ties known to the year.
  private struct Dated {
    var ends: [(Int, Int)] = []
    /// Earliest and latest start, earliest and latest end.
    var years: [[Int]] = []

    init(seed: Int) {
      var numbers = Numbers(state: UInt64(seed))
      for first in 0..<6 {
        for second in (first + 1)..<6 where numbers.next(below: 2) == 0 {
          ends.append((first, second))
          years.append((0..<4).map { _ in 1990 + numbers.next(below: 6) }.sorted())
        }
      }
    }

    var network: Network {
      var ties = Ties(
        sources: ends.map { UInt32($0.0) }, targets: ends.map { UInt32($0.1) })
      func dates(_ which: Int) -> [PartialDate?] { years.map { PartialDate(year: $0[which]) } }
      ties.dates = Ties.Dates(
        beganFrom: dates(0), beganTo: dates(1), endedFrom: dates(2), endedTo: dates(3))
      return Network(actors: Actors(ids: TextColumn((0..<6).map { "n\($0)" })), ties: ties)
    }

    /// How many others each actor reaches through at most one introducer over some ties.
    func reach(_ alive: [Int], without absent: Int? = nil) -> [Int] {
      var contacts = [Set<Int>](repeating: [], count: 6)
      for tie in alive where ends[tie].0 != absent && ends[tie].1 != absent {
        contacts[ends[tie].0].insert(ends[tie].1)
        contacts[ends[tie].1].insert(ends[tie].0)
      }
      return (0..<6).map { actor in
        contacts[actor].union(contacts[actor].flatMap { contacts[$0] })
          .subtracting([actor]).count
      }
    }

    func dependence(on leader: Int, _ alive: [Int]) -> Double? {
      let others = (0..<6).filter { $0 != leader }
      let (with, without) = (reach(alive), reach(alive, without: leader))
      let before = others.reduce(0) {
        $0 + with[$1] - (reachesLeader($1, leader, alive) ? 1 : 0)
      }
      let after = others.reduce(0) { $0 + without[$1] }
      return before > 0 ? 1 - Double(after) / Double(before) : nil
    }

    private func reachesLeader(_ actor: Int, _ leader: Int, _ alive: [Int]) -> Bool {
      func areTied(_ one: Int, _ other: Int) -> Bool {
        alive.contains { ends[$0] == (one, other) || ends[$0] == (other, one) }
      }
      return areTied(actor, leader)
        || (0..<6).contains { areTied(actor, $0) && areTied($0, leader) }
    }
  }

  @Test func rangesBracketEveryTimeline() throws {
    var uncertain = 0
    for seed in 1...25 {
      let dated = Dated(seed: seed)
      let years = Array(1989...1996)
      let periods = try years.map { try #require(Period("\($0)")) }
      let timeline = try dated.network.timeline(over: periods, leader: 0, samples: 20)
      for (year, moment) in zip(years, timeline.moments) {
        let sure = dated.years.indices.filter {
          dated.years[$0][1] <= year && dated.years[$0][2] >= year
        }
        let maybe = dated.years.indices.filter {
          dated.years[$0][0] <= year && dated.years[$0][3] >= year && !sure.contains($0)
        }
        #expect(moment.ties == sure.count...(sure.count + maybe.count))
        let actors = Set(sure.flatMap { [dated.ends[$0].0, dated.ends[$0].1] })
        #expect(moment.actors.lowerBound == actors.count)
        #expect(moment.memberships == 0...0)
        uncertain += maybe.count
        // Each of the uncertain ties alive or not: all that can be the case in a year.
        guard maybe.count <= 6 else { continue }
        var dependences: [Double?] = []
        for mask in 0..<(1 << maybe.count) {
          let alive = sure + maybe.indices.filter { mask >> $0 & 1 == 1 }.map { maybe[$0] }
          let reach = dated.reach(alive)
          let mean =
            Double(actors.reduce(0) { $0 + reach[$1] }) / Double(max(1, actors.count))
          if !actors.isEmpty {
            let bounds = try #require(moment.meanReach)
            #expect(bounds.lowerBound <= mean + 1e-9 && mean <= bounds.upperBound + 1e-9)
            if alive.count == sure.count { #expect(abs(bounds.lowerBound - mean) < 1e-9) }
            if alive.count == sure.count + maybe.count {
              #expect(abs(bounds.upperBound - mean) < 1e-9)
            }
          }
          dependences.append(dated.dependence(on: 0, alive))
        }
        let defined = dependences.compactMap { $0 }
        guard let dependence = moment.dependence else { continue }
        let least = try #require(defined.min())
        let most = try #require(defined.max())
        #expect(dependence.least >= least - 1e-9 && dependence.most <= most + 1e-9)
        #expect(dependence.least <= dependence.mean && dependence.mean <= dependence.most)
        #expect(dependence.isExact == maybe.isEmpty)
      }
    }
    #expect(uncertain > 100)
  }

  /// x – w always, x – v always, v – y from some day of a leap year on: among the
  /// others x and w always reach each other, x and y through v.
  @Test func startsAreDrawnEvenlyOverTheDays() throws {
    var ties = Ties(sources: [0, 0, 2], targets: [1, 2, 3])
    let (before, after) = (try date("1999"), try date("2001"))
    ties.dates = Ties.Dates(
      beganFrom: [before, before, try date("2000-01-01")],
      beganTo: [before, before, try date("2000-12-31")], endedFrom: [after, after, after])
    let network = Network(
      actors: Actors(ids: TextColumn(["x", "w", "v", "y"])), ties: ties)
    let periods = try (1...12).map { try #require(Period("2000-\($0 < 10 ? "0" : "")\($0)")) }
    let timeline = try network.timeline(over: periods, leader: 2, samples: 1000)
    var days = 0
    for (month, moment) in timeline.moments.enumerated() {
      days += [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
      let dependence = try #require(moment.dependence)
      // Half of the pairs hang on v once it knows y; a binomial error of at most 0.5/√1000·0.5.
      #expect(abs(dependence.mean - 0.5 * Double(days) / 366) < 0.04)
      #expect(dependence.most == 0.5)
      #expect(dependence.least == (month < 11 ? 0 : 0.5))
    }
  }

  @Test func whatIsExactlyKnownNeedsNoSamples() throws {
    let network = Network(pairs: [("x", "y"), ("y", "z")])
    let timeline = try network.timeline(over: [1990, 1991], leader: 1)
    for moment in timeline.moments {
      #expect(moment.isObserved)
      // Without any dates a tie may have been alive then, but is not definitely so.
      #expect(moment.ties == 0...2)
    }
    var ties = network.ties
    let (from, to) = (try date("1990"), try date("1991"))
    ties.dates = Ties.Dates(beganTo: [from, from], endedFrom: [to, to])
    let known = Network(actors: network.actors, ties: ties)
    for moment in try known.timeline(over: [1990, 1991], leader: 1).moments {
      #expect(moment.ties == 2...2 && moment.actors == 3...3)
      #expect(moment.meanReach == 2...2)
      let dependence = try #require(moment.dependence)
      #expect([dependence.least, dependence.mean, dependence.most] == [1, 1, 1])
      #expect(dependence.isExact)
    }
  }

  @Test func periodsOutsideTheObservationAreTold() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let timeline = try network.timeline(over: [1982, 1983, 2009, 2010])
    #expect(timeline.moments.map(\.isObserved) == [false, true, true, false])
    #expect(timeline.moments.allSatisfy { $0.dependence == nil })
    // Fifteen members are certain in 2009, III-1 Fig. 1; all 30 firms are possible ever since.
    #expect(timeline.moments[2].memberships.lowerBound == 15)
  }

  @Test func threadsChangeNothing() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let leader = try network.actors.index(named: "a")
    func moments(_ threads: Int) throws -> [Timeline.Moment] {
      try network.timeline(
        over: [1985, 1992, 2008], leader: leader, samples: 6, execution: Execution(threads: threads)
      ).moments
    }
    let one = try moments(1)
    for threads in [2, 3, 8] { #expect(try moments(threads) == one) }
  }

  /// Members ask and do not count: against chains listed for definite and possible ties of a day.
  @Test func outsideAGroup() throws {
    var checked = 0
    for seed in 1...60 {
      let oracle = ReachOracle(seed: seed, dated: true, directed: false)
      guard let group = oracle.kinds.firstIndex(of: "group") else { continue }
      let notVia: Set = seed % 3 == 0 ? [seed % 8] : []
      let period = try #require(Period("2000-01-14"))
      let moment = try #require(
        try oracle.network.timeline(
          over: [period], ReachOptions(notVia: notVia), introducers: 2, outside: group
        ).moments.first)
      func members(_ possibly: Bool) -> Set<Int> {
        Set(
          (0..<8).filter {
            oracle.groups(of: $0, days: 14...14, possibly: possibly).contains(group)
          })
      }
      let (sure, maybe) = (members(false), members(true))
      let reached = [false, true].map {
        oracle.reached(days: 14...14, possibly: $0, asIs: false, limit: 2, notVia: notVia)
      }
      let asking = sure.filter { reached[0][$0] != nil }
      guard !asking.isEmpty else {
        #expect(moment.meanReach == nil)
        continue
      }
      var (least, most) = (0, 0)
      for actor in asking {
        let low = reached[0][actor]?[2].subtracting(maybe).count ?? 0
        least += low
        most += max(low, reached[1][actor]?[2].subtracting(sure).count ?? 0)
      }
      let bounds = try #require(moment.meanReach)
      #expect(abs(bounds.lowerBound - Double(least) / Double(asking.count)) < 1e-12, "\(seed)")
      #expect(abs(bounds.upperBound - Double(most) / Double(asking.count)) < 1e-12, "\(seed)")
      checked += most > 0 ? 1 : 0
    }
    #expect(checked > 10)
  }

  /// Period by period, and dependence by itself, are the same as all at once.
  @Test func partsJoinToTheWhole() throws {
    let network = try Network(contentsOf: graphs + "/technomix")
    let a = try network.actors.index(named: "a")
    let periods = try TimelinePeriods.periods(from: date("1983"), to: date("2009"), months: 120)
    let whole = try network.timeline(over: periods, leader: a, samples: 10)
    let joined = Timeline(joining: try periods.map { try network.timeline(over: [$0]) })
    #expect(joined.leader == nil && joined.moments.allSatisfy { $0.dependence == nil })
    let dependences = try network.leaderDependence(on: a, over: periods, samples: 10)
    let added = joined.adding(dependences, on: a, samples: 10)
    #expect(added.moments == whole.moments)
    #expect(added.leader == a && added.samples == 10)
  }
}
