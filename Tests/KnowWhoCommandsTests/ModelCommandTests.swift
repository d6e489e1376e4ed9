import Foundation
import Testing

@Suite struct ModelCommandTests {
  private static let models: [[String]] = [
    ["gnm", "--nodes", "30", "--edges", "60"], ["gnp", "--nodes", "30", "--probability", "0.2"],
    ["preferential-attachment", "--nodes", "30", "--edges-per-node", "2"],
    ["small-world", "--nodes", "30", "--neighbors", "4", "--rewiring", "0.1"],
    ["configuration", "--degrees", "3,2,2,2,1"],
    ["simple-configuration", "--degrees", "3,2,2,2,1", "--swaps", "5"],
    ["configuration", "--from", "Graphs/karate"], ["rewired", "--from", "Graphs/karate"],
    [
      "planted-partition", "--groups", "3", "--size", "10", "--inside", ".5", "--between", ".02",
    ],
    ["block-model", "--groups", "3", "--size", "10", "--inside", ".5", "--between", ".02"],
    ["rmat", "--scale", "5", "--edges-per-node", "4"],
  ]

  /// Equal seeds give equal bytes, and the first line of every file says that it is made up.
  @Test(arguments: models) func everyModelSaysSynthetic(model: [String]) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("random.csv")
    var files: [String] = []
    for seed in ["7", "7", "8"] {
      let outcome = try Tool.run(["model"] + model + ["--seed", seed, "-o", file])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("no tie in it was observed"))
      files.append(try String(contentsOfFile: file, encoding: .utf8))
    }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
    #expect(files[0].hasPrefix("# Synthetic data: No tie here was observed; "))
    let whole = folder.path("random")
    #expect(try Tool.run(["model"] + model + ["-o", whole]).status == 0)
    for name in ["network.yaml", "actors.csv", "ties.csv"] {
      let text = try String(contentsOfFile: "\(whole)/\(name)", encoding: .utf8)
      #expect(text.hasPrefix("# Synthetic data: "))
    }
    #expect(try Tool.run("summary", whole).output.contains("Synthetic data: No tie"))
  }

  @Test func rewiringKeepsDegrees() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("rewired")
    _ = try Tool.run("model", "rewired", "--from", "Graphs/karate", "-o", path)
    let degrees = try ["Graphs/karate", path].map { network in
      Tool.rows(
        try Tool.run("centrality", network, "--measure", "degree", "--format", "csv").output
      ).compactMap { $0["degree"] }.sorted()
    }
    #expect(degrees[0] == degrees[1])
    #expect(degrees[0].count == 34)
  }

  private static let mistakes: [([String], String)] = [
    (["gnm", "--nodes", "5"], "--edges is missing"),
    (["gnm", "--nodes", "3", "--edges", "4"], "at most 3"),
    (["gnp", "--nodes", "3", "--probability", "1.5"], "from 0 to 1"),
    (["gnp", "--nodes", "3", "--probability", ".5", "--edges", "2"], "--edges means nothing"),
    (["gnm", "--nodes", "1000000", "--edges", "2000000000"], "at most 100000000"),
    (["small-world", "--nodes", "9", "--neighbors", "3", "--rewiring", "0"], "must be even"),
    (["configuration", "--degrees", "2,1"], "odd"),
    (["configuration", "--degrees", "2,x"], "whole numbers"),
    (["configuration"], "either --degrees or --from"),
    (["simple-configuration", "--degrees", "3,3,1,1"], "No simple graph"),
    (["rewired", "--from", "Graphs/karate", "--swaps=-1"], "swaps per edge"),
    (
      [
        "block-model", "--groups", "2", "--size", "4", "--inside", ".5", "--between", "0",
        "--most-active", "0",
      ], "--most-active"
    ),
    (["krip", "--nodes", "3"], "--nodes means nothing"),
  ]

  @Test(arguments: mistakes) func mistakesAreNamed(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("none")
    for language in ["en", "ja"] {
      let outcome = try Tool.run(["model"] + arguments + ["-o", path, "--lang", language])
      #expect(outcome.status == 2, "\(outcome.errors)")
      if language == "en" { #expect(outcome.errors.contains(message), "\(outcome.errors)") }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func whatIsNotThere() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "model", "rewired", "--from", "Graphs/nowhere", "-o", folder.path("none"))
    #expect(outcome.status == 3)
  }
}
