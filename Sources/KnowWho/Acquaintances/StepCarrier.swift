public import NetworkData

/// What one step of a chain rests on: a tie, or two ties to the same project, event or group.
public struct StepCarrier: Sendable, Hashable {
  /// The tie, or the ties of both to the place where they meet; in the order of the step.
  public let ties: [Int]

  /// The project, event or group where the two meet, nil where a tie joins them.
  public let place: Int?

  /// The days on which the two know each other by it.
  public let time: StepTime
}

/// When a step can be taken, as far as is known.
///
/// One tie is alive from its start to its end. Two ties to the same place carry a step from the
/// later of their starts to the earlier of their ends, and the bounds follow from theirs. Days are
/// numbers `yyyymmdd`; open bounds are `.min` and `.max`.
public struct StepTime: Sendable, Hashable {
  /// The first day on which the step may have begun to hold.
  public let earliestStart: Int
  /// The last day on which it may have begun.
  public let latestStart: Int
  /// The first day on which it may have ceased.
  public let earliestEnd: Int
  /// The last day on which it may have ceased.
  public let latestEnd: Int

  /// Creates the time of a step that some ties carry together.
  ///
  /// - Parameter lifetimes: The lifetimes of those ties; none gives a step that always holds.
  public init(_ lifetimes: [Lifetime]) {
    earliestStart = lifetimes.map(\.earliestStart).max() ?? .min
    latestStart = lifetimes.map(\.latestStart).max() ?? .min
    earliestEnd = lifetimes.map(\.earliestEnd).min() ?? .max
    latestEnd = lifetimes.map(\.latestEnd).min() ?? .max
  }

  /// Whether the step may be taken after another one, or at the same time.
  ///
  /// - Parameter earlier: A step before it in a chain.
  /// - Returns: `true` if some dates within the bounds let it end no earlier than the other begins.
  public func possiblyFollows(_ earlier: StepTime) -> Bool { earlier.earliestStart <= latestEnd }

  /// Whether the step can be taken after another one, whatever the true dates.
  ///
  /// - Parameter earlier: A step before it in a chain.
  /// - Returns: `true` if it ends no earlier than the other begins, in every case.
  public func definitelyFollows(_ earlier: StepTime) -> Bool { earlier.latestStart <= earliestEnd }
}

/// Finds what carries the steps of some acquaintances.
public struct StepCarriers: Sendable {
  let acquaintances: Acquaintances
  private let codes: KindCodes
  private let isOccasionActor: [Bool]
  /// The chosen ties of each actor, ascending: those of actor *a* stand at
  /// `starts[a]..<starts[a + 1]`.
  private let starts: [Int]
  private let tiesOfActors: [Int]

  /// Sorts the ties by actor.
  ///
  /// - Parameter acquaintances: Who knows whom.
  /// - Complexity: O(actors + ties).
  public init(of acquaintances: Acquaintances) {
    let network = acquaintances.network
    self.acquaintances = acquaintances
    codes = KindCodes(network)
    let countsOccasions = acquaintances.options.mode == .introductions
    isOccasionActor = network.actors.indices.map { [codes] in
      countsOccasions && codes.isOccasion($0)
    }
    var starts = [Int](repeating: 0, count: network.actors.count + 1)
    for tie in acquaintances.ties {
      starts[Int(network.ties.sources[tie]) + 1] += 1
      if network.ties.sources[tie] != network.ties.targets[tie] {
        starts[Int(network.ties.targets[tie]) + 1] += 1
      }
    }
    for actor in network.actors.indices { starts[actor + 1] += starts[actor] }
    var ends = starts
    var sorted = [Int](repeating: 0, count: starts.last ?? 0)
    for tie in acquaintances.ties {
      let (source, target) = (Int(network.ties.sources[tie]), Int(network.ties.targets[tie]))
      sorted[ends[source]] = tie
      ends[source] += 1
      if source != target {
        sorted[ends[target]] = tie
        ends[target] += 1
      }
    }
    (self.starts, tiesOfActors) = (starts, sorted)
  }

  /// Returns the chosen ties that touch an actor.
  ///
  /// - Parameter actor: The position of an actor in the network.
  /// - Returns: Positions of ties, ascending.
  public func ties(of actor: Int) -> ArraySlice<Int> {
    tiesOfActors[starts[actor]..<starts[actor + 1]]
  }

  /// Whether an actor is an occasion on which others meet.
  func isOccasion(_ actor: Int) -> Bool { isOccasionActor[actor] }

  /// Whether others may meet at an actor: an occasion, or a group.
  func canBePlace(_ actor: Int) -> Bool {
    isOccasionActor[actor]
      || acquaintances.options.mode == .introductions && codes.isGroup(actor)
  }

  /// Returns all that carries a step from one actor to another.
  ///
  /// - Parameters:
  ///   - actor: Where the step begins.
  ///   - other: Where it leads, another actor.
  /// - Returns: Ties between the two first, then occasions and groups; each in the order of the
  ///   network. Empty where the two do not know each other.
  /// - Complexity: O(ties of both, sorted).
  public func carriers(from actor: Int, to other: Int) -> [StepCarrier] {
    guard actor != other else { return [] }
    let network = acquaintances.network
    var direct: [StepCarrier] = []
    var meetings: [StepCarrier] = []
    var tiesToPlaces: [Int: [Int]] = [:]
    for tie in ties(of: other) {
      if let place = place(of: tie, from: other) { tiesToPlaces[place, default: []].append(tie) }
    }
    for tie in ties(of: actor) {
      let leads = Int(network.ties.sources[tie]) == actor
      let end = leads ? Int(network.ties.targets[tie]) : Int(network.ties.sources[tie])
      if end == other, leads || !network.ties.isDirected(tie) {
        direct.append(
          StepCarrier(ties: [tie], place: nil, time: StepTime([network.ties.lifetime(tie)])))
      }
      guard let place = place(of: tie, from: actor) else { continue }
      for match in tiesToPlaces[place] ?? [] where acquaints(tie, match, at: place) {
        let lifetimes = [network.ties.lifetime(tie), network.ties.lifetime(match)]
        meetings.append(
          StepCarrier(ties: [tie, match], place: place, time: StepTime(lifetimes)))
      }
    }
    return direct
      + meetings.sorted { ($0.place ?? 0, $0.ties[0]) < ($1.place ?? 0, $1.ties[0]) }
  }

  /// The place that a tie makes an actor meet others at: an occasion, or a group it is member of.
  func place(of tie: Int, from actor: Int) -> Int? {
    let network = acquaintances.network
    let (source, target) = (Int(network.ties.sources[tie]), Int(network.ties.targets[tie]))
    let end = source == actor ? target : source
    guard end != actor, !acquaintances.options.notVia.contains(end) else { return nil }
    if isOccasionActor[end] { return isOccasionActor[actor] ? nil : end }
    guard acquaintances.options.mode == .introductions else { return nil }
    return codes.membership(tie)?.group == end ? end : nil
  }

  /// Whether two ties to a place acquaint those who have them.
  func acquaints(_ first: Int, _ second: Int, at place: Int) -> Bool {
    let ties = acquaintances.network.ties
    return isOccasionActor[place]
      || acquaintances.options.meet(ties.lifetime(first), ties.lifetime(second))
  }
}
