extension LargeScene {
  /// The most edges that are elements of their own, and the most nodes.
  private static let edgeElements = 6000
  private static let nodeElements = 20_000

  /// The lines of a path where they are no elements of their own: cairo takes a minute for a path of
  /// ten thousand lines that cross each other, and a second for as many in short paths.
  private static let linesOfPath = 32

  /// The least that a line of full strength hides in an SVG.
  private static let faintest = 0.03

  /// The lines and marks as groups of an SVG, in a space that `transform` moves to its place.
  ///
  /// Where lines are too many to be elements, some share a path. Where they are so many that only
  /// their density can be seen, one is drawn for every few of them, and the group's title says so.
  ///
  /// - Parameters:
  ///   - transform: The value of the group's attribute of this name.
  ///   - names: Gives the tag of a node or an edge, and its title, both escaped.
  /// - Returns: The group.
  func svg(transform: String, names: LargeNames) -> [UInt8] {
    var text = "<g class=\"network\" transform=\"\(transform)\">\n"
    text += "<g class=\"edges\" fill=\"none\" stroke-width=\"\(SafeText.number(lineWidth))\">\n"
    if lines.count <= Self.edgeElements {
      writeLines(names, to: &text)
    } else {
      writePaths(to: &text)
    }
    let ring = SafeText.number(halo)
    text +=
      "</g>\n<g class=\"nodes\" stroke=\"\(ground.hexadecimal())\" stroke-width=\"\(ring)\">\n"
    if marks.count <= Self.nodeElements {
      writeMarks(names, to: &text)
    } else {
      writeDots(to: &text)
    }
    return Array((text + "</g>\n</g>\n").utf8)
  }

  private static func place(_ point: Point) -> String { "\(short(point.x)) \(short(-point.y))" }

  /// A tenth of a point is finer than any printer.
  private static func short(_ value: Double) -> String {
    SafeText.number((value * 10).rounded() / 10)
  }

  private func writeLines(_ names: LargeNames, to text: inout String) {
    let alpha = alpha
    for (index, line) in lines.enumerated() {
      let opacity = SafeText.number(min(1, alpha * line.strength))
      text += "<path\(names.edgeTag(index)) stroke=\"\(line.color.hexadecimal())\""
      text +=
        " stroke-opacity=\"\(opacity)\" d=\"M\(Self.place(line.start))L\(Self.place(line.end))\">"
      text += "<title>\(names.edgeTitle(index))</title></path>\n"
    }
  }

  /// Several lines to a path, by colour and strength, and where they are too many to be told apart
  /// one for every few: viewers round what they show to 255 steps, so that the faintest line would
  /// not be seen at all.
  private func writePaths(to text: inout String) {
    struct Ink: Hashable {
      let color: Color
      let strength: Double
    }
    let every = max(1, Int((Self.faintest / alpha).rounded()))
    let opacity = min(1, alpha * Double(every))
    var inks: [Ink] = []
    var members: [Ink: [Int]] = [:]
    for index in stride(from: 0, to: lines.count, by: every) {
      let ink = Ink(color: lines[index].color, strength: lines[index].strength)
      if members[ink] == nil { inks.append(ink) }
      members[ink, default: []].append(index)
    }
    if every > 1 { text += "<title>1 : \(every)</title>\n" }
    for ink in inks.sorted(by: { $0.strength < $1.strength }) {
      let lines = members[ink] ?? []
      text += "<g stroke=\"\(ink.color.hexadecimal())\""
      text += " stroke-opacity=\"\(SafeText.number(opacity * ink.strength))\">\n"
      for start in stride(from: 0, to: lines.count, by: Self.linesOfPath) {
        text += "<path d=\""
        for index in lines[start..<min(lines.count, start + Self.linesOfPath)] {
          text += "M\(Self.place(self.lines[index].start))L\(Self.place(self.lines[index].end))"
        }
        text += "\"/>\n"
      }
      text += "</g>\n"
    }
  }

  private func writeMarks(_ names: LargeNames, to text: inout String) {
    for node in order {
      let mark = marks[node]
      text += "<g\(names.nodeTag(node))><title>\(names.nodeTitle(node))</title>"
      if let link = names.link(node) { text += "<a xlink:href=\"\(link)\">" }
      writeShape(of: mark, radius: mark.radius, color: mark.color, to: &text)
      if mark.hole > 0 { writeShape(of: mark, radius: mark.hole, color: ground, to: &text) }
      if names.link(node) != nil { text += "</a>" }
      text += "</g>\n"
    }
  }

  private func writeShape(
    of mark: Mark, radius: Double, color: Color, to text: inout String
  ) {
    if mark.isRound {
      let (x, y) = (Self.short(mark.middle.x), Self.short(-mark.middle.y))
      text += "<circle cx=\"\(x)\" cy=\"\(y)\""
      text += " r=\"\(SafeText.number((100 * radius).rounded() / 100))\""
    } else {
      let (left, upper) = (
        Self.short(mark.middle.x - radius), Self.short(-mark.middle.y - radius)
      )
      let side = SafeText.number((200 * radius).rounded() / 100)
      text += "<rect x=\"\(left)\" y=\"\(upper)\" width=\"\(side)\" height=\"\(side)\""
    }
    text += " fill=\"\(color.hexadecimal())\"/>"
  }

  /// Marks as the round ends of lines without length, in one path for each colour and size.
  private func writeDots(to text: inout String) {
    struct Dot: Hashable {
      let color: Color
      /// Twice the radius in fifths of a point.
      let width: Int
    }
    var places: [Dot: String] = [:]
    for node in order {
      let mark = marks[node]
      let dot = Dot(color: mark.color, width: max(1, Int((10 * mark.radius).rounded())))
      places[dot, default: ""] += "M\(Self.place(mark.middle))h0"
    }
    let dots = places.keys.sorted {
      ($0.width, $0.color.hexadecimal()) < ($1.width, $1.color.hexadecimal())
    }
    for dot in dots {
      text += "<path stroke-linecap=\"round\" stroke=\"\(dot.color.hexadecimal())\""
      text +=
        " stroke-width=\"\(SafeText.number(Double(dot.width) / 5))\" d=\"\(places[dot] ?? "")\"/>\n"
    }
  }
}

/// What the parts of a large picture are called in its SVG.
struct LargeNames {
  let nodeTag: (Int) -> String
  let nodeTitle: (Int) -> String
  let link: (Int) -> String?
  let edgeTag: (Int) -> String
  let edgeTitle: (Int) -> String
}
