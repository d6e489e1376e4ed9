import Foundation
import Testing

/// `knowwho import`, as an officer runs it.
@Suite struct ImportCommandTests {
  private let lists = ["members", "attendance", "projects", "contacts"].map {
    "Examples/city-hall/\($0).csv"
  }

  @Test func theExampleBecomesANetwork() throws {
    let folder = try TemporaryFolder()
    let net = folder.path("net")
    let first = try Tool.run(["import"] + lists + ["-o", net, "--group", "会"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("Synthetic data: "))
    #expect(first.output.contains("Below the 50 % rule: 2"))
    #expect(first.output.contains("4 pairs of names may be one"))
    #expect(first.errors.contains("read as cp932"))
    #expect(folder.contents == ["net", "net-names.csv"])
    let second = try Tool.run(
      ["import"] + lists
        + ["-o", net, "--accept", "Examples/city-hall/accepted-names.csv", "--lang", "ja"])
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.output.contains("承認された4件"))
    #expect(second.output.contains("架空のデータです"))
    let check = try Tool.run("check", net)
    #expect(check.status == 0 && check.output.contains("18 actors, 89 ties"))
  }

  @Test func pseudonymsHaveTheirKeyApart() throws {
    let folder = try TemporaryFolder()
    let (net, key) = (folder.path("net"), folder.path("key.csv"))
    let run = try Tool.run(
      ["import"] + lists + ["-o", net, "--pseudonymise", key, "--seed", "1"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.contains("株式会社"))
    let files = try ["actors.csv", "ties.csv"].map {
      try String(contentsOf: folder.url("net/\($0)"), encoding: .utf8)
    }
    #expect(files.allSatisfy { !$0.contains("株式会社") && !$0.contains("若戸") })
    for name in ["key.csv", "net-names.csv"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
    let inside = try Tool.run(["import"] + lists + ["-o", net, "--pseudonymise", net + "/key.csv"])
    #expect(inside.status == 2)
  }

  /// A sheet that is none of the lists: its columns, and an example; nothing is written.
  @Test(arguments: ["en", "ja"])
  func otherSheetsAreRefused(language: String) throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("いぬ,ねこ\n1,2\n", to: "list.csv")
    let run = try Tool.run(["import", list, "-o", folder.path("net"), "--lang", language])
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("\(list):1") && run.errors.contains("\"いぬ\", \"ねこ\""))
    #expect(run.errors.contains(language == "ja" ? "会社名,相手先" : "firm,person,joined"))
    #expect(folder.contents == ["list.csv"])
  }
}
