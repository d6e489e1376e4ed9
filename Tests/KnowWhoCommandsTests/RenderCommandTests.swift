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
    (["-o", "x.jpg"], Int32(2), ".svg, .png, .pdf or .dot"),
    (["-o", "x.svg", "--measure", "degre"], Int32(2), "did you mean degree?"),
    (["-o", "/nowhere/x.svg"], Int32(3), "cannot be written"),
  ])
  func failures(arguments: [String], status: Int32, hint: String) throws {
    let outcome = try Tool.run(["render", "Graphs/kite"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }

  private func svg(_ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    let file = folder.path("p.svg")
    let outcome = try Tool.run(["render"] + arguments + ["-o", file])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test func themesAndStyleFiles() throws {
    let folder = try TemporaryFolder()
    #expect(try svg(["Graphs/kite", "--theme", "dark"]).contains("#14181d"))
    let file = try folder.write("background: \"#102030\"\nbase: dark\n", to: "own.yaml")
    #expect(try svg(["Graphs/kite", "--style", file]).contains("#102030"))
    let bad = try folder.write("base: dark\nbackground: blue\n", to: "bad.yaml")
    let outcome = try Tool.run(
      "render", "Graphs/kite", "--style", bad, "-o", folder.path("x.svg"))
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("bad.yaml:2: background"), "\(outcome.errors)")
    #expect(!folder.contents.contains("x.svg"))
  }

  @Test func twoNetworksShareAPage() throws {
    let text = try svg(["Graphs/florentine", "Graphs/kite"])
    #expect(text.contains("panel1-node-") && text.contains("panel2-node-"))
    #expect(text.contains("Medici") && text.contains("Heather"))
  }

  @Test func severalTimesOfOne() throws {
    let text = try svg([
      "Graphs/technomix", "--timeline", "1983,2009", "--ties", "project,office", "--lang", "ja",
    ])
    for word in ["panel1-node-", "panel2-node-", "ghost", "灰色＝この時点では不在"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  /// Within two steps of the founder there is no K-RIP.
  @Test func anEgo() throws {
    let near = try svg(["Graphs/technomix", "--ego", "a", "--radius", "1"])
    #expect(near.contains("id=\"node-A\"") && !near.contains("id=\"node-C\""))
    #expect(near.contains("within 1 step of"))
    let far = try svg(["Graphs/technomix", "--ego", "a", "--radius", "2"])
    #expect(far.contains("id=\"node-C\""))
  }

  /// The README's chain from H to D through the projects.
  @Test func aWay() throws {
    let text = try svg(["Graphs/technomix", "--highlight-path", "H", "D", "--ties", "project"])
    for actor in ["H", "U", "C", "D"] {
      #expect(text.contains("id=\"node-\(actor)\" class=\"node kind-firm strong\""), "\(actor)")
    }
    #expect(text.contains("id=\"node-F\" class=\"node kind-firm faint\""))
  }

  @Test func groupsModesAndColours() throws {
    #expect(try svg(["Graphs/technomix", "--group-by", "kind"]).contains("exchange group"))
    #expect(try svg(["Graphs/davis", "--two-modes"]).contains("Event 9"))
    #expect(try svg(["Graphs/karate", "--color", "community"]).contains("community 2"))
    let shaded = try svg(["Graphs/karate", "--color", "betweenness", "--labels", "none"])
    #expect(shaded.contains("colour: betweenness, 0 to 0.438"))
  }

  @Test func otherFormats() throws {
    let folder = try TemporaryFolder()
    let pdf = folder.path("p.pdf")
    #expect(try Tool.run("render", "Graphs/kite", "-o", pdf).status == 0)
    #expect(try Data(contentsOf: URL(filePath: pdf)).prefix(5) == Data("%PDF-".utf8))
    #expect(!(try svg(["Graphs/kite", "--outline"]).contains("<text")))
  }

  @Test(arguments: [
    ("Graphs/kite --scale 3 -o a.svg", Int32(2), "--scale is for PNG"),
    ("Graphs/kite --scale 99 -o a.png", 2, "0.5 to 16"),
    ("Graphs/kite --outline -o a.png", 2, "--outline is for SVG"),
    ("Graphs/kite --width 84 -o a.svg", 2, "84mm"),
    ("Graphs/kite --width 1mm -o a.svg", 2, "84mm"),
    ("Graphs/kite --width 84mm -o a.dot", 2, "--width is for pictures"),
    ("Graphs/krip-model --width 84mm -o a.svg", 2, "up to 300 actors"),
    ("Graphs/kite --radius 2 -o a.svg", 2, "--radius needs --ego"),
    ("Graphs/kite --ego Nobody -o a.svg", 2, "--ego"),
    ("Graphs/kite --highlight-path Ike -o a.svg", 2, "two actors"),
    ("Graphs/kite --timeline 1983 -o a.svg", 2, "2 to 24"),
    ("Graphs/kite --timeline 1983,x -o a.svg", 2, "x is no time"),
    ("Graphs/kite Graphs/davis --timeline 1983,1984 -o a.svg", 2, "two networks"),
    ("Graphs/kite --two-modes -o a.svg", 3, "--two-modes"),
    ("Graphs/kite --group-by town -o a.svg", 2, "no such column"),
    ("Graphs/kite --color betwenness -o a.svg", 2, "did you mean betweenness?"),
    ("Graphs/kite --style nowhere.yaml -o a.svg", 3, "nowhere.yaml"),
    ("Graphs/kite Graphs/davis -o a.dot", 2, "DOT holds one network"),
  ])
  func refusals(line: String, status: Int32, hint: String) throws {
    let outcome = try Tool.run(["render"] + line.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(line): \(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: Tool.root.appending(path: "a.svg").path))
  }
}
