import Foundation
import Testing

/// Every failure is one message that says where, what and what to do, with the right exit code.
@Suite struct FailureTests {
  @Test(arguments: [
    (["centrality", "Graphs/kite", "--measure", "betwenness"], "betweenness"),
    (["centrality", "Graphs/technomix", "--kinds", "frim"], "did you mean firm"),
    (["centrality", "Graphs/technomix", "--ties", "projcet"], "did you mean project"),
    (["summary", "Graphs/technomix", "--at", "20099"], "--at 20099"),
    (["summary", "Graphs/technomix", "--possible"], "--at"),
    (["centrality", "Graphs/kite", "--top", "0"], "--top 0"),
    (["centrality", "Graphs/kite", "--threads", "0"], "--threads 0"),
    (["reach", "Graphs/kite", "--introductions", "99"], "--introductions 99"),
    (["centralty", "Graphs/kite"], "did you mean centrality?"),
    (["centrality"], "network"),
  ])
  func wrongUsageExitsWith2(arguments: [String], hint: String) throws {
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func badDataExitsWith3AndNamesTheLine() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("source,target,strength\nA,B,1\nB,C,-2\n", to: "ties.csv")
    let result = folder.path("result.csv")
    let outcome = try Tool.run("centrality", file, "-o", result)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("ties.csv:3:"))
    #expect(outcome.errors.contains("\"-2\""))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(folder.contents == ["ties.csv"])
  }

  @Test func missingFile() throws {
    let outcome = try Tool.run("summary", "Graphs/nowhere")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("Graphs/nowhere: no such file"))
  }

  @Test func folderWithoutTables() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("id\nA\n", to: "net/actors.csv")
    let outcome = try Tool.run("check", folder.path("net"))
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("ties.csv"))
  }

  @Test func emptyViewIsAnError() throws {
    let outcome = try Tool.run("centrality", "Graphs/technomix", "--at", "1900")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("1900"))
  }

  @Test func unwritableOutputLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x", to: "file")
    let outcome = try Tool.run("centrality", "Graphs/kite", "-o", file + "/result.csv")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("cannot be written"))
    #expect(folder.contents == ["file"])
  }

  @Test func helpAndVersionExitWith0() throws {
    for arguments in [["--help"], ["centrality", "--help"], ["--version"]] {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == 0)
      #expect(!outcome.output.isEmpty)
      #expect(outcome.errors.isEmpty)
    }
  }
}
