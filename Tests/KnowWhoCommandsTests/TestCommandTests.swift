import Foundation
import Testing

@Suite struct TestCommandTests {
  private static let families = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni",
    "Lamberteschi", "Medici", "Pazzi", "Peruzzi", "Pucci", "Ridolfi", "Salviati", "Strozzi",
    "Tornabuoni",
  ]

  /// Padgett's marriages and business ties among the same families, in opposite orders.
  private func florentine(_ folder: TemporaryFolder) throws -> (marriage: String, business: String)
  {
    let marriages = [
      (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 14), (4, 10), (4, 14),
      (6, 7), (6, 15), (8, 12), (8, 13), (8, 15), (9, 13), (10, 14), (12, 14), (12, 15),
    ]
    let business = [
      (2, 4), (2, 5), (2, 8), (2, 10), (3, 6), (3, 7), (3, 10), (4, 7), (4, 10), (5, 8), (6, 7),
      (7, 10), (8, 9), (8, 13), (8, 15),
    ]
    for (name, ties, families) in [
      ("marriage", marriages, Self.families), ("business", business, Self.families.reversed()),
    ] {
      let actors = families.map { "\($0),\($0 < "M" ? "early" : "late"),\($0.count)\n" }
      _ = try folder.write(
        "id,half,letters\n" + actors.joined(), to: "\(name)/actors.csv")
      _ = try folder.write(
        "source,target\n"
          + ties.map { "\(Self.families[$0.0]),\(Self.families[$0.1])\n" }.joined(),
        to: "\(name)/ties.csv")
    }
    return (folder.path("marriage"), folder.path("business"))
  }

  private func figures(_ outcome: Tool.Outcome) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["figures"] as? [[String: Any]])
  }

  @Test func actorsAreMatchedByID() throws {
    let folder = try TemporaryFolder()
    let (marriage, business) = try florentine(folder)
    let outcome = try Tool.run("test", marriage, business, "--statistic", "qap")
    #expect(outcome.status == 0, "\(outcome.errors)")
    // UCINET and sna: 0.372.
    #expect(outcome.output.contains("QAP correlation    0.3719"))
    #expect(outcome.output.contains("hardly chance"))
    let japanese = try Tool.run(
      "test", marriage, business, "--statistic", "qap", "--lang", "ja", "--permutations", "500")
    #expect(japanese.output.contains("QAP相関") && japanese.output.contains("500回試行"))
    let regression = try Tool.run(
      "test", marriage, business, "--statistic", "mrqap", "--format", "json")
    let found = try figures(regression)
    #expect(found.count == 2)
    // With one predictor the partial correlation is the correlation.
    #expect(abs(try #require(found[0]["observed"] as? Double) - 0.3718678721) < 1e-9)
    #expect(found[1]["coefficient"] is NSNull)
  }

  @Test func differingActorsAreNamed() throws {
    let folder = try TemporaryFolder()
    let (marriage, business) = try florentine(folder)
    let list = try folder.write("source,target\nMedici,Ginori\nMedici,Nobody\n", to: "list.csv")
    let outcome = try Tool.run("test", business, list, "--statistic", "qap")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("list.csv lacks Tornabuoni, Strozzi, Salviati"))
    #expect(outcome.errors.contains("and 9 more"))
    #expect(outcome.errors.contains("business lacks Nobody"))
    #expect(outcome.errors.contains("--common"))
    let common = try Tool.run("test", marriage, list, "--statistic", "qap", "--common")
    #expect(common.status == 0)
    // Medici and Ginori are not married: all pairs are alike.
    #expect(common.output.contains("It is not defined"))
    #expect(!common.output.lowercased().contains("nan"))
  }

  @Test func oneNetwork() throws {
    let folder = try TemporaryFolder()
    let (marriage, business) = try florentine(folder)
    for (arguments, words) in [
      (["ei", "--group-by", "half"], "E-I index"),
      (["assortativity", "--group-by", "half"], "0 where they fall"),
      (["assortativity", "--group-by", "letters"], "number letters"), (["density"], "0.1667"),
      (["cug"], "0.1915"), (["cug", "--of", "centralization", "--given", "size"], "by chance"),
      (["core"], "All possible cores were tried."),
    ] {
      let outcome = try Tool.run(
        ["test", marriage, "--statistic"] + arguments + ["--permutations", "200"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains(words), "\(outcome.output)")
      let csv = try Tool.run(
        ["test", marriage, "--statistic"] + arguments + [
          "--permutations", "50", "--format", "csv",
        ])
      #expect(csv.status == 0 && !Tool.rows(csv.output).isEmpty)
      #expect(!csv.output.lowercased().contains("nan"))
      let again = try Tool.run(
        ["test", marriage, "--statistic"] + arguments + [
          "--permutations", "50", "--format", "csv", "--threads", "3",
        ])
      #expect(again.output == csv.output)
      let japanese = try Tool.run(
        ["test", marriage, "--statistic"] + arguments + ["--permutations", "50", "--lang", "ja"])
      #expect(japanese.output.contains("。"))
    }
    let difference = try Tool.run(
      "test", marriage, business, "--statistic", "density", "--permutations", "500")
    #expect(difference.output.contains("0.0417"))
  }

  @Test(arguments: [
    ("net --statistic ei", Int32(2), "needs --group-by"),
    ("net --statistic ei --group-by haf", 2, "half"),
    ("net --statistic qap", 2, "takes 2"),
    ("net --statistic density --group-by half", 2, "no place"),
    ("net --statistic cug --permutations 0", 2, "1 to 1000000"),
    ("net --statistic cug --given dyad-census", 2, "--given edges"),
    ("net net net --statistic mrqap", 3, "follows from"),
    ("net --statistic core --strengths", 3, "no strengths"),
    ("net nowhere --statistic qap", 3, "nowhere"),
  ])
  func failures(line: String, status: Int32, words: String) throws {
    let folder = try TemporaryFolder()
    let (marriage, _) = try florentine(folder)
    let arguments = line.split(separator: " ").map { $0 == "net" ? marriage : String($0) }
    let outcome = try Tool.run(["test"] + arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    let japanese = try Tool.run(["test"] + arguments + ["--lang", "ja"])
    #expect(japanese.status == status)
    #expect(japanese.errors.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) })
  }

  @Test func limitsAndSyntheticData() throws {
    let stopped = try Tool.run(
      "test", "Graphs/krip-model", "--statistic", "cug", "--permutations", "1000000",
      "--time-limit", "1s")
    #expect(stopped.status == 4, "\(stopped.errors)")
    let estimate = try Tool.run(
      "test", "Graphs/krip-model", "--statistic", "density", "--estimate")
    #expect(estimate.status == 0 && estimate.output.contains("density"))
    for format in ["table", "csv", "json"] {
      let outcome = try Tool.run(
        "test", "Graphs/krip-model", "--statistic", "density", "--permutations", "5", "--format",
        format)
      #expect(outcome.output.lowercased().contains("synthetic"), "\(outcome.output)")
    }
  }
}
