internal import GraphStructure
internal import NetworkData

/// The acquaintances that relays depend on: each once, whichever way it is used.
struct RelayPairs: Sendable {
  /// For each arc of the steps the acquaintance that it uses.
  let pairOfArc: [UInt32]
  /// The chance that an acquaintance is open.
  let chances: [Double]
  /// A number that the ids of the two make, the same in whatever order actors stand.
  let keys: [UInt64]

  /// Finds who knows whom, and how likely they relay.
  ///
  /// - Complexity: O(arcs · ties of their ends).
  init(of acquaintances: Acquaintances, _ relay: RelayChances) {
    let graph = acquaintances.graph
    let actors = acquaintances.actors
    var pairs: [(first: Int, second: Int)] = []
    var numbers: [UInt64: UInt32] = [:]
    var pairOfArc = [UInt32](repeating: 0, count: graph.outgoing.arcCount)
    for place in graph.nodes {
      for arc in graph.outgoing.arcs(of: place) {
        let (one, other) = (actors[place], actors[Int(graph.outgoing.ends[arc])])
        let (first, second) = (min(one, other), max(one, other))
        let key = UInt64(first) << 32 | UInt64(second)
        if let known = numbers[key] {
          pairOfArc[arc] = known
        } else {
          numbers[key] = UInt32(pairs.count)
          pairOfArc[arc] = UInt32(pairs.count)
          pairs.append((first, second))
        }
      }
    }
    self.pairOfArc = pairOfArc

    let network = acquaintances.network
    let carriers = StepCarriers(of: acquaintances)
    let coMembers = CoMembers(of: acquaintances)
    let groups = network.actors.indices.map { actor in
      network.actors.kind(actor) == .group
        ? coMembers.groups(of: actor).union([actor]) : coMembers.groups(of: actor)
    }
    chances = pairs.map { first, second in
      let isAcross =
        !groups[first].isEmpty && !groups[second].isEmpty
        && groups[first].isDisjoint(with: groups[second])
      let all =
        carriers.carriers(from: first, to: second) + carriers.carriers(from: second, to: first)
      return all.map { carrier in
        carrier.ties.map { relay.chance(of: $0, isAcross: isAcross, in: network) }.min() ?? 0
      }.max() ?? 0
    }
    let hashes = network.actors.indices.map { Self.hash(network.actors.ids.utf8(at: $0)) }
    keys = pairs.map { first, second in
      Self.mixed(
        min(hashes[first], hashes[second]) &+ Self.mixed(max(hashes[first], hashes[second])))
    }
  }

  /// Whether an acquaintance is open in a run of a simulation: a coin for each pair and run.
  func isOpen(_ pair: Int, run: UInt64) -> Bool {
    Double(Self.mixed(keys[pair] ^ run) >> 11) * 0x1p-53 < chances[pair]
  }

  /// The number of a run, well mixed, so that runs have nothing in common.
  static func run(_ number: Int, seed: UInt64) -> UInt64 {
    mixed(mixed(seed) &+ UInt64(number))
  }

  /// FNV-1a (Fowler, Noll, Vo), 64 bits.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014) after its step.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
