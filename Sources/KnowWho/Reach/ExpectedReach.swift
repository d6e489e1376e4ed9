public import GraphStructure

/// How many targets an actor gets to on average, when not everybody passes a question on.
public struct ExpectedReach: Sendable, Hashable {
  /// The expected number.
  public let mean: Double

  /// Half the width of the 95 % interval of a simulation; nil where the number is exact.
  public let margin: Double?

  /// How many acquaintances are uncertain: those that a chain may use after its first step.
  public let uncertainCount: Int

  /// Whether all cases were told apart.
  public var isExact: Bool { margin == nil }
}

extension Acquaintances {
  /// Returns how many targets each actor gets to on average, when acquaintances relay by chance.
  ///
  /// > E*R*ₖ(*i*) = Σ over targets *t* of P(some open chain of at most *k* + 1 steps leads from *i*
  /// > to *t*)
  ///
  /// The asker's own acquaintances are certain; every other one is open or closed independently, as
  /// ``RelayChances`` says. It is **exact** where at most 25 acquaintances are uncertain, and
  /// wherever few cases have to be told apart: always through one introducer, since the last step of
  /// a chain is never enumerated. Else it is **simulated** by seeded draws: a pair of actors has one
  /// coin a run, the same for all who ask, and the last steps are taken by their chances.
  ///
  /// - Parameters:
  ///   - askers: The actors who ask, each of whom has a place here; by default ``askers``.
  ///   - introducers: At most so many introducers, 0 or more.
  ///   - chances: How likely acquaintances relay.
  ///   - targets: Who counts as reached; by default every organisation.
  ///   - runs: How many runs a simulation takes, at least 2.
  ///   - seed: Equal seeds give equal numbers, in whatever order actors and ties stand.
  ///   - execution: How the work is carried out.
  /// - Returns: An entry for each asker.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  /// - Complexity: O(*runs* (*n* + *m*)) an actor, *n* and *m* counted as far as asked.
  public func expectedReach(
    from askers: [Int]? = nil, introducers: Int = 1, chances: RelayChances = .standard,
    targets: ReachTargets? = nil,
    runs: Int = 1000, seed: UInt64 = 1, execution: Execution = .standard
  ) throws(GraphError) -> [ExpectedReach] {
    precondition(introducers >= 0 && runs >= 2)
    let targets = targets ?? ReachTargets(in: network)
    // Members whose acquaintance is closed are not introduced to each other by their group.
    let acquaintances = try Acquaintances(
      in: network, options, splittingAllGroups: true, insiders: insiders)
    let pairs = RelayPairs(of: acquaintances, chances)
    let askers = askers ?? self.askers
    let runNumbers = (0..<runs).map { RelayPairs.run($0, seed: seed) }
    var values = execution.map(
      askers.count, chunkSize: 4, makeScratch: { RelaySearch(over: acquaintances, pairs, targets) },
      value: { row, search in
        let actor = askers[row]
        let uncertain = search.uncertainCount(from: actor, introducers: introducers)
        let exact = search.expectation(
          from: actor, introducers: introducers,
          walkLimit: uncertain <= Self.exactLimit ? .max : Self.walkLimit)
        if let exact { return ExpectedReach(mean: exact, margin: nil, uncertainCount: uncertain) }
        var (sum, squares) = (0.0, 0.0)
        for run in runNumbers {
          if execution.isCancelled() { break }
          let value = search.sample(from: actor, introducers: introducers, run: run)
          sum += value
          squares += value * value
        }
        let mean = sum / Double(runs)
        let variance = max(0, squares - sum * mean) / Double(runs - 1)
        return ExpectedReach(
          mean: mean, margin: 1.96 * (variance / Double(runs)).squareRoot(),
          uncertainCount: uncertain)
      })
    while values.count < askers.count {
      values.append(ExpectedReach(mean: 0, margin: nil, uncertainCount: 0))
    }
    return values
  }

  /// Up to so many uncertain acquaintances the result is always exact.
  private static let exactLimit = 25
  /// Above, as many walks may be spent on telling cases apart as a simulation takes runs.
  private static let walkLimit = 1000
}
