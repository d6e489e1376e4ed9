public import GraphStructure

/// A part that the middle node of an open two-path *a* → *b* → *c* plays, by the groups of the three.
///
/// - SeeAlso: R. V. Gould, R. M. Fernandez. Structures of mediation: a formal approach to brokerage
///   in transaction networks. Sociological Methodology 19, 1989.
public enum BrokerageRole: String, Sendable, CaseIterable {
  /// All three are of one group; w_I in sna.
  case coordinator
  /// Both ends are of one group, the middle of another; w_O in sna. UCINET calls it consultant.
  case itinerant
  /// The source is of another group than the middle and the target: who lets in; b_OI in sna.
  case gatekeeper
  /// The target is of another group than the source and the middle: who speaks outwards; b_IO.
  case representative
  /// All three are of different groups; b_O in sna.
  case liaison
}

/// How often each node plays each part of brokerage.
public struct BrokerageCounts: Sendable, Equatable {
  /// The counts of each node, in the order of ``BrokerageRole/allCases``.
  private let counts: [Int]

  fileprivate init(counts: [Int]) { self.counts = counts }

  /// Returns how often a node plays a part.
  ///
  /// - Parameters:
  ///   - role: The part.
  ///   - node: A node.
  /// - Returns: The number of open two-paths.
  public func count(_ role: BrokerageRole, of node: Graph.Node) -> Int {
    counts[node * BrokerageRole.allCases.count + role.index]
  }

  /// Returns how often a node is in the middle of an open two-path between nodes with groups.
  ///
  /// - Parameter node: A node.
  /// - Returns: The sum over all parts.
  public func total(of node: Graph.Node) -> Int {
    BrokerageRole.allCases.reduce(0) { $0 + count($1, of: node) }
  }
}

/// How often a node plays a part, beside what chance would have it if groups were dealt out anew.
public struct BrokerageScore: Sendable, Equatable {
  /// The number of open two-paths.
  public let count: Int
  /// Its mean over all ways to deal out the groups; exact.
  public let expected: Double
  /// Its standard deviation over random ways to deal out the groups.
  public let deviation: Double
  /// (count − expected) / deviation; NaN where the deviation is 0.
  public var zScore: Double { deviation > 0 ? (Double(count) - expected) / deviation : .nan }
}

extension Graph {
  /// Returns how often each node plays each part of brokerage between groups.
  ///
  /// Counted are open two-paths *a* → *b* → *c*, with *a* ≠ *c* and no arc *a* → *c*; the middle
  /// node *b* plays the part. In an undirected graph each edge is two arcs, so that every part is
  /// played in both directions, and gatekeepers are representatives as often, as in sna. Self loops
  /// and parallel arcs change nothing. Paths with a node that has no group do not count.
  ///
  /// - Parameters:
  ///   - groups: For each node its group, a number from 0; nil where it has none.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The counts.
  /// - Complexity: O(Σ *i*(*v*) *o*(*v*)) for nodes with *i* arcs in and *o* out.
  /// - SeeAlso: ``BrokerageRole``.
  public func brokerageCounts(
    groups: [Int?], execution: Execution = .standard
  ) -> BrokerageCounts {
    precondition(groups.count == nodeCount, "a group or nil for each node")
    return BrokerageCounts(
      counts: simpleArcs(.outgoing).brokerageCounts(groups.map { $0 ?? -1 }, execution))
  }

  /// Returns how often each node plays each part, beside what chance would have it.
  ///
  /// Chance deals out the groups of the nodes anew, each way as likely, and leaves the ties. Then a
  /// node in the middle of *t* open two-paths plays a part *t* · *p* times in the mean, where *p*
  /// is the probability that three nodes drawn at random have groups that make the part: that is
  /// exact. The deviation is that of `permutations` random ways. Nodes without a group keep none.
  ///
  /// - Parameters:
  ///   - groups: For each node its group, a number from 0; nil where it has none.
  ///   - permutations: How many ways are drawn, at least 2.
  ///   - seed: Equal seeds give equal numbers, at any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: For each node a score for each of ``BrokerageRole/allCases``.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: As ``brokerageCounts(groups:execution:)``, for each way.
  public func brokerageScores(
    groups: [Int?], permutations: Int = 1_000, seed: UInt64 = 1, execution: Execution = .standard
  ) throws(MeasureError) -> [[BrokerageScore]] {
    guard permutations >= 2 else {
      throw .parameterOutOfRange(
        name: "permutations", value: Double(permutations), allowed: "at least 2")
    }
    let counts = brokerageCounts(groups: groups, execution: execution.silent)
    let arcs = simpleArcs(.outgoing)
    let grouped = nodes.filter { groups[$0] != nil }
    let chances = BrokerageChances(groups.compactMap(\.self))
    let roleCount = BrokerageRole.allCases.count
    let expected = nodes.flatMap { node in
      BrokerageRole.allCases.map { Double(counts.total(of: node)) * chances[$0] }
    }
    var random = RandomBits(seed: seed)
    let seeds = (0..<permutations).map { _ in random.next() }
    // Squares of what differs from the exact mean, so that no second pass is needed.
    let squares = execution.reduceChunks(
      of: permutations, chunkSize: 1,
      into: [Double](repeating: 0, count: nodeCount * roleCount), makeScratch: {},
      work: { chunk, _ in
        var random = RandomBits(seed: seeds[chunk.lowerBound])
        var dealt = grouped.map { groups[$0] ?? -1 }
        for place in dealt.indices.dropFirst().reversed() {
          dealt.swapAt(place, random.nextIndex(below: place + 1))
        }
        var labels = [Int](repeating: -1, count: nodeCount)
        for (place, node) in grouped.enumerated() { labels[node] = dealt[place] }
        return arcs.brokerageCounts(labels, Execution(threads: 1))
      },
      merge: { squares, counts in
        for place in squares.indices {
          let difference = Double(counts[place]) - expected[place]
          squares[place] += difference * difference
        }
      })
    return nodes.map { node in
      BrokerageRole.allCases.map { role in
        let place = node * roleCount + role.index
        return BrokerageScore(
          count: counts.count(role, of: node), expected: expected[place],
          deviation: (squares[place] / Double(permutations)).squareRoot())
      }
    }
  }
}

extension BrokerageRole {
  /// The place among all cases.
  fileprivate var index: Int {
    switch self {
    case .coordinator: 0
    case .itinerant: 1
    case .gatekeeper: 2
    case .representative: 3
    case .liaison: 4
    }
  }
}

/// How likely three different nodes, drawn one after the other, make each part.
private struct BrokerageChances {
  private let chances: [Double]

  subscript(role: BrokerageRole) -> Double { chances[role.index] }

  init(_ groups: [Int]) {
    let count = Double(groups.count)
    let sizes = Dictionary(groups.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
      .map { Double($0.value) }
    guard count >= 3 else {
      chances = [Double](repeating: 0, count: BrokerageRole.allCases.count)
      return
    }
    let triples = count * (count - 1) * (count - 2)
    let alike = sizes.reduce(0) { $0 + $1 * ($1 - 1) * ($1 - 2) } / triples
    // Two given ones alike, the third of another group.
    let pair = sizes.reduce(0) { $0 + $1 * ($1 - 1) * (count - $1) } / triples
    chances = [alike, pair, pair, pair, max(0, 1 - alike - 3 * pair)]
  }
}

extension Arcs {
  /// Counts the open two-paths of each node and part; −1 is no group.
  fileprivate func brokerageCounts(_ groups: [Int], _ execution: Execution) -> [Int] {
    let roleCount = BrokerageRole.allCases.count
    let nodeCount = nodeCount
    return execution.reduceChunks(
      of: nodeCount, chunkSize: max(256, nodeCount / 64 + 1),
      into: [Int](repeating: 0, count: nodeCount * roleCount),
      makeScratch: { [Int](repeating: -1, count: nodeCount) },
      work: { sources, knownBy in
        var counts = [Int](repeating: 0, count: nodeCount * roleCount)
        count(sources, groups, &knownBy, &counts)
        return counts
      },
      merge: { total, counts in
        for place in counts.indices { total[place] += counts[place] }
      })
  }

  /// Counts the open two-paths that begin at some nodes.
  ///
  /// - Parameters:
  ///   - sources: Where paths begin.
  ///   - groups: The group of each node, −1 for none.
  ///   - knownBy: For each node the last source that was found to know it.
  ///   - counts: The counts of each node and part, which are added to.
  private func count(
    _ sources: Range<Int>, _ groups: [Int], _ knownBy: inout [Int], _ counts: inout [Int]
  ) {
    let (offsets, ends, groups) = (offsets.span, ends.span, groups.span)
    var known = knownBy.mutableSpan
    var counts = counts.mutableSpan
    for source in sources where groups[source] >= 0 {
      let group = groups[source]
      known[source] = source
      for arc in offsets[source]..<offsets[source + 1] { known[Int(ends[arc])] = source }
      for arc in offsets[source]..<offsets[source + 1] {
        let middle = Int(ends[arc])
        let middleGroup = groups[middle]
        guard middleGroup >= 0 else { continue }
        for onward in offsets[middle]..<offsets[middle + 1] {
          let target = Int(ends[onward])
          let targetGroup = groups[target]
          guard known[target] != source, targetGroup >= 0 else { continue }
          let role: BrokerageRole =
            if group == middleGroup {
              targetGroup == group ? .coordinator : .representative
            } else if targetGroup == middleGroup {
              .gatekeeper
            } else {
              targetGroup == group ? .itinerant : .liaison
            }
          counts[middle * 5 + role.index] += 1
        }
      }
    }
  }
}
