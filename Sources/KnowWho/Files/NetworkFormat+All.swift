internal import GraphStructure
internal import NetworkData
public import NetworkFiles

extension [NetworkFormat] {
  /// All formats that networks are read from or written to, but for network folders: those of
  /// NetworkFiles, and Graphviz's.
  public static var all: [NetworkFormat] { standard + [.graphviz] }
}

extension NetworkFormat {
  /// A drawing for Graphviz.
  static let graphviz = NetworkFormat(
    name: "dot", title: "DOT", endings: ["dot", "gv"],
    write: { network, path throws(FileProblem) in
      do throws(GraphError) {
        return Array(try network.diagram(of: network.graph()).dot().utf8)
      } catch {
        throw FileProblem(
          path, Phrase(error.description(in: .en), error.description(in: .ja)))
      }
    })
}
