internal import NetworkData

/// Brings text of any known encoding into UTF-8, which all readers expect.
enum TextRecoding {
  /// Returns a file's text in UTF-8.
  ///
  /// - Parameters:
  ///   - file: The file as it lies.
  ///   - encoding: What the user says of it; nil to tell it from the bytes.
  ///   - limits: Bounds.
  /// - Returns: The file itself where it is UTF-8 (which its reader still checks), and notes on what
  ///   was found.
  /// - Throws: ``FileProblem`` if the text is not in the encoding, or in none that can be told.
  static func utf8(
    _ file: FileBytes, encoding: TextEncoding?, limits: ReadingLimits
  ) throws(FileProblem) -> (file: FileBytes, notes: [Phrase]) {
    guard let encoding = encoding ?? (file.withSpan { Encoding.isUTF16($0) } ? .utf16 : nil),
      encoding != .utf8
    else { return (file, []) }
    let text: [UInt8]
    do throws(TextEncoding.Undecodable) {
      text = try file.withSpan { bytes throws(TextEncoding.Undecodable) in
        try encoding.utf8(of: bytes)
      }
    } catch {
      let name = encoding.rawValue
      throw FileProblem(
        file.path, line: error.offset.map(file.line(at:)),
        Phrase("is not text in \(name)", "\(name) の文字として読めません"),
        advice: Phrase("name the encoding: --encoding cp932", "--encoding cp932 のように文字コードを指定してください")
      )
    }
    guard text.count <= limits.bytes else {
      throw FileProblem(
        file.path, Phrase("is larger than \(limits.bytes) bytes", "\(limits.bytes) バイトを超えています"),
        advice: Phrase(
          "raise the limit: --limit bytes=\(limits.bytes * 4)",
          "上限を上げてください：--limit bytes=\(limits.bytes * 4)"))
    }
    let note = Phrase(
      "\(file.path): read as \(encoding.rawValue)",
      "\(file.path)：文字コード \(encoding.rawValue) として読みました")
    return (FileBytes(text, path: file.path), [note])
  }
}
