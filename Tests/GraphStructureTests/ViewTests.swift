import GraphStructure
import Testing

@Suite("Subgraphs, reversed and undirected views")
struct ViewTests {
  @Test("A subgraph renumbers in the order given and keeps values and loops")
  func subgraph() throws {
    let graph = try Graph(
      nodeCount: 5, edges: [(0, 1), (1, 4), (4, 4), (4, 2), (2, 3)], strengths: [1, 2, 3, 4, 5],
      distances: [10, 20, 30, 40, 50])
    let part = graph.subgraph(of: [4, 2, 1])
    #expect(part.nodeCount == 3)
    #expect(part.edgeCount == 3)
    #expect(part.selfLoopCount == 1)
    // 4 → 0, 2 → 1, 1 → 2: the loop, then 0–1 (4) and 0–2 (2).
    #expect(part.successors(of: 0) == [0, 1, 2])
    #expect(part.outgoing.strengths == [3, 4, 2, 4, 2])
    #expect(part.outgoing.distances == [30, 40, 20, 40, 20])
    #expect(graph.subgraph(of: Array(graph.nodes)) == graph)
    #expect(graph.subgraph(of: []).nodeCount == 0)
  }

  @Test("A directed subgraph keeps directions and parallel arcs")
  func directedSubgraph() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [(0, 1), (0, 1), (1, 0), (2, 0), (3, 3)], isDirected: true,
      parallelEdges: .keep)
    let part = graph.subgraph(of: [2, 1, 0])
    #expect(part.isDirected)
    #expect(part.successors(of: 2) == [1, 1])
    #expect(part.predecessors(of: 2) == [0, 1])
    #expect(part.edgeCount == 4)
  }

  @Test("Reversing turns arcs round, twice gives the graph back")
  func reversed() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [(0, 1), (0, 2), (2, 1)], strengths: [1, 2, 3], isDirected: true)
    let reversed = graph.reversed
    #expect(reversed.successors(of: 1) == [0, 2])
    #expect(reversed.successors(of: 0) == [])
    #expect(reversed.outgoing == graph.incoming)
    #expect(reversed.incoming == graph.outgoing)
    #expect(reversed.reversed == graph)
    let undirected = try Graph(nodeCount: 2, edges: [(0, 1)])
    #expect(undirected.reversed == undirected)
  }

  @Test("Undirected, strengths both ways are added and the least distance is kept")
  func undirected() throws {
    let graph = try Graph(
      nodeCount: 3, edges: [(0, 1), (1, 0), (2, 1), (2, 2)], strengths: [1, 2, 4, 8],
      distances: [6, 5, 7, 9], isDirected: true)
    let undirected = graph.undirected
    #expect(!undirected.isDirected)
    #expect(undirected.edgeCount == 3)
    #expect(undirected.mergedEdgeCount == 1)
    #expect(undirected.selfLoopCount == 1)
    #expect(undirected.outgoing.ends == [1, 0, 2, 1, 2])
    #expect(undirected.outgoing.strengths == [3, 3, 4, 4, 8])
    #expect(undirected.outgoing.distances == [5, 5, 7, 7, 9])
    #expect(undirected.undirected == undirected)
  }
}
