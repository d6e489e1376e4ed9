import Foundation
import NetworkData
import NetworkFiles
import Testing

/// Files of the torture collection, and what is said of them here.
struct HostileFiles {
  /// How the names of the files begin.
  var prefixes: [String]
  /// How many there are.
  var count: Int
  /// What a message must hold beside its line, in our words; from `message_must_say`.
  var words: [String: [String]]
  /// Actors and ties of what is read.
  var sizes: [String: (actors: Int, ties: Int)]
  /// What is read without a word, though a warning would do.
  var silent: Set<String> = []

  /// Checks that each is refused or read as `EXPECTED.csv` says, soon and with nothing left behind.
  func check() throws {
    let folder = "\(SharedData.folder)/torture/files"
    let rows = try SharedData.rows(of: "torture/EXPECTED.csv").filter { row in
      prefixes.contains { row[0].hasPrefix($0) }
    }
    try #require(rows.count == count)
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).count
    for row in rows {
      let (file, verdict, line) = (row[0], row[2], row[3])
      var outcome: Result<NetworkFile.Reading, FileProblem>?
      let time = ContinuousClock().measure {
        do throws(FileProblem) {
          outcome = .success(try NetworkFile.read("\(folder)/\(file)"))
        } catch {
          outcome = .failure(error)
        }
      }
      // Two seconds in a release build; a debug build is slower.
      #expect(time < .seconds(20), "\(file) took \(time)")
      switch try #require(outcome) {
      case .success(let reading):
        #expect(verdict != "REJECT", "\(file) was read")
        let found = (reading.network.actors.count, reading.network.ties.count)
        #expect(found == (try #require(sizes[file], "\(file) was read")), "\(file)")
        if verdict.contains("WARN"), !silent.contains(file) {
          #expect(!reading.notes.isEmpty, "\(file): no note")
        }
        #expect(reading.notes.allSatisfy { $0.english.hasPrefix("\(folder)/\(file)") })
        #expect(reading.notes.allSatisfy { isJapanese($0.japanese) })
      case .failure(let problem):
        #expect(!verdict.hasPrefix("ACCEPT"), "\(problem)")
        if let line = Int(line) { #expect(problem.line == line, "\(problem)") }
        for part in try #require(words[file], "\(problem)") {
          #expect(problem.problem.english.contains(part), "\(problem)")
        }
        #expect(problem.advice != nil, "\(problem)")
        #expect(!problem.description.contains("root:"), "\(problem)")
        expectJapanese(problem)
        #expect(problem.description.utf8.count < 1000)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == before)
  }
}
