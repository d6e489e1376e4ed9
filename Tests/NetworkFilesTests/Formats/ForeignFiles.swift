import Foundation
import NetworkData
import NetworkFiles

/// Files of other programs, which lie outside the package: in `data` of the folder `KNOWWHO_SHARED`,
/// else of `../shared`.
enum ForeignFiles {
  static let folder: String = {
    let besidePackage = URL(fileURLWithPath: #filePath + "/../../../../../shared").standardized.path
    return (ProcessInfo.processInfo.environment["KNOWWHO_SHARED"] ?? besidePackage) + "/data"
  }()

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder + "/PARSE_PEERS.csv") }

  /// The rows of a table, below its header, by a reader that knows quotes and little else.
  static func rows(of name: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}

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
