extension DiagramStyle {
  /// A style that comes with the library.
  public enum Theme: String, Sendable, Hashable, CaseIterable {
    /// Dark on white.
    case light

    /// Light on nearly black, for slides and screens.
    case dark

    /// Greys only, for a printer without colours.
    case print
  }

  /// Creates the style of a theme.
  public init(_ theme: Theme) {
    switch theme {
    case .light: self = .light
    case .dark: self = .dark
    case .print: self = .print
    }
  }

  /// Dark on white, on the colours of Okabe and Ito, which stay apart for colour-blind readers.
  public static let light = DiagramStyle(
    Palette(
      nodes: [
        .grey: CategoryLook(fill: Color(0xECEFF1), line: Color(0x66727D)),
        .blue: CategoryLook(fill: Color(0xDCEBF7), line: Color(0x0072B2)),
        .orange: CategoryLook(fill: Color(0xFCE8C5), line: Color(0xB87300)),
        .green: CategoryLook(fill: Color(0xD5F0E6), line: Color(0x00785A)),
        .vermilion: CategoryLook(fill: Color(0xF9DAC8), line: Color(0xB84A00)),
        .violet: CategoryLook(fill: Color(0xE4E2F3), line: Color(0x564E93)),
        .olive: CategoryLook(fill: Color(0xEEF0CF), line: Color(0x6A7400)),
        .teal: CategoryLook(fill: Color(0xD6EFF4), line: Color(0x00758A)),
        .pink: CategoryLook(fill: Color(0xF3DCEA), line: Color(0x9C4F7C)),
        .ink: CategoryLook(fill: Color(0xFFFFFF), line: Color(0x4A535C)),
        .brown: CategoryLook(fill: Color(0xF3E9DC), line: Color(0x7D5A2B)),
      ],
      edges: [
        .grey: LineColor(color: Color(0x9AA3AB)), .blue: LineColor(color: Color(0x0072B2)),
        .orange: LineColor(color: Color(0xC98300)), .green: LineColor(color: Color(0x00785A)),
        .vermilion: LineColor(color: Color(0xB84A00)), .violet: LineColor(color: Color(0x6B55BD)),
        .teal: LineColor(color: Color(0x2E9FB5)), .pink: LineColor(color: Color(0xB5588F)),
        .ink: LineColor(color: Color(0x1F2429)),
      ],
      categories: [
        CategoryLook(fill: Color(0xA6D0EE), line: Color(0x0072B2)),
        CategoryLook(fill: Color(0xF8C872), line: Color(0xB87300)),
        CategoryLook(fill: Color(0x9EDDC4), line: Color(0x00785A)),
        CategoryLook(fill: Color(0xE3B3D2), line: Color(0x9C4F7C)),
        CategoryLook(fill: Color(0xF5B79A), line: Color(0xB84A00)),
        CategoryLook(fill: Color(0xC9C3EE), line: Color(0x564E93)),
        CategoryLook(fill: Color(0xEEF2BC), line: Color(0x5E6700)),
        CategoryLook(fill: Color(0xA9E2EC), line: Color(0x00758A)),
      ],
      scale: [Color(0xFFFFFF), Color(0xC6DFF2), Color(0x5BA6D6)]),
    background: Color(0xFFFFFF), text: Color(0x1A1A1A), secondaryText: Color(0x57616B),
    warningText: Color(0xA33600))

  /// Light on nearly black.
  public static let dark = DiagramStyle(
    Palette(
      nodes: [
        .grey: CategoryLook(fill: Color(0x2B333A), line: Color(0x9AA6B2)),
        .blue: CategoryLook(fill: Color(0x123A56), line: Color(0x56B4E9)),
        .orange: CategoryLook(fill: Color(0x4A3300), line: Color(0xE69F00)),
        .green: CategoryLook(fill: Color(0x063D2E), line: Color(0x33C79B)),
        .vermilion: CategoryLook(fill: Color(0x54230A), line: Color(0xF08A4B)),
        .violet: CategoryLook(fill: Color(0x2D2A57), line: Color(0xB3A9F2)),
        .olive: CategoryLook(fill: Color(0x363B08), line: Color(0xC5CE4A)),
        .teal: CategoryLook(fill: Color(0x083C46), line: Color(0x5CC6D8)),
        .pink: CategoryLook(fill: Color(0x48203A), line: Color(0xE08CBC)),
        .ink: CategoryLook(fill: Color(0x1C2228), line: Color(0xC3CBD3)),
        .brown: CategoryLook(fill: Color(0x3A2B17), line: Color(0xC9A26B)),
      ],
      edges: [
        .grey: LineColor(color: Color(0x66727D)), .blue: LineColor(color: Color(0x56B4E9)),
        .orange: LineColor(color: Color(0xE69F00)), .green: LineColor(color: Color(0x33C79B)),
        .vermilion: LineColor(color: Color(0xF08A4B)), .violet: LineColor(color: Color(0xA99BF0)),
        .teal: LineColor(color: Color(0x5CC6D8)), .pink: LineColor(color: Color(0xE08CBC)),
        .ink: LineColor(color: Color(0xE3E7EA)),
      ],
      categories: [
        CategoryLook(fill: Color(0x1D5C8A), line: Color(0x56B4E9)),
        CategoryLook(fill: Color(0x735000), line: Color(0xE69F00)),
        CategoryLook(fill: Color(0x0B6048), line: Color(0x33C79B)),
        CategoryLook(fill: Color(0x7A3566), line: Color(0xE08CBC)),
        CategoryLook(fill: Color(0x8A3A0B), line: Color(0xF08A4B)),
        CategoryLook(fill: Color(0x463E8C), line: Color(0xB3A9F2)),
        CategoryLook(fill: Color(0x555C00), line: Color(0xC5CE4A)),
        CategoryLook(fill: Color(0x0C5A69), line: Color(0x5CC6D8)),
      ],
      scale: [Color(0x1C2228), Color(0x17456A), Color(0x2272AE)]),
    background: Color(0x14181D), text: Color(0xF2F4F6), secondaryText: Color(0xB6C0C9),
    warningText: Color(0xFFA97A))

  /// Greys only: kinds of nodes differ in form and grey, kinds of edges in grey, width, dots and
  /// a double line.
  public static let print = DiagramStyle(
    Palette(
      nodes: [
        .grey: CategoryLook(fill: Color(0xEDEDED), line: Color(0x6B6B6B)),
        .blue: CategoryLook(fill: Color(0xFFFFFF), line: Color(0x222222)),
        .orange: CategoryLook(fill: Color(0xDADADA), line: Color(0x222222)),
        .green: CategoryLook(fill: Color(0xFFFFFF), line: Color(0x000000)),
        .vermilion: CategoryLook(fill: Color(0xC4C4C4), line: Color(0x000000)),
        .violet: CategoryLook(fill: Color(0xFFFFFF), line: Color(0x222222)),
        .olive: CategoryLook(fill: Color(0xEDEDED), line: Color(0x444444)),
        .teal: CategoryLook(fill: Color(0xEDEDED), line: Color(0x222222)),
        .pink: CategoryLook(fill: Color(0xFFFFFF), line: Color(0x777777)),
        .ink: CategoryLook(fill: Color(0xFFFFFF), line: Color(0x555555)),
        .brown: CategoryLook(fill: Color(0xEDEDED), line: Color(0x222222)),
      ],
      edges: [
        .grey: LineColor(color: Color(0xA6A6A6)), .blue: LineColor(color: Color(0x000000)),
        .orange: LineColor(color: Color(0x8A8A8A), widthFactor: 1.3),
        .green: LineColor(color: Color(0x000000), isDotted: true),
        .vermilion: LineColor(color: Color(0x333333), widthFactor: 1.5),
        .violet: LineColor(color: Color(0x777777), isDotted: true, widthFactor: 1.3),
        .teal: LineColor(color: Color(0x777777)),
        .pink: LineColor(color: Color(0x555555)),
        .ink: LineColor(color: Color(0x222222), widthFactor: 0.8),
      ],
      categories: [
        .grey(0xFFFFFF, mark: 0x1A1A1A), .grey(0xD2D2D2, mark: 0x6E6E6E),
        .grey(0xA6A6A6, mark: 0xA0A0A0), .grey(0x868686, mark: 0xC8C8C8),
        .grey(0xFFFFFF, stripes: 0xA6A6A6, mark: 0x1A1A1A),
        .grey(0xD2D2D2, stripes: 0x868686, mark: 0x6E6E6E),
        .grey(0xFFFFFF, stripes: 0xDADADA, mark: 0xA0A0A0),
        .grey(0xA6A6A6, stripes: 0x868686, mark: 0xC8C8C8),
      ],
      scale: [Color(0xFFFFFF), Color(0xD2D2D2), Color(0x9A9A9A)]),
    background: Color(0xFFFFFF), text: Color(0x000000), secondaryText: Color(0x4D4D4D),
    warningText: Color(0x000000))
}

extension DiagramStyle.CategoryLook {
  /// A look of the print theme: a grey, or two in stripes.
  fileprivate static func grey(
    _ fill: UInt32, stripes: UInt32? = nil, mark: UInt32
  ) -> DiagramStyle.CategoryLook {
    DiagramStyle.CategoryLook(
      fill: Color(fill), line: Color(0x222222), stripes: stripes.map { Color($0) },
      mark: Color(mark))
  }
}
