public import GraphStructure

extension Graph {
  /// Returns a random graph of given degrees, with loops and parallel edges (configuration model).
  ///
  /// Every node has as many stubs as its degree; all stubs are paired, every pairing as likely. A
  /// loop takes two stubs of its node.
  ///
  /// - Parameters:
  ///   - degrees: How many ends of edges each node has.
  ///   - generator: Where the random numbers come from; one a stub.
  /// - Returns: An undirected graph of half as many edges as the degrees add up to; loops and
  ///   parallel edges stay.
  /// - Throws: ``ModelError`` for degrees below 0 or of odd sum.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: B. Bollobás. A probabilistic proof of an asymptotic formula for the number of
  ///   labelled regular graphs. European Journal of Combinatorics 1, 1980.
  public static func configuration(
    degrees: [Int], using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    let sum = try checkedSum(of: degrees, most: ModelError.mostEdges)
    var stubs: [UInt32] = []
    stubs.reserveCapacity(sum)
    for (node, degree) in degrees.enumerated() {
      stubs.append(contentsOf: repeatElement(UInt32(node), count: degree))
    }
    generator.shuffle(&stubs)
    var edges = EdgeColumns(capacity: sum / 2)
    for stub in stride(from: 0, to: sum, by: 2) {
      edges.append(Int(stubs[stub]), Int(stubs[stub + 1]))
    }
    return try edges.graph(nodeCount: degrees.count, parallelEdges: .keep)
  }

  /// Returns a random simple graph of given degrees: without loops and parallel edges.
  ///
  /// One graph of these degrees is made (Havel and Hakimi) and then changed by many degree-preserving
  /// swaps, as ``rewired(swapsPerEdge:using:)`` does: near to every graph as likely, not exactly.
  ///
  /// - Parameters:
  ///   - degrees: The degree of each node.
  ///   - swapsPerEdge: How many swaps an edge are tried, 0 or more.
  ///   - generator: Where the random numbers come from.
  /// - Returns: A simple undirected graph.
  /// - Throws: ``ModelError`` for degrees outside 0…*n* − 1, of odd sum, or that no simple graph
  ///   has.
  /// - Complexity: O(*n* + *m* · `swapsPerEdge`) on average.
  /// - SeeAlso: S. L. Hakimi. On realizability of a set of integers as degrees of the vertices of a
  ///   linear graph. Journal of SIAM 10, 1962; F. Viger, M. Latapy. Efficient and simple generation
  ///   of random simple connected graphs with prescribed degree sequence. COCOON 2005.
  public static func simpleConfiguration(
    degrees: [Int], swapsPerEdge: Int = 10, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.checkSwaps(swapsPerEdge)
    _ = try checkedSum(of: degrees, most: max(0, degrees.count - 1))
    if let obstacle = DegreeSequence(degrees).obstacle { throw obstacle }
    let made = try DegreeSequence(degrees).realized()
    return made.swapped(swapsPerEdge: swapsPerEdge, using: &generator)
  }

  private static func checkedSum(of degrees: [Int], most: Int) throws(ModelError) -> Int {
    try ModelError.check("nodes", degrees.count, 0...ModelError.mostNodes)
    var sum = 0
    for (node, degree) in degrees.enumerated() {
      try ModelError.check("the degree of node \(node)", degree, 0...most)
      sum += degree
      try ModelError.check(expectedEdges: Double(sum / 2))
    }
    guard sum.isMultiple(of: 2) else { throw .oddDegreeSum(sum) }
    return sum
  }
}
