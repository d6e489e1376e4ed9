internal import CGraphvizShim

/// The characters of some texts that no installed font can draw.
///
/// Graphviz says nothing when it lacks a character: it draws a box. So fontconfig is asked.
public struct MissingGlyphs: Sendable, Hashable {
  /// The characters, by their code points.
  public var characters: [Unicode.Scalar]

  /// Returns the characters that cannot be drawn; nil when all can.
  ///
  /// Texts within Latin-1 are not looked up. The first other text costs some 15 to 40
  /// milliseconds, in which fontconfig reads its lists.
  public init?(in texts: some Sequence<String>) {
    let scalars = Self.scalars(of: texts).filter { $0 > 0xFF }
    guard !scalars.isEmpty else { return nil }
    var covered = [Bool](repeating: false, count: scalars.count)
    _ = unsafe kw_font_covered(scalars, scalars.count, &covered)
    characters = zip(scalars, covered).filter { !$0.1 }.compactMap { Unicode.Scalar($0.0) }
    guard !characters.isEmpty else { return nil }
  }

  /// The characters to ask for: those that leave a mark.
  static func scalars(of texts: some Sequence<String>) -> [UInt32] {
    var found: Set<UInt32> = []
    for text in texts {
      for scalar in text.unicodeScalars {
        let properties = scalar.properties
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { continue }
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { continue }
        found.insert(scalar.value)
      }
    }
    return found.sorted()
  }

  /// Packages that bring fonts for the characters: for `apt-get install` and `brew install`.
  public var packages: (apt: [String], brew: [String]) {
    var apt: [String] = []
    var brew: [String] = []
    if characters.contains(where: { TextWidth.isWide($0) && $0.value < 0x1F300 })
      || characters.contains(where: { $0.value >= 0x20000 })
    {
      apt.append("fonts-noto-cjk")
      brew.append("font-noto-sans-cjk")
    }
    if characters.contains(where: { (0x1F300...0x1FAFF).contains($0.value) }) {
      apt.append("fonts-noto-color-emoji")
      brew.append("font-noto-color-emoji")
    }
    if apt.isEmpty {
      apt.append("fonts-noto-core")
      brew.append("font-noto-sans")
    }
    return (apt, brew)
  }
}

extension MissingGlyphs: CustomStringConvertible {
  /// Says which characters are missing and what to install.
  public var description: String {
    let shown = characters.prefix(12).map(String.init).joined(separator: " ")
    let rest = characters.count > 12 ? " and \(characters.count - 12) more" : ""
    let (apt, brew) = packages
    let small = apt.contains("fonts-noto-cjk") ? " (or the small fonts-droid-fallback)" : ""
    return "no installed font can draw \(shown)\(rest): install one, with apt-get install "
      + "\(apt.joined(separator: " "))\(small), or brew install \(brew.joined(separator: " "))"
  }
}
