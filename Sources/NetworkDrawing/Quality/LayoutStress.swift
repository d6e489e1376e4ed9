internal import GraphStructure

/// The stress of a layout: how far its distances are from those in the network.
struct LayoutStress {
  let places: [Point]
  private let graph: SpringGraph

  /// Up to so many nodes every pair counts; of more, the pairs of so many nodes with all others.
  private static let exactLimit = 2000
  private static let sampleCount = 256

  init(places: [Point], edges: [(source: Int, target: Int)]) {
    self.places = places
    graph = SpringGraph(
      masses: [Float](repeating: 1, count: places.count),
      edges: edges.map { (source: Int32($0.source), target: Int32($0.target), pull: 1) })
  }

  var isEstimated: Bool { places.count > Self.exactLimit }

  /// - Complexity: O(*k* (*n* + *m*)) for *k* nodes from which distances are counted.
  func value(_ execution: Execution) -> Double {
    var sources = Array(places.indices)
    if isEstimated {
      var bits = RandomBits(seed: 1)
      sources = (0..<Self.sampleCount).map { _ in bits.nextIndex(below: places.count) }
    }
    let sums = execution.reduceChunks(
      of: sources.count, chunkSize: 16, into: Sums(),
      makeScratch: { Search(count: places.count) },
      work: { [sources] range, search in
        var sums = Sums()
        for source in range { add(sources[source], &search, to: &sums) }
        return sums
      },
      merge: { total, part in
        total.linear += part.linear
        total.squared += part.squared
        total.pairs += part.pairs
      })
    guard sums.pairs > 0, sums.squared > 0 else { return .nan }
    return max(0, 1 - sums.linear * sums.linear / (sums.pairs * sums.squared))
  }

  /// Sums over pairs of distances on the page as multiples of those in the network.
  private struct Sums {
    var linear = 0.0
    var squared = 0.0
    var pairs = 0.0
  }

  private struct Search {
    var distances: [Int32]
    var queue: [Int32] = []

    init(count: Int) { distances = [Int32](repeating: -1, count: count) }
  }

  private func add(_ source: Int, _ search: inout Search, to sums: inout Sums) {
    search.queue.removeAll(keepingCapacity: true)
    search.queue.append(Int32(source))
    search.distances[source] = 0
    var head = 0
    while head < search.queue.count {
      let node = Int(search.queue[head])
      head += 1
      for arc in graph.row(node) where search.distances[Int(graph.ends[arc])] < 0 {
        search.distances[Int(graph.ends[arc])] = search.distances[node] + 1
        search.queue.append(graph.ends[arc])
      }
    }
    for node in search.queue {
      let distance = Double(search.distances[Int(node)])
      search.distances[Int(node)] = -1
      guard distance > 0 else { continue }
      let share = (places[Int(node)] - places[source]).length / distance
      sums.linear += share
      sums.squared += share * share
      sums.pairs += 1
    }
  }
}
