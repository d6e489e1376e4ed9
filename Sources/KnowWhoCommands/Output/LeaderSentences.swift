internal import KnowWho

/// On whom most hangs in each group that is compared.
struct LeaderSentences {
  /// A sentence a leader.
  let sentences: [String]

  /// Names leaders.
  ///
  /// - Throws: ``CommandFailure`` for somebody who is in no group.
  init(
    named list: String?, sides: [ComparedSide], entities: GroupOptions.Groups,
    comparison: GroupComparison, language: Language
  ) throws {
    var sentences: [String] = []
    var isFound = Set<String>()
    let words = list?.split(separator: ",").map { String($0.trimmed) } ?? []
    for (group, name) in entities.names.enumerated() {
      let source = sides[sides.count == 1 ? 0 : group].source
      let shares = comparison.groups[group].dependences()
      let actors = entities.members[group].map { source.view.actors[$0] }
      func add(_ member: Int) {
        guard shares[member].isFinite else { return }
        let rank = 1 + shares.count { $0 > shares[member] }
        let who = language(
          source.network.actors.name(actors[member]), source.network.actors.nameJa(actors[member]))
        let percent = Decimals.fixed(100 * shares[member], 1)
        sentences.append(
          language(
            "\(name): without \(who) \(percent) % of the pairs of others within two steps would be lost "
              + "(rank \(rank) of \(shares.count)).",
            "\(name)：\(who)が抜けると、ほかの会員どうしの2歩以内の組が\(percent)％減ります（\(shares.count)者中"
              + "\(rank)位）。"))
      }
      let named = words.compactMap { word -> Int? in
        guard let actor = try? source.network.actors.index(named: word),
          let member = actors.firstIndex(of: actor)
        else { return nil }
        isFound.insert(word)
        return member
      }
      if named.isEmpty {
        let highest = shares.indices.filter { shares[$0].isFinite }.max {
          shares[$0] == shares[$1]
            ? source.network.actors.precedes(actors[$1], actors[$0]) : shares[$0] < shares[$1]
        }
        if let highest { add(highest) }
      } else {
        for member in named { add(member) }
      }
    }
    if let stranger = words.first(where: { !isFound.contains($0) }) {
      throw CommandFailure.usage(
        language(
          "--leader \(stranger): no group that is compared has a member of this id or name",
          "--leader \(stranger)：比べるグループの会員に、この ID または名前の主体はいません"))
    }
    self.sentences = sentences
  }
}
