import Foundation
import NetworkDrawing
import Testing

@Suite("Themes")
struct StyleTests {
  @Test(
    "text has a contrast of at least 4.5 : 1 on every ground",
    arguments: DiagramStyle.Theme.allCases)
  func contrast(_ theme: DiagramStyle.Theme) {
    let style = DiagramStyle(theme)
    let fills =
      style.nodeKinds.map(\.look.fill) + [style.otherNode.fill, style.background]
      + style.categories.map(\.fill) + (0...20).map { style.color(ofShare: Double($0) / 20) }
    for fill in fills {
      #expect(style.text.contrast(with: fill) >= 4.5)
      #expect(style.readable(style.secondaryText, on: fill).contrast(with: fill) >= 4.5)
    }
    for color in [style.secondaryText, style.warningText] {
      #expect(color.contrast(with: style.background) >= 4.5)
    }
    for look in style.nodeKinds.map(\.look) {
      #expect(look.line.contrast(with: style.background) >= 3)
    }
  }

  @Test("kinds of edges differ by more than hue can hide", arguments: DiagramStyle.Theme.allCases)
  func distinctEdges(_ theme: DiagramStyle.Theme) {
    let looks = DiagramStyle(theme).edgeKinds.map(\.look)
    for (index, look) in looks.enumerated() {
      #expect(
        !looks[(index + 1)...].contains {
          $0.color == look.color && $0.isDouble == look.isDouble && $0.isDotted == look.isDotted
        }, "\(theme)")
    }
  }

  @Test("print has no colour at all")
  func greys() {
    let style = DiagramStyle.print
    let colors =
      style.nodeKinds.flatMap { [$0.look.fill, $0.look.line] } + style.edgeKinds.map(\.look.color)
      + style.categories.flatMap { [$0.fill, $0.line] } + style.scale
      + [style.background, style.text, style.secondaryText, style.warningText]
    for color in colors { #expect(color.red == color.green && color.green == color.blue) }
    // Kinds of nodes still differ, and so do categories.
    for looks in [Set(style.nodeKinds.map(\.look)).count, style.nodeKinds.count] {
      #expect(looks == style.nodeKinds.count)
    }
    #expect(Set(style.categories).count == style.categories.count)
  }

  /// The two common colour blindnesses, as matrices on linear RGB, after Viénot, Brettel and Mollon,
  /// "Digital video colourmaps for checking the legibility of displays by dichromats" (1999).
  @Test(
    "categories stay apart for colour-blind readers", arguments: [DiagramStyle.Theme.light, .dark])
  func colorBlindness(_ theme: DiagramStyle.Theme) {
    let style = DiagramStyle(theme)
    let blindness: [[[Double]]] = [
      [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
      [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
    ]
    for matrix in blindness {
      let seen = style.categories.map { look in
        [look.fill, look.line].map { Self.lab(matrix, $0) }
      }
      for (index, one) in seen.enumerated() {
        for other in seen[(index + 1)...] {
          let distances = zip(one, other).map { first, second in
            zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
          }
          // A difference of 2.3 in CIELAB is just noticed.
          #expect((distances.max() ?? 0) > 5, "category \(index + 1)")
        }
      }
    }
  }

  /// A colour in CIELAB as a colour-blind reader sees it.
  private static func lab(_ matrix: [[Double]], _ color: Color) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { component -> Double in
      let share = Double(component) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
      matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let xyz = times(
      [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]],
      times(matrix, linear))
    let roots = zip(xyz, [0.9505, 1, 1.089]).map { value, white -> Double in
      let share = max(value / white, 0)
      return share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116
    }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }

  @Test("black or white can be read on any ground")
  func readable() {
    let style = DiagramStyle.light
    for red in stride(from: 0, through: 255, by: 51) {
      for green in stride(from: 0, through: 255, by: 51) {
        for blue in stride(from: 0, through: 255, by: 51) {
          let ground = Color(UInt32(red << 16 | green << 8 | blue))
          #expect(style.readable(ground, on: ground).contrast(with: ground) >= 4.5)
        }
      }
    }
  }

  @Test("colours are read to the letter")
  func parsing() {
    #expect(Color("#0072B2") == Color(0x0072B2))
    #expect(Color("0072b2") == Color(0x0072B2))
    for text in ["", "#", "#0072B", "#0072B22", "red", "#0072BG", "#+072B2", "##0072B2", "#００７２Ｂ２"]
    {
      #expect(Color(text) == nil, "\(text)")
    }
  }

  @Test("fonts are names and nothing else")
  func fontNames() {
    #expect(DiagramStyle.isFontName("Noto Sans CJK JP"))
    for name in [
      "", "F\" onx=\"1", "a,b", "a<b", "a&b", "a\nb", "../f", String(repeating: "a", count: 81),
    ] {
      #expect(!DiagramStyle.isFontName(name), "\(name)")
    }
  }

  @Test("a painted node has the colours that were asked for, and its kind's form")
  func paint() {
    let style = DiagramStyle.light
    var node = Diagram.Node(id: "a", kind: "university")
    node.paint = .category(1)
    #expect(style.look(of: node).fill == style.categories[1].fill)
    #expect(style.look(of: node).form == .box)
    node.paint = .category(.max)
    #expect(style.look(of: node).fill == style.otherNode.fill)
    node.paint = .shade(0)
    #expect(style.look(of: node).fill == style.scale.first)
    node.paint = .shade(1)
    #expect(style.look(of: node).fill == style.scale.last)
    node.paint = .shade(.nan)
    #expect(style.look(of: node).fill == style.otherNode.fill)
    node.form = .circle
    #expect(style.look(of: node).form == .circle)
  }
}
