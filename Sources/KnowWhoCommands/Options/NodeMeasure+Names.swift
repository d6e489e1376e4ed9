internal import KnowWho

extension NodeMeasure {
  /// Returns the measures named in a list.
  ///
  /// - Parameter list: Names, separated by commas.
  /// - Returns: The measures, at least one.
  /// - Throws: ``CommandFailure`` for a name that is none, with the nearest one.
  static func list(_ list: String) throws -> [NodeMeasure] {
    let names = list.split(separator: ",").map(\.trimmed)
    guard !names.isEmpty else { throw CommandFailure.usage("--measure names no measure") }
    return try names.map { name in
      if let measure = named(name) { return measure }
      let known = all.map(\.name)
      throw CommandFailure.usage(
        "--measure \(name): unknown measure; "
          + (Spelling.nearest(to: name, in: known).map { "did you mean \($0)? " } ?? "")
          + "measures: \(known.joined(separator: ", "))")
    }
  }
}
