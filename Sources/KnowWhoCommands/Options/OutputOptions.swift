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

  /// Writes a result in the form that was asked for, of which alone it is made.
  ///
  /// - Parameters:
  ///   - table: The page for people, notes included.
  ///   - csv: The rows.
  ///   - json: The value, notes included.
  ///   - notes: What a CSV has no place for: it goes to standard error.
  /// - Throws: What making the result throws, or ``FileProblem`` where it cannot be written.
  func write(
    table: @autoclosure () throws -> String, csv: @autoclosure () throws -> String,
    json: @autoclosure () throws -> JSONValue, notes: [String]
  ) throws {
    switch format {
    case .table: try write(table())
    case .csv:
      for note in notes { Console.note(note) }
      try write(csv())
    case .json: try write(json().written)
    }
  }

  /// Puts a title above a table and notes below it.
  static func page(_ title: String, _ table: String, _ notes: [String]) -> String {
    title + "\n\n" + table + (notes.isEmpty ? "" : "\n") + notes.map { $0 + "\n" }.joined()
  }

  /// Writes a finished text.
  func write(_ text: String) throws {
    if let output {
      try AtomicFile.write(Array(text.utf8), to: output)
    } else {
      Console.write(text)
    }
  }
}
