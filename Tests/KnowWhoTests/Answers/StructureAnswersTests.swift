import Foundation
import KnowWho
import Testing

/// Census, assortativity, brokerage, key players and given partitions beside other tools.
@Suite(.enabled(if: ReferenceAnswers.folder != nil, "the reference answers are not at hand"))
struct StructureAnswersTests {
  @Test("Census and assortativity", arguments: ReferenceAnswers.networks)
  func census(name: String) throws {
    let network = try ReferenceNetwork(name)
    let (graph, undirected) = (network.graph, network.undirected)
    func check(_ fact: String, _ actual: @autoclosure () -> Double) {
      expectAnswer(actual(), network.facts[fact], "\(name) \(fact)")
    }
    check("degree_assortativity_undirected", undirected.degreeAssortativity())
    check("articulation_points", Double(undirected.articulationNodes().count))
    guard graph.isDirected else { return }
    check("degree_assortativity_out_in_directed", graph.degreeAssortativity())
    let dyads = graph.dyadCensus()
    check("reciprocity", dyads.reciprocity)
    check("dyads_mutual", Double(dyads.mutual))
    check("dyads_asym", Double(dyads.asymmetric))
    check("dyads_null", Double(dyads.null))
    guard network.facts["triad_003"] != nil else { return }
    let triads = graph.triadCensus()
    for type in TriadType.allCases {
      check("triad_\(type.rawValue)", Double(triads[type]))
    }
  }

  @Test("Given partitions", arguments: ReferenceAnswers.networks)
  func partitions(name: String) throws {
    let network = try ReferenceNetwork(name)
    guard let expected = network.facts["modularity_given_partition"],
      let labels = network.columns["given_partition"]
    else { return }
    let partition = Partition(labels.map { Int($0) })
    // Symmetrised and unweighted.
    expectAnswer(
      try network.undirected.modularity(of: partition), expected, "\(name) modularity")
    let ties = GroupTies(
      in: network.undirected, groups: partition.labels.map(Optional.init), count: partition.count)
    expectAnswer(ties.eiIndex, network.facts["EI_index_given_partition"], "\(name) E-I index")
  }

  @Test("Gould and Fernandez's roles", arguments: ReferenceAnswers.networks)
  func brokerage(name: String) throws {
    guard let table = try? ReferenceNetwork.table(name, "brokerage_gould_fernandez.csv")
    else { return }
    let network = try ReferenceNetwork(name)
    let entries = table.texts(table.names[2])
    let names = Set(entries).sorted()
    let groups = entries.map { names.firstIndex(of: $0) }
    let counts = network.graph.brokerageCounts(groups: groups)
    let columns: [(BrokerageRole, String)] = [
      (.coordinator, "coordinator_wI"), (.itinerant, "itinerant_wO"),
      (.gatekeeper, "gatekeeper_bOI"), (.representative, "representative_bIO"),
      (.liaison, "liaison_bO"),
    ]
    for (role, column) in columns {
      expectAnswers(
        network.graph.nodes.map { Double(counts.count(role, of: $0)) }, table.numbers(column),
        "\(name) \(column)")
    }
  }

  /// R sna 2.7.1 judges the counts by random graphs of the same density.
  @Test("Gould and Fernandez's roles beside chance", arguments: ReferenceAnswers.snaNetworks)
  func brokerageBesideChance(name: String) throws {
    guard let table = try? ReferenceNetwork.table(name, "brokerage_gould_fernandez.csv")
    else { return }
    let sna = try ReferenceNetwork.table(name, "sna_node.csv")
    let network = try ReferenceNetwork(name)
    let entries = table.texts(table.names[2])
    let names = Set(entries).sorted()
    let scores = network.graph.brokerageScoresByDensity(
      groups: entries.map { names.firstIndex(of: $0) })
    for (place, code) in ["w_I", "w_O", "b_OI", "b_IO", "b_O"].enumerated()
    where sna.names.contains("gfexp_\(code)") {
      expectAnswers(
        scores.map { $0[place].expected }, sna.numbers("gfexp_\(code)"), "\(name) \(code) expected")
      expectAnswers(
        scores.map { $0[place].zScore }, sna.numbers("gfz_\(code)"), "\(name) \(code) z")
    }
  }

  @Test("Key players", arguments: ReferenceAnswers.networks)
  func keyPlayers(name: String) throws {
    guard let results = try? ReferenceNetwork.keyPlayers(name) else { return }
    let graph = try ReferenceNetwork(name).undirected
    for (count, values) in results {
      func check(_ key: String, _ goal: KeyPlayerGoal, times factor: Double = 1) throws {
        guard let expected = values[key] else { return }
        let found = try graph.keyPlayers(count, for: goal)
        #expect(found.isExact, "\(name) \(count) \(key)")
        expectAnswer(found.score * factor, expected, "\(name) \(count) \(key)")
      }
      try check("NEG_F_remaining", .fragmentation)
      try check("POS_DR_over_n", .distanceWeightedReach)
      try check("POS_reach1", .reach(within: 1), times: Double(graph.nodeCount))
      try check("POS_reach2", .reach(within: 2), times: Double(graph.nodeCount))
    }
  }
}

extension ReferenceNetwork {
  /// Returns, for each number of key players, the best values by name.
  fileprivate static func keyPlayers(_ name: String) throws -> [Int: [String: Double]] {
    let folder = try #require(ReferenceAnswers.folder)
    let data = try Data(contentsOf: folder.appending(path: "\(name)/keyplayer.json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let results = object?["results"] as? [String: [String: Any]] ?? [:]
    var found: [Int: [String: Double]] = [:]
    for (count, values) in results {
      guard let count = Int(count) else { continue }
      found[count] = values.compactMapValues {
        (($0 as? [String: Any])?["value"] as? NSNumber)?.doubleValue
      }
    }
    return found
  }
}
