/// How probable something is by chance, found by trying, and how sure that is.
public struct ChanceProbability: Sendable, Equatable {
  /// The probability: (1 + tries in which it happened) / (1 + tries), so never 0.
  ///
  /// Where every possibility was tried once, it is the share of those in which it happened, and
  /// exact.
  public let value: Double

  /// The standard error that comes from the number of tries, √(*p* (1 − *p*) / tries); 0 where the
  /// probability is exact.
  public let standardError: Double

  /// Where the probability lies with a confidence of 95 % (Wilson's interval); just itself where it
  /// is exact.
  public let interval: ClosedRange<Double>

  /// Estimates a probability by tries, or counts all possibilities.
  ///
  /// - Parameters:
  ///   - hits: In how many it happened.
  ///   - tries: How many there were, at least 1.
  ///   - isExact: Whether they are all that there are.
  init(hits: Int, tries: Int, isExact: Bool) {
    let (hits, tries) = (Double(hits), Double(tries))
    guard !isExact else {
      value = hits / tries
      standardError = 0
      interval = value...value
      return
    }
    value = (1 + hits) / (1 + tries)
    standardError = (value * (1 - value) / tries).squareRoot()
    let z = 1.959963984540054
    let share = hits / tries
    let scale = 1 + z * z / tries
    let middle = (share + z * z / (2 * tries)) / scale
    let half =
      z / scale * (share * (1 - share) / tries + z * z / (4 * tries * tries)).squareRoot()
    // Without a hit, or with nothing but hits, rounding would leave a trace of the end.
    let lower = hits == 0 ? 0 : max(0, min(middle - half, value))
    interval = lower...(hits == tries ? 1 : min(1, max(middle + half, value)))
  }
}

extension ChanceProbability: CustomStringConvertible {
  /// The probability and its standard error.
  public var description: String { "\(value) ± \(standardError)" }
}
