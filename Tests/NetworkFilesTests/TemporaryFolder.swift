import Foundation
import NetworkData
import NetworkFiles
import Testing

/// A folder that a test writes into, gone when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/knowwho-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  subscript(name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let place = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    return self[name]
  }

  /// Writes the two tables of a network folder and returns its path.
  func writeNetwork(
    actors: String = "id\nA\nB\n", ties: String = "source,target\nA,B\n", yaml: String? = nil
  ) throws -> String {
    try write(actors, to: "net/actors.csv")
    try write(ties, to: "net/ties.csv")
    if let yaml { try write(yaml, to: "net/network.yaml") }
    return self["net"]
  }

  /// The text of a file.
  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self[name])), as: UTF8.self)
  }

  /// The names of everything in the folder.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// Returns what is wrong with a file, nil if it reads.
func problem(reading path: String, isDirected: Bool = false) -> FileProblem? {
  do throws(FileProblem) {
    _ = try NetworkFile.read(path, .init(isDirected: isDirected))
    return nil
  } catch {
    expectJapanese(error)
    return error
  }
}

/// Returns what keeps a network from being written, nil if it is.
func problem(
  writing network: Network, to path: String, isStrict: Bool = false
) -> FileProblem? {
  do throws(FileProblem) {
    _ = try NetworkFile.write(network, to: path, isStrict: isStrict)
    return nil
  } catch {
    expectJapanese(error)
    return error
  }
}

/// Expects a problem, and what to do about it, to be told in Japanese as well.
func expectJapanese(_ problem: FileProblem) {
  for phrase in [problem.problem, problem.advice].compactMap({ $0 }) {
    #expect(isJapanese(phrase.japanese), "\(phrase.japanese)")
    #expect(!isJapanese(phrase.english) || phrase.english.contains("\""), "\(phrase.english)")
  }
  #expect(problem.description(in: .en) == problem.description)
  #expect(problem.description(in: .ja).hasPrefix(problem.path))
}

/// Whether a text has kana, as every Japanese sentence does.
func isJapanese(_ text: String) -> Bool {
  text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
}

extension Network {
  /// Each tie as `source target` or `source target strength`, by id.
  var lines: [String] {
    ties.indices.map { tie in
      let ends = [ties.sources[tie], ties.targets[tie]].map { actors.ids[Int($0)] }
      let strength = ties.strengths.map { $0[tie].isNaN ? " -" : " \($0[tie])" } ?? ""
      return ends.joined(separator: " ") + strength
    }
  }
}
