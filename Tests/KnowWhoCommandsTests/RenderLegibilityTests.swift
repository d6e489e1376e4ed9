import Foundation
import Testing

/// The smallest text of what people print, where the picture is fitted to the width of a page.
@Suite struct RenderLegibilityTests {
  /// A4 across without its margins.
  private static let page = 785.0

  private func numbers(_ pattern: Regex<(Substring, Substring)>, _ text: String) -> [Double] {
    text.matches(of: pattern).compactMap { Double($0.output.1) }
  }

  /// The size of the smallest text of an SVG at the width of a page.
  private func smallest(_ svg: String) throws -> Double {
    let box = try #require(svg.firstMatch(of: /viewBox="([^"]*)"/)).output.1
    let width = try #require(box.split(separator: " ").compactMap { Double($0) }.dropFirst(2).first)
    let least = try #require(numbers(/font-size="([0-9.]+)"/, svg).min())
    return least * min(1, Self.page / width)
  }

  @Test(arguments: [
    "Graphs/technomix",
    "Graphs/technomix --lang ja",
    "Graphs/technomix --timeline 1983,1989,1994,1999,2004,2009",
    "Graphs/technomix --timeline 1983,1989,1994,1999,2004,2009 --lang ja",
    "Graphs/technomix --timeline 1989,2009",
    "Graphs/florentine Graphs/karate",
    "Graphs/krip-model",
    "Graphs/krip-model --lang ja --theme print",
  ])
  func sevenPoints(_ line: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("p.svg")
    let arguments = line.split(separator: " ").map(String.init)
    let outcome = try Tool.run(["render"] + arguments + ["-o", file])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let size = try smallest(String(contentsOfFile: file, encoding: .utf8))
    #expect(size >= 7, "\(size)")
    // Nothing is said of small text.
    for words in ["on A4 paper", "A4横"] {
      #expect(!outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  /// A figure for a column of a journal: as wide as asked for, in type of 7 points or more.
  @Test(arguments: ["Graphs/technomix", "Graphs/karate", "Graphs/technomix --timeline 1989,2009"])
  func aColumnOfAJournal(_ line: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("p.svg")
    let arguments = line.split(separator: " ").map(String.init)
    let outcome = try Tool.run(
      ["render"] + arguments + ["--width", "84mm", "--theme", "print", "-o", file])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let svg = try String(contentsOfFile: file, encoding: .utf8)
    let box = try #require(svg.firstMatch(of: /viewBox="([^"]*)"/)).output.1
    let width = try #require(box.split(separator: " ").compactMap { Double($0) }.dropFirst(2).first)
    let column = 84 / 25.4 * 72
    #expect(width <= column + 0.5, "\(width)")
    #expect(try #require(numbers(/font-size="([0-9.]+)"/, svg).min()) >= 7)
    #expect(!outcome.errors.contains("at that width"), "\(outcome.errors)")
  }

  /// The cluster itself, to which everybody belongs, has many times the ties of any member.
  @Test func theHubOfManyIsNamed() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("k.svg")
    let outcome = try Tool.run("render", "Graphs/krip-model", "-o", file)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let svg = try String(contentsOfFile: file, encoding: .utf8)
    #expect(svg.replacing("&#45;", with: "-").contains(">k-rip</text>"))
    #expect(svg.contains("degree, 34 to 495"))
  }
}
