internal import GraphStructure

/// Orders of things: random ones, or all of them where they are few.
///
/// The order of a number is the same whatever thread asks for it.
struct NodeOrders: Sendable {
  /// How many things are put in order.
  let size: Int

  /// How many orders there are.
  let count: Int

  /// Whether they are all possible ones, each once.
  let isExhaustive: Bool

  private let seed: UInt64

  /// Orders.
  ///
  /// - Parameters:
  ///   - size: How many things are put in order.
  ///   - limit: The most orders; where there are no more possible ones, these are all of them.
  ///   - seed: Equal seeds give equal orders.
  init(of size: Int, limit: Int, seed: UInt64) {
    self.size = size
    self.seed = seed
    var possible = 1
    for factor in 1...max(1, size) where possible <= limit { possible *= factor }
    isExhaustive = possible <= limit
    count = isExhaustive ? possible : limit
  }

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - order: What it is written into, `size` places.
  ///   - index: Its number, 0..<``count``; where all are made, number 0 is the order as it is.
  func fill(_ order: inout [UInt32], with index: Int) {
    var span = order.mutableSpan
    for place in 0..<size { span[place] = UInt32(truncatingIfNeeded: place) }
    var bits = RandomBits(ofReplicate: index, seed: seed)
    var rest = index
    // Fisher and Yates; the digits of a number in the factorial system draw every order once.
    for place in stride(from: size - 1, to: 0, by: -1) {
      let other: Int
      if isExhaustive {
        other = place - rest % (place + 1)
        rest /= place + 1
      } else {
        other = bits.nextIndex(below: place + 1)
      }
      let value = span[place]
      span[place] = span[other]
      span[other] = value
    }
  }
}

extension RandomBits {
  /// The generator of one of many replicates, the same whatever thread works on it.
  ///
  /// - Parameters:
  ///   - index: The number of the replicate.
  ///   - seed: Equal seeds give equal numbers.
  init(ofReplicate index: Int, seed: UInt64) {
    // The numbers of a generator that is as far ahead as the replicate is are seeds of their own.
    var seeds = RandomBits(seed: seed &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15)
    self.init(seed: seeds.next())
  }
}

/// Makes sure that chance is tried at least once, and not more often than memory holds.
func checkTries(_ count: Int, name: String) throws(ComparisonError) {
  guard (1...10_000_000).contains(count) else {
    throw .parameterOutOfRange(
      name: name, value: Double(count), allowed: "from 1 to 10000000")
  }
}
