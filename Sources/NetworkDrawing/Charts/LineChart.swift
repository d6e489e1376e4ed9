/// Lines over time, one panel below the other, each with a band from the least to the most.
public struct LineChart: Sendable {
  /// What is known of a value: between which bounds it lies, and where the line passes.
  public struct Value: Sendable, Hashable {
    /// The lower bound.
    public let least: Double
    /// Where the line passes.
    public let middle: Double
    /// The upper bound.
    public let most: Double

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - least: The lower bound.
    ///   - middle: Where the line passes.
    ///   - most: The upper bound.
    public init(least: Double, middle: Double, most: Double) {
      (self.least, self.middle, self.most) = (least, middle, most)
    }
  }

  /// One figure over time.
  public struct Panel: Sendable {
    /// What is shown.
    public let title: String
    /// A value a time; nil where there is none, which leaves a gap.
    public let values: [Value?]

    /// Creates a panel.
    ///
    /// - Parameters:
    ///   - title: What is shown.
    ///   - values: A value for each of the chart's times.
    public init(title: String, values: [Value?]) {
      (self.title, self.values) = (title, values)
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading, such as a note on synthetic data; empty ones are left out.
  public var notes: [String]
  /// What each time is called.
  public var times: [String]
  /// The panels from top to bottom.
  public var panels: [Panel]
  /// Lines at the foot, such as the source; empty ones are left out.
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
  ///   - times: What each time is called.
  ///   - panels: The panels from top to bottom, each with a value a time.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], times: [String], panels: [Panel], foot: [String],
    languageCode: String
  ) {
    precondition(panels.allSatisfy { $0.values.count == times.count })
    self.title = title
    self.notes = notes
    self.times = times
    self.panels = panels
    self.foot = foot
    self.languageCode = languageCode
  }
}

extension LineChart: PageChart {
  var page: ChartPage { LineChartDrawing(self).page }
}
