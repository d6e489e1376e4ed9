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
    let parting = BoxParting(gap: Self.gap, sweeps: Self.sweeps).parted(result, kept: inside)
    return parting.isDone ? parting.boxes : nil
  }

  private func inside(_ box: DiagramBox) -> DiagramBox {
    var box = box
    box.x = min(max(box.x, box.width / 2), width - box.width / 2)
    box.y = min(max(box.y, box.height / 2), height - box.height / 2)
    return box
  }
}
