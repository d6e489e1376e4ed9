import Foundation
import Testing

/// Limits of time and memory end a command with what is done, and exit 4.
@Suite struct LimitTests {
  @Test func timeLimitKeepsWhatIsFinished() throws {
    let folder = try TemporaryFolder()
    let file = try SlowNetwork.write(in: folder)
    let outcome = try Tool.run(
      "centrality", file, "--measure", "degree,betweenness,closeness", "--time-limit", "3s",
      "--format", "json")
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("the time limit of 3s was reached"))
    #expect(outcome.errors.contains("betweenness, closeness were not reached"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let measures = try #require(json["measures"] as? [[String: String]])
    #expect(measures.map { $0["name"] } == ["degree"])
    let notes = try #require(json["notes"] as? [String])
    #expect(notes.contains("Not complete: betweenness, closeness were not reached."))
    // Those finished are whole: the same as without a limit.
    let whole = try Tool.run("centrality", file, "--measure", "degree", "--format", "json")
    let actors = try #require(json["actors"] as? [[String: Any]])
    let expected = try #require(
      (try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any])?["actors"]
        as? [[String: Any]])
    #expect(actors.map { $0["degree"] as? Int } == expected.map { $0["degree"] as? Int })
  }

  @Test func timeLimitBeforeTheFirstMeasureWritesNothing() throws {
    let folder = try TemporaryFolder()
    let file = try SlowNetwork.write(in: folder)
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try Tool.run(
      "centrality", file, "--measure", "betweenness", "--time-limit", "0.05m", "-o",
      folder.path("result.csv"))
    #expect(clock.now - start < .seconds(5))
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("while computing betweenness"))
    #expect(outcome.errors.contains("nothing was written"))
    #expect(folder.contents == ["slow.tsv"])
  }

  @Test func ampleLimitsChangeNothing() throws {
    let plain = try Tool.run("centrality", "Graphs/krip-model", "--format", "csv")
    let limited = try Tool.run(
      "centrality", "Graphs/krip-model", "--format", "csv", "--time-limit", "1h",
      "--memory-limit", "4G")
    #expect(limited.status == 0)
    #expect(limited.output == plain.output)
  }

  @Test func fileTooLargeForTheMemoryIsRefusedUnread() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "1\t2\n", count: 10_000_000), to: "large.tsv")
    let outcome = try Tool.run("summary", file, "--memory-limit", "60M")
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("large.tsv takes about"))
    #expect(outcome.errors.contains("--memory-limit "))
    #expect(outcome.output.isEmpty)
  }

  @Test func measureTooLargeForTheMemoryNamesTheLeastThatWouldDo() throws {
    let folder = try TemporaryFolder()
    var text = ""
    for node in 0..<100_000 { text += "\(node)\t\(node + 1)\n" }
    let file = try folder.write(text, to: "line.tsv")
    let outcome = try Tool.run(
      "centrality", file, "--measure", "degree,hubs", "--memory-limit", "65M", "--top", "1")
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.contains("hubs takes about"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [
    ["--time-limit", "30"], ["--time-limit", "s"], ["--time-limit", "-1s"], ["--time-limit", "0s"],
    ["--memory-limit", "0"], ["--memory-limit", "much"], ["--memory-limit", "1e99G"],
  ])
  func limitsThatAreNone(arguments: [String]) throws {
    let outcome = try Tool.run(["summary", "Graphs/kite"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(arguments[0]))
  }

  @Test(arguments: [
    ["centrality", "Graphs/karate"], ["reach", "Graphs/technomix"], ["summary", "Graphs/karate"],
    ["compare", "Graphs/karate", "Graphs/kite"], ["render", "Graphs/kite", "-o", "never.svg"],
  ])
  func estimatesPrintNoResults(arguments: [String]) throws {
    let outcome = try Tool.run(arguments + ["--estimate"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("reading"))
    #expect(outcome.output.contains("memory"))
    #expect(!outcome.output.contains("Medici") && !outcome.output.contains("rank"))
    #expect(!FileManager.default.fileExists(atPath: Tool.root.appending(path: "never.svg").path))
  }

  @Test func estimateSaysWhatIsMeasured() throws {
    let folder = try TemporaryFolder()
    let file = try SlowNetwork.write(in: folder)
    let outcome = try Tool.run(
      "centrality", file, "--measure", "degree,betweenness", "--estimate", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(rows.map { $0["part"] } == ["reading", "degree", "betweenness"])
    #expect(rows.map { $0["basis"] } == ["measured", "measured", "estimated"])
    #expect((Double(rows[2]["seconds"] ?? "") ?? 0) > 3)
  }
}
