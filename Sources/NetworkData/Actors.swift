/// The actors of a network, in columns: a column that was not given takes no memory.
public struct Actors: Sendable, Equatable {
  /// What each actor is called in ties; distinct.
  public let ids: TextColumn
  /// Names; an actor without one is called by its id.
  public let names: TextColumn?
  /// Names in Japanese.
  public let namesJa: TextColumn?
  /// Kinds; the empty word where none was given.
  public let kinds: WordColumn?
  /// Columns without a meaning of their own.
  public let attributes: [Attribute]

  /// Creates actors from columns.
  ///
  /// - Parameters:
  ///   - ids: Distinct ids.
  ///   - names: A name an actor, empty where it has none.
  ///   - namesJa: A Japanese name an actor, empty where it has none.
  ///   - kinds: A kind an actor, empty where it has none.
  ///   - attributes: Further columns.
  /// - Precondition: All columns are as long as `ids`.
  public init(
    ids: TextColumn, names: TextColumn? = nil, namesJa: TextColumn? = nil,
    kinds: WordColumn? = nil, attributes: [Attribute] = []
  ) {
    precondition(
      [names?.count, namesJa?.count, kinds?.count].allSatisfy { $0 == nil || $0 == ids.count }
        && attributes.allSatisfy { $0.values.count == ids.count })
    self.ids = ids
    self.names = names
    self.namesJa = namesJa
    self.kinds = kinds
    self.attributes = attributes
  }

  /// The number of actors.
  public var count: Int { ids.count }

  /// The positions of the actors.
  public var indices: Range<Int> { 0..<count }

  /// Returns an actor's id.
  ///
  /// - Parameter actor: The position of the actor.
  /// - Returns: Its id.
  public func id(_ actor: Int) -> String { ids[actor] }

  /// Returns what an actor is called.
  ///
  /// - Parameter actor: The position of the actor.
  /// - Returns: Its name; its id where it has none.
  public func name(_ actor: Int) -> String {
    if let name = names?[actor], !name.isEmpty { return name }
    return ids[actor]
  }

  /// Returns what an actor is called in Japanese.
  ///
  /// - Parameter actor: The position of the actor.
  /// - Returns: Its Japanese name; its other name where it has none.
  public func nameJa(_ actor: Int) -> String {
    if let name = namesJa?[actor], !name.isEmpty { return name }
    return name(actor)
  }

  /// Returns what an actor is.
  ///
  /// - Parameter actor: The position of the actor.
  /// - Returns: Its kind, nil where none was given.
  public func kind(_ actor: Int) -> ActorKind? {
    guard let word = kinds?[actor], !word.isEmpty else { return nil }
    return ActorKind(rawValue: word)
  }

  /// Returns the actor with an id.
  ///
  /// - Parameter id: The id, to the letter.
  /// - Returns: The position of the actor, nil where there is none.
  /// - Complexity: O(actors).
  public func index(ofID id: String) -> Int? {
    let wanted = Array(id.utf8)
    return indices.first { ids.holds(wanted.span, at: $0) }
  }

  /// Whether one actor comes before another where results are tied: by id, numbers as numbers.
  ///
  /// - Parameters:
  ///   - first: The position of an actor.
  ///   - second: The position of another.
  /// - Returns: `true` if the first id is the lesser: `9` before `10`, numbers before words.
  public func precedes(_ first: Int, _ second: Int) -> Bool {
    ids.withUTF8(at: first) { left in
      ids.withUTF8(at: second) { right in Self.precedes(left, right) }
    }
  }

  /// Whether all actors come in the order of ``precedes(_:_:)``, so that positions tell it.
  ///
  /// - Complexity: O(bytes of ids), or less where two are out of order.
  package var areInOrder: Bool { indices.dropFirst().allSatisfy { precedes($0 - 1, $0) } }

  private static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    switch (isNumber(left), isNumber(right)) {
    case (true, true):
      // As numbers, however many zeros are before them; then the shorter spelling.
      let (leftStart, rightStart) = (firstDigit(of: left), firstDigit(of: right))
      let (leftCount, rightCount) = (left.count - leftStart, right.count - rightStart)
      if leftCount != rightCount { return leftCount < rightCount }
      for place in 0..<leftCount where left[leftStart + place] != right[rightStart + place] {
        return left[leftStart + place] < right[rightStart + place]
      }
      return left.count < right.count
    case (true, false): return true
    case (false, true): return false
    case (false, false):
      for place in 0..<min(left.count, right.count) where left[place] != right[place] {
        return left[place] < right[place]
      }
      return left.count < right.count
    }
  }

  /// Where the digits of a number begin that are not zeros before it.
  private static func firstDigit(of number: Span<UInt8>) -> Int {
    var start = 0
    while start < number.count, number[start] == 0x30 { start += 1 }
    return start
  }

  private static func isNumber(_ utf8: Span<UInt8>) -> Bool {
    for place in utf8.indices where !(0x30...0x39).contains(utf8[place]) { return false }
    return utf8.count > 0
  }
}
