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
