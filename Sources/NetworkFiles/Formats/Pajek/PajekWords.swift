internal import NetworkData

/// A word of a Pajek line.
struct PajekWord {
  /// Its UTF-8, without quotes.
  let utf8: [UInt8]

  /// Whether it was quoted.
  let isQuoted: Bool

  /// The word as a text.
  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The number that it is, nil if it is none.
  var number: Double? { isQuoted ? nil : DecimalNumber.parse(utf8[...]) }

  /// Whether it is an interval of time, such as `[1-5,7]`.
  var isTime: Bool { !isQuoted && utf8.first == UInt8(ascii: "[") }

  /// Splits a line at blanks; quotes and brackets hold what is within together.
  ///
  /// Within quotes, `\"` is a quote, unless the line holds no further one that could close them.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - path: The file, for messages.
  /// - Returns: Its words.
  /// - Throws: ``FileProblem`` if a quote is not closed.
  static func words(of line: TextLine, in path: String) throws(FileProblem) -> [PajekWord] {
    let bytes = line.bytes
    let lastQuote = bytes.lastIndex(of: Ascii.quote) ?? 0
    var words: [PajekWord] = []
    var position = 0
    while true {
      while position < bytes.count, Ascii.isBlank(bytes[position]) { position += 1 }
      guard position < bytes.count else { return words }
      var word: [UInt8] = []
      if bytes[position] == Ascii.quote {
        position += 1
        while position < bytes.count, bytes[position] != Ascii.quote {
          if bytes[position] == UInt8(ascii: "\\"), position + 1 < lastQuote,
            bytes[position + 1] == Ascii.quote
          {
            position += 1
          }
          word.append(bytes[position])
          position += 1
        }
        guard position < bytes.count else {
          throw FileProblem.unclosedQuote(path, line: line.number)
        }
        position += 1
        words.append(PajekWord(utf8: word, isQuoted: true))
      } else {
        let isTime = bytes[position] == UInt8(ascii: "[")
        while position < bytes.count, isTime || !Ascii.isBlank(bytes[position]) {
          word.append(bytes[position])
          position += 1
          if isTime, word.last == UInt8(ascii: "]") { break }
        }
        words.append(PajekWord(utf8: word, isQuoted: false))
      }
    }
  }
}

/// An interval of Pajek's time, whose points are years here.
struct PajekInterval {
  /// When it begins, empty where that is open.
  let began: String

  /// When it ends, empty where that is open.
  let ended: String

  /// Reads the intervals of a word such as `[1-5,7]`.
  ///
  /// A point of time is a year, or a month or day where it has six or eight digits; `*` is open.
  ///
  /// - Parameter word: The word.
  /// - Returns: The intervals; nil if they are no such ones.
  static func all(in word: PajekWord) -> [PajekInterval]? {
    guard word.utf8.last == UInt8(ascii: "]") else { return nil }
    var intervals: [PajekInterval] = []
    for part in word.text.dropFirst().dropLast().split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        date(String($0.filter { $0 != " " }))
      }
      guard (1...2).contains(ends.count), let began = ends[0], let ended = ends[ends.count - 1],
        PartialDate(began).flatMap({ first in
          PartialDate(ended).map { first.earliestDay <= $0.latestDay }
        }) ?? true
      else { return nil }
      intervals.append(PajekInterval(began: began, ended: ended))
    }
    return intervals.isEmpty ? nil : intervals
  }

  /// Returns a point of time as a date, empty for an open one; nil if it is none.
  private static func date(_ point: String) -> String? {
    if point == "*" { return "" }
    guard (1...8).contains(point.utf8.count), point.utf8.allSatisfy({ Ascii.digit($0) < 10 }) else {
      return nil
    }
    func part(_ range: Range<Int>) -> Int {
      Int(String(point.dropFirst(range.lowerBound).prefix(range.count))) ?? 0
    }
    switch point.utf8.count {
    case ...4: return PartialDate(year: Int(point) ?? 0)?.description
    case 6: return PartialDate(year: part(0..<4), month: part(4..<6))?.description
    case 8:
      return PartialDate(year: part(0..<4), month: part(4..<6), day: part(6..<8))?.description
    default: return nil
    }
  }

  /// Returns an interval as Pajek writes it.
  ///
  /// - Parameters:
  ///   - began: The year in which it begins, nil if that is open.
  ///   - ended: The year in which it ends, nil if that is open.
  /// - Returns: Such as `[1990-1995]`, `[1999]` or `[1990-*]`.
  static func written(began: PartialDate?, ended: PartialDate?) -> String {
    let first = began.map { String($0.year) } ?? "*"
    let last = ended.map { String($0.year) } ?? "*"
    return first == last && began != nil ? "[\(first)]" : "[\(first)-\(last)]"
  }
}
