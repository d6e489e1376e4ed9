/// How a number that was observed compares with those that chance makes.
///
/// Tries that make as great a number count as greater, rounding aside: numbers nearer than 10⁻¹⁰
/// of the greatest count as equal.
public struct PermutationTest: Sendable, Equatable {
  /// What was observed; NaN where it is not defined.
  public let observed: Double

  /// How many tries made a number.
  public let tries: Int

  /// In how many tries the number was not defined; they count nowhere.
  public let undefinedTries: Int

  /// Whether the tries are all possibilities, each once, so that probabilities are exact.
  public let isExact: Bool

  /// What chance makes on average: exactly where that is known, else the mean of what was observed
  /// and tried.
  public let expected: Double

  /// The standard deviation of the tries about ``expected``; NaN without tries.
  public let deviation: Double

  /// How probable a number as great is by chance; nil where nothing was observed or tried.
  public let upper: ChanceProbability?

  /// How probable a number as small is by chance.
  public let lower: ChanceProbability?

  /// How probable a number as far from ``expected`` is by chance, on either side.
  public let twoSided: ChanceProbability?

  /// Compares.
  ///
  /// - Parameters:
  ///   - observed: What was observed.
  ///   - draws: What chance made; NaN where it is not defined.
  ///   - isExact: Whether the draws are all possibilities, the observed one among them.
  ///   - expected: The exact mean, where it is known.
  package init(observed: Double, draws: [Double], isExact: Bool, expected: Double? = nil) {
    let defined = draws.filter { !$0.isNaN }
    self.observed = observed
    self.isExact = isExact
    tries = defined.count
    undefinedTries = draws.count - defined.count
    let sum = defined.reduce(0, +)
    // With the observed number among them, all numbers count alike, and the test stays exact.
    let mean =
      isExact || observed.isNaN
      ? sum / Double(tries) : (sum + observed) / Double(tries + 1)
    let expected = expected ?? mean
    self.expected = expected
    let squares = defined.reduce(0) { $0 + ($1 - expected) * ($1 - expected) }
    deviation = (squares / Double(tries)).squareRoot()
    guard !observed.isNaN, !defined.isEmpty else {
      (upper, lower, twoSided) = (nil, nil, nil)
      return
    }
    let greatest = defined.reduce(abs(observed)) { max($0, abs($1)) }
    let slack = 1e-10 * greatest
    let tries = defined.count
    let distance = abs(observed - expected)
    func probability(_ happens: (Double) -> Bool) -> ChanceProbability {
      ChanceProbability(hits: defined.count(where: happens), tries: tries, isExact: isExact)
    }
    upper = probability { $0 >= observed - slack }
    lower = probability { $0 <= observed + slack }
    twoSided = probability { abs($0 - expected) >= distance - 2 * slack }
  }
}
