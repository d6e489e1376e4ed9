import Foundation
import KnowWho

/// Measures of real networks by other tools, a folder a network, where they are at hand.
///
/// They are not part of the package: networks and numbers of others. The folder is named by the
/// environment variable `KNOWWHO_ANSWERS`, or lies beside the package as `shared/data/answers`.
enum ReferenceAnswers {
  /// The folder; nil where it is not there.
  static let folder: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["KNOWWHO_ANSWERS"].map { URL(filePath: $0) }
    let folder =
      named ?? package.deletingLastPathComponent().appending(path: "shared/data/answers")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The networks whose edges lie beside their answers, in order.
  static let networks: [String] = {
    guard let folder,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.sorted().filter {
      FileManager.default.fileExists(
        atPath: folder.appending(path: "\($0)/edges_simple.csv").path)
    }
  }()

  /// The networks for which the R package sna was run as well.
  static var snaNetworks: [String] {
    networks.filter { name in
      folder.map {
        FileManager.default.fileExists(atPath: $0.appending(path: "\(name)/sna_node.csv").path)
      } ?? false
    }
  }
}

/// One network with the numbers that others found.
struct ReferenceNetwork {
  let name: String
  /// Numbers of the whole network by name; flags count 0 or 1.
  let facts: [String: Double]
  let graph: Graph
  /// The graph with ties in either direction.
  let undirected: Graph
  /// Numbers of the nodes by column.
  let columns: [String: [Double]]
  /// The labels of the nodes.
  let labels: [String]

  init(_ name: String) throws {
    self.name = name
    let text = try Data(contentsOf: Self.file(name, "graph.json"))
    // The JSON of the answers may hold NaN, which is none.
    let clean = String(decoding: text, as: UTF8.self).replacingOccurrences(of: "NaN", with: "null")
    let object = try JSONSerialization.jsonObject(with: Data(clean.utf8)) as? [String: Any] ?? [:]
    facts = object.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    let edges = try CSVTable(Self.file(name, "edges_simple.csv"))
    let strengths = edges.numbers("weight_sum")
    graph = try Graph(
      nodeCount: Int(facts["n"] ?? 0), sources: edges.numbers("source_index").map { UInt32($0) },
      targets: edges.numbers("target_index").map { UInt32($0) },
      strengths: facts["weighted"] == 1 ? strengths : nil, isDirected: facts["directed"] == 1)
    undirected = graph.undirected
    let table = try CSVTable(Self.file(name, "node.csv"))
    columns = Dictionary(uniqueKeysWithValues: table.names.map { ($0, table.numbers($0)) })
    labels = table.texts("id")
  }

  /// Returns the columns of another table of the network.
  static func table(_ name: String, _ file: String) throws -> CSVTable {
    try CSVTable(Self.file(name, file))
  }

  private static func file(_ name: String, _ file: String) throws -> URL {
    guard let folder = ReferenceAnswers.folder else { throw CocoaError(.fileNoSuchFile) }
    return folder.appending(path: "\(name)/\(file)")
  }
}

/// A plain CSV file; fields may be quoted.
struct CSVTable {
  let names: [String]
  private let rows: [[String]]

  init(_ url: URL) throws {
    let packed = url.appendingPathExtension("gz")
    let isPacked = FileManager.default.fileExists(atPath: packed.path)
    let text = isPacked ? try Self.unpacked(packed) : try Data(contentsOf: url)
    let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(Self.fields)
    names = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  func texts(_ name: String) -> [String] {
    guard let column = names.firstIndex(of: name) else { return [] }
    return rows.map { column < $0.count ? $0[column] : "" }
  }

  /// The numbers of a column; NaN where there is none.
  func numbers(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }

  /// The large tables are packed.
  private static func unpacked(_ url: URL) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", url.path]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }

  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
