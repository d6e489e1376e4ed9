public import GraphStructure

extension Graph {
  /// Returns one of all simple graphs with so many nodes and edges, each as likely: G(*n*, *m*).
  ///
  /// Edges are drawn apart, in order, so that *m* are expected; then as many as are too many are
  /// taken away at random, or as many as are missing added.
  ///
  /// - Parameters:
  ///   - nodes: How many nodes there are.
  ///   - edges: How many edges there are.
  ///   - generator: Where the random numbers come from.
  /// - Returns: A simple undirected graph.
  /// - Throws: ``ModelError`` for more edges than pairs.
  /// - Complexity: O(*n* + *m*) on average.
  /// - SeeAlso: P. Erdős, A. Rényi. On random graphs. Publicationes Mathematicae 6, 1959.
  public static func gnm(
    nodes: Int, edges: Int, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.check("nodes", nodes, 0...ModelError.mostNodes)
    try ModelError.check("edges", edges, 0...max(0, edges))
    let pairCount = PairOrder.count(of: nodes)
    guard edges <= min(pairCount, ModelError.mostEdges) else {
      throw .tooManyEdges(edges, most: min(pairCount, ModelError.mostEdges))
    }
    let places = UniformPlaces(count: edges, of: pairCount, using: &generator).places
    var columns = EdgeColumns(capacity: edges)
    var pairs = PairOrder(nodeCount: nodes)
    for place in places {
      let (source, target) = pairs.pair(at: place)
      columns.append(source, target)
    }
    return try columns.graph(nodeCount: nodes)
  }
}

/// Some of many places, ascending, every choice as likely.
struct UniformPlaces {
  private(set) var places: [Int] = []

  init(count: Int, of all: Int, using generator: inout SplitMix64) {
    guard count > 0 else { return }
    let skips = GeometricSkips(probability: min(1, Double(count) / Double(all)))
    places.reserveCapacity(count + 8 * Int(Double(count).squareRoot()) + 8)
    var next = 0
    while let skip = skips.next(of: all - next, using: &generator) {
      places.append(next + skip)
      next += skip + 1
    }
    if places.count > count { thin(to: count, using: &generator) }
    if places.count < count { fill(to: count, of: all, using: &generator) }
  }

  private mutating func thin(to count: Int, using generator: inout SplitMix64) {
    var gone: Set<Int> = []
    while gone.count < places.count - count {
      gone.insert(generator.nextIndex(below: places.count))
    }
    var kept = 0
    for index in places.indices where !gone.contains(index) {
      places[kept] = places[index]
      kept += 1
    }
    places.removeLast(places.count - kept)
  }

  private mutating func fill(to count: Int, of all: Int, using generator: inout SplitMix64) {
    var added: Set<Int> = []
    while places.count + added.count < count {
      let place = generator.nextIndex(below: all)
      if !holds(place) { added.insert(place) }
    }
    // Behind every place that was there, the added ones find theirs from the back.
    var (old, end) = (places.count - 1, count - 1)
    places.append(contentsOf: repeatElement(0, count: added.count))
    for place in added.sorted(by: >) {
      while old >= 0, places[old] > place {
        places[end] = places[old]
        (old, end) = (old - 1, end - 1)
      }
      places[end] = place
      end -= 1
    }
  }

  private func holds(_ place: Int) -> Bool {
    var range = places.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if places[middle] == place { return true }
      range =
        places[middle] < place
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
