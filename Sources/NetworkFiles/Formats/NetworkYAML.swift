internal import NetworkData
internal import Yams

/// Reads and writes `network.yaml`.
enum NetworkYAML {
  static let knownKeys = [
    "title", "title_ja", "source", "synthetic", "observed_from", "observed_to",
  ]

  /// Reads what a network is about.
  ///
  /// - Parameter file: The file.
  /// - Returns: The description.
  /// - Throws: ``FileProblem`` if the file is not such a list of keys and texts.
  static func read(_ file: FileBytes) throws(FileProblem) -> NetworkDescription {
    let start = try Encoding.checkedStart(of: file)
    guard file.count <= 1 << 20 else {
      throw FileProblem(
        file.path, Phrase("is larger than 1 MiB", "1 MiB より大きいファイルです"),
        advice: Phrase("it should hold a few lines", "表題や出典など数行にしてください"))
    }
    let text = file.withSpan { bytes in
      var text: [UInt8] = []
      for position in start..<bytes.count { text.append(bytes[position]) }
      return String(decoding: text, as: UTF8.self)
    }
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

    var description = NetworkDescription()
    for (keyNode, node) in mapping {
      let line = keyNode.mark?.line
      guard case .scalar(let key) = keyNode, case .scalar(let value) = node else {
        throw FileProblem(
          file.path, line: line, Phrase("expected a text after each key", "項目名の後に文字がありません"),
          advice: Phrase("write key: text", "「項目名: 文字」のように書いてください"))
      }
      func date() throws(FileProblem) -> PartialDate {
        guard let date = PartialDate(value.string) else {
          throw FileProblem(
            file.path, line: line,
            Phrase(
              "\(key.string) \(FileProblem.quoted(value.string)) is not a date",
              "\(key.string) の \(FileProblem.quoted(value.string)) は日付として読めません"),
            advice: Phrase(
              "write a year, a month or a day, such as 1992, 1992-04 or 1992-04-01",
              "1992、1992-04、1992-04-01 のように、年、月または日を書いてください"))
        }
        return date
      }
      switch key.string {
      case "title": description.title = value.string
      case "title_ja": description.titleJa = value.string
      case "source": description.source = value.string
      case "synthetic": description.synthetic = sentence(value.string)
      case "observed_from": description.observedFrom = try date()
      case "observed_to": description.observedTo = try date()
      default:
        if let meant = Spelling.nearest(to: key.string, in: knownKeys) {
          throw FileProblem(
            file.path, line: line,
            Phrase(
              "unknown key \(FileProblem.quoted(key.string))",
              "\(FileProblem.quoted(key.string)) は未知の項目名です"),
            advice: Phrase("did you mean \"\(meant)\"?", "\"\(meant)\" のことでしょうか"))
        }
      }
    }
    return description
  }

  /// Returns the file of a description.
  ///
  /// - Parameter description: What a network is about.
  /// - Returns: The file's text; empty where nothing is known.
  static func written(_ description: NetworkDescription) -> String {
    var text = SyntheticNote.comment(for: description)
    let values = [
      description.title, description.titleJa, description.source, description.synthetic,
      description.observedFrom?.description, description.observedTo?.description,
    ]
    for (key, value) in zip(knownKeys, values) {
      if let value { text += "\(key): \(doubleQuoted(value))\n" }
    }
    return text
  }

  private static func sentence(_ value: String) -> String? {
    switch value.lowercased() {
    case "", "false", "no", "~", "null": nil
    case "true", "yes": "The data of this network is synthetic."
    default: value
    }
  }

  private static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether YAML does not allow a character as it is, or takes it for a line end or a mark.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func problem(_ error: YamlError, in path: String) -> FileProblem {
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
