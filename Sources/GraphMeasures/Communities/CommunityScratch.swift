internal import GraphStructure

// Unsafe memory, as every arc of every step goes through it.

/// Working memory that all levels of a search for communities share.
@safe final class CommunityScratch<Mass: NodeMass> {
  /// What ties lead to each community; 0 between uses.
  let sums: UnsafeMutablePointer<Double>

  /// The communities that ties lead to, in the order in which they are met; one whose ties count 0
  /// may be there twice.
  let touched: UnsafeMutablePointer<UInt32>

  /// The nodes in the order in which they are looked at.
  let queue: UnsafeMutablePointer<UInt32>

  /// Whether a node is in the queue, 1 or 0; 0 between uses.
  let isQueued: UnsafeMutablePointer<UInt8>

  /// The mass of each community.
  let totals: UnsafeMutablePointer<Mass>

  /// The number of nodes of each community.
  let counts: UnsafeMutablePointer<UInt32>

  /// What the ties of each set of a refined partition to others in its community count.
  let outerTies: UnsafeMutablePointer<Double>

  /// Makes room for a graph; the ones made of it are not larger.
  init(nodeCount: Int, arcCount: Int) {
    unsafe sums = .allocate(capacity: nodeCount)
    unsafe sums.initialize(repeating: 0, count: nodeCount)
    unsafe touched = .allocate(capacity: arcCount + 1)
    unsafe queue = .allocate(capacity: nodeCount)
    unsafe isQueued = .allocate(capacity: nodeCount)
    unsafe isQueued.initialize(repeating: 0, count: nodeCount)
    unsafe totals = .allocate(capacity: nodeCount)
    unsafe counts = .allocate(capacity: nodeCount)
    unsafe outerTies = .allocate(capacity: nodeCount)
  }

  deinit {
    unsafe sums.deallocate()
    unsafe touched.deallocate()
    unsafe queue.deallocate()
    unsafe isQueued.deallocate()
    unsafe totals.deallocate()
    unsafe counts.deallocate()
    unsafe outerTies.deallocate()
  }

  /// Fills the queue with all nodes in random order.
  ///
  /// In a large graph blocks of nodes stay together. Their rows lie one after the other, so that
  /// memory is read ahead: the search on 80,000 nodes in caves takes 20 ms, with single nodes in
  /// random order 50. Blocks of 128 are faster still, but find worse communities in skewed graphs.
  func fillQueue(nodeCount: Int, _ random: inout RandomBits) {
    let blockSize = nodeCount > 8192 ? 32 : 1
    var blocks = Array(0..<(nodeCount + blockSize - 1) / blockSize)
    for index in stride(from: blocks.count - 1, to: 0, by: -1) {
      blocks.swapAt(index, random.nextIndex(below: index + 1))
    }
    var place = 0
    for block in blocks {
      for node in block * blockSize..<min((block + 1) * blockSize, nodeCount) {
        unsafe queue[place] = UInt32(truncatingIfNeeded: node)
        place += 1
      }
    }
  }

  /// Adds up the masses and the nodes of each community.
  @unsafe
  func addUp(_ masses: UnsafePointer<Mass>, _ labels: UnsafePointer<UInt32>, nodeCount: Int) {
    unsafe totals.initialize(repeating: .zero, count: nodeCount)
    unsafe counts.initialize(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let label = unsafe Int(labels[node])
      unsafe totals[label] = totals[label] + masses[node]
      unsafe counts[label] += 1
    }
  }
}

/// The rows of a graph and the masses of its nodes as plain memory, lent for the time of a kernel.
@unsafe struct CommunityRows<Mass: NodeMass> {
  let offsets: UnsafePointer<Int>
  let ends: UnsafePointer<UInt32>
  /// What each tie counts; nil where each counts 1.
  let values: UnsafePointer<Double>?
  let masses: UnsafePointer<Mass>

  /// Adds up what a node's ties count, by the communities that they lead to.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - labels: The community of each node.
  ///   - scratch: Where sums and communities are put.
  ///   - count: How many communities there are in ``CommunityScratch/touched`` already.
  /// - Returns: How many there are then.
  @inline(__always)
  func gather(
    _ node: Int, _ labels: UnsafePointer<UInt32>, _ scratch: CommunityScratch<Mass>,
    after count: Int
  ) -> Int {
    let sums = unsafe scratch.sums
    let touched = unsafe scratch.touched
    let row = unsafe offsets[node]..<offsets[node + 1]
    guard !row.isEmpty else { return count }
    var count = count
    // Once communities have formed, most ties of a row begin with the same one: these need not wait
    // for each other's sums to be stored.
    let first = unsafe labels[Int(ends[row.lowerBound])]
    var arc = row.lowerBound
    while arc < row.upperBound, unsafe labels[Int(ends[arc])] == first { arc += 1 }
    let firstSum = unsafe sums[Int(first)]
    unsafe touched[count] = first
    count &+= firstSum == 0 ? 1 : 0
    unsafe sums[Int(first)] = firstSum + sum(of: row.lowerBound..<arc)
    // The place behind the last one is always written, but kept only for a community that is new:
    // no branch that a processor could guess wrong.
    while arc < row.upperBound {
      let label = unsafe labels[Int(ends[arc])]
      let sum = unsafe sums[Int(label)]
      unsafe touched[count] = label
      count &+= sum == 0 ? 1 : 0
      unsafe sums[Int(label)] = sum + (values.map { unsafe $0[arc] } ?? 1)
      arc += 1
    }
    return count
  }

  /// Returns what ties count together.
  @inline(__always)
  private func sum(of ties: Range<Int>) -> Double {
    guard let values = unsafe values else { return Double(ties.count) }
    var sum = 0.0
    for tie in ties { sum += unsafe values[tie] }
    return sum
  }
}
