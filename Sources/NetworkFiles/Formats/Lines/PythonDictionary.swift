/// A dictionary as Python prints it, such as `{'weight': 1.5, 'kind': 'x'}`, which networkx writes
/// behind edges.
struct PythonDictionary {
  /// The members: a value is without its quotes; that of None is left out.
  private(set) var members: [(name: String, value: String)] = []

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Reads a dictionary.
  ///
  /// It is nil for any other text.
  ///
  /// - Parameter text: The text, with blanks around it or not.
  init?(_ text: ArraySlice<UInt8>) {
    bytes = text
    position = text.startIndex
    guard take("{") else { return nil }
    while !take("}") {
      guard let name = quoted(), take(":"), let value = value() else { return nil }
      if value != "None" { members.append((name, value)) }
      if take("}") { break }
      guard take(",") else { return nil }
    }
    skipBlanks()
    guard position == bytes.endIndex else { return nil }
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex, Ascii.isBlank(bytes[position]) { position += 1 }
  }

  /// Moves behind a sign if it comes next.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  /// Reads a text in single or double quotes.
  private mutating func quoted() -> String? {
    skipBlanks()
    guard position < bytes.endIndex, [Ascii.quote, Ascii.apostrophe].contains(bytes[position])
    else { return nil }
    let quote = bytes[position]
    position += 1
    var text: [UInt8] = []
    while position < bytes.endIndex, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.endIndex {
        position += 1
        switch bytes[position] {
        case UInt8(ascii: "n"): text.append(Ascii.lineFeed)
        case UInt8(ascii: "t"): text.append(Ascii.tab)
        case UInt8(ascii: "r"): text.append(Ascii.carriageReturn)
        default: text.append(bytes[position])
        }
      } else {
        text.append(bytes[position])
      }
      position += 1
    }
    guard position < bytes.endIndex else { return nil }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a text, or whatever stands up to the next comma outside of brackets, as it stands.
  private mutating func value() -> String? {
    skipBlanks()
    if position < bytes.endIndex, [Ascii.quote, Ascii.apostrophe].contains(bytes[position]) {
      return quoted()
    }
    let start = position
    var depth = 0
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "}"):
        if depth == 0 { return text(start) }
        depth -= 1
      case Ascii.comma where depth == 0: return text(start)
      case Ascii.quote, Ascii.apostrophe:
        guard quoted() != nil else { return nil }
        continue
      default: break
      }
      position += 1
    }
    return nil
  }

  private func text(_ start: Int) -> String? {
    let text = bytes[start..<position]
    guard let end = text.lastIndex(where: { !Ascii.isBlank($0) }) else { return nil }
    return String(decoding: text[...end], as: UTF8.self)
  }
}
