import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// Files of several parts (4 MiB each), read at several thread counts, against a reader that goes
/// line by line.
@Suite(.serialized) struct LargeEdgeListTests {
  /// A linear congruential generator (Knuth's MMIX constants).
  private struct Numbers {
    var state: UInt64
    mutating func next(below limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
  }

  /// What a naive reader finds: ids in the order of first appearance, ends as positions.
  private func readNaively(
    _ bytes: [UInt8]
  ) -> (ids: [String], sources: [UInt32], targets: [UInt32], strengths: [Double]) {
    var (ids, positions): ([String], [String: UInt32]) = ([], [:])
    var ends: [UInt32] = []
    var strengths: [Double] = []
    func position(_ id: String) -> UInt32 {
      if let known = positions[id] { return known }
      positions[id] = UInt32(ids.count)
      ids.append(id)
      return UInt32(ids.count - 1)
    }
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let fields = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
      if fields.isEmpty || fields[0].hasPrefix("#") { continue }
      ends.append(position(fields[0]))
      ends.append(position(fields[1]))
      if fields.count > 2 { strengths.append(Double(fields[2]) ?? .nan) }
    }
    let half = ends.indices.filter { $0 % 2 == 0 }
    return (ids, half.map { ends[$0] }, half.map { ends[$0 + 1] }, strengths)
  }

  private func bytes(lineCount: Int, prefix: String, withStrength: Bool) -> [UInt8] {
    var numbers = Numbers(state: 20_090_701)
    var bytes: [UInt8] = []
    for line in 0..<lineCount {
      if line % 1000 == 999 { bytes += "# comment \(line)\n\n".utf8 }
      bytes +=
        "\(prefix)\(numbers.next(below: 40_000)) \(prefix)\(numbers.next(below: 40_000))".utf8
      if withStrength { bytes += " \(numbers.next(below: 100)).\(numbers.next(below: 1000))".utf8 }
      // All line ends take turns, so that some part begins within each.
      bytes += [[10], [13], [13, 10]][line % 3]
    }
    return bytes
  }

  @Test func wordsAndStrengths() throws {
    let folder = try TemporaryFolder()
    let bytes = bytes(lineCount: 110_000, prefix: "会員番号第", withStrength: true)
    try #require(bytes.count > 4 << 20)
    let path = try folder.write(bytes, to: "large.txt")
    let expected = readNaively(bytes)
    for threads in [1, 2, 3, 8] {
      let network = try NetworkFile.read(path, execution: Execution(threads: threads)).network
      #expect(network.actors.ids == TextColumn(expected.ids), "\(threads) threads")
      #expect(network.ties.sources.array == expected.sources, "\(threads) threads")
      #expect(network.ties.targets.array == expected.targets, "\(threads) threads")
      #expect(network.ties.strengths?.array == expected.strengths, "\(threads) threads")
    }
  }

  @Test func numbersAreOrderedBySize() throws {
    let folder = try TemporaryFolder()
    let bytes = bytes(lineCount: 300_000, prefix: "10", withStrength: false)
    try #require(bytes.count > 4 << 20)
    let path = try folder.write(bytes, to: "large.el")
    let naive = readNaively(bytes)
    let order = naive.ids.indices.sorted { Int(naive.ids[$0]) ?? 0 < Int(naive.ids[$1]) ?? 0 }
    var rank = [UInt32](repeating: 0, count: order.count)
    for (position, id) in order.enumerated() { rank[id] = UInt32(position) }
    for threads in [1, 2, 3, 8] {
      let network = try NetworkFile.read(path, execution: Execution(threads: threads)).network
      #expect(network.actors.ids == TextColumn(order.map { naive.ids[$0] }), "\(threads) threads")
      #expect(
        network.ties.sources.array == naive.sources.map { rank[Int($0)] }, "\(threads) threads")
      #expect(
        network.ties.targets.array == naive.targets.map { rank[Int($0)] }, "\(threads) threads")
      #expect(network.ties.strengths == nil)
    }
  }

  /// One id that is no number, in the last part, makes words of all ids.
  @Test func aLateWord() throws {
    let folder = try TemporaryFolder()
    let bytes =
      bytes(lineCount: 250_000, prefix: "100", withStrength: false) + Array("7 007\n".utf8)
    try #require(bytes.count > 4 << 20)
    let network = try NetworkFile.read(try folder.write(bytes, to: "large.el")).network
    #expect(network.actors.ids == TextColumn(readNaively(bytes).ids))
    #expect(network.lines.last == "7 007")
  }

  /// The first of two errors is named, with its line counted from the top of the file.
  @Test(arguments: [
    ("100000001 100000002\n", "1 2 3 4\n", "expected 2 fields"),
    ("alphabetagamma gammabetaalpha\n", "a\n", "expected 2 fields"),
    ("100000001 100000002 3\n", "1 2 x\n", "\"x\""),
    ("alphabetagamma gammabetaalpha\n", "a \u{0}\n", "NUL"),
  ])
  func lineOfALateError(good: String, bad: String, words: String) throws {
    let folder = try TemporaryFolder()
    let count = (9 << 19) / good.utf8.count
    let goodLines = String(repeating: good, count: count)
    let path = try folder.write(goodLines + bad + good + bad, to: "large.txt")
    for threads in [1, 8] {
      do throws(FileProblem) {
        _ = try NetworkFile.read(path, execution: Execution(threads: threads))
        Issue.record("was read")
      } catch {
        #expect(error.line == count + 1)
        #expect(error.problem.english.contains(words), "\(error)")
      }
    }
  }

  /// A quote in a late part makes a table of the whole file; its line numbers stay right.
  @Test func aLateQuote() throws {
    let folder = try TemporaryFolder()
    let line = "\(String(repeating: "x", count: 50)),\(String(repeating: "y", count: 50))\n"
    let count = (9 << 19) / line.utf8.count
    let text = "source,target\n" + String(repeating: line, count: count)
    let path = try folder.write(text + "\"3, or\nmore\",4\n", to: "large.csv")
    let network = try Network(contentsOf: path)
    #expect(network.ties.count == count + 1)
    #expect(Array(network.actors.ids).suffix(2) == ["3, or\nmore", "4"])
    try folder.write(text + "\"3\n\",4\n5,6,7\n", to: "large.csv")
    #expect(problem(reading: path)?.line == count + 4)
  }
}
