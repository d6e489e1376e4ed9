/// The numbers that a file gives to its ties, before it is known which of them are strengths.
///
/// What is called `weight` is one. Where no tie has a weight, what is called `value` is, as in d3 and
/// in Newman's collection, if that is a number that is not negative wherever it is given.
struct TieWeights {
  private var weights: [Double] = []
  private var values: [Double] = []
  private var hasOtherValues = false

  /// Gives a tie its weight; ties come in order.
  mutating func setWeight(_ weight: Double, ofTie tie: Int) { Self.set(&weights, tie, weight) }

  /// Gives a tie its value; ties come in order.
  ///
  /// - Parameters:
  ///   - value: The number, nil for a text.
  ///   - tie: The position of the tie.
  mutating func setValue(_ value: Double?, ofTie tie: Int) {
    if let value { Self.set(&values, tie, value) } else { hasOtherValues = true }
  }

  /// Gives the ties of an assembly their strengths; values that are such are no column then.
  func apply(to assembly: inout NetworkAssembly) {
    let areStrengths = weights.isEmpty && !hasOtherValues && values.allSatisfy { !($0 < 0) }
    for (tie, strength) in (areStrengths ? values : weights).enumerated() {
      assembly.setStrength(strength, ofTie: tie)
    }
    if areStrengths, !values.isEmpty { assembly.tieCells.drop("value") }
  }

  private static func set(_ column: inout [Double], _ tie: Int, _ number: Double) {
    while column.count < tie { column.append(.nan) }
    if column.count == tie { column.append(number) } else { column[tie] = number }
  }
}
