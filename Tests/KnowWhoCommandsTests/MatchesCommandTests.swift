import Foundation
import Testing

@Suite struct MatchesCommandTests {
  /// Two groups: X with a1, a2, a3, Y with b1, b2; d is a member of both; a1 and b1 did a project.
  private func network(_ folder: TemporaryFolder) throws -> String {
    _ = try folder.write(
      """
      id,name,name_ja,kind,trade
      X,X group,X会,group,
      Y,Y group,Y会,group,
      Z,Z group,Z会,group,
      a1,Alpha,アルファ,firm,steel
      a2,Beta,ベータ,firm,food
      a3,Gamma,ガンマ,firm,steel
      b1,One,一,firm,steel
      b2,Two,二,firm,food
      d,Dual,両,firm,it
      p,Project,企画,project,

      """, to: "net/actors.csv")
    _ = try folder.write(
      """
      source,target,kind,began_from,began_to,ended_from,ended_to,evidence
      a1,X,membership,2000,2000,2010,,stated
      a2,X,membership,2000,2000,2010,,stated
      a3,X,membership,2000,2000,2010,,stated
      b1,Y,membership,2000,2000,2010,,stated
      b2,Y,membership,2000,2000,2010,,inferred
      d,X,membership,2000,2000,2010,,assumed
      d,Y,membership,2000,2000,2010,,assumed
      a1,p,project,2001,2001,2002,2002,stated
      b1,p,project,2001,2001,2002,2002,stated
      b1,Z,membership,2001,2005,2006,2010,stated

      """, to: "net/ties.csv")
    _ = try folder.write("title: Two groups\n", to: "net/network.yaml")
    return folder.path("net")
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Tool.run(["matches"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// d knows everybody and fills the smaller side; a1 and b1 know each other: 5 of 6 pairs are new,
  /// and in two rounds of at most two pairs four can meet.
  @Test func planInNumbers() throws {
    let folder = try TemporaryFolder()
    let net = try network(folder)
    let plan = try json([net, "X group", "Y", "--hours", "1", "--minutes", "30"])
    #expect(plan["possible_rounds"] as? Int == 2)
    #expect(plan["ceiling"] as? Int == 6)
    #expect(plan["new_pairs"] as? Int == 5)
    #expect(plan["known_pairs"] as? Int == 4)
    #expect(plan["pairs"] as? Int == 4)
    let both = plan["members_of_both"] as? [[String: String]]
    #expect(both == [["id": "d", "name": "Dual"]])
    let sentences = try #require(plan["sentences"] as? [String])
    #expect(sentences.contains { $0.contains("7 stated in the source, 1 inferred") })
    #expect(sentences.contains { $0.hasPrefix("Members of both groups") })
    // Who worked together until 2002 is new again at a meeting of 2009 for who asks for 5 years.
    #expect(try json([net, "X", "Y", "--at", "2009"])["known_pairs"] as? Int == 4)
    let since = try json([net, "X", "Y", "--at", "2009", "--since", "5y"])
    #expect(since["known_pairs"] as? Int == 3)
  }

  @Test func tableNamesRoundsAndByes() throws {
    let folder = try TemporaryFolder()
    let net = try network(folder)
    let outcome = try Tool.run(
      "matches", net, "X", "Y", "--hours", "1", "--minutes", "30", "--complement", "trade")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Round 1, sitting out: "))
    #expect(outcome.output.contains("differ in trade"))
    #expect(outcome.output.contains("4 new pairs meet in 2 of 2 possible rounds"))
    let japanese = try Tool.run("matches", net, "X会", "Y会", "--lang", "ja")
    #expect(japanese.output.contains("第1回の休み："))
    #expect(japanese.output.contains("これが最大です"))
    #expect(japanese.output.contains("アルファ"))
  }

  @Test func csvHasARowAPairAndABye() throws {
    let folder = try TemporaryFolder()
    let net = try network(folder)
    let outcome = try Tool.run(
      "matches", net, "X", "Y", "--hours", "1", "--minutes", "30", "--format", "csv")
    let rows = Tool.rows(outcome.output)
    #expect(rows.count { $0["second_id"] != "" && $0["first_id"] != "" } == 4)
    // Six members, each in both rounds: in a pair or sitting out.
    let seats = rows.flatMap { [$0["first_id"] ?? "", $0["second_id"] ?? ""] }.filter { $0 != "" }
    #expect(seats.count == 12)
    #expect(outcome.errors.contains("new pairs meet"))
  }

  @Test func aGroupWithoutMembers() throws {
    let outcome = try Tool.run("matches", "Graphs/technomix", "technomix", "techno-sun-plaza")
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Techno Sun Plaza has no members in the data"))
    #expect(outcome.errors.contains("MEMBER,techno-sun-plaza,membership"))
    let japanese = try Tool.run(
      "matches", "Graphs/technomix", "technomix", "techno-sun-plaza", "--lang", "ja")
    #expect(japanese.errors.contains("テクノサンプラザの会員がデータにありません"))
    let folder = try TemporaryFolder()
    let net = try network(folder)
    let early = try Tool.run("matches", net, "X", "Z", "--at", "2001")
    #expect(early.status == 3)
    #expect(early.errors.contains("1 are possible: add --possible"))
    let late = try Tool.run("matches", net, "X", "Z", "--at", "2011", "--possible")
    #expect(late.status == 3)
    #expect(late.errors.contains("no members in the data in 2011 (1 at other times)"))
  }

  @Test(arguments: [
    (["X", "X"], "with itself"), (["X", "Q"], "no actor is called Q"),
    (["X", "Y", "--hours", "0"], "--hours 0"), (["X", "Y", "--minutes", "0"], "--minutes 0"),
    (["X", "Y", "--hours", "1", "--minutes", "61"], "does not fit"),
    (["X", "Y", "--since", "5y"], "--since needs --at"),
    (["X", "Y", "--at", "2009", "--since", "few"], "--since few"),
    (["X", "Y", "--at", "2009", "--since=-1y"], "--since -1y"),
    (["X", "Y", "--complement", "trad"], "did you mean trade"),
    (["X", "Y", "--at", "2009-13"], "--at 2009-13"),
  ])
  func wrongUsage(arguments: [String], hint: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(["matches", try network(folder)] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
