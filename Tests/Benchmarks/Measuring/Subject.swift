internal import GraphMeasures
internal import GraphModels
internal import GraphStructure
internal import NetworkData
internal import NetworkFiles

/// What operations run on: a graph, how to run, and what several operations need alike.
final class Subject {
  /// The file.
  let path: String

  /// The number of threads.
  let execution: Execution

  /// The graph of the file; empty if it was not to be read.
  let graph: Graph

  /// The node with most edges, the first of them: where searches begin.
  let source: Graph.Node

  /// The file's name without folder and ending.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The edge list.
  ///   - execution: How operations are carried out.
  ///   - readsNow: Whether the graph is needed.
  /// - Throws: What is wrong with the file.
  init(path: String, execution: Execution, readsNow: Bool) throws {
    self.path = path
    self.execution = execution
    graph =
      readsNow
      ? try Self.read(path, execution) : try Graph(nodeCount: 0, sources: [], targets: [])
    var source = 0
    for node in graph.nodes
    where graph.outgoing.degree(of: node) > graph.outgoing.degree(of: source) {
      source = node
    }
    self.source = source
  }

  /// Reads the file once more.
  func reread() throws -> Graph { try Self.read(path, execution) }

  private static func read(_ path: String, _ execution: Execution) throws -> Graph {
    try NetworkFile.read(path, execution: execution).network
      .graph(direction: .undirected, execution: execution).graph
  }

  /// The graph with distances 1…10: that of *u* < *v* is 1 + (7919 *u* + 104729 *v*) mod 10, which
  /// every peer can compute for itself.
  lazy var graphWithDistances: Graph = {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var distances: [Double] = []
    for node in graph.nodes {
      for end in graph.successors(of: node) where node < end {
        sources.append(UInt32(node))
        targets.append(UInt32(end))
        distances.append(Double(1 + (7919 * node + 104_729 * end) % 10))
      }
    }
    do {
      return try Graph(
        nodeCount: graph.nodeCount, sources: sources, targets: targets, distances: distances)
    } catch {
      preconditionFailure("the edges of a graph make a graph: \(error)")
    }
  }()

  /// The graph with directions: an arc from the lesser node of each edge to the greater, and one back
  /// where 7919 *u* + 104729 *v* is divisible by 3 for *u* < *v*, which every peer can tell.
  lazy var graphWithDirections: Graph = {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for node in graph.nodes {
      for end in graph.successors(of: node) where node < end {
        sources.append(UInt32(node))
        targets.append(UInt32(end))
        guard (7919 * node + 104_729 * end) % 3 == 0 else { continue }
        sources.append(UInt32(end))
        targets.append(UInt32(node))
      }
    }
    do {
      return try Graph(
        nodeCount: graph.nodeCount, sources: sources, targets: targets, isDirected: true)
    } catch {
      preconditionFailure("the edges of a graph make a graph: \(error)")
    }
  }()

  /// The ties, and lengths between all pairs, each beside itself renumbered.
  lazy var matrices: (ties: (DyadMatrix, DyadMatrix), lengths: (DyadMatrix, DyadMatrix)) = {
    let (ties, lengths) = (DyadMatrix(graph), DyadMatrix.lengths(graph.nodeCount))
    return ((ties, ties.renumbered), (lengths, lengths.renumbered))
  }()

  /// Some nodes and how many steps each node is from them (−1: not reached), searched for by plain
  /// code of this program: what laws compare scores with.
  lazy var samples: [(node: Graph.Node, steps: [Int])] = {
    guard graph.nodeCount > 0 else { return [] }
    var generator = SplitMix64(seed: 1)
    let nodes = [source] + (0..<4).map { _ in generator.nextIndex(below: graph.nodeCount) }
    return nodes.map { ($0, graph.plainSteps(from: $0)) }
  }()
}
