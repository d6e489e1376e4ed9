public import NetworkData

/// A chain of introductions: who asks, who introduces whom, and who is got to.
public struct IntroductionChain: Sendable, Hashable {
  /// A step from one actor to the next, who know each other.
  public struct Step: Sendable, Hashable {
    /// Where the step begins.
    public let from: Int
    /// Where it leads.
    public let to: Int
    /// All that carries it: ties between the two first, then occasions and groups.
    public let carriers: [StepCarrier]
    /// What the best founded of its carriers rests on; nil where nothing is said.
    public let evidence: Evidence?
  }

  /// What to know before relying on a chain; steps are counted from 0.
  public enum Warning: Sendable, Hashable {
    /// All that carries the step had ended before the time asked about.
    case ended(step: Int)
    /// What carries the step may have been alive at the time asked about, but need not.
    case onlyPossible(step: Int)
    /// An introducer had left a group before the time asked about.
    case left(introducer: Int, group: Int)
    /// What carries the step is assumed.
    case assumed(step: Int)
    /// What carries the step is inferred.
    case inferred(step: Int)
    /// Whatever the dates within their bounds, a step had ended before an earlier one began.
    case outOfOrder
    /// Some dates within the bounds let a step end before an earlier one began.
    case perhapsOutOfOrder
  }

  /// All actors, from who asks to who is got to.
  public let actors: [Int]
  /// The steps between them.
  public let steps: [Step]
  /// What to know before relying on the chain.
  public let warnings: [Warning]

  /// Those who introduce, in their order.
  public var introducers: ArraySlice<Int> { actors.dropFirst().dropLast() }

  /// The ties that carry the chain, ascending.
  public var ties: [Int] { Set(steps.flatMap { $0.carriers.flatMap(\.ties) }).sorted() }
}
