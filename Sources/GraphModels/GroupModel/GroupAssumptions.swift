/// All that the group model assumes: a number for each ``Assumption``.
public struct GroupAssumptions: Sendable, Hashable {
  /// Why a set of assumptions cannot be.
  public enum Problem: Error, Sendable, Hashable {
    /// A number lies outside its range, or should be whole.
    case notAllowed(Assumption, Double)
    /// A known tie would cost more than a strong one.
    case knownCostsMore
    /// Members would draw more contacts out of the pool than it has.
    case poolTooSmall(needed: Int)
  }

  private var values: [Double]

  /// The assumptions as they are unless set.
  public init() {
    values = Assumption.allCases.map(\.meaning.standard)
  }

  /// Sets some assumptions.
  ///
  /// - Parameter changes: What is not as usual; of two for one assumption the later holds.
  /// - Throws: ``Problem`` where they cannot be.
  public init(_ changes: [(Assumption, Double)]) throws(Problem) {
    self.init()
    for (assumption, value) in changes {
      guard assumption.allows(value) else { throw .notAllowed(assumption, value) }
      values[assumption.position] = value
    }
    guard self[.knownCost] <= self[.strongCost] else { throw .knownCostsMore }
    let needed = pooledContacts
    guard needed <= whole(.poolSize) else { throw .poolTooSmall(needed: needed) }
  }

  /// The number assumed.
  public subscript(assumption: Assumption) -> Double { values[assumption.position] }

  /// Those that are not as usual, in the order of the table.
  public var changes: [(assumption: Assumption, value: Double)] {
    Assumption.allCases.compactMap { assumption in
      self[assumption] == assumption.meaning.standard ? nil : (assumption, self[assumption])
    }
  }

  /// Returns the same assumptions with some others.
  ///
  /// - Parameter changes: What is to be otherwise.
  /// - Returns: The assumptions.
  /// - Throws: ``Problem`` where they cannot be.
  public func with(_ changes: [(Assumption, Double)]) throws(Problem) -> GroupAssumptions {
    try GroupAssumptions(self.changes.map { ($0.assumption, $0.value) } + changes)
  }

  /// A whole number.
  func whole(_ assumption: Assumption) -> Int { Int(self[assumption]) }

  /// How many of a member's contacts are of the common pool.
  var pooledContacts: Int { Int((self[.contacts] * self[.poolShare]).rounded()) }

  /// The group size past which cohesion must fall where attention is divided saturating.
  ///
  /// It is 1 + (1 − η)·B ÷ θS. That holds by construction and is no finding.
  public var saturationSize: Double {
    1 + (1 - self[.weakShare]) * self[.attention] / self[.strongCost]
  }
}

extension Assumption {
  /// The position in the table.
  fileprivate var position: Int { Self.positions[self] ?? 0 }

  private static let positions = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
