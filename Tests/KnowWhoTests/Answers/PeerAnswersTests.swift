import Foundation
import KnowWho
import Testing

/// What `--match` gives, beside what the peers gave.
@Suite(.enabled(if: ReferenceAnswers.folder != nil, "the reference answers are not at hand"))
struct PeerAnswersTests {
  private func scores(
    _ measure: String, _ peer: Peer, of graph: Graph, alpha: Double? = nil,
    scaling: Scaling? = nil
  ) throws -> [Double] {
    var settings = NodeMeasure.Settings(scaling: scaling)
    settings.peer = peer
    settings.alpha = alpha
    let columns = try #require(NodeMeasure.named(measure)).columns(graph, settings)
    return try #require(columns.first).scores
  }

  @Test("networkx", arguments: ReferenceAnswers.networks)
  func networkx(name: String) throws {
    let network = try ReferenceNetwork(name)
    let isDirected = network.graph.isDirected
    func check(_ measure: String, _ column: String, alpha: Double? = nil) throws {
      guard let expected = network.columns[column] else { return }
      expectAnswers(
        try scores(measure, .networkx, of: network.graph, alpha: alpha), expected,
        "\(name) \(measure)")
    }
    try check("closeness", "closeness_wasserman_faust" + (isDirected ? "_in" : ""))
    try check("harmonic", "harmonic_sum" + (isDirected ? "_in" : ""))
    try check("betweenness", "betweenness_norm" + (isDirected ? "_directed" : ""))
    try check(
      "katz", "katz_l2" + (isDirected ? "_in" : ""), alpha: network.facts["katz_alpha"])
    try check("constraint", "constraint")
    guard !isDirected else { return }
    try check("coreness", "core_number")
    try check("clustering", "clustering_local")
    try check("effectiveSize", "effective_size")
    try check("eigenvector", "eigenvector_l2")
  }

  @Test("igraph", arguments: ReferenceAnswers.networks)
  func igraph(name: String) throws {
    let network = try ReferenceNetwork(name)
    let isDirected = network.graph.isDirected
    let (others, columns) = (Double(network.graph.nodeCount - 1), network.columns)
    func check(_ measure: String, _ expected: [Double]?) throws {
      guard let expected else { return }
      expectAnswers(
        try scores(measure, .igraph, of: network.graph), expected, "\(name) \(measure)")
    }
    try check("closeness", columns["closeness_component" + (isDirected ? "_out" : "")])
    try check(
      "harmonic", columns["harmonic_sum" + (isDirected ? "_out" : "")]?.map { $0 / others })
    try check("betweenness", columns["betweenness_raw" + (isDirected ? "_directed" : "")])
    try check("constraint", columns["constraint"])
    try check(
      "reach2", columns["reached_within2" + (isDirected ? "_out" : "")]?.map { $0 + 1 })
    if let degrees = columns["degree_undirected"], let local = columns["clustering_local"] {
      try check("clustering", zip(local, degrees).map { $1 < 2 ? .nan : $0 })
    }
    if !isDirected { try check("eigenvector", columns["eigenvector_max1"]) }
  }

  /// R sna 2.7.1, run on these networks.
  @Test("sna", arguments: ReferenceAnswers.snaNetworks)
  func sna(name: String) throws {
    let network = try ReferenceNetwork(name)
    let table = try ReferenceNetwork.table(name, "sna_node.csv")
    for (measure, column, graph) in [
      ("degree", "degree_freeman", network.graph), ("inDegree", "indegree", network.graph),
      ("outDegree", "outdegree", network.graph), ("betweenness", "betweenness", network.graph),
      ("closeness", "closeness", network.graph),
      ("harmonic", "closeness_suminvdist", network.graph),
      ("eigenvector", "evcent_undirected", network.undirected),
      ("coreness", "kcore", network.undirected),
    ] where table.names.contains(column) {
      if measure == "eigenvector" {
        if network.columns["eigenvector_l2"] == nil { continue }
        // Trees and stars, on which sna's iteration stops short of any eigenvector.
        guard !["hitech_reports", "wf_line", "wf_star"].contains(name) else {
          #expect(throws: MeasureError.self) { try scores(measure, .sna, of: graph) }
          continue
        }
      }
      expectAnswers(
        try scores(measure, .sna, of: graph), table.numbers(column), "\(name) \(measure)",
        tolerance: measure == "eigenvector" ? 1e-7 : 1e-9)
    }
  }

  /// UCINET 6.849, as printed in the logs and snapshots that the published table names.
  @Test("UCINET's published numbers")
  func ucinet() throws {
    let folder = try #require(ReferenceAnswers.folder)
    let file = folder.deletingLastPathComponent().appending(path: "PUBLISHED.csv")
    let table = try CSVTable(file)
    let network = try ReferenceNetwork("campnet_corrected")
    let others = Double(network.graph.nodeCount - 1)
    let backwards = network.graph.reversed
    let ours: [String: [Double]] = [
      "in_degree": try scores("inDegree", .ucinet, of: network.graph),
      "betweenness_raw_directed": try scores("betweenness", .ucinet, of: network.graph),
      "eigenvector_l2 (symmetrised by maximum)": try scores(
        "eigenvector", .ucinet, of: network.graph),
      // Published as counts: shares of the others times their number.
      "reached_within2_out": try scores("reach2", .ucinet, of: network.graph).map { $0 * others },
      "reached_within3_out": try scores("reach3", .ucinet, of: network.graph).map { $0 * others },
      "distance-weighted reach out = harmonic_sum_out": try scores(
        "harmonic", .ucinet, of: network.graph
      ).map { $0 * others },
      "distance-weighted reach in = harmonic_sum_in": try scores(
        "harmonic", .ucinet, of: backwards
      ).map { $0 * others },
      "constraint, EGO-NETWORK method (ties among ego and alters only, symmetrised by sum)":
        try scores("constraint", .ucinet, of: network.graph),
      "effective size, ego network, symmetrised by sum": try scores(
        "effectiveSize", .ucinet, of: network.graph),
    ]
    var compared = 0
    for (index, name) in table.texts("network").enumerated() where name == network.name {
      guard let scores = ours[table.texts("measure")[index]],
        let node = network.labels.firstIndex(of: table.texts("item")[index])
      else { continue }
      let published = table.numbers("published")[index]
      // A printed number is right to its digits; some were printed in single precision.
      #expect(
        abs(scores[node] - published) <= max(table.numbers("tolerance")[index], 1e-12),
        "\(table.texts("measure")[index]) of \(network.labels[node]): \(scores[node])")
      compared += 1
    }
    #expect(compared == 9 * 18)
  }
}
