import Foundation
import Testing

/// `communities --given`, `--against` and its further methods.
@Suite struct PartitionCommandTests {
  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try Tool.run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// The split of the karate club: modularity .3582 (networkx's karate_club_graph, attribute club).
  @Test func givenGroups() throws {
    let found = try json("communities", "Graphs/karate", "--given", "club", "--against", "club")
    #expect(abs((found["value"] as? Double ?? .nan) - 0.35823471) < 1e-7)
    #expect(found["method"] as? String == "given")
    let agreement = try #require(found["agreement"] as? [String: Any])
    #expect(agreement["adjustedRandIndex"] as? Double == 1)
    #expect(agreement["normalizedMutualInformation"] as? Double == 1)
    #expect(agreement["variationOfInformation"] as? Double == 0)
    let groups = try #require(found["communities"] as? [[String: Any]])
    #expect(groups.compactMap { $0["community"] as? String }.sorted() == ["Mr. Hi", "Officer"])
    // 11 ties cross of 78, and each side's members have 75 or more ties (networkx: .14667).
    for group in groups {
      #expect(abs((group["conductance"] as? Double ?? .nan) - 11.0 / 75) < 1e-12)
    }
    let table = try Tool.run("communities", "Graphs/karate", "--given", "club")
    #expect(table.output.contains("2 groups by club, modularity 0.3582"))
  }

  /// What one run writes is what another can be compared with.
  @Test func againstAFile() throws {
    let folder = try TemporaryFolder()
    let first = folder.path("first.csv")
    #expect(
      try Tool.run("communities", "Graphs/karate", "--format", "csv", "-o", first).status == 0)
    let same = try json("communities", "Graphs/karate", "--against", first)
    #expect((same["agreement"] as? [String: Any])?["adjustedRandIndex"] as? Double == 1)
    // By hand: {A B | C D} beside {A B C D}: pairs together 2 of 6, expected as many; index 0.
    let file = try folder.write("source,target\nA,B\nC,D\n", to: "ties.csv")
    let all = try folder.write("id,group\nA,x\nB,x\nC,x\nD,x\n", to: "all.csv")
    let apart = try json("communities", file, "--against", all)
    let agreement = try #require(apart["agreement"] as? [String: Any])
    #expect(agreement["adjustedRandIndex"] as? Double == 0)
    #expect(abs((agreement["randIndex"] as? Double ?? .nan) - 1.0 / 3) < 1e-12)
    #expect(
      abs((agreement["variationOfInformation"] as? Double ?? .nan) - 0.6931471805599453) < 1e-12)
  }

  /// Girvan and Newman (2002) on the karate club: two parts, but for actor 3 the sides of the split.
  @Test func girvanNewman() throws {
    let outcome = try Tool.run(
      "communities", "Graphs/karate", "--method", "removal", "--groups", "2", "--against", "club",
      "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(Set(rows.compactMap { $0["community"] }).count == 2)
    let sides = Dictionary(grouping: rows) { "\($0["community"] ?? "") \($0["against"] ?? "")" }
    #expect(sides.values.map(\.count).sorted().dropLast(2).reduce(0, +) <= 2)
  }

  @Test func labels() throws {
    let found = try json("communities", "Graphs/krip-model", "--method", "labels")
    #expect((found["communities"] as? [[String: Any]])?.isEmpty == false)
    #expect(found["rounds"] is NSNull)
  }

  @Test func badPartitions() throws {
    let folder = try TemporaryFolder()
    let cases: [(String, Int32, String)] = [
      ("id,group\n1,a\n2,b\n", 3, "32 of 34 actors have no group"),
      ("id,group\n1,a\n99,b\n", 3, ":3: the network has no actor of the id 99"),
      ("id,group\n1,a\n1,b\n", 3, ":3: 1 is in b, but in a on line 2"),
      ("who,group\n1,a\n", 3, "column \"id\" not found"),
      ("id,x,y\n1,a,b\n", 3, "no column says the group"),
    ]
    for (text, status, hint) in cases {
      let file = try folder.write(text, to: "groups.csv")
      for option in ["--against", "--given"] {
        let outcome = try Tool.run("communities", "Graphs/karate", option, file)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(hint), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
    }
    let japanese = try Tool.run(
      "communities", "Graphs/karate", "--against", folder.path("groups.csv"), "--lang", "ja")
    #expect(japanese.errors.contains("グループを示す列がありません"))
  }

  @Test(arguments: [
    (["--groups", "3"], "needs --method removal"),
    (["--given", "club", "--method", "leiden"], "leave out --method"),
    (["--given", "clib"], "did you mean club?"), (["--against", "nowhere.csv"], "no such file"),
    (["--against", "nowhere"], "no such column"),
    (["--method", "removal", "--groups", "0"], "--groups 0"),
  ])
  func wrongUsage(arguments: [String], hint: String) throws {
    let outcome = try Tool.run(["communities", "Graphs/karate"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }

  @Test func moreGroupsThanActors() throws {
    let outcome = try Tool.run(
      "communities", "Graphs/kite", "--method", "removal", "--groups", "11")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("only 10 actors"))
  }
}
