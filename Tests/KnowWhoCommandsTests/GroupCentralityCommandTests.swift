import Foundation
import Testing

/// `centrality --of groups`, and the measures that follow every path.
@Suite struct GroupCentralityCommandTests {
  /// Two who reach four others each of a star of two hubs: by hand.
  @Test func twoHubs() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "source,target\nH,a\nH,b\nK,c\nK,d\nH,K\nd,e\n", to: "ties.csv")
    let outcome = try Tool.run(
      "centrality", file, "--of", "groups", "--actors", "H,K", "--actors", "a,b", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = Tool.rows(outcome.output.replacing("\"", with: ""))
    // H and K: a b c d of five outside at one step, e at two; closeness 5/6.
    #expect(outcome.output.contains("\"H, K\",2,0.8,0.8333333333333334,"))
    #expect(rows.count == 2)
    // Pairs of a b c d e whose ways pass H or K: all but d–e of ten.
    #expect(outcome.output.contains("0.8333333333333334,0.9\n"))
    #expect(outcome.output.contains("\"a, b\",2,0.2,"))
    let raw = try Tool.run(
      "centrality", file, "--of", "groups", "--actors", "H,K", "--scaling", "raw", "--measure",
      "degree", "--format", "csv")
    #expect(raw.output.hasSuffix("\"H, K\",2,4\n"))
    let networkx = try Tool.run(
      "centrality", file, "--of", "groups", "--actors", "a,b", "--match", "networkx", "--measure",
      "closeness", "--format", "json")
    // Distances 1 (H), 2 (K), 3 (c, d), 4 (e).
    #expect(networkx.output.contains("0.384615384615384"))
  }

  @Test func byColumn() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/karate", "--of", "groups", "--group-by", "club", "--lang", "ja")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("グループを一まとまりとして見た中心性"))
    #expect(outcome.output.contains("Mr. Hi"))
    let technomix = try Tool.run(
      "centrality", "Graphs/technomix", "--of", "groups", "--group-by", "kind", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(technomix.output.utf8)) as? [String: Any])
    #expect((object["groups"] as? [[String: Any]])?.isEmpty == false)
    #expect((object["conventions"] as? [String])?.count == 3)
  }

  @Test(arguments: [
    (["--of", "groups"], 2, "--group-by COLUMN or --actors"),
    (["--group-by", "club"], 2, "need --of groups"),
    (["--of", "groups", "--group-by", "clab"], 2, "did you mean club?"),
    (["--of", "groups", "--actors", "1,99"], 2, "no actor is called 99"),
    (["--of", "groups", "--actors", "1", "--measure", "pageRank"], 2, "not defined for groups"),
    (["--of", "groups", "--actors", "1", "--scaling", "l2"], 2, "leave out"),
    (["--of", "groups", "--actors", "1", "--match", "igraph"], 3, "no such measure"),
    (["--measure", "degree", "--beta", "0.1"], 2, "add it to --measure"),
    (["--measure", "power", "--beta", "nan"], 2, "--beta"),
    (["--measure", "hierarchy", "--match", "networkx"], 3, "no such measure"),
    (["--measure", "clusteringByStrength", "--match", "networkx"], 3, "Onnela"),
  ])
  func wrongUsage(arguments: [String], status: Int, hint: String) throws {
    let outcome = try Tool.run(["centrality", "Graphs/karate"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  /// networkx 3.6.1 on the karate club: current flow, and the diagonal of exp A.
  @Test func flowsOfKarate() throws {
    let outcome = try Tool.run(
      "centrality", "Graphs/karate", "--match", "networkx", "--measure",
      "currentFlowCloseness,currentFlowBetweenness,subgraph", "--format", "csv")
    let first = try #require(Tool.rows(outcome.output).first { $0["id"] == "1" })
    for (column, expected) in [
      ("currentFlowCloseness", 0.05856710604510158), ("currentFlowBetweenness", 0.4863872083592645),
      ("subgraph", 128.09501352288936),
    ] {
      let score = Double(first[column] ?? "") ?? .nan
      #expect(abs(score - expected) < 1e-9 * expected, "\(column) \(score)")
    }
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\nA,B\nC,D\n", to: "two.csv")
    let parted = try Tool.run(
      "centrality", file, "--match", "networkx", "--measure", "currentFlowCloseness")
    #expect(parted.status == 3)
    #expect(parted.errors.contains("does not reach another"))
  }

  /// Bonacich (1987): in a star a negative beta makes the centre strong, its contacts having nobody
  /// else; with beta 0 power is the degree.
  @Test func power() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\nA,B\nA,C\nA,D\n", to: "star.csv")
    let degree = try Tool.run(
      "centrality", file, "--measure", "power", "--beta", "0", "--scaling", "raw", "--format", "csv"
    )
    #expect(degree.output.contains("A,A,,3"))
    #expect(degree.output.contains("B,B,,1"))
    // c(A) = 3 (1 − .1 c(B)), c(B) = 1 − .1 c(A): c(A) = 2.7 / .97.
    let weak = try Tool.run(
      "centrality", file, "--measure", "power", "--beta=-0.1", "--scaling", "raw", "--format", "csv"
    )
    let score = Tool.rows(weak.output).first { $0["id"] == "A" }?["power"].flatMap { Double($0) }
    #expect(abs((score ?? .nan) - 2.7 / 0.97) < 1e-12)
    // 1 / √3 is an eigenvalue's inverse: there is no solution.
    let none = try Tool.run(
      "centrality", file, "--measure", "power", "--beta", "0.5773502691896258")
    #expect(none.status == 3)
    #expect(none.errors.contains("eigenvalue"))
  }
}
