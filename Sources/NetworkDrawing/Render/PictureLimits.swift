/// What a picture may take.
struct PictureLimits {
  let format: PictureFormat
  let engine: LayoutEngine

  /// The most pixels of a picture, and of one side of it.
  private static let pixelLimit = 64_000_000
  private static let sideLimit = 32_000

  /// Refuses a diagram that would take too long.
  func check(_ diagram: Diagram) throws(DrawingError) {
    let count = diagram.nodes.count
    if count > format.nodeLimit {
      throw .tooLarge(count: count, limit: format.nodeLimit, of: "nodes", advice: "write SVG")
    }
    let force = LayoutEngine.force
    if diagram.edges.count > force.edgeLimit {
      throw .tooLarge(
        count: diagram.edges.count, limit: force.edgeLimit, of: "edges",
        advice: force.adviceBeyondLimit)
    }
  }

  /// Refuses a picture of too many pixels.
  func check(width: Double, height: Double, scale: Double) throws(DrawingError) {
    guard format == .png else { return }
    let (across, down) = (Int(width * scale), Int(height * scale))
    if across * down > Self.pixelLimit || max(across, down) > Self.sideLimit {
      throw .pictureTooLarge(width: across, height: down, limit: Self.pixelLimit)
    }
  }
}
