/// Numbers of several groups side by side, a panel a figure: each a dot on a bar from the least to
/// the most it might be, and below it in grey what chance makes.
public struct IntervalChart: Sendable {
  /// A number of one group.
  public struct Mark: Sendable, Hashable {
    /// The number; nil where there is none.
    public let value: Double?
    /// Between which numbers it may lie.
    public let interval: ClosedRange<Double>?
    /// Between which numbers chance alone lies.
    public let chance: ClosedRange<Double>?

    /// Creates a mark.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - interval: Between which numbers it may lie.
    ///   - chance: Between which numbers chance alone lies.
    public init(
      value: Double?, interval: ClosedRange<Double>? = nil, chance: ClosedRange<Double>? = nil
    ) {
      (self.value, self.interval, self.chance) = (value, interval, chance)
    }
  }

  /// One figure.
  public struct Panel: Sendable {
    /// What is shown.
    public let title: String
    /// A mark a group.
    public let marks: [Mark]

    /// Creates a panel.
    ///
    /// - Parameters:
    ///   - title: What is shown.
    ///   - marks: A mark for each of the chart's groups.
    public init(title: String, marks: [Mark]) {
      (self.title, self.marks) = (title, marks)
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading, such as a note on synthetic data; empty ones are left out.
  public var notes: [String]
  /// What each group is called.
  public var groups: [String]
  /// The panels, row by row in two columns.
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
  ///   - groups: What each group is called.
  ///   - panels: The panels, each with a mark a group.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], groups: [String], panels: [Panel], foot: [String],
    languageCode: String
  ) {
    precondition(panels.allSatisfy { $0.marks.count == groups.count })
    self.title = title
    self.notes = notes
    self.groups = groups
    self.panels = panels
    self.foot = foot
    self.languageCode = languageCode
  }
}

extension IntervalChart: PageChart {
  var page: ChartPage { IntervalChartDrawing(self).page }
}
