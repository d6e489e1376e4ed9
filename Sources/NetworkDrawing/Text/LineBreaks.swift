/// Breaks a label into lines of about the same width, where a Japanese or English reader would.
///
/// Japanese has no spaces, so a break after a particle, at a mark, or where the script changes
/// costs less than one inside a word of katakana or kanji. The breaks with the least total cost
/// are found by dynamic programming over the characters.
struct LineBreaks {
  private let characters: [Character]
  private let widths: [Double]

  /// Returns the lines of a label.
  ///
  /// - Parameters:
  ///   - label: One line of clean text.
  ///   - width: The width to aim at, in ems.
  ///   - limit: The most lines to use; what does not fit stays in longer lines.
  /// - Returns: The lines, without the spaces at which they were broken.
  /// - Complexity: O(*n*² *k*) for *n* characters and *k* lines.
  static func lines(of label: String, width: Double, limit: Int = 5) -> [String] {
    let breaks = LineBreaks(characters: Array(label))
    let total = breaks.widths.reduce(0, +)
    guard total > width, breaks.characters.count > 1 else { return [label] }
    let needed = Int((total / width).rounded(.up))
    let fewest = min(limit, max(1, needed - 1))
    let most = min(limit, needed + 1, breaks.characters.count)
    var best: (lines: [String], cost: Double) = ([label], .infinity)
    for count in fewest...max(fewest, most) {
      let found = breaks.best(count, mean: total / Double(count), width: width)
      if found.cost < best.cost { best = found }
    }
    return best.lines
  }

  private init(characters: [Character]) {
    self.characters = characters
    widths = characters.map { TextWidth.ems($0) }
  }

  /// The cheapest way to break into exactly `count` lines.
  private func best(
    _ count: Int, mean: Double, width: Double
  ) -> (lines: [String], cost: Double) {
    let end = characters.count
    var costs = [[Double]](
      repeating: [Double](repeating: .infinity, count: end + 1), count: count + 1)
    var origins = [[Int]](repeating: [Int](repeating: 0, count: end + 1), count: count + 1)
    costs[0][0] = 0
    for line in 1...count {
      for stop in 1...end {
        let atBreak = stop == end ? 0 : cost(before: stop)
        var lineWidth = 0.0
        for start in stride(from: stop - 1, through: 0, by: -1) {
          lineWidth += widths[start]
          guard costs[line - 1][start] < .infinity else { continue }
          let uneven = (lineWidth - mean) * (lineWidth - mean) * 0.3
          let over = max(0, lineWidth - width)
          let sum = costs[line - 1][start] + uneven + over * over * 4 + atBreak
          if sum < costs[line][stop] {
            costs[line][stop] = sum
            origins[line][stop] = start
          }
        }
      }
    }
    var lines: [String] = []
    var stop = end
    for line in stride(from: count, to: 0, by: -1) {
      let start = origins[line][stop]
      lines.append(Self.trimmed(characters[start..<stop]))
      stop = start
    }
    return (lines.reversed(), costs[count][end] + 3 * Double(count))
  }

  private static func trimmed(_ line: ArraySlice<Character>) -> String {
    var line = line
    while line.first == " " { line.removeFirst() }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// What a break before the character at `index` costs.
  private func cost(before index: Int) -> Double {
    let (left, right) = (characters[index - 1], characters[index])
    if left == " " { return 0 }
    if right == " " { return 60 }
    if Self.clings.contains(right) || Self.opens.contains(left) { return 200 }
    if Self.opens.contains(right) || Self.closes.contains(left) { return 0 }
    switch (Script(left), Script(right)) {
    case (.hiragana, .hiragana): return 12
    case (.hiragana, _): return left == "の" ? 0.5 : 3
    case (_, .hiragana): return 12
    case (.katakana, .katakana): return 16
    case (.kanji, .kanji): return 6
    case (.latin, .latin): return 60
    case (.latin, _): return 8
    default: return 2
    }
  }

  private enum Script {
    case hiragana, katakana, kanji, latin

    init(_ character: Character) {
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x3041...0x309F: self = .hiragana
      case 0x30A0...0x30FF: self = .katakana
      case 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFD: self = .kanji
      default: self = .latin
      }
    }
  }

  /// Characters that never begin a line.
  private static let clings = Set("ーァィゥェォッャュョヮぁぃぅぇぉっゃゅょ々、。，．・：；！？）」』】〉》〕］)]},.;:!?％%")

  /// Characters that never end a line.
  private static let opens = Set("（「『【〈《〔［([{")

  /// Marks after which a break is welcome.
  private static let closes = Set("、。，．・：；！？）」』】〉》〕］)],;-/–—")
}
