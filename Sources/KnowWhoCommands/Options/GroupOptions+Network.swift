internal import KnowWho

extension GroupOptions {
  /// A network that groups are taken from.
  struct Source {
    let network: Network
    let view: NetworkView
    let pool: GroupPool
  }

  /// Groups with the places of their members in the graph.
  struct Groups {
    var names: [String] = []
    var members: [[Graph.Node]] = []
  }

  /// Prepares a network for comparing.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - view: Its graph.
  ///   - knowWho: Whom its actors get to, where that is known.
  /// - Returns: What groups are taken from.
  /// - Throws: ``CommandFailure`` for columns and kinds that there are not.
  func source(
    _ network: Network, _ view: NetworkView, _ knowWho: KnowWhoReach? = nil
  ) throws -> Source {
    if strongFrom != nil, !view.graph.hasStrengths {
      throw CommandFailure.data(
        Language.ofCommandLine(
          "--strong-from needs ties with strengths, and these have none",
          "--strong-from にはつながりの強さが必要ですが、このデータにはありません"))
    }
    let subgroups = try wallsBy.map { column in
      Self.numbered(try values(of: column, option: "--walls-by", in: network, view))
    }
    return Source(
      network: network, view: view,
      pool: GroupPool(
        graph: view.graph, strongFrom: strongFrom, subgroups: subgroups,
        acts: try acts.map { try actCounts($0, in: network, view) },
        knowWho: knowWho?.members(view.actors), rounds: rounds))
  }

  /// The groups of one network.
  ///
  /// - Throws: ``CommandFailure`` where there are not two.
  func groups(in source: Source) throws -> Groups {
    let (network, view) = (source.network, source.view)
    var groups = Groups()
    guard let groupBy else { return groups }
    if let kind = network.tieKinds.first(where: { $0.rawValue == groupBy }),
      !hasColumn(groupBy, network)
    {
      groups = tied(by: kind, in: network, view)
    } else {
      let words = try values(of: groupBy, option: "--group-by", in: network, view)
      for (node, word) in words.enumerated() {
        guard let word else { continue }
        groups.add(node, to: word)
      }
    }
    if let chosen = self.groups {
      groups = try groups.chosen(chosen.split(separator: ",").map { String($0.trimmed) })
    }
    guard groups.names.count >= 2 else {
      throw CommandFailure.data(
        Language.ofCommandLine(
          "--group-by \(groupBy): there are no two groups to compare",
          "--group-by \(groupBy)：比べられるグループが二つありません"))
    }
    return groups
  }

  private func tied(by kind: TieKind, in network: Network, _ view: NetworkView) -> Groups {
    var nodeOfActor = [Int?](repeating: nil, count: network.actors.count)
    for (node, actor) in view.actors.enumerated() { nodeOfActor[actor] = node }
    var seen: Set<[Int]> = []
    var groups = Groups()
    let ties: [Int] =
      switch view.ties {
      case .all(let count): Array(0..<count)
      case .some(let chosen): chosen
      }
    for tie in ties where network.ties.kinds?[tie] == kind.rawValue {
      let (source, target) = (Int(network.ties.sources[tie]), Int(network.ties.targets[tie]))
      guard let node = nodeOfActor[source], seen.insert([node, target]).inserted else { continue }
      groups.add(node, to: network.actors.id(target))
    }
    return groups
  }

  private func hasColumn(_ name: String, _ network: Network) -> Bool {
    name == "kind" || network.actors.attributes.contains { $0.name == name }
  }

  /// What a column says of each node; nil where it is empty.
  private func values(
    of column: String, option: String, in network: Network, _ view: NetworkView
  ) throws -> [String?] {
    if column == "kind" { return view.actors.map { network.actors.kind($0)?.rawValue } }
    guard let attribute = network.actors.attributes.first(where: { $0.name == column }) else {
      let language = Language.ofCommandLine
      let known = ["kind"] + network.actors.attributes.map(\.name)
      let kinds = option == "--walls-by" ? [] : network.tieKinds.map(\.rawValue)
      let nearest = Spelling.nearest(to: column, in: known + kinds)
      throw CommandFailure.usage(
        language("\(option) \(column): there is no such column; ", "\(option) \(column)：その列はありません。")
          + (nearest.map { language("did you mean \($0)? ", "\($0) のことでしょうか。") } ?? "")
          + language("columns: ", "列：") + known.joined(separator: language(", ", "、"))
          + (kinds.isEmpty
            ? ""
            : language("; kinds of ties: ", "。つながりの種類：")
              + kinds.joined(separator: language(", ", "、"))))
    }
    return view.actors.map { actor in
      let word = attribute.values[actor]
      return word.isEmpty ? nil : word
    }
  }

  /// How often each node acted.
  private func actCounts(
    _ name: String, in network: Network, _ view: NetworkView
  ) throws -> [Double?] {
    if !hasColumn(name, network), network.tieKinds.contains(where: { $0.rawValue == name }) {
      var counts = [Double](repeating: 0, count: network.actors.count)
      for tie in network.ties.sources.indices where network.ties.kinds?[tie] == name {
        counts[Int(network.ties.sources[tie])] += 1
      }
      return view.actors.map { counts[$0] }
    }
    return try values(of: name, option: "--acts", in: network, view).enumerated().map {
      node, word in
      guard let word else { return nil }
      guard let count = Double(word), count >= 0, count.isFinite else {
        let id = network.actors.id(view.actors[node])
        throw CommandFailure.data(
          Language.ofCommandLine(
            "--acts \(name): \(id) has “\(word)”, which is no number of acts",
            "--acts \(name)：\(id) の値「\(word)」は行動の数として読めません"))
      }
      return count
    }
  }

  private static func numbered(_ words: [String?]) -> [Int?] {
    var numbers: [String: Int] = [:]
    return words.map { word in
      guard let word else { return nil }
      if let known = numbers[word] { return known }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
  }
}

extension GroupOptions.Groups {
  fileprivate mutating func add(_ node: Graph.Node, to name: String) {
    if let place = names.firstIndex(of: name) {
      members[place].append(node)
    } else {
      names.append(name)
      members.append([node])
    }
  }

  fileprivate func chosen(_ wanted: [String]) throws -> GroupOptions.Groups {
    var chosen = GroupOptions.Groups()
    for name in wanted {
      guard let place = names.firstIndex(of: name) else {
        let language = Language.ofCommandLine
        throw CommandFailure.usage(
          language(
            "--groups: there is no group \(name); groups: \(names.joined(separator: ", "))",
            "--groups：\(name) というグループはありません。グループ：\(names.joined(separator: "、"))"))
      }
      chosen.names.append(name)
      chosen.members.append(members[place])
    }
    return chosen
  }
}
