internal import GraphMeasures
internal import GraphStructure

extension Operation {
  /// What holds a network together: pairs, triads, dense parts, and what would part it.
  ///
  /// Pairs and triads are those of the graph with directions, as told at
  /// ``Subject/graphWithDirections``.
  static let cohesion: [Operation] = [
    Operation("biconnected", .articulationOfSamples) { subject in
      let found = subject.graph.biconnectedComponents()
      var marks = [Int](repeating: 0, count: subject.graph.nodeCount)
      for node in found.articulationNodes { marks[node] = 1 }
      return .counts(marks)
    },
    Operation("reciprocity", .returnedArcs, prepare: { _ = $0.graphWithDirections }) {
      .value("reciprocity", $0.graphWithDirections.dyadCensus().reciprocity)
    },
    Operation("census", .triadsOfDyads, prepare: { _ = $0.graphWithDirections }) { subject in
      let census = subject.graphWithDirections.triadCensus(execution: subject.execution)
      return .counts(TriadType.allCases.map { Int(clamping: census[$0]) })
    },
    Operation("assortativity", .correlationOfDegrees) {
      .value("assortativity", $0.graph.degreeAssortativity())
    },
    Operation("cliques", .cliquesAreMaximal) { subject in
      .value(
        "cliques", Double(subject.graph.cliqueCensus(execution: subject.execution)?.total ?? 0))
    },
    Operation("truss", .trianglesInTrusses) { subject in
      .counts(subject.graph.trussNumbers(execution: subject.execution))
    },
  ]

  /// Current flow: for graphs of some thousand nodes, as every node is a source.
  static let flows: [Operation] = [
    Operation("current_flow_closeness", .none) {
      .scores(try $0.graph.currentFlowCloseness(scaling: .raw, execution: $0.execution))
    },
    Operation("current_flow_betweenness", .none) {
      .scores(try $0.graph.currentFlowBetweenness(execution: $0.execution))
    },
  ]
}
