import GraphStructure

/// The generator of Steele, Lea and Flood (2014): a seed gives the same numbers for ever.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// A random list of edges, from which both a graph and the oracles are built.
///
/// Even seeds give undirected, odd ones directed graphs; sizes, densities, self loops, parallel
/// edges and isolated nodes vary.
struct RandomGraph: Sendable {
  struct Edge: Sendable {
    var source: Int
    var target: Int
    /// A multiple of ¼, so that sums are exact.
    var strength: Double
    /// Tenths of a unit: whole for the oracle, rounded in the graph, so that equal lengths differ
    /// in their last bits.
    var tenths: Int
  }

  let nodeCount: Int
  let isDirected: Bool
  let edges: [Edge]
  let graph: Graph

  static let seeds = Array(UInt64(0)..<80)

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    nodeCount = Int.random(in: 1...11, using: &generator)
    isDirected = seed % 2 == 1
    let edgeCount = Int.random(in: 0...(3 * nodeCount), using: &generator)
    let allowsLoops = seed % 3 != 0
    var edges: [Edge] = []
    for _ in 0..<edgeCount {
      let edge = Edge(
        source: Int.random(in: 0..<nodeCount, using: &generator),
        target: Int.random(in: 0..<nodeCount, using: &generator),
        strength: Double(Int.random(in: 1...8, using: &generator)) / 4,
        tenths: Int.random(in: 1...4, using: &generator))
      if edge.source != edge.target || allowsLoops { edges.append(edge) }
    }
    self.edges = edges
    graph = KnownGraphs.graph(
      nodeCount, edges.map { ($0.source, $0.target) }, isDirected: isDirected,
      strengths: edges.map(\.strength), distances: edges.map { Double($0.tenths) * 0.1 },
      parallelEdges: seed % 4 < 2 ? .merge : .keep)
  }

  /// The same edges between nodes with other numbers.
  func relabeled(_ newNode: [Int]) -> Graph {
    KnownGraphs.graph(
      nodeCount, edges.map { (newNode[$0.source], newNode[$0.target]) }, isDirected: isDirected,
      strengths: edges.map(\.strength), distances: edges.map { Double($0.tenths) * 0.1 })
  }
}

/// A larger random graph, for work that is cut into many chunks.
func largeRandomGraph(seed: UInt64, isDirected: Bool) -> Graph {
  var generator = SplitMix64(seed: seed)
  let nodeCount = 300
  let edges = (0..<900).map { _ in
    (
      Int.random(in: 0..<nodeCount, using: &generator),
      Int.random(in: 0..<nodeCount, using: &generator)
    )
  }
  return KnownGraphs.graph(
    nodeCount, edges, isDirected: isDirected,
    strengths: edges.map { _ in Double.random(in: 0.1...3, using: &generator) },
    distances: edges.map { _ in Double.random(in: 0.1...3, using: &generator) })
}

extension RandomGraph {
  /// The same edges without their directions.
  init(undirecting sample: RandomGraph) {
    nodeCount = sample.nodeCount
    isDirected = false
    edges = sample.edges
    graph = sample.graph.undirected
  }
}
