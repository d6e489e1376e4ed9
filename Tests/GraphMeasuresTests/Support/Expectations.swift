import Testing

/// Expects two numbers to be as near as rounding allows; NaN is as good as NaN.
func expectClose(
  _ actual: Double, _ expected: Double, _ tolerance: Double = 1e-9, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if actual.isNaN || expected.isNaN {
    #expect(
      actual.isNaN && expected.isNaN, "\(actual), not \(expected) \(what)",
      sourceLocation: sourceLocation)
  } else if actual != expected {
    #expect(
      abs(actual - expected) <= tolerance * max(1, abs(expected)),
      "\(actual), not \(expected) \(what)", sourceLocation: sourceLocation)
  }
}

/// Expects as many numbers, each near its counterpart.
func expectClose(
  _ actual: [Double], _ expected: [Double], _ tolerance: Double = 1e-9, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(what)", sourceLocation: sourceLocation)
  for (index, pair) in zip(actual, expected).enumerated() {
    expectClose(pair.0, pair.1, tolerance, "at \(index) \(what)", sourceLocation: sourceLocation)
  }
}

/// The bits of numbers: equal only where not even rounding differs.
func bits(_ values: [Double]) -> [UInt64] { values.map(\.bitPattern) }
