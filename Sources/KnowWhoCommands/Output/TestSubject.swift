internal import KnowWho

/// A network that is tested.
struct TestSubject: Sendable {
  let path: String
  let network: Network
  let view: NetworkView

  /// The most actors whose pairs are looked at one by one.
  private static let pairLimit = 5000

  /// How many actors a message names.
  private static let namedActors = 5

  private func id(_ node: Int) -> String { network.actors.id(view.actors[node]) }

  /// Returns graphs in which a node is the same actor in all: actors are matched by id.
  ///
  /// - Parameters:
  ///   - subjects: The networks.
  ///   - onlyCommon: Whether actors that are not in all are left out.
  ///   - language: The language of messages.
  /// - Returns: A graph for each network, nodes in the order of the first.
  /// - Throws: ``CommandFailure`` where actors differ, or are too many.
  static func matched(
    _ subjects: [TestSubject], onlyCommon: Bool, _ language: Language
  ) throws -> [Graph] {
    let nodes = subjects.map { subject in
      Dictionary(
        uniqueKeysWithValues: subject.view.graph.nodes.map { (subject.id($0), $0) })
    }
    let first = subjects[0].view.graph.nodes.map { subjects[0].id($0) }
    let shared = first.filter { id in nodes.allSatisfy { $0[id] != nil } }
    if !onlyCommon {
      for (subject, known) in zip(subjects, nodes).dropFirst() {
        let missing = first.filter { known[$0] == nil }
        let further = subject.view.graph.nodes.map { subject.id($0) }.filter { nodes[0][$0] == nil }
        guard !missing.isEmpty || !further.isEmpty else { continue }
        throw CommandFailure.data(
          differing(subjects[0].path, missing, subject.path, further, language))
      }
    }
    guard shared.count <= pairLimit else {
      throw CommandFailure.data(
        language(
          "\(shared.count) actors make too many pairs to look at one by one (at most \(pairLimit) "
            + "actors); choose some with --kinds or --ties",
          "主体が\(shared.count)あり、組を一つずつ調べるには多すぎます（上限は\(pairLimit)）。--kinds や --ties で絞ってください"))
    }
    return zip(subjects, nodes).map { subject, known in
      subject.view.graph.subgraph(of: shared.compactMap { known[$0] })
    }
  }

  private static func differing(
    _ first: String, _ missing: [String], _ second: String, _ further: [String],
    _ language: Language
  ) -> String {
    func named(_ ids: [String]) -> String {
      let more = ids.count - namedActors
      return ids.prefix(namedActors).joined(separator: language(", ", "、"))
        + (more > 0 ? language(" and \(more) more", "ほか\(more)") : "")
    }
    let parts = [
      missing.isEmpty
        ? nil
        : language("\(second) lacks \(named(missing))", "\(second) にない主体：\(named(missing))"),
      further.isEmpty
        ? nil : language("\(first) lacks \(named(further))", "\(first) にない主体：\(named(further))"),
    ]
    return language(
      "the networks are of different actors: ", "ネットワークの主体が一致しません。")
      + parts.compactMap { $0 }.joined(separator: language("; ", "。"))
      + language(
        "; name them in actors.csv (with --isolates where ties are chosen), or compare those in all "
          + "with --common",
        "。actors.csv に書き加えるか（つながりを選ぶときは --isolates も付けます）、--common で共通の主体だけを比べてください")
  }
}

/// What actors are by a column: words, and numbers where all entries are numbers.
struct TestColumn: Sendable {
  let name: String
  /// For each node the number of its word, nil where it has none.
  let groups: [Int?]
  /// The distinct words.
  let words: [String]
  /// For each node its number; nil where some entry is no number.
  let numbers: [Double?]?

  /// Reads a column.
  ///
  /// - Parameters:
  ///   - name: A column of actors.csv, or kind.
  ///   - subject: The network.
  /// - Throws: ``CommandFailure`` where there is no such column, or nothing in it.
  init(_ name: String, of subject: TestSubject) throws {
    let found = try GroupOption.groups(of: subject.view, by: name, in: subject.network)
    (groups, words) = (found.groups, found.names)
    let entries = found.groups.map { $0.map { found.names[$0] } ?? "" }
    let numbers = entries.map { word in Double(word).flatMap { $0.isFinite ? $0 : nil } }
    let areNumbers = zip(entries, numbers).allSatisfy { $0.isEmpty || $1 != nil }
    self.numbers = areNumbers ? numbers : nil
    self.name = name
  }
}
