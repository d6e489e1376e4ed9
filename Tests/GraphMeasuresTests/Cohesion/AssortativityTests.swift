import GraphMeasures
import GraphStructure
import Testing

@Suite("Assortativity")
struct AssortativityTests {
  /// The correlation of two lists, from its definition.
  private func correlation(_ pairs: [(Double, Double)]) -> Double {
    let count = Double(pairs.count)
    let (first, second) = (
      pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
    )
    let product = pairs.reduce(0) { $0 + ($1.0 - first) * ($1.1 - second) }
    let squares = (
      pairs.reduce(0) { $0 + ($1.0 - first) * ($1.0 - first) },
      pairs.reduce(0) { $0 + ($1.1 - second) * ($1.1 - second) }
    )
    guard Set(pairs.map(\.0)).count > 1, Set(pairs.map(\.1)).count > 1 else { return .nan }
    return product / (squares.0 * squares.1).squareRoot()
  }

  private func arcs(_ tied: [[Bool]]) -> [(Int, Int)] {
    tied.indices.flatMap { source in
      tied.indices.filter { tied[source][$0] }.map { (source, $0) }
    }
  }

  @Test("is the correlation over arcs", arguments: RandomGraph.seeds)
  func definition(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let tied = Oracle(sample).isTied
    let arcs = arcs(tied)
    let outDegree = tied.map { Double($0.count { $0 }) }
    let inDegree = tied.indices.map { node in Double(tied.count { $0[node] }) }
    let degrees: [(Direction, [Double])] = [(.outgoing, outDegree), (.incoming, inDegree)]
    for (source, first) in degrees {
      for (target, second) in degrees {
        expectClose(
          sample.graph.degreeAssortativity(source: source, target: target),
          correlation(arcs.map { (first[$0.0], second[$0.1]) }), 1e-9, "\(source) \(target)")
      }
    }
    let values = tied.indices.map { $0 == 2 ? Double.nan : Double($0 * $0 % 7) }
    expectClose(
      sample.graph.assortativity(of: values.map { $0.isNaN ? nil : $0 }),
      correlation(
        arcs.filter { $0.0 != 2 && $0.1 != 2 }.map { (values[$0.0], values[$0.1]) }))
  }

  @Test("by group is Newman's coefficient", arguments: RandomGraph.seeds)
  func groups(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let groups = (0..<sample.nodeCount).map { $0 == 1 ? nil : $0 % 3 }
    let arcs = arcs(Oracle(sample).isTied).compactMap { source, target in
      groups[source].flatMap { one in groups[target].map { (one, $0) } }
    }
    var shares = [[Double]](repeating: [0, 0, 0], count: 3)
    for (one, other) in arcs { shares[one][other] += 1 / Double(arcs.count) }
    let alike = (0..<3).reduce(0) { $0 + shares[$1][$1] }
    let chance = (0..<3).reduce(0.0) { sum, group in
      sum + shares[group].reduce(0, +) * shares.reduce(0) { $0 + $1[group] }
    }
    let expected = arcs.isEmpty || chance > 1 - 1e-12 ? .nan : (alike - chance) / (1 - chance)
    expectClose(sample.graph.assortativity(ofCategories: groups), expected)
  }

  @Test("Karate club by degree (networkx: −0.4756)")
  func karate() {
    expectClose(KnownGraphs.karate.degreeAssortativity(), -0.47561309768461413, 1e-12)
  }

  @Test("Shapes, and nothing to tell apart")
  func shapes() {
    expectClose(KnownGraphs.star(5).degreeAssortativity(), -1)
    #expect(KnownGraphs.cycle(5).degreeAssortativity().isNaN)
    #expect(KnownGraphs.graph(3, []).degreeAssortativity().isNaN)
    #expect(KnownGraphs.graph(0, []).degreeAssortativity().isNaN)
    let halves = KnownGraphs.graph(4, [(0, 1), (2, 3)])
    #expect(halves.assortativity(ofCategories: [0, 0, 1, 1]) == 1)
    #expect(halves.assortativity(ofCategories: [0, 1, 0, 1]) == -1)
    #expect(halves.assortativity(ofCategories: [0, 0, 0, 0]).isNaN)
    #expect(halves.assortativity(ofCategories: [nil, nil, nil, nil]).isNaN)
    // Constants that no binary fraction holds are constants all the same.
    let alike: [Double?] = Array(repeating: 0.1, count: 7)
    #expect(KnownGraphs.complete(7).assortativity(of: alike).isNaN)
  }
}
