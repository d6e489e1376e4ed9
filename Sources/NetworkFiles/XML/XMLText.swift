internal import NetworkData

/// Text as XML files hold it.
struct XMLText {
  /// The bytes so far.
  private(set) var bytes: [UInt8]

  private let path: String

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: The file, for messages.
  ///   - description: What the network is about; made-up data is told in the first line.
  init(path: String, _ description: NetworkDescription) {
    self.path = path
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8)
    if description.synthetic != nil {
      let words = SyntheticNote.comment(for: description).dropLast()
        .replacing("--", with: "- -").replacing("--", with: "- -")
      bytes += "<!-- \(words) -->".utf8
    }
    bytes.append(Ascii.lineFeed)
  }

  /// Adds markup as it is.
  ///
  /// - Parameter text: Such as `<nodes>`.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds text of an element or of an attribute, in which marks and line ends are escaped.
  ///
  /// - Parameter text: Valid UTF-8.
  /// - Throws: ``FileProblem`` if it holds a character that XML forbids.
  mutating func add(escaping text: some Sequence<UInt8>) throws(FileProblem) {
    var beforeLast: UInt8 = 0
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case 0x09, 0x0A, 0x0D: add("&#\(byte);")
      case 0..<0x20: throw forbidden(UInt32(byte))
      // U+FFFE and U+FFFF.
      case 0xBE... where beforeLast == 0xEF && last == 0xBF:
        throw forbidden(0xFF40 + UInt32(byte))
      default: bytes.append(byte)
      }
      (beforeLast, last) = (last, byte)
    }
  }

  private func forbidden(_ scalar: UInt32) -> FileProblem {
    let code = String(scalar, radix: 16, uppercase: true)
    return FileProblem(
      path,
      Phrase(
        "XML cannot hold the character U+\(code), which an id or an attribute has",
        "id か属性に、XML に書けない文字 U+\(code) が含まれています"),
      advice: Phrase("remove it, or write a folder", "その文字を取り除くか、フォルダーに書き出してください"))
  }
}
