import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// Text ids, which are hashed and compared eight bytes at a time, at all lengths.
@Suite struct TextIDTests {
  /// Ids that differ in one byte only, or in their length, are told apart; equal ones are one.
  @Test func allLengths() throws {
    let folder = try TemporaryFolder()
    var ids: [String] = []
    for length in 1...20 {
      let id = String(repeating: "a", count: length)
      ids.append(id)
      for place in 0..<length { ids.append(id.prefix(place) + "b" + id.dropFirst(place + 1)) }
    }
    let lines = ids.indices.map { "\(ids[$0]) \(ids[(7 * $0 + 3) % ids.count])" }
    // Without a line end after the last id, nothing stands behind it in the file.
    let path = try folder.write(Array(lines.joined(separator: "\n").utf8), to: "words.txt")
    let network = try NetworkFile.read(path, execution: Execution(threads: 1)).network
    let read = network.ties.indices.map {
      "\(network.actors.id(Int(network.ties.sources[$0]))) "
        + network.actors.id(Int(network.ties.targets[$0]))
    }
    #expect(read == lines)
    #expect(Set(network.actors.ids).count == network.actors.count)
    #expect(Set(network.actors.ids) == Set(ids))
  }

  @Test(arguments: 0..<20)
  func flawsAreSeenAtEveryPlace(place: Int) throws {
    let folder = try TemporaryFolder()
    for (byte, words) in [(UInt8(0), "NUL byte"), (0xFF, "invalid UTF-8")] {
      var line = Array("abcdefghij klmnopqrst".utf8)
      line[place < 10 ? place : place + 1] = byte
      let path = try folder.write(Array("a b\nc d\n".utf8) + line, to: "flaw.txt")
      let problem = #expect(throws: FileProblem.self) { try NetworkFile.read(path) }
      #expect("\(try #require(problem))".contains(words))
      #expect("\(try #require(problem))".contains("3"))
    }
  }
}
