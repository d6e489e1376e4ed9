import Foundation
import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// The graph that a binary file holds: that of its columns, or the file is refused.
@Suite struct BinaryGraphTests {
  /// Ties in no order, with loops and parallels.
  private func network(isDirected: Bool, hasValues: Bool) -> Network {
    let given = Network(
      pairs: (0..<200).map { ("n\($0 * 7 % 23)", "n\($0 * $0 % 19)") } + [("x", "y"), ("x", "x")])
    var ties = given.ties
    ties.directions = .all(isDirected: isDirected)
    if hasValues {
      ties.strengths = Column(ties.indices.map { $0 % 5 == 0 ? .nan : Double($0 % 7) / 2 })
      ties.distances = Column(ties.indices.map { $0 % 4 == 0 ? .nan : Double($0 % 3 + 1) })
    }
    return Network(actors: given.actors, ties: ties)
  }

  private func file(_ network: Network) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(network, to: folder["n.knowwho"])
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder["n.knowwho"])))
  }

  /// Asks for every kind of view: those that the file holds and those that it does not.
  @Test(arguments: [false, true], [false, true])
  func theStoredGraphIsThatOfTheColumns(isDirected: Bool, hasValues: Bool) throws {
    let network = network(isDirected: isDirected, hasValues: hasValues)
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(network, to: folder["n.knowwho"])
    #expect(BinaryFile(try file(network)).entry(of: 102) != nil)
    let opened = try NetworkFile.read(folder["n.knowwho"]).network
    for direction in ViewDirection.allCases {
      let (found, expected) = (
        try opened.graph(direction: direction), try network.graph(direction: direction)
      )
      #expect(found.graph == expected.graph)
      #expect(found.mergedTieCount == expected.mergedTieCount && found.mergedTieCount > 0)
      #expect(found.droppedLoopCount == expected.droppedLoopCount && found.droppedLoopCount > 0)
      #expect(found.actors == expected.actors && found.ties == expected.ties)
    }
    // Written again from the mapping, it is the same file.
    _ = try NetworkFile.write(opened, to: folder["again.knowwho"])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder["again.knowwho"]))
        == Data(contentsOf: URL(fileURLWithPath: folder["n.knowwho"])))
    // What is mapped outlives its name.
    let graph = try opened.graph().graph
    try FileManager.default.removeItem(atPath: folder["n.knowwho"])
    #expect(graph == (try network.graph().graph))
  }

  /// A network of which some ties are directed and some are not holds no graph.
  @Test func mixedDirectionsHaveNoStoredGraph() throws {
    let given = network(isDirected: false, hasValues: false)
    var ties = given.ties
    ties.directions = .each(isDirected: ties.indices.map { $0 % 2 == 0 })
    let mixed = Network(actors: given.actors, ties: ties)
    #expect(BinaryFile(try file(mixed)).entry(of: 102) == nil)
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(mixed, to: folder["n.knowwho"])
    #expect(
      try NetworkFile.read(folder["n.knowwho"]).network.graph().graph == mixed.graph().graph)
  }

  /// Sections by their numbers; every change is sealed again, so that no checksum tells.
  @Test func whatContradictsIsRefused() throws {
    let changes: [(section: Int, change: (inout ArraySlice<UInt8>) -> Void)] = [
      // Sources, targets, ends of arcs: an actor that is not there.
      (50, { $0[$0.startIndex + 1] = 1 }), (51, { $0[$0.endIndex - 1] = 0x80 }),
      (102, { $0[$0.startIndex + 3] = 0xFF }), (106, { $0[$0.endIndex - 2] = 1 }),
      // Offsets that fall, lead out of the arcs, or do not begin at 0 or end at their number.
      (101, { $0[$0.startIndex + 8] &+= 64 }), (101, { $0[$0.startIndex + 15] = 0x80 }),
      (101, { $0[$0.startIndex + 12] = 1 }), (101, { $0[$0.startIndex] = 1 }),
      (105, { $0[$0.endIndex - 8] &+= 1 }), (105, { $0[$0.startIndex + 16] = 0 }),
      // Ends that do not ascend within a row.
      (102, { $0[$0.startIndex + 4] = $0[$0.startIndex] }),
      (106, { $0[$0.startIndex + 4] = $0[$0.startIndex] }),
      // Columns that are not those of which the graph was made.
      (50, { $0[$0.startIndex] ^= 1 }), (52, { $0[$0.startIndex] = 0 }),
      (56, { $0[$0.startIndex + 8] ^= 1 }), (57, { $0[$0.startIndex + 8] ^= 1 }),
      // Loops and the mark of the columns.
      (100, { $0[$0.startIndex + 4] = 1 }), (100, { $0[$0.startIndex] = 200 }),
      (100, { $0[$0.startIndex + 8] ^= 1 }),
      // Strengths below 0, distances that are 0 or infinite.
      (103, { $0[$0.startIndex + 7] = 0x80 | 0x3F }), (108, { $0[$0.startIndex + 7] = 0xFF }),
      (104, { part in for byte in 0..<8 { part[part.startIndex + byte] = 0 } }),
      // An id that stands twice: n7 becomes n0, which is there.
      (10, { $0[$0.startIndex + 5] = UInt8(ascii: "0") }),
      // No id, as the first offset of the second is 0, or the last ones are alike.
      (11, { $0[$0.startIndex + 8] = 0 }),
      (
        11,
        { part in
          let last = part.endIndex - 8
          for byte in 0..<8 { part[last - 8 + byte] = part[last + byte] }
        }
      ),
      // A NUL, which no text of a network holds. Found by fuzzing.
      (10, { $0[$0.startIndex] = 0 }),
    ]
    let good = try file(network(isDirected: true, hasValues: true))
    let folder = try TemporaryFolder()
    #expect(problem(reading: try folder.write(BinaryFile(good).resealed, to: "n.knowwho")) == nil)
    for (number, (section, change)) in changes.enumerated() {
      var changed = BinaryFile(good)
      changed.change(section, change)
      #expect(changed.bytes != good, "change \(number) of section \(section)")
      let found = problem(reading: try folder.write(changed.resealed, to: "n.knowwho"))
      let refusal = try #require(found, "change \(number) of section \(section)")
      #expect(refusal.advice != nil)
      expectJapanese(refusal)
    }
  }

  @Test func sectionsThatLieOverEachOtherAreRefused() throws {
    let good = BinaryFile(try file(network(isDirected: true, hasValues: true)))
    let folder = try TemporaryFolder()
    let (targets, sources) = (try #require(good.entry(of: 51)), try #require(good.entry(of: 50)))
    var same = good
    same.put(UInt64(good.number(sources + 8)), targets + 8)
    var longer = good
    longer.put(UInt64(good.number(sources + 16) + 64), sources + 16)
    var twice = good
    twice.bytes[targets] = 50
    for file in [same, longer, twice] {
      let found = problem(reading: try folder.write(file.resealed, to: "n.knowwho"))
      #expect(found?.problem.english.contains("list of sections") ?? false)
    }
  }

  /// Cut at the bounds of all sections, and a byte beside them, with and without the right seals.
  @Test func cutFilesAreRefused() throws {
    let good = BinaryFile(try file(network(isDirected: false, hasValues: true)))
    let folder = try TemporaryFolder()
    for bound in good.bounds + [64] {
      for length in [bound - 1, bound, bound + 1] where length < good.bytes.count {
        var cut = BinaryFile(Array(good.bytes.prefix(length)))
        #expect(problem(reading: try folder.write(cut.bytes, to: "n.knowwho")) != nil)
        guard length >= 64 else { continue }
        cut.bytes = cut.resealed
        #expect(problem(reading: try folder.write(cut.bytes, to: "n.knowwho")) != nil)
      }
    }
  }
}
