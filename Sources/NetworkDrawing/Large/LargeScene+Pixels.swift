internal import GraphStructure

extension LargeScene {
  /// The lines and marks as pixels.
  ///
  /// - Parameters:
  ///   - width: The width of the picture in pixels.
  ///   - height: Its height.
  ///   - left: Where the left edge of the picture is, in points.
  ///   - top: Where its upper edge is.
  ///   - scale: Pixels a point.
  ///   - execution: How the work is carried out.
  /// - Returns: The picture.
  func pixels(
    width: Int, height: Int, left: Double, top: Double, scale: Double, execution: Execution
  ) -> PixelImage {
    func across(_ point: Point) -> Float { Float((point.x - left) * scale) }
    func down(_ point: Point) -> Float { Float((top - point.y) * scale) }
    let alpha = alpha
    let canvas = DensityCanvas(width: width, height: height, ground: ground)
    let lines = lines.map { line in
      DensityCanvas.Line(
        startX: across(line.start), startY: down(line.start), endX: across(line.end),
        endY: down(line.end), color: line.color.vector, alpha: Float(alpha * line.strength),
        width: Float(lineWidth * scale))
    }
    let discs = order.flatMap { node in
      let mark = marks[node]
      var disc = DensityCanvas.Disc(
        x: across(mark.middle), y: down(mark.middle), radius: Float(mark.radius * scale),
        color: mark.color.vector, halo: Float(halo * scale), isRound: mark.isRound)
      guard mark.hole > 0 else { return [disc] }
      let whole = disc
      (disc.radius, disc.color, disc.halo) = (Float(mark.hole * scale), ground.vector, 0)
      return [whole, disc]
    }
    return canvas.image(of: lines, discs: discs, execution: execution)
  }
}
