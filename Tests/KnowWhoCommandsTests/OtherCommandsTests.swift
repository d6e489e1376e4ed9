import Foundation
import Testing

@Suite struct OtherCommandsTests {
  private func figures(_ arguments: String...) throws -> [String: Double] {
    let outcome = try Tool.run(["summary"] + arguments + ["--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    var figures: [String: Double] = [:]
    for row in Tool.rows(outcome.output) {
      figures[row["figure"] ?? ""] = Double(row["value"] ?? "")
    }
    return figures
  }

  /// Freeman centralization of the Florentine marriages, and the karate club's usual figures.
  @Test func knownFigures() throws {
    let florentine = try figures("Graphs/florentine")
    #expect(abs((florentine["degreeCentralization"] ?? .nan) - 0.2747) < 0.00005)
    #expect(abs((florentine["betweennessCentralization"] ?? .nan) - 0.4368) < 0.00005)
    #expect(abs((florentine["closenessCentralization"] ?? .nan) - 0.3225) < 0.00005)

    let karate = try figures("Graphs/karate")
    #expect(abs((karate["transitivity"] ?? .nan) - 0.2557) < 0.00005)
    #expect(abs((karate["averageClustering"] ?? .nan) - 0.5706) < 0.00005)
    #expect(abs((karate["meanDistance"] ?? .nan) - 2.4082) < 0.00005)
    #expect(karate["diameter"] == 5)
  }

  @Test func davisProjections() throws {
    let women = try figures("Graphs/davis", "--project", "event")
    #expect(women["edges"] == 139)
    #expect(women["totalStrength"] == 322)
    let events = try figures("Graphs/davis", "--project", "person")
    #expect(events["edges"] == 66)
    #expect(events["totalStrength"] == 214)
  }

  @Test func technomixProjectDensity() throws {
    let figures = try figures(
      "Graphs/technomix", "--ties", "project", "--project", "project", "--kinds", "firm")
    #expect(figures["nodes"] == 10)
    #expect(figures["edges"] == 19)
    #expect(abs((figures["density"] ?? .nan) - 0.4222) < 0.00005)
    #expect(abs((figures["transitivity"] ?? .nan) - 0.7627) < 0.00005)
  }

  @Test func convertThereAndBackIsTheSame() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (folder.path("first"), folder.path("second"))
    #expect(try Tool.run("convert", "Graphs/technomix", first).status == 0)
    #expect(try Tool.run("convert", first, second).status == 0)
    for name in ["network.yaml", "actors.csv", "ties.csv"] {
      let texts = try [first, second].map {
        try String(contentsOfFile: "\($0)/\(name)", encoding: .utf8)
      }
      #expect(texts[0] == texts[1])
      #expect(!texts[0].isEmpty)
    }
    // What the first conversion wrote says the same as the original.
    let original = try Tool.run("centrality", "Graphs/technomix", "--format", "csv").output
    #expect(try Tool.run("centrality", first, "--format", "csv").output == original)
  }

  @Test func convertNamesWhatIsLost() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run("convert", "Graphs/technomix", folder.path("ties.csv"))
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("kinds of actors"))
    // A table of ties holds all that ties have; a matrix does not.
    #expect(!outcome.errors.contains("dates"))
    let matrix = try Tool.run("convert", "Graphs/technomix", folder.path("ties.mtx"))
    #expect(matrix.status == 0)
    #expect(matrix.errors.contains("dates"))
  }

  @Test func syntheticDataSaysSoAsAnEdgeListToo() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("model.csv")
    #expect(try Tool.run("convert", "Graphs/krip-model", file).status == 0)
    #expect(try Tool.run("summary", file).output.contains("Synthetic data: No tie here"))
    #expect(try Tool.run("summary", file, "--format", "csv").output.hasPrefix("# Synthetic data"))
  }

  @Test func compareWarnsOfSize() throws {
    let outcome = try Tool.run("compare", "Graphs/technomix", "Graphs/krip-model", "--runs", "10")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("cannot be compared on raw density"))
    #expect(outcome.output.contains("Synthetic data"))
    #expect(outcome.output.contains("B is 8.6 times as large."))
  }

  /// The fifteen members of 2009 know each other and nobody introduces two of them.
  @Test func reachOfTheMembers() throws {
    let outcome = try Tool.run(
      "reach", "Graphs/technomix", "--at", "2009-07", "--kinds", "firm", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(rows.compactMap { $0["id"] }.sorted() == "ABCDEFGHIJKLMNO".map(String.init))
    for row in rows { #expect(row["introducers0_firm"] == "14") }
  }

  @Test func theModelIsTheCommittedOne() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Tool.run("model", "krip", "--seed", "1983", "-o", folder.path("model")).status == 0)
    for name in ["network.yaml", "actors.csv", "ties.csv"] {
      let made = try String(contentsOfFile: folder.path("model/\(name)"), encoding: .utf8)
      let committed = try String(
        contentsOf: Tool.root.appending(path: "Graphs/krip-model/\(name)"), encoding: .utf8)
      #expect(made == committed)
      #expect(made.hasPrefix("# Synthetic data: "))
    }
  }
}
