internal import GraphMeasures
internal import NetworkData

/// Why no introductions can be looked for.
public enum IntroductionError: Error, Hashable {
  /// Who asks is who is to be got to.
  case sameActor(Int)
  /// A project or event neither asks nor is got to.
  case isOccasion(Int)
}

/// Looks for introductions from one actor to another.
///
/// A chain names no actor twice, passes no actor of ``ReachOptions/notVia``, and a group on it is
/// the introducer between two of whom at most one is its member. Chains come in order of length, and
/// among chains of the same length by the ids of their actors.
public struct IntroductionSearch: Sendable {
  /// Who knows whom.
  public let acquaintances: Acquaintances
  /// What carries the steps.
  public let carriers: StepCarriers
  private let network: Network
  private let judge: ChainJudge

  /// Prepares questions; each one is quick afterwards.
  ///
  /// - Parameter acquaintances: Who knows whom.
  /// - Complexity: O(actors + ties).
  public init(_ acquaintances: Acquaintances) {
    self.acquaintances = acquaintances
    network = acquaintances.network
    carriers = StepCarriers(of: acquaintances)
    judge = ChainJudge(acquaintances)
  }

  /// Returns how one actor gets to another.
  ///
  /// - Parameters:
  ///   - source: The position of the actor that asks.
  ///   - target: The position of the actor to be got to.
  ///   - options: How much is looked for.
  /// - Returns: The chains; none where there are none, or where no chosen tie touches one of the two.
  /// - Throws: ``IntroductionError`` where the two are the same or one is an occasion.
  /// - Complexity: As ``GraphMeasures/SimplePaths``; nodes are searched from both ends.
  public func introductions(
    from source: Int, to target: Int, _ options: IntroductionOptions = IntroductionOptions()
  ) throws(IntroductionError) -> Introductions {
    if source == target { throw .sameActor(source) }
    for actor in [source, target] where carriers.isOccasion(actor) { throw .isOccasion(actor) }

    let meetings =
      options.respectsTime && network.ties.haveDates
      ? TimedMeetings(carriers, TieDays(network: network, certainty: .possibly)) : nil
    var paths = self.paths(from: source, to: target, options, meetings)
    var shortest: [[Int]] = []
    var further: [[Int]] = []
    var hasMore = false
    while let path = paths?.next() {
      if shortest.isEmpty || path.count == shortest[0].count {
        if shortest.count == options.shortestLimit {
          hasMore = true
          break
        }
        shortest.append(path)
      } else {
        if further.count < options.routes { further.append(path) }
        if further.count >= options.routes { break }
      }
    }
    var gaveUp = paths?.gaveUp ?? false
    let alternatives = self.alternatives(
      to: shortest.first ?? [], options, meetings, paths?.timed?.departures, &gaveUp)
    let independent = IndependentChains(
      acquaintances, from: source, to: target, atMost: options.independentLimit)
    if let meetings, let first = shortest.first {
      // Those listed share no introducer; without regard to time there may be more.
      let listed = 1 + alternatives.count
      return Introductions(
        source: source, target: target, shortest: shortest.map(chain), hasMoreShortest: hasMore,
        further: further.map(chain), alternatives: alternatives.map(chain),
        independentCount: listed...max(listed, independent.bounds.upperBound),
        hasMoreIndependent: independent.paths.count == options.independentLimit,
        indispensable: alternatives.isEmpty ? indispensable(on: first, meetings) : [],
        gaveUp: gaveUp)
    }
    return Introductions(
      source: source, target: target, shortest: shortest.map(chain), hasMoreShortest: hasMore,
      further: further.map(chain), alternatives: alternatives.map(chain),
      independentCount: meetings == nil ? independent.bounds : 0...independent.bounds.upperBound,
      hasMoreIndependent: independent.paths.count == options.independentLimit,
      indispensable: meetings == nil ? indispensable(independent) : [], gaveUp: gaveUp)
  }

  /// Returns a chain with all that is to be said about it.
  ///
  /// - Parameter actors: The positions of its actors, each of whom knows the next.
  /// - Returns: The chain.
  public func chain(_ actors: [Int]) -> IntroductionChain {
    let steps = zip(actors, actors.dropFirst()).map { from, to in
      let carriers = carriers.carriers(from: from, to: to)
      return IntroductionChain.Step(
        from: from, to: to, carriers: carriers, evidence: judge.evidence(carriers))
    }
    return IntroductionChain(
      actors: actors, steps: steps, warnings: judge.warnings(actors, steps))
  }

  /// After so many branches a search gives up, within seconds.
  private static let branchLimit = 200_000

  /// The chains between two actors, nil where one of them has no place.
  private func paths(
    from source: Int, to target: Int, _ options: IntroductionOptions, _ meetings: TimedMeetings?,
    _ known: LatestDepartures? = nil, without: Set<Int> = [], takesDirect: Bool = true
  ) -> ActorPaths? {
    guard let start = acquaintances.start[source], acquaintances.start[target] != nil else {
      return nil
    }
    if let meetings {
      return ActorPaths(
        timed: TimedChains(
          meetings, from: source, to: target, longest: options.longest + 1,
          avoiding: without.union(acquaintances.options.notVia), takesDirect: takesDirect,
          known: known))
    }
    let actors = acquaintances.actors
    let ends = acquaintances.places(of: target)
    var closed = Set(without.flatMap(acquaintances.places) + acquaintances.closedPlaces)
    // A group that asks is not come back to by its other place.
    if let twin = acquaintances.twin(of: start) { closed.insert(twin) }
    closed.subtract(ends + [start])
    let paths = SimplePaths(
      acquaintances.graph, from: start, toAny: ends, longest: options.longest + 1,
      avoiding: closed, branchLimit: Self.branchLimit,
      inOrder: { [network] in network.actors.precedes(actors[$0], actors[$1]) },
      where: { [acquaintances] path, next in
        if path.count == 1, !takesDirect, ends.contains(next) { return false }
        if path.count > 1,
          acquaintances.insiders.bar(
            actors[path[path.count - 1]], from: actors[path[path.count - 2]], to: actors[next])
        {
          return false
        }
        return !(acquaintances.twin(of: next).map(path.contains) ?? false)
      })
    return ActorPaths(plain: (paths, actors))
  }

  /// Chains that share no introducer with the first one and with each other.
  private func alternatives(
    to first: [Int], _ options: IntroductionOptions, _ meetings: TimedMeetings?,
    _ known: LatestDepartures?, _ gaveUp: inout Bool
  ) -> [[Int]] {
    guard let source = first.first, let target = first.last else { return [] }
    var found: [[Int]] = []
    var used = Set(first.dropFirst().dropLast())
    while found.count < options.routes {
      var paths = paths(
        from: source, to: target, options, meetings, known, without: used,
        takesDirect: first.count > 2)
      let next = paths?.next()
      gaveUp = gaveUp || paths?.gaveUp ?? false
      guard let next else { break }
      found.append(next)
      // A second direct chain is none.
      if next.count == 2 { break }
      used.formUnion(next.dropFirst().dropLast())
    }
    return found
  }

  /// The introducers without each of whom no chain is left.
  private func indispensable(_ independent: IndependentChains) -> [Int] {
    guard independent.bounds.lowerBound == 1, let path = independent.paths.first else { return [] }
    return path.dropFirst().dropLast().filter { introducer in
      IndependentChains(
        acquaintances, from: independent.source, to: independent.target, atMost: 1,
        without: [introducer]
      ).bounds.upperBound == 0
    }
  }

  /// The introducers of a chain without each of whom no chain is left that possibly respects time.
  private func indispensable(on chain: [Int], _ meetings: TimedMeetings) -> [Int] {
    chain.dropFirst().dropLast().filter { introducer in
      let (day, isProven) = TimedSearch.day(
        meetings, from: chain[0], to: chain[chain.count - 1],
        ArrivalSearch.Barriers(introducers: [introducer]), limit: 16)
      return isProven && day == nil
    }
  }
}

/// Chains of actors, one at a time: of all, or of those that possibly respect time.
private struct ActorPaths {
  /// Paths over places, and the actor of each place.
  var plain: (paths: SimplePaths, actors: [Int])?
  var timed: TimedChains?

  var gaveUp: Bool { timed?.gaveUp ?? plain?.paths.gaveUp ?? false }

  mutating func next() -> [Int]? {
    guard timed == nil else { return timed?.next() }
    return plain?.paths.next()?.map { [actors = plain?.actors ?? []] in actors[$0] }
  }
}
