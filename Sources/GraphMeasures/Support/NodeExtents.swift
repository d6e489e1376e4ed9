internal import GraphStructure

/// A node and how far it extends.
struct NodeExtent: Sendable {
  var node: Int
  var eccentricity: Int32
}

/// Whether searches from single nodes, each of which bounds the others, settle more nodes than
/// searches from many at once would in that time.
struct SearchTrial {
  /// How many searches one step takes.
  let searchesPerStep: Int
  /// How many nodes were left before each step.
  private var remaining: [Int] = []

  /// What a batch of searches at once costs, and numbering the nodes anew for many, in searches.
  private static let (smallBatchCost, batchCost, orderingCost) = (3, 4, 30)
  /// Over how many steps it is judged.
  private static let stepCount = 4

  init(searchesPerStep: Int) { self.searchesPerStep = searchesPerStep }

  /// Judges whether to go on with single searches.
  ///
  /// - Parameter left: How many nodes are not settled yet.
  /// - Returns: The answer; `true` before there were enough steps to judge by.
  mutating func isWorthwhile(left: Int) -> Bool {
    remaining.append(left)
    guard remaining.count > Self.stepCount else { return true }
    let batches = left / MultiSourceSearch.maximalBatch + 1
    let cost =
      left <= 64
      ? Self.smallBatchCost
      : Self.batchCost * batches + (batches > Graph.unorderedBatches ? Self.orderingCost : 0)
    let settled = remaining[remaining.count - 1 - Self.stepCount] - left
    return settled * cost >= left * Self.stepCount * searchesPerStep
  }
}

extension Graph {
  /// Beyond so many batches nodes are numbered anew.
  fileprivate static let unorderedBatches = 8

  /// Returns how far some nodes extend along outgoing arcs, by searches from many at once.
  ///
  /// - Parameters:
  ///   - sources: The nodes.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: How far each extends, in an order that does not depend on threads.
  func extents(of sources: [UInt32], _ execution: Execution) -> [NodeExtent] {
    let isOrdered = sources.count > Self.unorderedBatches * MultiSourceSearch.maximalBatch
    // A source is seen by those from which arcs lead to it.
    let arcs = isOrdered ? OrderedArcs(self, .incoming) : OrderedArcs(unordered: self, .incoming)
    var isSource = [Bool](repeating: false, count: arcs.nodeCount)
    for node in sources { isSource[Int(node)] = true }
    let places = arcs.nodes.indices.filter { isSource[Int(arcs.nodes[$0])] }
      .map { UInt32(truncatingIfNeeded: $0) }
    let groups = arcs.batchGroups(sources: places)
    return execution.reduceChunks(
      of: groups.count, chunkSize: 1, into: [],
      makeScratch: { MultiSourceSearch(arcs) },
      work: { range, search in
        groups[range.lowerBound].batches.flatMap { batch in
          var eccentricities = [Int32](repeating: 0, count: batch.sources.count)
          search.runBySource(batch) { steps, counts in
            for lane in counts.indices where counts[lane] > 0 {
              eccentricities[lane] = Int32(truncatingIfNeeded: steps)
            }
            return true
          }
          return zip(batch.sources, eccentricities).map {
            NodeExtent(node: Int(arcs.nodes[Int($0)]), eccentricity: $1)
          }
        }
      },
      merge: { $0 += $1 })
  }
}
