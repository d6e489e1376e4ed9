/// How many organisations a member gets to through at most one introducer, by the rules of Know-Who.
public struct MemberReach: Sendable, Equatable {
  /// All organisations.
  public let all: Int
  /// Those with whom it is in no group.
  public let outside: Int

  /// Creates a number of organisations.
  ///
  /// - Parameters:
  ///   - all: All organisations.
  ///   - outside: Those with whom the member is in no group.
  public init(all: Int, outside: Int) { (self.all, self.outside) = (all, outside) }
}

extension KnowWhoReach {
  /// Returns how many organisations actors get to through at most one introducer.
  ///
  /// - Parameter actors: The positions of actors in the network.
  /// - Returns: The numbers of each; nil for those that cannot ask.
  /// - Precondition: One introducer or more were counted.
  public func members(_ actors: [Int]) -> [MemberReach?] {
    let rows = Dictionary(uniqueKeysWithValues: self.actors.enumerated().map { ($1, $0) })
    return actors.map { actor in
      rows[actor].map { row in
        MemberReach(
          all: total(row: row, introducers: 1),
          outside: total(row: row, introducers: 1, outside: true))
      }
    }
  }
}
