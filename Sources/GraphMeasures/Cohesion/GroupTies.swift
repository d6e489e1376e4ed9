public import GraphStructure

/// How many ties there are within groups of nodes, and between them: how closed the groups are.
///
/// Nodes without a group, and ties of theirs, do not count. Ties count 1, self loops and parallel
/// edges are left out. In a directed graph an arc is a tie, and there are twice as many pairs.
public struct GroupTies: Sendable, Equatable {
  /// The number of nodes of each group.
  public let sizes: [Int]

  /// For each group the number of ties between its nodes.
  public let inner: [Int]

  /// For each group the number of ties between its nodes and those of other groups.
  public let outer: [Int]

  /// The number of nodes of all groups.
  private let total: Int

  private let isDirected: Bool

  /// Counts ties.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - groups: For each node its group, a number from 0; nil where it has none.
  ///   - count: The number of groups.
  /// - Complexity: O(*n* + *m*).
  public init(in graph: Graph, groups: [Int?], count: Int) {
    precondition(groups.count == graph.nodeCount, "a group or nil for each node")
    var sizes = [Int](repeating: 0, count: count)
    var inner = sizes
    var outer = sizes
    for node in graph.nodes {
      guard let group = groups[node] else { continue }
      sizes[group] += 1
      var last = -1
      for arc in graph.outgoing.arcs(of: node) {
        let end = Int(graph.outgoing.ends[arc])
        defer { last = end }
        guard end != last, graph.isDirected ? end != node : end > node, let other = groups[end]
        else { continue }
        if other == group {
          inner[group] += 1
        } else {
          outer[group] += 1
          outer[other] += 1
        }
      }
    }
    (self.sizes, self.inner, self.outer) = (sizes, inner, outer)
    total = sizes.reduce(0, +)
    isDirected = graph.isDirected
  }

  /// The number of ties within groups.
  public var innerCount: Int { inner.reduce(0, +) }

  /// The number of ties between groups.
  public var outerCount: Int { outer.reduce(0, +) / 2 }

  /// The E-I index of all groups.
  ///
  /// > (*E* − *I*) / (*E* + *I*)
  ///
  /// with *E* ties between groups and *I* within: −1 where all ties stay within, 1 where none does;
  /// NaN without ties.
  ///
  /// - SeeAlso: D. Krackhardt, R. N. Stern. Informal networks and organizational crises: an
  ///   experimental simulation. Social Psychology Quarterly 51, 1988.
  public var eiIndex: Double { Self.eiIndex(inner: innerCount, outer: outerCount) }

  /// Returns the E-I index of one group: of the ties that touch its nodes.
  ///
  /// - Parameter group: A group.
  /// - Returns: −1…1; NaN where no tie touches the group.
  public func eiIndex(of group: Int) -> Double {
    Self.eiIndex(inner: inner[group], outer: outer[group])
  }

  /// The share of pairs within groups that are tied; NaN where no group has two nodes.
  public var innerDensity: Double { Self.ratio(innerCount, innerPairs) }

  /// The share of pairs across groups that are tied; NaN with less than two groups.
  public var outerDensity: Double { Self.ratio(outerCount, outerPairs) }

  /// Returns the share of pairs of nodes of one group that are tied.
  ///
  /// - Parameter group: A group.
  /// - Returns: 0…1; NaN for a group of one node.
  public func innerDensity(of group: Int) -> Double { Self.ratio(inner[group], innerPairs(group)) }

  /// Returns the share of pairs of a node of one group and a node of another that are tied.
  ///
  /// - Parameter group: A group.
  /// - Returns: 0…1; NaN where it is the only group.
  public func outerDensity(of group: Int) -> Double { Self.ratio(outer[group], outerPairs(group)) }

  /// The wall index of all groups.
  ///
  /// > 1 − density between groups / density within
  ///
  /// 1 where no tie leads from group to group, 0 where pairs across are tied as often as pairs
  /// within, below 0 where more often. NaN where either density is not defined, or none is tied
  /// within.
  public var wallIndex: Double { Self.wallIndex(inner: innerDensity, outer: outerDensity) }

  /// Returns the wall index of one group.
  ///
  /// - Parameter group: A group.
  /// - Returns: 1 − its density outwards / its density within; NaN as for all groups.
  public func wallIndex(of group: Int) -> Double {
    Self.wallIndex(inner: innerDensity(of: group), outer: outerDensity(of: group))
  }

  private func innerPairs(_ group: Int) -> Int {
    sizes[group] * (sizes[group] - 1) / (isDirected ? 1 : 2)
  }

  private func outerPairs(_ group: Int) -> Int {
    sizes[group] * (total - sizes[group]) * (isDirected ? 2 : 1)
  }

  private var innerPairs: Int { sizes.indices.reduce(0) { $0 + innerPairs($1) } }

  private var outerPairs: Int { sizes.indices.reduce(0) { $0 + outerPairs($1) } / 2 }

  private static func ratio(_ count: Int, _ of: Int) -> Double {
    of == 0 ? .nan : Double(count) / Double(of)
  }

  private static func eiIndex(inner: Int, outer: Int) -> Double {
    ratio(outer - inner, outer + inner)
  }

  private static func wallIndex(inner: Double, outer: Double) -> Double {
    inner > 0 ? 1 - outer / inner : .nan
  }
}
