import GraphMeasures
import GraphStructure
import Testing

@Suite struct GroupTiesTests {
  /// A group of 0..<`count` or none for each node, the same for the same seed.
  static func groups(_ nodeCount: Int, count: Int, seed: UInt64) -> [Int?] {
    var generator = SplitMix64(seed: seed)
    return (0..<nodeCount).map { _ in
      let group = Int.random(in: 0...count, using: &generator)
      return group == count ? nil : group
    }
  }

  /// Everything pair by pair, from a matrix of who is tied to whom.
  @Test(arguments: RandomGraph.seeds) func pairByPair(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let isTied = Oracle(sample).isTied
    let groups = Self.groups(sample.nodeCount, count: 3, seed: seed)
    let ties = GroupTies(in: sample.graph, groups: groups, count: 3)
    var inner = [Int](repeating: 0, count: 3)
    var outer = inner
    var (innerPairs, outerPairs) = (inner, inner)
    for source in 0..<sample.nodeCount {
      for target in 0..<sample.nodeCount where source != target {
        guard sample.isDirected || source < target, let one = groups[source],
          let other = groups[target]
        else { continue }
        let tie = isTied[source][target] ? 1 : 0
        if one == other {
          inner[one] += tie
          innerPairs[one] += 1
        } else {
          for group in [one, other] {
            outer[group] += tie
            outerPairs[group] += 1
          }
        }
      }
    }
    #expect(ties.inner == inner)
    #expect(ties.outer == outer)
    #expect(ties.sizes == (0..<3).map { group in groups.count { $0 == group } })
    func density(_ ties: Int, _ pairs: Int) -> Double {
      pairs == 0 ? .nan : Double(ties) / Double(pairs)
    }
    func wall(_ inner: Double, _ outer: Double) -> Double { inner > 0 ? 1 - outer / inner : .nan }
    for group in 0..<3 {
      let (within, across) = (
        density(inner[group], innerPairs[group]), density(outer[group], outerPairs[group])
      )
      expectClose(ties.innerDensity(of: group), within)
      expectClose(ties.outerDensity(of: group), across)
      expectClose(ties.wallIndex(of: group), wall(within, across))
      let (e, i) = (Double(outer[group]), Double(inner[group]))
      expectClose(ties.eiIndex(of: group), e + i == 0 ? .nan : (e - i) / (e + i))
    }
    let (e, i) = (Double(outer.reduce(0, +) / 2), Double(inner.reduce(0, +)))
    expectClose(ties.eiIndex, e + i == 0 ? .nan : (e - i) / (e + i))
    let within = density(inner.reduce(0, +), innerPairs.reduce(0, +))
    let across = density(outer.reduce(0, +) / 2, outerPairs.reduce(0, +) / 2)
    expectClose(ties.wallIndex, wall(within, across))
  }

  /// Two triangles and a tie between them: 6 of 6 pairs within, 1 of 9 across.
  @Test func twoTriangles() {
    let graph = KnownGraphs.graph(6, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
    let ties = GroupTies(in: graph, groups: [0, 0, 0, 1, 1, 1], count: 2)
    expectClose(ties.eiIndex, -5.0 / 7)
    expectClose(ties.wallIndex, 8.0 / 9)
    expectClose(ties.eiIndex(of: 0), -0.5)
    expectClose(ties.wallIndex(of: 1), 8.0 / 9)
  }

  @Test func whatIsNotDefined() {
    let complete = KnownGraphs.complete(4)
    let one = GroupTies(in: complete, groups: [0, 0, 0, 0], count: 1)
    #expect(one.eiIndex == -1)
    #expect(one.outerDensity.isNaN && one.wallIndex.isNaN && one.wallIndex(of: 0).isNaN)
    let single = GroupTies(in: complete, groups: [0, 1, 1, 1], count: 2)
    #expect(single.innerDensity(of: 0).isNaN && single.wallIndex(of: 0).isNaN)
    #expect(single.eiIndex(of: 0) == 1)
    #expect(single.wallIndex == 0)
    let edgeless = GroupTies(in: KnownGraphs.graph(3, []), groups: [0, 0, 1], count: 2)
    #expect(edgeless.eiIndex.isNaN && edgeless.wallIndex.isNaN)
    let nobody = GroupTies(in: KnownGraphs.graph(0, []), groups: [], count: 0)
    #expect(nobody.eiIndex.isNaN && nobody.wallIndex.isNaN && nobody.innerDensity.isNaN)
  }
}
