public import GraphStructure

/// The ties of a network, in columns: a column that was not given takes no memory, so a plain edge
/// list costs 8 bytes a tie.
public struct Ties: Sendable, Equatable {
  /// Which way ties point.
  public enum Directions: Sendable, Equatable {
    /// All alike.
    case all(isDirected: Bool)
    /// Each its own.
    case each(isDirected: [Bool])

    /// Creates directions from that of each tie, held as one where all are alike.
    ///
    /// - Parameters:
    ///   - each: Whether each tie is directed.
    ///   - isDirected: What is said where there are no ties.
    package init(each: [Bool], whereNone isDirected: Bool) {
      let first = each.first ?? isDirected
      self = each.allSatisfy { $0 == first } ? .all(isDirected: first) : .each(isDirected: each)
    }
  }

  /// The four columns of dates.
  ///
  /// A nil column is open throughout.
  public struct Dates: Sendable, Equatable {
    /// The earliest start.
    public var beganFrom: [PartialDate?]?
    /// The latest start.
    public var beganTo: [PartialDate?]?
    /// The earliest end.
    public var endedFrom: [PartialDate?]?
    /// The latest end.
    public var endedTo: [PartialDate?]?

    /// Creates columns of dates.
    ///
    /// - Parameters:
    ///   - beganFrom: The earliest start of each tie.
    ///   - beganTo: The latest start of each tie.
    ///   - endedFrom: The earliest end of each tie.
    ///   - endedTo: The latest end of each tie.
    public init(
      beganFrom: [PartialDate?]? = nil, beganTo: [PartialDate?]? = nil,
      endedFrom: [PartialDate?]? = nil, endedTo: [PartialDate?]? = nil
    ) {
      self.beganFrom = beganFrom
      self.beganTo = beganTo
      self.endedFrom = endedFrom
      self.endedTo = endedTo
    }
  }

  /// The actor at which each tie begins.
  public let sources: Column<UInt32>
  /// The actor at which each tie ends.
  public let targets: Column<UInt32>
  /// Which way ties point.
  public var directions: Directions = .all(isDirected: false)
  /// Kinds; the empty word where none was given.
  public var kinds: WordColumn?
  /// Strengths (more is closer), not negative; NaN where none was given, which counts as 1.
  public var strengths: Column<Double>?
  /// Distances (more is farther), positive; NaN where none was given, which counts as 1.
  public var distances: Column<Double>?
  /// When ties began and ended.
  public var dates = Dates()
  /// What ties rest on.
  public var evidence: [Evidence?]?
  /// Where the source says so.
  public var sections: TextColumn?
  /// The person who carries a tie of an organisation.
  public var through: [UInt32?]?
  /// Remarks.
  public var notes: TextColumn?
  /// Columns without a meaning of their own.
  public var attributes: [Attribute] = []

  /// Creates ties between actors.
  ///
  /// - Parameters:
  ///   - sources: The position of the actor at which each tie begins.
  ///   - targets: The position of the actor at which each tie ends.
  /// - Precondition: Both are of the same length.
  public init(sources: [UInt32], targets: [UInt32]) {
    self.init(sources: Column(sources), targets: Column(targets))
  }

  /// Creates ties between actors, of columns that may lie in a file.
  ///
  /// - Parameters:
  ///   - sources: The position of the actor at which each tie begins.
  ///   - targets: The position of the actor at which each tie ends.
  /// - Precondition: Both are of the same length.
  public init(sources: Column<UInt32>, targets: Column<UInt32>) {
    precondition(sources.count == targets.count)
    self.sources = sources
    self.targets = targets
  }

  /// The number of ties.
  public var count: Int { sources.count }

  /// The positions of the ties.
  public var indices: Range<Int> { 0..<count }

  /// Returns whether a tie has a direction.
  ///
  /// - Parameter tie: The position of the tie.
  /// - Returns: `true` if it leads from its source to its target only.
  public func isDirected(_ tie: Int) -> Bool {
    switch directions {
    case .all(let isDirected): isDirected
    case .each(let isDirected): isDirected[tie]
    }
  }

  /// Returns what a tie is.
  ///
  /// - Parameter tie: The position of the tie.
  /// - Returns: Its kind, nil where none was given.
  public func kind(_ tie: Int) -> TieKind? {
    guard let word = kinds?[tie], !word.isEmpty else { return nil }
    return TieKind(rawValue: word)
  }

  /// Returns when a tie was alive.
  ///
  /// - Parameter tie: The position of the tie.
  /// - Returns: Its bounds, open where nothing was given.
  public func lifetime(_ tie: Int) -> Lifetime {
    Lifetime(
      beganFrom: dates.beganFrom?[tie], beganTo: dates.beganTo?[tie],
      endedFrom: dates.endedFrom?[tie], endedTo: dates.endedTo?[tie])
  }

  /// Returns the person who carries a tie.
  ///
  /// - Parameter tie: The position of the tie.
  /// - Returns: The position of that actor, nil where none was given.
  public func carrier(_ tie: Int) -> Int? { through?[tie].map(Int.init) }

  /// Whether any tie has a date.
  public var haveDates: Bool { dates != Dates() }
}
