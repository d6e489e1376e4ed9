internal import ArgumentParser
internal import KnowWho

/// In which form and to where a result is written.
struct OutputOptions: ParsableArguments {
  /// The form of a result.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  @Option(
    help: ArgumentHelp(Language.ofCommandLine("table, csv or json.", "table（表）、csv、json のいずれか。")))
  var format = Format.table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Language.ofCommandLine("Write to this file instead of the terminal.", "画面に出さず、このファイルに書き込みます。")
    ))
  var output: String?

  /// Writes a finished text.
  func write(_ text: String) throws {
    if let output {
      try AtomicFile.write(Array(text.utf8), to: output)
    } else {
      Console.write(text)
    }
  }
}
