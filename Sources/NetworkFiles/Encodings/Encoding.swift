internal import NetworkData

/// Checks that bytes are text in UTF-8.
enum Encoding {
  /// What keeps bytes from being text.
  enum Flaw: Equatable {
    case nul
    case invalid
  }

  /// Returns the length of the byte order mark that a text begins with.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: 3 for a UTF-8 mark, else 0.
  static func markLength(_ bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Whether a file begins with a UTF-16 byte order mark.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: `true` for either byte order.
  static func isUTF16(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 2
      && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF))
  }

  /// Whether a text begins in UTF-8 beyond ASCII: for formats that are UTF-8 by their own rules.
  ///
  /// - Parameter beginning: The first bytes, cut anywhere.
  /// - Returns: `false` if they are ASCII, which tells nothing of what follows.
  static func beginsInUTF8(_ beginning: [UInt8]) -> Bool {
    (0...min(3, beginning.count)).contains { cut in
      let whole = beginning.dropLast(cut)
      return whole.contains { $0 >= 0x80 } && firstFlaw(in: whole.span, 0..<whole.count) == nil
    }
  }

  /// Returns the first flaw in a part of a file (RFC 3629: no overlong forms, no surrogates).
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part, which begins and ends between characters.
  /// - Returns: Where the flaw is, nil if there is none.
  static func firstFlaw(
    in bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (offset: Int, flaw: Flaw)? {
    var position = range.lowerBound
    while position < range.upperBound {
      while position + 8 <= range.upperBound {
        let word = ByteWords.word(bytes, at: position)
        if word & 0x8080_8080_8080_8080 != 0 || ByteWords.holds(0, word) { break }
        position += 8
      }
      guard position < range.upperBound else { break }
      let byte = bytes[position]
      if byte < 0x80 {
        if byte == 0 { return (position, .nul) }
        position += 1
        continue
      }
      let length: Int
      var allowed: ClosedRange<UInt8> = 0x80...0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, allowed) = (3, 0xA0...0xBF)
      case 0xED: (length, allowed) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, allowed) = (4, 0x90...0xBF)
      case 0xF4: (length, allowed) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return (position, .invalid)
      }
      guard position + length <= range.upperBound, allowed.contains(bytes[position + 1]) else {
        return (position, .invalid)
      }
      for further in (position + 2)..<max(position + 2, position + length)
      where !(0x80...0xBF).contains(bytes[further]) {
        return (position, .invalid)
      }
      position += length
    }
    return nil
  }

  /// Returns the problem to report for a flaw.
  ///
  /// - Parameters:
  ///   - flaw: What is wrong.
  ///   - offset: Where.
  ///   - file: The file.
  /// - Returns: The problem, with its line and the byte within it.
  static func problem(_ flaw: Flaw, at offset: Int, in file: FileBytes) -> FileProblem {
    let line = file.line(at: offset)
    let column = file.withSpan { bytes in
      var start = offset
      while start > 0, !Ascii.endsLine(bytes[start - 1]) { start -= 1 }
      return offset - start + 1
    }
    switch flaw {
    case .nul:
      return FileProblem(
        file.path, line: line,
        Phrase("NUL byte at byte \(column) of the line", "行の\(column)バイト目に NUL（値が0のバイト）があります"),
        advice: Phrase("this is not a text file, or it is damaged", "テキストファイルでないか、壊れています"))
    case .invalid:
      return FileProblem(
        file.path, line: line,
        Phrase("invalid UTF-8 at byte \(column) of the line", "行の\(column)バイト目が UTF-8 として正しくありません"),
        advice: Phrase(
          "save the file as UTF-8, or name its encoding, such as --encoding cp932",
          "UTF-8 で保存するか、--encoding cp932 のように文字コードを指定してください"))
    }
  }

  /// Checks a whole file and returns where its text begins.
  ///
  /// - Parameter file: The file.
  /// - Returns: The length of the byte order mark.
  /// - Throws: ``FileProblem`` if the file is empty or not UTF-8.
  static func checkedStart(of file: FileBytes) throws(FileProblem) -> Int {
    let start = try checkedMark(of: file)
    let flaw = file.withSpan { firstFlaw(in: $0, start..<$0.count) }
    if let flaw { throw problem(flaw.flaw, at: flaw.offset, in: file) }
    return start
  }

  /// Checks the beginning of a file and returns where its text begins.
  ///
  /// - Parameter file: The file.
  /// - Returns: The length of the byte order mark.
  /// - Throws: ``FileProblem`` if the file is empty or in UTF-16.
  static func checkedMark(of file: FileBytes) throws(FileProblem) -> Int {
    guard file.count > 0 else {
      throw FileProblem(
        file.path, line: 1, Phrase("empty file", "ファイルが空です"),
        advice: Phrase(
          "check that it was saved and fetched whole; a table begins with a header",
          "最後まで保存・取得されたか確かめてください。表なら見出し行が必要です"))
    }
    guard !file.withSpan({ isUTF16($0) }) else {
      throw FileProblem(
        file.path, line: 1, Phrase("UTF-16 is not supported", "UTF-16 は読めません"),
        advice: Phrase(
          "save the file as UTF-8 (in Excel: “CSV UTF-8”)", "UTF-8 で保存してください（Excel では「CSV UTF-8」）"))
    }
    return file.withSpan { markLength($0) }
  }
}
