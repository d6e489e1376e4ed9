internal import NetworkData

/// Looks at the root element of an XML file without reading it.
enum XMLRoot {
  /// Returns the name of the root element.
  ///
  /// - Parameter beginning: The first bytes of a file.
  /// - Returns: The name without a prefix; nil if that is no XML.
  static func name(in beginning: [UInt8]) -> String? {
    var rest = beginning[...]
    while true {
      rest = rest.drop { Ascii.isBlank($0) || Ascii.endsLine($0) }
      guard rest.first == UInt8(ascii: "<") else { return nil }
      if let behind = skipped(rest, from: "<!--", to: "-->") {
        rest = behind
      } else if let behind = skipped(rest, from: "<?", to: "?>") {
        rest = behind
      } else if let behind = skipped(rest, from: "<!", to: ">") {
        rest = behind
      } else {
        let tag = rest.dropFirst().prefix {
          !Ascii.isBlank($0) && !Ascii.endsLine($0) && $0 != UInt8(ascii: ">")
            && $0 != UInt8(ascii: "/")
        }
        let name = tag.split(separator: UInt8(ascii: ":")).last
        return name.map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  private static func skipped(
    _ bytes: ArraySlice<UInt8>, from start: String, to end: String
  ) -> ArraySlice<UInt8>? {
    guard bytes.starts(with: start.utf8), let found = bytes.firstRange(of: Array(end.utf8)) else {
      return nil
    }
    return bytes[found.upperBound...]
  }

  /// The problem of a file whose root element is another one.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - line: Where the root element stands.
  ///   - name: What it is called.
  ///   - expected: What it should be called.
  /// - Returns: The problem.
  static func problem(
    _ path: String, line: Int, name: String, expected: String
  ) -> FileProblem {
    let isPage = name.lowercased() == "html"
    return FileProblem(
      path, line: line,
      Phrase(
        "root element is \(FileProblem.quoted(name)), expected \"\(expected)\""
          + (isPage ? " (looks like HTML)" : ""),
        "ルート要素が \(FileProblem.quoted(name)) です（\"\(expected)\" が必要です）"
          + (isPage ? "。HTML のページのようです" : "")),
      advice: isPage
        ? Phrase("fetch the file itself and not a page about it", "ページではなく、ファイルそのものを取得してください")
        : Phrase("name the format: --input-format FORMAT", "--input-format で形式を指定してください"))
  }
}
