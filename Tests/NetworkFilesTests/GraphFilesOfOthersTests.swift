import Foundation
import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// GraphML, GEXF, GML, JSON and DOT of other programs, against what these programs make of them.
@Suite(.enabled(if: SharedData.isThere, "skipped: the collection of files is not there"))
struct GraphFilesOfOthersTests {
  private let endings = ["graphml", "gexf", "gml", "json", "dot", "gv"]

  /// Files that are refused here, with a part of the message, and why.
  private let refused: [String: String] = [
    // Igraph makes nodes of records without ids; networkx refuses them, as GML does. `directed 2`
    // comes first in the file.
    "copyleft/gml/igraph_graph2.gml": "directed must be 0 or 1",
    // No network at all: Gephi's test of titles.
    "copyleft/gexf/gephi_meta.gexf": "no graph element",
  ]

  /// Files in which another number of nodes or ties is read than pydot reads, who takes `node` and
  /// `edge` defaults, ports and strict graphs for nodes; Graphviz itself counts as is counted here.
  private let countsOfGraphviz: [String: (Int, Int)] = [
    "copyleft/dot/graphviz_Latin1.gv": (1, 0), "copyleft/dot/graphviz_clust4.gv": (10, 13),
    "copyleft/dot/graphviz_html2.gv": (4, 3), "copyleft/dot/graphviz_record2.gv": (2, 1),
  ]

  @Test func nodesAndTiesAreThoseThatPeersRead() throws {
    var peers: [String: [(n: Int, m: Int, isDirected: Bool)]] = [:]
    var files: Set<String> = []
    for row in try SharedData.rows(of: "PARSE_PEERS.csv")
    where endings.contains(NetworkFile.fileExtension(of: row[0])) {
      files.insert(row[0])
      if let n = Int(row[2]), let m = Int(row[3]) {
        peers[row[0], default: []].append((n, m, row[4] == "True"))
      }
    }
    #expect(files.count == 92)
    for file in files.sorted() {
      let path = "\(SharedData.folder)/\(file)"
      if let words = refused[file] {
        let found = problem(reading: path)
        #expect(found?.problem.english.contains(words) ?? false, "\(file): \(found as Any)")
        continue
      }
      let reading: NetworkFile.Reading
      do {
        reading = try NetworkFile.read(path)
      } catch {
        Issue.record("\(error)")
        continue
      }
      let size = reading.network.size
      if let (n, m) = countsOfGraphviz[file] {
        #expect(size.actors == n && size.ties == m, "\(file): \(size)")
        continue
      }
      for peer in peers[file] ?? [] {
        #expect(size.actors == peer.n && size.ties == peer.m, "\(file): \(size), peer \(peer)")
        // Where directions are mixed, each peer takes one of both.
        if let isDirected = size.isDirected, size.ties > 0 {
          #expect(isDirected == peer.isDirected, "\(file)")
        }
      }
    }
  }

  @Test func simpleNetworksAreThoseOfTheAnswers() throws {
    var count = 0
    for row in try SharedData.rows(of: "SUMMARY.csv") {
      let file = row[1].split(separator: " ").first.map(String.init) ?? ""
      let answers = row.dropFirst(2).prefix(5).map { Int($0) }
      guard endings.contains(NetworkFile.fileExtension(of: file)), file == row[1] else { continue }
      let network = try NetworkFile.read("\(SharedData.folder)/\(file)").network
      let view = try network.graph()
      #expect(
        [
          network.actors.count, view.graph.edgeCount, network.ties.count, view.droppedLoopCount,
          view.mergedTieCount,
        ] == answers, "\(file)")
      count += 1
    }
    #expect(count >= 11)
  }

  /// What is read of every file can be written in every form, and comes back from it.
  @Test func whatIsReadComesBackFromEveryFormat() throws {
    let folder = try TemporaryFolder()
    let paths = try SharedData.rows(of: "PARSE_PEERS.csv").map { $0[0] }
      .filter { endings.contains(NetworkFile.fileExtension(of: $0)) && refused[$0] == nil }
    for file in Set(paths).sorted() {
      let path = "\(SharedData.folder)/\(file)"
      // A debug build takes its time over the large ones.
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)).count, bytes < 40_000,
        let network = try? NetworkFile.read(path).network
      else { continue }
      for ending in GraphFormatRoundTripTests.endings {
        // Holds a backslash before a quote, which DOT cannot.
        if ending == "dot", file == "permissive/gexf/v1_3_writer.gexf" { continue }
        _ = try NetworkFile.write(network, to: folder["copy.\(ending)"])
        let copy = try NetworkFile.read(folder["copy.\(ending)"]).network
        expectEqual(copy, network, "\(file) in \(ending)")
      }
    }
  }
}

/// Expects two networks to be the same, and says which part is not; attributes without a single
/// cell say nothing.
func expectEqual(_ found: Network, _ expected: Network, _ words: String) {
  let (found, expected) = (found.comparable, expected.comparable)
  #expect(found.description == expected.description, "\(words)")
  #expect(found.actors.ids == expected.actors.ids, "\(words)")
  #expect(
    found.actors.attributes.map(\.name) == expected.actors.attributes.map(\.name), "\(words)")
  #expect(found.actors == expected.actors, "\(words)")
  #expect(found.ties.directions == expected.ties.directions, "\(words)")
  #expect(found.ties.strengths == expected.ties.strengths, "\(words)")
  #expect(found.ties.attributes.map(\.name) == expected.ties.attributes.map(\.name), "\(words)")
  #expect(found.ties == expected.ties, "\(words)")
}

extension Network {
  /// The network with -1 for numbers that were not given, as NaN equals nothing, and without
  /// attributes that have no cell.
  fileprivate var comparable: Network {
    func filled(_ attributes: [Attribute]) -> [Attribute] {
      attributes.filter { !$0.values.allSatisfy(\.isEmpty) }
    }
    var ties = ties
    ties.strengths = ties.strengths.map { Column($0.map { $0.isNaN ? -1 : $0 }) }
    ties.distances = ties.distances.map { Column($0.map { $0.isNaN ? -1 : $0 }) }
    ties.attributes = filled(ties.attributes)
    return Network(
      description: description,
      actors: Actors(
        ids: actors.ids, names: actors.names, namesJa: actors.namesJa, kinds: actors.kinds,
        attributes: filled(actors.attributes)), ties: ties)
  }
}
