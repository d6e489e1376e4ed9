internal import CGraphvizShim

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a process of its own is started for.
package enum WorkerJob: String, Sendable, CaseIterable {
  /// Places the nodes of a sheet by an engine of Graphviz.
  case layout

  /// The first argument of a process that is started for a job; no command has this name.
  static let argument = "--worker"

  /// Does the job.
  ///
  /// - Parameter input: What ``Worker/run(_:input:limits:)`` was given.
  /// - Returns: What it hands back.
  /// - Throws: An error whose description becomes the message of ``WorkerError/failed(message:)``.
  private func output(for input: [UInt8]) throws -> [UInt8] {
    switch self {
    case .layout: try LayoutJob.output(for: input)
    }
  }

  /// Does the job that the arguments name and ends the process; returns where they name none.
  ///
  /// - Parameter arguments: Those of the process, its own name first.
  package static func serve(_ arguments: [String]) {
    guard arguments.count == 5, arguments[1] == argument,
      let job = WorkerJob(rawValue: arguments[2])
    else { return }
    kw_child_limit(Double(arguments[3]) ?? 0, Int(arguments[4]) ?? 0)
    guard let message = WorkerMessage.read() else { exit(2) }
    kw_child_watch_parent()
    do {
      write(try job.output(for: message.bytes), to: STDOUT_FILENO)
      // Other threads need not be asked to end.
      _exit(0)
    } catch {
      write(Array("\(error)".utf8), to: STDERR_FILENO)
      _exit(3)
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    unsafe bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        #if canImport(Darwin)
          let count = unsafe Darwin.write(file, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = unsafe Musl.write(file, rest.baseAddress, rest.count)
        #else
          let count = unsafe Glibc.write(file, rest.baseAddress, rest.count)
        #endif
        guard count > 0 else { return }
        written += count
      }
    }
  }
}
