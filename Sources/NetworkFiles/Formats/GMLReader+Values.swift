internal import NetworkData

extension GMLReader {
  // MARK: Values

  /// Returns the number that stands for an id; ids in words get numbers that no file has.
  mutating func number(
    of bytes: Span<UInt8>, _ value: GMLScanner.Token
  ) throws(FileProblem) -> Int {
    switch value {
    case .number(let range), .string(let range):
      if let number = GMLIDs.number(bytes, range) { return number }
      guard case .string = value else {
        throw scanner.problem(
          "the id \(Self.text(bytes, range)) is no whole number of 18 digits at most",
          "id の \(Self.text(bytes, range)) は18桁までの整数ではありません",
          Phrase("give ids as whole numbers", "id は整数で書いてください"))
      }
    default: break
    }
    hasWordIDs = true
    return ids.number(ofWord: Self.bytes(bytes, value))
  }

  static func content(_ bytes: Span<UInt8>, _ value: GMLScanner.Token) -> String {
    String(decoding: Self.bytes(bytes, value), as: UTF8.self)
  }

  static func bytes(_ bytes: Span<UInt8>, _ value: GMLScanner.Token) -> [UInt8] {
    switch value {
    case .string(let range): GMLText.resolved(bytes, range)
    case .number(let range), .word(let range): range.map { bytes[$0] }
    default: []
    }
  }

  static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }

  @inline(__always)
  static func isEqual(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString
  ) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<range.count
      where unsafe bytes[range.lowerBound + offset] != letters[offset] {
        return false
      }
      return true
    }
  }
}
