import KnowWho

/// A small network whose dates are days of January 2000, and who reaches whom in it by listing every chain: written from
/// the definition of a step, with nothing in common with the search it checks.
struct ReachOracle {
  struct Tie {
    var source, target: Int
    var kind: String
    var isDirected = false
    /// Earliest and latest start, earliest and latest end; nil where open.
    var beganFrom, beganTo, endedFrom, endedTo: Int?

    var hasNoDates: Bool {
      beganFrom == nil && beganTo == nil && endedFrom == nil && endedTo == nil
    }
    // A tie began no later than it ended, and ended no earlier than it began.
    var latestStart: Int { min(beganTo ?? .max, endedTo ?? .max) }
    var earliestEnd: Int { max(endedFrom ?? .min, beganFrom ?? .min) }

    func isAlive(in days: ClosedRange<Int>, possibly: Bool) -> Bool {
      possibly
        ? beganFrom ?? .min <= days.upperBound && endedTo ?? .max >= days.lowerBound
        : latestStart <= days.upperBound && earliestEnd >= days.lowerBound
    }

    func overlaps(_ other: Tie, possibly: Bool) -> Bool {
      possibly
        ? beganFrom ?? .min <= other.endedTo ?? .max && other.beganFrom ?? .min <= endedTo ?? .max
        : latestStart <= other.earliestEnd && other.latestStart <= earliestEnd
    }
  }

  var kinds: [String]
  var ties: [Tie]
  /// The ties by which actors are, or were, members when a group introduces; nil for ``ties``.
  var insiderTies: [Tie]?

  init(kinds: [String], ties: [Tie]) { (self.kinds, self.ties) = (kinds, ties) }

  /// The same network as the toolkit holds it.
  var network: Network {
    var columns = Ties(
      sources: ties.map { UInt32($0.source) }, targets: ties.map { UInt32($0.target) })
    columns.kinds = WordColumn(ties.map(\.kind))
    columns.directions = .each(isDirected: ties.map(\.isDirected))
    func dates(_ day: (Tie) -> Int?) -> [PartialDate?] {
      ties.map { day($0).flatMap { PartialDate(year: 2000, month: 1, day: $0) } }
    }
    columns.dates = Ties.Dates(
      beganFrom: dates(\.beganFrom), beganTo: dates(\.beganTo), endedFrom: dates(\.endedFrom),
      endedTo: dates(\.endedTo))
    return Network(
      actors: Actors(ids: TextColumn(kinds.indices.map { "n\($0)" }), kinds: WordColumn(kinds)),
      ties: columns)
  }

  /// Returns for each actor, at 0, 1, … `limit` introducers, the organisations it gets to.
  ///
  /// An actor that no chosen tie touches, or that is an occasion, gets nil. After its first step a
  /// chain takes open steps only; `onChain` hears of every chain.
  func reached(
    days: ClosedRange<Int>?, possibly: Bool, asIs: Bool, limit: Int, notVia: Set<Int> = [],
    isOpen: (_ from: Int, _ to: Int) -> Bool = { _, _ in true },
    onChain: (_ chain: [Int]) -> Void = { _ in }
  ) -> [[Set<Int>]?] {
    let chains = chains(
      days: days, possibly: possibly, asIs: asIs, longest: limit, notVia: notVia)
    return chains.map { chains in
      guard let chains else { return nil }
      var found = [Set<Int>](repeating: [], count: limit + 1)
      for chain in chains {
        let end = chain[chain.count - 1]
        let steps = zip(chain, chain.dropFirst())
        guard steps.dropFirst().allSatisfy(isOpen) else { continue }
        onChain(chain)
        guard !["person", "project", "event"].contains(kinds[end]) else { continue }
        for level in (chain.count - 2)...limit { found[level].insert(end) }
      }
      return found
    }
  }

  /// Returns for each actor all chains that begin with it, of at most so many introducers.
  ///
  /// An actor that no chosen tie touches, or that is an occasion, gets nil.
  func chains(
    days: ClosedRange<Int>?, possibly: Bool, asIs: Bool, longest limit: Int, notVia: Set<Int> = []
  ) -> [[[Int]]?] {
    let alive = ties.filter { tie in days.map { tie.isAlive(in: $0, possibly: possibly) } ?? true }
    func isOccasion(_ actor: Int) -> Bool {
      !asIs && (kinds[actor] == "project" || kinds[actor] == "event")
    }
    func others(of tie: Tie, _ actor: Int) -> Int? {
      tie.source == actor ? tie.target : tie.target == actor ? tie.source : nil
    }
    /// Memberships of a group, with the member.
    func memberships(of group: Int, among chosen: [Tie]? = nil) -> [(member: Int, tie: Tie)] {
      guard !asIs, kinds[group] == "group" else { return [] }
      return (chosen ?? alive).filter { $0.kind == "membership" }.compactMap { tie in
        // Of two groups the target is the group, the source its member.
        if tie.source == group, kinds[tie.target] == "group" { return nil }
        return others(of: tie, group).map { ($0, tie) }
      }
    }
    func knows(_ asker: Int, _ other: Int) -> Bool {
      let isTied = alive.contains {
        $0.source == asker && $0.target == other
          || !$0.isDirected && $0.source == other && $0.target == asker
      }
      if isTied { return true }
      return kinds.indices.contains { place in
        if notVia.contains(place) { return false }
        if isOccasion(place) {
          return [asker, other].allSatisfy { actor in
            alive.contains { others(of: $0, place) == actor }
          }
        }
        let entries = memberships(of: place)
        return entries.contains { first in
          entries.contains { second in
            let isUndated = days == nil && (first.tie.hasNoDates || second.tie.hasNoDates)
            return first.member == asker && second.member == other
              && (isUndated || first.tie.overlaps(second.tie, possibly: possibly))
          }
        }
      }
    }
    let people = kinds.indices.filter { !isOccasion($0) }
    let contacts = kinds.indices.map { actor in
      isOccasion(actor) ? [] : people.filter { $0 != actor && knows(actor, $0) }
    }
    let past = insiderTies?.filter { tie in
      days.map { tie.isAlive(in: $0, possibly: possibly) } ?? true
    }
    let members = kinds.indices.map { Set(memberships(of: $0, among: past).map(\.member)) }

    return kinds.indices.map { asker in
      let isTouched =
        alive.count == ties.count || alive.contains { $0.source == asker || $0.target == asker }
      guard !isOccasion(asker), isTouched else { return nil }
      var found: [[Int]] = []
      func walk(_ chain: [Int]) {
        let introducers = chain.count - 2
        if introducers >= 0 { found.append(chain) }
        guard introducers < limit else { return }
        let last = chain[chain.count - 1]
        if chain.count > 1, notVia.contains(last) { return }
        for next in contacts[last] where !chain.contains(next) {
          // A group introduces no two of its own members.
          if chain.count > 1, members[last].contains(chain[chain.count - 2]),
            members[last].contains(next)
          {
            continue
          }
          walk(chain + [next])
        }
      }
      walk([asker])
      return found
    }
  }
}

extension ReachOracle {
  /// A random network of eight actors: firms, people, groups and projects.
  init(seed: Int, dated: Bool, directed: Bool, groups: Bool = true) {
    var numbers = Numbers(state: UInt64(seed))
    let words =
      groups ? ["firm", "firm", "group", "person", "project", "group", ""] : ["firm", "person"]
    let kinds = (0..<8).map { _ in words[numbers.next(below: words.count)] }
    var ties: [ReachOracle.Tie] = []
    for _ in 0..<(6 + numbers.next(below: 8)) {
      let source = numbers.next(below: 8)
      let target = numbers.next(below: 8)
      // Who is an occasion to another occasion is not said.
      if source == target || kinds[source] == "project" && kinds[target] == "project" { continue }
      var tie = ReachOracle.Tie(
        source: source, target: target,
        kind: ["membership", "membership", "business"][numbers.next(below: 3)])
      tie.isDirected = directed && numbers.next(below: 3) == 0
      if dated, numbers.next(below: 5) > 0 {
        let days = (0..<4).map { _ in 10 + numbers.next(below: 10) }.sorted()
        func maybe(_ day: Int) -> Int? { numbers.next(below: 5) == 0 ? nil : day }
        (tie.beganFrom, tie.beganTo) = (maybe(days[0]), maybe(days[1]))
        (tie.endedFrom, tie.endedTo) = (maybe(days[2]), maybe(days[3]))
      }
      ties.append(tie)
    }
    self.init(kinds: kinds, ties: ties)
  }
}

/// A linear congruential generator (Knuth's MMIX constants).
struct Numbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
