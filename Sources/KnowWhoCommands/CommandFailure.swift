internal import KnowWho

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

  /// An option that names a column which actors do not have.
  static func noColumn(
    _ column: String, option: String, in network: Network, _ language: Language
  ) -> CommandFailure {
    let known = network.actors.attributes.map(\.name) + ["kind"]
    let nearest = Spelling.nearest(to: column, in: known)
    return .usage(
      language(
        "\(option) \(column): actors have no such column; "
          + (nearest.map { "did you mean \($0)? " } ?? "")
          + "columns: \(known.joined(separator: ", "))",
        "\(option) \(column)：actors.csv にその列はありません。"
          + (nearest.map { "\($0) のことでしょうか。" } ?? "")
          + "列：\(known.joined(separator: "、"))"))
  }

  /// A limit of time or memory.
  static func limit(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: limitReached)
  }
}
