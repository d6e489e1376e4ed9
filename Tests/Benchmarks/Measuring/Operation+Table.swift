internal import GraphMeasures
internal import GraphStructure

extension Operation {
  /// What it costs to start, and to start and read the graph.
  ///
  /// Subtracted where the instructions of whole processes are counted.
  static let baselines: [Operation] = [
    Operation("baseline_start", .none, needsGraph: false) { _ in .nothing },
    Operation("baseline_read", .none) { _ in .nothing },
  ]

  /// All operations.
  ///
  /// A new one is a line here, and a line a peer in the script that runs them.
  ///
  /// Scaling is what peers can give too: raw harmonic closeness and betweenness (each pair once),
  /// the closeness of Wasserman and Faust, eigenvectors with greatest entry 1, reach without the
  /// node itself.
  static let table: [Operation] =
    [
      Operation("load", .simpleGraph, needsGraph: false) { .graph(try $0.reread()) },
      Operation("degree", .degreeSum) { .counts($0.graph.degree()) },
      Operation("bfs", .searchTree) { .steps($0.graph.distances(from: $0.source)) },
      Operation("cc", .componentsOfSearch) { .parts($0.graph.components().labels) },
      Operation("pagerank", .pageRankEquation) {
        .scores(try $0.graph.pageRank(tolerance: 1e-10, execution: $0.execution))
      },
      Operation("betweenness", .betweennessSum) {
        .scores($0.graph.betweenness(scaling: .raw, execution: $0.execution))
      },
      Operation("betweenness_lengths", .leavesScoreZero, prepare: { _ = $0.graphWithDistances }) {
        .scores(
          try $0.graphWithDistances.betweenness(
            lengths: .distances, scaling: .raw, execution: $0.execution))
      },
      Operation("betweenness_sampled", .betweennessWithinErrors) {
        let sampled = try $0.graph.approximateBetweenness(
          epsilon: 0.01, confidence: 0.9, execution: $0.execution)
        return .sampledScores(sampled.scores, errors: sampled.errors)
      },
      Operation("edge_betweenness", .edgeBetweennessSum) {
        .scores($0.graph.edgeBetweenness(scaling: .raw, execution: $0.execution))
      },
      Operation("closeness", .search { $0.closeness }) {
        .scores($0.graph.closeness(execution: $0.execution).scores)
      },
      Operation("harmonic", .search { $0.harmonic }) {
        .scores($0.graph.harmonicCloseness(scaling: .raw, execution: $0.execution))
      },
      Operation("harmonic_top10", .topHarmonic(10)) {
        .ranking($0.graph.topHarmonicCloseness(10, execution: $0.execution).scores)
      },
      Operation("harmonic_top100", .topHarmonic(100)) {
        .ranking($0.graph.topHarmonicCloseness(100, execution: $0.execution).scores)
      },
      Operation("reach2", .search { $0.reach(2) }) {
        .counts($0.graph.reach(within: 2, execution: $0.execution).counts(within: 2))
      },
      Operation("reach3", .search { $0.reach(3) }) {
        .counts($0.graph.reach(within: 3, execution: $0.execution).counts(within: 3))
      },
      Operation("hyperball", .nearExactReciprocals) {
        .scores(try $0.graph.hyperBall(execution: $0.execution).sumsOfReciprocals)
      },
      Operation("decay", .search { $0.decay(0.5) }) {
        .scores(try $0.graph.decay(delta: 0.5, scaling: .raw, execution: $0.execution))
      },
      Operation("ecc", .search { $0.eccentricity }) {
        .counts($0.graph.eccentricity(execution: $0.execution))
      },
      Operation("diameter", .diameterBounds) {
        .value("diameter", Double($0.graph.diameter(execution: $0.execution) ?? 0))
      },
      Operation("distance_distribution", .pairsOfSamples) {
        .counts($0.graph.distanceSummary(execution: $0.execution).pairCounts)
      },
      Operation("apsp_avg", .meanBounds) {
        .value("avg", $0.graph.distanceSummary(execution: $0.execution).meanDistance)
      },
      Operation("triangles", .clusteringOfSamples) {
        .scores($0.graph.localClustering(execution: $0.execution))
      },
      Operation("kcore", .corenessOfNeighbors) { .counts($0.graph.coreness()) },
      Operation("eigenvector", .eigenvectorEquation) {
        .scores(try $0.graph.eigenvectorCentrality(execution: $0.execution).scores)
      },
      Operation("constraint", .constraintOfSamples) {
        .scores($0.graph.constraint(execution: $0.execution))
      },
      Operation("effective_size", .effectiveSizeOfSamples) {
        .scores($0.graph.effectiveSize(execution: $0.execution))
      },
      Operation("leiden", .communitiesAreSound) {
        .communities(try $0.graph.leiden(execution: $0.execution))
      },
      Operation("louvain", .modularityOfDefinition) {
        .communities(try $0.graph.louvain(execution: $0.execution))
      },
    ] + cohesion + models
}
