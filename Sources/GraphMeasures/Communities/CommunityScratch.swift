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

  /// How many neighboring nodes stay together in the random order: their rows lie in the same cache
  /// lines.
  static var blockSize: Int { 64 }

  /// Fills the queue with all nodes: blocks of neighboring ones in random order.
  func fillQueue(nodeCount: Int, _ random: inout RandomBits) {
    let blockSize = Self.blockSize
    let blockCount = (nodeCount + blockSize - 1) / blockSize
    var blocks = (0..<blockCount).map { $0 }
    for index in stride(from: blockCount - 1, to: 0, by: -1) {
      blocks.swapAt(index, random.nextIndex(below: index + 1))
    }
    var place = 0
    for block in blocks {
      let first = block * blockSize
      let nodes = first..<min(first + blockSize, nodeCount)
      for node in nodes {
        unsafe queue[place] = UInt32(truncatingIfNeeded: node)
        place += 1
      }
      // Within the block the order is random too.
      for index in stride(from: nodes.count - 1, to: 0, by: -1) {
        let other = random.nextIndex(below: index + 1)
        unsafe swap(&queue[place - nodes.count + index], &queue[place - nodes.count + other])
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
    var count = count
    let row = unsafe offsets[node]..<offsets[node + 1]
    // The place behind the last one is always written, but kept only for a community that is new:
    // no branch that a processor could guess wrong.
    if let values = unsafe values {
      for arc in row {
        let label = unsafe labels[Int(ends[arc])]
        let sum = unsafe sums[Int(label)]
        unsafe touched[count] = label
        count &+= sum == 0 ? 1 : 0
        unsafe sums[Int(label)] = sum + values[arc]
      }
    } else {
      for arc in row {
        let label = unsafe labels[Int(ends[arc])]
        let sum = unsafe sums[Int(label)]
        unsafe touched[count] = label
        count &+= sum == 0 ? 1 : 0
        unsafe sums[Int(label)] = sum + 1
      }
    }
    return count
  }
}
