import Foundation
import Testing

/// What may have to be stopped runs in a process of its own.
@Suite(.serialized) struct WorkerTests {
  /// A ring of `count` nodes with chords, on which `circo` takes minutes from 300 nodes on.
  private func network(_ count: Int, in folder: TemporaryFolder) throws -> String {
    let lines = (0..<count).flatMap { node in
      [1, 7, 31].map { "\(node)\t\((node + $0) % count)" }
    }
    return try folder.write(lines.joined(separator: "\n") + "\n", to: "ring.tsv")
  }

  @Test func aLayoutEndsWithItsTime() throws {
    let folder = try TemporaryFolder()
    let file = try network(400, in: folder)
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try Tool.run(
      "render", file, "--engine", "circo", "--measure", "none", "--color", "kind",
      "--time-limit", "2s", "-o", folder.path("x.svg"))
    #expect(clock.now - start < .seconds(15))
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("circo") && outcome.errors.contains("force"))
    #expect(folder.contents == ["ring.tsv"])
  }

  @Test func aLayoutEndsWithItsMemory() throws {
    let folder = try TemporaryFolder()
    // neato keeps a distance for every pair of nodes: 10,000 nodes take 200 MB and more.
    let file = try network(10_000, in: folder)
    let outcome = try Tool.run(
      "render", file, "--engine", "neato", "--measure", "none", "--color", "kind",
      "--memory-limit", "120M", "-o", folder.path("x.svg"))
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(folder.contents == ["ring.tsv"])
  }

  @Test func aLimitThatIsNotReachedChangesNothing() throws {
    let folder = try TemporaryFolder()
    let (here, there) = (folder.path("here.svg"), folder.path("there.svg"))
    #expect(try Tool.run("render", "Graphs/davis", "-o", here).status == 0)
    #expect(
      try Tool.run("render", "Graphs/davis", "--time-limit", "5m", "-o", there).status == 0)
    #expect(
      try Data(contentsOf: URL(filePath: here)) == Data(contentsOf: URL(filePath: there)))
  }

  @Test func fdpDrawsTwiceTheSame() throws {
    let folder = try TemporaryFolder()
    let paths = ["1.svg", "2.svg"].map(folder.path)
    for path in paths {
      #expect(try Tool.run("render", "Graphs/davis", "--engine", "fdp", "-o", path).status == 0)
    }
    let pictures = try paths.map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(pictures[0] == pictures[1])
  }

  @Test func noWorkerOutlivesItsParent() throws {
    let folder = try TemporaryFolder()
    let file = try network(400, in: folder)
    let mark = folder.path("orphan.svg")
    _ = try Tool.run([
      "render", file, "--engine", "circo", "--measure", "none", "--color", "kind",
      "--time-limit", "1m", "-o", mark,
    ]) { process in
      Thread.sleep(forTimeInterval: 2)
      let children = Self.children(of: process.processIdentifier)
      #expect(children.count == 1)
      kill(process.processIdentifier, SIGKILL)
      Thread.sleep(forTimeInterval: 1)
      for child in children { #expect(!Self.runs(child), "process \(child) still runs") }
    }
    #expect(folder.contents == ["ring.tsv"])
  }

  @Test func aJobThatIsNoneIsRefused() throws {
    // Standard input is empty: there is no job.
    #expect(try Tool.run("--worker", "layout", "1", "100000000").status == 2)
    #expect(try Tool.run("--worker", "dance", "1", "100000000").status == 2)
  }

  /// The processes that a process has started, as far as the system tells.
  private static func children(of parent: Int32) -> [Int32] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { Int32($0) }
      .filter { status(of: $0)?.contains("PPid:\t\(parent)\n") == true }
  }

  /// Whether a process still works; one that has ended may wait to be asked for its status.
  private static func runs(_ process: Int32) -> Bool {
    status(of: process).map { !$0.contains("State:\tZ") } ?? false
  }

  private static func status(of process: Int32) -> String? {
    try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
  }
}
