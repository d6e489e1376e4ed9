internal import GraphStructure
internal import NetworkData

/// What a new acquaintance would add to the reach of two actors through at most one introducer.
struct AcquaintanceGains {
  private let acquaintances: Acquaintances
  /// For each actor asked for, the organisations it gets to through at most one introducer.
  private var reached: [Int: Set<Int>] = [:]
  /// For each actor asked for, the organisations among itself and those it introduces to.
  private var offered: [Int: Set<Int>] = [:]

  init(_ acquaintances: Acquaintances, of members: [Int]) {
    self.acquaintances = acquaintances
    for member in members {
      reached[member] = organisations(reachedFrom: member)
      let introducesNobody = acquaintances.options.notVia.contains(member)
      offered[member] = Set(
        ([member] + (introducesNobody ? [] : acquaintances.contacts(of: member)))
          .filter(isOrganisation))
    }
  }

  /// Returns how many organisations more both together would get to.
  func gain(of first: Int, and second: Int) -> Int {
    gain(of: first, from: second) + gain(of: second, from: first)
  }

  private func gain(of actor: Int, from other: Int) -> Int {
    guard let known = reached[actor], let offered = offered[other] else { return 0 }
    return offered.count { $0 != actor && !known.contains($0) }
  }

  private func organisations(reachedFrom actor: Int) -> Set<Int> {
    guard let start = acquaintances.start[actor] else { return [] }
    var found: Set<Int> = []
    for place in acquaintances.graph.successors(of: start) {
      found.insert(acquaintances.actors[place])
      if acquaintances.isClosed[place] { continue }
      for next in acquaintances.graph.successors(of: place) {
        found.insert(acquaintances.actors[next])
      }
    }
    found.remove(actor)
    return found.filter(isOrganisation)
  }

  private func isOrganisation(_ actor: Int) -> Bool {
    acquaintances.network.actors.kind(actor)?.isOrganisation ?? true
  }
}
