import Foundation
import Testing

/// Known answers from the command line, to the digits their sources print.
@Suite struct CentralityCommandTests {
  private func scores(
    _ network: String, _ measure: String, _ further: String...
  ) throws -> [String: Double] {
    let outcome = try Tool.run(
      ["centrality", "Graphs/\(network)", "--measure", measure, "--format", "csv"] + further)
    #expect(outcome.status == 0, "\(outcome.errors)")
    var scores: [String: Double] = [:]
    for row in Tool.rows(outcome.output) {
      scores[row["id"] ?? ""] = Double(row[measure] ?? "")
    }
    return scores
  }

  /// Krackhardt 1990; the digits are those of networkx's tests.
  @Test(arguments: [
    ("degree", [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]),
    ("betweenness", [0.0231, 0.0231, 0, 0.1019, 0, 0.2315, 0.2315, 0.3889, 0.2222, 0]),
    (
      "closeness",
      [0.5294, 0.5294, 0.5, 0.6, 0.5, 0.6429, 0.6429, 0.6, 0.4286, 0.3103]
    ),
    (
      "harmonic",
      [0.6759, 0.6759, 0.6204, 0.7870, 0.6204, 0.7593, 0.7593, 0.6667, 0.5185, 0.3796]
    ),
    (
      "constraint",
      [0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1]
    ),
    ("effectiveSize", [2, 2, 1, 3.3333, 1, 3, 3, 2.3333, 2, 1]),
  ])
  func kite(measure: String, expected: [Double]) throws {
    let scores = try scores("kite", measure)
    for (node, value) in expected.enumerated() {
      #expect(abs((scores[String(node)] ?? .nan) - value) < 0.00005, "\(measure) of \(node)")
    }
  }

  /// Padgett and Ansell 1993 by networkx's tests, which print three digits.
  @Test func florentine() throws {
    let betweenness = try scores("florentine", "betweenness")
    let expected = [
      "Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Ridolfi": 0.114,
      "Bischeri": 0.104, "Strozzi": 0.103, "Barbadori": 0.093, "Tornabuoni": 0.092,
      "Castellani": 0.055, "Peruzzi": 0.022,
    ]
    for (family, value) in expected {
      #expect(abs((betweenness[family] ?? .nan) - value) <= 0.0005, "\(family)")
    }
    #expect(try scores("florentine", "betweenness", "--scaling", "raw")["Medici"] == 47.5)
  }

  /// Southern women: Borgatti and Everett 1997, by networkx's tests, which print two digits.
  @Test func davisTwoMode() throws {
    let expected = [
      "E8": [0.78, 0.24, 0.85], "E9": [0.67, 0.23, 0.79], "Nora": [0.57, 0.11, 0.80],
    ]
    for (index, measure) in ["degree", "betweenness", "closeness"].enumerated() {
      let scores = try scores("davis", measure, "--mode", "two-mode")
      for (id, values) in expected {
        #expect(abs((scores[id] ?? .nan) - values[index]) <= 0.005, "\(measure) of \(id)")
      }
    }
  }

  /// The karate club's largest eigenvalue.
  @Test func karateEigenvalue() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/karate", "--measure", "eigenvector", "--format", "json")
    #expect(outcome.output.contains("largest eigenvalue 6.72569"))
  }

  @Test func karateRaw() throws {
    let raw = try scores("karate", "betweenness", "--scaling", "raw")
    #expect(abs((raw["1"] ?? .nan) - 231.0714) < 0.00005)
  }

  /// The one named question of the source paper's project ties.
  @Test func technomixProjects() throws {
    let projected = try scores(
      "technomix", "betweenness", "--ties", "project", "--project", "project", "--kinds", "firm",
      "--scaling", "raw")
    #expect(projected.count == 10)
    #expect(projected["U"] == 20)
    #expect(projected["C"] == 18)
    #expect(projected.filter { $0.value != 0 }.count == 2)

    let asIs = try scores(
      "technomix", "betweenness", "--ties", "project", "--kinds", "firm", "--scaling", "raw")
    #expect(asIs["U"] == 48)
    #expect(abs((asIs["C"] ?? .nan) - 45.67) < 0.005)
  }

  /// A–B–C with strengths 4 and 4 is shorter (¼ + ¼) than the direct tie of strength 1 (1).
  @Test func distancesOfStrengths() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target,strength\nA,B,4\nB,C,4\nA,C,1\n", to: "s.csv")
    let zero = try folder.write("source,target,strength\nA,B,0\n", to: "zero.csv")
    func betweenness(_ lengths: String) throws -> [String?] {
      let outcome = try Tool.run(
        "centrality", file, "--measure", "betweenness", "--scaling", "raw", "--lengths", lengths,
        "--format", "csv")
      return Tool.rows(outcome.output).sorted { $0["id"] ?? "" < $1["id"] ?? "" }
        .map { $0["betweenness"] }
    }
    #expect(try betweenness("steps") == ["0", "0", "0"])
    #expect(try betweenness("inverse-strength") == ["0", "1", "0"])
    let failure = try Tool.run("centrality", zero, "--lengths", "inverse-strength")
    #expect(failure.status == 3)
    #expect(failure.errors.contains("A – B has strength 0"))
    #expect(
      try Tool.run("centrality", "Graphs/kite", "--lengths", "distances").status == 3)
  }

  @Test func rankingBreaksTiesByID() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/kite", "--measure", "degree", "--format", "csv")
    // Degrees 6 5 5 4 4 3 3 3 2 1; equal ones in the order of the ids.
    #expect(
      Tool.rows(outcome.output).compactMap { $0["id"] }
        == ["3", "5", "6", "0", "1", "2", "4", "7", "8", "9"])
  }

  @Test func csvHasAHeaderAndARowAnActor() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/karate", "--measure", "degree,betweenness", "--format", "csv")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "id,name,kind,degree,betweenness")
    #expect(lines.count == 35)
  }

  @Test func jsonNamesTheConvention() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/florentine", "--measure", "closeness", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let measures = try #require(json["measures"] as? [[String: String]])
    #expect(measures.first?["convention"]?.contains("Wasserman–Faust") ?? false)
    #expect((json["actors"] as? [Any])?.count == 15)
  }

  @Test func threadsGiveTheSameBytes() throws {
    let outputs = try ["1", "2", "3", "8"].map {
      try Tool.run(
        "centrality", "Graphs/krip-model", "--format", "csv", "--threads", $0
      ).output
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].hasPrefix("# Synthetic data: "))
  }

  /// A path of four: 3 pairs pass each end tie, 4 the middle one, of 6 in all.
  @Test func tiesByBetweenness() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\nb,a\nb,c\nc,d\n", to: "path.csv")
    let raw = try Tool.run(
      "centrality", file, "--of", "edges", "--scaling", "raw", "--format", "csv")
    #expect(raw.status == 0, "\(raw.errors)")
    let rows = Tool.rows(raw.output)
    #expect(rows.map { $0["source"] } == ["b", "a", "c"])
    #expect(rows.map { $0["target"] } == ["c", "b", "d"])
    #expect(rows.map { $0["betweenness"] } == ["4", "3", "3"])
    #expect(rows.map { $0["rank"] } == ["1", "2", "2"])
    let table = try Tool.run("centrality", file, "--of", "edges", "--top", "1")
    #expect(table.output.contains("Most shortest ways run along the tie b – c: 0.6667."))
    #expect(!table.output.contains("0.5000"))
    let japanese = try Tool.run("centrality", file, "--of", "edges", "--lang", "ja")
    #expect(japanese.output.contains("媒介性"))
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(
          try Tool.run("centrality", file, "--of", "edges", "--format", "json").output.utf8))
        as? [String: Any])
    let ties = try #require(json["ties"] as? [[String: Any]])
    #expect(ties.count == 3)
    #expect((ties[0]["source"] as? [String: String])?["id"] == "b")
    // Directed ties each lead one way: a → b → c.
    let directed = Tool.rows(
      try Tool.run(
        "centrality", try folder.write("source,target\nb,c\na,b\n", to: "way.csv"), "--of", "edges",
        "--directed", "--scaling", "raw", "--format", "csv"
      ).output)
    #expect(
      directed.map { [$0["source"], $0["target"], $0["betweenness"]] }
        == [["a", "b", "2"], ["b", "c", "2"]])
  }

  @Test(arguments: [
    ["--measure", "degree"], ["--kinds", "firm"], ["--mode", "two-mode"], ["--top", "0"],
    ["--match", "igraph"],
  ])
  func tiesAreRankedByBetweennessOnly(_ arguments: [String]) throws {
    let outcome = try Tool.run(["centrality", "Graphs/technomix", "--of", "edges"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--of edges") || outcome.errors.contains("--top 0"))
  }
}
