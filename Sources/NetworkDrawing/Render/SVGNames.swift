/// Names of the parts of an SVG by which a page can find and style them.
enum SVGNames {
  /// Returns a name that differs for different texts, of letters, digits and `_` only.
  ///
  /// Other characters become their code points between `_`. A very long text keeps its beginning
  /// and a number made from the whole.
  static func part(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars.prefix(120) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": name.unicodeScalars.append(scalar)
      default: name += "_\(String(scalar.value, radix: 16))_"
      }
    }
    let isCut = text.unicodeScalars.count > 120
    return isCut ? "\(name)__\(String(SafeText.hash(text), radix: 16))" : name
  }

  /// The name of a node, unique in its diagram.
  static func name(of node: Diagram.Node) -> String { "node-\(part(node.id))" }

  /// The name of an edge; parallel edges of one kind share it.
  static func name(of edge: Diagram.Edge) -> String {
    "edge-\(part(edge.source))-\(part(edge.target))-\(part(edge.kind))"
  }

  /// The classes of a node.
  static func classes(of node: Diagram.Node) -> String {
    var words = ["node"]
    if !node.kind.isEmpty { words.append("kind-\(part(node.kind))") }
    if case .category(let number) = node.paint { words.append("category-\(number + 1)") }
    if node.isGhost { words.append("ghost") } else if node.isEnded { words.append("ended") }
    return (words + word(node.emphasis)).joined(separator: " ")
  }

  /// The classes of an edge.
  static func classes(of edge: Diagram.Edge) -> String {
    var words = ["edge"]
    if !edge.kind.isEmpty { words.append("kind-\(part(edge.kind))") }
    if edge.isEnded { words.append("ended") }
    if edge.isAssumed { words.append("assumed") }
    if edge.isUncertain { words.append("uncertain") }
    return (words + word(edge.emphasis)).joined(separator: " ")
  }

  private static func word(_ emphasis: Diagram.Emphasis) -> [String] {
    switch emphasis {
    case .normal: []
    case .strong: ["strong"]
    case .faint: ["faint"]
    }
  }

  /// Returns an address that may stand in an attribute: `http`, `https` or `mailto`, with every
  /// character encoded that is more than a character there; nil for any other.
  static func link(_ text: String) -> String? {
    let lower = text.prefix(8).lowercased()
    guard text.utf8.count <= 2000,
      ["http://", "https://", "mailto:"].contains(where: { lower.hasPrefix($0) })
    else { return nil }
    let allowed = Set("-._~:/?#[]@!$&()*+,;=%".utf8)
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where allowed.contains(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
