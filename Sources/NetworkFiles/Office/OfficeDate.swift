public import NetworkData

/// Dates as Japanese offices write them.
public enum OfficeDate {
  /// Reads a date: `2024-04-01`, `2024/4/1`, `2024年4月`, `20240401`, `S58.11`, `昭和58年11月`, `R5/4/1`,
  /// `令和元年5月1日`, or the number that a spreadsheet counts days by (1954 and later).
  ///
  /// Wide digits, a weekday in brackets and a time of day behind the date do not matter.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - fiscalYear: The year to April of which a month and day without a year belong: `4/12`, `5月`.
  /// - Returns: The date as finely as it is given; nil if it is none.
  public static func parse(_ text: String, fiscalYear: Int? = nil) -> PartialDate? {
    var rest = OfficeText.folded(text)[...]
    guard rest.utf8.count <= 60 else { return nil }
    let era = Era.all.first { era in era.names.contains { rest.hasPrefix($0) } }
    if let name = era?.names.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(name.count)
    }
    guard let numbers = numbers(in: rest, startsEra: era != nil) else { return nil }
    if let era {
      guard (1...era.length).contains(numbers[0]) else { return nil }
      return date(era.firstYear + numbers[0] - 1, numbers.dropFirst())
    }
    if numbers.count == 1, !rest.contains("月") {
      let digits = rest.prefix { $0.isNumber }.count
      if digits == 8 {
        return date(numbers[0] / 10_000, [numbers[0] / 100 % 100, numbers[0] % 100])
      }
      if digits == 6 { return date(numbers[0] / 100, [numbers[0] % 100]) }
      // 20,000 is in 1954; below could be anything.
      if digits == 5, numbers[0] >= 20_000 {
        return SerialDate.date(numbers[0], countsFrom1904: false).flatMap {
          PartialDate(year: $0.year, month: $0.month, day: $0.day)
        }
      }
    }
    if numbers[0] >= 1000, numbers[0] <= 9999 { return date(numbers[0], numbers.dropFirst()) }
    guard let fiscalYear, numbers.count <= 2, numbers.count == 2 || rest.contains("月") else {
      return nil
    }
    return date(numbers[0] < 4 ? fiscalYear + 1 : fiscalYear, numbers[...])
  }

  /// An era, in which years are counted from 1.
  private struct Era {
    let names: [String]
    let firstYear: Int
    let length: Int

    static let all = [
      Era(names: ["令和", "R", "r", "令"], firstYear: 2019, length: 99),
      Era(names: ["平成", "H", "h", "平"], firstYear: 1989, length: 31),
      Era(names: ["昭和", "S", "s", "昭"], firstYear: 1926, length: 64),
      Era(names: ["大正", "T", "t", "大"], firstYear: 1912, length: 15),
      Era(names: ["明治", "M", "m", "明"], firstYear: 1868, length: 45),
    ]
  }

  private static func date(_ year: Int, _ others: ArraySlice<Int>) -> PartialDate? {
    guard others.count <= 2 else { return nil }
    return PartialDate(year: year, month: others.first, day: others.count > 1 ? others.last : nil)
  }

  /// Returns the one to three numbers of a date; nil if it holds anything else.
  private static func numbers(in text: Substring, startsEra: Bool) -> [Int]? {
    var numbers: [Int] = []
    var rest = text.drop { $0 == "." || $0 == " " }
    if startsEra, rest.hasPrefix("元") {
      numbers.append(1)
      rest = separatorDropped(rest.dropFirst())
    }
    while let first = rest.first, first.isASCII, first.isNumber, numbers.count < 3 {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 8, let number = Int(digits) else { return nil }
      numbers.append(number)
      rest = separatorDropped(rest.dropFirst(digits.count))
    }
    guard !numbers.isEmpty, isIgnored(rest) else { return nil }
    return numbers
  }

  private static func separatorDropped(_ text: Substring) -> Substring {
    guard let first = text.first, "-/.年月日度".contains(first) else { return text }
    return text.dropFirst()
  }

  /// Whether what stands behind a date is a weekday or a time of day, or nothing.
  private static func isIgnored(_ text: Substring) -> Bool {
    let rest = text.filter { !$0.isWhitespace }
    if rest.isEmpty || rest == "度" { return true }
    let weekday =
      rest.hasPrefix("(") && rest.dropFirst(2).first == ")" ? rest.dropFirst(3) : rest[...]
    return weekday.allSatisfy { $0.isASCII && $0.isNumber || "T:Z時分".contains($0) }
  }
}
