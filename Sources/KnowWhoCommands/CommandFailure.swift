/// Why a command ends without a result.
struct CommandFailure: Error {
  static let wrongUsage: Int32 = 2
  static let badData: Int32 = 3
  static let limitReached: Int32 = 4

  /// What was found, what was expected, and what to do.
  let message: String

  /// The exit code of the process.
  let code: Int32

  /// A wrong argument.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: wrongUsage)
  }

  /// Data that does not allow an answer.
  static func data(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: badData)
  }

  /// A limit of time or memory.
  static func limit(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: limitReached)
  }
}
