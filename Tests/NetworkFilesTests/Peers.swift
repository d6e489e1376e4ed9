import Foundation

/// Other programs that read networks, where they are installed.
enum Peers {
  /// What Graphviz's `gc` counts in a file: nodes and edges; nil where it is not installed.
  static let countsOfGraphviz: (@Sendable (_ path: String) -> [Int]?)? = {
    guard run(["gc", "-?"]) != nil else { return nil }
    return { path in
      run(["gc", "-n", "-e", path]).map {
        $0.split(separator: " ").prefix(2).compactMap { Int($0) }
      }
    }
  }()

  /// A Python that has networkx, or igraph, or both: that of `KNOWWHO_PYTHON`, else `python3`.
  static let python: (path: String, libraries: [String])? = {
    let path = ProcessInfo.processInfo.environment["KNOWWHO_PYTHON"] ?? "python3"
    let libraries = ["networkx", "igraph"].filter { run([path, "-c", "import \($0)"]) != nil }
    return libraries.isEmpty ? nil : (path, libraries)
  }()

  /// Runs a program.
  ///
  /// - Parameter command: Its name and arguments.
  /// - Returns: What it writes; nil if it fails or is not there.
  static func run(_ command: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // 255: `gc` asked for its usage.
    let isUsage = command.last == "-?" && process.terminationStatus != 127
    guard process.terminationStatus == 0 || isUsage else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
