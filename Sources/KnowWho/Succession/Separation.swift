internal import GraphMeasures
internal import GraphStructure
internal import NetworkData

/// Into which parts the ties that count hold the actors together, before and after a retirement.
///
/// Projects and events hold their participants together, but are no part by themselves and do not
/// add to its size. An actor that has lost all its ties is a part of its own.
public struct Separation: Sendable {
  /// The sizes of the parts before, the largest first.
  public let before: [Int]

  /// The sizes of the parts afterwards without an heir, those who retired left out.
  public let after: [Int]

  /// The actors that leave the largest part with those who retire, in the order of the network.
  public let cutOff: [Int]

  /// Finds the parts.
  ///
  /// - Parameter retirement: Who retires.
  /// - Complexity: O(actors + ties).
  public init(of retirement: Retirement) {
    let network = retirement.before.network
    let gone = Set(retirement.ties)
    let all = retirement.before.ties
    var isTouched = [Bool](repeating: false, count: network.actors.count)
    for tie in all {
      isTouched[Int(network.ties.sources[tie])] = true
      isTouched[Int(network.ties.targets[tie])] = true
    }
    let counted = network.actors.indices.filter { actor in
      isTouched[actor] && !(network.actors.kind(actor)?.isOccasion ?? false)
    }
    let staying = counted.filter { !retirement.actors.contains($0) }
    let old = Self.parts(network, all, counted)
    let new = Self.parts(network, all.filter { !gone.contains($0) }, staying)
    (before, after) = (old.sizes, new.sizes)
    let main = Set(old.main)
    let mainAfter = Set(new.main)
    cutOff = staying.filter { main.contains($0) && !mainAfter.contains($0) }
  }

  private static func parts(
    _ network: Network, _ ties: [Int], _ counted: [Int]
  ) -> (sizes: [Int], main: [Int]) {
    let graph: Graph
    do {
      graph = try Graph(
        nodeCount: network.actors.count, sources: ties.map { network.ties.sources[$0] },
        targets: ties.map { network.ties.targets[$0] }, isDirected: false, selfLoops: .drop)
    } catch {
      preconditionFailure("the ties of a network make a graph: \(error)")
    }
    let labels = graph.components().labels
    var members: [Int: [Int]] = [:]
    for actor in counted { members[labels[actor], default: []].append(actor) }
    let parts = members.values.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0]
    }
    return (parts.map(\.count), parts.first ?? [])
  }
}
