import Foundation
import Testing

/// Published numbers of other tools, as a user gets them from the command line.
///
/// The numbers are not part of the package: they lie in the folder that `KNOWWHO_ANSWERS` names, or
/// beside the package as `shared/data/answers`.
@Suite(.enabled(if: PublishedNumbers.folder != nil, "the reference answers are not at hand"))
struct PublishedNumbersTests {
  /// UCINET 6.849's runs on the Camp network.
  @Test func ucinet() throws {
    let numbers = try PublishedNumbers("campnet_corrected")
    let rows = try numbers.rows(
      "centrality", "--directed", "--match", "ucinet", "--measure",
      "inDegree,betweenness,eigenvector,reach2,reach3,harmonic")
    let holes = try numbers.rows("holes", "--directed", "--match", "ucinet")
    let back = try numbers.rows(
      "centrality", "--directed", "--match", "ucinet", "--measure", "harmonic", isReversed: true)
    let others = Double(rows.count - 1)
    // Reach was published as counts: shares of the others times their number.
    let found: [(String, [[String: String]], String, Double)] = [
      ("in_degree", rows, "inDegree", 1), ("betweenness_raw_directed", rows, "betweenness", 1),
      ("eigenvector_l2 (symmetrised by maximum)", rows, "eigenvector", 1),
      ("reached_within2_out", rows, "reach2", others),
      ("reached_within3_out", rows, "reach3", others),
      ("distance-weighted reach out = harmonic_sum_out", rows, "harmonic", others),
      ("distance-weighted reach in = harmonic_sum_in", back, "harmonic", others),
      (
        "constraint, EGO-NETWORK method (ties among ego and alters only, symmetrised by sum)",
        holes, "constraint", 1
      ), ("effective size, ego network, symmetrised by sum", holes, "effectiveSize", 1),
    ]
    for (measure, rows, column, factor) in found {
      let published = try numbers.published(measure)
      #expect(published.count == 18, "\(measure)")
      for (item, number, tolerance) in published {
        let ours = rows.first { $0["name"] == item || $0["id"] == item }?[column]
        let score = (ours.flatMap { Double($0) } ?? .nan) * factor
        #expect(abs(score - number) <= max(tolerance, 1e-9), "\(measure) of \(item): \(score)")
      }
    }
  }

  /// R sna 2.7.1's scores of nodes.
  @Test(arguments: ["karate", "knoke_information", "hitech_advice"])
  func sna(name: String) throws {
    let numbers = try PublishedNumbers(name)
    let directed = numbers.isDirected ? ["--directed"] : []
    let rows = try numbers.rows(
      ["centrality", "--match", "sna", "--measure"]
        + [numbers.isDirected ? "inDegree,outDegree," : ""].map {
          $0 + "degree,betweenness,closeness,harmonic"
        } + directed)
    var columns = [("degree_freeman", "degree"), ("betweenness", "betweenness")]
    columns += [("closeness", "closeness"), ("closeness_suminvdist", "harmonic")]
    if numbers.isDirected { columns += [("indegree", "inDegree"), ("outdegree", "outDegree")] }
    try numbers.compare(rows, columns)
    let brokers = try numbers.rows(
      ["brokerage", "--match", "sna", "--group-by", "part"] + directed)
    let roles = [
      ("w_I", "coordinator"), ("w_O", "itinerant"), ("b_OI", "gatekeeper"),
      ("b_IO", "representative"), ("b_O", "liaison"),
    ]
    for (code, role) in roles {
      try numbers.compare(
        brokers,
        [("gf_\(code)", role), ("gfexp_\(code)", "\(role)Expected"), ("gfz_\(code)", "\(role)Z")])
    }
  }

  /// Borgatti and Halgin's table of the women and events of Davis, Gardner and Gardner.
  @Test func twoModes() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/davis", "--mode", "two-mode", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    let numbers = try PublishedNumbers("davis_women")
    var compared = 0
    for (measure, column) in [
      ("two-mode degree (normalised)", "degree"),
      ("two-mode betweenness (normalised)", "betweenness"),
      ("two-mode closeness (normalised)", "closeness"),
    ] {
      for (item, number, tolerance) in try numbers.published(measure) {
        // Events are E01 there and E1 here, and two women are spelt otherwise.
        let plain =
          ["MYRNA": "MYRA", "KATHERINE": "KATHERINA"][item]
          ?? (item.hasPrefix("E0") ? "E" + item.dropFirst(2) : item)
        let row = rows.first { row in
          [row["id"], row["name"]].contains { $0?.uppercased() == plain }
        }
        guard let ours = row?[column].flatMap({ Double($0) }) else { continue }
        #expect(abs(ours - number) <= tolerance, "\(measure) of \(item): \(ours)")
        compared += 1
      }
    }
    #expect(compared == 3 * 32)
  }
}

/// One network of the reference answers, as files that the tool reads.
private final class PublishedNumbers {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["KNOWWHO_ANSWERS"].map { URL(filePath: $0) }
    let folder =
      named
      ?? Tool.root.deletingLastPathComponent().appending(path: "shared/data/answers")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  let isDirected: Bool
  private let name: String
  private let files: TemporaryFolder
  private let nodes: [[String: String]]

  init(_ name: String) throws {
    self.name = name
    files = try TemporaryFolder()
    let folder = try #require(Self.folder).appending(path: name)
    func text(_ file: String) throws -> String { try Self.text(folder.appending(path: file)) }
    nodes = Tool.rows(try text("node.csv"))
    isDirected = try text("graph.json").contains("\"directed\": true")
    // The third column says the groups, under a name of its own in every network.
    let brokers = try? text("brokerage_gould_fernandez.csv")
    let header = brokers?.split(separator: "\n").first?.split(separator: ",") ?? []
    let parts = brokers.map { table in
      Tool.rows(table).map { row in (header.count > 2 ? row[String(header[2])] : nil) ?? "" }
    }
    let ties = Tool.rows(try text("edges_simple.csv"))
    for (place, isReversed) in [("forward", false), ("back", true)] {
      var actors = "id,name,part\n"
      for (index, node) in nodes.enumerated() {
        actors += "\(index),\(node["id"] ?? ""),\(parts?[index] ?? "")\n"
      }
      _ = try files.write(actors, to: "\(place)/actors.csv")
      let lines = ties.map { tie -> String in
        let ends = [tie["source_index"] ?? "", tie["target_index"] ?? ""]
        return (isReversed ? ends.reversed() : ends).joined(separator: ",")
      }
      _ = try files.write(
        "source,target\n" + lines.joined(separator: "\n") + "\n", to: "\(place)/ties.csv")
    }
  }

  /// A file of the answers, whose lines may end as on Windows.
  private static func text(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8).replacing("\r\n", with: "\n")
  }

  /// Runs a command on the network and returns its rows.
  func rows(_ arguments: String..., isReversed: Bool = false) throws -> [[String: String]] {
    try rows(arguments, isReversed: isReversed)
  }

  func rows(_ arguments: [String], isReversed: Bool = false) throws -> [[String: String]] {
    let path = files.path(isReversed ? "back" : "forward")
    let outcome = try Tool.run(
      [arguments[0], path] + arguments.dropFirst() + ["--format", "csv", "--isolates"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return Tool.rows(outcome.output)
  }

  /// The published numbers of a measure: item, number and tolerance.
  func published(_ measure: String) throws -> [(String, Double, Double)] {
    let file = try #require(Self.folder).deletingLastPathComponent().appending(
      path: "PUBLISHED.csv")
    // Texts with commas are quoted; only the columns up to the tolerance are needed.
    return try Self.text(file).split(separator: "\n").compactMap {
      var line = $0[...]
      guard line.hasPrefix(name + ",") else { return nil }
      line = line.dropFirst(name.count + 1)
      let head = measure.contains(",") ? "\"\(measure)\"," : "\(measure),"
      guard line.hasPrefix(head) else { return nil }
      let fields = line.dropFirst(head.count).split(
        separator: ",", omittingEmptySubsequences: false)
      guard fields.count > 2, let number = Double(fields[1]), let tolerance = Double(fields[2])
      else { return nil }
      return (String(fields[0]), number, tolerance)
    }
  }

  /// Expects columns to be those of the table of the R package.
  func compare(_ rows: [[String: String]], _ columns: [(String, String)]) throws {
    let file = try #require(Self.folder).appending(path: "\(name)/sna_node.csv")
    let table = Tool.rows(try Self.text(file))
    #expect(rows.count == table.count)
    for (theirs, ours) in columns {
      for row in rows {
        let index = Int(row["id"] ?? "") ?? 0
        let expected = Double(table[index][theirs] ?? "") ?? .nan
        let actual = Double(row[ours] ?? "") ?? .nan
        #expect(
          abs(actual - expected) <= 1e-9 * max(1, abs(expected))
            || actual.isNaN && expected.isNaN,
          "\(name) \(theirs) of \(index): \(actual), not \(expected)")
      }
    }
  }
}
