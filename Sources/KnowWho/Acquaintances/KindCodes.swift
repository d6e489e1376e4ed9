internal import GraphStructure
internal import NetworkData

/// Which actors are occasions and which ties are memberships, looked up by number.
///
/// Columns hold kinds as numbers; to compare words a million times would take longer than all else.
struct KindCodes: Sendable {
  private let sources: Column<UInt32>
  private let targets: Column<UInt32>
  private let codeOfTie: Column<UInt32>
  private let codeOfActor: Column<UInt32>
  private let membership: UInt32?
  private let group: UInt32?
  private let isOccasionKind: [Bool]

  init(_ network: Network) {
    func code(_ column: WordColumn?, _ word: String) -> UInt32? {
      column?.words.firstIndex(of: word).map(UInt32.init)
    }
    (sources, targets) = (network.ties.sources, network.ties.targets)
    codeOfTie = network.ties.kinds?.codes ?? []
    codeOfActor = network.actors.kinds?.codes ?? []
    membership = code(network.ties.kinds, TieKind.membership.rawValue)
    group = code(network.actors.kinds, ActorKind.group.rawValue)
    isOccasionKind = (network.actors.kinds?.words ?? []).map { ActorKind(rawValue: $0).isOccasion }
  }

  /// Whether any tie is a membership of a group.
  var haveMemberships: Bool { membership != nil && group != nil }

  /// Whether an actor is an occasion.
  func isOccasion(_ actor: Int) -> Bool {
    !codeOfActor.isEmpty && isOccasionKind[Int(codeOfActor[actor])]
  }

  /// Whether an actor is a group.
  func isGroup(_ actor: Int) -> Bool { group != nil && codeOfActor[actor] == group }

  /// Returns the member and the group of a tie, nil where it is no membership of a group.
  ///
  /// Of two groups the target is the group, the source its member.
  func membership(_ tie: Int) -> (member: Int, group: Int)? {
    guard let membership, let group, codeOfTie[tie] == membership else { return nil }
    let (source, target) = (Int(sources[tie]), Int(targets[tie]))
    if codeOfActor[target] == group { return (source, target) }
    return codeOfActor[source] == group ? (target, source) : nil
  }
}
