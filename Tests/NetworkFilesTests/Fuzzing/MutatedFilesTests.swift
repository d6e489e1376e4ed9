import NetworkData
import NetworkFiles
import Testing

/// Damaged files are refused with a message or read; what is read can be written and read again.
///
/// A short run of what `Tests/Fuzz` does for long: a crash would end the tests.
@Suite struct MutatedFilesTests {
  @Test(arguments: FuzzSeeds.graphs.indices) func damagedFilesDoNoHarm(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    let (format, text) = FuzzSeeds.graphs[seed]
    let other = Array(FuzzSeeds.graphs[(seed + 1) % FuzzSeeds.graphs.count].text.utf8)
    #expect(try Network(contentsOf: folder.write(text, to: "seed.\(format)")).actors.count >= 2)
    var mutator = Mutator(seed: UInt64(seed + 1))
    var readCount = 0
    for _ in 0..<150 {
      let path = try folder.write(
        mutator.mutated(Array(text.utf8), with: other), to: "file.\(format)")
      do throws(FileProblem) {
        let network = try NetworkFile.read(path).network
        readCount += 1
        _ = try NetworkFile.write(network, to: folder["copy.json"])
        expectEqual(try NetworkFile.read(folder["copy.json"]).network, network, format)
      } catch {
        #expect(!error.problem.english.isEmpty && isJapanese(error.problem.japanese), "\(error)")
      }
    }
    #expect(readCount > 0)
  }
}
