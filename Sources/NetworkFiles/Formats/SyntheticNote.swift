public import NetworkData

/// Says in the first line of a file that its data is made up.
public enum SyntheticNote {
  private static let mark = " Synthetic data: "

  /// Returns the comment line that files of a synthetic network begin with.
  ///
  /// - Parameters:
  ///   - description: What the network is about.
  ///   - sign: What comments begin with.
  /// - Returns: A line that begins with the sign; empty for real data.
  public static func comment(
    for description: NetworkDescription, sign: String = "#"
  ) -> String {
    guard let synthetic = description.synthetic else { return "" }
    return sign + mark
      + synthetic.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n"
  }

  /// Returns what is made up, if the first line of a file says so.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - start: Where its text begins.
  ///   - sign: What comments begin with.
  /// - Returns: The sentence behind the mark, nil without one.
  static func sentence(
    in bytes: Span<UInt8>, from start: Int, sign: String = "#"
  ) -> String? {
    let mark = sign + mark
    var line: [UInt8] = []
    var position = start
    while position < bytes.count, !Ascii.endsLine(bytes[position]), line.count < 4096 {
      line.append(bytes[position])
      position += 1
    }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix(mark), text.count > mark.count else { return nil }
    return String(text.dropFirst(mark.count))
  }
}
