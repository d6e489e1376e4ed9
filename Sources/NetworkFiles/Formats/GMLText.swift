/// Texts of GML, in which characters beyond ASCII, quotes and ampersands are entities as in HTML.
enum GMLText {
  /// Returns a text with its entities resolved; what is no entity stays as it is.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The text, in valid UTF-8.
  /// - Returns: The text it stands for.
  static func resolved(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "&"),
        let (scalar, end) = entity(bytes, position..<range.upperBound)
      {
        text.append(contentsOf: String(scalar).utf8)
        position = end
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return text
  }

  /// Returns a text as GML holds it: in ASCII, on one line.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case " "..."~": escaped.unicodeScalars.append(scalar)
      default: escaped += "&#\(scalar.value);"
      }
    }
    return escaped
  }

  private static func entity(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var name: [UInt8] = []
    for position in range.dropFirst().prefix(12) {
      if bytes[position] != UInt8(ascii: ";") {
        name.append(bytes[position])
        continue
      }
      return scalar(named: String(decoding: name, as: UTF8.self)).map { ($0, position + 1) }
    }
    return nil
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(valid)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(valid) }
    switch name {
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    case "lt": return "<"
    case "gt": return ">"
    default:
      return latin1.firstIndex(of: Substring(name)).flatMap { Unicode.Scalar(UInt32($0 + 0xA0)) }
    }
  }

  /// No entity stands for NUL, which no text of a network holds.
  private static func valid(_ value: UInt32) -> Unicode.Scalar? {
    value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The names of the characters U+00A0…U+00FF (HTML 4.01, section 24.2.1).
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml
    """.split(separator: " ")
}
