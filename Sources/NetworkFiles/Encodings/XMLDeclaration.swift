/// What an XML file says of its own encoding.
enum XMLDeclaration {
  /// Returns the encoding that an XML file declares, which its bytes need not tell then.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The encoding; UTF-8 where none is declared, as the standard says; nil if the file is
  ///   not XML, or begins with a mark.
  static func encoding(of bytes: Span<UInt8>) -> TextEncoding? {
    guard bytes.count >= 5, bytes[0] == UInt8(ascii: "<"), bytes[1] != 0 else { return nil }
    let beginning = String(
      decoding: (0..<min(200, bytes.count)).map { bytes[$0] }, as: UTF8.self)
    guard beginning.hasPrefix("<?xml"), let end = beginning.firstRange(of: "?>") else {
      return .utf8
    }
    let declaration = beginning[..<end.lowerBound]
    guard let name = declaration.firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/)?.1
    else { return .utf8 }
    // What is not known here is the parser's to refuse.
    return TextEncoding(named: String(name)) ?? .utf8
  }
}
