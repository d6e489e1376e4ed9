import Foundation
import NetworkData
import NetworkFiles
import Testing

/// Files that are packed, in other encodings, of a named format, or of none.
@Suite struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private let list = "source,target\nA社,ツバキ\n表計算,能力\n"

  private func ids(_ path: String, _ encoding: TextEncoding? = nil) throws -> [String] {
    var options = NetworkFile.Options()
    options.encoding = encoding
    return Array(try NetworkFile.read(path, options).network.actors.ids)
  }

  /// Written by Python: `gzip.compress(b"source,target\nA,B\n", mtime=0)`.
  private let packed: [UInt8] = Array(
    Data(base64Encoded: "H4sIAAAAAAACAyvOLy1KTtUpSSxKTy3hctRx4gIA985hQxIAAAA=") ?? Data())

  @Test func aPackedFileIsReadAsItsContent() throws {
    #expect(try ids(folder.write(packed, to: "l.csv.gz")) == ["A", "B"])
    // The name need not tell that it is packed; two members are one file.
    #expect(try ids(folder.write(packed, to: "l.csv")) == ["A", "B"])
  }

  @Test func packedMembersFollowEachOther() throws {
    let path = folder["l.csv.gz"]
    let network = Network(pairs: [("A", "B"), ("B", "C")])
    _ = try NetworkFile.write(network, to: path)
    let member = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(member.starts(with: [0x1F, 0x8B]))
    #expect(try Network(contentsOf: path) == network)
    try folder.write(packed + packed.dropLast(0), to: "two.csv.gz")
    // The header of the second member is a tie between two more actors.
    #expect(try ids(folder["two.csv.gz"]) == ["A", "B", "source", "target"])
  }

  @Test(arguments: 2...27)
  func aPackedFileCutShort(length: Int) throws {
    let path = try folder.write(Array(packed.prefix(length)), to: "l.csv.gz")
    let found = try #require(problem(reading: path))
    #expect(found.problem.english.contains("gzip"))
    #expect(found.advice != nil)
  }

  @Test func aPackedFileOfTooMuch() throws {
    let path = try folder.write(packed, to: "l.csv.gz")
    var options = NetworkFile.Options()
    options.limits.bytes = 10
    let found = #expect(throws: FileProblem.self) { try NetworkFile.read(path, options) }
    #expect(found?.problem.english.contains("more than 10 bytes") == true)
    #expect(found?.advice?.english.contains("--limit bytes=") == true)
  }

  /// The bytes are those of the encodings' tables, as Python writes them.
  @Test(
    arguments: [
      (.cp932, "41 8E D0 2C 83 63 83 6F 83 4C 0A 95 5C 8C 76 8E 5A 2C 94 5C 97 CD 0A"),
      (.eucJP, "41 BC D2 2C A5 C4 A5 D0 A5 AD 0A C9 BD B7 D7 BB BB 2C C7 BD CE CF 0A"),
      (
        .utf16,
        "41 00 3E 79 2C 00 C4 30 D0 30 AD 30 0A 00 68 88 08 8A 97 7B 2C 00 FD 80 9B 52 0A 00"
      ),
    ] as [(TextEncoding, String)])
  func textInANamedEncoding(encoding: TextEncoding, hexadecimal: String) throws {
    let bytes = hexadecimal.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    let path = try folder.write(bytes, to: "l.csv")
    #expect(try ids(path, encoding) == ["A社", "ツバキ", "表計算", "能力"])
  }

  @Test(arguments: [false, true])
  func utf16WithAMark(isBigEndian: Bool) throws {
    let units = "\u{FEFF}" + list
    let bytes = units.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    let path = try folder.write(bytes, to: "l.csv")
    #expect(try ids(path) == ["A社", "ツバキ", "表計算", "能力"])
    #expect(try NetworkFile.read(path).notes.contains { $0.english.contains("utf-16") })
  }

  @Test func textThatIsNotInTheNamedEncoding() throws {
    let path = try folder.write([0x41, 0x2C, 0x42, 0x0A, 0x41, 0x2C, 0x85, 0x0A], to: "l.csv")
    var options = NetworkFile.Options()
    options.encoding = .cp932
    let found = #expect(throws: FileProblem.self) { try NetworkFile.read(path, options) }
    #expect(found?.line == 2)
    #expect(found?.problem.english.contains("cp932") == true)
  }

  @Test func aNamedFormat() throws {
    let path = try folder.write("A\tB\n", to: "list.unknown")
    var options = NetworkFile.Options()
    options.format = "tsv"
    #expect(try NetworkFile.read(path, options).network.ties.count == 1)
    options.format = "nonsense"
    let found = #expect(throws: FileProblem.self) { try NetworkFile.read(path, options) }
    #expect(found?.advice?.english.contains("tsv") == true)
  }

  @Test func aStrictWriteRefusesALoss() throws {
    let actors = Actors(
      ids: TextColumn(["A", "B"]), names: TextColumn(["Firm A", "Firm B"]))
    let network = Network(actors: actors, ties: Ties(sources: [0], targets: [1]))
    let found = #expect(throws: FileProblem.self) {
      try NetworkFile.write(network, to: folder["l.csv"], isStrict: true)
    }
    #expect(found?.problem.english.contains("names of actors") == true)
    #expect(try folder.names() == [])
    #expect(try NetworkFile.write(network, to: folder["l.csv"]).count == 1)
    #expect(try NetworkFile.write(network, to: folder["net"], isStrict: true) == [])
  }
}
