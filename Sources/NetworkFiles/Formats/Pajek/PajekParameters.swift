internal import NetworkData

/// What a Pajek line says behind the label of a vertex or the value of a tie: where it is drawn and
/// how, and when it is there.
struct PajekParameters {
  /// Names of attributes, and what they hold.
  private(set) var cells: [(name: String, value: [UInt8])] = []

  /// The intervals of time.
  private(set) var time: PajekWord?

  /// What stands in front of the names of parameters that are kept as they are.
  static let prefix = "pajek_"

  /// The names of a vertex's coordinates.
  static let coordinates = ["x", "y", "z"]

  private static let shapes: Set<String> = [
    "ellipse", "circle", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman",
  ]

  /// More different parameters than any version of Pajek has.
  private static let mostNames = 200

  /// Sorts what stands behind the label of a vertex: up to three coordinates, a shape, and pairs of a
  /// parameter and its value.
  init(ofVertex words: some Sequence<PajekWord>) {
    read(Array(words), coordinates: Self.coordinates, shapes: Self.shapes)
  }

  /// Sorts what stands behind the value of a tie: pairs of a parameter and its value.
  init(ofTie words: some Sequence<PajekWord>) {
    read(Array(words), coordinates: [], shapes: [])
  }

  private mutating func read(_ words: [PajekWord], coordinates: [String], shapes: Set<String>) {
    var unused = coordinates[...]
    var hasShape = false
    var position = 0
    while position < words.count {
      let word = words[position]
      position += 1
      if word.isTime {
        time = word
      } else if word.number != nil {
        cells.append((unused.popFirst() ?? Self.prefix + "number", word.utf8))
      } else if !hasShape, shapes.contains(word.text.lowercased()) {
        hasShape = true
        cells.append(("shape", word.utf8))
      } else {
        let value = position < words.count ? words[position].utf8 : Array("true".utf8)
        position += 1
        cells.append((word.text == "l" ? "label" : Self.prefix + word.text, value))
      }
    }
  }

  /// Gives the cells of a row.
  ///
  /// - Parameters:
  ///   - row: The vertex or tie.
  ///   - table: Receives the cells; an interval of a vertex is the cell `active`.
  ///   - line: Where they stand.
  ///   - path: The file, for messages.
  /// - Throws: ``FileProblem`` if there are more parameters than there can be.
  func set(
    _ row: Int, in table: inout SparseTable, line: Int, _ path: String
  ) throws(FileProblem) {
    for (name, value) in cells { table.set(table.column(name), row, value) }
    if let time { table.set(table.column("active"), row, time.utf8) }
    guard table.columns.count <= Self.mostNames else {
      throw FileProblem(
        path, line: line,
        Phrase(
          "more than \(Self.mostNames) different parameters", "パラメーターの種類が\(Self.mostNames)を超えています"),
        advice: Phrase(
          "behind the label come coordinates, a shape, and pairs of a parameter and its value",
          "ラベルの後には、座標、形、パラメーターと値の組を書いてください"))
    }
  }

  /// Whether Pajek can hold an attribute of a vertex.
  static func holds(vertexAttribute name: String) -> Bool {
    coordinates.contains(name) || ["shape", "active"].contains(name) || isParameter(name)
  }

  /// Whether Pajek can hold an attribute of a tie.
  static func holds(tieAttribute name: String) -> Bool {
    ["value", "label", prefix + "time"].contains(name) || isParameter(name)
  }

  /// Returns the parameter that an attribute holds.
  static func parameter(of attribute: String) -> String? {
    if attribute == "label" { return "l" }
    return isParameter(attribute) ? String(attribute.dropFirst(prefix.count)) : nil
  }

  private static func isParameter(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count
      && name.utf8.dropFirst(prefix.utf8.count).allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || Ascii.digit($0) < 10
          || $0 == UInt8(ascii: "_")
      } && !["time", "number"].contains(String(name.dropFirst(prefix.count)))
  }
}
