internal import GraphStructure
internal import NetworkData

/// What goes when actors retire, and what an heir may keep of it.
///
/// Retiring an actor removes its ties and every tie that is *through* it: a person's offices, and
/// its firm's membership that the person carries. An heir may keep each of them: a tie of the
/// actor becomes one of the heir, a tie through the actor stays where it is, carried by the heir.
/// Ties between the actor and its heir vanish.
///
/// A group introduces no two of its own members. Who was a member before the retirement counts as
/// one afterwards, even where that membership has gone; and who inherits a membership counts as none,
/// though it knows all those whose memberships overlap. So no group begins or ceases to introduce
/// anybody, fewer ties never make more chains, and more inherited ties never fewer.
public struct Retirement: Sendable {
  /// Who retires.
  public let actors: Set<Int>

  /// Who takes over, nil if nobody does.
  public let heir: Int?

  /// The ties that go, of those that count, ascending.
  public let ties: [Int]

  /// Those of ``ties`` that the heir may keep; empty without an heir.
  public let inheritable: [Int]

  /// Who knew whom before.
  let before: Acquaintances

  /// The network in which the heir has all that it may keep.
  private let succeeded: Network

  /// Finds what hangs on some actors.
  ///
  /// - Parameters:
  ///   - actors: Who retires.
  ///   - heir: Who takes over, none of those that retire.
  ///   - acquaintances: Who knows whom before.
  /// - Complexity: O(actors + ties).
  public init(of actors: Set<Int>, heir: Int? = nil, from acquaintances: Acquaintances) {
    precondition(heir.map { !actors.contains($0) } ?? true, "nobody inherits from oneself")
    let network = acquaintances.network
    func ends(_ tie: Int) -> [Int] {
      [Int(network.ties.sources[tie]), Int(network.ties.targets[tie])]
    }
    let gone = acquaintances.ties.filter { tie in
      ends(tie).contains(where: actors.contains)
        || network.ties.carrier(tie).map(actors.contains) ?? false
    }
    (self.actors, self.heir, before, ties) = (actors, heir, acquaintances, gone)
    guard let heir else {
      (inheritable, succeeded) = ([], network)
      return
    }
    let kept = gone.filter { tie in
      !ends(tie).contains(where: actors.contains)
        || !ends(tie).allSatisfy { actors.contains($0) || $0 == heir }
    }
    inheritable = kept
    succeeded = Self.network(network, giving: kept, of: actors, to: heir)
  }

  /// Returns who knows whom afterwards.
  ///
  /// - Parameter kept: Those of ``inheritable`` that the heir keeps.
  /// - Returns: The acquaintances; who retired knows nobody.
  func acquaintances(keeping kept: Set<Int> = []) -> Acquaintances {
    var options = before.options
    options.withoutTies.formUnion(ties.filter { !kept.contains($0) })
    do {
      return try Acquaintances(in: succeeded, options, insiders: before.insiders)
    } catch {
      preconditionFailure("fewer ties make no more pairs than there were: \(error)")
    }
  }

  private static func network(
    _ network: Network, giving inheritable: [Int], of actors: Set<Int>, to heir: Int
  ) -> Network {
    var (sources, targets) = (network.ties.sources.array, network.ties.targets.array)
    for tie in inheritable {
      if actors.contains(Int(sources[tie])) { sources[tie] = UInt32(heir) }
      if actors.contains(Int(targets[tie])) { targets[tie] = UInt32(heir) }
    }
    // What a tie rests on and who carries it changes nothing in who knows whom.
    var ties = Ties(sources: sources, targets: targets)
    ties.directions = network.ties.directions
    ties.kinds = network.ties.kinds
    ties.dates = network.ties.dates
    return Network(description: network.description, actors: network.actors, ties: ties)
  }
}
