import GraphStructure
import NetworkData
import NetworkFiles
import Testing

@Suite struct MatrixMarketTests {
  private func read(_ text: String) throws -> NetworkFile.Reading {
    try network(text, as: "f.mtx", in: TemporaryFolder())
  }

  @Test func symmetryTellsDirections() throws {
    let body = "\n% a comment\n\n3 3 3\n2 1 0.5\n3 1 2\n3 3 1\n"
    let general = try read("%%MatrixMarket matrix coordinate real general" + body).network
    #expect(general.pairs == ["2 > 1", "3 > 1", "3 > 3"])
    #expect(general.ties.strengths == [0.5, 2, 1])
    let symmetric = try read("%%matrixmarket MATRIX Coordinate Real SYMMETRIC" + body).network
    #expect(symmetric.pairs == ["1 - 2", "1 - 3", "3 - 3"])
    let skew = try read(
      "%%MatrixMarket matrix coordinate integer skew-symmetric\n2 2 1\n2 1 3\n"
    ).network
    #expect(skew.pairs == ["2 > 1", "1 > 2"])
    #expect(skew.ties.attributes.first.map { Array($0.values) } == ["3", "-3"])
    let pattern = try read("%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n").network
    #expect(pattern.pairs == ["1 > 2"])
    #expect(pattern.ties.strengths == nil)
  }

  @Test func denseMatricesStandInColumns() throws {
    let general = try read("%%MatrixMarket matrix array real general\n2 2\n0\n3\n4\n5\n")
    #expect(general.network.pairs == ["2 > 1", "1 > 2", "2 > 2"])
    #expect(general.network.ties.strengths == [3, 4, 5])
    #expect(general.notes.count == 1)
    let symmetric = try read("%%MatrixMarket matrix array integer symmetric\n3 3\n1 2 0\n0 3\n0\n")
    #expect(symmetric.network.pairs == ["1 - 1", "1 - 2", "2 - 3"])
    let skew = try read("%%MatrixMarket matrix array real skew-symmetric\n3 3\n1\n0\n2\n")
    #expect(skew.network.pairs == ["2 > 1", "3 > 2", "1 > 2", "2 > 3"])
  }

  @Test func rectanglesAreOfTwoModes() throws {
    let reading = try read("%%MatrixMarket matrix coordinate pattern general\n2 3 2\n1 3\n2 1\n")
    #expect(reading.network.pairs == ["r1 - c3", "r2 - c1"])
    #expect(reading.network.actors.kinds?.words == ["", "mode1", "mode2"])
    #expect(reading.notes.count == 1)
  }

  @Test func zerosThatAreGivenAreTies() throws {
    let ties = try read("%%MatrixMarket matrix coordinate integer general\n2 2 1\n1 2 0\n").network
      .ties
    #expect(ties.strengths == [0])
  }

  @Test(arguments: [
    ("%%MatrixMarket matrix coordinate real general\n2 2 1\n1 2\n", 3),
    ("%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2 3\n", 3),
    ("%%MatrixMarket matrix coordinate real symmetric\n2 3 1\n1 2 1\n", 2),
    ("%%MatrixMarket matrix coordinate real general\n2 2 9999999999999999999\n", 2),
    ("%%MatrixMarket matrix array real general\n2 2\n1 2 3\n", 3),
    ("%%MatrixMarket matrix array pattern general\n2 2\n", 1),
    ("%%MatrixMarket matrix array real general\n1 1\n1\n2\n", 4),
    ("%%MatrixMarket matrix coordinate real general\n2 2 1\n-1 2 1\n", 3),
    ("%%MatrixMarket vector coordinate real general\n2 2 1\n", 1),
  ])
  func brokenFiles(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let found = problem(reading: try folder.write(text, to: "f.mtx"))
    #expect(found?.line == line, "\(found?.description ?? text)")
  }

  /// Long enough to be cut into parts, which must meet at the lines.
  @Test func partsAreReadAsOne() throws {
    let folder = try TemporaryFolder()
    let count = 300_000
    var text = "%%MatrixMarket matrix coordinate integer general\n\(count) \(count) \(count - 1)\n"
    for row in 1..<count { text += "\(row) \(row + 1) \(row % 7)\n" }
    for threads in [1, 3] {
      let network = try NetworkFile.read(
        try folder.write(text, to: "f.mtx"), execution: .init(threads: threads)
      ).network
      #expect(network.ties.sources.elementsEqual(0..<UInt32(count - 1)))
      #expect(network.ties.targets.elementsEqual(1..<UInt32(count)))
      #expect(network.ties.strengths?.array == (1..<count).map { Double($0 % 7) })
    }
  }
}

@Suite struct METISTests {
  @Test func weightsAndIsolates() throws {
    let folder = try TemporaryFolder()
    let plain = try network("% x\n4 2\n2\n1 3\n2\n\n", as: "a.graph", in: folder).network
    #expect(plain.pairs == ["1 - 2", "2 - 3"])
    #expect(plain.actors.count == 4)
    let weighted = try network(
      "3 2 011 2\n1 2 2 5\n3 4 1 5 3 7\n5 6 2 7\n", as: "b.metis", in: folder
    ).network
    #expect(weighted.pairs == ["1 - 2", "2 - 3"])
    #expect(weighted.ties.strengths == [5, 7])
    #expect(weighted.actors.attributes.map(\.name) == ["weight1", "weight2"])
    #expect(Array(weighted.actors.attributes[1].values) == ["2", "4", "6"])
    let sized = try network("2 1 100\n9 2\n8 1\n", as: "c.graph", in: folder).network
    #expect(sized.actors.attributes.map(\.name) == ["size"])
  }

  @Test(arguments: [
    ("3 2\n2\n1 3\n\n", 3), ("3 1\n2\n1\n", 3), ("2 1\n2\n1\n1\n", 4), ("2 1\n3\n\n", 2),
    ("2 1 1\n2\n1 1\n", 2), ("2 1 1\n2 3\n1 4\n", 3), ("2\n", 1), ("2 1 10\n\n\n", 2),
    ("2 1 2\n", 1),
    ("99999999999 1\n", 1),
  ])
  func brokenFiles(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let found = problem(reading: try folder.write(text, to: "f.graph"))
    #expect(found?.line == line, "\(found?.description ?? text)")
  }

  @Test func aWrongCountOfEdgesIsSaid() throws {
    let folder = try TemporaryFolder()
    #expect(try network("2 7\n2\n1\n", as: "f.graph", in: folder).notes.count == 1)
  }
}
