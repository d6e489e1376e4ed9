import Foundation
import Testing

/// Long work ends at once, and cleanly, when it is told to.
@Suite(.serialized) struct InterruptionTests {
  @Test(arguments: [
    (["centrality", "--measure", "betweenness"], SIGINT, "computing betweenness"),
    (["centrality", "--measure", "betweenness", "--time-limit", "1h"], SIGINT, "computing"),
    (["reach", "--expected"], SIGTERM, "computing expected reach"),
    (["summary"], SIGINT, "computing figures"),
    (["render", "--measure", "betweenness"], SIGTERM, "while"),
  ])
  func endsWithinASecond(arguments: [String], signal: Int32, step: String) throws {
    let folder = try TemporaryFolder()
    let file = try SlowNetwork.write(in: folder)
    let result = folder.path(arguments[0] == "render" ? "result.svg" : "result.csv")
    let clock = ContinuousClock()
    var sent = clock.now
    let outcome = try Tool.run(arguments + [file, "-o", result]) { process in
      // Long enough to have read the file and begun.
      Thread.sleep(forTimeInterval: 2.5)
      #expect(process.isRunning, "the network is not slow enough for this test")
      sent = clock.now
      kill(process.processIdentifier, signal)
    }
    #expect(clock.now - sent < .seconds(1))
    #expect(outcome.status == 128 + signal, "\(outcome.errors)")
    let last = outcome.errors.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix(signal == SIGINT ? "knowwho: interrupted" : "knowwho: terminated"))
    #expect(last.contains(step) && last.hasSuffix("nothing was written"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(folder.contents == ["slow.tsv"])
  }

  @Test func anOlderResultStays() throws {
    let folder = try TemporaryFolder()
    let file = try SlowNetwork.write(in: folder)
    let result = try folder.write("older", to: "result.csv")
    _ = try Tool.run(["centrality", file, "--measure", "betweenness", "-o", result]) { process in
      Thread.sleep(forTimeInterval: 2)
      kill(process.processIdentifier, SIGINT)
    }
    #expect(try String(contentsOfFile: result, encoding: .utf8) == "older")
    #expect(folder.contents == ["result.csv", "slow.tsv"])
  }
}
