import Foundation
import KnowWho
import Testing

@Suite struct StyleFileTests {
  private func style(_ text: String) throws -> DiagramStyle {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "style-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try DiagramStyle(contentsOf: file.path)
  }

  @Test func everythingCanBeSaid() throws {
    let style = try style(
      """
      nodes:
        firm: {form: box, fill: "#E8F0D8", line: "#4A6A00", width: 2, name: member, name_ja: 会員企業}
        school: {form: octagon}
      edges:
        business: {color: "#112233", width: 3, length: 0.5, double: true, dotted: true}
      base: dark
      background: "#000000"
      label_size: 20
      font: Noto Sans CJK JP
      categories: [{fill: "#FF0000", line: "#00FF00"}]
      scale: ["#000000", "#FFFFFF"]
      """)
    let firm = try #require(style.nodeKinds.first { $0.word == "firm" })
    #expect(firm.look.form == .box && firm.look.fill == Color(0xE8F0D8))
    #expect(firm.look.line == Color(0x4A6A00) && firm.look.lineWidth == 2)
    #expect(firm.name(in: .english) == "member" && firm.name(in: .japanese) == "会員企業")
    #expect(style.look(ofNode: "school").form == .octagon)
    let business = style.look(ofEdge: "business")
    #expect(business.color == Color(0x112233) && business.width == 3 && business.length == 0.5)
    #expect(business.isDouble && business.isDotted)
    #expect(style.background == Color(0) && style.text == DiagramStyle.dark.text)
    #expect(style.labelSize == 20 && style.fontFamily == "Noto Sans CJK JP")
    #expect(style.categories.count == 1 && style.scale.count == 2)
    // What was not said stays as in the theme.
    #expect(style.look(ofNode: "university") == DiagramStyle.dark.look(ofNode: "university"))
  }

  @Test(arguments: [
    ("bse: dark", 1, "did you mean base?"),
    ("base: purple", 1, "light, dark, print"),
    ("\nbackground: red", 2, "no colour"),
    ("nodes:\n  firm: {fill: \"#12345\"}", 2, "no colour"),
    ("nodes:\n  firm: {form: star}", 2, "circle"),
    ("nodes:\n  firm: {fil: \"#123456\"}", 2, "did you mean fill?"),
    ("nodes:\n  firm: circle", 2, "expected keys"),
    ("edges:\n  business: {width: 1e9}", 2, "0.2 to 12"),
    ("edges:\n  business: {width: nan}", 2, "0.2 to 12"),
    ("edges:\n  business: {double: maybe}", 2, "true, false"),
    ("label_size: huge", 1, "6 to 40"),
    ("font: 'F\" onx=\"1'", 1, "letters, digits and spaces"),
    ("categories: red", 1, "list"),
    ("scale: [\"#000000\"]", 1, "at least two"),
    ("text: \"#EEEEEE\"", 1, "4.5 : 1"),
    ("a: [b", 2, "not YAML"),
    ("- a", 1, "expected keys"),
  ])
  func whatIsWrongIsNamedWithItsLine(text: String, line: Int, hint: String) throws {
    let problem = try #require(throws: FileProblem.self) { try style(text) }
    #expect(problem.line == line, "\(problem)")
    #expect(problem.description.contains(hint), "\(problem)")
    #expect(problem.description(in: .ja).unicodeScalars.contains { $0.value > 0x3040 })
  }

  /// Aliases of aliases stand for more values than any memory holds.
  @Test func bombsEnd() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      let list = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(throws: FileProblem.self) { try style(text) }
    #expect(throws: FileProblem.self) { try style("") }
    #expect(throws: FileProblem.self) {
      try style("nodes: {a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}}")
    }
  }
}
