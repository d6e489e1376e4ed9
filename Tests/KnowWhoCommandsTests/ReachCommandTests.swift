import Foundation
import Testing

@Suite struct ReachCommandTests {
  /// The dates of 1989 and 2004 leave most memberships open.
  @Test(arguments: ["1989", "2004"])
  func whatIsNotCertainIsARange(year: String) throws {
    let arguments = ["reach", "Graphs/technomix", "--at", year, "--kinds", "firm"]
    let table = try Tool.run(arguments)
    #expect(table.status == 0, "\(table.errors)")
    let lines = table.output.split(separator: "\n")
    let ofC = try #require(lines.first { $0.hasPrefix("C ") })
    #expect(ofC.contains("–"))
    #expect(table.output.contains("stated in the source"))
    let rows = Tool.rows(try Tool.run(arguments + ["--format", "csv"]).output)
    for row in rows {
      for level in 0...3 {
        let least = try #require(Int(row["introducers\(level)"] ?? ""))
        let most = try #require(Int(row["introducers\(level)_max"] ?? ""))
        #expect(least <= most)
      }
    }
    #expect(rows.contains { $0["introducers1"] != $0["introducers1_max"] })
    let possible = try Tool.run(arguments + ["--possible"])
    #expect(
      !possible.output.split(separator: "\n").contains { $0.hasPrefix("C ") && $0.contains("–") })
  }

  /// H → U → C → D, the one shortest chain over project ties.
  @Test func fromOneActor() throws {
    let arguments = ["reach", "Graphs/technomix", "--from", "H", "--ties", "project"]
    let rows = Tool.rows(try Tool.run(arguments + ["--format", "csv"]).output)
    let toD = try #require(rows.first { $0["id"] == "D" })
    #expect(toD["chain"] == "H > U > C > D")
    #expect(toD["introducers"] == "2")
    #expect(toD["hangs_on"] == "U C")
    #expect(rows.compactMap { $0["introducers"].flatMap(Int.init) } == [0, 0, 0, 0, 1, 1, 2, 2, 2])
    let table = try Tool.run(arguments + ["--lang", "ja"])
    #expect(table.output.contains("U社 → C社"))
    #expect(table.output.contains("紹介者3人までで9団体に届き"))
    let json = try JSONSerialization.jsonObject(
      with: Data(try Tool.run(arguments + ["--format", "json"]).output.utf8))
    let targets = try #require((json as? [String: Any])?["targets"] as? [[String: Any]])
    #expect(targets.count == 9)
  }

  /// A chain of three stars: what to expect, and whom to get to know.
  @Test func expectedAndBestNext() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\na,b\nb,c\nc,d\nx,y\nx,z\n", to: "ties.csv")
    let arguments = [
      "reach", file, "--introductions", "2", "--relay", "0.5", "--best-next", "--format", "csv",
    ]
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let ofA = try #require(Tool.rows(outcome.output).first { $0["id"] == "a" })
    #expect(ofA["expected0"] == "1")
    #expect(ofA["expected1"] == "1.5")
    #expect(ofA["expected2"] == "1.75")
    #expect(ofA["expected2_margin"] == "")
    #expect(ofA["distance_weighted"]?.hasPrefix("1.8333") ?? false)
    // x brings itself, y and z.
    #expect(ofA["best_next"] == "x")
    #expect(ofA["best_next_adds"] == "3")
    #expect(outcome.errors.contains("exact"))
  }

  @Test func chosenTargets() throws {
    let rows = Tool.rows(
      try Tool.run(
        "reach", "Graphs/technomix", "--at", "2009-07", "--outside", "technomix", "--kind", "firm",
        "--kinds", "firm", "--introductions", "0", "--format", "csv"
      ).output)
    #expect(rows.count == 15)
    // All firms that a member knows for certain are members.
    #expect(rows.allSatisfy { $0["introducers0"] == "0" })
  }

  /// Without Technomix introducing, its members do not get to its sister group.
  @Test func notViaTheGroup() throws {
    func reachesSisters(_ further: String...) throws -> Bool {
      let outcome = try Tool.run(
        ["reach", "Graphs/technomix", "--from", "O", "--at", "2009-07", "--format", "csv"]
          + further)
      return Tool.rows(outcome.output).contains {
        $0["id"] == "techno-sun-plaza" && $0["certain"] == "true"
      }
    }
    #expect(try reachesSisters())
    #expect(try !reachesSisters("--not-via", "テクノミクス北九州"))
  }

  @Test(arguments: [
    (["--from", "nobody-at-all"], Int32(2), "no actor is called nobody-at-all"),
    (["--from", "tribomics"], 3, "project or event"),
    (["--from", "P", "--at", "2009-07"], 3, "--from P"),
    (["--from", "A", "--best-next"], 2, "--from lists"),
    (["--not-via", "A,B,QQ"], 2, "--not-via"),
    (["--outside", "hoshinkai"], 3, "--outside hoshinkai"),
    (["--kind", "frim"], 2, "did you mean firm"),
    (["--relay", "1.5"], 2, "--relay 1.5"),
    (["--relay", "membreship=0.5"], 2, "did you mean membership"),
    (["--runs", "1"], 2, "--runs 1"),
    (["--at", "1900"], 3, "no tie is definitely alive in 1900"),
    (["--at", "2009-13"], 2, "--at 2009-13"),
    (["--possible"], 2, "--possible needs --at"),
  ])
  func failures(arguments: [String], status: Int32, hint: String) throws {
    let outcome = try Tool.run(["reach", "Graphs/technomix"] + arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func failuresInJapanese() throws {
    let outcome = try Tool.run("reach", "Graphs/technomix", "--from", "だれか", "--lang", "ja")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("「だれか」という名前の主体はありません"))
    let help = try Tool.run(["reach", "--help"], environment: ["LC_ALL": "ja_JP.UTF-8"])
    #expect(help.output.contains("紹介者"))
  }

  /// On the path a–b–c–d–e–f, by hand: within one introducer e brings d, e, f; within two, where d is
  /// reached already, d brings e and f; with none anybody new brings itself.
  @Test(arguments: [([], "e", "3"), (["0"], "c", "1"), (["1"], "e", "3"), (["2"], "d", "2")])
  func bestNextWithinIntroducers(_ limit: [String], _ actor: String, _ gain: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\na,b\nb,c\nc,d\nd,e\ne,f\n", to: "path.csv")
    let outcome = try Tool.run(
      ["reach", file, "--best-next", "--format", "csv"]
        + (limit.isEmpty ? [] : ["--introductions"] + limit))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let ofA = try #require(Tool.rows(outcome.output).first { $0["id"] == "a" })
    #expect(ofA["best_next"] == actor)
    #expect(ofA["best_next_adds"] == gain)
  }
}
