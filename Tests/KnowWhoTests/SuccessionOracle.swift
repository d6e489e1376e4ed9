import KnowWho

/// A small network some of whose ties are through an actor, and what is left of it when actors
/// retire: written from the definition.
struct SuccessionOracle {
  var base: ReachOracle
  /// For each tie the actor that carries it.
  var through: [Int?]

  /// A random network of eight actors.
  init(seed: Int, dated: Bool, directed: Bool = false, groups: Bool = true) {
    base = ReachOracle(seed: seed, dated: dated, directed: directed, groups: groups)
    var numbers = Numbers(state: UInt64(seed) &+ 99)
    through = base.ties.map { _ in numbers.next(below: 4) == 0 ? numbers.next(below: 8) : nil }
  }

  init(base: ReachOracle, through: [Int?]) {
    (self.base, self.through) = (base, through)
  }

  var network: Network {
    let plain = base.network
    var ties = plain.ties
    ties.through = through.map { $0.map(UInt32.init) }
    return Network(actors: plain.actors, ties: ties)
  }

  /// Whether a tie goes with some actors.
  func hangs(_ tie: Int, on actors: Set<Int>) -> Bool {
    actors.contains(base.ties[tie].source) || actors.contains(base.ties[tie].target)
      || through[tie].map(actors.contains) ?? false
  }

  /// The ties that an heir may keep.
  func inheritable(from actor: Int, by heir: Int) -> [Int] {
    base.ties.indices.filter { tie in
      hangs(tie, on: [actor])
        && !(Set([base.ties[tie].source, base.ties[tie].target]).isSubset(of: [actor, heir])
          && (base.ties[tie].source == actor || base.ties[tie].target == actor))
    }
  }

  /// The network when some have retired and the heir of one of them has kept some ties.
  func retired(_ actors: Set<Int>, heir: Int? = nil, keeping kept: Set<Int> = []) -> ReachOracle {
    var left = base
    // Who was a member still is one when its group introduces; who inherits a membership is none.
    left.insiderTies = base.ties
    left.ties = base.ties.indices.compactMap { tie in
      guard hangs(tie, on: actors) else { return base.ties[tie] }
      guard kept.contains(tie), let heir else { return nil }
      var inherited = base.ties[tie]
      if actors.contains(inherited.source) { inherited.source = heir }
      if actors.contains(inherited.target) { inherited.target = heir }
      return inherited
    }
    return left
  }

  /// How many organisations each actor reaches, some of which do not count.
  static func reach(_ oracle: ReachOracle, introducers: Int, without away: Set<Int>) -> [Int] {
    oracle.reached(days: nil, possibly: false, asIs: false, limit: introducers)
      .map { $0?[introducers].subtracting(away).count ?? 0 }
  }
}
