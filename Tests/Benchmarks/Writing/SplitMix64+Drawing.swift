internal import GraphModels

// The standard library's own drawing may change between releases; this does not.
extension SplitMix64 {
  /// Returns the numbers of 0..<`count` in random order (Fisher and Yates).
  mutating func nextPermutation(of count: Int) -> [UInt32] {
    var order = (0..<count).map { UInt32($0) }
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, nextIndex(below: index + 1))
    }
    return order
  }
}
