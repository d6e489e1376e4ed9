extension LargeScene {
  /// The lines and marks in Graphviz's drawing language, to lie behind a graph.
  var xdot: String {
    func text(_ value: String) -> String { "\(value.utf8.count) -\(value)" }
    func place(_ point: Point) -> String {
      "\(SafeText.number(point.x)) \(SafeText.number(point.y))"
    }
    let alpha = alpha
    var result = "S \(text("setlinewidth(\(SafeText.number(lineWidth)))"))"
    for line in lines {
      let color = line.color.hexadecimal(alpha: max(alpha * line.strength, 0.004))
      result += " c \(text(color)) L 2 \(place(line.start)) \(place(line.end))"
    }
    result += " S \(text("setlinewidth(\(SafeText.number(halo)))")) c \(text(ground.hexadecimal()))"
    for node in order {
      let mark = marks[node]
      for (radius, color) in [(mark.radius, mark.color), (mark.hole, ground)] where radius > 0 {
        result += " C \(text(color.hexadecimal()))"
        if mark.isRound {
          let length = SafeText.number(radius)
          result += " E \(place(mark.middle)) \(length) \(length)"
        } else {
          let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map {
            place(mark.middle + Point(x: $0.0 * radius, y: $0.1 * radius))
          }
          result += " P 4 \(corners.joined(separator: " "))"
        }
      }
    }
    return result
  }
}
