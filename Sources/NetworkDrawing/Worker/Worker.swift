internal import CGraphvizShim
package import Synchronization

/// Work in a process of its own, which can be ended: for input from elsewhere, which may be made to
/// harm, and for layouts of Graphviz, of which none can be cancelled.
///
/// The process is the tool itself, started again. A library inside another program has no tool to
/// start, so it says so, unless ``program`` names one.
package enum Worker {
  /// The path of the tool; nil where there is none.
  package static let program = Mutex<String?>(nil)

  /// Does a job in a process of its own while the calling thread waits.
  ///
  /// The process ends with the job, with a limit or with this process, whichever comes first.
  ///
  /// - Parameters:
  ///   - job: What to do.
  ///   - input: What the job is done with.
  ///   - limits: What it may take.
  /// - Returns: What the job hands back.
  /// - Throws: ``WorkerError``, which says what ended it.
  package static func run(
    _ job: WorkerJob, input: [UInt8], limits: WorkerLimits
  ) throws(WorkerError) -> [UInt8] {
    guard let program = program.withLock({ $0 }) else { throw .unavailable }
    let arguments =
      [program, WorkerJob.argument, job.rawValue]
      + [String(limits.seconds ?? 0), String(limits.memory)]
    let message = WorkerMessage(input).framed
    var result = unsafe kw_child_result()
    let end = unsafe withCStrings(arguments) { arguments in
      unsafe message.withUnsafeBytes { message in
        unsafe kw_child_run(
          arguments, message.baseAddress, message.count, limits.seconds ?? 0, limits.memory,
          limits.output, &result)
      }
    }
    defer { unsafe kw_child_result_free(&result) }
    switch end {
    case KW_CHILD_OUT_OF_TIME: throw .outOfTime(seconds: limits.seconds ?? 0)
    case KW_CHILD_OUT_OF_MEMORY: throw .outOfMemory(bytes: limits.memory)
    case KW_CHILD_TOO_MUCH_OUTPUT: throw .tooMuchOutput(bytes: limits.output)
    case KW_CHILD_NOT_STARTED: throw .unavailable
    case KW_CHILD_CRASHED: throw .crashed(signal: unsafe Int(result.status))
    default: break
    }
    let output = unsafe bytes(result.output, result.output_length)
    if unsafe result.status == 0 { return output }
    let errors = unsafe bytes(result.errors, result.errors_length)
    throw .failed(message: SafeText.line(String(decoding: errors, as: UTF8.self), limit: 600))
  }

  /// Lets this process start itself again for jobs; only a program that calls
  /// ``WorkerJob/serve(_:)`` first of all may do so.
  package static func useOwnProgram() {
    var path = [CChar](repeating: 0, count: 4096)
    guard unsafe kw_own_program(&path, path.count) else { return }
    let bytes = path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    program.withLock { $0 = String(decoding: bytes, as: UTF8.self) }
  }

  private static func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
    unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Calls a function with a list of C strings, which ends with a null pointer.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let texts = strings.map { Array($0.utf8CString) }
    let flat = texts.flatMap { $0 }
    return unsafe flat.withUnsafeBufferPointer { flat in
      var pointers = unsafe [UnsafePointer<CChar>?]()
      var offset = 0
      for text in texts {
        unsafe pointers.append(flat.baseAddress.map { base in unsafe base + offset })
        offset += text.count
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeBufferPointer { pointers in
        guard let base = pointers.baseAddress else { preconditionFailure("a list ends with null") }
        return unsafe body(base)
      }
    }
  }
}
