import Foundation
import Testing

@Suite struct RenderCommandTests {
  @Test func pictureOfTechnomix() throws {
    let folder = try TemporaryFolder()
    let (svg, png) = (folder.path("t.svg"), folder.path("t.png"))
    #expect(try Tool.run("render", "Graphs/technomix", "-o", svg).status == 0)
    #expect(try Tool.run("render", "Graphs/technomix", "-o", png).status == 0)
    #expect(folder.contents == ["t.png", "t.svg"])

    let text = try String(contentsOfFile: svg, encoding: .utf8)
    for word in ["テクノミクス北九州", "Techno Sun Plaza", "membership", "dashed = ended"] {
      #expect(text.contains(word), "\(word)")
    }
    let signature = try Data(contentsOf: folder.url("t.png")).prefix(8)
    #expect(Array(signature) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  }

  @Test func sameBytesTwice() throws {
    let folder = try TemporaryFolder()
    let paths = ["1.svg", "2.svg"].map(folder.path)
    for path in paths { _ = try Tool.run("render", "Graphs/davis", "-o", path) }
    let pictures = try paths.map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(pictures[0] == pictures[1])
  }

  @Test func japaneseAndSynthetic() throws {
    let folder = try TemporaryFolder()
    let (ja, model) = (folder.path("ja.svg"), folder.path("model.svg"))
    _ = try Tool.run("render", "Graphs/technomix", "--lang", "ja", "-o", ja)
    _ = try Tool.run("render", "Graphs/krip-model", "-o", model)
    let japanese = try String(contentsOfFile: ja, encoding: .utf8)
    #expect(japanese.contains("つながりの数"))
    #expect(japanese.contains("会員"))
    #expect(try String(contentsOfFile: model, encoding: .utf8).contains("No tie here was observed"))
  }

  /// At a date nothing has ended, and the departed are not there.
  @Test func aPeriodShowsWhoWasThere() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("2009.dot")
    #expect(
      try Tool.run("render", "Graphs/technomix", "--at", "2009-07", "-o", file).status == 0)
    let dot = try String(contentsOfFile: file, encoding: .utf8)
    #expect(dot.contains("\"technomix\""))
    for departed in ["P", "V", "AD"] { #expect(!dot.contains("\"\(departed)\"")) }
    #expect(!dot.contains("dashed"))
  }

  @Test(arguments: [
    (["-o", "x.jpg"], Int32(2), ".svg, .png or .dot"),
    (["-o", "x.svg", "--measure", "degre"], Int32(2), "did you mean degree?"),
    (["-o", "/nowhere/x.svg"], Int32(3), "cannot be written"),
  ])
  func failures(arguments: [String], status: Int32, hint: String) throws {
    let outcome = try Tool.run(["render", "Graphs/kite"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }
}
