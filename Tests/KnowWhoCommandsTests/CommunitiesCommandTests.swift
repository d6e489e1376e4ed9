import Foundation
import Testing

@Suite struct CommunitiesCommandTests {
  /// Brandes and others (On modularity clustering, 2008): 0.4198 with four communities.
  @Test func karate() throws {
    let found = try (1...10).map { seed -> [String: Any] in
      let outcome = try Tool.run(
        "communities", "Graphs/karate", "--seed", String(seed), "--format", "json")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }
    let best = try #require(
      found.max { ($0["value"] as? Double ?? 0) < ($1["value"] as? Double ?? 0) })
    #expect(abs((best["value"] as? Double ?? .nan) - 0.419790) < 1e-6)
    let communities = try #require(best["communities"] as? [[String: Any]])
    #expect(communities.compactMap { $0["size"] as? Int } == [12, 11, 6, 5])
    #expect((best["convention"] as? String)?.contains("Newman–Girvan") ?? false)
  }

  @Test func tableNamesQualityAndSeed() throws {
    let outcome = try Tool.run("communities", "Graphs/florentine", "--seed", "3")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("(leiden, resolution 1, seed 3)"))
    #expect(outcome.output.contains("Newman–Girvan modularity; every tie counts 1."))
    #expect(outcome.output.contains("Medici"))
  }

  @Test func csvHasARowAnActor() throws {
    let outcome = try Tool.run(
      "communities", "Graphs/karate", "--method", "louvain", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(outcome.output.hasPrefix("id,name,kind,community,size\n"))
    #expect(Set(rows.compactMap { $0["id"] }) == Set((1...34).map(String.init)))
    for row in rows {
      #expect(Int(row["size"] ?? "") == rows.count { $0["community"] == row["community"] })
    }
    #expect(outcome.errors.contains("seed 1"))
  }

  /// Two triangles joined by an edge, each with 3 ties of 3 pairs: 2 · (3 − ½ · 3).
  @Test func constantPotts() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "source,target\nA,B\nA,C\nB,C\nC,D\nD,E\nD,F\nE,F\n", to: "ties.csv")
    let outcome = try Tool.run("communities", file, "--quality", "cpm", "--resolution", "0.5")
    #expect(outcome.output.contains("2 communities, constant Potts quality 3.0000"))
    #expect(outcome.output.contains("A, B, C\n"))
    let modularity = try Tool.run("communities", file)
    #expect(modularity.output.contains("2 communities, modularity 0.3571"))
  }

  /// Strengths turn a path of four round: the strong middle stays together.
  @Test func strengths() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target,strength\nA,B,1\nB,C,9\nC,D,1\n", to: "s.csv")
    #expect(try Tool.run("communities", file).output.contains("A, B\n"))
    #expect(!(try Tool.run("communities", file, "--strengths").output.contains("A, B\n")))
    let failure = try Tool.run("communities", "Graphs/kite", "--strengths")
    #expect(failure.status == 3)
    #expect(failure.errors.contains("no strengths"))
  }

  @Test func syntheticDataSaysSo() throws {
    for format in ["table", "csv", "json"] {
      let outcome = try Tool.run("communities", "Graphs/krip-model", "--format", format)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("No tie here"), "\(format)")
    }
  }

  @Test func threadsGiveTheSameBytes() throws {
    let outputs = try ["1", "2", "3", "8"].map {
      try Tool.run("communities", "Graphs/krip-model", "--threads", $0).output
    }
    #expect(Set(outputs).count == 1)
  }

  @Test(arguments: [
    (["--resolution", "0"], "--resolution 0"), (["--resolution=-1"], "--resolution -1"),
    (["--resolution", "inf"], "--resolution inf"), (["--resolution", "nan"], "--resolution nan"),
    (["--method", "leidn"], "leiden"), (["--quality", "modularty"], "cpm"),
    (["--seed", "x"], "--seed"),
  ])
  func wrongUsage(arguments: [String], hint: String) throws {
    let outcome = try Tool.run(["communities", "Graphs/karate"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
