internal import GraphMeasures
internal import GraphModels
public import GraphStructure
public import NetworkData

extension Network {
  /// Plans who should sit with whom at a joint meeting of two groups.
  ///
  /// Members of one group are seated with members of the other in as many rounds as talks fit in,
  /// and only with those whom they do not know yet: whom no acquaintance within the last years
  /// joins them to. No pair meets twice. The plan makes
  ///
  /// 1. as many new pairs as possible, over all rounds together;
  /// 2. of those plans, spreads talks most evenly (the least sum of squares);
  /// 3. of those, seats most pairs together that differ in a column, where one is named;
  /// 4. of those, adds most reach: the largest sum over the pairs of the organisations that the two
  ///    would newly get to through at most one introducer.
  ///
  /// Each is exact. A set of pairs with no more than *r* a member can be had in *r* rounds (Kőnig's
  /// theorem on the edges of two-mode graphs), so the pairs are chosen first and then cut into
  /// rounds, the fullest first. Who is a member of both groups sits on the side that has fewer, by
  /// id. The groups themselves take no seat.
  ///
  /// - Parameters:
  ///   - firstGroup: A group.
  ///   - secondGroup: Another group.
  ///   - meeting: How long it lasts, and which pairs count as new.
  ///   - options: When it is (the period), and which ties count as acquaintance.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The plan.
  /// - Throws: ``MeetingError``, or ``GraphStructure/GraphError`` where groups are too large to pair
  ///   their members.
  /// - Complexity: O(pairs · (*n* + *m*)²) for *n* and *m* members, besides two times reach.
  public func meetingPlan(
    of firstGroup: Int, and secondGroup: Int, _ meeting: MeetingOptions = MeetingOptions(),
    _ options: ReachOptions = ReachOptions(), execution: Execution = .standard
  ) throws -> MeetingPlan {
    guard firstGroup != secondGroup else { throw MeetingError.sameGroup(firstGroup) }
    guard meeting.roundCount > 0 else { throw MeetingError.noRound }
    let differ = try meeting.complement.map(complementarity(by:)) ?? { _, _ in false }
    let groups = [firstGroup, secondGroup]
    let sides = MeetingSides(
      try groups.map { group in
        try presentMembers(of: group, options).filter { !groups.contains($0) }
      }, by: actors.precedes)
    let now = try Acquaintances(in: self, options)
    let known = try Acquaintances(in: self, options.looking(back: meeting.since))
      .pairs(across: sides)
    let gains = AcquaintanceGains(now, of: sides.first + sides.second)

    // Nodes by id, or in an order that is drawn: of equally good plans the first found is taken.
    var firsts = sides.first
    var seconds = sides.second
    if let seed = meeting.seed {
      var generator = SplitMix64(seed: seed)
      generator.shuffle(&firsts)
      generator.shuffle(&seconds)
    }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for (source, first) in firsts.enumerated() {
      for (target, second) in seconds.enumerated()
      where !known.contains(UnorderedPair(first, second)) {
        sources.append(UInt32(source))
        targets.append(UInt32(target))
      }
    }
    let strangers = try TwoModeGraph(
      firstCount: firsts.count, secondCount: seconds.count, first: sources, second: targets)
    let chosen = try strangers.degreeLimitedEdges(
      limit: meeting.roundCount,
      benefit: { node, end in
        let (first, second) = (firsts[node], seconds[end - firsts.count])
        return EdgeBenefit(
          major: differ(first, second) ? 1 : 0, minor: gains.gain(of: first, and: second))
      }, execution: execution)
    let plan = try TwoModeGraph(
      firstCount: firsts.count, secondCount: seconds.count, first: chosen.map { UInt32($0.first) },
      second: chosen.map { UInt32($0.second - firsts.count) })
    let rounds = plan.matchings().map { round in
      round.map { pair in
        let (first, second) = (firsts[pair.first], seconds[pair.second - firsts.count])
        return MeetingPlan.Pair(
          first: first, second: second, isComplementary: differ(first, second),
          gain: gains.gain(of: first, and: second))
      }.sorted { actors.precedes($0.first, $1.first) }
    }
    return MeetingPlan(
      groups: groups, firstSide: sides.first, secondSide: sides.second, membersOfBoth: sides.both,
      roundCount: meeting.roundCount, knownPairCount: known.count, rounds: rounds,
      changes: try changes(
        of: sides.first + sides.second, by: rounds.flatMap(\.self), options, execution))
  }

  private func presentMembers(of group: Int, _ options: ReachOptions) throws -> [Int] {
    let found = members(of: group, at: options.period, possibly: options.possibly)
    guard found.isEmpty else { return found }
    throw MeetingError.noMembers(
      group, possible: members(of: group, at: options.period, possibly: true).count,
      ever: members(of: group).count)
  }

  /// Returns whether two actors differ in a column; not if either entry is empty.
  private func complementarity(by column: String) throws -> (Int, Int) -> Bool {
    let entry: (Int) -> String
    if let attribute = actors.attributes.first(where: { $0.name == column }) {
      entry = { attribute.values[$0] }
    } else if column == "kind" {
      entry = { actors.kind($0)?.rawValue ?? "" }
    } else {
      throw MeetingError.noColumn(column)
    }
    return { first, second in
      let (one, other) = (entry(first), entry(second))
      return !one.isEmpty && !other.isEmpty && one != other
    }
  }

  /// Compares the reach of members before and after the pairs know each other.
  private func changes(
    of members: [Int], by pairs: [MeetingPlan.Pair], _ options: ReachOptions,
    _ execution: Execution
  ) throws -> [MeetingPlan.Change] {
    let before = try reach(introducers: 1, options, execution: execution)
    var options = options
    options.tieKinds?.insert(.meeting)
    let after = try meeting(pairs.map { ($0.first, $0.second) }, at: options.period)
      .reach(introducers: 1, options, execution: execution)
    var talks: [Int: Int] = [:]
    for pair in pairs {
      talks[pair.first, default: 0] += 1
      talks[pair.second, default: 0] += 1
    }
    let totals = [before, after].map { reach in
      Dictionary(
        uniqueKeysWithValues: reach.actors.indices.map {
          (reach.actors[$0], reach.total(row: $0, introducers: 1))
        })
    }
    return members.map { member in
      MeetingPlan.Change(
        actor: member, talks: talks[member] ?? 0, before: totals[0][member] ?? 0,
        after: totals[1][member] ?? 0)
    }
  }
}
