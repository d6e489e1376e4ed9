public import NetworkData

/// The actors that count as reached, by kind.
public struct ReachTargets: Sendable {
  /// The kinds of targets that occur, in the order of the network; nil for actors without a kind.
  public let kinds: [ActorKind?]

  /// For each actor the position of its kind in ``kinds``, −1 where it does not count.
  let classOfActor: [Int]

  /// Chooses targets.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - wanted: Actors of these kinds; nil takes all organisations: all actors but persons,
  ///     projects and events. An actor without a kind counts as an organisation.
  ///   - away: Actors that do not count.
  /// - Complexity: O(actors).
  public init(
    in network: Network, kinds wanted: Set<ActorKind>? = nil, leavingOut away: Set<Int> = []
  ) {
    var kinds: [ActorKind?] = []
    var classOfKind: [ActorKind?: Int] = [:]
    classOfActor = network.actors.indices.map { actor in
      let kind = network.actors.kind(actor)
      let isWanted =
        wanted.map { kinds in kind.map(kinds.contains) ?? false } ?? (kind?.isOrganisation ?? true)
      guard isWanted, !away.contains(actor) else { return -1 }
      if let known = classOfKind[kind] { return known }
      classOfKind[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }
    self.kinds = kinds
  }

  /// Whether an actor counts.
  ///
  /// - Parameter actor: The position of an actor in the network.
  /// - Returns: `false` where it is no target.
  public func contains(_ actor: Int) -> Bool { classOfActor[actor] >= 0 }
}
