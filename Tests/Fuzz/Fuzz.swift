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

/// Called by libFuzzer before it begins: writes the seeds of the tests into the folder FUZZ_SEEDS.
@_cdecl("LLVMFuzzerInitialize")
public func writeSeeds(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] else { return 0 }
  for (number, seed) in FuzzSeeds.graphs.enumerated() where seed.format == format {
    try? seed.text.write(toFile: "\(folder)/seed\(number)", atomically: true, encoding: .utf8)
  }
  return 0
}

/// Called by libFuzzer with each input: whatever it is, the reader throws or returns a network, and
/// what it returns can be written and read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let file = fopen(path, "w") else { return 0 }
  fwrite(start, 1, count, file)
  fclose(file)
  var options = NetworkFile.Options()
  options.format = format
  options.limits.bytes = 1 << 26
  options.limits.nodes = 100_000
  options.limits.ties = 100_000
  options.limits.cells = 1_000_000
  guard let network = try? NetworkFile.read(path, options).network else { return 0 }
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
