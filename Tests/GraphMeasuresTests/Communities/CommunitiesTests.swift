import GraphMeasures
import GraphStructure
import Synchronization
import Testing

@Suite("Leiden and Louvain")
struct CommunitiesTests {
  /// Brandes and others (2008): 0.419790 with four communities.
  @Test func karate() throws {
    let found = try (1...20).map {
      try KnownGraphs.karate.leiden(seed: $0, iterationLimit: .max)
    }
    let best = try #require(found.max { $0.quality < $1.quality })
    expectClose(best.quality, 0.419790, 1e-6)
    #expect(best.partition == .karate)
    #expect(found.allSatisfy { $0.isStable && $0.quality > 0.4 })
  }

  /// Modularity joins cliques to pairs (Fortunato and Barthélemy 2007); a constant density does not
  /// (Traag, Van Dooren and Nesterov 2011).
  @Test func resolutionLimit() throws {
    let graph = KnownGraphs.ringOfCliques(30, 5)
    let cliques = Partition(graph.nodes.map { $0 / 5 })
    for seed in UInt64(1)...5 {
      let joined = try graph.leiden(seed: seed, iterationLimit: .max)
      #expect(joined.count < 30)
      #expect(try joined.quality > graph.modularity(of: cliques))
      let apart = try graph.leiden(quality: .constantPotts, resolution: 0.5, seed: seed)
      #expect(apart.partition == cliques)
      // 10 edges of 10 pairs at half each.
      expectClose(apart.quality, 150)
      #expect(
        try graph.louvain(quality: .constantPotts, resolution: 0.5, seed: seed).partition
          == cliques)
    }
  }

  /// The algorithm is a heuristic, so that it may miss the best now and then.
  @Test("The best of a few seeds is nearly always the best of all partitions")
  func exhaustive() throws {
    var checked = 0
    var missed = 0
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      guard sample.nodeCount <= 7 else { continue }
      for quality in PartitionQuality.allCases {
        for (values, resolution) in [(EdgeValues.ones, 1.0), (.strengths, 0.6), (.strengths, 1.7)] {
          let best = QualityOracle(sample, values, resolution).best(quality)
          let found = try (1...12).map {
            try sample.graph.leiden(
              quality: quality, resolution: resolution, values: values, seed: $0,
              iterationLimit: .max
            ).quality
          }
          #expect(found.allSatisfy { $0 <= best + 1e-9 }, "\(quality) \(values), graph \(seed)")
          if (found.max() ?? .nan) < best - 1e-9 { missed += 1 }
          checked += 1
        }
      }
    }
    #expect(checked > 100 && missed <= checked / 50, "missed \(missed) of \(checked)")
  }

  @Test("What the algorithm guarantees", arguments: RandomGraph.seeds)
  func guarantees(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let alone = Array(0..<sample.nodeCount)
    for quality in PartitionQuality.allCases {
      for (values, resolution) in [(EdgeValues.ones, 1.0), (.strengths, 0.4), (.strengths, 2)] {
        let oracle = QualityOracle(sample, values, resolution)
        let graph = sample.graph
        let leiden = try graph.leiden(
          quality: quality, resolution: resolution, values: values, seed: seed,
          iterationLimit: .max)
        let louvain = try graph.louvain(
          quality: quality, resolution: resolution, values: values, seed: seed)
        for found in [leiden, louvain] {
          let labels = found.partition.labels
          let reached = oracle.quality(quality, labels)
          expectClose(found.quality, reached, 1e-9, "\(quality) \(values)")
          #expect(found.quality >= oracle.quality(quality, alone) - 1e-12)
          // No two communities are better as one.
          for first in 0..<found.count {
            for second in (first + 1)..<max(found.count, first + 1) {
              let joined = labels.map { $0 == second ? first : $0 }
              #expect(oracle.quality(quality, joined) <= reached + 1e-9)
            }
          }
        }
        #expect(leiden.isStable)
        #expect(isConnected(leiden.partition, graph))
        let labels = leiden.partition.labels
        for node in graph.nodes {
          for community in 0...leiden.count {
            var moved = labels
            moved[node] = community
            #expect(oracle.quality(quality, moved) <= leiden.quality + 1e-9)
          }
        }
      }
    }
  }

  @Test("Communities of larger graphs are connected, round by round", arguments: [false, true])
  func connected(isDirected: Bool) throws {
    for seed in UInt64(1)...10 {
      let graph = largeRandomGraph(seed: seed, isDirected: isDirected)
      var last = -1.0
      for rounds in [1, 2, 3, 50] {
        let found = try graph.leiden(values: .strengths, seed: seed, iterationLimit: rounds)
        #expect(isConnected(found.partition, graph))
        #expect(found.quality >= last - 1e-12)
        #expect(found.iterations <= rounds)
        last = found.quality
      }
    }
  }

  /// Whether each community lies in one component of the graph of its nodes.
  private func isConnected(_ partition: Partition, _ graph: Graph) -> Bool {
    partition.members.allSatisfy { members in
      var left = Set(members)
      var stack = [members[0]]
      left.remove(members[0])
      while let node = stack.popLast() {
        for end in graph.successors(of: node) + graph.predecessors(of: node)
        where left.remove(end) != nil {
          stack.append(end)
        }
      }
      return left.isEmpty
    }
  }

  @Test("Strengths of 1 are like none, and loops of no mass change nothing")
  func unitStrengths() throws {
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      let edges = sample.edges.map { ($0.source, $0.target) }
      let plain = KnownGraphs.graph(
        sample.nodeCount, edges, isDirected: sample.isDirected, parallelEdges: .keep)
      let unit = KnownGraphs.graph(
        sample.nodeCount, edges, isDirected: sample.isDirected,
        strengths: edges.map { _ in 1 }, parallelEdges: .keep)
      #expect(try plain.leiden(seed: seed) == unit.leiden(values: .strengths, seed: seed))
      #expect(try plain.louvain(seed: seed) == unit.louvain(values: .strengths, seed: seed))
      // Under a constant density a loop counts alike wherever its node is.
      let loopless = KnownGraphs.graph(
        sample.nodeCount, edges.filter { $0.0 != $0.1 }, isDirected: sample.isDirected,
        parallelEdges: .keep)
      #expect(
        try plain.leiden(quality: .constantPotts, resolution: 0.4).partition
          == loopless.leiden(quality: .constantPotts, resolution: 0.4).partition)
    }
  }

  @Test("A seed gives the same communities on any number of threads, another one others")
  func seeds() throws {
    let graph = largeRandomGraph(seed: 3, isDirected: false)
    let expected = try graph.leiden(seed: 7, execution: Execution(threads: 1))
    for threads in [1, 2, 3, 8] {
      #expect(try graph.leiden(seed: 7, execution: Execution(threads: threads)) == expected)
    }
    #expect(Set(try (1...5).map { try graph.leiden(seed: $0).partition.labels }).count > 1)
    #expect(Set(try (1...5).map { try graph.louvain(seed: $0).partition.labels }).count > 1)
  }

  @Test func degenerate() throws {
    for isDirected in [false, true] {
      for quality in PartitionQuality.allCases {
        func leiden(_ nodeCount: Int, _ edges: [(Int, Int)]) throws -> Communities {
          try KnownGraphs.graph(nodeCount, edges, isDirected: isDirected).leiden(
            quality: quality, resolution: 0.9)
        }
        #expect(try leiden(0, []).count == 0)
        #expect(try leiden(1, []).partition.labels == [0])
        let edgeless = try leiden(3, [])
        #expect(edgeless.partition.labels == [0, 1, 2])
        #expect(edgeless.quality == 0 && edgeless.isStable)
        #expect(try leiden(2, [(0, 0), (1, 1)]).count == 2)
      }
      let pair = KnownGraphs.graph(4, [(0, 1), (2, 3)], isDirected: isDirected)
      let found = try pair.leiden()
      #expect(found.partition.labels == [0, 0, 1, 1])
      expectClose(found.quality, 0.5)
      #expect(try pair.louvain().partition == found.partition)
      // No division of a complete graph or a star is better than none.
      #expect(try KnownGraphs.complete(6, isDirected: isDirected).leiden().count == 1)
      #expect(try KnownGraphs.star(6).leiden().count == 1)
    }
    // Three parallel edges outweigh one.
    let parallel = KnownGraphs.graph(
      4, [(0, 1), (0, 1), (0, 1), (1, 2), (2, 3), (2, 3), (2, 3)], parallelEdges: .keep)
    #expect(try parallel.leiden().partition.labels == [0, 0, 1, 1])
    #expect(try KnownGraphs.path(4).leiden().partition.labels == [0, 0, 1, 1])
    // One community or two halves: 2 (1/4 − 1/4).
    expectClose(try KnownGraphs.cycle(4).leiden().quality, 0)
    let weightless = KnownGraphs.graph(3, [(0, 1), (1, 2)], strengths: [0, 0])
    for quality in PartitionQuality.allCases {
      #expect(try weightless.leiden(quality: quality, values: .strengths).count == 3)
    }
  }

  @Test("Parameters out of range are refused")
  func badInput() {
    for resolution in [0, -1, Double.infinity, .nan] {
      #expect(throws: MeasureError.self) {
        try KnownGraphs.karate.leiden(resolution: resolution)
      }
      #expect(throws: MeasureError.self) {
        try KnownGraphs.karate.louvain(resolution: resolution)
      }
    }
    #expect(throws: MeasureError.self) { try KnownGraphs.karate.leiden(iterationLimit: 0) }
    let graph = KnownGraphs.graph(3, [(0, 1), (1, 2)], strengths: [1, -2])
    #expect(throws: MeasureError.negativeStrength(-2, source: 1, target: 2)) {
      try graph.leiden(values: .strengths)
    }
  }

  @Test("It stops when asked to and tells of its progress")
  func cancellation() throws {
    let graph = largeRandomGraph(seed: 4, isDirected: false)
    let stopped = try graph.leiden(execution: Execution(threads: 1, isCancelled: { true }))
    #expect(stopped.partition.labels.count == graph.nodeCount)
    #expect(stopped.iterations == 0)
    let shares = Mutex<[Double]>([])
    _ = try graph.leiden(
      iterationLimit: 3,
      execution: Execution(
        threads: 1, onProgress: { share in shares.withLock { $0.append(share) } }))
    let told = shares.withLock { $0 }
    #expect(told.last == 1 && told == told.sorted())
  }
}
