import Foundation
import NetworkData
import NetworkFiles
import Testing

/// What is written opens in networkx, igraph and scipy, with the same nodes and ties.
@Suite struct PeerToolsTests {
  /// The Python that the peers are installed for: `KNOWWHO_PYTHON`, else `python3`.
  private static func python(_ code: String) -> (status: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let named = ProcessInfo.processInfo.environment["KNOWWHO_PYTHON"] ?? "python3"
    process.arguments = [named, "-c", code]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  static func has(_ module: String) -> Bool {
    let isThere = python("import \(module)")?.status == 0
    if !isThere { print("skipped: Python has no \(module)") }
    return isThere
  }

  private func directed() -> Network {
    var ties = Ties(sources: [0, 1, 2, 0], targets: [1, 2, 0, 3])
    ties.directions = .all(isDirected: true)
    ties.strengths = [1, 2.5, 3, 0.125]
    return Network(actors: Actors(ids: TextColumn(["a", "b c", "表", "d", "alone"])), ties: ties)
  }

  @Test(.enabled(if: has("networkx")))
  func networkxReadsPajek() throws {
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(directed(), to: folder["f.net"])
    let code = """
      import networkx
      g = networkx.read_pajek("\(folder["f.net"])")
      print(g.is_directed(), sorted(g.nodes), sorted((u, v, d["weight"]) for u, v, d in g.edges(data=True)))
      """
    let expected =
      "True ['a', 'alone', 'b c', 'd', '表'] "
      + "[('a', 'b c', 1.0), ('a', 'd', 0.125), ('b c', '表', 2.5), ('表', 'a', 3.0)]\n"
    #expect(Self.python(code)?.output == expected)
  }

  @Test(.enabled(if: has("igraph")))
  func igraphReadsPajekAndDL() throws {
    let folder = try TemporaryFolder()
    // igraph knows no quotes in DL.
    let network = Network(
      actors: Actors(ids: TextColumn(["a", "b", "c", "d", "alone"])), ties: directed().ties)
    for (name, reader) in [("f.net", "Read_Pajek"), ("f.dl", "Read_DL")] {
      _ = try NetworkFile.write(network, to: folder[name])
      let code = """
        import igraph
        g = igraph.Graph.\(reader)("\(folder[name])")
        names = g.vs["name"]
        print(g.is_directed(), names, sorted((names[e.source], names[e.target], e["weight"]) for e in g.es))
        """
      let expected =
        "True ['a', 'b', 'c', 'd', 'alone'] "
        + "[('a', 'b', 1.0), ('a', 'd', 0.125), ('b', 'c', 2.5), ('c', 'a', 3.0)]\n"
      #expect(Self.python(code)?.output == expected, "\(name)")
    }
  }

  @Test(.enabled(if: has("scipy")))
  func scipyReadsMatrixMarket() throws {
    let folder = try TemporaryFolder()
    var ties = directed().ties
    let actors = Actors(ids: TextColumn(["1", "2", "3", "4", "5"]))
    for isDirected in [true, false] {
      ties.directions = .all(isDirected: isDirected)
      _ = try NetworkFile.write(Network(actors: actors, ties: ties), to: folder["f.mtx"])
      let code = """
        import scipy.io
        m = scipy.io.mmread("\(folder["f.mtx"])").tocoo()
        print(m.shape, sorted((int(i), int(j), float(v)) for i, j, v in zip(m.row, m.col, m.data)))
        """
      let expected =
        isDirected
        ? "(5, 5) [(0, 1, 1.0), (0, 3, 0.125), (1, 2, 2.5), (2, 0, 3.0)]\n"
        : "(5, 5) [(0, 1, 1.0), (0, 2, 3.0), (0, 3, 0.125), (1, 0, 1.0), (1, 2, 2.5), (2, 0, 3.0), "
          + "(2, 1, 2.5), (3, 0, 0.125)]\n"
      #expect(Self.python(code)?.output == expected)
    }
  }
}
