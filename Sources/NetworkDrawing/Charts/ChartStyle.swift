/// The colours of charts, made of those of a diagram's style, so that both can stand on one page.
public struct ChartStyle: Sendable, Hashable {
  /// The ground.
  public var background: Color
  /// Titles and names.
  public var text: Color
  /// Numbers on axes and what stands at the foot.
  public var faint: Color
  /// Lines behind the data.
  public var grid: Color
  /// What chance makes, behind the data.
  public var chance: Color
  /// A note that must not be overlooked.
  public var warning: Color
  /// The colours of series, told apart without colour vision too and dark enough for lines.
  public var series: [Color]
  /// The colours of a measure from the least to the greatest.
  public var scale: [Color]

  /// Creates the colours that go with a diagram's style.
  public init(_ style: DiagramStyle) {
    background = style.background
    text = style.text
    faint = style.secondaryText
    grid = style.secondaryText.mixed(with: style.background, share: 0.8)
    chance = style.secondaryText.mixed(with: style.background, share: 0.66)
    warning = style.warningText
    scale = style.scale
    let strong = style.categories.map(\.line)
    // Greys alone tell four series apart; a line's name stands in the legend in any case.
    series =
      Set(strong).count > 2
      ? strong + [style.text, style.secondaryText]
      : [0, 0.45, 0.2, 0.6].map { style.text.mixed(with: style.background, share: $0) }
  }

  /// Creates the colours of a theme.
  public init(_ theme: DiagramStyle.Theme) { self.init(DiagramStyle(theme)) }

  /// Dark on white.
  public static let light = ChartStyle(DiagramStyle.light)

  /// Returns the colour of a series.
  func series(_ number: Int) -> Color {
    series.isEmpty ? text : series[number % series.count]
  }

  /// Returns a pale colour for an area behind a line of a colour.
  func band(_ color: Color) -> Color { color.mixed(with: background, share: 0.72) }
}
