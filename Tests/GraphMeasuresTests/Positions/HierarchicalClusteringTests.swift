import GraphMeasures
import GraphStructure
import Testing

@Suite("Hierarchical clustering")
struct HierarchicalClusteringTests {
  /// Distances of five bacteria by their 5S rRNA (Erdmann and Wolters 1986), the example that
  /// textbooks and encyclopedias work out for all three linkages.
  private let bacteria = PairValues(
    nodeCount: 5, ownValue: 0, values: [17, 21, 30, 31, 34, 28, 23, 21, 39, 43])

  @Test("Five bacteria by all three linkages")
  func bacteriaHeights() throws {
    #expect(try bacteria.clustered(by: .single).merges.map(\.height) == [17, 21, 21, 28])
    #expect(try bacteria.clustered(by: .complete).merges.map(\.height) == [17, 23, 28, 43])
    #expect(try bacteria.clustered(by: .average).merges.map(\.height) == [17, 22, 28, 33])
    let average = try bacteria.clustered(by: .average)
    #expect(average.merges.map(\.first) == [0, 0, 2, 0])
    #expect(average.merges.map(\.second) == [1, 4, 3, 2])
    #expect(average.merges.map(\.size) == [2, 3, 2, 5])
    #expect(try average.partition(into: 2).members == [[0, 1, 4], [2, 3]])
    #expect(average.partition(atHeight: 22) == Partition([0, 0, 1, 2, 0]))
    #expect(average.partition(atHeight: 21.9) == Partition([0, 0, 1, 2, 3]))
  }

  /// Joins the nearest two clusters again and again, measuring all distances anew.
  private func plain(
    _ pairs: PairValues, _ linkage: Linkage
  ) -> (heights: [Double], partitions: [Partition]) {
    var clusters = (0..<pairs.nodeCount).map { [$0] }
    var heights: [Double] = []
    var partitions: [Partition] = []
    func distance(_ first: [Int], _ second: [Int]) -> Double {
      let all = first.flatMap { node in second.map { pairs[node, $0] } }
      return switch linkage {
      case .single: all.min() ?? .nan
      case .complete: all.max() ?? .nan
      case .average: all.reduce(0, +) / Double(all.count)
      }
    }
    while clusters.count > 1 {
      var best = (first: 0, second: 1, distance: Double.infinity)
      for second in clusters.indices {
        for first in 0..<second {
          let distance = distance(clusters[first], clusters[second])
          if distance < best.distance { best = (first, second, distance) }
        }
      }
      clusters[best.first] += clusters.remove(at: best.second)
      heights.append(best.distance)
      var labels = [Int](repeating: 0, count: pairs.nodeCount)
      for (label, cluster) in clusters.enumerated() {
        for node in cluster { labels[node] = label }
      }
      partitions.append(Partition(labels))
    }
    return (heights, partitions)
  }

  @Test("joins the nearest clusters first", arguments: UInt64(0)..<40)
  func oracle(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 2...14, using: &generator)
    let pairs = PairValues(
      nodeCount: count, ownValue: 0,
      values: (0..<(count * (count - 1) / 2)).map { _ in Double.random(in: 0...1, using: &generator)
      }
    )
    for linkage in Linkage.allCases {
      let expected = plain(pairs, linkage)
      let found = try pairs.clustered(by: linkage)
      expectClose(found.merges.map(\.height), expected.heights, 1e-12, "\(linkage)")
      for (step, partition) in expected.partitions.enumerated() {
        #expect(try found.partition(into: count - 1 - step) == partition, "\(linkage) \(step)")
      }
    }
  }

  /// Single linkage has the same heights however ties between distances are broken.
  @Test("Equal distances: heights are those of the least spanning tree", arguments: UInt64(0)..<20)
  func equalDistances(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let pairs = PairValues(
      nodeCount: 9, ownValue: 0,
      values: (0..<36).map { _ in Double(Int.random(in: 1...3, using: &generator)) })
    let found = try pairs.clustered(by: .single)
    #expect(found.merges.map(\.height) == plain(pairs, .single).heights)
    for linkage in Linkage.allCases {
      #expect(try pairs.clustered(by: linkage) == pairs.clustered(by: linkage))
      let heights = try pairs.clustered(by: linkage).merges.map(\.height)
      #expect(heights == heights.sorted())
    }
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    let none = try PairValues(nodeCount: 0, ownValue: 0, values: []).clustered()
    #expect(none.merges.isEmpty)
    #expect(try none.partition(into: 0).count == 0)
    let one = try PairValues(nodeCount: 1, ownValue: 0, values: []).clustered()
    #expect(try one.partition(into: 1).labels == [0])
    let dendrogram = try bacteria.clustered()
    for count in [0, 6, -1] {
      #expect(
        throws: MeasureError.parameterOutOfRange(
          name: "groups", value: Double(count), allowed: "from 1 to 5")
      ) { try dendrogram.partition(into: count) }
    }
    for wrong in [Double.nan, .infinity] {
      #expect(throws: MeasureError.self) {
        try PairValues(nodeCount: 2, ownValue: 0, values: [wrong]).clustered()
      }
    }
  }
}
