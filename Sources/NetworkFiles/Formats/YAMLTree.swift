internal import NetworkData
internal import Yams

/// YAML as a tree of keys, lists and texts, each with its line.
package indirect enum YAMLTree: Sendable {
  /// A text or number.
  case text(String, line: Int?)
  /// A list.
  case list([YAMLTree], line: Int?)
  /// Keys and what stands behind each, in the order of the file.
  case keys([Entry], line: Int?)

  /// A key and what stands behind it.
  package struct Entry: Sendable {
    /// The key.
    package let key: String
    /// The line of the key, counted from 1.
    package let line: Int?
    /// What stands behind it.
    package let value: YAMLTree
  }

  /// The line it begins in, counted from 1.
  package var line: Int? {
    switch self {
    case .text(_, let line), .list(_, let line), .keys(_, let line): line
    }
  }

  /// The most values of a file and the deepest nesting: an alias that repeats a list of aliases can
  /// stand for more than any memory holds.
  private static let valueLimit = 10_000
  private static let depthLimit = 8

  /// Reads a file.
  ///
  /// - Parameter path: The file.
  /// - Returns: The tree.
  /// - Throws: ``FileProblem`` if the file is not YAML, or is empty.
  package static func read(path: String) throws(FileProblem) -> YAMLTree {
    let text = try TextFile.read(path: path, byteLimit: 1 << 20)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw YAMLEntries.problem(error, in: path)
    } catch {
      throw FileProblem(path, Phrase("is not YAML: \(error)", "YAML として読めません（\(error)）"))
    }
    guard let root else {
      throw FileProblem(path, line: 1, Phrase("the file is empty", "ファイルが空です"))
    }
    var left = valueLimit
    return try tree(root, depth: 0, left: &left, path)
  }

  private static func tree(
    _ node: Node, depth: Int, left: inout Int, _ path: String
  ) throws(FileProblem) -> YAMLTree {
    let line = node.mark?.line
    left -= 1
    guard left >= 0, depth <= depthLimit else {
      throw FileProblem(
        path, line: line,
        Phrase("holds more values than any such file needs", "値が多すぎるか、入れ子が深すぎます"))
    }
    switch node {
    case .scalar(let scalar): return .text(scalar.string, line: line)
    case .sequence(let sequence):
      var items: [YAMLTree] = []
      for item in sequence {
        items.append(try tree(item, depth: depth + 1, left: &left, path))
      }
      return .list(items, line: line)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw FileProblem(
            path, line: key.mark?.line, Phrase("a key must be a word", "項目名は文字で書いてください"))
        }
        let inner = try tree(value, depth: depth + 1, left: &left, path)
        entries.append(Entry(key: name.string, line: key.mark?.line, value: inner))
      }
      return .keys(entries, line: line)
    default:
      throw FileProblem(
        path, line: line, Phrase("aliases have no place here", "エイリアスは使えません"))
    }
  }
}
