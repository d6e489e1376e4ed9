import Foundation
import Testing

@Suite struct IntroduceCommandTests {
  private func introduce(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["introduce"] + arguments)
  }

  /// The paper's chain, its occasions, and U, who had left.
  @Test func theChainOfThePaper() throws {
    let outcome = try introduce("Graphs/technomix", "H", "D", "--ties", "project")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("  1. H → U → C → D"))
    #expect(!lines.contains { $0.hasPrefix("  2. ") && $0.filter { $0 == "→" }.count <= 3 })
    for occasion in ["Tribomics", "Retread-tyre", "Inbiomento", "Shanghai"] {
      #expect(outcome.output.contains(occasion))
    }
    #expect(outcome.output.contains("! U had left Technomix Kitakyushu before 2009-07."))
    #expect(outcome.output.contains("through 2 introducers, by one shortest chain"))
    #expect(outcome.output.contains("every chain needs U, C."))
    #expect(outcome.output.contains("stated in the source"))
  }

  @Test func inJapanese() throws {
    let outcome = try introduce(
      "Graphs/technomix", "H社", "Ｄ社", "--ties", "project", "--lang", "ja")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("H社 → U社 → C社 → D社"))
    #expect(outcome.output.contains("U社は2009-07より前にテクノミクス北九州を退会しています。"))
    #expect(outcome.output.contains("紹介者2者"))
    #expect(try introduce("--help", "--lang", "ja").output.contains("紹介"))
  }

  @Test func asCSVAndJSON() throws {
    let csv = try introduce("Graphs/technomix", "H", "D", "--ties", "project", "--format", "csv")
    let rows = Tool.rows(csv.output).filter { $0["list"] == "shortest" }
    #expect(
      rows.map { [$0["step"], $0["from"], $0["to"], $0["place"]] } == [
        ["1", "H", "U", "tribomics"], ["2", "U", "C", "retread-tyre"],
        ["3", "C", "D", "inbiomento"], ["3", "C", "D", "shanghai-venture"],
      ])
    #expect(rows.allSatisfy { $0["warnings"]?.contains("left") ?? false })
    #expect(csv.errors.contains("2 introducers"))

    let json = try introduce("Graphs/technomix", "H", "D", "--ties", "project", "--format", "json")
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let object = try #require(parsed as? [String: Any])
    #expect(object["introducers"] as? Int == 2)
    #expect((object["chains"] as? [Any])?.isEmpty == false)
  }

  @Test func theyKnowEachOther() throws {
    let outcome = try introduce("Graphs/technomix", "A", "D", "--ties", "project")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("A and D know each other directly"))
    #expect(outcome.output.contains("Cooperative Inbiomento: since 1988-11"))
  }

  /// Where there is no chain the tool says so, and what would make one.
  @Test func noChain() throws {
    let outcome = try introduce(
      "Graphs/technomix", "H", "D", "--ties", "project", "--at", "2009-07")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Nobody introduces H to D"))
    #expect(outcome.output.contains("With ties of all kinds there is one: H → D"))
    #expect(outcome.output.contains("Over all time (without --at) there is one: H → U → C → D."))
    let without = try introduce(
      "Graphs/technomix", "H", "D", "--ties", "project", "--not-via", "U,C")
    #expect(without.output.contains("Without --not-via there is one: H → U → C → D."))
    let short = try introduce("Graphs/technomix", "H", "D", "--ties", "project", "--max", "1")
    #expect(short.output.contains("(--max 20) there is one"))
  }

  @Test func inTheOrderOfTime() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("id\nA\nB\nC\n", to: "net/actors.csv")
    _ = try folder.write(
      """
      source,target,began_from,began_to,ended_from,ended_to
      A,B,1990,1990,1995,1995
      B,C,2000,2000,2005,2005

      """, to: "net/ties.csv")
    let there = try introduce(folder.path("net"), "A", "C", "--time-respecting")
    #expect(there.output.contains("begins on 2000-01-01 at the earliest"))
    #expect(there.output.contains("a chain is complete by 2000-12-31"))
    let back = try introduce(folder.path("net"), "C", "A", "--time-respecting")
    #expect(back.status == 0)
    #expect(back.output.contains("there is no chain"))
    #expect(back.output.contains("Without --time-respecting there is one: C → B → A."))
  }

  @Test(arguments: [
    (["Graphs/technomix", "H", "H"], "name two actors", Int32(2)),
    (["Graphs/technomix", "H", "tribomics"], "occasion", 2),
    (["Graphs/technomix", "H", "Technomics Kitakyushu"], "did you mean Technomix Kitakyushu", 2),
    (["Graphs/technomix", "H", "D", "--at", "2009-13"], "--at 2009-13", 2),
    (["Graphs/technomix", "H", "D", "--at", "1900"], "1900", 3),
    (["Graphs/technomix", "H", "D", "--routes", "101"], "--routes 101", 2),
    (["Graphs/technomix", "H", "D", "--max", "21"], "--max 21", 2),
    (["Graphs/technomix", "H", "D", "--not-via", "nobody"], "--not-via", 2),
  ])
  func failures(arguments: [String], hint: String, code: Int32) throws {
    let outcome = try Tool.run(["introduce"] + arguments)
    #expect(outcome.status == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
