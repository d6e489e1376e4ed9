#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How scores are distributed: for each score the share of nodes that have at least as much, on
/// logarithmic axes.
///
/// > *P*(*X* ≥ *x*), the complementary cumulative distribution
///
/// It needs no bins, and a power law is a straight line in it. Scores of 0 and below have no place on
/// a logarithmic axis: the shares still count their nodes, and the foot tells how many they are.
///
/// - SeeAlso: A. Clauset, C. R. Shalizi, M. E. J. Newman. Power-law distributions in empirical data.
///   SIAM Review 51, 2009.
public struct DistributionChart: Sendable {
  /// Scores of one kind.
  public struct Series: Sendable, Hashable {
    /// What the legend calls them.
    public let name: String
    /// The scores; those that are not finite are left out.
    public let scores: [Double]

    /// Creates a series.
    ///
    /// - Parameters:
    ///   - name: What the legend calls it.
    ///   - scores: One score a node.
    public init(name: String, scores: [Double]) { (self.name, self.scores) = (name, scores) }

    /// Each different score above 0, ascending, with the share of all scores that are at least so.
    ///
    /// - Complexity: O(*n* log *n*).
    public var points: [(score: Double, share: Double)] {
      let known = scores.filter(\.isFinite).sorted()
      var points: [(score: Double, share: Double)] = []
      for (place, score) in known.enumerated()
      where score > 0 && (place == 0 || known[place - 1] != score) {
        points.append((score, Double(known.count - place) / Double(known.count)))
      }
      return points
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading; empty ones are left out.
  public var notes: [String]
  /// What is shown across.
  public var across: String
  /// What is shown upwards.
  public var upward: String
  /// The series.
  public var series: [Series]
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
  ///   - across: What is shown across.
  ///   - upward: What is shown upwards.
  ///   - series: The series.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], across: String, upward: String, series: [Series],
    foot: [String], languageCode: String
  ) {
    (self.title, self.notes, self.across, self.upward) = (title, notes, across, upward)
    (self.series, self.foot, self.languageCode) = (series, foot, languageCode)
  }
}

extension DistributionChart: PageChart {
  private static let height = 380.0

  var page: ChartPage {
    var flow = ChartFlow(title: title, notes: notes, style: style, language: languageCode)
    let all = series.map(\.points)
    if series.count > 1 {
      flow.height += 4
      flow.addKeys(series.indices.map { (series[$0].name, style.series($0)) })
    }
    flow.height += 14
    flow.addLines([upward], size: 12, style.faint)
    let (left, right) = (66.0, flow.page.width - 24)
    let top = flow.height + 12
    let bottom = top + Self.height
    let horizontal = DecadeAxis(all.joined().map(\.score))
    let vertical = DecadeAxis(all.joined().map(\.share) + [1])
    func x(_ value: Double) -> Double { left + horizontal.share(of: value) * (right - left) }
    func y(_ value: Double) -> Double { bottom - vertical.share(of: value) * (bottom - top) }
    for tick in vertical.ticks {
      flow.add(.rule(from: (left, y(tick)), to: (right, y(tick)), style.grid))
      flow.addText(
        AxisScale.written(tick), at: (left - 8, y(tick) + 4), size: 11, style.faint, anchor: .end)
    }
    for tick in horizontal.ticks {
      flow.add(.rule(from: (x(tick), top), to: (x(tick), bottom), style.grid))
      flow.addText(
        AxisScale.written(tick), at: (x(tick), bottom + 16), size: 11, style.faint,
        anchor: .middle)
    }
    flow.addText(across, at: (right, bottom + 34), size: 12, style.faint, anchor: .end)
    for (number, points) in all.enumerated() {
      let color = style.series(number)
      let places = points.map { (x: x($0.score), y: y($0.share)) }
      if places.count > 1 {
        flow.add(.line(places, style.band(color), width: 1.5, isDashed: false))
      }
      for place in places {
        flow.add(.dot(x: place.x, y: place.y, radius: places.count > 200 ? 2 : 3.2, color))
      }
    }
    flow.height = bottom + 40
    flow.finish(foot: foot, describing: notes + [across, upward] + series.map(\.name))
    return flow.page
  }
}

/// A logarithmic axis from one power of ten to another.
private struct DecadeAxis {
  private let low: Double
  private let high: Double
  let ticks: [Double]

  init(_ numbers: [Double]) {
    let known = numbers.filter { $0.isFinite && $0 > 0 }.map { log10($0) }
    // Beyond 12 decades a picture says nothing.
    let top = min(max((known.max() ?? 0).rounded(.up), -12), 12)
    let bottom = min(max((known.min() ?? 0).rounded(.down), top - 12), top - 1)
    (low, high) = (bottom, top)
    let isShort = top - bottom <= 2
    ticks = stride(from: bottom, through: top, by: 1).flatMap { power in
      (isShort && power < top ? [1.0, 2, 5] : [1.0]).map { $0 * pow(10, power) }
    }
  }

  func share(of number: Double) -> Double {
    guard number.isFinite, number > 0 else { return 0 }
    return min(max((log10(number) - low) / (high - low), 0), 1)
  }
}
