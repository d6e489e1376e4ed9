/// Two numbers, in either order.
struct UnorderedPair: Hashable {
  private let lower: Int
  private let upper: Int

  init(_ one: Int, _ other: Int) {
    (lower, upper) = one < other ? (one, other) : (other, one)
  }
}
