import Foundation
import Testing

@Suite struct SuccessionCommandTests {
  /// Firm A's membership goes with person a, and nobody inherits what ties him to his son.
  @Test func tableOfTechnomix() throws {
    let outcome = try Tool.run(
      "succession", "Graphs/technomix", "--retire", "a", "--heir", "b", "--catalysers",
      "kitakyushu,kit-adviser")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("If Person a retires, 8 ties go"))
    #expect(outcome.output.contains("each of the 7 ties it can inherit with probability 0.30"))
    #expect(outcome.output.contains("1 cannot be inherited."))
    #expect(outcome.output.contains("a balance of 0."))
    #expect(outcome.output.contains("76 stated in the source"))
  }

  @Test func japaneseNamesAndWords() throws {
    let outcome = try Tool.run(
      "succession", "Graphs/technomix", "--retire", "Ａ社", "--lang", "ja", "--at", "2009")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("A社が引退すると"))
    #expect(outcome.output.contains("依存度"))
    #expect(!outcome.output.contains("dependence"))
  }

  /// An heir who keeps all joins what was two, which the sentence explains where it shows.
  @Test(arguments: [("a", true), ("C", false)])
  func explainsANegativeDependence(leader: String, isExplained: Bool) throws {
    let arguments = ["succession", "Graphs/technomix", "--at", "2009-07", "--retire", leader]
    let heir = isExplained ? ["--heir", "b", "--inherit", "1"] : []
    let outcome = try Tool.run(arguments + heir)
    #expect(outcome.output.contains("A dependence below 0") == isExplained)
  }

  @Test func csvTellsSectionsApart() throws {
    let outcome = try Tool.run(
      "succession", "Graphs/technomix", "--retire", "a", "--heir", "b", "--inherit", "1",
      "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(Set(rows.compactMap { $0["section"] }) == ["change", "heir", "ranking", "sweep"])
    let sweep = rows.filter { $0["section"] == "sweep" }
    #expect(sweep.compactMap { Double($0["share"] ?? "") }.count == 11)
    // The last share is 1, as was asked for in detail.
    let heirs = rows.filter { $0["section"] == "heir" && $0["id"] != "b" }
    let sum = heirs.compactMap { Double($0["after"] ?? "") }.reduce(0, +)
    #expect(abs(sum - (Double(sweep.last?["after"] ?? "") ?? 0)) < 1e-9)
    #expect(outcome.errors.contains("leader dependence"))
  }

  @Test func jsonHoldsEverything() throws {
    let outcome = try Tool.run(
      "succession", "Graphs/technomix", "--retire", "a", "--catalysers", "kitakyushu", "--format",
      "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let dependence = try #require(json["dependence"] as? Double)
    let (before, after) = (json["before"] as? Double, json["after"] as? Double)
    #expect(abs(1 - (after ?? 0) / (before ?? 1) - dependence) < 1e-12)
    #expect(json["tiesGone"] as? Int == 8)
    #expect(json["balance"] as? Double != nil)
    #expect(json["heir"] == nil)
    #expect(!(json["notes"] as? [String] ?? []).isEmpty)
  }

  @Test func syntheticDataSaysSo() throws {
    let outcome = try Tool.run(
      "succession", "Graphs/krip-model", "--retire", "k-rip", "--format", "csv")
    #expect(outcome.output.hasPrefix("# Synthetic data: "))
  }

  @Test func threadsAndSeedGiveTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let ties = "source,target\n" + (1...14).map { "hub,leaf\($0)\n" }.joined() + "heir,leaf1\n"
    let file = try folder.write(ties, to: "ties.csv")
    func output(_ more: String...) throws -> String {
      try Tool.run(
        [
          "succession", file, "--retire", "hub", "--heir", "heir", "--runs", "50", "--format",
          "csv",
        ]
          + more
      ).output
    }
    let one = try output("--threads", "1", "--seed", "5")
    #expect(one.contains("sweep"))
    #expect(try output("--threads", "3", "--seed", "5") == one)
    #expect(try output("--threads", "3", "--seed", "6") != one)
  }

  @Test(arguments: [
    (["--retire", "nobody"], 2, "no actor is called nobody"),
    (["--retire", "technomx"], 2, "did you mean technomix?"),
    (["--retire", "a", "--heir", "a"], 2, "nobody inherits from oneself"),
    (["--retire", "a", "--heir", "b", "--inherit", "1.5"], 2, "--inherit 1.5"),
    (["--retire", "a", "--heir", "b", "--inherit", "-0.1"], 2, "--inherit"),
    (["--retire", "a", "--heir", "b", "--inherit", "nan"], 2, "--inherit nan"),
    (["--retire", "a", "--inherit", "0.5"], 2, "--inherit needs --heir"),
    (["--retire", "a", "--heir", "bb"], 2, "--heir"),
    (["--retire", "a", "--catalysers", "a,b"], 2, "--catalysers a,b"),
    (["--retire", "a", "--runs", "1"], 2, "--runs 1"),
    (["--retire", "a", "--at", "1900"], 3, "1900"),
    (["--retire", "kit-adviser", "--at", "2005"], 3, "--retire kit-adviser"),
    (["--retire", "a", "--outside", "k-rip"], 3, "--outside k-rip"),
    ([], 2, "--retire"),
  ])
  func badInputIsOneClearError(arguments: [String], status: Int32, hint: String) throws {
    let outcome = try Tool.run(["succession", "Graphs/technomix"] + arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
