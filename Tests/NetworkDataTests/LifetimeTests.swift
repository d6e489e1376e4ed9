import NetworkData
import Testing

/// Every answer is compared with the list of all timelines that the bounds allow: what is definite
/// holds in all of them, what is possible in some.
@Suite struct LifetimeTests {
  /// Bounds that a test is made of: days of January 2000, nil where open.
  private struct Bounds {
    var beganFrom, beganTo, endedFrom, endedTo: Int?

    var lifetime: Lifetime {
      func date(_ day: Int?) -> PartialDate? {
        day.flatMap { PartialDate(year: 2000, month: 1, day: $0) }
      }
      return Lifetime(
        beganFrom: date(beganFrom), beganTo: date(beganTo), endedFrom: date(endedFrom),
        endedTo: date(endedTo))
    }

    /// All pairs of a first and a last day within the bounds; `days` reach past every bound, so
    /// that an open one is really open.
    func timelines(over days: ClosedRange<Int>) -> [ClosedRange<Int>] {
      func starts(_ day: Int) -> Bool { day >= beganFrom ?? .min && day <= beganTo ?? .max }
      func ends(_ day: Int) -> Bool { day >= endedFrom ?? .min && day <= endedTo ?? .max }
      var lives: [ClosedRange<Int>] = []
      for start in days where starts(start) {
        for end in start...days.upperBound where ends(end) { lives.append(start...end) }
      }
      return lives
    }

    static func all(_ days: [Int?]) -> [Bounds] {
      var all: [Bounds] = []
      for beganFrom in days {
        for beganTo in days {
          for endedFrom in days {
            for endedTo in days {
              all.append(
                Bounds(
                  beganFrom: beganFrom, beganTo: beganTo, endedFrom: endedFrom, endedTo: endedTo))
            }
          }
        }
      }
      return all
    }
  }

  @Test func aliveInAPeriod() throws {
    var checked = 0
    for bounds in Bounds.all([nil, 3, 4, 5, 6]) {
      let timelines = bounds.timelines(over: 1...8)
      let lifetime = bounds.lifetime
      #expect(lifetime.isPossible == !timelines.isEmpty, "\(bounds)")
      if timelines.isEmpty { continue }
      for from in 3...6 {
        for to in from...6 {
          let period = try #require(
            Period("2000-01-0\(from)..2000-01-0\(to)"))
          let isAlive = timelines.map { $0.overlaps(from...to) }
          let isOver = timelines.map { $0.upperBound < from }
          #expect(
            lifetime.isDefinitelyAlive(in: period) == isAlive.allSatisfy(\.self),
            "\(bounds) in \(period)")
          #expect(
            lifetime.isPossiblyAlive(in: period) == isAlive.contains(true), "\(bounds) in \(period)"
          )
          #expect(
            lifetime.hasEnded(before: period) == isOver.allSatisfy(\.self), "\(bounds) in \(period)"
          )
          checked += 1
        }
      }
    }
    #expect(checked > 2000)
  }

  @Test func overlapOfTwo() {
    let all = Bounds.all([nil, 3, 4, 5]).map { ($0, $0.lifetime, $0.timelines(over: 1...7)) }
      .filter { !$0.2.isEmpty }
    var (definite, possible, none) = (0, 0, 0)
    for (index, (bounds, first, firstTimelines)) in all.enumerated() {
      for (otherBounds, second, secondTimelines) in all[index...] {
        let alwaysMeet = firstTimelines.allSatisfy { one in
          secondTimelines.allSatisfy { one.overlaps($0) }
        }
        let mayMeet = firstTimelines.contains { one in
          secondTimelines.contains { one.overlaps($0) }
        }
        let isRight =
          first.definitelyOverlaps(second) == alwaysMeet
          && second.definitelyOverlaps(first) == alwaysMeet
          && first.possiblyOverlaps(second) == mayMeet
          && second.possiblyOverlaps(first) == mayMeet
        #expect(isRight, "\(bounds) and \(otherBounds)")
        if alwaysMeet { definite += 1 } else if mayMeet { possible += 1 } else { none += 1 }
      }
    }
    // All three answers were asked for.
    #expect(definite > 100 && possible > 100 && none > 100)
  }

  /// Bounds of a year or a month mean their first day as a start, their last as an end.
  @Test(arguments: [
    // (began_from, began_to, ended_from, ended_to, period, definitely, possibly)
    ("1990", "1990", "1995", "1995", "1995", true, true),
    ("1990", "1990", "1995", "1995", "1995-06", false, true),
    ("1990", "1990", "1995", "1995", "1990-12-31", true, true),
    ("1990", "1990", "1995", "1995", "1990-12-30", false, true),
    ("1990", "1990", "1995", "1995", "1989", false, false),
    ("1990", "1990", "1995", "1995", "1996", false, false),
    ("1983-11", "2009-06", "2009-07", "", "2009-07", true, true),
    ("1983-11", "2009-06", "2009-07", "", "2009-08", false, true),
    ("1983-11", "2009-06", "2009-07", "", "1983-10", false, false),
    ("", "", "", "", "2009", false, true),
  ])
  func partialBounds(
    beganFrom: String, beganTo: String, endedFrom: String, endedTo: String, at: String,
    definitely: Bool, possibly: Bool
  ) throws {
    let lifetime = Lifetime(
      beganFrom: PartialDate(beganFrom), beganTo: PartialDate(beganTo),
      endedFrom: PartialDate(endedFrom), endedTo: PartialDate(endedTo))
    let period = try #require(Period(at))
    #expect(lifetime.isDefinitelyAlive(in: period) == definitely)
    #expect(lifetime.isPossiblyAlive(in: period) == possibly)
  }
}
