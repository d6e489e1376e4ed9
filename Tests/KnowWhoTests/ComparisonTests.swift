import KnowWho
import Testing

@Suite struct GraphProfileTests {
  private func profile(_ pairs: [(Int, Int)], nodes: Int, isDirected: Bool = false) throws
    -> GraphProfile
  {
    GraphProfile(
      of: try Graph(
        nodeCount: nodes, edges: pairs.map { (source: $0, target: $1) }, isDirected: isDirected))
  }

  /// A star of one centre and three leaves: every figure by hand.
  @Test func ofAStar() throws {
    let star = try profile([(0, 1), (0, 2), (0, 3)], nodes: 4)
    #expect(star.nodeCount == 4)
    #expect(star.edgeCount == 3)
    #expect(star.density == 0.5)
    #expect(star.meanDegree == 1.5)
    #expect(star.greatestDegree == 3)
    #expect(star.componentCount == 1)
    #expect(star.largestComponent == 4)
    #expect(star.isolateCount == 0)
    #expect(star.totalStrength == nil)
    #expect(star.transitivity == 0)
    #expect(star.averageClustering == 0)
    #expect(abs(star.degreeCentralization - 1) < 1e-12)
    let distances = try #require(star.distances)
    // Three pairs at one step, three at two.
    #expect(distances.meanDistance == 1.5)
    #expect(distances.diameter == 2)
    #expect(distances.shareWithin2 == 1)
    #expect(abs(distances.betweennessCentralization - 1) < 1e-12)
    #expect(abs(distances.closenessCentralization - 1) < 1e-12)
  }

  /// A triangle with a tail of two, and an isolate.
  @Test func ofATriangleWithATail() throws {
    let graph = try profile([(0, 1), (1, 2), (0, 2), (2, 3), (3, 4)], nodes: 6)
    #expect(graph.componentCount == 2)
    #expect(graph.largestComponent == 5)
    #expect(graph.isolateCount == 1)
    #expect(graph.density == 5.0 / 15)
    // One triangle is three closed triples; centres 0, 1, 2, 3 make 1 + 1 + 3 + 1.
    #expect(graph.transitivity == 0.5)
    let distances = try #require(graph.distances)
    // Five pairs at 1; 0–3, 1–3 and 2–4 at 2; 0–4 and 1–4 at 3; five pairs never.
    #expect(abs(distances.meanDistance - 17.0 / 10) < 1e-12)
    #expect(distances.diameter == 3)
    #expect(abs(distances.shareWithin2 - 8.0 / 15) < 1e-12)
    #expect(abs(distances.shareWithin3 - 10.0 / 15) < 1e-12)
    #expect(distances.closenessCentralization.isNaN)
  }

  @Test func ofStrengthsAndDirections() throws {
    let strong = GraphProfile(
      of: try Graph(
        nodeCount: 3, edges: [(source: 0, target: 1), (source: 2, target: 2)], strengths: [2.5, 4]))
    #expect(strong.totalStrength == 6.5)
    let directed = try profile([(0, 1), (1, 0), (1, 2)], nodes: 3, isDirected: true)
    #expect(directed.density == 0.5)
    #expect(directed.meanDegree == 1)
  }

  @Test func ofNothing() throws {
    let none = try profile([], nodes: 0)
    #expect(none.nodeCount == 0)
    #expect(none.componentCount == 0)
    #expect(none.density.isNaN)
    #expect(none.meanDegree.isNaN)
    #expect(none.greatestDegree == 0)
    #expect(none.distances?.diameter == nil)
    let one = try profile([], nodes: 1)
    #expect(one.isolateCount == 1)
    #expect(one.meanDegree == 0)
  }
}

@Suite struct ProfileComparisonTests {
  private func profile(_ pairs: [(Int, Int)], nodes: Int) throws -> GraphProfile {
    GraphProfile(of: try Graph(nodeCount: nodes, edges: pairs.map { (source: $0, target: $1) }))
  }

  /// A star of four, a path of ten: which of them each sentence names.
  @Test func theRightSideIsNamed() throws {
    let star = try profile([(0, 1), (0, 2), (0, 3)], nodes: 4)
    let path = try profile((0..<9).map { ($0, $0 + 1) }, nodes: 10)
    let starLarger: [ProfileFigure] = [
      .density, .shareWithin2, .shareWithin3, .degreeCentralization, .betweennessCentralization,
      .closenessCentralization,
    ]
    let pathLarger: [ProfileFigure] = [.nodes, .meanDegree, .meanDistance]
    for (comparison, star, path) in [
      (ProfileComparison(star, path), "A", "B"), (ProfileComparison(path, star), "B", "A"),
    ] {
      func names(_ row: ProfileFigure, _ side: String) -> Bool {
        comparison.reading(of: row).english.split { !$0.isLetter }.contains { $0 == side }
      }
      for row in starLarger { #expect(names(row, star), "\(comparison.reading(of: row).english)") }
      for row in starLarger where path == "B" { #expect(!names(row, path)) }
      for row in pathLarger { #expect(names(row, path), "\(comparison.reading(of: row).english)") }
      #expect(comparison.reading(of: .nodes).english == "\(path) is 2.5 times as large.")
      #expect(comparison.reading(of: .components).english == "Both hang together.")
      #expect(comparison.reading(of: .transitivity).english == "No difference.")
      #expect(comparison.readings.count == ProfileComparison.figures.count)
      #expect(comparison.readings.allSatisfy { $0.english.hasSuffix(".") })
    }
  }

  @Test func partsAndSizes() throws {
    let whole = try profile([(0, 1), (1, 2)], nodes: 3)
    let parts = try profile([(0, 1)], nodes: 3)
    let empty = try profile([], nodes: 0)
    func components(_ a: GraphProfile, _ b: GraphProfile) -> String {
      ProfileComparison(a, b).reading(of: .components).english
    }
    #expect(components(whole, parts) == "A hangs together, B falls into parts.")
    #expect(components(parts, whole) == "B hangs together, A falls into parts.")
    #expect(components(parts, parts) == "Both fall into parts.")
    #expect(components(whole, empty) == "One of the two is empty.")
    #expect(components(empty, empty) == "Both are empty.")
    #expect(
      ProfileComparison(whole, parts).reading(of: .nodes).english == "Both are of the same size.")
    #expect(
      ProfileComparison(whole, empty).reading(of: .nodes).english == "One of the two is empty.")
    #expect(ProfileComparison(empty, empty).reading(of: .nodes).english == "Both are empty.")
    #expect(
      ProfileComparison(whole, empty).reading(of: .density).english
        == "Not defined for one of the two.")
    // Closeness centralization asks for one component.
    #expect(
      ProfileComparison(whole, parts).reading(of: .closenessCentralization).english
        == "Not defined for one of the two.")
  }

  @Test func rawDensityIsWarnedOf() {
    #expect(ProfileComparison.warning.english.contains("raw density"))
  }
}
