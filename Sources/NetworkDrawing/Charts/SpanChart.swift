/// From when to when something lasted, a bar each, as memberships of a group: what is certain in full
/// colour, what is only possible fading towards its end.
public struct SpanChart: Sendable {
  /// A stretch of time on an axis whose unit is the year, such as 1983.83.
  public struct Span: Sendable, Hashable {
    /// The earliest and the latest start; nil where nothing is known of how early it was.
    public let earliestStart: Double?
    /// The latest start.
    public let latestStart: Double?
    /// The earliest end.
    public let earliestEnd: Double?
    /// The latest end; nil where it may still last.
    public let latestEnd: Double?

    /// Creates a stretch of time from four bounds, nil for those that are open.
    ///
    /// - Parameters:
    ///   - earliestStart: The earliest start.
    ///   - latestStart: The latest start.
    ///   - earliestEnd: The earliest end.
    ///   - latestEnd: The latest end.
    public init(
      earliestStart: Double?, latestStart: Double?, earliestEnd: Double?, latestEnd: Double?
    ) {
      (self.earliestStart, self.latestStart) = (earliestStart, latestStart)
      (self.earliestEnd, self.latestEnd) = (earliestEnd, latestEnd)
    }
  }

  /// A row.
  public struct Row: Sendable, Hashable {
    /// Whose it is.
    public let name: String
    /// Its stretches of time.
    public let spans: [Span]
    /// What kind of row it is, which sets the colour; empty for none.
    public let group: String

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - name: Whose it is.
    ///   - spans: Its stretches of time.
    ///   - group: What kind of row it is.
    public init(name: String, spans: [Span], group: String = "") {
      (self.name, self.spans, self.group) = (name, spans, group)
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading; empty ones are left out.
  public var notes: [String]
  /// The rows from top to bottom.
  public var rows: [Row]
  /// The first and the last moment shown.
  public var period: ClosedRange<Double>
  /// What full and fading colour stand for.
  public var words: (certain: String, possible: String)
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
  ///   - rows: The rows from top to bottom.
  ///   - period: The first and the last moment shown, in years.
  ///   - words: What full and fading colour stand for.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], rows: [Row], period: ClosedRange<Double>,
    words: (certain: String, possible: String), foot: [String], languageCode: String
  ) {
    (self.title, self.notes, self.rows, self.period) = (title, notes, rows, period)
    (self.words, self.foot, self.languageCode) = (words, foot, languageCode)
  }
}

extension SpanChart: PageChart {
  var page: ChartPage {
    var drawing = SpanChartDrawing(self)
    drawing.draw()
    return drawing.page
  }
}
