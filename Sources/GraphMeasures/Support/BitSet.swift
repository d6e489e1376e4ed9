/// A set of small numbers, a bit each.
struct BitSet: Sendable, Equatable {
  private var words: [UInt64]

  /// A set of numbers below a count.
  init(count: Int, _ elements: [Int] = []) {
    words = [UInt64](repeating: 0, count: (max(count, (elements.max() ?? -1) + 1) + 63) / 64)
    for element in elements { insert(element) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers, ascending.
  var elements: [Int] {
    var elements: [Int] = []
    forEach { elements.append($0) }
    return elements
  }

  mutating func insert(_ element: Int) { words[element / 64] |= 1 << UInt64(element % 64) }

  mutating func remove(_ element: Int) { words[element / 64] &= ~(1 << UInt64(element % 64)) }

  func contains(_ element: Int) -> Bool { words[element / 64] >> UInt64(element % 64) & 1 == 1 }

  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// What is in both; sets must be of the same count.
  func intersection(_ other: Self) -> Self { combined(with: other, &) }

  /// What is in either.
  func union(_ other: Self) -> Self { combined(with: other, |) }

  /// What is in this one only.
  func subtracting(_ other: Self) -> Self { combined(with: other) { $0 & ~$1 } }

  private func combined(with other: Self, _ combine: (UInt64, UInt64) -> UInt64) -> Self {
    var result = self
    for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
    return result
  }
}
