internal import GraphStructure

extension Graph {
  /// Returns the graph that communities are searched for in, under modularity or under the constant
  /// Potts model in an undirected graph, where a node has one mass.
  func communityGraph(
    _ quality: PartitionQuality, _ resolution: Double, _ values: EdgeValues
  ) -> CommunityGraph<Double> {
    let arcs = tieArcs(values)
    switch quality {
    case .constantPotts:
      // In a directed graph each of two nodes may be tied to the other.
      return CommunityGraph(
        arcs: arcs, masses: [Double](repeating: 1, count: nodeCount),
        scale: isDirected ? 2 * resolution : resolution)
    case .modularity:
      let masses = arcSums(outgoing, values, loopFactor: 2)
      let all = masses.reduce(0, +)
      return CommunityGraph(
        arcs: arcs, masses: masses, scale: all > 0 ? resolution / all : 0)
    }
  }

  /// Returns the same under modularity in a directed graph, where a node has two masses.
  func directedModularityGraph(
    _ resolution: Double, _ values: EdgeValues
  ) -> CommunityGraph<TwoWayMass> {
    let leaving = arcSums(outgoing, values, loopFactor: 1)
    let entering = arcSums(incoming, values, loopFactor: 1)
    let all = leaving.reduce(0, +)
    return CommunityGraph(
      arcs: tieArcs(values),
      masses: nodes.map { TwoWayMass(leaving: leaving[$0], entering: entering[$0]) },
      scale: all > 0 ? resolution / all : 0)
  }

  /// Returns what the arcs in each row count together.
  private func arcSums(_ rows: Rows, _ values: EdgeValues, loopFactor: Double) -> [Double] {
    let strengths = values == .strengths ? rows.strengths : nil
    if strengths == nil, selfLoopCount == 0 { return nodes.map { Double(rows.degree(of: $0)) } }
    return nodes.map { node in
      rows.arcs(of: node).reduce(0) { sum, arc in
        let factor = Int(rows.ends[arc]) == node ? loopFactor : 1
        return sum + factor * (strengths.map { $0[arc] } ?? 1)
      }
    }
  }

  /// Returns the arcs of each node either way, without self loops.
  private func tieArcs(_ values: EdgeValues) -> Arcs {
    let sides = isDirected ? [outgoing, incoming] : [outgoing]
    let isStrong = values == .strengths && hasStrengths
    if !isDirected, selfLoopCount == 0 {
      return Arcs(outgoing, values: isStrong ? outgoing.strengths : nil)
    }
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var ends: [UInt32] = []
    var columns: [Double] = []
    for node in nodes {
      for side in sides {
        for arc in side.arcs(of: node) where Int(side.ends[arc]) != node {
          ends.append(side.ends[arc])
          if isStrong, let strengths = side.strengths { columns.append(strengths[arc]) }
        }
      }
      offsets.append(ends.count)
    }
    return Arcs(offsets: offsets, ends: ends, values: isStrong ? columns : nil)
  }
}

/// The outcome of rounds of moving nodes, on a graph and on ever smaller ones made of it.
struct CommunitySearch {
  /// The community of each node, numbered by smallest nodes.
  private(set) var labels: [UInt32]
  /// How many rounds were run.
  private(set) var iterations = 0
  /// The number of graphs that the last round has gone through.
  private(set) var levels = 0
  /// Whether the last round has moved nothing.
  private(set) var isStable = false

  /// Searches from every node alone.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - seed: Where the order of nodes comes from.
  ///   - refines: Whether communities are refined before nodes are made of them.
  ///   - iterationLimit: How many rounds at most.
  ///   - execution: Progress and cancellation.
  init<Mass: NodeMass>(
    _ graph: CommunityGraph<Mass>, seed: UInt64, refining refines: Bool, iterationLimit: Int,
    _ execution: Execution
  ) {
    labels = (0..<graph.nodeCount).map { UInt32(truncatingIfNeeded: $0) }
    let scratch = CommunityScratch<Mass>(
      nodeCount: graph.nodeCount, arcCount: graph.arcs.ends.count)
    var random = RandomBits(seed: seed)
    var firstStep: CommunityStep<Mass>?
    while iterations < iterationLimit, !isStable, !execution.isCancelled() {
      isStable = !improve(graph, &firstStep, refines, scratch, &random, execution)
      iterations += 1
      execution.onProgress?(isStable ? 1 : Double(iterations) / Double(iterationLimit))
    }
  }

  /// Goes through one round, from the communities that there are.
  ///
  /// Where no node of the graph itself has moved since the round before, its sets still divide the
  /// communities, and serve once more.
  ///
  /// - Returns: Whether any node has moved.
  private mutating func improve<Mass: NodeMass>(
    _ graph: CommunityGraph<Mass>, _ firstStep: inout CommunityStep<Mass>?, _ refines: Bool,
    _ scratch: CommunityScratch<Mass>, _ random: inout RandomBits, _ execution: Execution
  ) -> Bool {
    var level = graph
    var communities = labels
    var steps: [CommunityStep<Mass>] = []
    var hasMoved = false
    while true {
      if level.moveNodes(&communities, scratch, &random, execution) { hasMoved = true }
      let count = Partition.number(&communities)
      if count == level.nodeCount || execution.isCancelled() { break }
      if steps.isEmpty, !hasMoved, let firstStep {
        steps.append(firstStep)
      } else {
        steps.append(
          level.step(from: &communities, count: count, refining: refines, scratch, &random))
        if steps.count == 1 { firstStep = steps[0] }
      }
      let sets = steps[steps.count - 1].sets
      level = steps[steps.count - 1].graph
      var communityOfSet = [UInt32](repeating: 0, count: level.nodeCount)
      for node in sets.indices { communityOfSet[Int(sets[node])] = communities[node] }
      communities = communityOfSet
    }
    levels = steps.count + 1
    for step in steps.reversed() { communities = step.sets.map { communities[Int($0)] } }
    labels = communities
    _ = Partition.number(&labels)
    return hasMoved
  }
}

/// The way from one graph to a smaller one.
private struct CommunityStep<Mass: NodeMass> {
  /// For each node the node of the smaller graph that it goes into.
  let sets: [UInt32]
  /// The smaller graph.
  let graph: CommunityGraph<Mass>
}

extension CommunityGraph {
  /// Makes nodes of communities, or of the sets that these are cut into.
  fileprivate func step(
    from communities: inout [UInt32], count: Int, refining refines: Bool,
    _ scratch: CommunityScratch<Mass>, _ random: inout RandomBits
  ) -> CommunityStep<Mass> {
    var sets = communities
    var setCount = count
    if refines {
      sets = refined(communities, scratch, &random)
      setCount = Partition.number(&sets)
      if setCount == nodeCount {
        // Nothing is well connected. The communities themselves go on, but for those that have
        // fallen apart: parting what no tie holds together costs nothing.
        sets = connectedParts(of: communities)
        setCount = Partition.number(&sets)
        communities = sets
      }
    }
    return CommunityStep(
      sets: sets, graph: aggregated(by: sets, setCount: setCount, scratch))
  }
}
