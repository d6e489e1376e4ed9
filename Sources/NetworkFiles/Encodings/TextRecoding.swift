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
    let chosen = if let encoding { encoding } else { try told(from: file) }
    if chosen == .utf8 { return (file, []) }
    let text: [UInt8]
    do throws(TextEncoding.Undecodable) {
      text = try file.withSpan { bytes throws(TextEncoding.Undecodable) in
        try chosen.utf8(of: bytes)
      }
    } catch {
      throw FileProblem(
        file.path, line: error.offset.map(file.line(at:)),
        Phrase("is not text in \(chosen.rawValue)", "\(chosen.rawValue) の文字として読めません"),
        advice: Phrase(
          "name the encoding, such as --encoding cp932; if it is right, the file is damaged here",
          "--encoding cp932 のように文字コードを指定してください。指定が正しければ、この箇所でファイルが壊れています"))
    }
    guard text.count <= limits.bytes else {
      throw FileProblem(
        file.path, Phrase("is larger than \(limits.bytes) bytes", "\(limits.bytes) バイトを超えています"),
        advice: Phrase(
          "raise the limit: --limit bytes=\(limits.bytes * 4)",
          "上限を上げてください：--limit bytes=\(limits.bytes * 4)"))
    }
    return (
      FileBytes(text, path: file.path), [note(on: chosen, isTold: encoding == nil, file.path)]
    )
  }

  /// Returns the text of a file beside others: in UTF-8 if it is that, whatever those are in.
  ///
  /// - Parameters:
  ///   - file: The file as it lies.
  ///   - fallback: What the user says of the files together.
  ///   - limits: Bounds.
  /// - Returns: As ``utf8(_:encoding:limits:)`` does.
  /// - Throws: ``FileProblem`` if the text is in no encoding that can be told.
  static func recoded(
    _ file: FileBytes, fallback: TextEncoding?, limits: ReadingLimits
  ) throws(FileProblem) -> (file: FileBytes, notes: [Phrase]) {
    let isUTF8 = file.withSpan { Encoding.firstFlaw(in: $0, 0..<$0.count) == nil }
    return try utf8(file, encoding: isUTF8 && fallback != nil ? .utf8 : fallback, limits: limits)
  }

  /// Returns the encoding that the bytes of a file tell of.
  ///
  /// - Parameter file: The file.
  /// - Returns: The encoding.
  /// - Throws: ``FileProblem`` with both readings if it may be either of two.
  static func told(from file: FileBytes) throws(FileProblem) -> TextEncoding {
    if let declared = file.withSpan(XMLDeclaration.encoding) { return declared }
    switch file.withSpan(EncodingEvidence.verdict) {
    case .certain(let encoding): return encoding
    case .undecided(let first, let second): throw undecided(first, second, in: file)
    }
  }

  private static func note(on encoding: TextEncoding, isTold: Bool, _ path: String) -> Phrase {
    isTold
      ? Phrase(
        "\(path): read as \(encoding.rawValue), as its bytes tell (--encoding would say otherwise)",
        "\(path)：内容から文字コードを \(encoding.rawValue) と判断して読みました（違う場合は --encoding で指定）")
      : Phrase(
        "\(path): read as \(encoding.rawValue)",
        "\(path)：文字コード \(encoding.rawValue) として読みました")
  }

  private static func undecided(
    _ first: TextEncoding, _ second: TextEncoding, in file: FileBytes
  ) -> FileProblem {
    let line = firstLineBeyondASCII(of: file)
    func reading(_ encoding: TextEncoding) -> String {
      let text = (try? encoding.utf8(of: line.bytes.span)) ?? []
      return FileProblem.quoted(String(decoding: text, as: UTF8.self))
    }
    let (one, other) = (reading(first), reading(second))
    let flaw = file.withSpan { Encoding.firstFlaw(in: $0, 0..<$0.count) }
    let complaint = flaw.map { Encoding.problem(.invalid, at: $0.offset, in: file).problem }
    return FileProblem(
      file.path, line: file.line(at: line.offset),
      Phrase(
        (complaint.map { $0.english + ", and " } ?? "")
          + "the encoding cannot be told: as \(first.rawValue) this reads \(one), as "
          + "\(second.rawValue) \(other)",
        (complaint.map { $0.japanese + "。" } ?? "")
          + "文字コードを決められません。\(first.rawValue) なら \(one)、\(second.rawValue) なら \(other) と読めます"),
      advice: Phrase(
        "say which: --encoding \(first.rawValue), or --encoding \(second.rawValue)",
        "--encoding \(first.rawValue) か --encoding \(second.rawValue) を指定してください"))
  }

  /// Returns the first line with a byte beyond ASCII, cut to a length that a message can show.
  private static func firstLineBeyondASCII(of file: FileBytes) -> (offset: Int, bytes: [UInt8]) {
    file.withSpan { bytes in
      var start = 0
      var position = 0
      while position < bytes.count, bytes[position] < 0x80 {
        if Ascii.endsLine(bytes[position]) { start = position + 1 }
        position += 1
      }
      // A long line is shown from the place on.
      if position - start > 40 { start = position }
      var line: [UInt8] = []
      for offset in start..<bytes.count {
        guard !Ascii.endsLine(bytes[offset]), line.count < 200 else { break }
        line.append(bytes[offset])
      }
      return (start, line)
    }
  }
}
