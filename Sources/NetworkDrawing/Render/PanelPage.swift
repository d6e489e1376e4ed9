/// A page for panels: how many stand in a row, and how large each may be.
struct PanelPage {
  let columns: Int

  /// The room of a panel without its title, in points.
  let cell: (width: Double, height: Double)

  /// By how much panels laid out freely would have to shrink to fit.
  let scale: Double

  /// The space between panels.
  static let gap = 16.0

  /// The most that a layout is spread out to fill its place.
  static let widest = 1.25

  /// How far lines may stand out of the panels, both sides together.
  private static let slack = 8.0

  /// Paper of A4 across and upright, between its margins.
  private static let papers = [
    (width: Paper.a4Across, height: Paper.a4Upright),
    (width: Paper.a4Upright, height: Paper.a4Across),
  ]

  /// The pages to try, the roomiest first; of equals the one with more panels in a row, so that
  /// two stand side by side where they can.
  ///
  /// - Parameters:
  ///   - count: The number of panels.
  ///   - given: The width of the page; nil for paper.
  ///   - natural: How large the largest panel is when it is laid out freely.
  ///   - type: The size of the labels, which is to be 7 points or more on paper.
  ///   - growth: How much larger than that the page may be.
  ///   - margin: The margin of the picture.
  ///   - titleHeight: The room for a panel's title.
  ///   - captionHeight: The room for the caption on a page of a width.
  /// - Returns: The pages.
  /// - Throws: What `captionHeight` throws.
  static func pages(
    for count: Int, width given: Double?, natural: (width: Double, height: Double), type: Double,
    growth: Double,
    margin: Double, titleHeight: Double, captionHeight: (Double) throws(DrawingError) -> Double
  ) throws(DrawingError) -> [PanelPage] {
    var pages: [PanelPage] = []
    if let given {
      // Beside each other they would be small; the page may be as high as it has to be.
      let across = given - 2 * margin - slack
      let upward = 0.95 * growth * across
      let scale = min(across / max(natural.width, 1), upward / max(natural.height, 1))
      return [PanelPage(columns: 1, cell: (across, upward), scale: scale)]
    }
    for paper in papers {
      let factor = growth * type / 7
      let (width, height) = (
        factor * paper.width - 2 * margin - slack, factor * paper.height - 2 * margin
      )
      let room = try height - captionHeight(width)
      for columns in 1...max(count, 1) {
        let rows = (count + columns - 1) / columns
        let across = (width - Double(columns - 1) * gap) / Double(columns)
        let upward = (room - Double(rows - 1) * gap) / Double(rows) - titleHeight
        guard across > 40, upward > 40 else { continue }
        let scale = min(across / max(natural.width, 1), upward / max(natural.height, 1))
        pages.append(PanelPage(columns: columns, cell: (across, upward), scale: scale))
      }
    }
    func rank(_ page: PanelPage) -> (Double, Int) {
      let empty = (page.columns - count % page.columns) % page.columns
      return (min(page.scale, widest) * (1 - 0.05 * Double(empty)), page.columns)
    }
    return pages.sorted { rank($0) > rank($1) }
  }
}
