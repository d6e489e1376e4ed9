import Foundation
import Testing

/// `cohesion`, `holes`, `brokerage` and `keyplayers`.
@Suite struct StructureCommandTests {
  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try Tool.run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Moody and White (2003) on Zachary's club: articulation at member 1, deepest level 4.
  @Test func cohesionOfKarate() throws {
    let found = try json("cohesion", "Graphs/karate")
    #expect(found["cliques"] as? Int == 25, "networkx: 36 maximal cliques, 11 of them pairs")
    #expect(found["largestClique"] as? Int == 5)
    #expect(found["articulationNodes"] as? Int == 1)
    #expect(found["greatestCoreness"] as? Int == 4)
    #expect(found["deepestKComponent"] as? Int == 4)
    let assortativity = try #require(found["degreeAssortativity"] as? Double)
    #expect(abs(assortativity - -0.47561309768461413) < 1e-12)
    let club = try json("cohesion", "Graphs/karate", "--group-by", "club")
    #expect(try #require(club["assortativity"] as? Double) > 0.7)
  }

  @Test func cohesionListsWhatWasAskedFor() throws {
    let triads = try Tool.run("cohesion", "Graphs/davis", "--triads", "--format", "csv")
    #expect(triads.output.hasPrefix("type,count\n003,2826\n"))
    #expect(Tool.rows(triads.output).count == 16)
    // 32 nodes have 4,960 sets of three.
    #expect(Tool.rows(triads.output).reduce(0) { $0 + (Int($1["count"] ?? "") ?? 0) } == 4_960)
    let parting = try Tool.run("cohesion", "Graphs/kite", "--parting")
    #expect(parting.output.contains("It falls into more parts if any one of these goes:"))
    #expect(try Tool.run("cohesion", "Graphs/kite", "--components").output.contains("who"))
    let both = try Tool.run("cohesion", "Graphs/kite", "--components", "--parting")
    #expect(both.status == 2)
  }

  /// Figures and lists of the kite, by hand and by networkx.
  @Test func furtherListsOfCohesion() throws {
    let kite = try json("cohesion", "Graphs/kite", "--between", "0,9")
    // 0 to 9: by 5 or 6 to 7, then 8 and 9.
    let ways = try #require(kite["ways"] as? [[String: Any]])
    #expect(ways.compactMap { $0["steps"] as? Int } == [4])
    #expect((kite["notes"] as? [String])?.first?.contains("4 steps, by 1 shortest way") ?? false)
    // networkx: global_efficiency and estrada_index.
    #expect(abs((kite["globalEfficiency"] as? Double ?? .nan) - 0.6462962962962963) < 1e-12)
    #expect(abs((kite["estradaIndex"] as? Double ?? .nan) - 87.04207622712568) < 1e-9)
    let plexes = try json("cohesion", "Graphs/kite", "--plexes", "1", "--at-least", "3")
    let cliques = try json("cohesion", "Graphs/kite", "--cliques")
    let members = { (found: [String: Any], key: String) in
      (found[key] as? [[String: Any]])?.compactMap { $0["members"] as? String } ?? []
    }
    #expect(members(plexes, "plexes") == members(cliques, "maximalCliques"))
    #expect(cliques["cliques"] as? Int == 5, "networkx: find_cliques of three or more")
    #expect(members(cliques, "maximalCliques").count == 5)
    let trusses = try json("cohesion", "Graphs/kite", "--trusses")
    let levels = try #require(trusses["trusses"] as? [[String: Any]])
    #expect(levels.first?["ties"] as? Int == 18)
    let japanese = try Tool.run("cohesion", "Graphs/kite", "--between", "0,9", "--lang", "ja")
    #expect(japanese.output.contains("最短の道のりは1通り"))
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\nA,B\nC,D\n", to: "two.csv")
    let parted = try Tool.run("cohesion", file, "--between", "A,C")
    #expect(parted.status == 0)
    #expect(parted.output.contains("No way leads from A to C."))
    let davis = try json("cohesion", "Graphs/davis")
    // networkx: bipartite.robins_alexander_clustering.
    #expect(abs((davis["twoModeClustering"] as? Double ?? .nan) - 0.46776406035665297) < 1e-12)
  }

  @Test func assortativityOfNumbers() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("id,size\nA,1\nB,2\nC,1\nD,2\n", to: "actors.csv")
    _ = try folder.write("source,target\nA,C\nB,D\n", to: "ties.csv")
    let found = try json("cohesion", folder.path(""), "--by-number", "size")
    #expect(found["numericAssortativity"] as? Double == 1)
    _ = try folder.write("id,size\nA,1\nB,large\nC,1\nD,2\n", to: "actors.csv")
    let words = try Tool.run("cohesion", folder.path(""), "--by-number", "size")
    #expect(words.status == 3)
    #expect(words.errors.contains("\"large\" of actor B is not a number"))
    let unknown = try Tool.run("cohesion", folder.path(""), "--by-number", "sise")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean size?"))
  }

  /// One arc of three is returned: 2 of 4 arcs, 1 of 3 pairs that are tied, 1 of 3 pairs in all.
  @Test(arguments: [("igraph", 0.5), ("ucinet", 1.0 / 3), ("sna", 1.0 / 3)])
  func reciprocityAsInOtherTools(tool: String, expected: Double) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target\nA,B\nB,A\nB,C\nC,A\n", to: "ties.csv")
    let found = try json("cohesion", file, "--directed", "--match", tool)
    #expect(abs((found["reciprocity"] as? Double ?? .nan) - expected) < 1e-12)
  }

  @Test(arguments: [
    (["--between", "0"], 2, "two different actors"),
    (["--between", "0,0"], 2, "two different actors"),
    (["--between", "0,77"], 2, "no actor is called 77"), (["--plexes", "0"], 2, "--plexes 0"),
    (["--at-least", "3"], 2, "needs --cliques or --plexes"),
    (["--cliques", "--plexes", "2"], 2, "choose one"),
    (["--plexes", "11"], 3, "only 10 actors"),
  ])
  func wrongCohesion(arguments: [String], status: Int, hint: String) throws {
    let outcome = try Tool.run(["cohesion", "Graphs/kite"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  /// Structural holes as other tools give them: igraph has constraint only, sna nothing.
  @Test func holesAsInOtherTools() throws {
    let igraph = try Tool.run("holes", "Graphs/kite", "--match", "igraph", "--format", "csv")
    #expect(igraph.output.hasPrefix("id,name,kind,contacts,constraint\n"))
    let ucinet = try Tool.run("holes", "Graphs/kite", "--match", "ucinet", "--format", "csv")
    let ego = try Tool.run("holes", "Graphs/kite", "--convention", "ego", "--format", "csv")
    #expect(ucinet.output == ego.output)
    #expect(ego.output.contains("hierarchy"))
    #expect(try Tool.run("holes", "Graphs/kite", "--match", "sna").status == 2)
    #expect(
      try Tool.run("holes", "Graphs/kite", "--match", "ucinet", "--convention", "ego").status == 2)
    #expect(try Tool.run("brokerage", "Graphs/kite", "--match", "igraph").status == 2)
  }

  /// Burt's constraint of the Florentine families (networkx): Medici .2099, Guadagni .25.
  @Test func holesRankTheFreestFirst() throws {
    let outcome = try Tool.run("holes", "Graphs/florentine", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(rows.first?["id"]?.lowercased().contains("medici") ?? false)
    #expect(abs((Double(rows[0]["constraint"] ?? "") ?? .nan) - 0.2099) < 5e-5)
    #expect(outcome.errors.contains("is freest"))
    let ego = try Tool.run("holes", "Graphs/florentine", "--convention", "ego", "--strengths")
    #expect(ego.status == 2)
    #expect(try Tool.run("holes", "Graphs/florentine", "--strengths").status == 3)
  }

  /// A → B → C across two groups: B lets A's word into its own group.
  @Test func brokerageOfAChain() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("id,side\nA,left\nB,right\nC,right\n", to: "actors.csv")
    _ = try folder.write("source,target\nA,B\nB,C\n", to: "ties.csv")
    let path = folder.path("")
    let found = try json("brokerage", path, "--directed", "--group-by", "side")
    let actors = try #require(found["actors"] as? [[String: Any]])
    #expect(actors.first?["id"] as? String == "B")
    #expect(actors.first?["gatekeeper"] as? Int == 1)
    #expect(actors.first?["total"] as? Int == 1)
    let unknown = try Tool.run("brokerage", path, "--group-by", "sida")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean side?"))
    #expect(try Tool.run("brokerage", path, "--permutations", "1").status == 2)
  }

  @Test func brokerageRepeatsWithTheSeed() throws {
    let outputs = try ["1", "1", "2"].map {
      try Tool.run("brokerage", "Graphs/technomix", "--seed", $0, "--permutations", "50").output
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] != outputs[2])
  }

  /// By exhaustive search: karate club, three key players.
  @Test func keyPlayersOfKarate() throws {
    let found = try json("keyplayers", "Graphs/karate", "--count", "3")
    #expect(abs((found["fragmentation"] as? Double ?? .nan) - 0.5698924731182795) < 1e-12)
    #expect(abs((found["reach"] as? Double ?? .nan) - 0.9852941176470589) < 1e-12)
    let within = try json("keyplayers", "Graphs/karate", "--goal", "within", "--steps", "1")
    #expect(abs((within["within"] as? Double ?? .nan) - 18.0 / 34) < 1e-12)
    let quick = try Tool.run(
      "keyplayers", "Graphs/karate", "--count", "3", "--goal", "fragmentation", "--effort", "0")
    #expect(quick.output.contains("could do better by"))
    // Everybody knows so many that no three part anyone: that is seen without a search.
    let synthetic = try Tool.run(
      "keyplayers", "Graphs/krip-model", "--count", "3", "--goal", "fragmentation", "--effort", "0")
    #expect(synthetic.output.contains("no other set does better"))
    #expect(synthetic.output.contains("Synthetic data"))
  }

  @Test func tooManyKeyPlayers() throws {
    let many = try Tool.run("keyplayers", "Graphs/kite", "--count", "9")
    #expect(many.status == 3)
    #expect(many.errors.contains("of 10 actors at most 8 can be chosen"))
    #expect(try Tool.run("keyplayers", "Graphs/kite", "--count", "0").status == 2)
  }

  @Test func japanese() throws {
    for command in ["cohesion", "holes", "brokerage", "keyplayers"] {
      let outcome = try Tool.run(command, "Graphs/technomix", "--lang", "ja")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("つながり82本に基づきます"), "\(command)")
    }
  }
}
