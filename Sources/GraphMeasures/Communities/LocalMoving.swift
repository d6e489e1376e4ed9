internal import GraphStructure

/// Differences of quality less than this share of a node's ties are rounding, not gain: so nodes
/// never go round in circles.
let negligibleGain = 1e-12

/// How many nodes are looked at between two questions whether to stop.
private let nodesPerQuestion = 8192

extension CommunityGraph {
  /// Moves nodes to where they add most to the quality, until no single move adds to it.
  ///
  /// All nodes are looked at once in the order of the queue; after a node has moved, its neighbors
  /// outside its new community are looked at again. A node that is better off alone gets a
  /// community of its own.
  ///
  /// - Parameters:
  ///   - labels: The community of each node, 0..<*n*; changed.
  ///   - scratch: Working memory.
  ///   - random: Where the order comes from.
  ///   - execution: Who may stop the work.
  /// - Returns: Whether any node has moved.
  /// - SeeAlso: N. Ozaki, H. Tezuka, M. Inaba. A simple acceleration method for the Louvain
  ///   algorithm. International Journal of Computer and Electrical Engineering 8, 2016.
  func moveNodes(
    _ labels: inout [UInt32], _ scratch: CommunityScratch<Mass>, _ random: inout RandomBits,
    _ execution: Execution
  ) -> Bool {
    scratch.fillQueue(nodeCount: nodeCount, &random)
    var hasMoved = false
    unsafe labels.withUnsafeMutableBufferPointer { labels in
      guard let labels = labels.baseAddress else { return }
      unsafe withRows { rows in
        hasMoved = unsafe moveQueued(rows, labels, scratch, execution)
      }
    }
    return hasMoved
  }

  @unsafe
  private func moveQueued(
    _ rows: CommunityRows<Mass>, _ labels: UnsafeMutablePointer<UInt32>,
    _ scratch: CommunityScratch<Mass>, _ execution: Execution
  ) -> Bool {
    let nodeCount = nodeCount
    let scale = scale
    let sums = unsafe scratch.sums
    let touched = unsafe scratch.touched
    let totals = unsafe scratch.totals
    let counts = unsafe scratch.counts
    let queue = unsafe scratch.queue
    let isQueued = unsafe scratch.isQueued
    unsafe scratch.addUp(rows.masses, labels, nodeCount: nodeCount)
    unsafe isQueued.update(repeating: 1, count: nodeCount)
    var empty = (0..<nodeCount).filter { unsafe counts[$0] == 0 }.map { UInt32($0) }
    var hasMoved = false
    var head = 0
    var waiting = nodeCount
    var untilQuestion = nodesPerQuestion
    while waiting > 0 {
      untilQuestion -= 1
      if untilQuestion == 0 {
        if execution.isCancelled() { break }
        untilQuestion = nodesPerQuestion
      }
      let node = unsafe Int(queue[head])
      head = head + 1 == nodeCount ? 0 : head + 1
      waiting -= 1
      unsafe isQueued[node] = 0

      let mass = unsafe rows.masses[node]
      let own = unsafe labels[node]
      let touchedCount = unsafe rows.gather(node, labels, scratch, after: 0)
      unsafe totals[Int(own)] = totals[Int(own)] - mass
      let ownGain = unsafe sums[Int(own)] - scale * mass.times(totals[Int(own)])
      var best = own
      var bestGain = ownGain
      var tieSum = 0.0
      for index in 0..<touchedCount {
        let label = unsafe touched[index]
        let sum = unsafe sums[Int(label)]
        unsafe sums[Int(label)] = 0
        tieSum += sum
        let gain = unsafe sum - scale * mass.times(totals[Int(label)])
        if gain > bestGain, label != own, sum > 0 {
          best = label
          bestGain = gain
        }
      }
      if bestGain < 0, unsafe counts[Int(own)] > 1, let last = empty.last {
        best = last
        bestGain = 0
      }
      if bestGain <= ownGain + negligibleGain * tieSum { best = own }
      unsafe totals[Int(best)] = totals[Int(best)] + mass
      guard best != own else { continue }
      hasMoved = true
      if best == empty.last { empty.removeLast() }
      unsafe labels[node] = best
      unsafe counts[Int(best)] += 1
      unsafe counts[Int(own)] -= 1
      if unsafe counts[Int(own)] == 0 { empty.append(own) }
      for arc in unsafe rows.offsets[node]..<rows.offsets[node + 1] {
        let end = unsafe Int(rows.ends[arc])
        guard unsafe isQueued[end] == 0 && labels[end] != best else { continue }
        unsafe isQueued[end] = 1
        var place = head + waiting
        if place >= nodeCount { place -= nodeCount }
        unsafe queue[place] = UInt32(truncatingIfNeeded: end)
        waiting += 1
      }
    }
    // What a cancellation has left waiting.
    unsafe isQueued.update(repeating: 0, count: nodeCount)
    return hasMoved
  }
}
