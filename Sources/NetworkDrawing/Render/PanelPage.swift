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

/// Sets laid-out boxes into the room of a panel: type keeps its size, distances change.
struct PanelFit {
  let width: Double
  let height: Double

  /// The space that boxes keep between them, so that lines can pass.
  private static let gap = 4.0

  /// How much more one direction may be stretched than the other.
  private static let mostUneven = 1.5

  /// The most of the room that boxes may cover: lines need the rest.
  private static let mostCovered = 0.36

  private static let sweeps = 600

  /// Boxes that are too many to be moved apart one by one.
  private static let limit = 400

  /// The boxes in the room, their lower left corner at the origin; nil where there is too little.
  ///
  /// - Complexity: O(*n*²) a sweep.
  func fitted(_ boxes: [DiagramBox]) -> [DiagramBox]? {
    guard let bounds = DiagramBox.around(boxes) else { return [] }
    guard boxes.count <= Self.limit else { return nil }
    let widest = boxes.map(\.width).max() ?? 0
    let highest = boxes.map(\.height).max() ?? 0
    let covered = boxes.reduce(0) { $0 + $1.width * $1.height }
    guard widest <= width, highest <= height, covered <= Self.mostCovered * width * height
    else { return nil }
    // Boxes are inside when their middles are half a box away from the edge.
    var across = (width - widest) / max(bounds.width - widest, 1)
    var upward = (height - highest) / max(bounds.height - highest, 1)
    across = min(across, PanelPage.widest, max(upward, 0.2) * Self.mostUneven)
    upward = min(upward, PanelPage.widest, max(across, 0.2) * Self.mostUneven)
    let (left, bottom) = (
      (width - across * bounds.width) / 2, (height - upward * bounds.height) / 2
    )
    var result = boxes
    for index in result.indices {
      result[index].x = left + across * (boxes[index].x - bounds.left)
      result[index].y = bottom + upward * (boxes[index].y - bounds.bottom)
    }
    return parted(result)
  }

  /// Pushes boxes apart, each pair along the way on which they part soonest, within the room.
  private func parted(_ boxes: [DiagramBox]) -> [DiagramBox]? {
    var boxes = boxes
    for _ in 0..<Self.sweeps {
      var isMoved = false
      for one in boxes.indices {
        for other in boxes.indices where other > one {
          let apart = boxes[other].center - boxes[one].center
          let across = (boxes[one].width + boxes[other].width) / 2 + Self.gap - abs(apart.x)
          let upward = (boxes[one].height + boxes[other].height) / 2 + Self.gap - abs(apart.y)
          guard across > 0.01, upward > 0.01 else { continue }
          isMoved = true
          if across < upward {
            let step = (apart.x < 0 ? -across : across) / 2
            boxes[one].x -= step
            boxes[other].x += step
          } else {
            let step = (apart.y < 0 ? -upward : upward) / 2
            boxes[one].y -= step
            boxes[other].y += step
          }
          boxes[one] = inside(boxes[one])
          boxes[other] = inside(boxes[other])
        }
      }
      if !isMoved { return boxes }
    }
    return nil
  }

  private func inside(_ box: DiagramBox) -> DiagramBox {
    var box = box
    box.x = min(max(box.x, box.width / 2), width - box.width / 2)
    box.y = min(max(box.y, box.height / 2), height - box.height / 2)
    return box
  }
}
