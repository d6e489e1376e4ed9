/// Curves over numbers, with bands or bars for what is uncertain, one panel below the other.
public struct CurveChart: Sendable {
  /// A value and the interval around it.
  public typealias Value = LineChart.Value

  /// A curve, or single points of one kind.
  public struct Curve: Sendable {
    /// What the legend calls it.
    public let name: String
    /// The points: a number across, and the value above it.
    public let points: [(x: Value, y: Value)]
    /// Whether the points are joined, with a band for their intervals; otherwise each is a mark
    /// with bars both ways.
    public let isJoined: Bool

    /// Creates a curve whose points are joined.
    ///
    /// - Parameters:
    ///   - name: What the legend calls it.
    ///   - points: The points from left to right.
    public init(name: String, points: [(x: Double, y: Value)]) {
      self.name = name
      self.points = points.map { (Value(least: $0.x, middle: $0.x, most: $0.x), $0.y) }
      isJoined = true
    }

    /// Creates marks with bars.
    ///
    /// - Parameters:
    ///   - name: What the legend calls them.
    ///   - marks: The points with what is uncertain of them, across and upwards.
    public init(name: String, marks: [(x: Value, y: Value)]) {
      (self.name, points, isJoined) = (name, marks, false)
    }
  }

  /// One picture of curves.
  public struct Panel: Sendable {
    /// What is shown upwards.
    public let title: String
    /// What is shown across.
    public let across: String
    /// Whether the scale across is logarithmic; its numbers must then be above 0.
    public let isLogarithmic: Bool
    /// The curves; those of one name have one colour in all panels.
    public let curves: [Curve]

    /// Creates a panel.
    ///
    /// - Parameters:
    ///   - title: What is shown upwards.
    ///   - across: What is shown across.
    ///   - isLogarithmic: Whether the scale across is logarithmic.
    ///   - curves: The curves.
    public init(title: String, across: String, isLogarithmic: Bool, curves: [Curve]) {
      (self.title, self.across) = (title, across)
      (self.isLogarithmic, self.curves) = (isLogarithmic, curves)
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading, such as a note on synthetic data; empty ones are left out.
  public var notes: [String]
  /// The panels from top to bottom.
  public var panels: [Panel]
  /// Lines at the foot; empty ones are left out.
  public var foot: [String]
  /// The language of the text, as BCP 47 names it.
  public var languageCode: String
  /// The colours.
  public var style = ChartStyle.light

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The heading.
  ///   - notes: Lines below the heading.
  ///   - panels: The panels from top to bottom.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], panels: [Panel], foot: [String], languageCode: String
  ) {
    (self.title, self.notes, self.panels) = (title, notes, panels)
    (self.foot, self.languageCode) = (foot, languageCode)
  }
}

extension CurveChart: PageChart {
  var page: ChartPage { CurveChartDrawing(self).page }
}
