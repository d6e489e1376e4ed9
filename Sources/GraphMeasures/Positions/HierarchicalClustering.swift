public import GraphStructure

/// How far two clusters are from each other, given the distances of their nodes.
public enum Linkage: String, Sendable, CaseIterable {
  /// The least distance between a node of the one and a node of the other.
  case single
  /// The greatest of these distances.
  case complete
  /// Their mean.
  case average
}

/// How clusters of nodes join, step by step, until one is left.
public struct Dendrogram: Sendable, Equatable {
  /// A step in which two clusters become one.
  public struct Merge: Sendable, Equatable {
    /// The smallest node of the cluster that holds the smaller one.
    public let first: Graph.Node
    /// The smallest node of the other cluster.
    public let second: Graph.Node
    /// How far the two clusters are from each other.
    public let height: Double
    /// The number of nodes of both together.
    public let size: Int
  }

  /// The number of nodes.
  public let nodeCount: Int

  /// The steps, lowest first: one fewer than nodes, or none without nodes.
  public let merges: [Merge]

  /// Returns the clusters when so many are left.
  ///
  /// - Parameter count: How many clusters, from 1 to ``nodeCount``.
  /// - Returns: The clusters as a partition of the nodes.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` where there are fewer nodes.
  /// - Complexity: O(*n*).
  public func partition(into count: Int) throws(MeasureError) -> Partition {
    guard count >= min(1, nodeCount), count <= nodeCount else {
      throw .parameterOutOfRange(
        name: "groups", value: Double(count), allowed: "from 1 to \(nodeCount)")
    }
    return partition(afterMerges: nodeCount - count)
  }

  /// Returns the clusters whose steps all lie at a height or below it.
  ///
  /// - Parameter height: The height.
  /// - Returns: The clusters as a partition of the nodes.
  /// - Complexity: O(*n*).
  public func partition(atHeight height: Double) -> Partition {
    partition(afterMerges: merges.prefix { $0.height <= height }.count)
  }

  private func partition(afterMerges count: Int) -> Partition {
    var forest = SmallestRoots(count: nodeCount)
    for merge in merges.prefix(count) { forest.join(merge.first, merge.second) }
    return Partition((0..<nodeCount).map { forest.root(of: $0) })
  }

  /// Puts steps, each given by any node of either cluster, into the order of their heights.
  init(nodeCount: Int, joining steps: [(first: Int, second: Int, height: Double)]) {
    self.nodeCount = nodeCount
    var forest = SmallestRoots(count: nodeCount)
    // The sort is stable, so a step at the height of another that it rests on stays behind it.
    merges = steps.sorted { $0.height < $1.height }.map { step in
      let roots = (forest.root(of: step.first), forest.root(of: step.second))
      forest.join(step.first, step.second)
      let first = min(roots.0, roots.1)
      return Merge(
        first: first, second: max(roots.0, roots.1), height: step.height, size: forest.sizes[first])
    }
  }
}

extension PairValues {
  /// Clusters nodes hierarchically: the two clusters nearest to each other join, again and again.
  ///
  /// The numbers of pairs are taken for distances. Where several pairs of clusters are equally near,
  /// the result may depend on which join first; it follows the numbers of the nodes, and so is the
  /// same every time.
  ///
  /// - Parameters:
  ///   - linkage: How far two clusters are from each other.
  ///   - execution: Progress and cancellation, after which steps are missing.
  /// - Returns: The steps in the order of their heights.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` where a distance is not
  ///   finite.
  /// - Complexity: O(*n*²) time and space: chains of nearest neighbors end in pairs that are nearest
  ///   to each other, and joining those at once changes nothing for others.
  /// - SeeAlso: F. Murtagh. A survey of recent advances in hierarchical clustering algorithms. The
  ///   Computer Journal 26, 1983; D. Müllner. Modern hierarchical, agglomerative clustering
  ///   algorithms. arXiv 1109.2378, 2011.
  public func clustered(
    by linkage: Linkage = .average, execution: Execution = .standard
  ) throws(MeasureError) -> Dendrogram {
    if let wrong = values.first(where: { !$0.isFinite }) {
      throw .parameterOutOfRange(name: "distance", value: wrong, allowed: "finite")
    }
    try Self.checkMemory(of: "Hierarchical clustering", nodeCount, execution)
    var chain = NeighborChain(self, linkage)
    while chain.steps.count < nodeCount - 1, !execution.isCancelled() {
      chain.join()
      execution.onProgress?(Double(chain.steps.count) / Double(nodeCount - 1))
    }
    return Dendrogram(nodeCount: nodeCount, joining: chain.steps)
  }
}

/// Clusters, each under its smallest living number, and a chain in which each is nearest to the one
/// before.
private struct NeighborChain {
  private(set) var steps: [(first: Int, second: Int, height: Double)] = []
  private let linkage: Linkage
  private var distances: [Double]
  private var sizes: [Int]
  private var living: [Int]
  private var chain: [Int] = []

  init(_ pairs: PairValues, _ linkage: Linkage) {
    self.linkage = linkage
    distances = pairs.values
    sizes = [Int](repeating: 1, count: pairs.nodeCount)
    living = Array(0..<pairs.nodeCount)
  }

  /// Follows the chain to its end and joins the two clusters there.
  mutating func join() {
    if chain.isEmpty { chain.append(living[0]) }
    while true {
      let last = chain[chain.count - 1]
      let previous = chain.count > 1 ? chain[chain.count - 2] : nil
      let (nearest, distance) = nearest(to: last, preferring: previous)
      guard nearest == previous else {
        chain.append(nearest)
        continue
      }
      chain.removeLast(2)
      merge(min(last, nearest), max(last, nearest), distance)
      return
    }
  }

  /// Returns the nearest living cluster; of equally near ones the preferred, then the smallest.
  private func nearest(to cluster: Int, preferring preferred: Int?) -> (Int, Double) {
    let distances = distances.span
    var best = preferred ?? -1
    var least = preferred.map { distances[PairValues.position(of: cluster, $0)] } ?? .infinity
    for other in living where other != cluster {
      let distance = distances[PairValues.position(of: cluster, other)]
      if distance < least { (best, least) = (other, distance) }
    }
    return (best, least)
  }

  private mutating func merge(_ kept: Int, _ gone: Int, _ height: Double) {
    steps.append((kept, gone, height))
    living.removeAll { $0 == gone }
    let (keptSize, goneSize) = (Double(sizes[kept]), Double(sizes[gone]))
    for other in living where other != kept {
      let position = PairValues.position(of: kept, other)
      let (near, far) = (distances[position], distances[PairValues.position(of: gone, other)])
      distances[position] =
        switch linkage {
        case .single: min(near, far)
        case .complete: max(near, far)
        case .average: (keptSize * near + goneSize * far) / (keptSize + goneSize)
        }
    }
    sizes[kept] += sizes[gone]
  }
}

/// Trees of nodes whose roots are their smallest nodes.
private struct SmallestRoots {
  private(set) var sizes: [Int]
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
    sizes = [Int](repeating: 1, count: count)
  }

  mutating func root(of node: Int) -> Int {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }

  mutating func join(_ first: Int, _ second: Int) {
    let roots = (root(of: first), root(of: second))
    guard roots.0 != roots.1 else { return }
    let (low, high) = (min(roots.0, roots.1), max(roots.0, roots.1))
    parents[high] = low
    sizes[low] += sizes[high]
  }
}
