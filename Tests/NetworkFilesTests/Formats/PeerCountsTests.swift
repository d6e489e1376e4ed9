import Foundation
import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// Every file of other programs in these formats has the nodes and ties that its peers find.
@Suite(.enabled(if: SharedData.isThere))
struct PeerCountsTests {
  /// What we refuse, and why.
  private let refused = [
    "copyleft/pajek/igraph_pajek_bip2.net":
      "rows of 6 numbers in a matrix of 5 columns: which one is too many is not for us to say",
    "permissive/mtx/lagraph_comments_west0067.mtx": "NaN is no value of a tie",
  ]

  /// Where a peer finds something else, and why.
  private let other = [
    "copyleft/pajek/igraph_pajek4.net networkx 3.6.1":
      "no ties: it does not know lines that end in CR",
    "copyleft/pajek/igraph_pajek_arcslist.net networkx 3.6.1": "it takes lists for pairs",
    "copyleft/pajek/igraph_pajek_edgeslist.net networkx 3.6.1": "it takes lists for pairs",
    "nc-sa/pajek/GraphList.net networkx 3.6.1": "it takes lists for pairs",
    "nc-sa/pajek/Padgett_wafa.paj networkx 3.6.1": "it takes partitions for vertices",
    "nc-sa/pajek/HighTech.paj networkx 3.6.1": "it takes partitions for vertices",
  ]

  @Test func sizesAreThoseOfThePeers() throws {
    var count = 0
    for row in try SharedData.rows(of: "PARSE_PEERS.csv") {
      let (file, peer) = (row[0], row[1])
      let endings = ["net", "paj", "pajek", "mtx", "dl", "dat"]
      guard endings.contains(NetworkFile.fileExtension(of: file)), !row[3].isEmpty,
        let ties = Int(row[3])
      else { continue }
      if refused[file] != nil {
        #expect(problem(reading: "\(SharedData.folder)/\(file)") != nil)
        continue
      }
      if other["\(file) \(peer)"] != nil { continue }
      let network = try Network(contentsOf: "\(SharedData.folder)/\(file)")
      // `5x5x1` for rows, columns and matrices; two modes where rows and columns differ.
      let sizes = row[2].split(separator: "x").compactMap { Int($0) }
      let isRectangular = sizes.count > 1 && sizes[0] != sizes[1]
      #expect(network.actors.count == (isRectangular ? sizes[0] + sizes[1] : sizes[0]), "\(file)")
      // Of several matrices, peers of DL count the first.
      let kind = sizes.count == 3 ? network.tieKinds.first?.rawValue : nil
      let once = network.ties.indices.count { kind == nil || network.ties.kinds?[$0] == kind }
      #expect(
        ties == once || ties == network.arcCount(ofKind: kind), "\(file) \(peer) \(once)")
      count += 1
    }
    #expect(count > 110)
  }

  /// Networks of `SUMMARY.csv`, with the kind of ties where the file has several.
  private let kinds: [String: String] = [
    "florentine_business": "PADGB", "florentine_marriage": "PADGM", "gama_positive": "GAMAPOS",
    "hitech_advice": "gives_advice_to", "hitech_friendship": "is_friend_of",
    "hitech_reports": "reports_to", "kapmine_uniplex": "KAPFMU", "karate_weighted": "ZACHC",
    "knoke_information": "Information exchange", "knoke_money": "Money exchange",
    "lazega_advice": "advice", "lazega_cowork": "cowork", "lazega_friends": "friends",
    "sampson_like3": "SAMPLK3", "wf_circle": "circle", "wf_line": "line", "wf_star": "star",
    "wiring_positive": "RDPOS",
  ]

  @Test func simpleNetworksAreThoseOfTheSummary() throws {
    var count = 0
    for row in try SharedData.rows(of: "SUMMARY.csv") {
      let (name, isDirected) = (row[0], row[7] == "True")
      let file = row[1].split(separator: " ")[0].replacingOccurrences(of: "shared/", with: "")
      let endings = ["net", "paj", "pajek", "mtx", "dl", "dat", "csv", "txt", "edgelist"]
      guard endings.contains(NetworkFile.fileExtension(of: file)) else { continue }
      let network = try Network(
        contentsOf: "\(SharedData.folder)/\(file)", isDirected: isDirected)
      let view = try network.graph(
        ties: kinds[name].map { [TieKind(rawValue: $0)] },
        direction: isDirected ? .asGiven : .undirected, isolates: true)
      #expect(view.graph.nodeCount == Int(row[2]), "\(name)")
      #expect(view.graph.edgeCount == Int(row[3]), "\(name)")
      #expect(view.droppedLoopCount == Int(row[5]), "\(name)")
      count += 1
    }
    #expect(count > 40)
  }
}
