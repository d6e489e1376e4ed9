import Testing

/// Parameters of measures, and other tools' conventions, on the command line.
@Suite struct MeasureOptionTests {
  private func score(_ id: String, _ measure: String, _ further: String...) throws -> Double {
    let outcome = try Tool.run(
      ["centrality", "Graphs/kite", "--measure", measure, "--format", "csv"] + further)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let row = Tool.rows(outcome.output).first { $0["id"] == id }
    return Double(row?[measure] ?? "") ?? .nan
  }

  /// The numbers of the conventions, run with networkx 3.6.1, igraph 1.0.0 and networkit 11.2.2.
  @Test func betweennessOfHeatherByTool() throws {
    #expect(try score("7", "betweenness", "--match", "networkx", "--scaling", "raw") == 14)
    #expect(try score("7", "betweenness", "--match", "igraph") == 14)
    #expect(try score("7", "betweenness", "--match", "networkit") == 28)
    let igraph = try score("7", "betweenness", "--match", "igraph", "--scaling", "scaled")
    #expect(abs(igraph - 0.3111) < 0.00005)
    let ours = try score("7", "betweenness")
    #expect(abs(ours - 0.3889) < 0.00005)
  }

  @Test func theNotesNameToolAndVersion() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/kite", "--measure", "clustering", "--match", "igraph")
    #expect(outcome.output.contains("clustering as in igraph 1.0: "))
    #expect(outcome.output.contains("not defined below two contacts"))
  }

  @Test func katzNamesTheAllowedRange() throws {
    // λ of the kite is 4.306; 1 / λ is .2322.
    let outcome = try Tool.run("centrality", "Graphs/kite", "--measure", "katz", "--alpha", "0.25")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("alpha is 0.25, but must be at least 0, below 0.2322"))
    // Without arcs to walk every node counts the walk of no arc.
    #expect(try score("3", "katz", "--alpha", "0") == 1)
    #expect(try score("3", "katz") > 1)
  }

  /// Without damping the walk stays where it begins: at the actors named, half each.
  @Test func personalizedPageRank() throws {
    #expect(try score("9", "pageRank", "--personalize", "9,3", "--damping", "0") == 0.5)
    #expect(try score("1", "pageRank", "--personalize", "9,3", "--damping", "0") == 0)
  }

  @Test(arguments: [
    (["--alpha=-1"], "--alpha -1"), (["--damping", "1"], "--damping 1"),
    (["--personalize", "Diana"], "--personalize Diana"), (["--personalize", ","], "no actor"),
    (["--match", "gephi"], "networkx"),
    (["--mode", "two-mode", "--match", "igraph"], "--match has no place"),
    (["--epsilon", "0"], "--epsilon 0.0: write"), (["--confidence", "0.5"], "needs --epsilon"),
    (["--epsilon", "0.1", "--confidence", "1"], "--confidence 1.0: write"),
    (["--epsilon", "0.1", "--measure", "degree"], "--epsilon is about betweenness"),
    (["--epsilon", "0.1", "--match", "igraph"], "--epsilon has no place with --match"),
    (["--epsilon", "0.1", "--mode", "two-mode"], "--epsilon has no place with --mode"),
    (["--precision", "3"], "--precision 3: write"),
    (["--precision", "9", "--lengths", "distances"], "--precision has no place with --lengths"),
    (["--delta", "1", "--measure", "decay"], "--delta 1.0: write"),
    (["--delta", "0.3"], "--delta is about decay"),
    (["--delta", "0.3", "--lang", "ja"], "--delta は decay のため"),
  ])
  func wrongUsage(arguments: [String], hint: String) throws {
    let outcome = try Tool.run(["centrality", "Graphs/kite"] + arguments)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }

  @Test func whatAToolDoesNotHave() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/kite", "--measure", "katz", "--match", "igraph")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("katz as in igraph 1.0 cannot be given"))
    #expect(outcome.output.isEmpty)
  }

  /// The kite: node 7 alone leads to 8 and 9, so that its betweenness is 14 of 36 pairs.
  @Test func sampledBetweennessSaysHowFarOffItMayBe() throws {
    let arguments = [
      "centrality", "Graphs/kite", "--measure", "betweenness", "--epsilon", "0.05",
      "--confidence", "0.99",
    ]
    let outcome = try Tool.run(arguments + ["--seed", "3", "--format", "csv"])
    let row = try #require(Tool.rows(outcome.output).first { $0["id"] == "7" })
    let (score, error) = (Double(row["betweenness"] ?? ""), Double(row["betweenness_error"] ?? ""))
    #expect(abs(try #require(score) - 14.0 / 36) <= (try #require(error)))
    #expect(try #require(error) <= 0.05)
    let again = try Tool.run(arguments + ["--seed", "3", "--threads", "1", "--format", "csv"])
    #expect(again.output == outcome.output)
    let other = try Tool.run(arguments + ["--seed", "4", "--format", "csv"])
    #expect(other.output != outcome.output)
    let table = try Tool.run(arguments)
    #expect(table.output.contains("no scaled score is off by more than 0.05"))
    #expect(table.output.contains("(seed 1, "))
  }

  @Test func sketchedHarmonicClosenessSaysHowFarOffItMayBe() throws {
    // At precision 8 the error is 1.04 / 16.
    let outcome = try Tool.run(
      "centrality", "Graphs/kite", "--measure", "harmonic", "--precision", "8")
    #expect(outcome.output.contains("standard error of at most 6.5 %"))
    // Nobody is farther than four steps; half of the sum counts neighbors, who are exact.
    #expect(abs(try score("3", "harmonic", "--precision", "12") - 0.7870) < 0.02)
  }

  /// Node 3 of the kite has six nodes one step away, one two, one three and one four.
  @Test func decayCountsNearOnesMore() throws {
    let found = try score("3", "decay", "--scaling", "raw", "--delta", "0.5")
    #expect(found == 3 + 0.25 + 0.125 + 0.0625)
  }

  /// The first rows are those of all rows, though the others were never computed.
  @Test func topRowsOfAHub() throws {
    let folder = try TemporaryFolder()
    // Nodes of one digit fewer are nearer to the root.
    let text = (1..<12_000).map { "\($0)\t\($0 / 10)\n" }.joined()
    let file = try folder.write(text, to: "tree.tsv")
    let all = try Tool.run("centrality", file, "--measure", "harmonic,degree", "--format", "csv")
    for top in [1, 12] {
      let first = try Tool.run(
        "centrality", file, "--measure", "harmonic", "--top", String(top), "--format", "csv")
      #expect(
        Tool.rows(first.output).map { [$0["id"], $0["harmonic"]] }
          == Tool.rows(all.output).prefix(top).map { [$0["id"], $0["harmonic"]] })
    }
  }

  /// All pairs of rays of a star are two steps apart, exactly so for sketches too.
  @Test func summaryOfALargeStar() throws {
    let folder = try TemporaryFolder()
    let text = (1...20_001).map { "0\t\($0)\n" }.joined()
    let file = try folder.write(text, to: "star.tsv")
    let outcome = try Tool.run("summary", file)
    #expect(outcome.output.contains("≈ 2.00 ± 0.00"))
    #expect(outcome.output.contains("HyperBall"))
    let rows = Tool.rows(try Tool.run("summary", file, "--format", "csv").output)
    let values = Dictionary(uniqueKeysWithValues: rows.map { ($0["figure"] ?? "", $0["value"]) })
    #expect(values["diameter"] == "2")
    #expect(values["meanDistance"] == "")
    let mean = Double((values["meanDistanceEstimate"] ?? "") ?? "") ?? .nan
    // 2 (n − 1) ordered pairs of n (n − 1) are one step apart.
    #expect(abs(mean - (2 - 2.0 / 20_002)) < 1e-9)
    // From the hub every ray is one step away, from a ray no one.
    let directed = Tool.rows(try Tool.run("summary", file, "--directed", "--format", "csv").output)
    #expect(directed.first { $0["figure"] == "diameter" }?["value"] == "1")
    #expect(try Tool.run("summary", file, "--estimate").output.contains("distances"))
  }
}
