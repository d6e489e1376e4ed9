internal import NetworkData

/// A moment as GEXF gives it: a number, a day, or a day and a time.
struct GEXFTime {
  /// The text in the file.
  let text: String

  /// The day or the year, where it is one.
  let date: PartialDate?

  /// Whether the date says all that the text does.
  let isWhole: Bool

  /// What orders moments of one file.
  private let order: (Double, String)

  /// Reads a moment.
  ///
  /// - Parameter bytes: The text; anything else than a number or an ISO 8601 date gives nil.
  init?(_ bytes: ArraySlice<UInt8>) {
    text = String(decoding: bytes, as: UTF8.self)
    if let number = DecimalNumber.parse(bytes) {
      order = (number, "")
      // Whole numbers that look like years of our time are taken for such.
      isWhole = number.rounded() == number && (1500...2200).contains(number)
      date = isWhole ? PartialDate(year: Int(number)) : nil
      return
    }
    guard let day = PartialDate(String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.hasPrefix("T") || rest.first == "+" || rest == "Z" else {
      return nil
    }
    date = day
    isWhole = rest.isEmpty
    order = (0, text)
  }

  /// Whether it comes before another moment.
  func precedes(_ other: GEXFTime) -> Bool { order < other.order }
}

/// The times during which a node or an edge is there.
struct GEXFSpells {
  /// One of them; nil where it is open.
  typealias Spell = (start: GEXFTime?, end: GEXFTime?)

  private(set) var spells: [Spell] = []

  /// Adds one.
  mutating func add(_ start: GEXFTime?, _ end: GEXFTime?) {
    if start != nil || end != nil { spells.append((start, end)) }
  }

  /// The earliest start, nil where one is open.
  var start: GEXFTime? { Self.extreme(spells.map(\.start)) { $0.precedes($1) } }

  /// The latest end, nil where one is open.
  var end: GEXFTime? { Self.extreme(spells.map(\.end)) { $1.precedes($0) } }

  /// All of them in a cell: `2/4|7/9`.
  var text: String {
    spells.map { "\($0.start?.text ?? "")/\($0.end?.text ?? "")" }.joined(separator: "|")
  }

  private static func extreme(
    _ times: [GEXFTime?], before: (GEXFTime, GEXFTime) -> Bool
  ) -> GEXFTime? {
    guard var best = times.first ?? nil else { return nil }
    for time in times {
      guard let time else { return nil }
      if before(time, best) { best = time }
    }
    return best
  }
}
