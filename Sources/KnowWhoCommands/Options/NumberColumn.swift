internal import KnowWho

/// A column of actors that an option takes as numbers.
struct NumberColumn {
  /// The option, for messages.
  let option: String
  let column: String

  /// Returns the number of each node; nil where the entry is empty.
  ///
  /// - Throws: ``CommandFailure`` where there is no such column, or an entry is not a number.
  func values(of view: NetworkView, in network: Network) throws -> [Double?] {
    guard let attribute = network.actors.attributes.first(where: { $0.name == column }) else {
      throw CommandFailure.noColumn(column, option: option, in: network, .ofCommandLine)
    }
    let numbers = try view.actors.map { actor -> Double? in
      let entry = attribute.values[actor]
      guard !entry.isEmpty else { return nil }
      guard let number = Double(entry), number.isFinite else {
        throw CommandFailure.data(notANumber(entry, of: network.actors.id(actor)))
      }
      return number
    }
    guard numbers.contains(where: { $0 != nil }) else {
      throw CommandFailure.data(
        Language.ofCommandLine(
          "\(option) \(column): no actor that counts has an entry there; fill the column in "
            + "actors.csv",
          "\(option) \(column)：対象の主体はいずれもこの列が空です。actors.csv に記入してください"))
    }
    return numbers
  }

  private func notANumber(_ entry: String, of id: String) -> String {
    let shown = String(entry.prefix(40))
    return Language.ofCommandLine(
      "\(option) \(column): \"\(shown)\" of actor \(id) is not a number; write numbers, or compare "
        + "words with --group-by \(column)",
      "\(option) \(column)：主体 \(id) の「\(shown)」は数ではありません。数を書くか、言葉の列には --group-by \(column) を使ってください"
    )
  }
}
