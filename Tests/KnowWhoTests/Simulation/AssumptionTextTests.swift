import Foundation
import KnowWho
import Testing

@Suite struct AssumptionTextTests {
  private func problem(_ settings: String...) -> String {
    do {
      _ = try GroupAssumptions.read(file: nil, settings: settings)
      return ""
    } catch let error as AssumptionError {
      #expect(error.problem.japanese.contains { !$0.isASCII })
      return error.problem.english
    } catch {
      return "\(error)"
    }
  }

  @Test func everyAssumptionCanBeSet() throws {
    for assumption in Assumption.allCases {
      let meaning = assumption.meaning
      // The end of the range that goes with all the others as usual.
      let value =
        assumption == .strongCost || assumption == .poolSize
        ? meaning.range.upperBound : meaning.range.lowerBound
      let text = assumption.text(of: value)
      let read = try GroupAssumptions.read(file: nil, settings: ["\(assumption.rawValue)=\(text)"])
      #expect(read[assumption] == value)
      let lower = try GroupAssumptions.read(
        file: nil, settings: ["\(assumption.rawValue.lowercased())=\(text)"])
      #expect(lower == read)
    }
  }

  @Test func namesAndRangesAreTold() {
    #expect(problem("A16=1").contains("nearest: A1"))
    #expect(problem("A9=.5").contains("nearest: A9.strong, A9.weak, A9.across, A9.contact"))
    #expect(problem("A5=2").contains("a number from 0 to 0.95"))
    #expect(problem("A6.dimension=2.5").contains("a whole number from 1 to 4"))
    #expect(problem("A4=both").contains("saturating or proportional"))
    #expect(problem("A4=1").contains("saturating or proportional"))
    #expect(problem("A2").contains("such as A2=5"))
    #expect(problem("A2=nan").contains("from 0.1 to 100"))
    #expect(problem("A3=5").contains("A3"))
    #expect(problem("A8.pool=3").contains("A8.pool"))
  }

  @Test func yamlThereAndBack() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "knowwho-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let changed = try GroupAssumptions.read(
      file: nil, settings: ["A2=5", "A4=proportional", "A11=off", "A9.weak=0.1"])
    try changed.yaml.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try GroupAssumptions.read(file: path, settings: []) == changed)
    #expect(try GroupAssumptions.read(file: path, settings: ["A2=4"])[.strongCost] == 4)
    try "A1: 40\nA77: 3\n".write(toFile: path, atomically: true, encoding: .utf8)
    let problem = #expect(throws: FileProblem.self) {
      try GroupAssumptions.read(file: path, settings: [])
    }
    #expect(problem?.line == 2)
    #expect(throws: FileProblem.self) {
      try GroupAssumptions.read(file: path + "-nowhere", settings: [])
    }
  }
}
