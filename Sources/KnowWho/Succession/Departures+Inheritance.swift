public import GraphStructure
internal import NetworkData

/// What the others reach when an heir keeps each tie with some probability, the inheritance share.
public struct Inheritance: Sendable {
  /// A number that is exact, or the mean of runs.
  public struct Estimate: Sendable, Hashable {
    /// The expected number.
    public let mean: Double
    /// Half the width of the 95 % interval of a simulation; 0 where the number is exact.
    public let margin: Double
  }

  /// What is to be expected at one inheritance share.
  public struct Point: Sendable, Hashable {
    /// The probability ι with which the heir keeps a tie.
    public let share: Double
    /// What all that stay but the heir reach together.
    public let others: Estimate
    /// What the heir reaches.
    public let heir: Estimate
    /// The leader dependence, an heir among those who ask counted; nil where nobody reached anybody.
    public let dependence: Estimate?
    /// For each actor of ``Inheritance/actors`` what it reaches.
    public let reach: [Estimate]
  }

  /// The actors that stay, in the order of the network; the heir among them.
  public let actors: [Int]

  /// What each of them reached before.
  public let before: [Int]

  /// An entry for each share that was asked for.
  public let points: [Point]

  /// How many runs were simulated; nil where all cases were told apart.
  public let runs: Int?
}

extension Departures {
  /// With at most so many ties to inherit, all cases are told apart.
  public static let exactTieLimit = 12

  /// Returns what those who stay reach if an heir keeps each tie independently with a probability.
  ///
  /// Exact where at most ``exactTieLimit`` ties can be inherited. Else simulated: in each run every
  /// tie draws one number, and is kept at all shares above it, so that shares are compared like with
  /// like and a greater share never does worse in any run.
  ///
  /// - Parameters:
  ///   - retirement: Who retires, with an heir.
  ///   - shares: Probabilities, 0…1.
  ///   - runs: How many runs a simulation takes, at least 2.
  ///   - seed: Equal seeds give equal numbers.
  ///   - execution: How the work is carried out.
  /// - Returns: An entry for each share.
  /// - Complexity: For each run, or each of the 2^*t* cases of *t* ties, O(*n* + *m*) and a search from
  ///   each actor that can be affected.
  public func inheritance(
    of retirement: Retirement, shares: [Double], runs: Int = 1000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) -> Inheritance {
    precondition(shares.allSatisfy { (0...1).contains($0) } && runs >= 2)
    let trial = InheritanceTrial(self, retirement, execution)
    let isExact = retirement.inheritable.count <= Self.exactTieLimit
    let sums =
      isExact
      ? trial.allCases(shares, execution) : trial.simulated(shares, runs, seed, execution)
    return Inheritance(
      actors: trial.actors, before: trial.before,
      points: zip(shares, sums).map { trial.point($0, $1, runs: isExact ? nil : runs) },
      runs: isExact ? nil : runs)
  }
}
