public import NetworkData

/// What is wrong with a file, where, and what to do about it.
public struct FileProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or folder.
  public let path: String
  /// The line, counted from 1; nil where the problem has none.
  public let line: Int?
  /// What was found, and what was expected.
  public let problem: Phrase
  /// What to do.
  public let advice: Phrase?

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - line: The line, counted from 1.
  ///   - problem: What was found, and what was expected.
  ///   - advice: What to do.
  public init(_ path: String, line: Int? = nil, _ problem: Phrase, advice: Phrase? = nil) {
    self.path = path
    self.line = line
    self.problem = problem
    self.advice = advice
  }

  /// Returns the same problem so many lines farther down.
  func moved(down lines: Int) -> FileProblem {
    FileProblem(path, line: line.map { $0 + lines }, problem, advice: advice)
  }

  /// `path:line: problem; advice`, in English.
  public var description: String { description(in: .en) }

  /// Says what is wrong, where, and what to do.
  ///
  /// - Parameter language: The language to say it in.
  /// - Returns: `path:line: problem; advice`.
  public func description(in language: Language) -> String {
    let place = line.map { "\(path):\($0)" } ?? path
    return place + language(": ", "：") + problem.text(in: language)
      + (advice.map { language("; ", "。") + $0.text(in: language) } ?? "")
  }

  /// Returns a text from a file fit for a message: short, on one line, without control characters.
  ///
  /// - Parameter text: A text of any length.
  /// - Returns: The text in quotes.
  package static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(60).map { scalar -> String in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        "\\u{" + String(scalar.value, radix: 16) + "}"
      default: String(scalar)
      }
    }
    return "\"" + shown.joined() + (text.unicodeScalars.count > 60 ? "…" : "") + "\""
  }
}
