import Foundation
import KnowWho
import Testing

@Suite struct ExplainCommandTests {
  @Test func everyMeasureOfNodesIsExplained() {
    for measure in NodeMeasure.all {
      #expect(Explanation.named(measure.name) != nil, "\(measure.name)")
    }
    #expect(Set(Explanation.all.map(\.name)).count == Explanation.all.count)
  }

  /// Each has its texts in two languages that are not the same, what tools differ in, and where it
  /// comes from; and it stands on the page, with what other tools call it.
  @Test(arguments: ["en", "ja"])
  func everyMeasureIsToldOfWhole(language: String) throws {
    let tools = ["networkx", "igraph", "networkit", "sna", "UCINET"]
    let page = try Tool.run("explain", "--page", "--lang", language).output
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == Explanation.all.count)
    let ofNodes = try NodeMeasure.all.map { try #require(Explanation.named($0.name)) }
    for explanation in Explanation.all + ofNodes {
      let name = explanation.name
      for phrase in [
        explanation.title, explanation.definition, explanation.convention, explanation.reading,
      ] {
        #expect(!phrase.english.isEmpty && !phrase.japanese.isEmpty, "\(name)")
        #expect(phrase.english != phrase.japanese || name == "concor", "\(name): \(phrase)")
      }
      #expect(!explanation.formula.isEmpty, "\(name)")
      #expect(explanation.reference.contains { $0.isNumber } || name == "wallIndex", "\(name)")
      let row = try #require(rows.first { $0.hasPrefix("| `\(name)` ") }, "\(name)")
      let inLanguage = language == "ja" ? Language.ja : .en
      #expect(row.contains(explanation.title.text(in: inLanguage)))
      for (tool, theirs) in explanation.peers where tools.contains(tool) {
        #expect(row.contains(theirs), "\(name): \(theirs)")
      }
    }
    // The measures of nodes also say how they are to be understood beside their numbers.
    for measure in NodeMeasure.all {
      #expect(!measure.summary.isEmpty && !measure.nameJa.isEmpty, "\(measure.name)")
      #expect(measure.summary(in: .ja) != measure.summary, "\(measure.name)")
    }
  }

  /// Every measure of nodes computes, and says its convention.
  @Test func everyMeasureComputes() throws {
    let names = NodeMeasure.all.map(\.name).joined(separator: ",")
    let outcome = try Tool.run(
      "centrality", "Graphs/kite", "--measure", names, "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let columns = try #require(object["measures"] as? [[String: Any]])
    for measure in NodeMeasure.all {
      let column = columns.first { $0["name"] as? String == measure.name }
      #expect((column?["convention"] as? String)?.isEmpty == false, "\(measure.name)")
    }
    let actors = try #require(object["actors"] as? [[String: Any]])
    #expect(actors.count == 10)
  }

  @Test(arguments: [("triadic_census", "triadCensus"), ("evcent", "eigenvector")])
  func theNameOfAnotherToolWillDo(name: String, expected: String) throws {
    #expect(Explanation.named(name)?.name == expected)
    let outcome = try Tool.run("explain", name)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("(\(expected))"))
  }

  @Test func formsAndLanguages() throws {
    let japanese = try Tool.run("explain", "betweenness", "--lang", "ja")
    #expect(japanese.output.contains("媒介中心性"))
    #expect(japanese.output.contains("読み方"))
    let csv = try Tool.run("explain", "--format", "csv")
    #expect(csv.output.hasPrefix("measure,title,definition,formula,convention,reading,reference\n"))
    let json = try Tool.run("explain", "constraint", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["peers"] as? [String: String])?["igraph"] == "constraint")
  }

  /// The command that an explanation names gives an answer.
  @Test func commandsRun() throws {
    let examples = ["NET": "Graphs/technomix", "ACTOR": "a", "COLUMN": "kind"]
    for command in Set(Explanation.all.map(\.command)).sorted() where command.hasPrefix("knowwho ")
    {
      let words = command.split(separator: " ").dropFirst().map {
        examples[String($0)] ?? String($0)
      }
      let outcome = try Tool.run(words)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test func unknownMeasure() throws {
    let outcome = try Tool.run("explain", "betweeness")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean betweenness?"))
  }

  /// The pages that are kept are those that the tool writes.
  @Test(arguments: [("en", "README.md"), ("ja", "README-ja.md")])
  func pages(language: String, file: String) throws {
    let page = try Tool.run("explain", "--page", "--lang", language)
    let kept = try String(
      contentsOf: Tool.root.appending(path: "Examples/measures/\(file)"), encoding: .utf8)
    #expect(page.output == kept)
  }
}
