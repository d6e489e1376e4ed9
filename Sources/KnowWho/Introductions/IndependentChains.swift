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
  /// Actors that must not introduce.
  var without: Set<Int> = []

  private(set) var bounds = 0...0
  private(set) var paths: [[Int]] = []
  private var searchesLeft = 256

  /// Counts chains from one actor to another, both of which have a place.
  init(
    _ acquaintances: Acquaintances, from source: Int, to target: Int, atMost limit: Int,
    without: Set<Int> = []
  ) {
    self.acquaintances = acquaintances
    (self.source, self.target, self.limit, self.without) = (source, target, limit, without)
    var unsure = 0
    count(Barriers(), &unsure)
    bounds = paths.count...max(paths.count, unsure)
    paths = paths.map { path in path.map { acquaintances.actors[$0] } }
  }

  /// What paths must not use.
  private struct Barriers {
    var places: Set<Int> = []
    /// Places that are not entered from the source, or not left to the target.
    var firsts: Set<Int> = []
    var lasts: Set<Int> = []
  }

  private mutating func count(_ barriers: Barriers, _ unsure: inout Int) {
    guard let start = acquaintances.start[source], let end = acquaintances.start[target] else {
      return
    }
    searchesLeft -= 1
    var ends: Set = [end]
    if let entrance = acquaintances.entrances[target] { ends.insert(entrance) }
    let sourceEntrance = acquaintances.entrances[source]
    var search = DisjointPathSearch(
      acquaintances.graph, from: start, to: ends,
      avoiding: { [acquaintances, without] place in
        acquaintances.isClosed[place] || barriers.places.contains(place)
          || place == sourceEntrance
          || !without.isEmpty && without.contains(acquaintances.actors[place])
      },
      barring: { [ends] place, next in
        place == start && barriers.firsts.contains(next)
          || ends.contains(next) && barriers.lasts.contains(place)
      })
    let found = search.paths(atMost: limit)
    guard found.count > paths.count else { return }
    guard let ways = waysOut(of: found, barriers) else {
      paths = found
      return
    }
    for way in ways {
      if searchesLeft > 0 {
        count(way, &unsure)
      } else {
        unsure = max(unsure, found.count)
      }
    }
  }

  /// Barriers against what breaks the rule in some paths, nil where nothing does.
  private func waysOut(of paths: [[Int]], _ barriers: Barriers) -> [Barriers]? {
    for path in paths where path.count == 3 {
      guard let members = acquaintances.members[acquaintances.actors[path[1]]],
        members.contains(source), members.contains(target)
      else { continue }
      var ways = [barriers, barriers]
      ways[0].firsts.insert(path[1])
      ways[1].lasts.insert(path[1])
      return ways
    }
    guard !acquaintances.isPlain else { return nil }
    let passed = Set(paths.flatMap { $0.dropFirst().dropLast() })
    for place in passed.sorted() where place >= acquaintances.firstEntrance {
      guard let other = acquaintances.start[acquaintances.actors[place]], passed.contains(other)
      else { continue }
      var ways = [barriers, barriers]
      ways[0].places.insert(place)
      ways[1].places.insert(other)
      return ways
    }
    return nil
  }
}
