/// What is drawn on a page of lines, areas and text.
///
/// Charts look alike everywhere and know nothing of networks.
public protocol Chart: Sendable {
  /// The colours.
  var style: ChartStyle { get set }

  /// The chart as an SVG that stands on its own.
  var svg: String { get }

  /// Draws the chart while the calling thread waits.
  ///
  /// - Parameters:
  ///   - format: The file format.
  ///   - scale: Of a PNG, the pixels in a point of 1/72 inch.
  /// - Returns: The contents of the file.
  /// - Throws: ``DrawingError``, which says what to do.
  func renderAndWait(as format: PictureFormat, scale: Double) throws(DrawingError) -> [UInt8]
}

extension Chart {
  /// Draws the chart with two pixels a point while the calling thread waits.
  ///
  /// - Parameter format: The file format.
  /// - Returns: The contents of the file.
  /// - Throws: ``DrawingError``, which says what to do.
  public func renderAndWait(as format: PictureFormat) throws(DrawingError) -> [UInt8] {
    try renderAndWait(as: format, scale: 2)
  }
}

/// A chart of this module, which knows its page.
protocol PageChart: Chart {
  var page: ChartPage { get }
}

extension PageChart {
  /// The chart as an SVG that stands on its own.
  public var svg: String { page.svg }

  /// Draws the chart while the calling thread waits.
  public func renderAndWait(
    as format: PictureFormat, scale: Double
  ) throws(DrawingError) -> [UInt8] {
    let page = page
    guard format != .svg else { return Array(page.svg.utf8) }
    let bounded = scale.isFinite ? min(max(scale, 0.25), 16) : 2
    return try DrawingLane.wait { page.painted(as: format, scale: bounded) }.get()
  }
}
