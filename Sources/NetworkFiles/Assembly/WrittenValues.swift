internal import NetworkData

extension Ties {
  /// The strengths to write where a format has one value a tie: 1 where none was given, or the
  /// column `value` in which reading keeps values that are no strengths; nil where there are none.
  var writtenValues: [Double]? {
    if let strengths { return strengths.map { $0.isNaN ? 1 : $0 } }
    guard let column = attributes.first(where: { $0.name == "value" })?.values else { return nil }
    var values: [Double] = []
    for tie in indices {
      let cell = column.utf8(at: tie)
      guard let value = cell.isEmpty ? 1 : DecimalNumber.parse(cell) else { return nil }
      values.append(value)
    }
    return values
  }
}

extension [Attribute] {
  /// Returns what is lost where a format holds some attributes only.
  ///
  /// - Parameters:
  ///   - isHeld: Whether the format holds an attribute of a name.
  ///   - what: What the attributes are of.
  /// - Returns: The others, by name; empty where there are none.
  func losses(besides isHeld: (String) -> Bool, of what: Phrase) -> [Phrase] {
    let names = map(\.name).filter { !isHeld($0) }.map(FileProblem.quoted)
    if names.isEmpty { return [] }
    return [
      Phrase(
        "attributes of \(what.english): \(names.joined(separator: ", "))",
        "\(what.japanese)の属性（\(names.joined(separator: "、"))）")
    ]
  }
}
