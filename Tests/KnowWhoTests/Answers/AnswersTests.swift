import Foundation
import KnowWho
import Testing

/// Our numbers beside those of networkx, igraph and sna on real networks.
@Suite(.enabled(if: ReferenceAnswers.folder != nil, "the reference answers are not at hand"))
struct AnswersTests {
  /// Columns that hold the same under another name in directed networks.
  private func direct(
    _ network: ReferenceNetwork, _ suffix: String, _ graph: Graph, _ direction: Direction
  ) {
    let (columns, name) = (network.columns, network.name)
    func check(_ column: String, _ actual: @autoclosure () -> [Double]) {
      guard let expected = columns[column] else { return }
      expectAnswers(actual(), expected, "\(name) \(column)")
    }
    let raw = graph.closeness(direction: direction, scaling: .raw)
    let reached = raw.reachedCounts.map(Double.init)
    check("reached_all" + suffix, reached)
    check(
      "closeness_component" + suffix, zip(raw.scores, reached).map { $1 > 0 ? $0 * $1 : .nan })
    check("closeness_wasserman_faust" + suffix, graph.closeness(direction: direction).scores)
    check(
      "harmonic_sum" + suffix, graph.harmonicCloseness(direction: direction, scaling: .raw))
    let reach = graph.reach(within: 3, direction: direction)
    check("reached_within2" + suffix, reach.counts(within: 2).map(Double.init))
    check("reached_within3" + suffix, reach.counts(within: 3).map(Double.init))
    check(
      "eccentricity_reachable" + suffix,
      graph.eccentricity(direction: direction).map(Double.init))
  }

  @Test("Distances", arguments: ReferenceAnswers.networks)
  func distances(name: String) throws {
    let network = try ReferenceNetwork(name)
    guard network.graph.isDirected else {
      return direct(network, "", network.graph, .outgoing)
    }
    direct(network, "_undirected", network.undirected, .outgoing)
    direct(network, "_out", network.graph, .outgoing)
    direct(network, "_in", network.graph, .incoming)
  }

  @Test("Measures of nodes", arguments: ReferenceAnswers.networks)
  func nodes(name: String) throws {
    let network = try ReferenceNetwork(name)
    let (graph, undirected, columns) = (network.graph, network.undirected, network.columns)
    func check(_ column: String, _ actual: () throws -> [Double]) rethrows {
      guard let expected = columns[column] else { return }
      expectAnswers(try actual(), expected, "\(name) \(column)")
    }
    check("degree_undirected") { undirected.degree().map(Double.init) }
    check("in_degree") { graph.degree(direction: .incoming).map(Double.init) }
    check("out_degree") { graph.degree().map(Double.init) }
    check("strength") { graph.strength() }
    check("in_strength") { graph.strength(direction: .incoming) }
    check("out_strength") { graph.strength() }
    check("component_weak_size") {
      let components = undirected.components()
      return components.labels.map { Double(components.sizes[$0]) }
    }
    check("core_number") { graph.coreness().map(Double.init) }
    check("clustering_local") { graph.localClustering() }
    try check("pagerank_085") { try graph.pageRank(tolerance: 1e-13) }
    try check("pagerank_085_weighted") {
      try graph.pageRank(values: .strengths, tolerance: 1e-13)
    }
    check("betweenness_raw") { graph.betweenness(scaling: .raw) }
    check("betweenness_norm") { graph.betweenness() }
    check("betweenness_raw_undirected") { undirected.betweenness(scaling: .raw) }
    check("betweenness_norm_undirected") { undirected.betweenness() }
    check("betweenness_raw_directed") { graph.betweenness(scaling: .raw) }
    check("betweenness_norm_directed") { graph.betweenness() }
    check("constraint") { graph.constraint() }
    check("constraint_undirected") { undirected.constraint() }
    try check("constraint_weighted") { try graph.constraint(values: .strengths) }
    check("effective_size") { graph.effectiveSize() }
    check("effective_size_undirected") { undirected.effectiveSize() }
    check("efficiency") { graph.efficiency() }
    let alpha = network.facts["katz_alpha"] ?? .nan
    try check("katz_raw") { try graph.katz(alpha: alpha) }
    try check("katz_l2") { try graph.katz(alpha: alpha, scaling: .l2) }
    try check("katz_raw_in") { try graph.katz(alpha: alpha) }
    try check("katz_l2_in") { try graph.katz(alpha: alpha, scaling: .l2) }
  }

  @Test("Eigenvectors", arguments: ReferenceAnswers.networks)
  func eigenvectors(name: String) throws {
    let network = try ReferenceNetwork(name)
    guard let expected = network.columns["eigenvector_max1"] else {
      // Left out where the largest eigenvalue is shared, which we refuse.
      #expect(throws: MeasureError.self) { try network.undirected.eigenvectorCentrality() }
      return
    }
    let result = try network.undirected.eigenvectorCentrality(tolerance: 1e-14)
    expectAnswers(result.scores, expected, "\(name) eigenvector_max1")
    expectAnswers(
      try network.undirected.eigenvectorCentrality(scaling: .l2, tolerance: 1e-14).scores,
      network.columns["eigenvector_l2"] ?? [], "\(name) eigenvector_l2")
    expectAnswer(
      result.eigenvalue, network.facts["lambda_max_undirected"], "\(name) largest eigenvalue")
  }

  @Test("Measures of whole networks", arguments: ReferenceAnswers.networks)
  func wholes(name: String) throws {
    let network = try ReferenceNetwork(name)
    let (graph, undirected) = (network.graph, network.undirected)
    func check(_ fact: String, _ actual: @autoclosure () -> Double) {
      expectAnswer(actual(), network.facts[fact], "\(name) \(fact)")
    }
    check("m_simple", Double(graph.edgeCount))
    check("density", graph.density)
    let components = undirected.components()
    check("components_weak", Double(components.count))
    check("largest_weak", Double(components.sizes.max() ?? 0))
    check("isolates", Double(undirected.degree().count { $0 == 0 }))
    check("transitivity_global", graph.transitivity())
    check("clustering_avg_deg<2_as_0", graph.averageClustering())
    check("clustering_avg_deg>=2_only", graph.averageClustering(over: .nodesWithTwoNeighbors))
    check("triangles", Double(graph.triangleCounts().reduce(0, +)) / 3)
    check("max_core", Double(graph.coreness().max() ?? 0))
    let suffix = graph.isDirected ? "_undirected" : ""
    for (suffix, graph) in [(suffix, undirected)] + (graph.isDirected ? [("_out", graph)] : []) {
      let summary = graph.distanceSummary()
      check("diameter_reachable" + suffix, Double(summary.diameter ?? 0))
      check("avg_path_length_reachable" + suffix, summary.meanDistance)
      check("global_efficiency" + suffix, summary.globalEfficiency)
      #expect(graph.diameter() == summary.diameter, "\(name)")
    }
    check("centralization_degree_freeman" + suffix, undirected.degreeCentralization().scaled)
    check("centralization_betweenness" + suffix, undirected.betweennessCentralization().scaled)
    check("centralization_closeness" + suffix, undirected.closenessCentralization().scaled)
    guard graph.isDirected else { return }
    check("centralization_outdegree", graph.degreeCentralization().scaled)
    check("centralization_indegree", graph.degreeCentralization(direction: .incoming).scaled)
    let strong = graph.strongComponents()
    check("components_strong", Double(strong.count))
    check("largest_strong", Double(strong.sizes.max() ?? 0))
  }

  @Test("Two modes", arguments: ReferenceAnswers.networks)
  func twoModes(name: String) throws {
    let network = try ReferenceNetwork(name)
    guard let rows = network.facts["twomode_rows"].map({ Int($0) }) else { return }
    var (first, second): ([UInt32], [UInt32]) = ([], [])
    for node in 0..<rows {
      for other in network.graph.successors(of: node) {
        first.append(UInt32(node))
        second.append(UInt32(other - rows))
      }
    }
    let graph = try TwoModeGraph(
      firstCount: rows, secondCount: network.graph.nodeCount - rows, first: first, second: second)
    let columns = network.columns
    expectAnswers(graph.degree(), columns["twomode_degree_norm"] ?? [], "\(name) degree")
    expectAnswers(
      graph.betweenness(), columns["twomode_betweenness_norm"] ?? [], "\(name) betweenness")
    expectAnswers(
      graph.closeness().scores, columns["twomode_closeness_norm"] ?? [], "\(name) closeness")
    expectAnswers(
      graph.localClustering(), columns["twomode_latapy_clustering_dot"] ?? [],
      "\(name) local clustering")
    expectAnswer(
      graph.clustering(), network.facts["twomode_robins_alexander_clustering"],
      "\(name) clustering")
  }

  /// Krackhardt's measures as the R package sna gives them.
  @Test("Command structure", arguments: ReferenceAnswers.snaNetworks)
  func commandStructure(name: String) throws {
    let table = try ReferenceNetwork.table(name, "sna_graph.csv")
    let facts = Dictionary(
      uniqueKeysWithValues: zip(table.texts("measure"), table.numbers("value")))
    let found = try ReferenceNetwork(name).graph.commandStructure()
    expectAnswer(found.connectedness, facts["connectedness"], "\(name) connectedness")
    expectAnswer(found.hierarchy, facts["hierarchy"], "\(name) hierarchy")
    expectAnswer(found.efficiency, facts["efficiency"], "\(name) efficiency")
    expectAnswer(found.snaUpperBoundedness, facts["lubness"], "\(name) lubness")
  }

  /// Betweenness with distances 1 / strength.
  ///
  /// The reference counts with whole numbers, so that paths of equal length are equal. Networkx compares rounded sums and misses some.
  @Test("Betweenness by distances", arguments: ReferenceAnswers.networks)
  func distancesOfStrengths(name: String) throws {
    guard
      let exact = try? ReferenceNetwork.table(name, "betweenness_weighted_exact.csv")
    else { return }
    let network = try ReferenceNetwork(name)
    let scores = try network.graph.withInverseStrengthDistances().betweenness(
      lengths: .distances, scaling: .raw)
    expectAnswers(
      scores, exact.numbers("betweenness_raw_1_over_w_exact_integer_distances"), name)
  }

  /// Burt's effective size of directed networks.
  ///
  /// Networkx 3.6.1, asked for all nodes at once, divides the tie of two contacts by the strongest
  /// tie of the wrong one. So its numbers must be those of that formula, all of them, and ours where
  /// the formula gives what the right one does.
  @Test("Effective size of directed networks", arguments: ReferenceAnswers.networks)
  func directedEffectiveSize(name: String) throws {
    let network = try ReferenceNetwork(name)
    guard let expected = network.columns["effective_size_directed_networkx"] else { return }
    expectAnswers(
      effectiveSizes(of: network.graph) { $1 }, expected, "\(name) as networkx divides")
    let right = effectiveSizes(of: network.graph) { contact, _ in contact }
    expectAnswers(network.graph.effectiveSize(), right, "\(name) effective size")
    let different = Set(right.indices.filter { abs(right[$0] - expected[$0]) > 1e-9 })
    expectAnswers(
      network.graph.effectiveSize(), expected, "\(name) effective size", except: different)
  }

  /// Burt's formula, with the choice of whose strongest tie divides that of a contact and a third.
  private func effectiveSizes(
    of graph: Graph, dividingByThatOf chosen: (_ contact: Int, _ third: Int) -> Int
  ) -> [Double] {
    func tie(_ first: Int, _ second: Int) -> Double {
      (graph.hasArc(from: first, to: second) ? 1 : 0)
        + (graph.hasArc(from: second, to: first) ? 1 : 0)
    }
    let contacts = graph.undirected.nodes.map { graph.undirected.successors(of: $0) }
    let strongest = graph.nodes.map { node in
      contacts[node].reduce(0) { max($0, tie(node, $1)) }
    }
    return graph.nodes.map { node in
      guard !contacts[node].isEmpty else { return .nan }
      let sum = contacts[node].reduce(0) { $0 + tie(node, $1) }
      return contacts[node].reduce(0) { size, contact in
        let redundancy = contacts[node].reduce(0) { sum, third in
          third == contact
            ? sum
            : sum + tie(node, third) * tie(contact, third) / strongest[chosen(contact, third)]
        }
        return size + 1 - redundancy / sum
      }
    }
  }
}
