import Foundation
import Testing

@Suite struct PositionsCommandTests {
  /// Two owners each of whom reports nothing, three managers, four workers: who reports to whom.
  private func firm(_ folder: TemporaryFolder) throws -> String {
    var text = "source,target\n"
    for worker in 1...4 {
      for manager in 1...3 { text += "W\(worker),M\(manager)\n" }
    }
    for manager in 1...3 {
      for owner in 1...2 { text += "M\(manager),O\(owner)\n" }
    }
    return try folder.write(text, to: "firm.csv")
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Tool.run(["positions"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test(arguments: [["structural", "3"], ["regular", "3"], ["concor", "4"]])
  func levelsOfAFirm(method: [String]) throws {
    let folder = try TemporaryFolder()
    let file = try firm(folder)
    let found = try json([file, "--directed", "--by", method[0], "--groups", method[1]])
    let positions = try #require(found["positions"] as? [[String: Any]])
    let members = positions.map { position in
      (position["members"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }.sorted()
    }
    #expect(
      Set(members) == [["M1", "M2", "M3"], ["O1", "O2"], ["W1", "W2", "W3", "W4"]], "\(members)")
    // Every block is full or empty.
    #expect((found["fit"] as? Double).map { abs($0 - 1) < 1e-12 } ?? false)
    let image = try #require(found["image"] as? [[Bool]])
    let place = { (name: String) in members.firstIndex { $0.contains(name) } ?? 0 }
    #expect(image[place("W1")][place("M1")] && image[place("M1")][place("O1")])
    #expect(image.joined().count { $0 } == 2)
    #expect((found["densities"] as? [[Double]])?[place("W1")][place("M1")] == 1)
  }

  @Test func tableShowsMembersDensitiesAndImage() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "positions", try firm(folder), "--directed", "--groups", "3", "--compare", "jaccard",
      "--linkage", "single")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Jaccard coefficients"))
    #expect(outcome.output.contains("single linkage"))
    #expect(outcome.output.contains("M1, M2, M3\n"))
    #expect(outcome.output.contains("1.0000"))
    #expect(outcome.output.contains("image  1  2  3\n"))
    #expect(outcome.output.contains("at least 0.2500, that of the whole network."))
  }

  @Test func csvHasARowAnActor() throws {
    let outcome = try Tool.run("positions", "Graphs/karate", "--groups", "5", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(outcome.output.hasPrefix("id,name,kind,position,size\n"))
    #expect(Set(rows.compactMap { $0["id"] }) == Set((1...34).map(String.init)))
    #expect(Set(rows.compactMap { $0["position"] }) == ["1", "2", "3", "4", "5"])
    #expect(outcome.errors.contains("5 positions"))
  }

  @Test func japanese() throws {
    let outcome = try Tool.run(
      "positions", "Graphs/florentine", "--by", "regular", "--lang", "ja")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("正則同値"))
    #expect(outcome.output.contains("--strengths"))
  }

  @Test func regularWithoutDirectionsSaysSo() throws {
    let outcome = try Tool.run("positions", "Graphs/kite", "--by", "regular")
    #expect(outcome.output.contains("all actors that have ties are regularly equivalent"))
  }

  @Test func syntheticDataSaysSo() throws {
    for format in ["table", "csv", "json"] {
      let outcome = try Tool.run("positions", "Graphs/krip-model", "--format", format)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("No tie here"), "\(format)")
    }
  }

  @Test func threadsGiveTheSameBytes() throws {
    let outputs = try ["1", "3", "8"].map {
      try Tool.run("positions", "Graphs/krip-model", "--threads", $0).output
    }
    #expect(Set(outputs).count == 1)
  }

  @Test func strengths() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "source,target,strength\nA,C,5\nA,D,5\nB,C,1\nB,D,1\nE,C,5\nE,D,5\n", to: "s.csv")
    let found = try json([file, "--strengths", "--groups", "3"])
    let members = (found["positions"] as? [[String: Any]] ?? []).map { position in
      (position["members"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    #expect(Set(members) == [["A", "E"], ["C", "D"], ["B"]])
    let failure = try Tool.run("positions", "Graphs/kite", "--strengths")
    #expect(failure.status == 3)
    #expect(failure.errors.contains("no strengths"))
  }

  @Test func moreGroupsThanActors() throws {
    let outcome = try Tool.run("positions", "Graphs/kite", "--groups", "11")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("from 1 to 10"), "\(outcome.errors)")
    let japanese = try Tool.run(
      "positions", "Graphs/kite", "--groups", "11", "--lang", "ja")
    #expect(japanese.errors.contains("1以上 10 以下"), "\(japanese.errors)")
  }

  @Test(arguments: [
    (["--groups", "0"], "--groups 0"), (["--by", "concor", "--groups", "3"], "2, 4, 8"),
    (["--by", "regula"], "regular"), (["--by", "regular", "--compare", "jaccard"], "--compare"),
    (["--by", "concor", "--linkage", "single"], "--linkage"), (["--alpha=-1"], "--alpha -1"),
    (["--alpha", "nan"], "--alpha nan"),
  ])
  func wrongUsage(arguments: [String], hint: String) throws {
    let outcome = try Tool.run(["positions", "Graphs/karate"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func limits() throws {
    let outcome = try Tool.run("positions", "Graphs/karate", "--estimate")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("positions"))
  }
}
