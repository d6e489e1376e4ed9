import Foundation
import NetworkDrawing
import Testing

@Suite("DOT text")
struct DOTWriterTests {
  @Test("every edge of a chain of 20,000 nodes is a statement")
  func longChain() {
    let lines = Samples.chain(20_000).dot().split(separator: "\n")
    #expect(lines.filter { $0.contains(" -- ") }.count == 19_999)
  }

  @Test("Graphviz reads hostile ids and labels as they are", .enabled(if: GraphvizProgram.exists))
  func readByGraphviz() throws {
    let nodes = Samples.hostile.enumerated().map { index, text in
      Diagram.Node(id: text, label: text, kind: index.isMultiple(of: 3) ? "firm" : "group")
    }
    let edges = nodes.dropFirst().map { Diagram.Edge(source: nodes[0].id, target: $0.id) }
    let diagram = Diagram(nodes: nodes, edges: edges, caption: Diagram.Caption(title: "a\"b\\"))
    for engine in [LayoutEngine.dot, .neato] {
      let svg = try GraphvizProgram.svg(of: diagram.dot(engine: engine))
      let document = SVGDocument(svg)
      #expect(document?.texts.contains("A&amp;B") == true)
      #expect(document?.texts.contains("\\N \\G \\n \\l") == true)
      #expect(document?.titles.count == 1 + nodes.count + edges.count)
    }
  }

  @Test("Graphviz draws the sample", .enabled(if: GraphvizProgram.exists))
  func sample() throws {
    let svg = try GraphvizProgram.svg(of: Samples.association.dot())
    let document = try #require(SVGDocument(svg))
    #expect(document.texts.contains("架空市"))
    // A title for the graph, each node and each edge.
    #expect(document.titles.count == 1 + 45 + Samples.association.edges.count)
  }
}

/// The program `dot`, where it is installed.
private enum GraphvizProgram {
  static let path = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var exists: Bool { path != nil }

  static func svg(of text: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("knowwho-\(UUID().uuidString).dot")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = ["-Tsvg", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return [UInt8](data)
  }
}
