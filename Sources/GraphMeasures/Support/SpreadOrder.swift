/// The numbers from 0 on, in an order of which every beginning is spread evenly over all of them.
///
/// Work that is taken in this order goes on at an even pace, where neighboring pieces cost alike and
/// far ones do not: so the time left can be told early. The steps are those of the golden ratio.
struct SpreadOrder: Sendable {
  /// How many numbers there are.
  let count: Int
  private let step: Int

  init(_ count: Int) {
    self.count = count
    var step = max(1, Int(Double(count) * 0.6180339887498949))
    while Self.greatestCommonDivisor(step, count) > 1 { step += 1 }
    self.step = step
  }

  /// The number at a position.
  subscript(position: Int) -> Int {
    position * step % count
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
