import Foundation
import NetworkData
import NetworkFiles
import Testing

/// The collection of other programs' files, which lies outside the package: `KNOWWHO_SHARED`, else
/// `../shared`.
enum SharedData {
  static let folder: String = {
    let besidePackage = URL(fileURLWithPath: #filePath + "/../../../../shared").standardized.path
    return (ProcessInfo.processInfo.environment["KNOWWHO_SHARED"] ?? besidePackage) + "/data"
  }()

  static let isThere = FileManager.default.fileExists(atPath: folder + "/PARSE_PEERS.csv")

  /// The rows of a table in the collection, by a reader that knows quotes and little else.
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
  /// Actors, ties, and whether all ties are directed; nil where some are and some are not.
  var size: (actors: Int, ties: Int, isDirected: Bool?) {
    let isDirected: Bool? =
      if case .all(let isDirected) = ties.directions { isDirected } else { nil }
    return (actors.count, ties.count, isDirected)
  }
}
