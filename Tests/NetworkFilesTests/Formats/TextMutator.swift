/// Damages texts at random, the same way for the same seed.
struct TextMutator: RandomNumberGenerator {
  private var state: UInt64

  /// Words that readers of networks take for something.
  private static let words = [
    "*Vertices", "*Arcs", "*Edges", "*Matrix", "*Arcslist", "*Network x", "*Partition p", "*",
    ":1 \"r\"",
    "[1-5,7]", "[9-*]", "dl n=3", "nr=2", "nc=2", "nm=2", "format=edgelist1", "format=lowerhalf",
    "diagonal absent", "labels:", "labels embedded", "row labels:", "data:", "!", "*Node data",
    "*Tie data",
    "from to", "ID", "%%MatrixMarket matrix coordinate real general", "array", "symmetric",
    "pattern",
    "skew-symmetric", "source,target,Type", "Directed", "0", "1", "-1", "2", "3", "4294967296",
    "99999999999999999999", "1e999", "nan", "inf", ".", "\"", "\"\"", "\\\"", "\n", "\r", "\r\n",
    "\t", " ",
    ",", ";", "=", "#", "%", "あ", "\u{FEFF}",
  ].map { Array($0.utf8) }

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Returns a text with a few changes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - other: A text of which parts may be put in.
  /// - Returns: The changed text.
  mutating func damaged(_ text: [UInt8], _ other: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0...Int.random(in: 0..<4, using: &self) {
      let place = Int.random(in: 0...text.count, using: &self)
      let end = min(text.count, place + Int.random(in: 0..<12, using: &self))
      switch Int.random(in: 0..<8, using: &self) {
      case 0 where place < text.count: text[place] = UInt8.random(in: 0...255, using: &self)
      case 1 where place < text.count: text[place] = UInt8.random(in: 32...126, using: &self)
      case 2: text.removeSubrange(place..<end)
      case 3: text.insert(contentsOf: text[place..<end], at: end)
      case 4: text.removeSubrange(place...)
      case 5 where !other.isEmpty:
        let start = Int.random(in: 0..<other.count, using: &self)
        text.insert(contentsOf: other[start...].prefix(30), at: place)
      default:
        let word = Self.words.randomElement(using: &self) ?? []
        text.replaceSubrange(Bool.random(using: &self) ? place..<end : place..<place, with: word)
      }
    }
    return text
  }
}
