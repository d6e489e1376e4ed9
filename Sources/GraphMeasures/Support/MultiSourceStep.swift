internal import GraphStructure

/// One step of a batch: from who has seen what within some steps to within one step more.
///
/// Before and after a step, `next` differs from `seen` at active places alone.
@safe struct MultiSourceStep<Lanes: SourceLanes> {
  let first: Int
  let full: Lanes
  var seen: UnsafeMutablePointer<Lanes>
  var next: UnsafeMutablePointer<Lanes>
  let active: UnsafeMutablePointer<UInt32>
  let counts: UnsafeMutablePointer<UInt32>
  var activeCount = 0
  /// The arcs that a push would follow.
  var activeArcs = 0
  var pendingCount = 0
  /// The arcs that a pull would follow.
  var pendingArcs = 0
  /// How many pairs of source and place have not met; in a connected component all will.
  var remaining: Int

  /// Hands what active places have seen to their neighbors.
  @inline(__always)
  mutating func push(_ arcs: Arcs, _ isTouched: UnsafeMutableBufferPointer<Bool>) {
    let (first, seen, next, active, counts) = unsafe (first, seen, next, active, counts)
    for position in 0..<activeCount {
      let place = unsafe Int(active[position])
      unsafe next[place] = seen[place]
    }
    var foundCount = 0
    unsafe arcs.withColumns { offsets, ends in
      for position in 0..<activeCount {
        let place = unsafe Int(active[position])
        let bits = unsafe seen[place]
        for arc in unsafe offsets[first + place]..<offsets[first + place + 1] {
          let end = unsafe Int(ends[arc]) - first
          let before = unsafe next[end]
          guard !before.contains(all: bits) else { continue }
          unsafe next[end] = before.union(bits)
          if unsafe !isTouched[end] {
            unsafe isTouched[end] = true
            unsafe counts[foundCount] = UInt32(truncatingIfNeeded: end)
            foundCount += 1
          }
        }
      }
      activeArcs = 0
      for position in 0..<foundCount {
        let entry = unsafe counts[position]
        let place = Int(entry)
        unsafe isTouched[place] = false
        unsafe active[position] = entry
        let count = unsafe next[place].count(without: seen[place])
        unsafe counts[position] = UInt32(truncatingIfNeeded: count)
        remaining -= count
        unsafe activeArcs += offsets[first + place + 1] - offsets[first + place]
      }
    }
    activeCount = foundCount
    unsafe swap(&self.seen, &self.next)
  }

  /// Fetches for every place that has not seen all what its neighbors have seen.
  @inline(__always)
  mutating func pull(_ arcs: Arcs, _ reversed: Arcs, _ pending: UnsafeMutableBufferPointer<UInt32>)
  {
    let (first, seen, next, active, counts) = unsafe (first, seen, next, active, counts)
    let full = full
    var (keptCount, foundCount, foundArcs, keptArcs, metCount) = (0, 0, 0, 0, 0)
    unsafe arcs.withColumns { offsets, ends in
      unsafe reversed.withColumns { reversedOffsets, _ in
        for position in 0..<pendingCount {
          let entry = unsafe pending[position]
          let place = Int(entry)
          let before = unsafe seen[place]
          if before.contains(all: full) {
            // From now on both sets are full and the place is done with.
            unsafe next[place] = before
            continue
          }
          unsafe pending[keptCount] = entry
          keptCount += 1
          let start = unsafe offsets[first + place]
          let end = unsafe offsets[first + place + 1]
          var bits = before
          var arc = start
          while arc + 4 <= end {
            let one = unsafe seen[Int(ends[arc]) - first]
            let two = unsafe seen[Int(ends[arc + 1]) - first]
            let three = unsafe seen[Int(ends[arc + 2]) - first]
            let four = unsafe seen[Int(ends[arc + 3]) - first]
            bits = bits.union(one.union(two)).union(three.union(four))
            arc += 4
            if bits.contains(all: full) {
              arc = end
              break
            }
          }
          while arc < end {
            bits = unsafe bits.union(seen[Int(ends[arc]) - first])
            arc += 1
          }
          unsafe next[place] = bits
          let count = bits.count(without: before)
          unsafe active[foundCount] = entry
          unsafe counts[foundCount] = UInt32(truncatingIfNeeded: count)
          metCount += count
          let found = count > 0 ? 1 : 0
          foundCount += found
          foundArcs +=
            unsafe found * (reversedOffsets[first + place + 1] - reversedOffsets[first + place])
          keptArcs += end - start
        }
      }
    }
    pendingCount = keptCount
    pendingArcs = keptArcs
    activeCount = foundCount
    activeArcs = foundArcs
    remaining -= metCount
    unsafe swap(&self.seen, &self.next)
  }
}

extension MultiSourceStep {
  /// Shows which places have seen more and how much more.
  @inline(__always)
  func show(steps: Int, to visit: (Int, Span<UInt32>, Span<UInt32>) -> Void) -> Bool {
    let (places, amounts) = unsafe (
      UnsafeBufferPointer(start: active, count: activeCount),
      UnsafeBufferPointer(start: counts, count: activeCount)
    )
    unsafe visit(steps, places.span, amounts.span)
    return true
  }
}
