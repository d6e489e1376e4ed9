/// How one actor gets to another.
public struct Introductions: Sendable, Equatable {
  /// Who asks.
  public let source: Int
  /// Who is to be got to.
  public let target: Int

  /// The chains with the fewest introducers; a single step where the two know each other.
  ///
  /// In the order of their actors. No more than ``IntroductionOptions/shortestLimit`` are listed.
  public let shortest: [IntroductionChain]
  /// Whether there are more chains as short as these.
  public let hasMoreShortest: Bool

  /// The next chains in order of length.
  public let further: [IntroductionChain]

  /// Chains besides the first, each the first of the shortest that share no introducer with it and
  /// with those before.
  public let alternatives: [IntroductionChain]

  /// How many chains of any length there are that share no introducer.
  ///
  /// One number, except where a group could introduce its own members in so many ways that the
  /// search was ended: then bounds. Of chains that are to respect time the number is not looked for,
  /// which is NP-hard (Kempe, Kleinberg, Kumar 2002): bounds are those found and the number of all.
  public let independentCount: ClosedRange<Int>
  /// Whether counting stopped at ``IntroductionOptions/independentLimit``.
  public let hasMoreIndependent: Bool

  /// Introducers whom every chain needs, of whatever length, in the order of the first chain; of the
  /// chains that possibly respect time where only they are listed.
  public let indispensable: [Int]

  /// Whether a search was ended before it had seen all chains, so that further ones may exist.
  public let gaveUp: Bool

  /// Whether the two know each other directly.
  public var isDirect: Bool { shortest.first?.steps.count == 1 }

  /// The listed chains, each once: the shortest, further ones, alternatives.
  public var chains: [IntroductionChain] {
    var listed: [IntroductionChain] = []
    for chain in shortest + further + alternatives
    where !listed.contains(where: { $0.actors == chain.actors }) { listed.append(chain) }
    return listed
  }
}

/// What is asked about introductions.
public struct IntroductionOptions: Sendable {
  /// How many further chains, and how many alternatives, are looked for.
  public var routes: Int
  /// The most introducers of a listed chain.
  public var longest: Int
  /// The most shortest chains that are listed.
  public var shortestLimit: Int
  /// Independent chains are counted up to this number.
  public var independentLimit: Int
  /// Only chains that respect time, at least possibly, are listed.
  public var respectsTime: Bool

  /// Creates options.
  ///
  /// - Parameters:
  ///   - routes: How many further chains, and how many alternatives, are looked for.
  ///   - longest: The most introducers of a listed chain.
  ///   - shortestLimit: The most shortest chains that are listed.
  ///   - independentLimit: Independent chains are counted up to this number.
  ///   - respectsTime: Only chains that respect time, at least possibly, are listed.
  public init(
    routes: Int = 3, longest: Int = 6, shortestLimit: Int = 20, independentLimit: Int = 100,
    respectsTime: Bool = false
  ) {
    self.routes = routes
    self.longest = longest
    self.shortestLimit = shortestLimit
    self.independentLimit = independentLimit
    self.respectsTime = respectsTime
  }
}
