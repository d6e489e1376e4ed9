internal import KnowWho

extension NodeMeasure {
  /// Returns the measures named in a list.
  ///
  /// - Parameter list: Names, separated by commas.
  /// - Returns: The measures, at least one.
  /// - Throws: ``CommandFailure`` for a name that is none, with the nearest one.
  static func list(_ list: String) throws -> [NodeMeasure] {
    let language = Language.ofCommandLine
    let names = list.split(separator: ",").map(\.trimmed)
    guard !names.isEmpty else {
      throw CommandFailure.usage(
        language("--measure names no measure", "--measure に指標が書かれていません"))
    }
    return try names.map { name in
      if let measure = named(name) { return measure }
      let known = all.map(\.name)
      let nearest = Spelling.nearest(to: name, in: known)
      throw CommandFailure.usage(
        language(
          "--measure \(name): unknown measure; ", "--measure \(name)：その名前の指標はありません。")
          + (nearest.map { language("did you mean \($0)? ", "\($0) のことでしょうか。") } ?? "")
          + language("measures: ", "指標：") + known.joined(separator: language(", ", "、")))
    }
  }
}
