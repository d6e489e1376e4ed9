extension MultiSourceStep {
  /// Counts how many places have seen each source in this step for the first time.
  ///
  /// The counts of all sources are kept in binary, a set of sources a digit. Eight places are added
  /// up by themselves before they carry over to the other digits.
  ///
  /// - SeeAlso: W. Muła, N. Kurz, D. Lemire. Faster population counts using AVX2 instructions. The
  ///   Computer Journal 61, 2018.
  func countLanes(into laneCounts: inout [UInt32]) {
    var digits = [Lanes](repeating: .none, count: 32)
    var (ones, twos, fours) = (Lanes.none, Lanes.none, Lanes.none)
    @inline(__always)
    func newSources(_ position: Int) -> Lanes {
      let place = unsafe Int(active[position])
      return unsafe seen[place].subtracting(next[place])
    }
    @inline(__always)
    func carry(_ sum: inout Lanes, _ second: Lanes, _ third: Lanes) -> Lanes {
      let both = sum.intersection(second)
      let either = sum.symmetricDifference(second)
      sum = either.symmetricDifference(third)
      return both.union(either.intersection(third))
    }
    @inline(__always)
    func pairs(_ position: Int) -> Lanes {
      carry(&ones, newSources(position), newSources(position + 1))
    }
    func add(_ given: Lanes, toDigit first: Int) {
      var rest = given
      var digit = first
      while !Lanes.none.contains(all: rest) {
        let before = digits[digit]
        digits[digit] = before.symmetricDifference(rest)
        rest = rest.intersection(before)
        digit += 1
      }
    }
    var position = 0
    while position + 8 <= activeCount {
      let four = carry(&twos, pairs(position), pairs(position + 2))
      let otherFour = carry(&twos, pairs(position + 4), pairs(position + 6))
      add(carry(&fours, four, otherFour), toDigit: 3)
      position += 8
    }
    while position < activeCount {
      add(newSources(position), toDigit: 0)
      position += 1
    }
    add(ones, toDigit: 0)
    add(twos, toDigit: 1)
    add(fours, toDigit: 2)
    let used = digits.lastIndex { !Lanes.none.contains(all: $0) } ?? -1
    for lane in laneCounts.indices {
      var count: UInt32 = 0
      for digit in stride(from: used, through: 0, by: -1) {
        count = 2 * count + (digits[digit].contains(lane) ? 1 : 0)
      }
      laneCounts[lane] = count
    }
  }
}
