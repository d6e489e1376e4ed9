package import KnowWho

/// Writes numbers for tables.
package enum Decimals {
  /// What stands for a number that is not defined.
  package static let undefined = "–"

  /// Returns a number with a fixed number of decimals, rounded half away from zero.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - places: How many decimals, 0…9.
  /// - Returns: Such as `0.3889`; ``undefined`` for NaN.
  package static func fixed(_ number: Double, _ places: Int) -> String {
    guard number.isFinite else { return undefined }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 9e15 else { return number.description }
    let whole = Int(scaled)
    let sign = number < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// Returns a number with four decimals, or more where it is so small that they would hide it.
  ///
  /// - Parameter number: The number.
  /// - Returns: Such as `0.3889` or `0.0000753`.
  package static func readable(_ number: Double) -> String {
    let size = abs(number)
    guard size.isFinite, size > 0, size < 0.001 else { return fixed(number, 4) }
    var places = 4
    var scaled = size * 10_000
    while scaled < 100, places < 12 {
      scaled *= 10
      places += 1
    }
    return fixed(number, places)
  }

  /// Returns a figure as a cell of a table.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - value: Its value, nil where it was not computed.
  ///   - language: The language of what stands for a value that is not there.
  /// - Returns: The cell.
  package static func cell(
    of figure: ProfileFigure, _ value: Double?, _ language: Language
  ) -> String {
    value.map { figure.isCount ? fixed($0, 0) : readable($0) }
      ?? language("not computed", "未計算")
  }

  /// Returns the cells of a column: whole numbers without decimals, others with four.
  package static func column(_ numbers: [Double], isCount: Bool) -> [String] {
    numbers.map { fixed($0, isCount ? 0 : 4) }
  }
}
