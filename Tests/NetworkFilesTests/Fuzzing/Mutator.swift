/// Makes damaged files of good ones, the same for the same seed.
struct Mutator {
  private var state: UInt64

  /// Creates a mutator.
  ///
  /// - Parameter seed: Any number.
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Returns a number below a bound (xorshift64*).
  mutating func next(below bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(bound, 1)
  }

  /// Texts that readers may trip over.
  private static let pieces: [[UInt8]] =
    [
      "\"", "'", "<", ">", "&", "&amp;", "&#0;", "&#x110000;", "]]>", "<![CDATA[", "-->", "{", "}",
      "[",
      "]", ",", ":", ";", "=", "->", "--", "\\", "\\u", "\\ud800", "\n", "\r", "\r\n", "\t", " ",
      "0",
      "-1", "1e999", "NaN", "99999999999999999999", "null", "true", "id", "source", "target",
      "node",
      "edge", "graph [", "subgraph", "strict", "*Vertices", "*Edges", "*Arcs", "dl", "n=", "%", "#",
      "*Matrix", "*Partition p", ":1 \"r\"", "[1-5,7]", "nm=2", "format=el1", "labels embedded",
      "data:", "!",
      "*Tie data", "%%MatrixMarket matrix array real symmetric", "Directed",
      "\u{FEFF}", "\u{3042}",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x80]]

  /// Calls a test with changed copies of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - count: How many.
  ///   - body: The test.
  consuming func forEach(
    of file: [UInt8], count: Int, _ body: ([UInt8]) throws -> Void
  ) rethrows {
    for _ in 0..<count { try body(mutated(file, with: file)) }
  }

  /// Returns a file with a few changes.
  ///
  /// - Parameters:
  ///   - file: A file.
  ///   - other: Another one, from which pieces are taken.
  /// - Returns: The damaged file.
  mutating func mutated(_ file: [UInt8], with other: [UInt8]) -> [UInt8] {
    var bytes = file
    for _ in 0...next(below: 4) {
      let place = next(below: bytes.count + 1)
      let end = min(bytes.count, place + 1 + next(below: next(below: 3) == 0 ? 64 : 4))
      switch next(below: 8) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Self.pieces[next(below: Self.pieces.count)], at: place)
      case 2: bytes.replaceSubrange(place..<end, with: Self.pieces[next(below: Self.pieces.count)])
      case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(next(below: 8))
      case 4 where place < bytes.count: bytes[place] = UInt8(next(below: 256))
      case 5: bytes.removeSubrange(place...)
      case 6:
        let from = next(below: other.count)
        let piece = other[from..<min(other.count, from + 1 + next(below: 40))]
        bytes.insert(contentsOf: piece, at: place)
      default:
        let repeated = Array(bytes[place..<end])
        for _ in 0...next(below: 5) { bytes.insert(contentsOf: repeated, at: place) }
      }
    }
    return bytes
  }
}
