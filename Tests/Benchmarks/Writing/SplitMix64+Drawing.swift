internal import GraphModels

// The standard library's own drawing may change between releases; this does not.
extension SplitMix64 {
  /// Returns a whole number of 0..<`bound`; none is likelier by more than `bound` / 2⁶⁴.
  mutating func nextIndex(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Returns the numbers of 0..<`count` in random order (Fisher and Yates).
  mutating func nextPermutation(of count: Int) -> [UInt32] {
    var order = (0..<count).map { UInt32($0) }
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, nextIndex(below: index + 1))
    }
    return order
  }
}
