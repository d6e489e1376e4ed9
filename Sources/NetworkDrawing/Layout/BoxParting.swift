/// Pushes boxes apart, each pair along the way on which they part soonest.
struct BoxParting {
  /// The space that boxes keep between them, in points.
  let gap: Double
  let sweeps: Int

  /// The boxes after the pushes, and whether all have parted.
  ///
  /// - Parameters:
  ///   - boxes: The boxes.
  ///   - kept: Puts a pushed box back where it may be.
  /// - Returns: The boxes; where they are too many for their room, some still overlap.
  /// - Complexity: O(*n*²) a sweep.
  func parted(
    _ boxes: [DiagramBox], kept: (DiagramBox) -> DiagramBox = { $0 }
  ) -> (boxes: [DiagramBox], isDone: Bool) {
    var boxes = boxes
    for _ in 0..<sweeps {
      var isMoved = false
      for one in boxes.indices {
        for other in boxes.indices where other > one {
          let apart = boxes[other].center - boxes[one].center
          let across = (boxes[one].width + boxes[other].width) / 2 + gap - abs(apart.x)
          let upward = (boxes[one].height + boxes[other].height) / 2 + gap - abs(apart.y)
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
          boxes[one] = kept(boxes[one])
          boxes[other] = kept(boxes[other])
        }
      }
      if !isMoved { return (boxes, true) }
    }
    return (boxes, false)
  }
}
