import NetworkData
import NetworkFiles

extension Network {
  /// How often an adjacency matrix counts the ties: undirected ones at both ends.
  func arcCount(ofKind kind: String?) -> Int {
    ties.indices.reduce(0) { count, tie in
      guard kind == nil || ties.kinds?[tie] == kind else { return count }
      return count + (ties.isDirected(tie) || ties.sources[tie] == ties.targets[tie] ? 1 : 2)
    }
  }

  /// The ends of every tie, by id, with a sign for its direction.
  var pairs: [String] {
    ties.indices.map { tie in
      let ends = [ties.sources[tie], ties.targets[tie]].map { actors.ids[Int($0)] }
      return ends.joined(separator: ties.isDirected(tie) ? " > " : " - ")
    }
  }
}

/// Reads a text as a file of a name.
func network(
  _ text: String, as name: String, in folder: TemporaryFolder, isDirected: Bool = false
) throws -> NetworkFile.Reading {
  try NetworkFile.read(try folder.write(text, to: name), .init(isDirected: isDirected))
}
