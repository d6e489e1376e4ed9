public import GraphStructure

/// How near a directed graph comes to an outtree, the ideal of a line of command (Krackhardt).
///
/// Each number is 1 for an outtree, where every node but one has exactly one arc that enters it, and
/// one node reaches all others.
public struct CommandStructure: Sendable, Equatable {
  /// The share of pairs of nodes that some path joins, directions ignored; NaN for fewer than two
  /// nodes.
  public let connectedness: Double

  /// Of the pairs of nodes of which one reaches the other, the share where it is not mutual; NaN
  /// where there is no such pair.
  public let hierarchy: Double

  /// How few arcs there are beyond those that hold each component together: 1 less the excess as a
  /// share of the greatest possible; NaN where no component has more than one node.
  public let efficiency: Double

  /// How many pairs of a component have a least upper bound: someone who reaches both, and whom all
  /// who reach both reach.
  ///
  /// It is 1 less the pairs without as a share of (*b* − 1)(*b* − 2) / 2, added up over the components
  /// of *b* ≥ 3 nodes; NaN where there is none.
  public let leastUpperBoundedness: Double

  /// The same where instead of the least bound one is asked for that reaches all others who reach
  /// both: what the R package sna 2.7 computes.
  public let snaUpperBoundedness: Double
}

extension Graph {
  /// Returns Krackhardt's four measures of a line of command: connectedness, hierarchy, efficiency and
  /// least upper boundedness.
  ///
  /// An arc leads from a superior to a subordinate; where arcs lead to whom one reports, ask for
  /// ``reversed``. An undirected edge is two arcs, also where excess ones are counted, as in the R
  /// package sna. Self loops and parallel edges change nothing.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The measures.
  /// - Throws: ``MeasureError/memoryTooSmall(measure:needed:limit:)`` where the table of who reaches
  ///   whom does not fit.
  /// - Complexity: O(*n* (*n* + *m*) + *n*³ / 64) time, *n*² / 4 bytes.
  /// - SeeAlso: D. Krackhardt. Graph theoretical dimensions of informal organizations. In K. M.
  ///   Carley, M. J. Prietula, editors, Computational Organization Theory, 1994.
  public func commandStructure(
    execution: Execution = .standard
  ) throws(MeasureError) -> CommandStructure {
    let needed = nodeCount * ((nodeCount + 63) / 64) * 16
    if let limit = execution.memoryLimit, needed > limit {
      throw .memoryTooSmall(measure: "Command structure", needed: needed, limit: limit)
    }
    let components = components()
    let sizes = components.sizes.map(Double.init)
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    let joined = sizes.reduce(0) { $0 + $1 * ($1 - 1) }

    let arcCount = Double(simpleArcs(.outgoing).ends.count)
    let necessary = sizes.reduce(0) { $0 + $1 - 1 }

    let table = CommandTable(self, components, execution)
    let boundLimit = sizes.filter { $0 > 2 }.reduce(0) { $0 + ($1 - 1) * ($1 - 2) / 2 }
    return CommandStructure(
      connectedness: nodeCount > 1 ? joined / pairs : .nan,
      hierarchy: 1 - Double(table.mutual) / Double(table.related),
      efficiency: 1 - (arcCount - necessary) / (joined - necessary),
      leastUpperBoundedness: 1 - Double(table.withoutLeast) / boundLimit,
      snaUpperBoundedness: 1 - Double(table.withoutGreatest) / boundLimit)
  }
}

/// Counts of pairs by who reaches them.
private struct CommandTable: Sendable {
  /// Pairs of which one reaches the other, and those where that is mutual.
  private(set) var related = 0
  private(set) var mutual = 0
  /// Pairs of a component of three or more that have no bound of either kind.
  private(set) var withoutLeast = 0
  private(set) var withoutGreatest = 0

  private init() {}

  init(_ graph: Graph, _ components: Components, _ execution: Execution) {
    let count = graph.nodeCount
    let (labels, sizes) = (components.labels, components.sizes)
    func sets(_ direction: Direction) -> [NodeSet] {
      let arcs = graph.simpleArcs(direction)
      return execution.mapNodes(
        count, missing: NodeSet(capacity: count), makeScratch: {}
      ) { node, _ in NodeSet(reachedFrom: node, arcs) }
    }
    let (above, below) = (sets(.incoming), sets(.outgoing))
    let (aboveCounts, belowCounts) = (above.map(\.count), below.map(\.count))
    self = execution.reduceChunks(
      of: count, chunkSize: Execution.sourcesPerChunk, into: CommandTable(), makeScratch: {},
      work: { nodes, _ in
        var part = CommandTable()
        for first in nodes {
          for second in 0..<first where labels[first] == labels[second] {
            let down = below[first].contains(second)
            let up = below[second].contains(first)
            part.related += down || up ? 1 : 0
            part.mutual += down && up ? 1 : 0
            guard sizes[labels[first]] > 2 else { continue }
            let bounds = above[first].intersection(above[second])
            let boundCount = bounds.count
            // Who is above a bound is a bound; so the least one has all of them above it, and is
            // the one with the most.
            let least = bounds.nodes.reduce(0) { max($0, aboveCounts[$1]) }
            part.withoutLeast += boundCount == 0 || least < boundCount ? 1 : 0
            // One that reaches all bounds reaches whatever they do: none reaches more.
            let greatest = bounds.nodes.max { belowCounts[$0] < belowCounts[$1] }
            let reached = greatest.map { below[$0].intersection(bounds).count } ?? 0
            part.withoutGreatest += boundCount == 0 || reached < boundCount ? 1 : 0
          }
        }
        return part
      },
      merge: { total, part in
        total.related += part.related
        total.mutual += part.mutual
        total.withoutLeast += part.withoutLeast
        total.withoutGreatest += part.withoutGreatest
      })
  }
}

/// A set of nodes, a bit each.
private struct NodeSet: Sendable {
  private var words: [UInt64]

  init(capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

  /// The nodes that arcs lead to from one node, itself included.
  init(reachedFrom source: Int, _ arcs: Arcs) {
    self.init(capacity: arcs.nodeCount)
    var stack = [source]
    insert(source)
    while let node = stack.popLast() {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where !contains(Int(arcs.ends[arc])) {
        insert(Int(arcs.ends[arc]))
        stack.append(Int(arcs.ends[arc]))
      }
    }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ node: Int) -> Bool { words[node / 64] >> UInt64(node % 64) & 1 == 1 }

  mutating func insert(_ node: Int) { words[node / 64] |= 1 << UInt64(node % 64) }

  func intersection(_ other: NodeSet) -> NodeSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  /// The nodes, ascending.
  var nodes: [Int] {
    var nodes: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        nodes.append(64 * index + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return nodes
  }
}
