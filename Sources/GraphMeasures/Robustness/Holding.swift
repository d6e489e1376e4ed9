internal import GraphStructure

/// How much each node of a graph can take away at most from what holds together, whichever few go.
///
/// A clique stays connected whoever of it goes. So does a set that holds together whichever *k* go,
/// when a node joins that has *k* + 1 neighbors in it: one of them is left. From a clique a core grows
/// in this way. All other nodes follow, those with most neighbors among the earlier ones first; one of
/// them is cut off from the core only if all those earlier neighbors, its supports, are cut off or gone.
/// If *l*(*v*) is 1 for a node that is gone or cut off and 0 for others, then
///
/// > *l*(*v*) ≤ [*v* is gone] + mean of *l*(*s*) over the supports *s* of *v*
///
/// and for a node of the core without the mean. Added up over all nodes this gives for each a weight,
/// and no set of *k* nodes cuts off more than its weights add up to.
struct Holding {
  /// The weight of each node: itself, and a share of those that it supports.
  private let weights: [Double]
  /// The nodes of the component of each node.
  private let sizes: [Int]
  /// The joined pairs of the graph.
  private let joined: Int
  /// The nodes of the only component with more than one; nil where there are several.
  private let onlySize: Int?

  /// Finds the weights.
  ///
  /// - Parameters:
  ///   - graph: An undirected graph.
  ///   - count: How many nodes are to go.
  /// - Complexity: O(*n* log *n* + *m*).
  init(_ graph: Graph, removing count: Int) {
    let components = graph.components()
    sizes = components.labels.map { components.sizes[$0] }
    joined = components.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let joining = components.sizes.filter { $0 > 1 }
    onlySize = joining.count == 1 ? joining[0] : nil
    var growth = CoreGrowth(graph, removing: count)
    weights = growth.weights(parts: components.count, labels: components.labels)
  }

  /// Returns the pairs that a node can part at most, beside whichever others go.
  func pairs(partedBy node: Int) -> Double {
    let size = Double(sizes[node])
    return min(weights[node] * (size - 1), size * (size - 1) / 2)
  }

  /// Whether a node may part more pairs than another.
  func isStronger(_ node: Int, _ other: Int) -> Bool {
    let (own, its) = (pairs(partedBy: node), pairs(partedBy: other))
    guard own == its else { return own > its }
    return weights[node] == weights[other] ? node < other : weights[node] > weights[other]
  }

  /// Returns a number of pairs that stay joined whichever set of some nodes goes.
  ///
  /// - Parameter nodes: As many nodes as the set has, none of the others stronger.
  /// - Returns: The number.
  func leastPairs(without nodes: some Sequence<Int>) -> Int {
    let parted: Double
    if let onlySize {
      // Of so many that stay with the core all pairs are joined.
      let size = Double(onlySize)
      let left = max(0, size - nodes.reduce(0) { sizes[$1] > 1 ? $0 + weights[$1] : $0 })
      parted = size * (size - 1) / 2 - max(0, left * (left - 1) / 2)
    } else {
      parted = nodes.reduce(0) { $0 + pairs(partedBy: $1) }
    }
    // Weights are sums of fractions; what rounding adds must not count as a pair.
    return max(0, Int((Double(joined) - parted - 1e-6 * Double(max(1, joined))).rounded(.up)))
  }
}

/// Grows a core in each component, and orders all other nodes behind it.
private struct CoreGrowth {
  private let arcs: Arcs
  private let coreness: [Int]
  private let count: Int
  private var isCore: [Bool]
  /// When each node outside the cores was added; −1 for those in them, and before.
  private var place: [Int]
  private var order: [Int] = []
  /// How many neighbors each node has among those added.
  private var support: [Int]

  init(_ graph: Graph, removing count: Int) {
    arcs = graph.simpleArcs(.outgoing)
    coreness = graph.coreness()
    self.count = count
    isCore = [Bool](repeating: false, count: arcs.nodeCount)
    place = [Int](repeating: -1, count: arcs.nodeCount)
    support = [Int](repeating: 0, count: arcs.nodeCount)
  }

  mutating func weights(parts: Int, labels: [Int]) -> [Double] {
    var seeds = [Int](repeating: -1, count: parts)
    for node in 0..<arcs.nodeCount {
      let part = labels[node]
      if seeds[part] < 0 || isBetter(node, seeds[part]) { seeds[part] = node }
    }
    for seed in seeds { grow(from: seed) }
    addOthers()
    var weights = [Double](repeating: 1, count: arcs.nodeCount)
    for node in order.reversed() {
      let share = weights[node] / Double(support[node])
      for end in arcs.row(of: node) where isCore[Int(end)] || place[Int(end)] < place[node] {
        weights[Int(end)] += share
      }
    }
    return weights
  }

  /// Whether a node is the likelier to be in a clique.
  private func isBetter(_ node: Int, _ other: Int) -> Bool {
    coreness[node] != coreness[other]
      ? coreness[node] > coreness[other] : arcs.degree(of: node) > arcs.degree(of: other)
  }

  /// Grows a core from a clique around a node, one neighbor after the other that has enough in it.
  private mutating func grow(from seed: Int) {
    var clique = [seed]
    let neighbors = arcs.row(of: seed).map { Int($0) }.sorted {
      isBetter($0, $1) || !isBetter($1, $0) && $0 < $1
    }
    for node in neighbors where clique.count < count + 1 {
      if clique.allSatisfy({ isTied(node, $0) }) { clique.append(node) }
    }
    var queue = clique
    for node in clique { isCore[node] = true }
    while let node = queue.popLast() {
      for end in arcs.row(of: node) where !isCore[Int(end)] {
        support[Int(end)] += 1
        guard support[Int(end)] > count else { continue }
        isCore[Int(end)] = true
        queue.append(Int(end))
      }
    }
  }

  private func isTied(_ node: Int, _ other: Int) -> Bool {
    node == other || arcs.ends[arcs.position(from: node, to: other)] == UInt32(other)
  }

  /// Adds all other nodes, those with most neighbors among the earlier ones first.
  private mutating func addOthers() {
    // A node may wait under several numbers of neighbors; only the present one counts.
    var waiting: [[Int]] = []
    func wait(_ node: Int, _ support: Int) {
      while waiting.count <= support { waiting.append([]) }
      waiting[support].append(node)
    }
    for node in 0..<arcs.nodeCount where !isCore[node] && support[node] > 0 {
      wait(node, support[node])
    }
    while !waiting.isEmpty {
      guard let node = waiting[waiting.count - 1].popLast() else {
        waiting.removeLast()
        continue
      }
      guard place[node] < 0, support[node] == waiting.count - 1 else { continue }
      place[node] = order.count
      order.append(node)
      for end in arcs.row(of: node) where !isCore[Int(end)] && place[Int(end)] < 0 {
        support[Int(end)] += 1
        wait(Int(end), support[Int(end)])
      }
    }
  }
}
