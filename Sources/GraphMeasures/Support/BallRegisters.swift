// The HyperLogLog registers of the ball around every node, a byte a register.
//
// A step takes the greatest of each register over a node and its neighbors, 16 registers an
// instruction. Only neighbors that have changed are looked at, and a node whose registers are those
// of everything it will ever reach is done with.
//
// Unsafe memory, shared by threads: a step reads one table and writes the other, each row by the
// thread whose chunk it lies in. Handing rows over in parts would write every row twice, and the
// tables are what bounds the size of the graph.

internal import GraphStructure

/// The sketches of balls of growing radius: twice *registers* bytes a node.
@safe final class BallRegisters: @unchecked Sendable {
  private typealias Block = SIMD16<UInt8>

  let registerCount: Int
  let estimator: RegisterEstimator
  private let arcs: Arcs
  private let coupons: [Coupon]
  private let blocksPerRow: Int
  private var seen: UnsafeMutablePointer<Block>
  private var next: UnsafeMutablePointer<Block>
  /// Which rows of `seen` differ from what they were a step before.
  private var hasChanged: UnsafeMutablePointer<Bool>
  private var willHaveChanged: UnsafeMutablePointer<Bool>

  /// The places that will reach the same nodes in the end, and the registers of these.
  private var goal: (isMember: [Bool], registers: [UInt8]) = ([], [])

  /// What a step finds in some of the places.
  struct Growth: Sendable {
    /// Whether any register has changed.
    var hasChanged = false
    /// The places whose balls have grown.
    var places: [UInt32] = []
    /// What the estimator says of their sizes.
    var sizes: [Double] = []
  }

  /// Creates the registers of balls of radius 0.
  ///
  /// - Parameters:
  ///   - arcs: The arcs of each place.
  ///   - items: The number that stands for each place.
  ///   - precision: The logarithm of the number of registers to base 2, 4…12.
  init(_ arcs: Arcs, items: [UInt32], precision: Int) {
    self.arcs = arcs
    registerCount = 1 << precision
    estimator = RegisterEstimator(registerCount: registerCount)
    coupons = items.map { Coupon(of: UInt64($0)) }
    blocksPerRow = registerCount / Block.scalarCount
    unsafe seen = .allocate(capacity: items.count * blocksPerRow)
    unsafe next = .allocate(capacity: items.count * blocksPerRow)
    unsafe hasChanged = .allocate(capacity: items.count)
    unsafe hasChanged.initialize(repeating: false, count: items.count)
    unsafe willHaveChanged = .allocate(capacity: items.count)
    unsafe willHaveChanged.initialize(repeating: false, count: items.count)
  }

  deinit {
    unsafe seen.deallocate()
    unsafe next.deallocate()
    unsafe hasChanged.deallocate()
    unsafe willHaveChanged.deallocate()
  }

  /// Returns the registers of a set of places.
  func registers(of places: some Sequence<Int>) -> [UInt8] {
    var registers = [UInt8](repeating: 0, count: registerCount)
    for place in places {
      let register = Int(coupons[place].address) & (registerCount - 1)
      registers[register] = max(registers[register], coupons[place].value)
    }
    return registers
  }

  /// Returns the registers of the ball around a place.
  func registers(around place: Int) -> [UInt8] {
    precondition(place < coupons.count)
    return (0..<registerCount).map { register in
      unsafe seen[place * blocksPerRow + register / Block.scalarCount][
        register % Block.scalarCount]
    }
  }

  /// Lets places stop once their registers are those of all that they will reach.
  ///
  /// - Parameters:
  ///   - isMember: For each place, whether it will reach this set.
  ///   - registers: The registers of the set.
  func setGoal(isMember: [Bool], registers: [UInt8]) {
    precondition(isMember.count == coupons.count && registers.count == registerCount)
    goal = (isMember, registers)
  }

  /// Makes what the last step has written that from which the next starts.
  func finishStep() {
    unsafe swap(&seen, &next)
    unsafe swap(&hasChanged, &willHaveChanged)
  }

  /// Takes the first step from places: their balls are their neighbors and themselves.
  func takeFirstStep(_ places: Range<Int>) {
    for place in places {
      let row = unsafe UnsafeMutableRawPointer(next + place * blocksPerRow)
        .assumingMemoryBound(to: UInt8.self)
      unsafe row.initialize(repeating: 0, count: registerCount)
      let mask = registerCount - 1
      let own = coupons[place]
      unsafe row[Int(own.address) & mask] = own.value
      for arc in arcs.offsets[place]..<arcs.offsets[place + 1] {
        let coupon = coupons[Int(arcs.ends[arc])]
        let register = Int(coupon.address) & mask
        unsafe row[register] = max(row[register], coupon.value)
      }
      // That of an isolated node has not, but must find its way to the other table.
      unsafe willHaveChanged[place] = true
    }
  }

  /// Takes a further step from places.
  ///
  /// - Parameters:
  ///   - places: Which ones; no two calls of a step may share any.
  ///   - isSureToGrow: Says of a place whose registers have not changed whether its ball has grown
  ///     even so.
  /// - Returns: The places whose balls have grown.
  func takeStep(_ places: Range<Int>, isSureToGrow: (Int) -> Bool) -> Growth {
    precondition(places.upperBound <= coupons.count)
    var growth = Growth()
    unsafe goal.registers.withUnsafeBytes { bytes in
      let goalRow = unsafe bytes.assumingMemoryBound(to: Block.self).baseAddress
      unsafe estimator.shares.withUnsafeBufferPointer { shares in
        guard let shares = shares.baseAddress else { return }
        unsafe arcs.withColumns { offsets, ends in
          for place in places {
            let goal = unsafe !goal.isMember.isEmpty && goal.isMember[place] ? goalRow : nil
            let row = unsafe offsets[place]..<offsets[place + 1]
            if unsafe grow(place, row, ends, goal) {
              growth.hasChanged = true
            } else if !isSureToGrow(place) {
              continue
            }
            let sum = unsafe sum(of: next + place * blocksPerRow, shares)
            growth.places.append(UInt32(truncatingIfNeeded: place))
            growth.sizes.append(estimator.estimate(ofSum: sum))
          }
        }
      }
    }
    return growth
  }

  /// How many neighbors are taken in before looking whether the goal is reached.
  private static let goalInterval = 4

  /// Writes the next row of a place; returns whether it differs from the one before.
  @inline(__always)
  private func grow(
    _ place: Int, _ row: Range<Int>, _ ends: UnsafePointer<UInt32>, _ goal: UnsafePointer<Block>?
  ) -> Bool {
    let before = unsafe seen + place * blocksPerRow
    let after = unsafe next + place * blocksPerRow
    var mergedCount = 0
    let isDone = if let goal = unsafe goal { unsafe areEqual(before, goal) } else { false }
    if !isDone {
      for arc in row {
        let end = unsafe Int(ends[arc])
        guard unsafe hasChanged[end] else { continue }
        let other = unsafe seen + end * blocksPerRow
        let base = unsafe mergedCount == 0 ? before : after
        for block in 0..<blocksPerRow {
          let (one, two) = unsafe (base[block], other[block])
          unsafe after[block] = one.replacing(with: two, where: one .< two)
        }
        mergedCount += 1
        if let goal = unsafe goal, mergedCount % Self.goalInterval == 0,
          unsafe areEqual(after, goal)
        {
          break
        }
      }
    }
    let hasGrown = unsafe mergedCount > 0 && !areEqual(before, after)
    // An unchanged row is there already, unless the last step has changed it.
    if mergedCount == 0, unsafe hasChanged[place] {
      unsafe after.update(from: before, count: blocksPerRow)
    }
    unsafe willHaveChanged[place] = hasGrown
    return hasGrown
  }

  @inline(__always)
  private func areEqual(_ one: UnsafePointer<Block>, _ two: UnsafePointer<Block>) -> Bool {
    // Comparing blocks of bytes would look at one byte after the other.
    let one = unsafe UnsafeRawPointer(one).assumingMemoryBound(to: UInt64.self)
    let two = unsafe UnsafeRawPointer(two).assumingMemoryBound(to: UInt64.self)
    for word in 0..<(registerCount / 8) where unsafe one[word] != two[word] { return false }
    return true
  }

  @inline(__always)
  private func sum(of row: UnsafePointer<Block>, _ shares: UnsafePointer<UInt64>) -> UInt64 {
    let words = unsafe UnsafeRawPointer(row).assumingMemoryBound(to: UInt64.self)
    var sum: UInt64 = 0
    for word in 0..<(registerCount / 8) {
      var bytes = unsafe words[word]
      for _ in 0..<8 {
        unsafe sum &+= shares[Int(bytes & 0xff)]
        bytes >>= 8
      }
    }
    return sum
  }
}
