internal import GraphMeasures
internal import GraphStructure

/// Counts chains that share no introducer.
///
/// Without groups this is the number of disjoint paths, by Menger's theorem. Two things are
/// different about groups:
///
/// - A group that is split into two places is one introducer, and paths may pass both places.
/// - A group whose members all met is one place, and paths may pass it from member to member. Those
///   two know each other, so that a chain without the group takes the place of the path, unless they
///   are the two who are to be brought together and that step is a path of its own.
///
/// Where paths do so, they are counted twice more: without the one place (or the step to the group)
/// and without the other (or the step from it). No set of chains needs both, so the larger count is
/// right. This is repeated until no path breaks the rule. Should it take more than 256 counts, as with
/// very many groups of which both are members, the result is bounds.
struct IndependentChains {
  let acquaintances: Acquaintances
  let source: Int
  let target: Int
  let limit: Int

  private(set) var bounds = 0...0
  private(set) var paths: [[Int]] = []
  private var search: DisjointPathSearch?
  private var searchesLeft = 256

  private typealias Barriers = DisjointPathSearch.Barriers

  /// Counts chains from one actor to another.
  init(
    _ acquaintances: Acquaintances, from source: Int, to target: Int, atMost limit: Int,
    without: Set<Int> = []
  ) {
    self.acquaintances = acquaintances
    (self.source, self.target, self.limit) = (source, target, limit)
    guard let start = acquaintances.start[source], acquaintances.start[target] != nil else {
      return
    }
    search = DisjointPathSearch(
      acquaintances.graph, from: start, to: Set(acquaintances.places(of: target)))
    // Who asks introduces nobody, nor does a group that asks by its other place.
    let closed = without.union([source]).flatMap(acquaintances.places)
    var unsure = 0
    count(Barriers(closed: Set(acquaintances.closedPlaces + closed)), beginningWith: [], &unsure)
    bounds = paths.count...max(paths.count, unsure)
    paths = paths.map { path in path.map { acquaintances.actors[$0] } }
  }

  private mutating func count(
    _ barriers: Barriers, beginningWith known: [[Int]], _ unsure: inout Int
  ) {
    searchesLeft -= 1
    guard let found = search?.paths(atMost: limit, barriers, beginningWith: known),
      found.count > paths.count
    else { return }
    guard let ways = waysOut(of: found, barriers) else {
      paths = found
      return
    }
    for way in ways {
      if searchesLeft > 0 {
        count(way, beginningWith: found, &unsure)
      } else {
        unsure = max(unsure, found.count)
      }
    }
  }

  /// Barriers against what breaks the rule in some paths, nil where nothing does.
  private func waysOut(of paths: [[Int]], _ barriers: Barriers) -> [Barriers]? {
    for path in paths where path.count == 3 {
      guard
        acquaintances.insiders.bar(acquaintances.actors[path[1]], from: source, to: target)
      else { continue }
      var ways = [barriers, barriers]
      ways[0].firsts.insert(path[1])
      ways[1].lasts.insert(path[1])
      return ways
    }
    guard !acquaintances.isPlain else { return nil }
    let passed = Set(paths.flatMap { $0.dropFirst().dropLast() })
    for place in passed.sorted() where place >= acquaintances.firstEntrance {
      guard let other = acquaintances.twin(of: place), passed.contains(other) else { continue }
      var ways = [barriers, barriers]
      ways[0].closed.insert(place)
      ways[1].closed.insert(other)
      return ways
    }
    return nil
  }
}
