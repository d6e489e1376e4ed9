import Foundation
import Testing

@Suite struct CompareCommandTests {
  @Test func twoNetworksBesideChance() throws {
    let outcome = try Tool.run(
      "compare", "Graphs/karate", "Graphs/florentine", "--runs", "20", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for text in [
      "A: 34 members, 78 ties", "within 2 steps", "same degrees", "What this says",
      "cannot settle", "without Medici the others would reach", "20 tries, seed 1",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test func valuesForSpreadsheets() throws {
    let outcome = try Tool.run(
      "compare", "Graphs/karate", "Graphs/florentine", "--runs", "20", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    // Mean degree 2m/n; transitivities of the literature.
    let contacts = try #require(rows.first { $0["figure"] == "contacts" })
    #expect(abs((Double(contacts["Graphs/karate"] ?? "") ?? 0) - 156.0 / 34) < 1e-12)
    let closed = try #require(rows.first { $0["figure"] == "strongTransitivity" })
    #expect(abs((Double(closed["Graphs/karate"] ?? "") ?? 0) - 0.2557) < 0.00005)
    #expect(Double(closed["A same degrees low"] ?? "") != nil)
    for column in ["A low", "B high", "difference B", "difference B p"] {
      #expect(Double(contacts[column] ?? "") != nil, "\(column)")
    }
    #expect(rows.contains { $0["figure"] == "density" && $0["A low"] == "" })
  }

  @Test func forPrograms() throws {
    let outcome = try Tool.run(
      "compare", "Graphs/karate", "Graphs/florentine", "Graphs/kite", "--runs", "10", "--format",
      "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let chance = try #require(json["chance"] as? [String: Any])
    let groups = try #require(chance["groups"] as? [[String: Any]])
    #expect(groups.map { $0["members"] as? Int } == [34, 15, 10])
    #expect((json["networks"] as? [Any])?.count == 3)
    // Figure by figure only where there are two.
    #expect(json["figures"] == nil)
  }

  @Test func groupsOfOneNetwork() throws {
    let outcome = try Tool.run(
      "compare", "Graphs/krip-model", "--group-by", "kind", "--groups", "agency,university",
      "--runs",
      "10", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("agency: 26 members"))
    #expect(outcome.output.contains("university: 50 members"))
    #expect(outcome.output.contains("outside within 2 steps"))
    #expect(outcome.output.contains("members put into groups of the same sizes at random"))
    #expect(outcome.output.contains("Synthetic data"))
  }

  @Test func groupsByMembership() throws {
    let folder = try TemporaryFolder()
    let network = folder.path("two")
    try FileManager.default.createDirectory(atPath: network, withIntermediateDirectories: true)
    try """
    id,kind,talks
    a,person,0
    b,person,2
    c,person,1
    d,person,0
    e,person,0
    f,person,4
    x,group,
    y,group,
    """.write(toFile: network + "/actors.csv", atomically: true, encoding: .utf8)
    try """
    source,target,kind,strength
    a,x,membership,1
    b,x,membership,1
    c,x,membership,1
    d,y,membership,1
    e,y,membership,1
    f,y,membership,1
    a,b,talk,4
    b,c,talk,1
    d,e,talk,4
    f,a,proposal,1
    """.write(toFile: network + "/ties.csv", atomically: true, encoding: .utf8)
    let outcome = try Tool.run(
      "compare", network, "--group-by", "membership", "--acts", "talks", "--strong-from", "3",
      "--runs", "10", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = Tool.rows(outcome.output)
    let passive = try #require(rows.first { $0["figure"] == "passivity" })
    #expect(abs((Double(passive["x"] ?? "") ?? 0) - 1.0 / 3) < 1e-12)
    #expect(abs((Double(passive["y"] ?? "") ?? 0) - 2.0 / 3) < 1e-12)
    let cohesion = try #require(rows.first { $0["figure"] == "cohesion" })
    #expect(abs((Double(cohesion["x"] ?? "") ?? 0) - 1.0 / 3) < 1e-12)
    // One proposal, by f: both groups but one member are passive by that.
    let byTies = Tool.rows(
      try Tool.run(
        "compare", network, "--group-by", "membership", "--acts", "proposal", "--runs", "10",
        "--format", "csv"
      ).output)
    #expect(byTies.first { $0["figure"] == "passivity" }?["x"] == "1")
  }

  @Test func theFigureSaysWhatIsMadeUp() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("compare.svg")
    let outcome = try Tool.run(
      "compare", "Graphs/krip-model", "--group-by", "kind", "--groups", "agency,university",
      "--runs",
      "10", "--figure", path, "--lang", "ja")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let svg = try String(contentsOfFile: path, encoding: .utf8)
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("架空のデータです"))
    #expect(svg.contains("凝集性"))
    #expect(!svg.contains("nan"))
  }

  @Test func leadersAreRanked() throws {
    let outcome = try Tool.run(
      "compare", "Graphs/karate", "Graphs/florentine", "--runs", "10", "--leader", "34,Strozzi",
      "--lang", "en")
    #expect(outcome.output.contains("without 34 the others"))
    #expect(outcome.output.contains("without Strozzi the others"))
    #expect(outcome.output.contains("of 15)"))
  }

  private static let mistakes: [([String], Int32, String)] = [
    (["Graphs/karate"], 2, "two networks or more"),
    (["Graphs/karate", "Graphs/kite", "--group-by", "kind"], 2, "just one"),
    (["Graphs/karate", "--group-by", "committe"], 2, "no such column"),
    (["Graphs/karate", "--group-by", "kind"], 3, "no two groups"),
    (["Graphs/krip-model", "--group-by", "committee"], 2, "--groups"),
    (
      ["Graphs/krip-model", "--group-by", "kind", "--groups", "firm,agencies"], 2,
      "no group agencies"
    ),
    (["Graphs/karate", "Graphs/kite", "--groups", "1"], 2, "--group-by"),
    (["Graphs/kite", "Graphs/florentine", "--strong-from", "3"], 3, "strengths"),
    (["Graphs/kite", "Graphs/karate", "--runs", "5"], 2, "10 to 100000"),
    (["Graphs/kite", "Graphs/karate", "--leader", "nobody"], 2, "nobody"),
    (["Graphs/kite", "Graphs/karate", "--figure", "a.jpg"], 2, ".svg"),
    (["Graphs/kite", "Graphs/karate", "--walls-by", "area"], 2, "no such column"),
    (["Graphs/kite", "Graphs/karate", "--acts", "area"], 2, "no such column"),
    (["Graphs/kite", "Graphs/karate", "--minutes", "0"], 2, "above 0"),
    (["Graphs/kite", "Graphs/nowhere"], 3, "no such file"),
  ]

  @Test(arguments: mistakes) func mistakesAreNamed(
    arguments: [String], status: Int32, message: String
  ) throws {
    let outcome = try Tool.run(["compare"] + arguments + ["--lang", "en"])
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func sameSeedSameAnswer() throws {
    let answers = try [["1", "1"], ["1", "3"], ["2", "1"]].map { seed in
      try Tool.run(
        "compare", "Graphs/karate", "Graphs/kite", "--runs", "15", "--format", "csv", "--seed",
        seed[0], "--threads", seed[1]
      ).output
    }
    #expect(answers[0] == answers[1])
    #expect(answers[0] != answers[2])
  }
}
