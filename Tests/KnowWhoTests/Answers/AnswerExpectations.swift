import Testing

/// Expects every number to be within one part in 10⁹ of the reference, NaN to be NaN.
///
/// - Parameters:
///   - actual: Our numbers.
///   - expected: Those of the reference, which prints 13 digits.
///   - what: Network and measure.
///   - tolerance: The relative error allowed.
///   - exceptions: Positions where the reference is known to be wrong.
///   - sourceLocation: Where the test stands.
func expectAnswers(
  _ actual: [Double], _ expected: [Double], _ what: String, tolerance: Double = 1e-9,
  except exceptions: Set<Int> = [], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(what)", sourceLocation: sourceLocation)
  let scale = expected.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) }
  // A 0 that rounding has touched is compared with the largest number of the column.
  let wrong = zip(actual, expected).enumerated().filter { index, pair in
    if exceptions.contains(index) || pair.0 == pair.1 { return false }
    if pair.0.isNaN || pair.1.isNaN { return !(pair.0.isNaN && pair.1.isNaN) }
    return abs(pair.0 - pair.1) > max(tolerance * abs(pair.1), 1e-13 * scale)
  }
  let shown = wrong.prefix(3).map { "at \($0.offset) \($0.element.0), not \($0.element.1)" }
  #expect(
    wrong.isEmpty, "\(what): \(wrong.count) differ: \(shown.joined(separator: "; "))",
    sourceLocation: sourceLocation)
}

/// Expects one number of a whole network.
func expectAnswer(
  _ actual: Double, _ expected: Double?, _ what: String, tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let expected else { return }
  expectAnswers(
    [actual], [expected], what, tolerance: tolerance, sourceLocation: sourceLocation)
}
