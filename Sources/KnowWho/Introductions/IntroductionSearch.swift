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

    var paths = self.paths(from: source, to: target, options)
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
    let alternatives = self.alternatives(to: shortest.first ?? [], options, &gaveUp)
    let independent = IndependentChains(
      acquaintances, from: source, to: target, atMost: options.independentLimit)
    return Introductions(
      source: source, target: target, shortest: shortest.map(chain), hasMoreShortest: hasMore,
      further: further.map(chain), alternatives: alternatives.map(chain),
      independentCount: independent.bounds,
      hasMoreIndependent: independent.paths.count == options.independentLimit,
      indispensable: indispensable(independent), gaveUp: gaveUp)
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
    from source: Int, to target: Int, _ options: IntroductionOptions, without: Set<Int> = [],
    takesDirect: Bool = true
  ) -> ActorPaths? {
    guard let start = acquaintances.start[source], acquaintances.start[target] != nil else {
      return nil
    }
    let actors = acquaintances.actors
    let ends = acquaintances.places(of: target)
    var closed = Set(without.flatMap(acquaintances.places) + acquaintances.closedPlaces)
    // A group that asks is not come back to by its other place.
    if let twin = acquaintances.twin(of: start) { closed.insert(twin) }
    closed.subtract(ends + [start])
    let watchesTime = options.respectsTime && network.ties.haveDates
    let paths = SimplePaths(
      acquaintances.graph, from: start, toAny: ends, longest: options.longest + 1,
      avoiding: closed, branchLimit: Self.branchLimit,
      inOrder: { [network] in network.actors.precedes(actors[$0], actors[$1]) },
      where: { [acquaintances, judge, carriers] path, next in
        if path.count == 1, !takesDirect, ends.contains(next) { return false }
        if path.count > 1,
          acquaintances.insiders.bar(
            actors[path[path.count - 1]], from: actors[path[path.count - 2]], to: actors[next])
        {
          return false
        }
        if let twin = acquaintances.twin(of: next), path.contains(twin) { return false }
        return !watchesTime
          || judge.respectsTime((path + [next]).map { actors[$0] }, carriers, .possibly)
      })
    return ActorPaths(paths: paths, actors: actors)
  }

  /// Chains that share no introducer with the first one and with each other.
  private func alternatives(
    to first: [Int], _ options: IntroductionOptions, _ gaveUp: inout Bool
  ) -> [[Int]] {
    guard let source = first.first, let target = first.last else { return [] }
    var found: [[Int]] = []
    var used = Set(first.dropFirst().dropLast())
    while found.count < options.routes {
      var paths = paths(
        from: source, to: target, options, without: used, takesDirect: first.count > 2)
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
}

/// Paths over places as chains of actors.
private struct ActorPaths {
  var paths: SimplePaths
  let actors: [Int]

  var gaveUp: Bool { paths.gaveUp }

  mutating func next() -> [Int]? { paths.next()?.map { actors[$0] } }
}
