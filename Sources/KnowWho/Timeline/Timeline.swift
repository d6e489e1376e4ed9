public import GraphStructure
public import NetworkData

/// How a network changed, period by period.
///
/// Ties are known by bounds of their dates, so figures are ranges. Ties, actors and memberships
/// lie between those definitely alive and those possibly alive in a period; so does mean reach,
/// which more ties do not take away (``AcquaintanceRange`` says with what exceptions). Leader
/// dependence may rise or fall with more ties: its range is that of sampled timelines, each a
/// choice of exact dates within all bounds, open ones drawn within the time that is asked about.
public struct Timeline: Sendable {
  /// Leader dependence in one period.
  public struct DependenceRange: Sendable, Hashable {
    /// The mean over those sampled timelines in which anybody reaches anybody; the exact value where
    /// ``isExact``.
    public let mean: Double
    /// The least value of any sampled timeline.
    public let least: Double
    /// The greatest value of any sampled timeline.
    public let most: Double
    /// Whether the dates leave nothing open.
    public let isExact: Bool
  }

  /// One period.
  public struct Moment: Sendable, Hashable {
    /// The period.
    public let period: Period
    /// Whether some of it lies within the time of observation.
    public let isObserved: Bool
    /// How many actors have ties.
    public let actors: ClosedRange<Int>
    /// How many ties are alive.
    public let ties: ClosedRange<Int>
    /// How many pairs of a member and its group there are.
    public let memberships: ClosedRange<Int>
    /// What the actors that certainly have ties reach on average; nil where there are none.
    public let meanReach: ClosedRange<Double>?
    /// The dependence on the leader; nil where there is no leader, or in no timeline anybody
    /// reaches anybody.
    public internal(set) var dependence: DependenceRange?
  }

  /// The periods in order.
  public private(set) var moments: [Moment]

  /// Whose dependence is told.
  public private(set) var leader: Int?

  /// How many timelines were sampled.
  public private(set) var samples: Int

  /// Joins timelines of periods that follow each other, without the dependence on anybody.
  ///
  /// - Parameter parts: The timelines, in order.
  public init(joining parts: [Timeline]) {
    moments = parts.flatMap(\.moments)
    (leader, samples) = (nil, 0)
    for index in moments.indices { moments[index].dependence = nil }
  }

  init(moments: [Moment]) { (self.moments, leader, samples) = (moments, nil, 0) }

  /// Returns the timeline with the dependence on a leader.
  ///
  /// - Parameters:
  ///   - dependences: An entry for each of ``moments``.
  ///   - leader: On whom.
  ///   - samples: How many timelines were sampled.
  /// - Returns: The same periods.
  public func adding(
    _ dependences: [DependenceRange?], on leader: Int, samples: Int
  ) -> Timeline {
    precondition(dependences.count == moments.count, "a dependence for each period")
    var timeline = self
    (timeline.leader, timeline.samples) = (leader, samples)
    for index in moments.indices { timeline.moments[index].dependence = dependences[index] }
    return timeline
  }
}

extension Network {
  /// Returns how this network changed.
  ///
  /// - Parameters:
  ///   - periods: The periods, in order.
  ///   - options: Which ties count, and what a step is; its own period is not used.
  ///   - introducers: The most introducers to count, 0 or more.
  ///   - group: A group whose members alone ask, and do not count as reached: those who certainly are
  ///     members then; the least leaves out all possible ones, the most the certain ones only.
  ///   - leader: Whose dependence is told; nil for nobody's.
  ///   - samples: How many timelines are sampled for it, at least 2.
  ///   - seed: Equal seeds give equal numbers.
  ///   - execution: How the work is carried out.
  /// - Returns: An entry for each period.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  /// - Complexity: For each period a count of reach, twice; with a leader twice more a sample.
  public func timeline(
    over periods: [Period], _ options: ReachOptions = ReachOptions(), introducers: Int = 1,
    outside group: Int? = nil, leader: Int? = nil, samples: Int = 200, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(GraphError) -> Timeline {
    precondition(introducers >= 0 && samples >= 2)
    let ranges = try acquaintanceRanges(over: periods, options)
    let timeline = Timeline(moments: ranges.map { moment($0, introducers, group, execution) })
    guard let leader else { return timeline }
    let dependences = DependenceSampling(
      of: leader, in: self, ranges: ranges, introducers: introducers, outside: group
    ).dependences(samples: samples, seed: seed, execution)
    return timeline.adding(dependences, on: leader, samples: samples)
  }

  /// Returns how much of what the others reach hangs on an actor, period by period.
  ///
  /// - Parameters:
  ///   - leader: On whom.
  ///   - periods: The periods, in order.
  ///   - options: Which ties count, and what a step is; its own period is not used.
  ///   - introducers: The most introducers to count, 0 or more.
  ///   - group: A group whose members alone ask, and do not count as reached.
  ///   - samples: How many timelines are sampled, at least 2.
  ///   - seed: Equal seeds give equal numbers.
  ///   - execution: How the work is carried out.
  /// - Returns: An entry for each period; nil where in no timeline anybody reaches anybody.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  /// - Complexity: For each period a count of reach, twice a sample.
  public func leaderDependence(
    on leader: Int, over periods: [Period], _ options: ReachOptions = ReachOptions(),
    introducers: Int = 1, outside group: Int? = nil, samples: Int = 200, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(GraphError) -> [Timeline.DependenceRange?] {
    precondition(introducers >= 0 && samples >= 2)
    return DependenceSampling(
      of: leader, in: self, ranges: try acquaintanceRanges(over: periods, options),
      introducers: introducers, outside: group
    ).dependences(samples: samples, seed: seed, execution)
  }

  private func acquaintanceRanges(
    over periods: [Period], _ options: ReachOptions
  ) throws(GraphError) -> [AcquaintanceRange] {
    var ranges: [AcquaintanceRange] = []
    for period in periods {
      var options = options
      (options.period, options.possibly) = (period, false)
      ranges.append(try AcquaintanceRange(of: try Acquaintances(in: self, options)))
    }
    return ranges
  }

  private func moment(
    _ range: AcquaintanceRange, _ introducers: Int, _ group: Int?, _ execution: Execution
  ) -> Timeline.Moment {
    let certain = range.certain
    let possible = range.possible ?? certain
    let period = certain.options.period ?? 1
    let quiet = Execution(
      threads: execution.threads, memoryLimit: execution.memoryLimit,
      isCancelled: execution.isCancelled)
    let members = group.map { (certain.members(of: $0), possible.members(of: $0)) }
    let reach = reach(range, introducers, leavingOut: members, quiet)
    let (sure, maybe) = (touched(certain.ties), touched(possible.ties))
    let asking = members.map { sure.intersection($0.0) } ?? sure
    let bounds = reach.least.actors.indices.filter { asking.contains(reach.least.actors[$0]) }
      .map { reach.bounds(row: $0, introducers: introducers) }
    let count = Double(max(1, bounds.count))
    let least = Double(bounds.reduce(0) { $0 + $1.lowerBound }) / count
    let most = Double(bounds.reduce(0) { $0 + $1.upperBound }) / count
    return Timeline.Moment(
      period: period, isObserved: isObserved(period),
      actors: sure.count...maybe.count,
      ties: certain.ties.count...possible.ties.count,
      memberships: memberships(certain.ties)...memberships(possible.ties),
      meanReach: bounds.isEmpty ? nil : least...most, dependence: nil)
  }

  /// Counts reach without the members of a group: the least without all who may be members, the most
  /// without those who certainly are.
  private func reach(
    _ range: AcquaintanceRange, _ introducers: Int,
    leavingOut members: (certain: Set<Int>, possible: Set<Int>)?, _ execution: Execution
  ) -> ReachRange {
    guard let members else { return range.reach(introducers: introducers, execution: execution) }
    func count(_ acquaintances: Acquaintances, without away: Set<Int>) -> KnowWhoReach {
      acquaintances.reach(
        introducers: introducers, targets: ReachTargets(in: self, leavingOut: away),
        execution: execution)
    }
    return ReachRange(
      least: count(range.certain, without: members.possible),
      most: range.possible.map { count($0, without: members.certain) })
  }

  /// Whether some of a period lies within the time of observation.
  private func isObserved(_ period: Period) -> Bool {
    let first = description.observedFrom?.earliestDay ?? .min
    let last = description.observedTo?.latestDay ?? .max
    return period.lastDay >= first && period.firstDay <= last
  }

  /// The actors that some ties touch.
  private func touched(_ chosen: [Int]) -> Set<Int> {
    Set(chosen.flatMap { [Int(ties.sources[$0]), Int(ties.targets[$0])] })
  }

  private func memberships(_ chosen: [Int]) -> Int {
    let kinds = KindCodes(self)
    return Set(chosen.compactMap { kinds.membership($0).map { [$0.member, $0.group] } }).count
  }
}
