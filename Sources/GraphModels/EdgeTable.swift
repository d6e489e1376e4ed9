/// A set of edges, each in one word, for asking often whether an edge is there.
///
/// Open addressing with linear probing, half full at most. Several times faster than a `Set`,
/// whose hash is made to withstand attacks.
struct EdgeTable {
  private static let free = UInt64.max
  private var words: [UInt64]
  private let shift: UInt64

  /// Makes room for some edges, and never more.
  init(capacity: Int) {
    var bits = 3
    while 1 << bits < 2 * capacity { bits += 1 }
    words = [UInt64](repeating: Self.free, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The word of an edge without direction.
  @inline(__always)
  static func word(_ source: Int, _ target: Int) -> UInt64 {
    UInt64(min(source, target)) << 32 | UInt64(max(source, target))
  }

  @inline(__always)
  private func home(of word: UInt64) -> Int {
    Int((word &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  func contains(_ word: UInt64) -> Bool {
    let last = words.count - 1
    var slot = home(of: word)
    while words[slot] != Self.free {
      if words[slot] == word { return true }
      slot = (slot + 1) & last
    }
    return false
  }

  mutating func insert(_ word: UInt64) {
    let last = words.count - 1
    var slot = home(of: word)
    while words[slot] != Self.free {
      if words[slot] == word { return }
      slot = (slot + 1) & last
    }
    words[slot] = word
  }

  mutating func remove(_ word: UInt64) {
    let last = words.count - 1
    var hole = home(of: word)
    while words[hole] != word {
      if words[hole] == Self.free { return }
      hole = (hole + 1) & last
    }
    // What probed past the hole moves into it, so that no search ends too early.
    var slot = (hole + 1) & last
    while words[slot] != Self.free {
      if (slot &- home(of: words[slot])) & last >= (slot &- hole) & last {
        words[hole] = words[slot]
        hole = slot
      }
      slot = (slot + 1) & last
    }
    words[hole] = Self.free
  }
}
