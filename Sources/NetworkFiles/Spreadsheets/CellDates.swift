internal import NetworkData

/// What the number in a cell stands for, told from its number format.
enum CellFormat: Equatable {
  /// A number.
  case number
  /// A date, known as finely as the format shows it.
  case date(showsMonth: Bool, showsDay: Bool, showsTime: Bool)
  /// A time of day.
  case time

  /// Returns what a built-in number format shows (ECMA-376, 18.8.30, with those of Japanese Excel).
  ///
  /// - Parameter id: Its number.
  /// - Returns: What it shows.
  static func builtIn(_ id: Int) -> CellFormat {
    switch id {
    case 14...16, 27...31, 36, 50...54, 57...58:
      .date(showsMonth: true, showsDay: true, showsTime: false)
    // mmm-yy, and 年月 of Japanese Excel.
    case 17, 55...56: .date(showsMonth: true, showsDay: id != 17 && id != 55, showsTime: false)
    case 22: .date(showsMonth: true, showsDay: true, showsTime: true)
    case 18...21, 32...35, 45...47: .time
    default: .number
    }
  }

  /// Tells what a format code shows: `yyyy"年"m"月"d"日"`, `[$-411]ggge.m.d`, `0.00`.
  ///
  /// - Parameter code: The code.
  init(code: String) {
    var letters: Set<Character> = []
    var isQuoted = false
    var bracketDepth = 0
    var isEscaped = false
    // Only the first section, for positive numbers, counts.
    for character in code.prefix(200) {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = !isQuoted
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" {
        bracketDepth += 1
      } else if character == "]" {
        bracketDepth -= 1
      } else if character == ";" {
        break
      } else if bracketDepth == 0 {
        letters.insert(Character(character.lowercased()))
      }
    }
    let showsYear = !letters.isDisjoint(with: ["y", "e", "g"])
    let showsTime = !letters.isDisjoint(with: ["h", "s"])
    let isNumber = letters.contains("0") || letters.contains("#") || code.lowercased() == "general"
    if isNumber || letters.isDisjoint(with: ["y", "e", "g", "m", "d", "h", "s"]) {
      self = .number
    } else if showsYear || letters.contains("d") || letters.contains("m") && !showsTime {
      // 4月1日 without a year is still a whole date underneath.
      self = .date(
        showsMonth: letters.contains("m") || !showsYear,
        showsDay: letters.contains("d") || !showsYear, showsTime: showsTime)
    } else {
      self = .time
    }
  }
}

/// Dates as spreadsheets count them: days since a day around 1900.
enum SerialDate {
  /// Returns the text of a date.
  ///
  /// - Parameters:
  ///   - serial: The number of days; its fraction is the time of day.
  ///   - format: How finely it is known.
  ///   - countsFrom1904: Whether 0 is 1904-01-01, as on old Macintoshes; else 1 is 1900-01-01 and there
  ///     is a 29 February 1900, as Lotus 1-2-3 had it.
  /// - Returns: Such as `1992-04-01`, `1992-04` or `10:30`; nil if it is no such date.
  static func text(_ serial: Double, _ format: CellFormat, countsFrom1904: Bool) -> String? {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    // Rounded to the second: 0.1 s is less than the error of the fraction.
    let seconds = Int((serial * 86_400).rounded())
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    switch format {
    case .number: return nil
    case .time: return clock(second)
    case .date(let showsMonth, let showsDay, let showsTime):
      guard let date = date(day, countsFrom1904: countsFrom1904) else { return nil }
      let known = PartialDate(
        year: date.year, month: showsMonth ? date.month : nil,
        day: showsMonth && showsDay ? date.day : nil)
      return known.map { $0.description + (showsTime && second > 0 ? " " + clock(second) : "") }
    }
  }

  /// Returns the day of a serial number.
  ///
  /// - Parameters:
  ///   - serial: Days.
  ///   - countsFrom1904: Whether 0 is 1904-01-01.
  /// - Returns: Year, month and day; nil for 0 and for the 29 February 1900 that never was.
  static func date(_ serial: Int, countsFrom1904: Bool) -> (year: Int, month: Int, day: Int)? {
    if countsFrom1904 { return civil(serial + 1_462) }
    if serial == 0 || serial == 60 { return nil }
    return civil(serial < 60 ? serial + 1 : serial)
  }

  /// Returns the day of the Gregorian calendar that is some days after 1899-12-30.
  ///
  /// - SeeAlso: H. Hinnant. chrono-compatible low-level date algorithms, 2013.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // From 0000-03-01 on; 1899-12-30 is day 693,899 of it.
    let shifted = days + 693_899
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  private static func clock(_ second: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(second / 3600)):\(two(second / 60 % 60))"
      + (second % 60 > 0 ? ":\(two(second % 60))" : "")
  }
}
