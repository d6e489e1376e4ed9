/// How the scores of a centrality are scaled; each measure says what its scaled form divides by.
public enum Scaling: String, Sendable, CaseIterable {
  /// The number that the definition gives, not divided by anything.
  case raw
  /// Divided so that graphs of different sizes can be compared.
  case scaled
  /// Divided so that the squares of all scores sum to 1; a vector of zeros stays as it is.
  case l2
}

extension [Double] {
  /// Divides every value by one number, or leaves them alone where it is 0.
  mutating func divide(by divisor: Double) {
    guard divisor != 0 else { return }
    for index in indices { self[index] /= divisor }
  }

  /// Scales the values to Euclidean length 1.
  mutating func scaleToUnitLength() {
    // Dividing by the largest first keeps the squares of huge and tiny values in range.
    divide(by: self.reduce(0) { Swift.max($0, abs($1)) })
    divide(by: self.reduce(0) { $0 + $1 * $1 }.squareRoot())
  }
}
