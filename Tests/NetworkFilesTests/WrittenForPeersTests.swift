import Foundation
import NetworkData
import NetworkFiles
import Testing

/// What is written opens in other programs, with as many nodes and edges and the same strengths.
@Suite struct WrittenForPeersTests {
  /// A small network with names, kinds, strengths, parallel ties and a loop.
  private func network(isDirected: Bool) -> Network {
    let actors = Actors(
      ids: TextColumn(["小倉", "a & b", "c \"d\"", "4"]), names: TextColumn(["K", "A<B", "", "四"]),
      kinds: WordColumn(["firm", "", "group", "firm"]),
      attributes: [
        Attribute(name: "実績", values: TextColumn(["1", "", "2", "3"])),
        Attribute(name: "late", values: TextColumn(["", "x", "", "y"])),
      ])
    var ties = Ties(sources: [0, 1, 2, 0, 3], targets: [1, 2, 0, 1, 3])
    ties.directions = .all(isDirected: isDirected)
    ties.strengths = [0.5, 1, 2, 1e-7, 3]
    ties.dates.beganFrom = [PartialDate("1990-01"), nil, nil, nil, nil]
    ties.notes = TextColumn(["n", "", "m", "", ""])
    return Network(description: NetworkDescription(title: "題"), actors: actors, ties: ties)
  }

  /// The sum of the strengths above.
  private let sum = 6.5000001

  private let scripts = [
    "networkx": """
    import sys, json, networkx as nx
    path = sys.argv[1]
    if path.endswith('.json'):
        g = nx.node_link_graph(json.load(open(path, encoding='utf-8')), edges='edges')
    elif path.endswith('.cyjs'):
        g = nx.cytoscape_graph(json.load(open(path, encoding='utf-8')))
    else:
        g = {'graphml': nx.read_graphml, 'gexf': nx.read_gexf, 'gml': nx.read_gml}[path.rsplit('.', 1)[1]](path)
    print(g.number_of_nodes(), g.number_of_edges(), g.is_directed(), round(sum(d['weight'] for *_, d in g.edges(data=True)), 9))
    """,
    "igraph": """
    import sys, igraph
    g = igraph.Graph.Read(sys.argv[1])
    print(g.vcount(), g.ecount(), g.is_directed(), round(sum(g.es['weight']), 9))
    """,
  ]

  @Test(.enabled(if: Peers.python != nil, "skipped: no Python with networkx or igraph"))
  func networkxAndIgraphReadWhatIsWritten() throws {
    let python = try #require(Peers.python)
    let folder = try TemporaryFolder()
    let endings = [
      "networkx": ["graphml", "gexf", "gml", "json"], "igraph": ["graphml", "gml"],
    ]
    for isDirected in [false, true] {
      for library in python.libraries {
        for ending in endings[library] ?? [] {
          let network = network(isDirected: isDirected)
          let path = folder["a.\(ending)"]
          _ = try NetworkFile.write(network, to: path)
          let found = Peers.run([python.path, "-c", try #require(scripts[library]), path])
          let expected = "4 5 \(isDirected ? "True" : "False") "
          let words = "\(library) \(ending): \(found ?? "failed")"
          #expect(found?.hasPrefix(expected) ?? false, "\(words)")
          let strength = found?.split(separator: " ").last.flatMap {
            Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
          }
          #expect(abs((strength ?? 0) - sum) < 1e-9, "\(words)")
        }
      }
    }
  }

  @Test(.enabled(if: Peers.countsOfGraphviz != nil, "skipped: no gc"))
  func graphvizReadsWhatIsWritten() throws {
    let folder = try TemporaryFolder()
    for isDirected in [false, true] {
      _ = try NetworkFile.write(network(isDirected: isDirected), to: folder["a.dot"])
      #expect(Peers.countsOfGraphviz?(folder["a.dot"]) == [4, 5])
    }
  }
}
