import Foundation
import Testing

/// Files of other programs on the command line.
@Suite struct FormatCommandTests {
  private let affiliations =
    "*Network clubs\n*Vertices 5 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"x\"\n5 \"y\"\n*Edges\n1 4\n2 4\n3 5\n2 5\n"

  @Test func checkSaysWhatAFileIs() throws {
    let folder = try TemporaryFolder()
    let text =
      "*Vertices 4\n1 \"a\"\n2 \"b\"\n*Arcs :1 \"likes\"\n1 2\n1 2\n*Edges :2 \"owns\"\n3 3\n"
    let path = try folder.write(text, to: "f.net")
    let outcome = try Tool.run("check", path)
    #expect(outcome.status == 0)
    for words in [
      "4 actors, 3 ties", "format: Pajek", "encoding: UTF-8", "2 directed and 1 undirected",
      "kinds of ties: likes 2, owns 1", "note: ", "called by their numbers",
      "1 ties of an actor to itself",
      "1 further ties between",
    ] {
      #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
    }
    let japanese = try Tool.run("check", path, "--lang", "ja").output
    #expect(japanese.contains("形式：Pajek"))
    // Nothing was altered.
    #expect(folder.contents == ["f.net"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func twoModeFilesCanBeMeasuredAsSuch() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(affiliations, to: "f.net")
    let outcome = try Tool.run(
      "centrality", path, "--mode", "two-mode", "--measure", "degree", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let scores = Dictionary(
      uniqueKeysWithValues: Tool.rows(outcome.output).map { ($0["id"] ?? "", $0["degree"] ?? "") })
    // The share of the other mode: b is tied to both clubs, x to two of three.
    #expect(scores["b"].flatMap(Double.init) == 1)
    #expect(scores["x"].flatMap(Double.init).map { abs($0 - 2.0 / 3) < 1e-9 } == true)
  }

  @Test func convertNamesWhatIsLost() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(affiliations, to: "f.net")
    let dl = try Tool.run("convert", path, folder.path("f.dl"))
    #expect(dl.status == 0)
    #expect(!dl.errors.contains("cannot hold"))
    let mtx = try Tool.run("convert", folder.path("f.dl"), folder.path("f.mtx"))
    #expect(mtx.errors.contains("ids of actors"))
    let strict = try Tool.run("convert", path, folder.path("g.mtx"), "--strict")
    #expect(strict.status == 3)
    #expect(folder.contents == ["f.dl", "f.mtx", "f.net"])
  }

  @Test func badFilesEndInOneLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("*Vertices 2\n*Edges\n1 7\n", to: "f.net")
    let outcome = try Tool.run("convert", path, folder.path("out.csv"))
    #expect(outcome.status == 3)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("f.net:3: vertex \"7\" is outside 1..2"))
    #expect(folder.contents == ["f.net"])
  }
}
