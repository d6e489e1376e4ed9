internal import KnowWho

/// Where an option takes a way to divide actors from: a column of them, or a table in a file.
struct PartitionSource {
  /// The option, for messages.
  let option: String

  /// A column of actors.csv, `kind`, or a file.
  let text: String

  /// Returns the parts, which hold all actors of a view.
  ///
  /// - Throws: ``CommandFailure`` where there is no such column or file, or actors are missing in it;
  ///   ``FileProblem`` for a flaw of the file.
  func partition(of view: NetworkView, in network: Network) throws -> GivenPartition {
    let entries: [String?]
    let isColumn = isColumn(in: network)
    if isColumn {
      let found = try GroupOption.groups(of: view, by: text, option: option, in: network)
      entries = found.groups.map { $0.map { found.names[$0] } }
    } else {
      guard FilePlace.exists(text) else {
        guard !looksLikeFile else { throw CommandFailure.usage(noFile(in: network)) }
        throw CommandFailure.noColumn(text, option: option, in: network, .ofCommandLine)
      }
      entries = try view.groups(by: GroupTable(contentsOf: text), in: network)
    }
    do throws(GivenPartition.Failure) {
      return try GivenPartition(entries, of: view, in: network)
    } catch {
      throw CommandFailure.data(uncovered(error, isColumn: isColumn, of: view.graph.nodeCount))
    }
  }

  private func isColumn(in network: Network) -> Bool {
    network.actors.attributes.contains { $0.name == text }
      || text == "kind" && network.actors.kinds != nil
  }

  private var looksLikeFile: Bool { text.contains("/") || text.contains(".") }

  private func noFile(in network: Network) -> String {
    let columns = network.actors.attributes.map(\.name) + ["kind"]
    return Language.ofCommandLine(
      "\(option) \(text): no such file, nor a column of that name; columns: "
        + columns.joined(separator: ", "),
      "\(option) \(text)：そのファイルはなく、その名前の列もありません。列：" + columns.joined(separator: "、"))
  }

  private func uncovered(
    _ failure: GivenPartition.Failure, isColumn: Bool, of nodeCount: Int
  ) -> String {
    guard case .notCovered(let ids, let count) = failure else { return "" }
    let language = Language.ofCommandLine
    let more = count > ids.count
    let english = ids.joined(separator: ", ") + (more ? ", …" : "")
    let japanese = ids.joined(separator: "、") + (more ? " など" : "")
    return language(
      "\(option) \(text): \(count) of \(nodeCount) actors \(count == 1 ? "has" : "have") no group "
        + "there (\(english)); give each one"
        + (isColumn ? " in actors.csv, or leave them out by --kinds" : " a row"),
      "\(option) \(text)：主体\(nodeCount)のうち\(count)（\(japanese)）にグループがありません。"
        + (isColumn ? "actors.csv に記入するか、--kinds で除いてください" : "それぞれの行を加えてください"))
  }
}
