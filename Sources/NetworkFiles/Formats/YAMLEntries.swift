internal import NetworkData
internal import Yams

/// Reads YAML that is a list of keys with a text or number each.
package enum YAMLEntries {
  /// A key and its text.
  package struct Entry: Sendable, Equatable {
    /// The key.
    package let key: String
    /// What stands behind it.
    package let value: String
    /// The line of the key, counted from 1.
    package let line: Int?
  }

  /// Reads a file.
  ///
  /// - Parameter path: The file.
  /// - Returns: The entries in the order of the file.
  /// - Throws: ``FileProblem`` if the file is not such a list.
  package static func read(path: String) throws(FileProblem) -> [Entry] {
    try read(FileBytes(path: path))
  }

  static func read(_ file: FileBytes) throws(FileProblem) -> [Entry] {
    let text = try TextFile.text(of: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw problem(error, in: file.path)
    } catch {
      throw FileProblem(file.path, Phrase("is not YAML: \(error)", "YAML として読めません（\(error)）"))
    }
    guard let root, case .mapping(let mapping) = root else {
      throw FileProblem(
        file.path, line: 1,
        Phrase("expected lines such as \"title: …\"", "\"title: …\" のような行が必要です"),
        advice: Phrase("see Graphs/README.md", "Graphs/README.md をご覧ください"))
    }
    var entries: [Entry] = []
    for (keyNode, node) in mapping {
      let line = keyNode.mark?.line
      guard case .scalar(let key) = keyNode, case .scalar(let value) = node else {
        throw FileProblem(
          file.path, line: line, Phrase("expected a text after each key", "項目名の後に文字がありません"),
          advice: Phrase("write key: text", "「項目名: 文字」のように書いてください"))
      }
      entries.append(Entry(key: key.string, value: value.string, line: line))
    }
    return entries
  }

  static func problem(_ error: YamlError, in path: String) -> FileProblem {
    switch error {
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
      .composer(_, let what, let mark, _):
      FileProblem(
        path, line: mark.line, Phrase("is not YAML: \(what)", "YAML として読めません（\(what)）"),
        advice: Phrase(
          "put texts that hold a colon or a quote in double quotes", "コロンや引用符を含む文字は二重引用符で囲んでください"))
    default:
      FileProblem(path, Phrase("is not YAML: \(error)", "YAML として読めません（\(error)）"))
    }
  }
}
