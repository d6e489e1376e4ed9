import Foundation
import GraphMeasures
import GraphStructure
import Testing

@Suite("Eigenvector centrality")
struct EigenvectorTests {
  @Test("Karate club: 6.725698 (numpy)")
  func karate() throws {
    let result = try KnownGraphs.karate.eigenvectorCentrality()
    expectClose(result.eigenvalue, 6.725698, 0.5e-6)
    expectClose(result.scores.max() ?? 0, 1)
  }

  /// The oracle checks the equation, the eigenvalue by traces of matrix powers, and where the
  /// measure refuses, that the eigenvalue does occur more than once.
  @Test("solves its equation, or refuses for cause", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    for values in EdgeValues.allCases {
      var matrix = oracle.values(byStrength: values == .strengths)
      if values == .ones, seed % 4 < 2 { matrix = matrix.map { $0.map { min($0, 1) } } }
      let expected = oracle.leadingEigenvalue(matrix)
      let isSimple = expected.multiplicity < 1.5
      do {
        let result = try sample.graph.eigenvectorCentrality(values: values)
        #expect(isSimple, "multiplicity \(expected.multiplicity)")
        expectClose(result.eigenvalue, expected.value, 1e-5)
        expectClose(result.scores.max() ?? 0, 1)
        #expect(result.scores.allSatisfy { $0 >= 0 })
        for node in sample.graph.nodes {
          let product = sample.graph.nodes.reduce(0) {
            $0 + matrix[$1][node] * result.scores[$1]
          }
          expectClose(product, result.eigenvalue * result.scores[node], 1e-8)
        }
      } catch {
        guard case .leadingEigenvalueNotSimple(let eigenvalue) = error else { throw error }
        #expect(!isSimple, "multiplicity \(expected.multiplicity)")
        expectClose(eigenvalue, expected.value, 1e-5)
      }
    }
  }

  @Test("Stars, also large ones, converge though they are bipartite")
  func stars() throws {
    // Ax = λx gives the leaves 1/√(n − 1) of the centre, and λ = √(n − 1).
    for count in [2, 5, 10_001] {
      let result = try KnownGraphs.star(count).eigenvectorCentrality()
      let root = Double(count - 1).squareRoot()
      expectClose(result.eigenvalue, root)
      expectClose(result.scores[0], 1)
      expectClose(result.scores[count - 1], 1 / root)
    }
  }

  @Test("Long paths converge: λ = 2 cos(π/(n + 1)), scores a sine")
  func longPaths() throws {
    for count in [50, 400, 1000] {
      let result = try KnownGraphs.path(count).eigenvectorCentrality()
      let angle = Double.pi / Double(count + 1)
      expectClose(result.eigenvalue, 2 * cos(angle), 1e-12)
      let peak = sin(angle * Double((count + 1) / 2))
      expectClose(
        result.scores, (1...count).map { sin(angle * Double($0)) / peak }, 1e-6, "\(count)")
    }
  }

  @Test("Complete bipartite with strengths of 1000 converges")
  func scale() throws {
    let edges = (0..<3).flatMap { first in (3..<7).map { (first, $0) } }
    let graph = KnownGraphs.graph(7, edges, strengths: edges.map { _ in 1000 })
    let result = try graph.eigenvectorCentrality(values: .strengths)
    expectClose(result.eigenvalue, 1000 * 12.0.squareRoot())
    expectClose(result.scores[3] / result.scores[0], (3.0 / 4).squareRoot())
  }

  @Test("Complete graph, cycle, and a path whose vector is a sine")
  func shapes() throws {
    let complete = try KnownGraphs.complete(6).eigenvectorCentrality()
    expectClose(complete.eigenvalue, 5)
    expectClose(complete.scores, [Double](repeating: 1, count: 6))
    let ring = try KnownGraphs.cycle(7, isDirected: true).eigenvectorCentrality()
    expectClose(ring.eigenvalue, 1)
    // λ = 2 cos(π/4) = √2 on three nodes, with scores 1 : √2 : 1.
    let path = try KnownGraphs.path(3).eigenvectorCentrality()
    expectClose(path.eigenvalue, 2.0.squareRoot())
    expectClose(path.scores, [1 / 2.0.squareRoot(), 1, 1 / 2.0.squareRoot()])
    let unit = try KnownGraphs.kite.eigenvectorCentrality(scaling: .l2)
    expectClose(unit.scores.reduce(0) { $0 + $1 * $1 }, 1)
  }

  @Test("Nodes outside the leading component score 0")
  func outside() throws {
    let graph = KnownGraphs.graph(6, [(0, 1), (2, 3), (3, 4), (2, 4)])
    let result = try graph.eigenvectorCentrality()
    expectClose(result.eigenvalue, 2)
    expectClose(result.scores, [0, 0, 1, 1, 1, 0])
  }

  @Test("In a directed graph in-links count, and what lies upstream scores 0")
  func directed() throws {
    // A cycle of three (λ = 1) fed by node 0 and feeding 4, which feeds 5 along with the cycle.
    let graph = KnownGraphs.graph(
      6, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (2, 5)], isDirected: true)
    let result = try graph.eigenvectorCentrality()
    expectClose(result.eigenvalue, 1)
    expectClose(result.scores, [0, 0.5, 0.5, 0.5, 0.5, 1])
  }

  @Test("A shared leading eigenvalue is an error, not an arbitrary vector")
  func shared() throws {
    for (graph, expected) in [
      (KnownGraphs.graph(6, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]), 2.0),
      (KnownGraphs.graph(3, []), 0), (KnownGraphs.path(4, isDirected: true), 0),
    ] {
      do {
        _ = try graph.eigenvectorCentrality()
        Issue.record("no vector is the leading one")
      } catch {
        guard case .leadingEigenvalueNotSimple(let eigenvalue) = error else { throw error }
        expectClose(eigenvalue, expected)
      }
    }
  }

  @Test("An edge of strength 0 does not join components")
  func zeroStrength() throws {
    let graph = KnownGraphs.graph(5, [(0, 1), (1, 2), (3, 4)], strengths: [2, 0, 1])
    let result = try graph.eigenvectorCentrality(values: .strengths)
    expectClose(result.eigenvalue, 2)
    expectClose(result.scores, [1, 1, 0, 0, 0])
  }

  @Test("One node, no node")
  func smallest() throws {
    #expect(try KnownGraphs.graph(0, []).eigenvectorCentrality().eigenvalue.isNaN)
    let single = try KnownGraphs.graph(1, []).eigenvectorCentrality()
    #expect(single.scores == [1] && single.eigenvalue == 0)
    let loop = try KnownGraphs.graph(1, [(0, 0)]).eigenvectorCentrality()
    #expect(loop.scores == [1] && loop.eigenvalue == 1)
  }

  @Test("Errors say what was wrong")
  func errors() throws {
    let negative = KnownGraphs.graph(3, [(0, 1), (1, 2)], isDirected: true, strengths: [1, -2])
    #expect(throws: MeasureError.negativeStrength(-2, source: 1, target: 2)) {
      try negative.eigenvectorCentrality(values: .strengths)
    }
    #expect(throws: MeasureError.self) {
      try KnownGraphs.kite.eigenvectorCentrality(tolerance: 0)
    }
    do {
      _ = try KnownGraphs.kite.eigenvectorCentrality(iterationLimit: 3)
      Issue.record("three iterations cannot be enough")
    } catch {
      guard case .notConverged(_, 3, let change, 1e-12) = error else { throw error }
      #expect(change > 1e-12)
    }
  }
}
