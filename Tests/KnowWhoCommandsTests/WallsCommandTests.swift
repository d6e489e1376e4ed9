import Foundation
import Testing

@Suite struct WallsCommandTests {
  /// Two triangles and a tie between them: 6 ties within, 1 between.
  private func triangles(_ folder: TemporaryFolder) throws -> String {
    _ = try folder.write(
      "id,team\na,x\nb,x\nc,x\nd,y\ne,y\nf,y\n", to: "net/actors.csv")
    _ = try folder.write("source,target\na,b\na,c\nb,c\nc,d\nd,e\nd,f\ne,f\n", to: "net/ties.csv")
    return folder.path("net")
  }

  @Test func tableNamesIndicesAndChance() throws {
    let folder = try TemporaryFolder()
    let net = try triangles(folder)
    let outcome = try Tool.run("walls", net, "--group-by", "team")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("E-I index -0.7143, wall index 0.8889"))
    #expect(outcome.output.contains("a, b, c"))
    #expect(outcome.output.contains("put into the subgroups at random"))
    #expect(outcome.output.contains("200 tries, seed 1"))
    let japanese = try Tool.run("walls", net, "--lang", "ja")
    #expect(japanese.output.contains("壁指数0.8889"))
    #expect(japanese.output.contains("無作為につなぎ替えた"))
  }

  @Test func jsonAndCSV() throws {
    let folder = try TemporaryFolder()
    let net = try triangles(folder)
    let outcome = try Tool.run("walls", net, "--group-by", "team", "--format", "json")
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(found["ties_within"] as? Int == 6)
    #expect(found["ties_between"] as? Int == 1)
    let bridge = try #require((found["new_bridges"] as? [[String: Any]])?.first)
    #expect(bridge["ties_now"] as? Int == 1)
    let csv = try Tool.run("walls", net, "--group-by", "team", "--format", "csv")
    let rows = Tool.rows(csv.output)
    #expect(rows.compactMap { $0["id"] } == ["a", "b", "c", "d", "e", "f"])
    #expect(rows.filter { $0["other_subgroups"] == "1" }.compactMap { $0["id"] } == ["c", "d"])
    #expect(csv.errors.contains("wall index 0.8889"))
  }

  /// The project ties of the paper fall into those round Inbiomento and those round Tribomics.
  @Test func technomixProjects() throws {
    let outcome = try Tool.run(
      "walls", "Graphs/technomix", "--kinds", "firm", "--ties", "project")
    #expect(outcome.output.contains("A, C, D, G, V"))
    #expect(outcome.output.contains("which by itself makes closed circles"))
    #expect(outcome.output.contains("F, H, I, U, Outsider (Tribomics)"))
  }

  @Test func oneSubgroupAndOneMember() throws {
    let folder = try TemporaryFolder()
    let net = try triangles(folder)
    _ = try folder.write("id,team\na,x\nb,x\nc,x\nd,x\ne,x\nf,x\n", to: "net/actors.csv")
    let one = try Tool.run("walls", net, "--group-by", "team")
    #expect(one.status == 0)
    #expect(one.output.contains("one subgroup only"))
    #expect(one.output.contains("wall index –"))
    _ = try folder.write("id,team\na,x\nb,y\nc,y\nd,y\ne,y\nf,y\n", to: "net/actors.csv")
    let single = try Tool.run("walls", net, "--group-by", "team", "--format", "csv")
    #expect(Tool.rows(single.output).last?["wall_index"] == "")
  }

  @Test func threadsGiveTheSameBytes() throws {
    let outputs = try ["1", "2", "3", "8"].map {
      try Tool.run("walls", "Graphs/technomix", "--runs", "20", "--threads", $0).output
    }
    #expect(Set(outputs).count == 1 && outputs[0].contains("p = "))
  }

  @Test func syntheticDataSaysSo() throws {
    for format in ["table", "csv", "json"] {
      let outcome = try Tool.run(
        "walls", "Graphs/krip-model", "--group-by", "kind", "--runs", "2", "--format", format)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect((outcome.output + outcome.errors).contains("No tie here"), "\(format)")
    }
  }

  @Test(arguments: [
    (["--group-by", "knd"], 2, "did you mean kind"), (["--runs", "0"], 2, "--runs 0"),
    (["--introductions", "11"], 2, "--introductions 11"), (["--top", "0"], 2, "--top 0"),
    (["--group-by", "kind", "--memberships"], 2, "choose one"),
    (["--not-via", "A"], 2, "--not-via has no place"), (["--kinds", "frim"], 2, "firm"),
    (["--at", "1900"], 3, "1900"),
    (["--memberships", "--ties", "kinship"], 3, "member of a group"),
    (["--kinds", "university", "--ties", "kinship"], 3, "no actor is left"),
  ])
  func failures(arguments: [String], status: Int, hint: String) throws {
    let outcome = try Tool.run(["walls", "Graphs/technomix", "--runs", "5"] + arguments)
    #expect(outcome.status == Int32(status), "\(arguments): \(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
  }
}
