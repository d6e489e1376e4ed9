import Foundation
import Testing

@Suite struct SimulateCommandTests {
  private func simulate(_ line: String, to folder: String) throws -> Tool.Outcome {
    try Tool.run(["simulate"] + line.split(separator: " ").map(String.init) + ["-o", folder])
  }

  @Test func resultsAreTheSameBytesAtAnyThreadCount() throws {
    let folder = try TemporaryFolder()
    let line = "--size 5,16 --scenario flat,sisters --runs 4 --seed 7"
    let names = ["results.csv", "results.json", "settings.yaml", "size-saturating.svg"]
    var texts: [[String]] = []
    for threads in ["1", "2", "8"] {
      let path = folder.path("r\(threads)")
      let outcome = try simulate("\(line) --threads \(threads)", to: path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("Synthetic data: "))
      texts.append(try names.map { try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8) })
    }
    #expect(texts[0] == texts[1] && texts[1] == texts[2])
    for text in texts[0] { #expect(text.contains("ynthetic")) }
    let rows = Tool.rows(texts[0][0])
    #expect(Set(rows.compactMap { $0["scenario"] }) == ["flat", "sisters"])
    #expect(Set(rows.compactMap { $0["allocation"] }) == ["saturating", "proportional"])
    let cohesion = rows.first {
      $0["scenario"] == "flat" && $0["size"] == "5" && $0["figure"] == "cohesion"
    }
    #expect(cohesion?["mean"] == "1" && cohesion?["runs"] == "4")
    let json = try JSONSerialization.jsonObject(with: Data(texts[0][1].utf8)) as? [String: Any]
    #expect((json?["cases"] as? [Any])?.count == 8)
  }

  /// What was finished is not computed again, and a cell that is missing is.
  @Test func interruptedWorkGoesOn() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("r")
    let line = "--size 5,9 --scenario flat --runs 30 --seed 7"
    #expect(try simulate(line, to: path).status == 0)
    let cells = try FileManager.default.contentsOfDirectory(atPath: "\(path)/cells").sorted()
    #expect(cells.count == 4)
    let whole = try String(contentsOfFile: "\(path)/results.csv", encoding: .utf8)
    let missing = "\(path)/cells/\(cells[1])"
    let bytes = try Data(contentsOf: URL(filePath: missing))
    try FileManager.default.removeItem(atPath: missing)
    let kept = "\(path)/cells/\(cells[0])"
    let date = try FileManager.default.attributesOfItem(atPath: kept)[.modificationDate] as? Date
    #expect(try simulate(line, to: path).status == 0)
    #expect(try Data(contentsOf: URL(filePath: missing)) == bytes)
    #expect(try String(contentsOfFile: "\(path)/results.csv", encoding: .utf8) == whole)
    let after = try FileManager.default.attributesOfItem(atPath: kept)[.modificationDate] as? Date
    #expect(date == after)
    let other = try simulate("--size 5,9 --scenario flat --runs 31 --seed 7", to: path)
    #expect(other.status == 3)
    #expect(other.errors.contains("other settings") && other.errors.contains("runs: 30"))
    #expect(try String(contentsOfFile: "\(path)/results.csv", encoding: .utf8) == whole)
  }

  @Test func aTimeLimitKeepsFinishedCells() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("r")
    let outcome = try simulate(
      "--size 5..300 --runs 300 --yes --time-limit 0.5s --scenario flat", to: path)
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("goes on from there"))
    #expect(!FileManager.default.fileExists(atPath: "\(path)/results.csv"))
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/cells")
    #expect(names.allSatisfy { $0.hasSuffix(".csv") })
  }

  @Test func longWorkIsNotBegunUnasked() throws {
    let folder = try TemporaryFolder()
    let outcome = try simulate("--size 1000 --runs 100000 --scenario flat", to: folder.path("r"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--yes"))
  }

  static let failures: [(line: String, words: String)] = [
    ("--size 0", "from 1 to 2000"), ("--size 5..", "from 1 to 2000"), ("--size 9..5", "such as"),
    ("--runs 1", "from 2 to 100000"), ("--scenario flta", "did you mean flat"),
    ("--set A20=1", "nearest"), ("--set A1=5000", "from 1 to 1000"), ("--threads 0", "1024"),
  ]

  @Test(arguments: failures)
  func wrongUsage(line: String, words: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try simulate(line, to: folder.path("r"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("r")))
  }

  @Test func assumptionsAreListed() throws {
    let list = try Tool.run("simulate", "--list-assumptions").output
    for name in ["A1 ", "A9.contact", "A15", "saturating, proportional", "Granovetter"] {
      #expect(list.contains(name))
    }
  }

  @Test func scalesAreCompared() throws {
    let folder = try TemporaryFolder()
    let figure = folder.path("f.svg")
    let line = "compare --scale technomix,24 --runs 2 --seed 7 --set A2=4"
    let words = line.split(separator: " ").map(String.init)
    let outcome = try Tool.run(words + ["--figure", figure])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Synthetic data: "))
    #expect(outcome.output.contains("combinations of A9 and A11"))
    #expect(outcome.output.contains("would be overturned"))
    #expect(try String(contentsOfFile: figure, encoding: .utf8).contains("Synthetic: "))
    let csv = try Tool.run(words + ["--format", "csv"]).output
    #expect(csv.hasPrefix("# Synthetic data: "))
    #expect(Tool.rows(csv).count == 2 * 5 * 3 * 2 * 3)
    let json = try Tool.run(words + ["--format", "json", "--threads", "1"]).output
    #expect(json == (try Tool.run(words + ["--format", "json", "--threads", "3"]).output))
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["cells"] as? [Any])?.count == 60)
    for wrong in [
      ["--scale", "technomix"], ["--scale", "technomix,krpi"], ["--scale", "16,technomix"],
      ["Graphs/kite", "--scale", "technomix,krip"], ["Graphs/kite"],
      ["--scale", "16,20", "--figure", "a.pdf"],
    ] {
      #expect(try Tool.run(["compare"] + wrong).status == 2)
    }
  }
}
