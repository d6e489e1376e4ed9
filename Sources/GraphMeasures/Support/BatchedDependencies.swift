// What the pairs of up to eight sources at once contribute to the betweenness of each node.
//
// Path counts and dependencies of eight sources lie side by side in 64 bytes a node, so one read
// of an arc serves all of them: a step is a product of the matrix of arcs with eight vectors.
// - A. E. Sarıyüce, E. Saule, K. Kaya, Ü. V. Çatalyürek. Regularizing graph centrality
//   computations. Journal of Parallel and Distributed Computing 76, 2015.
// - Forth and back a step is pulled or pushed by which follows fewer arcs (Beamer 2012).
// - Nodes stand for those behind them: `SplitBlocks`.
//
// Measured on one thread: 3,323 nodes and 48,384 edges (R-MAT) .11 s, igraph 1.0 1.6 s; 10,000 nodes
// and 49,975 edges (preferential attachment) 1.5 s, igraph 10.4 s. A push asks who has seen what
// before it adds, which spares most of its writes in caves (.33 s instead of .52 s uncut).
//
// Lanes of a frontier that lie at another distance are 0, so no arc asks who is where; a sum that is
// not 0 says that a lane has been reached. That holds as no count vanishes or overflows:
// counts are kept in units of 2⁹⁰⁰ paths, so that those up to 2¹⁹⁰⁰ fit (a grid of 600 × 600 has
// 2¹¹⁹³ from corner to corner) and what is divided by them, at most a number of nodes, does too; more
// make the batch give up, and the caller counts them with exponents of their own.

internal import GraphStructure

/// The working memory of one thread: 242 bytes a node with eight lanes, 126 with four, 68 with two.
@safe final class BatchedDependencies<Lanes: DependencyLanes> {
  /// How many sources one batch may have.
  static var maximalBatch: Int { Lanes.laneCount }

  /// How much working memory a thread takes for each node of the largest component.
  static var bytesPerNode: Int {
    3 * MemoryLayout<Lanes>.stride + (maximalBatch + 1) * MemoryLayout<UInt32>.stride
      + maximalBatch + MemoryLayout<UInt8>.stride + MemoryLayout<Bool>.stride
      + MemoryLayout<UInt32>.stride
  }

  let arcs: OrderedArcs
  /// How many nodes each place stands for.
  let weights: [Double]
  let passed: Passed
  /// The number of shortest paths from each source; 0 where none is known yet.
  let pathCounts: UnsafeMutablePointer<Lanes>
  /// What flows along the arcs in this step: path counts, later (weight + dependency) / path count.
  var flow: UnsafeMutablePointer<Lanes>
  var nextFlow: UnsafeMutablePointer<Lanes>
  /// The places reached, by distance, and which sources reach them at that distance.
  let reached: UnsafeMutablePointer<UInt32>
  let reachedBits: UnsafeMutablePointer<UInt8>
  /// Which sources have reached each place.
  private let seenBits: UnsafeMutablePointer<UInt8>
  let isMarked: UnsafeMutablePointer<Bool>
  private let pending: UnsafeMutablePointer<UInt32>
  /// All bits of the lanes of each of the 256 sets.
  let laneSets: UnsafeMutablePointer<Lanes.Bits>

  /// What one path counts as.
  private static var onePath: Double { 0x1p-900 }

  /// The least path count that is too large.
  private static var largestCount: Double { 0x1p1000 }

  /// What an arc costs in a push in terms of a pull.
  static var pushCost: Int { 3 }

  /// - Parameters:
  ///   - arcs: The arcs.
  ///   - weights: How many nodes each place stands for.
  ///   - passed: What is scored.
  init(_ arcs: OrderedArcs, weights: [Double], passed: Passed) {
    self.arcs = arcs
    self.weights = weights
    self.passed = passed
    let largest = arcs.components.reduce(0) { max($0, $1.count) }
    unsafe pathCounts = .allocate(capacity: largest)
    unsafe flow = .allocate(capacity: largest)
    unsafe nextFlow = .allocate(capacity: largest)
    unsafe flow.initialize(repeating: .zero, count: largest)
    unsafe nextFlow.initialize(repeating: .zero, count: largest)
    // Each place once a source, and behind them those that a push touches.
    unsafe reached = .allocate(capacity: (Self.maximalBatch + 1) * largest)
    unsafe reachedBits = .allocate(capacity: Self.maximalBatch * largest)
    unsafe seenBits = .allocate(capacity: largest)
    unsafe isMarked = .allocate(capacity: largest)
    unsafe isMarked.initialize(repeating: false, count: largest)
    unsafe pending = .allocate(capacity: largest)
    unsafe laneSets = .allocate(capacity: 256)
    for set in 0..<256 {
      var lanes = Lanes.Bits(repeating: 0)
      for lane in 0..<Lanes.laneCount where set >> lane & 1 == 1 { lanes[lane] = .max }
      unsafe (laneSets + set).initialize(to: lanes)
    }
  }

  deinit {
    unsafe pathCounts.deallocate()
    unsafe flow.deallocate()
    unsafe nextFlow.deallocate()
    unsafe reached.deallocate()
    unsafe reachedBits.deallocate()
    unsafe seenBits.deallocate()
    unsafe isMarked.deallocate()
    unsafe pending.deallocate()
    unsafe laneSets.deallocate()
  }

  /// Adds the dependencies of the sources of a batch to scores.
  ///
  /// - Parameters:
  ///   - batch: At most ``maximalBatch`` sources.
  ///   - scores: A score for each place or forward arc from a certain one on, those of the
  ///     component included.
  ///   - start: The place or arc of the first score.
  /// - Returns: Whether it has; `false` where path counts are too large and nothing was added.
  func add(_ batch: SourceBatch, to scores: inout [Double], from start: Int) -> Bool {
    precondition(batch.sources.count <= Self.maximalBatch)
    var (first, end) = (batch.component.lowerBound, batch.component.upperBound)
    if passed == .arcs { (first, end) = (arcs.forward.offsets[first], arcs.forward.offsets[end]) }
    precondition(start <= first)
    precondition(end - start <= scores.count)
    var levelEnds = [0]
    guard countPaths(batch, &levelEnds) else { return false }
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      guard let scores = scores.baseAddress else { return }
      unsafe sumDependencies(batch, levelEnds, scores - start)
    }
    return true
  }

  /// Counts shortest paths, level by level; leaves all flows 0.
  private func countPaths(_ batch: SourceBatch, _ levelEnds: inout [Int]) -> Bool {
    let first = batch.component.lowerBound
    let nodeCount = batch.component.count
    let (pathCounts, reached, reachedBits) = unsafe (pathCounts, reached, reachedBits)
    let (isMarked, pending, seenBits) = unsafe (isMarked, pending, seenBits)
    let laneSets = unsafe laneSets
    var (flow, next) = unsafe (flow, nextFlow)
    // Lanes without a source count as reached everywhere.
    var idle = Lanes(repeating: 1)
    for lane in batch.sources.indices { idle[lane - batch.sources.startIndex] = 0 }
    unsafe pathCounts.initialize(repeating: idle, count: nodeCount)
    unsafe seenBits.initialize(
      repeating: ~UInt8((1 << batch.sources.count) - 1), count: nodeCount)
    var foundArcs = 0
    var tail = 0
    for (lane, source) in batch.sources.enumerated() {
      let place = Int(source) - first
      unsafe pathCounts[place][lane] = Self.onePath
      unsafe flow[place][lane] = Self.onePath
      unsafe reached[tail] = UInt32(truncatingIfNeeded: place)
      unsafe reachedBits[tail] = 1 << lane
      unsafe seenBits[place] |= 1 << lane
      tail += 1
      foundArcs += arcs.forward.degree(of: Int(source))
    }
    var pendingCount = nodeCount
    for place in 0..<nodeCount { unsafe pending[place] = UInt32(truncatingIfNeeded: place) }
    var pendingArcs = arcs.backward.offsets[first + nodeCount] - arcs.backward.offsets[first]
    // The highest bit of a lane is set once a count has been too large.
    var tooLarge = Lanes.Bits(repeating: 0)
    let complement = (1 << 63) - Self.largestCount.bitPattern
    var head = 0
    unsafe arcs.forward.withColumns { offsets, ends in
      unsafe arcs.backward.withColumns { backwardOffsets, backwardEnds in
        while head < tail {
          levelEnds.append(tail)
          let levelEnd = tail
          let isPush = Self.pushCost * foundArcs < pendingArcs
          foundArcs = 0
          if isPush {
            var touchedCount = 0
            for position in head..<levelEnd {
              let place = unsafe Int(reached[position])
              let counts = unsafe flow[place]
              let bits = unsafe reachedBits[position]
              for arc in unsafe offsets[first + place]..<offsets[first + place + 1] {
                let end = unsafe Int(ends[arc]) - first
                if unsafe bits & ~seenBits[end] == 0 { continue }
                unsafe next[end] += counts
                if unsafe !isMarked[end] {
                  unsafe isMarked[end] = true
                  // The list fills behind the places reached, which overtake it only where read.
                  unsafe reached[levelEnd + touchedCount] = UInt32(truncatingIfNeeded: end)
                  touchedCount += 1
                }
              }
            }
            for position in levelEnd..<(levelEnd + touchedCount) {
              let entry = unsafe reached[position]
              let place = Int(entry)
              unsafe isMarked[place] = false
              let counts = unsafe next[place].keeping(laneSets[Int(~seenBits[place])])
              unsafe next[place] = counts
              let bits = counts.positiveLanes
              if bits == 0 { continue }
              unsafe pathCounts[place] = pathCounts[place] + counts
              unsafe seenBits[place] |= bits
              counts.collectBits(plus: complement, in: &tooLarge)
              unsafe reached[tail] = entry
              unsafe reachedBits[tail] = bits
              tail += 1
              unsafe foundArcs += offsets[first + place + 1] - offsets[first + place]
            }
          } else {
            var keptCount = 0
            pendingArcs = 0
            for position in 0..<pendingCount {
              let entry = unsafe pending[position]
              let place = Int(entry)
              let unseen = unsafe ~seenBits[place]
              if unseen == 0 { continue }
              unsafe pending[keptCount] = entry
              keptCount += 1
              let row = unsafe backwardOffsets[first + place]..<backwardOffsets[first + place + 1]
              pendingArcs += row.count
              var sum = Lanes.zero
              for arc in row { unsafe sum += flow[Int(backwardEnds[arc]) - first] }
              let counts = unsafe sum.keeping(laneSets[Int(unseen)])
              let bits = counts.positiveLanes
              if bits == 0 { continue }
              unsafe next[place] = counts
              unsafe pathCounts[place] = pathCounts[place] + counts
              unsafe seenBits[place] |= bits
              counts.collectBits(plus: complement, in: &tooLarge)
              unsafe reached[tail] = entry
              unsafe reachedBits[tail] = bits
              tail += 1
              unsafe foundArcs += offsets[first + place + 1] - offsets[first + place]
            }
            pendingCount = keptCount
          }
          for position in head..<levelEnd { unsafe flow[Int(reached[position])] = .zero }
          unsafe swap(&flow, &next)
          head = levelEnd
        }
      }
    }
    return (0..<Lanes.laneCount).allSatisfy { tooLarge[$0] >> 63 == 0 }
  }
}
