internal import NetworkData

/// Reads and writes `network.yaml`.
enum NetworkYAML {
  static let knownKeys = [
    "title", "title_ja", "source", "source_ja", "synthetic", "synthetic_ja", "observed_from",
    "observed_to",
  ]

  /// Reads what a network is about.
  ///
  /// - Parameter file: The file.
  /// - Returns: The description.
  /// - Throws: ``FileProblem`` if the file is not such a list of keys and texts.
  static func read(_ file: FileBytes) throws(FileProblem) -> NetworkDescription {
    var description = NetworkDescription()
    for entry in try YAMLEntries.read(file) {
      let (key, value, line) = (entry.key, entry.value, entry.line)
      func date() throws(FileProblem) -> PartialDate {
        guard let date = PartialDate(value) else {
          throw FileProblem(
            file.path, line: line,
            Phrase(
              "\(key) \(FileProblem.quoted(value)) is not a date",
              "\(key) の \(FileProblem.quoted(value)) は日付として読めません"),
            advice: Phrase(
              "write a year, a month or a day, such as 1992, 1992-04 or 1992-04-01",
              "1992、1992-04、1992-04-01 のように、年、月または日を書いてください"))
        }
        return date
      }
      switch key {
      case "title": description.title = value
      case "title_ja": description.titleJa = value
      case "source": description.source = value
      case "source_ja": description.sourceJa = value
      case "synthetic": description.synthetic = sentence(value)
      case "synthetic_ja": description.syntheticJa = value
      case "observed_from": description.observedFrom = try date()
      case "observed_to": description.observedTo = try date()
      default:
        if let meant = Spelling.nearest(to: key, in: knownKeys) {
          throw FileProblem(
            file.path, line: line,
            Phrase(
              "unknown key \(FileProblem.quoted(key))",
              "\(FileProblem.quoted(key)) は未知の項目名です"),
            advice: Phrase("did you mean \"\(meant)\"?", "\"\(meant)\" のことでしょうか"))
        }
      }
    }
    // Synthetic data says so in every language, and to programs.
    if description.syntheticJa != nil, description.synthetic == nil {
      description.synthetic = isSynthetic.english
    } else if description.synthetic == isSynthetic.english, description.syntheticJa == nil {
      description.syntheticJa = isSynthetic.japanese
    }
    return description
  }

  /// What is said of data of which nothing else is said.
  private static let isSynthetic = Phrase(
    "The data of this network is synthetic.", "このネットワークのデータは架空のものです。")

  /// Returns the file of a description.
  ///
  /// - Parameter description: What a network is about.
  /// - Returns: The file's text; empty where nothing is known.
  static func written(_ description: NetworkDescription) -> String {
    var text = SyntheticNote.comment(for: description)
    let values = [
      description.title, description.titleJa, description.source, description.sourceJa,
      description.synthetic, description.syntheticJa, description.observedFrom?.description,
      description.observedTo?.description,
    ]
    for (key, value) in zip(knownKeys, values) {
      if let value { text += "\(key): \(doubleQuoted(value))\n" }
    }
    return text
  }

  private static func sentence(_ value: String) -> String? {
    switch value.lowercased() {
    case "", "false", "no", "~", "null": nil
    case "true", "yes": isSynthetic.english
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
}
