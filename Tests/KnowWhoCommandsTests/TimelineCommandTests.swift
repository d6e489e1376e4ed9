import Foundation
import Testing

@Suite struct TimelineCommandTests {
  private let quick = ["timeline", "Graphs/technomix", "--samples", "3"]

  @Test func tableOfTechnomix() throws {
    let outcome = try Tool.run(quick + ["--from", "1983", "--to", "2009", "--leader", "a氏"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("19") || $0.hasPrefix("20") } == 27)
    #expect(outcome.output.contains("dependence on Person a"))
    #expect(outcome.output.contains("3 sampled timelines"))
    #expect(outcome.output.contains("76 stated in the source"))
  }

  @Test func csvHasBoundsInOrder() throws {
    let outcome = try Tool.run(
      quick + ["--from", "2008", "--to", "2010", "--step", "6m", "--format", "csv"])
    let rows = Tool.rows(outcome.output)
    #expect(
      rows.map { $0["period"] } == [
        "2008-01..2008-06", "2008-07..2008-12", "2009-01..2009-06", "2009-07..2009-12",
        "2010-01..2010-06", "2010-07..2010-12",
      ])
    #expect(rows.map { $0["observed"] } == ["true", "true", "true", "true", "false", "false"])
    for row in rows {
      for name in ["actors", "ties", "memberships", "mean_reach"] {
        // Where nobody certainly has a tie there is no mean.
        if row["actors_min"] == "0", name == "mean_reach" { continue }
        let least = try #require(Double(row[name + "_min"] ?? ""))
        let most = try #require(Double(row[name + "_max"] ?? ""))
        #expect(least <= most, "\(row)")
      }
    }
    #expect(outcome.errors.contains("Outside the time of observation, 1983-11..2009-07"))
  }

  @Test func jsonAndTheChosenLeader() throws {
    let outcome = try Tool.run(quick + ["--from", "2009", "--to", "2009", "--format", "json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["leaderNamed"] as? Bool == false)
    let leader = try #require(json["leader"] as? String)
    #expect(leader != "technomix")
    let notes = (json["notes"] as? [String] ?? []).joined()
    #expect(notes.contains("on whom most hangs by all ties ever"))
    #expect((json["periods"] as? [Any])?.count == 1)
  }

  @Test func chartIsWrittenBesideTheTable() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      quick + ["--lang", "ja", "--leader", "a", "-o", folder.path("chart.svg")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("平均到達団体数"))
    #expect(folder.contents == ["chart.svg"])
    let svg = try String(contentsOf: folder.url("chart.svg"), encoding: .utf8)
    #expect(svg.contains("テクノミクス北九州"))
    #expect(svg.contains("出典：野崎謙二"))
    #expect(svg.contains("a氏への依存度"))
  }

  @Test func syntheticChartsSaySo() throws {
    let folder = try TemporaryFolder()
    let net = try folder.write(
      "title: T\nsynthetic: made <up>\n", to: "net/network.yaml")
    _ = try folder.write("id\na\nb\n", to: "net/actors.csv")
    _ = try folder.write("source,target,began_to,ended_from\na,b,1990,1992\n", to: "net/ties.csv")
    let outcome = try Tool.run(
      "timeline", folder.path("net"), "--from", "1989", "--to", "1993", "-o", folder.path("c.svg"))
    #expect(outcome.status == 0, "\(outcome.errors) \(net)")
    #expect(outcome.output.contains("Synthetic data: made <up>"))
    let svg = try String(contentsOf: folder.url("c.svg"), encoding: .utf8)
    #expect(svg.contains("Synthetic data: made &lt;up&gt;"))
  }

  @Test(arguments: [
    (["--from", "2009", "--to", "1983"], 2, "--from 2009 is after --to 1983"),
    (["--from", "1983-13"], 2, "--from 1983-13"),
    (["--from", "1983-11-01"], 2, "no year or month"),
    (["--step", "1w"], 2, "--step 1w"),
    (["--step", "0y"], 2, "--step 0y"),
    (["--from", "0001", "--to", "2009", "--step", "1m"], 2, "more than 2000"),
    (["--leader", "nobody"], 2, "--leader"),
    (["--ties", "projcet"], 2, "did you mean project"),
    (["--samples", "1"], 2, "--samples 1"),
    (["--introductions", "11"], 2, "--introductions 11"),
    (["--from", "1900", "--to", "1901", "--ties", "project"], 3, "possibly alive"),
  ])
  func badInputIsOneClearError(arguments: [String], status: Int32, hint: String) throws {
    let outcome = try Tool.run(quick + arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aNetworkWithoutTimeOfObservationNeedsDates() throws {
    let outcome = try Tool.run("timeline", "Graphs/kite")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--from and --to"))
  }

  /// Without B in between, a reaches nobody; the members of g reach c only, who is none of them.
  @Test func notViaAndOutside() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      "id,kind\na,firm\nb,firm\nc,firm\nd,firm\ng,group\n", to: "net/actors.csv")
    let ties = ["a,b,business", "b,c,business", "a,g,membership", "d,g,membership"]
    _ = try folder.write(
      "source,target,kind,began_from,began_to,ended_from,ended_to\n"
        + ties.map { "\($0),2000,2000,2005,2005\n" }.joined(), to: "net/ties.csv")
    let arguments = [
      "timeline", folder.path("net"), "--from", "2001", "--to", "2002", "--samples", "2",
      "--format",
      "csv",
    ]
    func reach(_ further: String...) throws -> [String?] {
      let outcome = try Tool.run(arguments + further)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return Tool.rows(outcome.output).map { $0["mean_reach_min"] }
    }
    // a: b, c, d, g. b: a, c, d, g. c: a, b. d: a, b, g. g: a, b, d.
    #expect(try reach() == ["3.2", "3.2"])
    // Not by way of b: a: b, d, g. b: a, c, d, g. c: b. d: a, b, g. g: a, b, d.
    #expect(try reach("--not-via", "b") == ["2.8", "2.8"])
    // a: b, c, g. d: b, g.
    #expect(try reach("--outside", "g") == ["2.5", "2.5"])
    let failed = try Tool.run(arguments + ["--outside", "c"])
    #expect(failed.status == 3)
    #expect(failed.errors.contains("no tie that counts makes anyone a member of it"))
  }
}
