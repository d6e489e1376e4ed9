// The nodes within a few steps of one source after another, 64 places at a time.
//
// A word that is empty before it takes its first members is kept in a list, by which all are counted
// and cleared in the end: no pass over all nodes, and no branch on who is new. The words of places
// that follow one another do so too, so those found at one distance are kept as ranges: few loops,
// each of them long. Unsafe memory, as in BallSearch.

/// A search for the nodes within some steps over ``NeighborWords``, whose working memory (9 bytes a
/// node) serves one source after another.
@safe final class WordSearch {
  private let arcs: NeighborWords
  /// Which places are seen, and an empty word behind them.
  private let seen: UnsafeMutableBufferPointer<UInt64>
  /// Which places were seen one step before.
  private let before: UnsafeMutableBufferPointer<UInt64>
  private let touched: UnsafeMutableBufferPointer<UInt32>
  /// The first place of each range and the one behind its last.
  private let ranges: UnsafeMutableBufferPointer<SIMD2<UInt32>>
  /// How many ranges there are of places within 0, 1, 2, … steps, and how many places in them.
  private let rangeCounts: UnsafeMutableBufferPointer<Int>
  private let countsWithin: UnsafeMutableBufferPointer<Int>
  private let limit: Int

  /// Creates the memory for searches over some arcs within some steps, at least 1.
  init(_ arcs: NeighborWords, within limit: Int) {
    precondition(limit > 0)
    self.arcs = arcs
    self.limit = limit
    unsafe rangeCounts = .allocate(capacity: limit + 1)
    unsafe rangeCounts.initialize(repeating: 1)
    unsafe countsWithin = .allocate(capacity: limit + 1)
    unsafe countsWithin.initialize(repeating: 1)
    let wordCount = (arcs.nodeCount + 63) / 64
    unsafe seen = .allocate(capacity: wordCount + 1)
    unsafe seen.initialize(repeating: 0)
    unsafe before = .allocate(capacity: wordCount)
    unsafe before.initialize(repeating: 0)
    unsafe touched = .allocate(capacity: wordCount + 8)
    unsafe ranges = .allocate(capacity: arcs.nodeCount)
  }

  deinit {
    unsafe seen.deallocate()
    unsafe before.deallocate()
    unsafe touched.deallocate()
    unsafe ranges.deallocate()
    unsafe rangeCounts.deallocate()
    unsafe countsWithin.deallocate()
  }

  /// Returns how many places the last search has found within some steps, the source included.
  @inline(__always)
  func count(within steps: Int) -> Int { unsafe countsWithin[steps] }

  /// Visits the places at a distance at which the last search has kept them.
  @inline(__always)
  func forEachPlace(at steps: Int, _ visit: (Int) -> Void) {
    let nearer = unsafe steps == 0 ? 0 : rangeCounts[steps - 1]
    for position in nearer..<(unsafe rangeCounts[steps]) {
      let range = unsafe ranges[position]
      for place in Int(range[0])..<Int(range[1]) { visit(place) }
    }
  }

  /// Finds the places within the limit.
  ///
  /// - Parameters:
  ///   - source: Where the search begins.
  ///   - keepsLastPlaces: Whether ``forEachPlace(at:_:)`` shall know those at the limit, which are
  ///     most.
  /// - Returns: Within how many steps places were found: at most the limit.
  func run(from source: Int, keepsLastPlaces: Bool) -> Int {
    precondition(source < arcs.nodeCount)
    guard let seen = unsafe seen.baseAddress, let before = unsafe before.baseAddress,
      let touched = unsafe touched.baseAddress, let ranges = unsafe ranges.baseAddress
    else { return 0 }
    let (limit, rangeCounts, countsWithin) = unsafe (limit, rangeCounts, countsWithin)
    var lastSteps = 0
    let place = UInt32(truncatingIfNeeded: source)
    unsafe ranges[0] = SIMD2(place, place + 1)
    unsafe seen[source >> 6] = 1 << (source & 63)
    unsafe before[source >> 6] = 1 << (source & 63)
    unsafe touched[0] = place >> 6
    var (head, tail, touchedCount, count) = (0, 1, 1, 1)
    unsafe arcs.withColumns { offsets, words in
      for steps in 1...limit {
        while head < tail {
          let range = unsafe ranges[head]
          head += 1
          for entry in unsafe offsets[Int(range[0])]..<offsets[Int(range[1])] {
            let word = unsafe words[entry]
            let members = unsafe seen[Int(word.index)]
            unsafe touched[touchedCount] = word.index
            touchedCount &+= members == 0 ? 1 : 0
            unsafe seen[Int(word.index)] = members | word.members
          }
        }
        if steps == limit, !keepsLastPlaces {
          unsafe countsWithin[steps] = countMembers(seen, touched, touchedCount)
          lastSteps = steps
          break
        }
        for position in 0..<touchedCount {
          let index = unsafe touched[position]
          let members = unsafe seen[Int(index)]
          var new = unsafe members & ~before[Int(index)]
          unsafe before[Int(index)] = members
          while new != 0 {
            let first = new.trailingZeroBitCount
            let length = (~(new &>> UInt64(first))).trailingZeroBitCount
            let start = index << 6 + UInt32(truncatingIfNeeded: first)
            unsafe ranges[tail] = SIMD2(start, start + UInt32(truncatingIfNeeded: length))
            tail &+= 1
            count &+= length
            // The carry runs through the range.
            new &= new &+ (1 &<< UInt64(first))
          }
        }
        if tail == head { break }
        unsafe countsWithin[steps] = count
        unsafe rangeCounts[steps] = tail
        lastSteps = steps
      }
    }
    for position in 0..<touchedCount {
      let index = unsafe Int(touched[position])
      unsafe seen[index] = 0
      unsafe before[index] = 0
    }
    return lastSteps
  }

  /// Counts the bits of the words that were touched, eight by eight.
  ///
  /// - SeeAlso: W. Muła, N. Kurz, D. Lemire. Faster population counts using AVX2 instructions. The
  ///   Computer Journal 61, 2018.
  @inline(__always)
  private func countMembers(
    _ seen: UnsafeMutablePointer<UInt64>, _ touched: UnsafeMutablePointer<UInt32>,
    _ touchedCount: Int
  ) -> Int {
    // The empty word fills up the last eight.
    let empty = UInt32(truncatingIfNeeded: unsafe self.seen.count - 1)
    for extra in 0..<7 { unsafe touched[touchedCount + extra] = empty }
    var (ones, twos, fours) = (UInt64(0), UInt64(0), UInt64(0))
    @inline(__always)
    func carry(_ sum: inout UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
      let either = sum ^ second
      let carried = sum & second | either & third
      sum = either ^ third
      return carried
    }
    @inline(__always)
    func pairs(_ position: Int) -> UInt64 {
      unsafe carry(&ones, seen[Int(touched[position])], seen[Int(touched[position + 1])])
    }
    var eights = 0
    for first in stride(from: 0, to: touchedCount, by: 8) {
      let four = carry(&twos, pairs(first), pairs(first + 2))
      let otherFour = carry(&twos, pairs(first + 4), pairs(first + 6))
      eights += carry(&fours, four, otherFour).nonzeroBitCount
    }
    return 8 * eights + 4 * fours.nonzeroBitCount + 2 * twos.nonzeroBitCount
      + ones.nonzeroBitCount
  }
}

extension NeighborWords {
  /// Lends the offsets and the words without bounds checks.
  @unsafe @inline(__always)
  fileprivate func withColumns(
    _ body: (_ offsets: UnsafePointer<Int>, _ words: UnsafePointer<NeighborWord>) -> Void
  ) {
    unsafe offsets.withUnsafeBufferPointer { offsets in
      unsafe words.withUnsafeBufferPointer { words in
        guard let offsets = offsets.baseAddress, let words = words.baseAddress else { return }
        unsafe body(offsets, words)
      }
    }
  }
}
