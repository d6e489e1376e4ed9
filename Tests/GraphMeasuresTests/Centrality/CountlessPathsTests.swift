import Foundation
import GraphMeasures
import GraphStructure
import Testing

/// Betweenness where paths are many: up to more than the largest `Double`, about 2¹⁰²⁴.
@Suite("Betweenness of countless paths")
struct CountlessPathsTests {
  /// The number of ways to take some of so many, exactly.
  private func binomial(_ all: Int, _ some: Int) -> Int {
    (0..<some).reduce(1) { $0 * (all - $1) / ($1 + 1) }
  }

  @Test(
    "In a grid, shortest paths are counted by binomial coefficients", arguments: Lengths.allCases)
  func grid(lengths: Lengths) throws {
    let (width, height) = (7, 5)
    var edges: [(Int, Int)] = []
    for node in 0..<(width * height) {
      if node % width + 1 < width { edges.append((node, node + 1)) }
      if node / width + 1 < height { edges.append((node, node + width)) }
    }
    let graph = KnownGraphs.graph(
      width * height, edges, distances: [Double](repeating: 1.3, count: edges.count))
    func steps(_ first: Int, _ second: Int) -> (across: Int, down: Int) {
      (abs(first % width - second % width), abs(first / width - second / width))
    }
    func paths(_ first: Int, _ second: Int) -> Int {
      let (across, down) = steps(first, second)
      return binomial(across + down, down)
    }
    func distance(_ first: Int, _ second: Int) -> Int {
      steps(first, second).across + steps(first, second).down
    }
    let expected = graph.nodes.map { node in
      var sum = 0.0
      for source in graph.nodes where source != node {
        for target in graph.nodes where target > source && target != node {
          guard distance(source, node) + distance(node, target) == distance(source, target)
          else { continue }
          sum += Double(paths(source, node) * paths(node, target)) / Double(paths(source, target))
        }
      }
      return sum
    }
    expectClose(try graph.betweenness(lengths: lengths, scaling: .raw), expected, 1e-13)
  }

  /// Layers of three, each node tied to all of the next layer, but for one tie in each gap.
  private struct Layers {
    static let count = 745
    /// For each gap, from and to whom in the layers beside it no tie leads.
    let missing: [(near: Int, far: Int)]

    init() {
      var generator = SplitMix64(seed: 8)
      missing = (1..<Self.count).map { _ in
        (Int.random(in: 0..<3, using: &generator), Int.random(in: 0..<3, using: &generator))
      }
    }

    func isTied(_ near: Int, _ far: Int) -> Bool {
      let gap = missing[near / 3]
      return near % 3 != gap.near || far % 3 != gap.far
    }

    var edges: [(Int, Int)] {
      (0..<3 * (Self.count - 1)).flatMap { near in
        (0..<3).map { (near, 3 * (near / 3 + 1) + $0) }.filter { isTied($0.0, $0.1) }
      }
    }

    /// Logarithms (to base 2) of the numbers of paths from a node to those of later layers.
    func pathLogarithms(from source: Int) -> [Double] {
      var logarithms = [Double](repeating: -.infinity, count: 3 * Self.count)
      logarithms[source] = 0
      for target in (3 * (source / 3 + 1))..<logarithms.count {
        let layer = 3 * (target / 3 - 1)
        let before = (layer..<(layer + 3)).filter { isTied($0, target) }.map { logarithms[$0] }
        let largest = before.max() ?? -.infinity
        guard largest > -.infinity else { continue }
        logarithms[target] = largest + log2(before.reduce(0) { $0 + exp2($1 - largest) })
      }
      return logarithms
    }

    /// Some nodes in the middle and near the ends.
    static let samples = [0, 4, 3 * (count / 2), 3 * count / 4 + 1, 3 * count - 5]

    /// What passes through the samples between layers before theirs and layers behind them: every
    /// path that never turns back is a shortest one.
    static let passing: (shares: [Double], largestLogarithm: Double) = {
      let layers = Layers()
      let logarithms = (0..<3 * count).map { layers.pathLogarithms(from: $0) }
      let shares = samples.map { node in
        var sum = 0.0
        for source in 0..<(3 * (node / 3)) {
          let toNode = logarithms[source][node]
          for target in (3 * (node / 3) + 3)..<(3 * count) {
            sum += exp2(toNode + logarithms[node][target] - logarithms[source][target])
          }
        }
        return sum
      }
      return (shares, logarithms[0].max() ?? 0)
    }()

    func neighbors(of node: Int) -> [Int] {
      let layer = node / 3
      return (3 * max(0, layer - 1)..<min(3 * Self.count, 3 * layer + 6)).filter {
        abs($0 / 3 - layer) == 1 && isTied(min($0, node), max($0, node))
      }
    }

    /// The share of a node in the shortest paths between two others of one layer, or of two layers
    /// side by side that no tie joins: they take 2 or 3 steps, all of which are tried.
    func detourShare(of node: Int, from source: Int, to target: Int, gaps: [Double]) -> Double {
      var paths = [[source]]
      for _ in 0..<(source / 3 == target / 3 ? 2 : 3) {
        paths = paths.flatMap { path in neighbors(of: path[path.count - 1]).map { path + [$0] } }
      }
      let lengths = paths.filter { $0.last == target }.map { path in
        (
          length: zip(path, path.dropFirst()).reduce(0) { $0 + gaps[min($1.0, $1.1) / 3] },
          isThroughNode: path.contains(node)
        )
      }
      let least = lengths.map(\.length).min() ?? .infinity
      let shortest = lengths.filter { $0.length < least + 1e-6 }
      return Double(shortest.filter(\.isThroughNode).count) / Double(shortest.count)
    }

    /// Raw betweenness of the samples where the ties of each gap have one length.
    func betweenness(gaps: [Double]) -> [Double] {
      zip(Self.samples, Self.passing.shares).map { node, passing in
        let near = (3 * max(0, node / 3 - 2)..<min(3 * Self.count, 3 * (node / 3) + 9))
        var sum = passing
        for source in near where source != node {
          for target in near where target > source && target != node {
            let isDetour =
              source / 3 == target / 3
              || (source / 3 + 1 == target / 3 && !isTied(source, target))
            if isDetour { sum += detourShare(of: node, from: source, to: target, gaps: gaps) }
          }
        }
        return sum
      }
    }
  }

  @Test(
    "Path counts past the largest Double keep scores right", arguments: ["steps", "reals"])
  func layers(kind: String) throws {
    let layers = Layers()
    // Gaps of one step, or of lengths that have no unit in common.
    let gaps = (1..<Layers.count).map { kind == "reals" ? 1 + Double($0 % 5).squareRoot() : 1 }
    let edges = layers.edges
    let graph = KnownGraphs.graph(
      3 * Layers.count, edges, distances: edges.map { gaps[$0.0 / 3] })
    #expect(Layers.passing.largestLogarithm > 1024)
    let scores =
      try kind == "steps"
      ? graph.betweenness(scaling: .raw) : graph.betweenness(lengths: .distances, scaling: .raw)
    expectClose(Layers.samples.map { scores[$0] }, layers.betweenness(gaps: gaps), 1e-9, kind)
  }
}
