/// Lengths as whole multiples of a unit, so that searches can do without a heap and ties are exact.
struct CommonUnit: Sendable {
  /// The unit.
  let length: Double

  /// Each length in units, at least 1.
  let multiples: [Int32]

  /// How many units the longest length may have: a search looks at every whole length on its way.
  static let greatestMultiple = 1024

  /// How far a length may be from a multiple, in terms of itself: rounding, but far less than what
  /// counts as a difference between paths.
  private static let tolerance = 1e-13

  /// Expresses lengths in the largest unit of which all are multiples.
  ///
  /// There is none where they have no such unit, or too small a one.
  ///
  /// - Parameters:
  ///   - lengths: Lengths above 0.
  ///   - longestPath: How many of them a path may have. It is bounded such that paths of different
  ///     multiples differ by more than one part in 10¹⁰, so that ties are those of the lengths.
  init?(of lengths: [Double], longestPath: Int) {
    guard let least = lengths.min(), let greatest = lengths.max(), greatest.isFinite,
      greatest / least <= Double(Self.greatestMultiple)
    else { return nil }
    var unit = least
    // Euclid's algorithm; a remainder is noise where it is small beside the smallest unit allowed.
    let smallest = greatest / (Double(Self.greatestMultiple) + 0.5)
    for length in lengths {
      var remainder = abs(length - (length / unit).rounded() * unit)
      while remainder > smallest / 8 {
        (unit, remainder) = (remainder, abs(unit - (unit / remainder).rounded() * remainder))
        guard unit >= smallest else { return nil }
      }
    }
    // Remainders carry the rounding of all before them; the least length divided does not.
    unit = least / (least / unit).rounded()
    guard greatest / unit * Double(longestPath) < 1e9 else { return nil }
    var multiples: [Int32] = []
    multiples.reserveCapacity(lengths.count)
    for length in lengths {
      let multiple = (length / unit).rounded()
      guard abs(length / unit - multiple) <= Self.tolerance * multiple else { return nil }
      multiples.append(Int32(multiple))
    }
    length = unit
    self.multiples = multiples
  }
}
