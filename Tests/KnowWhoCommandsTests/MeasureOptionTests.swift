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
}
