import Foundation
import Testing

@Suite struct ChartCommandTests {
  private func svg(_ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    let file = folder.path("c.svg")
    let outcome = try Tool.run(["chart"] + arguments + ["-o", file])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test func everyKindInBothLanguages() throws {
    for (kind, english, japanese) in [
      ("ranking", "degree", "つながりの数"), ("distribution", "at least as much", "その値以上"),
      ("matrix", "community 1", "まとまり1"), ("members", "certainly a member", "確実に会員"),
    ] {
      #expect(try svg([kind, "Graphs/technomix"]).contains(english), "\(kind)")
      #expect(try svg([kind, "Graphs/technomix", "--lang", "ja"]).contains(japanese), "\(kind)")
    }
  }

  /// Freeman's betweenness puts Heather first in Krackhardt's kite, Diane by degree.
  @Test func theFirstBarIsTheHighest() throws {
    func first(_ measure: String) throws -> String? {
      let text = try svg(["ranking", "Graphs/kite", "--measure", measure, "--top", "1"])
      return ["Heather", "Diane"].first { text.contains(">\($0)<") }
    }
    #expect(try first("betweenness") == "Heather")
    #expect(try first("degree") == "Diane")
  }

  @Test func syntheticDataSaysSo() throws {
    #expect(try svg(["matrix", "Graphs/krip-model", "--group-by", "kind"]).contains("No tie here"))
  }

  @Test func otherFormatsAndThemes() throws {
    let folder = try TemporaryFolder()
    for (name, start) in [("c.png", "\u{89}PNG"), ("c.pdf", "%PDF")] {
      let file = folder.path(name)
      let outcome = try Tool.run(
        "chart", "ranking", "Graphs/kite", "--theme", "dark", "-o", file)
      #expect(outcome.status == 0)
      let head = try Data(contentsOf: URL(filePath: file)).prefix(4)
      #expect(head == Data(start.unicodeScalars.map { UInt8($0.value) }))
    }
    #expect(try svg(["ranking", "Graphs/kite", "--theme", "dark"]).contains("#14181D"))
  }

  @Test(arguments: [
    ("ranking Graphs/kite -o a.jpg", Int32(2), ".svg, .png or .pdf"),
    ("pie Graphs/kite -o a.svg", 2, "pie"),
    ("members Graphs/kite -o a.svg", 3, "membership"),
    ("matrix Graphs/kite --group-by town -o a.svg", 2, "no such column"),
    ("ranking Graphs/kite --top 0 -o a.svg", 2, "--top"),
    ("ranking Graphs/kite --measure dgree -o a.svg", 2, "did you mean degree?"),
  ])
  func refusals(line: String, status: Int32, hint: String) throws {
    let outcome = try Tool.run(["chart"] + line.split(separator: " ").map(String.init))
    #expect(outcome.status == status, "\(line): \(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }
}
