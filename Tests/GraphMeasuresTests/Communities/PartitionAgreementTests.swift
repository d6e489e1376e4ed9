import Foundation
import GraphMeasures
import GraphStructure
import Testing

@Suite("Agreement of partitions, conductance, label propagation")
struct PartitionAgreementTests {
  private func randomPartitions(_ seed: UInt64) -> ([Int], [Int]) {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 2...12, using: &generator)
    func labels() -> [Int] { (0..<count).map { _ in Int.random(in: 0..<3, using: &generator) } }
    return (labels(), labels())
  }

  @Test("Pairs of nodes, one by one, and probabilities", arguments: UInt64(0)..<40)
  func definition(seed: UInt64) {
    let (first, second) = randomPartitions(seed)
    let agreement = PartitionAgreement(Partition(first), Partition(second))
    let count = first.count
    var (both, firstOnly, secondOnly, neither) = (0.0, 0.0, 0.0, 0.0)
    for one in 0..<count {
      for other in (one + 1)..<count {
        switch (first[one] == first[other], second[one] == second[other]) {
        case (true, true): both += 1
        case (true, false): firstOnly += 1
        case (false, true): secondOnly += 1
        case (false, false): neither += 1
        }
      }
    }
    let pairs = both + firstOnly + secondOnly + neither
    expectClose(agreement.randIndex, (both + neither) / pairs)
    // The form of Steinley (2004), by the four kinds of pairs.
    let product =
      (both + firstOnly) * (both + secondOnly) + (secondOnly + neither) * (firstOnly + neither)
    let expected =
      pairs * pairs == product
      ? 1 : (pairs * (both + neither) - product) / (pairs * pairs - product)
    expectClose(agreement.adjustedRandIndex, expected)

    func share(_ isIn: (Int) -> Bool) -> Double {
      Double((0..<count).count(where: isIn)) / Double(count)
    }
    var information = 0.0
    var (firstEntropy, secondEntropy) = (0.0, 0.0)
    for one in 0..<3 {
      let inFirst = share { first[$0] == one }
      if inFirst > 0 { firstEntropy -= inFirst * log(inFirst) }
      let inSecond = share { second[$0] == one }
      if inSecond > 0 { secondEntropy -= inSecond * log(inSecond) }
      for other in 0..<3 {
        let inBoth = share { first[$0] == one && second[$0] == other }
        let inOther = share { second[$0] == other }
        if inBoth > 0 { information += inBoth * log(inBoth / (inFirst * inOther)) }
      }
    }
    expectClose(agreement.mutualInformation, information, 1e-9)
    let mean = (firstEntropy + secondEntropy) / 2
    expectClose(agreement.normalizedMutualInformation, mean > 0 ? information / mean : 1, 1e-9)
    expectClose(
      agreement.variationOfInformation, firstEntropy + secondEntropy - 2 * information, 1e-9)
    let turned = PartitionAgreement(Partition(second), Partition(first))
    expectClose(turned.adjustedRandIndex, agreement.adjustedRandIndex)
    expectClose(turned.normalizedMutualInformation, agreement.normalizedMutualInformation)
  }

  /// scikit-learn's documentation of adjusted_rand_score and normalized_mutual_info_score.
  @Test("The examples of scikit-learn")
  func sklearn() {
    let one = PartitionAgreement(Partition([0, 0, 1, 2]), Partition([0, 0, 1, 1]))
    expectClose(one.adjustedRandIndex, 4.0 / 7, 1e-12)
    let other = PartitionAgreement(Partition([0, 0, 1, 1]), Partition([0, 1, 0, 1]))
    expectClose(other.adjustedRandIndex, -0.5)
    let split = PartitionAgreement(Partition([0, 0, 0, 0]), Partition([0, 1, 2, 3]))
    expectClose(split.adjustedRandIndex, 0)
    expectClose(split.normalizedMutualInformation, 0)
    let same = PartitionAgreement(Partition([0, 0, 1, 1]), Partition([1, 1, 0, 0]))
    #expect(same.adjustedRandIndex == 1)
    #expect(same.normalizedMutualInformation == 1)
    #expect(same.variationOfInformation == 0)
    let none = PartitionAgreement(Partition([Int]()), Partition([Int]()))
    #expect(none.adjustedRandIndex == 1)
    #expect(none.randIndex == 1)
    #expect(none.variationOfInformation == 0)
  }

  @Test("Conductance is the share of ends that lead out", arguments: RandomGraph.seeds)
  func conductance(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let labels = (0..<sample.nodeCount).map { $0 % 3 }
    let partition = Partition(labels)
    // Strengths of parallel edges add up, whether the graph merges them or not.
    let found = try sample.graph.conductance(of: partition, values: .strengths)
    let all = sample.edges.reduce(0) { $0 + 2 * $1.strength }
    for community in 0..<partition.count {
      let nodes = Set(partition.nodes(of: community))
      var (cut, volume) = (0.0, 0.0)
      for edge in sample.edges {
        let inside = (nodes.contains(edge.source) ? 1.0 : 0) + (nodes.contains(edge.target) ? 1 : 0)
        volume += inside * edge.strength
        if inside == 1 { cut += edge.strength }
      }
      let smaller = min(volume, all - volume)
      expectClose(found[community], smaller > 0 ? cut / smaller : .nan, 1e-9, "\(community)")
    }
  }

  @Test("Label propagation finds cliques that hardly meet, whatever the seed", arguments: 1...5)
  func cliques(seed: UInt64) throws {
    var edges: [(Int, Int)] = []
    for clique in 0..<4 {
      for one in 0..<6 {
        for other in (one + 1)..<6 { edges.append((clique * 6 + one, clique * 6 + other)) }
      }
      edges.append((clique * 6, (clique * 6 + 7) % 24))
    }
    let graph = KnownGraphs.graph(24, edges)
    let found = try graph.labelPropagation(seed: seed)
    // Either the cliques or some of them together: nodes of one clique never part.
    for clique in 0..<4 {
      #expect(Set(found.labels[(clique * 6)..<(clique * 6 + 6)]).count == 1)
    }
    #expect(try graph.labelPropagation(seed: seed) == found)
  }

  @Test("In the end no node has another label more often around it", arguments: RandomGraph.seeds)
  func stable(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let tied = Oracle(RandomGraph(undirecting: sample)).isTied
    let undirected = KnownGraphs.graph(
      tied.count,
      tied.indices.flatMap { one in
        tied.indices.filter { one < $0 && tied[one][$0] }.map { (one, $0) }
      })
    let found = try undirected.labelPropagation(seed: seed)
    for node in tied.indices {
      let around = tied.indices.filter { tied[node][$0] }.map { found.labels[$0] }
      let counts = Dictionary(around.map { ($0, 1) }, uniquingKeysWith: +)
      #expect(counts[found.labels[node]] ?? 0 == counts.values.max() ?? 0)
    }
  }

  @Test("Label propagation of nothing, and limits")
  func nothing() throws {
    #expect(try KnownGraphs.graph(0, []).labelPropagation().count == 0)
    #expect(try KnownGraphs.graph(3, [(0, 0)]).labelPropagation().count == 3)
    #expect(throws: MeasureError.self) {
      try KnownGraphs.path(3).labelPropagation(iterationLimit: 0)
    }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.self) { try negative.labelPropagation(values: .strengths) }
    #expect(throws: MeasureError.self) {
      try negative.conductance(of: Partition([0, 1]), values: .strengths)
    }
  }
}
