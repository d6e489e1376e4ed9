import GraphMeasures
import GraphStructure
import Testing

@Suite("Hubs and authorities")
struct HubsAndAuthoritiesTests {
  @Test("are the leading singular vectors, where these are defined", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    for values in EdgeValues.allCases {
      var matrix = oracle.values(byStrength: values == .strengths)
      if seed % 4 < 2, values == .ones { matrix = matrix.map { $0.map { min($0, 1) } } }
      let square = matrix.map { row in
        matrix.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } }
      }
      let leading = oracle.leadingEigenvalue(square)
      guard leading.multiplicity < 1.01, leading.value > 0.5 else {
        if leading.multiplicity > 1.99 || leading.value < 0.01 {
          #expect(throws: MeasureError.self) { try sample.graph.hits(values: values) }
        }
        continue
      }
      let result = try sample.graph.hits(values: values)
      let sigma = leading.value.squareRoot()
      expectClose(result.singularValue, sigma, 1e-6)
      #expect(result.hubs.max() == 1 && result.authorities.max() == 1)
      #expect((result.hubs + result.authorities).allSatisfy { $0 >= 0 })
      // Each is what the other brings, up to its scale.
      let nodes = sample.graph.nodes
      var hubs = nodes.map { node in
        nodes.reduce(0) { $0 + matrix[node][$1] * result.authorities[$1] }
      }
      var authorities = nodes.map { node in
        nodes.reduce(0) { $0 + matrix[$1][node] * result.hubs[$1] }
      }
      let (topHub, topAuthority) = (hubs.max() ?? 1, authorities.max() ?? 1)
      expectClose(topHub * topAuthority, leading.value, 1e-6)
      hubs = hubs.map { $0 / topHub }
      authorities = authorities.map { $0 / topAuthority }
      expectClose(result.hubs, hubs, 1e-8)
      expectClose(result.authorities, authorities, 1e-8)
    }
  }

  @Test("Star: the centre points, the leaves are pointed at")
  func star() throws {
    let star = KnownGraphs.star(5, isDirected: true)
    let result = try star.hits()
    expectClose(result.hubs, [1, 0, 0, 0, 0])
    expectClose(result.authorities, [0, 1, 1, 1, 1])
    expectClose(result.singularValue, 2)
    expectClose(try star.hits(scaling: .l2).authorities, [0, 0.5, 0.5, 0.5, 0.5])
  }

  @Test("Turning arcs round swaps the two", arguments: RandomGraph.seeds)
  func reversal(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed).graph
    guard let result = try? graph.hits() else {
      #expect(throws: MeasureError.self) { try graph.reversed.hits() }
      return
    }
    let reversed = try graph.reversed.hits()
    expectClose(result.hubs, reversed.authorities, 1e-7)
    expectClose(result.authorities, reversed.hubs, 1e-7)
  }

  @Test("In an undirected graph that is not bipartite both are eigenvector centrality")
  func undirected() throws {
    let result = try KnownGraphs.karate.hits()
    let eigenvector = try KnownGraphs.karate.eigenvectorCentrality()
    expectClose(result.hubs, eigenvector.scores)
    expectClose(result.authorities, eigenvector.scores)
    expectClose(result.singularValue, 6.725698, 1e-6)
  }

  @Test("Where several parts lead alike there is no answer")
  func undefined() throws {
    for graph in [
      KnownGraphs.graph(3, []), KnownGraphs.path(3, isDirected: true), KnownGraphs.star(4),
      KnownGraphs.cycle(3, isDirected: true),
    ] {
      #expect(throws: MeasureError.self) { try graph.hits() }
    }
    #expect(try KnownGraphs.graph(0, []).hits().hubs == [])
    #expect(try KnownGraphs.graph(1, [(0, 0)]).hits().hubs == [1])
    let negative = KnownGraphs.graph(3, [(0, 1), (1, 2)], isDirected: true, strengths: [1, -2])
    #expect(throws: MeasureError.negativeStrength(-2, source: 1, target: 2)) {
      try negative.hits(values: .strengths)
    }
  }
}
