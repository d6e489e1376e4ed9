import NetworkData
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["1992", "1992-04", "1992-04-01", "0001", "9999-12-31", "2000-02-29"])
  func writtenAsRead(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "92", "19920", "1992-4", "1992-04-1", "1992/04/01", "1992-", "-1992", "1992-04-",
    "1992--01",
    "1992-04-01-01", " 1992", "1992 ", "+199", "1992-13", "1992-00", "1992-04-00", "1992-04-31",
    "1992-06-31", "1992-09-31", "1992-11-31", "0000", "0000-01", "1900-02-29", "2023-02-29",
    "2024-02-30", "１９９２", "平成4", "1992-01-32", "abcd", "1992-ab", "1992-04-01T00:00",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }

  /// The Gregorian calendar repeats after 400 years of 146,097 days, 97 of the years being leap.
  @Test func fourCenturiesHaveAllTheirDays() {
    var days = 0
    var leapYears = 0
    for year in 1601...2000 {
      for month in 0...13 {
        for day in 0...32 where PartialDate(year: year, month: month, day: day) != nil {
          days += 1
          if month == 2, day == 29 { leapYears += 1 }
        }
      }
    }
    #expect(days == 146_097)
    #expect(leapYears == 97)
  }

  @Test func aDayNeedsAMonth() {
    #expect(PartialDate(year: 1992, month: nil, day: 1) == nil)
    #expect(PartialDate(year: 0) == nil)
    #expect(PartialDate(year: 10_000) == nil)
  }

  @Test(
    arguments: [
      ("1992", 1992, nil, nil, 1992_01_01, 1992_12_31),
      ("1992-02", 1992, 2, nil, 1992_02_01, 1992_02_29),
      ("1900-02", 1900, 2, nil, 1900_02_01, 1900_02_28),
      ("1991-04", 1991, 4, nil, 1991_04_01, 1991_04_30),
      ("1991-04-17", 1991, 4, 17, 1991_04_17, 1991_04_17),
      ("1991-10", 1991, 10, nil, 1991_10_01, 1991_10_31),
    ] as [(String, Int, Int?, Int?, Int, Int)])
  func meansAStretchOfDays(
    text: String, year: Int, month: Int?, day: Int?, earliest: Int, latest: Int
  ) throws {
    let date = try #require(PartialDate(text))
    #expect(date.year == year)
    #expect(date.month == month)
    #expect(date.day == day)
    #expect(date.earliestDay == earliest)
    #expect(date.latestDay == latest)
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2009", 2009_01_01, 2009_12_31), ("2009-07", 2009_07_01, 2009_07_31),
    ("2009-07-05", 2009_07_05, 2009_07_05), ("1983..1989-03", 1983_01_01, 1989_03_31),
    ("1984-02-10..1984-02", 1984_02_10, 1984_02_29), ("2009-07..2009", 2009_07_01, 2009_12_31),
  ])
  func coversItsDays(text: String, first: Int, last: Int) throws {
    let period = try #require(Period(text))
    #expect(period.firstDay == first)
    #expect(period.lastDay == last)
    #expect(period.description == text)
  }

  @Test(arguments: [
    "", "..", "2009..", "..2009", "2009..2008", "2009-07..2009-06", "2009...2010", "2009.2010",
    "2009-2010", "2009..2010..2011", "now",
  ])
  func refusesWhatIsNone(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func aYearIsALiteral() {
    let period: Period = 2009
    #expect(period == Period("2009"))
    #expect(period != Period("2009-01..2009-12"))
  }
}
