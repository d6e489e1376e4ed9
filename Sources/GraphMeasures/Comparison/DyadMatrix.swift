public import GraphStructure

/// A number for every ordered pair of nodes: a network as a table of rows and columns.
///
/// What stands between a node and itself does not count and is kept as 0.
public struct DyadMatrix: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int

  /// The numbers, row by row.
  public let values: [Double]

  /// Whether the number is the same both ways between any two nodes.
  public let isSymmetric: Bool

  /// Creates a matrix.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - values: The numbers, row by row: `nodeCount` · `nodeCount` of them.
  /// - Throws: ``ComparisonError/notFinite(_:source:target:)`` where a number between two nodes is
  ///   not finite.
  /// - Complexity: O(*n*²).
  public init(nodeCount: Int, values: [Double]) throws(ComparisonError) {
    precondition(values.count == nodeCount * nodeCount, "a number for each pair of nodes")
    self.nodeCount = nodeCount
    var values = values
    var isSymmetric = true
    for row in 0..<nodeCount {
      values[row * nodeCount + row] = 0
      for column in 0..<nodeCount where column != row {
        let value = values[row * nodeCount + column]
        guard value.isFinite else { throw .notFinite(value, source: row, target: column) }
        isSymmetric = isSymmetric && value == values[column * nodeCount + row]
      }
    }
    self.values = values
    self.isSymmetric = isSymmetric
  }

  /// The ties of a graph as a matrix: 0 where there is none.
  ///
  /// Self loops are left out; strengths of parallel edges are added.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - edgeValues: What a tie counts: 1, or its strength.
  /// - Complexity: O(*n*² + *m*).
  public init(_ graph: Graph, _ edgeValues: EdgeValues = .ones) {
    nodeCount = graph.nodeCount
    var values = [Double](repeating: 0, count: nodeCount * nodeCount)
    let rows = graph.outgoing
    let arcs = Arcs(
      simple: rows, values: edgeValues == .strengths ? rows.strengths : nil, combining: +)
    for node in 0..<nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        values[node * nodeCount + Int(arcs.ends[arc])] = arcs.values?[arc] ?? 1
      }
    }
    self.values = values
    isSymmetric = !graph.isDirected || graph.isMutual(values)
  }

  /// The number from one node to another.
  public subscript(source: Graph.Node, target: Graph.Node) -> Double {
    values[source * nodeCount + target]
  }

  /// A matrix made in here, known to be sound.
  init(nodeCount: Int, sound values: [Double], isSymmetric: Bool) {
    self.nodeCount = nodeCount
    self.values = values
    self.isSymmetric = isSymmetric
  }
}

extension Graph {
  /// Whether a matrix of so many nodes is its own transpose.
  fileprivate func isMutual(_ values: [Double]) -> Bool {
    nodes.allSatisfy { row in
      (0..<row).allSatisfy { values[row * nodeCount + $0] == values[$0 * nodeCount + row] }
    }
  }
}
