/// How many trials fail before the next that succeeds, each succeeding with one probability.
///
/// Failures need no draw of their own, so going through trials costs as much as there are
/// successes.
///
/// - SeeAlso: V. Batagelj, U. Brandes. Efficient generation of large random networks. Physical
///   Review E 71, 2005.
struct GeometricSkips {
  /// The probability of success of each trial.
  let probability: Double
  private let reciprocal: Double

  /// Prepares for a probability above 0, at most 1.
  init(probability: Double) {
    self.probability = probability
    reciprocal = probability < 1 ? 1 / PortableLogarithm.ofComplement(probability) : 0
  }

  /// Returns the number of failures before the next success; nil where no trial of those left
  /// succeeds.
  @inline(__always)
  func next(of trialsLeft: Int, using generator: inout SplitMix64) -> Int? {
    let skip = PortableLogarithm.of(1 - generator.nextUnit()) * reciprocal
    return skip < Double(trialsLeft) ? min(Int(skip), trialsLeft - 1) : nil
  }
}
