// Fuzzes the readers of networks; see README.md.

import Foundation
import NetworkData
import NetworkFiles

/// The format that is fuzzed: the environment's FUZZ_FORMAT.
private let format = ProcessInfo.processInfo.environment["FUZZ_FORMAT"] ?? "graphml"

/// Where each input lies while it is read, in memory where the system has a place for that.
private let path: String = {
  let place =
    FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
  return "\(place)/knowwho-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
}()

/// Formats that hold a whole network, into which what was read is written and read again.
private let wholeFormats = ["graphml", "gexf", "gml", "json", "cyjs", "dot"]

/// The seeds of the format.
private var seeds: [String] {
  switch format {
  case "import": FuzzSeeds.office
  case "xlsx": FuzzSeeds.workbooks
  default: FuzzSeeds.graphs.filter { $0.format == format }.map(\.text)
  }
}

/// Returns the file of an input.
///
/// That is the input itself, but where a changed byte would show nothing but that a checksum is wrong:
/// an Excel file whose parts the input holds, or a binary file with the checksums that it should have.
private func inputFile(of input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  if format == "knowwho", input.count >= 64 { return BinaryFile(Array(input)).resealed }
  guard format == "xlsx", input.first != 0x50 else { return Array(input) }
  var workbook = TestWorkbook([(name: "ties", xml: "")])
  let names = [
    "xl/worksheets/s0.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]
  for (name, part) in zip(names, input.split(separator: 0, maxSplits: 3)) {
    if let place = workbook.parts.firstIndex(where: { $0.name == name }) {
      workbook.parts[place].bytes = Array(part)
    }
  }
  return workbook.bytes
}

/// Reads the file as what is fuzzed.
private func read(_ options: NetworkFile.Options, _ count: Int) throws(FileProblem) -> Network {
  guard format != "import", format != "xlsx" || count % 2 == 0 else {
    var office = OfficeImport.Options()
    office.file = options
    office.file.format = nil
    office.fiscalYear = 2024
    office.byPerson = count % 3 == 0
    return try OfficeImport.read([path], office).network
  }
  return try NetworkFile.read(path, options).network
}

/// Writes the networks of all other formats' seeds as binary files.
private func writeBinarySeeds(to folder: String) {
  for (number, seed) in FuzzSeeds.graphs.enumerated() {
    guard (try? seed.text.write(toFile: path, atomically: true, encoding: .utf8)) != nil else {
      continue
    }
    var options = NetworkFile.Options()
    options.format = seed.format
    guard let network = try? NetworkFile.read(path, options).network else { continue }
    _ = try? NetworkFile.write(network, to: "\(folder)/seed\(number).knowwho")
  }
}

/// Called by libFuzzer before it begins: writes the seeds of the tests into the folder FUZZ_SEEDS.
@_cdecl("LLVMFuzzerInitialize")
public func writeSeeds(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] else { return 0 }
  for (number, seed) in seeds.enumerated() {
    try? seed.write(toFile: "\(folder)/seed\(number)", atomically: true, encoding: .utf8)
  }
  if format == "knowwho" { writeBinarySeeds(to: folder) }
  return 0
}

/// Called by libFuzzer with each input: whatever it is, the reader throws or returns a network, and
/// what it returns can be written and read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let file = fopen(path, "w") else { return 0 }
  let bytes = inputFile(of: UnsafeBufferPointer(start: start, count: count))
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
  var options = NetworkFile.Options()
  options.format = format
  options.limits.bytes = 1 << 26
  options.limits.nodes = 100_000
  options.limits.ties = 100_000
  options.limits.cells = 1_000_000
  guard let network = try? read(options, count) else { return 0 }
  guard network.actors.ids.allSatisfy({ !$0.isEmpty }) else { fatalError("an empty id was read") }
  let other = wholeFormats[count % wholeFormats.count]
  let copy = "\(path).copy"
  do throws(FileProblem) {
    _ = try NetworkFile.write(network, to: copy, as: other)
  } catch {
    // Some characters cannot be written in every format.
    return 0
  }
  options.format = other
  do throws(FileProblem) {
    let again = try NetworkFile.read(copy, options).network
    guard again.actors.ids == network.actors.ids, again.ties.sources == network.ties.sources,
      again.ties.targets == network.ties.targets
    else { fatalError("\(format) to \(other): another network came back") }
  } catch {
    if !error.problem.english.contains("limit") { fatalError("\(format) to \(other): \(error)") }
  }
  return 0
}
