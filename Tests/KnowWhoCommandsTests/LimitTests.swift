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

  private static let questions: [[String]] = [
    ["introduce", "Graphs/technomix", "H", "D"],
    ["succession", "Graphs/technomix", "--retire", "a", "--heir", "b"],
    ["timeline", "Graphs/technomix", "--step", "10y", "--samples", "5"],
    ["walls", "Graphs/technomix", "--runs", "5"],
    ["matches"],
    ["centrality", "Graphs/technomix", "--of", "edges"],
  ]

  @Test(arguments: questions) func questionsTakeLimits(_ question: [String]) throws {
    let folder = try TemporaryFolder()
    let question = question[0] == "matches" ? try meeting(in: folder) : question
    let plain = try Tool.run(question + ["--format", "csv"])
    #expect(plain.status == 0, "\(plain.errors)")
    let ample = try Tool.run(
      question + ["--format", "csv", "--time-limit", "1h", "--memory-limit", "4G"])
    #expect(ample.status == 0)
    #expect(ample.output == plain.output)
    let short = try Tool.run(question + ["--time-limit", "0.001s"])
    #expect(short.status == 4, "\(short.errors)")
    #expect(short.errors.contains("the time limit of 0.001s was reached"))
    #expect(short.output.isEmpty)
    let small = try Tool.run(question + ["--memory-limit", "1M"])
    #expect(small.status == 4)
    #expect(small.errors.contains("memory limit of 1M"))
    let estimate = try Tool.run(question + ["--estimate", "--format", "csv"])
    #expect(estimate.status == 0, "\(estimate.errors)")
    let parts = Tool.rows(estimate.output)
    #expect(parts.count >= 2 && parts[0]["part"] == "reading")
    for part in parts { #expect(part["seconds"].flatMap(Double.init).map { $0 >= 0 } == true) }
  }

  /// Two groups of three, and nobody else.
  private func meeting(in folder: TemporaryFolder) throws -> [String] {
    // Enough of them that a plan takes longer than the shortest limit.
    let members = (0..<200).map { "\($0 < 100 ? "a" : "x")\($0)" }
    _ = try folder.write(
      "id,kind\ng,group\nh,group\n" + members.map { "\($0),firm\n" }.joined(), to: "net/actors.csv")
    _ = try folder.write(
      "source,target,kind\n"
        + members.map { "\($0),\($0.hasPrefix("a") ? "g" : "h"),membership\n" }.joined(),
      to: "net/ties.csv")
    return ["matches", folder.path("net"), "g", "h", "--hours", "1", "--minutes", "20"]
  }

  /// Losses and ranks of a star are there at once; a million runs for its heir are not.
  @Test func successionKeepsWhatIsFinished() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "source,target\n" + (1...20).map { "hub,leaf\($0)\n" }.joined() + "hub,heir\n", to: "star.csv"
    )
    let outcome = try Tool.run(
      "succession", file, "--retire", "hub", "--heir", "heir", "--runs", "1000000", "--time-limit",
      "5s", "--format", "json")
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.contains("what the heir saves was not reached"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((json["changes"] as? [Any])?.count == 21)
    #expect(json["rank"] as? Int == 1)
    #expect(json["sweep"] == nil)
    let notes = try #require(json["notes"] as? [String])
    #expect(notes.last == "Not complete: what the heir saves was not reached.")
  }

  /// Periods are counted at once; so many sampled timelines are not.
  @Test func timelineKeepsWhatIsFinished() throws {
    let outcome = try Tool.run(
      "timeline", "Graphs/technomix", "--samples", "100000", "--time-limit", "8s", "--leader", "a",
      "--format", "csv")
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.contains("Not complete: "))
    let rows = Tool.rows(outcome.output)
    #expect(!rows.isEmpty)
    let whole = Tool.rows(
      try Tool.run("timeline", "Graphs/technomix", "--samples", "2", "--format", "csv").output)
    for (row, other) in zip(rows, whole) {
      #expect(row["period"] == other["period"] && row["ties_max"] == other["ties_max"])
      #expect(row["mean_reach_min"] == other["mean_reach_min"])
      #expect(row["dependence_mean"] == "")
    }
  }
}
