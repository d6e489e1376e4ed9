extension [Double] {
  /// The sum of the products of the entries of two lists of the same length.
  func dotProduct(_ other: [Double]) -> Double {
    let (first, second) = (span, other.span)
    var sum = 0.0
    for index in first.indices { sum += first[index] * second[index] }
    return sum
  }
}
