/// What is known of the lines of Graphviz's SVG before the one at hand.
///
/// A line of Graphviz's holds one tag, and no text from outside holds a line break.
struct SVGLines {
  /// A node or an edge, by its number in the picture.
  enum Part {
    case node(Int)
    case edge(Int)
  }

  enum Kind {
    case skipped, root, other
    case group(Part?)
    case title(Part?)
    case groupEnd(Part?)
  }

  private enum Place {
    case beforeRoot, insideRootTag, insideComment, inside
  }

  private var place = Place.beforeRoot
  private var part: Part?

  private static let group = Array("<g id=\"".utf8)

  /// What to do with the next line.
  mutating func kind(of line: ArraySlice<UInt8>) -> Kind {
    switch place {
    case .beforeRoot:
      guard line.starts(with: "<svg".utf8) else { return .skipped }
      place = .insideRootTag
      return .root
    case .insideComment:
      if line.ends(with: "-->") { place = .inside }
      return .skipped
    case .insideRootTag: return .other
    case .inside: break
    }
    if line.starts(with: "<!--".utf8) {
      if !line.ends(with: "-->") { place = .insideComment }
      return .skipped
    }
    if line.starts(with: Self.group) {
      part = Self.part(line.dropFirst(Self.group.count).prefix { $0 != UInt8(ascii: "\"") })
      return .group(part)
    }
    if line.elementsEqual("</g>".utf8) {
      defer { part = nil }
      return .groupEnd(part)
    }
    return line.starts(with: "<title>".utf8) ? .title(part) : .other
  }

  /// Whether the tag of the root ends with this line.
  mutating func endsRoot(_ line: ArraySlice<UInt8>) -> Bool {
    guard case .insideRootTag = place, line.last == UInt8(ascii: ">") else { return false }
    place = .inside
    return true
  }

  /// The part that an identifier of our own names; nil for parts of the legend.
  private static func part(_ identifier: ArraySlice<UInt8>) -> Part? {
    let word = identifier.prefix { $0 >= UInt8(ascii: "a") }
    let digits = identifier[word.endIndex...]
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    switch String(decoding: word, as: UTF8.self) {
    case "node": return .node(number)
    case "edge": return .edge(number)
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(String(describing: text).utf8)
  }
}
