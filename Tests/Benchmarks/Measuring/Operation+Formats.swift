internal import GraphStructure
internal import NetworkData
internal import NetworkFiles

extension Operation {
  /// Reading the graph whole from a file of another format, written beside the edge list before.
  static let formats: [Operation] = [
    reading("read-pajek", ending: "net"), reading("read-mtx", ending: "mtx"),
    reading("read-gml", ending: "gml"), reading("read-graphml", ending: "graphml"),
    reading("read-gexf", ending: "gexf"), reading("read-json", ending: "json"),
    reading("open-knowwho", ending: "knowwho"),
    reading("graph-knowwho", ending: "knowwho", makesGraph: true),
  ]

  /// Reading a file that is written before.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - ending: The ending of the file.
  ///   - makesGraph: Whether the graph of all ties is wanted, too.
  /// - Returns: The operation.
  private static func reading(
    _ name: String, ending: String, makesGraph: Bool = false
  ) -> Operation {
    Operation(
      name, .allTiesAreThere,
      prepare: { subject in
        do {
          let network = try NetworkFile.read(subject.path, execution: subject.execution).network
          _ = try NetworkFile.write(network, to: "\(subject.path).\(ending)")
        } catch {
          preconditionFailure("a graph that was read can be written: \(error)")
        }
      },
      run: { subject in
        let path = "\(subject.path).\(ending)"
        let network = try NetworkFile.read(path, execution: subject.execution).network
        guard makesGraph else { return .value("ties", Double(network.ties.count)) }
        let graph = try network.graph(execution: subject.execution).graph
        return .value("ties", Double(graph.edgeCount))
      })
  }
}

extension Law {
  /// As many ties must be read as the graph has edges.
  static let allTiesAreThere = Law { subject, outcome in
    guard case .value(_, let ties) = outcome, ties == Double(subject.graph.edgeCount) else {
      return "not as many ties as edges"
    }
    return nil
  }
}
