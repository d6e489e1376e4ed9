/// A mean over runs with its 95 % interval, by Student's distribution.
public struct MeanInterval: Sendable, Hashable {
  /// The mean over the runs in which the figure is defined; NaN where there is none.
  public let mean: Double
  /// Half the width of the interval; NaN with fewer than two runs.
  public let margin: Double
  /// The runs in which the figure is defined.
  public let count: Int

  /// The lower end.
  public var low: Double { mean - margin }
  /// The upper end.
  public var high: Double { mean + margin }

  /// Computes the mean of a sample.
  ///
  /// The interval covers the true mean in 95 % of samples where means are nearly normal, as those of
  /// many runs are.
  ///
  /// - Parameter values: A value a run; NaN for runs in which there is none.
  public init(of values: some Sequence<Double>) {
    let defined = values.filter { !$0.isNaN }
    count = defined.count
    let mean = defined.reduce(0, +) / Double(count)
    self.mean = mean
    let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    margin =
      count < 2
      ? .nan
      : Self.quantile(freedom: count - 1)
        * (squares / Double(count - 1) / Double(count)).squareRoot()
  }

  /// Computes the mean difference of paired values: only runs that have both count.
  ///
  /// - Parameters:
  ///   - one: A value a run.
  ///   - other: What is subtracted, of the same runs.
  public init(of one: [Double], minus other: [Double]) {
    precondition(one.count == other.count, "paired values")
    self.init(of: zip(one, other).map { $0 - $1 })
  }

  /// The two-sided 95 % points of Student's t from 1 degree of freedom on.
  private static let table = [
    12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
    2.228139,
  ]

  /// Returns the 97.5 % point of Student's t: from a table, and beyond by the series around the
  /// normal one (Abramowitz & Stegun 26.7.5), there right to five digits.
  static func quantile(freedom: Int) -> Double {
    if freedom <= table.count { return table[freedom - 1] }
    let (z, f) = (1.959963985, Double(freedom))
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z)
    return z + (z3 + z) / (4 * f) + (5 * z5 + 16 * z3 + 3 * z) / (96 * f * f)
      + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * f * f * f)
  }
}
