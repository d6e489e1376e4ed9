internal import CGraphvizShim

/// Which fonts a picture names.
enum Fonts {
  /// The families from which a program that shows an SVG takes the first that it has.
  static let scalable = "Noto Sans CJK JP,Hiragino Sans,Yu Gothic,Meiryo,sans-serif"

  /// The value of `fontname` for a picture that holds some texts.
  ///
  /// The first family is one that is installed and can draw the most of the texts, so that what
  /// Graphviz measures is what is drawn; Pango fills in what it lacks. An SVG goes on with
  /// families for readers elsewhere. Both formats get the same layout.
  static func list(
    for format: PictureFormat, texts: [String], language: DiagramLanguage, preferred: String = ""
  ) -> String {
    let rest = format == .svg ? scalable : "sans-serif"
    let chosen = isPlain(preferred) ? preferred : installed(texts: texts, language: language)
    guard let family = chosen else { return rest }
    return rest.hasPrefix(family + ",") ? rest : "\(family),\(rest)"
  }

  /// Whether a name is of letters, digits and spaces: a mark in it could end the list or the
  /// attribute.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 80
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " "
      }
  }

  private static func installed(texts: [String], language: DiagramLanguage) -> String? {
    let scalars = MissingGlyphs.scalars(of: texts)
    // Where Han characters are drawn differently, Japanese forms are wanted.
    let isWide = scalars.contains { $0 > 0x2E80 }
    let script = isWide || language == .japanese ? "ja" : "en"
    var family = [CChar](repeating: 0, count: 128)
    let isFound = unsafe kw_font_family(scalars, scalars.count, script, &family, family.count)
    guard isFound else { return nil }
    let bytes = family.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = String(decoding: bytes, as: UTF8.self)
    return isPlain(name) ? name : nil
  }
}

extension DiagramStyle {
  /// Whether a name can be that of a font: of letters, digits and spaces only, since a mark in it
  /// could end the attribute that holds it.
  public static func isFontName(_ name: String) -> Bool { Fonts.isPlain(name) }
}
