internal import GraphMeasures
public import GraphStructure

/// Someone whom an actor gets to, and through whom.
public struct ReachedTarget: Sendable, Hashable {
  /// The position of the target in the network.
  public let actor: Int

  /// A shortest chain from who asks to the target, both included; of several the one whose
  /// introducers come first by id.
  public let chain: [Int]

  /// How many of those whom the asker knows can be the first to introduce; 0 where the asker knows
  /// the target.
  public let firstIntroducerCount: Int

  /// The introducers each of whom cannot be done without, in the order of the chain.
  public let indispensable: [Int]

  /// How many introducers the chain has.
  public var introducerCount: Int { chain.count - 2 }

  /// Whether the target hangs on one introducer: without that one it cannot be got to by as few
  /// introducers as were asked for.
  public var isFragile: Bool { !indispensable.isEmpty }
}

extension Acquaintances {
  /// Returns whom an actor gets to, nearest first, and through whom.
  ///
  /// All chains of at most so many introducers count, not only shortest ones: for those who can be
  /// the first to introduce, and for those without whom no chain is left.
  ///
  /// - Parameters:
  ///   - actor: The position of the actor who asks.
  ///   - introducerLimit: At most so many introducers, 0 or more.
  ///   - targets: Who counts as reached; by default every organisation.
  ///   - execution: How the work is carried out.
  /// - Returns: The targets by number of introducers, then by id; none where the actor has no tie.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  /// - Complexity: O(*n* + *m*) for each of those the asker knows and for each introducer on the
  ///   chains, at most as far as asked.
  public func reached(
    from actor: Int, introducers introducerLimit: Int = 3, targets: ReachTargets? = nil,
    execution: Execution = .standard
  ) throws(GraphError) -> [ReachedTarget] {
    precondition(introducerLimit >= 0)
    guard contains(actor) else { return [] }
    // A group that is asked first must not lead to its other members and on.
    let acquaintances = try Acquaintances(
      in: network, options, splittingAllGroups: true, insiders: insiders)
    return acquaintances.splitReached(from: actor, introducerLimit, targets, execution)
  }

  /// As ``reached(from:introducers:targets:execution:)``, where all groups are split.
  private func splitReached(
    from actor: Int, _ introducerLimit: Int, _ targets: ReachTargets?, _ execution: Execution
  ) -> [ReachedTarget] {
    guard let start = start[actor] else { return [] }
    let targets = targets ?? ReachTargets(in: network)
    let steps = introducerLimit + 1
    let ends = endsByID()
    var search = ReachSearch(over: self, ends: ends)
    var found: [(actor: Int, steps: Int, visit: Int)] = []
    search.visit(from: actor, within: steps) { met, steps, visit in
      if targets.contains(met) { found.append((met, steps, visit)) }
    }
    let chains = found.map { search.chain(to: $0.visit) }
    let met = found.map(\.actor)

    let firstPlaces = Set(graph.outgoing.arcs(of: start).map { Int(ends[$0]) }).sorted()
    let counts = execution.reduceChunks(
      of: firstPlaces.count, chunkSize: 8,
      into: [Int](repeating: 0, count: network.actors.count),
      makeScratch: { ReachSearch(over: self) },
      work: { range, search in
        range.flatMap { index in
          var met: [Int] = []
          search.visit(from: actor, within: steps, onlyBy: firstPlaces[index]) { other, steps, _ in
            if steps > 1 { met.append(other) }
          }
          return met
        }
      },
      merge: { counts, met in for actor in met { counts[actor] += 1 } })

    let introducers = Set(chains.flatMap { $0.dropFirst().dropLast() }).sorted()
    let lost = execution.map(
      introducers.count, chunkSize: 8, makeScratch: { ReachSearch(over: self) },
      value: { index, search in
        search.visit(from: actor, within: steps, without: introducers[index]) { _, _, _ in }
        return Set(met.filter { !search.hasMet($0) })
      })
    let lostWithout = Dictionary(uniqueKeysWithValues: zip(introducers, lost))

    return zip(found, chains).map { target, chain in
      ReachedTarget(
        actor: target.actor, chain: chain,
        firstIntroducerCount: target.steps > 1 ? counts[target.actor] : 0,
        indispensable: chain.dropFirst().dropLast().filter {
          lostWithout[$0]?.contains(target.actor) ?? false
        })
    }.sorted { first, second in
      first.chain.count != second.chain.count
        ? first.chain.count < second.chain.count
        : network.actors.precedes(first.actor, second.actor)
    }
  }

  /// The ends of the arcs, those of a place in the order of the ids, so that what is found first
  /// does not depend on the order of the network.
  private func endsByID() -> [UInt32] {
    var rank = [Int](repeating: 0, count: network.actors.count)
    for (position, actor) in network.actors.indices.sorted(by: network.actors.precedes).enumerated()
    {
      rank[actor] = position
    }
    return graph.nodes.flatMap { place in
      graph.outgoing.ends[graph.outgoing.arcs(of: place)].sorted {
        rank[actors[Int($0)]] < rank[actors[Int($1)]]
      }
    }
  }
}
