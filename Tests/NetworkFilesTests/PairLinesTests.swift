import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// Lines of two numbers, which are read sixteen bytes at a time, at all lengths and with all that
/// may stand beside the digits.
@Suite struct PairLinesTests {
  private func read(_ text: String) throws -> [[String]] {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let network = try NetworkFile.read(
      folder.write(bytes, to: "pairs.el"), execution: Execution(threads: 1)
    ).network
    return network.ties.indices.map {
      [network.ties.sources[$0], network.ties.targets[$0]].map { network.actors.ids[Int($0)] }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n\r\n"], [" ", "\t"])
  func allLengths(lineEnd: String, separator: String) throws {
    // Digits of different lengths, 1 to 10; the longest that is still a number is 4294967294.
    let numbers = (1...9).map { String("123456789".prefix($0)) } + ["0", "4294967294", "90000000"]
    var pairs: [[String]] = []
    for first in numbers { for second in numbers { pairs.append([first, second]) } }
    let lines = pairs.map { $0.joined(separator: separator) }
    #expect(try read(lines.joined(separator: lineEnd)) == pairs)
    #expect(try read(lines.joined(separator: lineEnd) + lineEnd) == pairs)
  }

  @Test(arguments: ["007", "4294967295", "12345678901", "1:2", "1/2", "é", "1é", "-1", "1."])
  func whatIsNoPlainNumberIsAText(id: String) throws {
    for pair in [[id, "5"], ["5", id], [id, id]] {
      let lines = ["1 2", "33 44", pair.joined(separator: " "), "555 666", "7 8", "9 10", "1 33"]
      #expect(
        try read(lines.joined(separator: "\n"))
          == lines.map { $0.split(separator: " ").map(String.init) })
    }
  }

  /// A byte beside digits is never taken for a digit: each byte value in turn stands in an id.
  @Test func everyByte() throws {
    for byte in UInt8(0x21)...0x7E where byte != UInt8(ascii: "\"") {
      let id = "4" + String(UnicodeScalar(byte)) + "2"
      let lines = ["10 20", "30 \(id)", "\(id) 40", "50 60", "70 80"]
      let text = (["1 2", "3 4"] + lines).joined(separator: "\n")
      #expect(try read(text).dropFirst(2).map { $0.joined(separator: " ") } == lines)
    }
  }
}
