import Foundation
import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// The binary form: nothing is lost, and nothing damaged is believed.
@Suite struct BinaryFormatTests {
  /// A network with every column there is.
  private func fullNetwork(in folder: TemporaryFolder) throws -> Network {
    let path = try folder.writeNetwork(
      actors: "id,name,name_ja,kind,town\nA,Firm A,A社,firm,Kokura\nB,,,,\nｶ,x,が,person,\n",
      ties: """
        source,target,kind,direction,strength,distance,began_from,began_to,ended_from,ended_to,evidence,section,through,note,n
        A,B,business,directed,2,0.5,1983-11,1984,,2009-07-01,stated,III,ｶ,see,1
        B,B,,undirected,1,1,,,,,,,,,
        A,B,kinship,undirected,0,3,,,1990,,assumed,,,,

        """,
      yaml: "title: T\ntitle_ja: 題\nsynthetic: made up\nobserved_from: 1983-11\n")
    return try NetworkFile.read(path).network
  }

  @Test(arguments: ["net.knowwho", "net.knowwho.gz"])
  func everythingComesBack(name: String) throws {
    let folder = try TemporaryFolder()
    let network = try fullNetwork(in: folder)
    #expect(try NetworkFile.write(network, to: folder[name]).isEmpty)
    let again = try NetworkFile.read(folder[name]).network
    #expect(again == network)
    // What is mapped outlives its name.
    try FileManager.default.removeItem(atPath: folder[name])
    #expect(again.lines == network.lines && again.actors.id(2) == "ｶ")
    #expect(again.actors.index(ofID: "B") == 1)
    #expect(try again.graph().graph == network.graph().graph)
  }

  /// Networks of no ties, of one, of one way; and texts may be taken on and added to.
  @Test func smallNetworksComeBack() throws {
    let folder = try TemporaryFolder()
    for pairs in [[], [("a", "b")], [("a", "b"), ("b", "c")]] as [[(String, String)]] {
      for isDirected in [false, true] {
        let given = Network(pairs: pairs)
        var ties = given.ties
        ties.directions = .all(isDirected: isDirected)
        let network = Network(actors: given.actors, ties: ties)
        _ = try NetworkFile.write(network, to: folder["n.knowwho"])
        let again = try NetworkFile.read(folder["n.knowwho"]).network
        #expect(again == network)
        var ids = again.actors.ids
        ids.append("new")
        #expect(Array(ids) == Array(network.actors.ids) + ["new"])
      }
    }
  }

  /// Other formats could not hold them.
  @Test(arguments: [["x", "x"], ["x", ""]])
  func attributesHaveNamesOfTheirOwn(names: [String]) throws {
    let folder = try TemporaryFolder()
    let attributes = names.map { Attribute(name: $0, values: TextColumn(["1", "2"])) }
    let given = Network(pairs: [("A", "B")])
    let network = Network(
      actors: Actors(ids: given.actors.ids, attributes: attributes), ties: given.ties)
    _ = try NetworkFile.write(network, to: folder["n.knowwho"])
    #expect(problem(reading: folder["n.knowwho"]) != nil)
  }

  /// Strengths that were not given are NaN, which no comparison finds equal.
  @Test func whatIsNotGivenStaysSo() throws {
    let folder = try TemporaryFolder()
    let ties = "source,target,strength,distance\nA,B,,2\nB,A,3,\n"
    let network = try NetworkFile.read(folder.writeNetwork(ties: ties)).network
    _ = try NetworkFile.write(network, to: folder["n.knowwho"])
    let again = try NetworkFile.read(folder["n.knowwho"]).network
    #expect(again.lines == ["A B -", "B A 3.0"])
    #expect(again.ties.distances?.map(\.description) == ["2.0", "nan"])
  }

  @Test func theNameOfTheFileDoesNotMatter() throws {
    let folder = try TemporaryFolder()
    let network = try fullNetwork(in: folder)
    _ = try NetworkFile.write(network, to: folder["n.bin"], as: "knowwho")
    #expect(try NetworkFile.read(folder["n.bin"]).network == network)
  }

  private func bytes() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(fullNetwork(in: folder), to: folder["n.knowwho"])
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder["n.knowwho"])))
  }

  /// Every single byte that is changed in header, list or sections is noticed.
  @Test func everyChangedByteIsNoticed() throws {
    let good = try bytes()
    let folder = try TemporaryFolder()
    let sectionCount = Int(good[40])
    var isUsed = [Bool](repeating: false, count: good.count)
    for place in 0..<(64 + 40 * sectionCount) { isUsed[place] = true }
    for section in 0..<sectionCount {
      func number(_ offset: Int) -> Int {
        (0..<8).reduce(0) { $0 | Int(good[64 + 40 * section + offset + $1]) << (8 * $1) }
      }
      for place in number(8)..<(number(8) + number(16)) { isUsed[place] = true }
    }
    // One in five: a debug build takes a while for each.
    for place in stride(from: 0, to: good.count, by: 5) where isUsed[place] {
      var changed = good
      changed[place] ^= 0x11
      let path = try folder.write(changed, to: "n.knowwho")
      let refusal = try #require(problem(reading: path), "byte \(place)")
      #expect(refusal.advice != nil)
    }
  }

  @Test func cutFilesAreRefused() throws {
    let good = try bytes()
    let folder = try TemporaryFolder()
    for length in [0, 1, 63, 64, 100, 1000, good.count - 1] {
      let path = try folder.write(Array(good.prefix(length)), to: "n.knowwho")
      #expect(problem(reading: path) != nil)
    }
  }

  @Test func otherVersionsAndMachinesAreNamed() throws {
    let folder = try TemporaryFolder()
    var changed = try bytes()
    for (version, words) in [(1, "an earlier version"), (3, "a later version")] as [(UInt8, String)]
    {
      changed[8] = version
      let refusal = try #require(problem(reading: folder.write(changed, to: "n.knowwho")))
      #expect(refusal.problem.english.contains(words))
      #expect(refusal.advice?.english.contains("write it again") ?? false)
    }
    changed[8] = 2
    changed.replaceSubrange(12..<16, with: changed[12..<16].reversed())
    let other = try #require(problem(reading: folder.write(changed, to: "n.knowwho")))
    #expect(other.problem.english.contains("order of bytes"))
  }

  /// A forger who mends the checksums: places, lengths, ends, codes and texts are checked besides.
  @Test func forgedFilesAreReadOrRefused() throws {
    let good = try bytes()
    var read = 0
    try Mutator(seed: 3).forEach(of: good, count: 400) { bytes in
      guard bytes.count >= 64 else { return }
      let folder = try TemporaryFolder()
      let path = try folder.write(BinaryFile(bytes).resealed, to: "n.knowwho")
      if let problem = problem(reading: path) {
        #expect(problem.description.utf8.count < 1000)
      } else {
        read += 1
        let network = try NetworkFile.read(path).network
        _ = try network.graph()
        _ = network.lines
      }
    }
    // Some changes are of strengths or letters, which may be anything.
    #expect(read > 0)
  }
}
