public import GraphStructure

/// How near every node is to the nodes it can reach, and how many those are.
///
/// In a disconnected graph one number alone misleads, so the two belong together.
public struct Closeness: Sendable, Equatable {
  /// The closeness of every node.
  public let scores: [Double]

  /// How many other nodes each node can reach.
  public let reachedCounts: [Int]
}

extension Graph {
  /// Returns the closeness of every node, counting steps.
  ///
  /// > raw: *C*(*u*) = 1 / Σ *d*(*u*, *v*)
  /// > scaled: *C*(*u*) = *r* / (*n* − 1) · *r* / Σ *d*(*u*, *v*)
  ///
  /// where *v* runs over the *r* other nodes that *u* can reach. The scaled form is that of
  /// Wasserman and Faust: in a connected graph it is (*n* − 1) / Σ *d*, elsewhere it shrinks with
  /// the share of nodes that *u* reaches. A node that reaches no other scores 0.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` measures from *u*, `.incoming` towards *u* (the default of
  ///     networkx).
  ///   - scaling: As above; `.l2` scales the raw scores to unit length.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, and the number *r* of every node.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  /// - SeeAlso: S. Wasserman, K. Faust. Social network analysis, 1994, page 201; L. C. Freeman.
  ///   Centrality in social networks. Social Networks 1, 1979.
  public func closeness(
    direction: Direction = .outgoing, scaling: Scaling = .scaled, execution: Execution = .standard
  ) -> Closeness {
    closeness(Sweep(steps: OrderedArcs(self, direction), execution: execution), scaling: scaling)
  }

  /// Returns the closeness of every node, by steps or by distances.
  ///
  /// - Parameters:
  ///   - lengths: `.steps` counts arcs, `.distances` adds their distances, which must be above 0.
  ///   - direction: `.outgoing` measures from a node, `.incoming` towards it.
  ///   - scaling: As in ``closeness(direction:scaling:execution:)``. Scores by distances can pass 1
  ///     where distances are below 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, and how many nodes each node reaches.
  /// - Throws: ``MeasureError/noDistances`` or ``MeasureError/distanceNotPositive(_:source:target:)``
  ///   where lengths are `.distances` and the graph cannot give them.
  /// - Complexity: O(*n* (*n* + *m*) log *n*) by distances.
  public func closeness(
    lengths: Lengths, direction: Direction = .outgoing, scaling: Scaling = .scaled,
    execution: Execution = .standard
  ) throws(MeasureError) -> Closeness {
    guard lengths == .distances else {
      return closeness(direction: direction, scaling: scaling, execution: execution)
    }
    let arcs = try lengthArcs(direction)
    return closeness(Sweep(lengths: arcs, execution: execution), scaling: scaling)
  }

  private func closeness(_ sweep: Sweep, scaling: Scaling) -> Closeness {
    var scores = sweep.nodes.map { node in
      guard node.reachedCount > 0 else { return 0.0 }
      let reached = Double(node.reachedCount)
      return scaling == .scaled
        ? reached / Double(nodeCount - 1) * (reached / node.sumOfDistances)
        : 1 / node.sumOfDistances
    }
    if scaling == .l2 { scores.scaleToUnitLength() }
    return Closeness(scores: scores, reachedCounts: sweep.nodes.map(\.reachedCount))
  }

  /// Returns the harmonic closeness of every node, counting steps.
  ///
  /// > *H*(*u*) = Σ 1 / *d*(*u*, *v*) over all nodes *v* ≠ *u*
  ///
  /// A node that *u* cannot reach adds 0, so the measure is defined on disconnected graphs. An
  /// isolated node scores 0.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` measures from *u*, `.incoming` towards *u* (the default of
  ///     networkx).
  ///   - scaling: `.scaled` divides by *n* − 1, so that a node tied to all others scores 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  /// - SeeAlso: P. Boldi, S. Vigna. Axioms for centrality. Internet Mathematics 10, 2014.
  public func harmonicCloseness(
    direction: Direction = .outgoing, scaling: Scaling = .scaled, execution: Execution = .standard
  ) -> [Double] {
    harmonicCloseness(
      Sweep(steps: OrderedArcs(self, direction), execution: execution), scaling: scaling)
  }

  /// Returns the harmonic closeness of every node, by steps or by distances.
  ///
  /// - Parameters:
  ///   - lengths: `.steps` counts arcs, `.distances` adds their distances, which must be above 0.
  ///   - direction: `.outgoing` measures from a node, `.incoming` towards it.
  ///   - scaling: `.scaled` divides by *n* − 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node.
  /// - Throws: ``MeasureError/noDistances`` or ``MeasureError/distanceNotPositive(_:source:target:)``
  ///   where lengths are `.distances` and the graph cannot give them.
  /// - Complexity: O(*n* (*n* + *m*) log *n*) by distances.
  public func harmonicCloseness(
    lengths: Lengths, direction: Direction = .outgoing, scaling: Scaling = .scaled,
    execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard lengths == .distances else {
      return harmonicCloseness(direction: direction, scaling: scaling, execution: execution)
    }
    let arcs = try lengthArcs(direction)
    return harmonicCloseness(Sweep(lengths: arcs, execution: execution), scaling: scaling)
  }

  private func harmonicCloseness(_ sweep: Sweep, scaling: Scaling) -> [Double] {
    var scores = sweep.nodes.map(\.sumOfReciprocals)
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: Double(nodeCount - 1))
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }
}

/// The distances of every node, summed up.
struct Sweep: Sendable {
  /// What one search finds.
  struct Sums: Sendable {
    var reachedCount = 0
    var sumOfDistances = 0.0
    var sumOfReciprocals = 0.0
  }

  let nodes: [Sums]

  /// Searches from every node, counting steps.
  ///
  /// All sums are of whole numbers, so they do not depend on how sources are batched or shared out.
  init(steps arcs: OrderedArcs, execution: Execution) {
    let groups = arcs.batchGroups()
    let sums = arcs.sweep(
      groups, execution: execution,
      into: [WholeSums](repeating: WholeSums(), count: arcs.nodeCount),
      makePart: { [BatchSums](repeating: BatchSums(), count: $0) },
      add: { part, first, steps, places, counts in
        var part = part.mutableSpan
        let reciprocal = HarmonicSum.reciprocal(steps)
        let steps = UInt64(steps)
        for index in places.indices {
          let place = first + Int(places[index])
          let count = UInt64(counts[index])
          part[place].reached += count
          part[place].distances += count * steps
          part[place].reciprocals += count * reciprocal
        }
      },
      merge: { total, group, part in
        let first = groups[group].places.lowerBound
        for index in part.indices { total[first + index].add(part[index]) }
      })
    var nodes = [Sums](repeating: Sums(), count: arcs.nodeCount)
    for (place, node) in arcs.nodes.enumerated() {
      nodes[Int(node)] = Sums(
        reachedCount: Int(sums[place].reached),
        sumOfDistances: Double(sums[place].distances),
        sumOfReciprocals: HarmonicSum.value(sums[place].reciprocals))
    }
    self.nodes = nodes
  }

  /// What a place sees of one batch.
  private struct BatchSums: Sendable {
    var reached: UInt64 = 0
    var distances: UInt64 = 0
    var reciprocals: UInt64 = 0
  }

  /// What a place sees of all batches.
  private struct WholeSums: Sendable {
    var reached: UInt64 = 0
    var distances: UInt64 = 0
    var reciprocals: UInt128 = 0

    mutating func add(_ batch: BatchSums) {
      reached += batch.reached
      distances += batch.distances
      reciprocals += UInt128(batch.reciprocals)
    }
  }

  /// Searches from every node, adding the lengths of arcs.
  init(lengths arcs: Arcs, execution: Execution) {
    guard let lengths = arcs.values else { preconditionFailure("the arcs have no lengths") }
    if let unit = CommonUnit(of: lengths, longestPath: arcs.nodeCount) {
      nodes = Self.sums(arcs, unit.multiples, execution) { Double($0) * unit.length }
    } else {
      nodes = Self.sums(arcs, lengths, execution) { $0 }
    }
  }

  private static func sums<Length: PathLength>(
    _ arcs: Arcs, _ lengths: [Length], _ execution: Execution,
    number: @Sendable (Length) -> Double
  ) -> [Sums] {
    execution.mapNodes(
      arcs.nodeCount, missing: Sums(), makeScratch: { ShortestPathSearch(arcs, lengths: lengths) }
    ) { source, search in
      search.run(from: source)
      var sums = Sums()
      for node in search.order.dropFirst() {
        let distance = number(search.distance[Int(node)])
        sums.reachedCount += 1
        sums.sumOfDistances += distance
        sums.sumOfReciprocals += 1 / distance
      }
      return sums
    }
  }
}

/// Sums of reciprocals of steps as whole numbers, which do not depend on the order of adding.
///
/// A reciprocal counts as the nearest multiple of 2⁻⁵⁴: what is *k* steps away is rounded by at most
/// a share of *k* · 2⁻⁵⁵.
enum HarmonicSum {
  /// The number 1: 512 of it fit 64 bits.
  private static let one: UInt64 = 1 << 54

  /// What a node so many steps away adds, 1 or more.
  static func reciprocal(_ steps: Int) -> UInt64 {
    let steps = UInt64(steps)
    return (one + steps / 2) / steps
  }

  /// What so many nodes so many steps away add.
  static func of(_ count: Int, at steps: Int) -> UInt128 {
    UInt128(count) * UInt128(reciprocal(steps))
  }

  /// The sum as a number.
  static func value(_ sum: UInt128) -> Double { Double(sum) / Double(one) }
}
