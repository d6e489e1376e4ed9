public import GraphStructure
internal import NetworkData

/// The one acquaintance that would raise an actor's reach most.
public struct NextAcquaintance: Sendable, Hashable {
  /// The actor to get to know; of several that add as much, the first by id.
  public let actor: Int

  /// How many more targets would be reached.
  public let gain: Int
}

extension Acquaintances {
  /// Returns for each actor the one new acquaintance that would raise its reach most, exactly.
  ///
  /// > gain(*i*, *j*) = | ({*j*} ∪ *B*ₖ(*j*)) ∖ ({*i*} ∪ *B*ₖ₊₁(*i*)) |
  ///
  /// with *B*ₛ the targets within *s* steps. A new tie from *i* to *j* serves *i* as a first step
  /// only, since chains name nobody twice; *j* itself counts where it is a target, and what *j* gets
  /// to within *k* steps follows, unless *j* introduces nobody. Anyone asked about in these
  /// acquaintances may be *j*, persons too, but not a group that *i* is a member of: who belongs to
  /// it is no stranger to it, and would not be introduced to its members.
  ///
  /// Candidates come by the size of what they get to, so that the search ends as soon as none can
  /// add more.
  ///
  /// - Parameters:
  ///   - introducers: Reach within so many introducers is to be raised, 0 or more.
  ///   - targets: Who counts as reached; by default every organisation.
  ///   - execution: How the work is carried out.
  /// - Returns: An entry for each of ``askers``, nil where nobody would add anything.
  /// - Complexity: O(*n* (*n* + *m*)) for the searches, at worst O(*n*³ ÷ 64) for the comparison; at
  ///   most *n*² ÷ 8 bytes.
  public func nextAcquaintances(
    introducers: Int = 1, targets: ReachTargets? = nil, execution: Execution = .standard
  ) -> [NextAcquaintance?] {
    precondition(introducers >= 0)
    let targets = targets ?? ReachTargets(in: network)
    let askers = askers
    var numbers = [Int](repeating: -1, count: network.actors.count)
    var targetCount = 0
    for actor in askers where targets.contains(actor) {
      numbers[actor] = targetCount
      targetCount += 1
    }
    let (number, count) = (numbers, targetCount)

    // What each would bring: itself, and those it gets to.
    let brought = execution.map(
      askers.count, chunkSize: 64, makeScratch: { ReachSearch(over: self) },
      value: { row, search in
        let actor = askers[row]
        var members: [UInt32] = []
        if number[actor] >= 0 { members.append(UInt32(number[actor])) }
        if introducers > 0, let place = start[actor], !isClosed[place] {
          search.visit(from: actor, within: introducers) { met, _, _ in
            if number[met] >= 0 { members.append(UInt32(number[met])) }
          }
        }
        return TargetSet(members, of: count)
      })
    guard brought.count == askers.count else {
      return [NextAcquaintance?](repeating: nil, count: askers.count)
    }

    let byID = askers.indices.sorted { network.actors.precedes(askers[$0], askers[$1]) }
    var ranks = [Int](repeating: 0, count: askers.count)
    for (rank, row) in byID.enumerated() { ranks[row] = rank }
    let rank = ranks
    let candidates = byID.sorted { first, second in
      let sizes = (brought[first].count, brought[second].count)
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : rank[first] < rank[second]
    }
    let coMembers = CoMembers(of: self)

    var best = execution.map(
      askers.count, chunkSize: 64,
      makeScratch: { (ReachSearch(over: self), MissingTargets(of: count)) },
      value: { row, scratch -> NextAcquaintance? in
        let actor = askers[row]
        scratch.1.fill()
        if number[actor] >= 0 { scratch.1.remove(number[actor]) }
        scratch.0.visit(from: actor, within: introducers + 1) { met, _, _ in
          if number[met] >= 0 { scratch.1.remove(number[met]) }
        }
        scratch.1.finish()
        let ownGroups = coMembers.groups(of: actor)
        var best: (row: Int, gain: Int)?
        for candidate in candidates {
          let gain = best?.gain ?? 0
          if brought[candidate].count < max(gain, 1) || scratch.1.count == 0 { break }
          if let best, gain == scratch.1.count, rank[candidate] > rank[best.row] { continue }
          let added = scratch.1.count(in: brought[candidate])
          guard added > 0, !ownGroups.contains(askers[candidate]) else { continue }
          if let best, added < best.gain || added == best.gain && rank[candidate] > rank[best.row] {
            continue
          }
          best = (candidate, added)
        }
        return best.map { NextAcquaintance(actor: askers[$0.row], gain: $0.gain) }
      })
    while best.count < askers.count { best.append(nil) }
    return best
  }
}

/// A set of numbered targets: a list, or a row of bits where that is shorter.
private struct TargetSet: Sendable {
  private let list: [UInt32]
  private let bits: [UInt64]
  let count: Int

  init(_ members: [UInt32], of targetCount: Int) {
    count = members.count
    guard members.count * 32 > targetCount else {
      (list, bits) = (members, [])
      return
    }
    var bits = [UInt64](repeating: 0, count: (targetCount + 63) / 64)
    for member in members { bits[Int(member / 64)] |= 1 << UInt64(member % 64) }
    (list, self.bits) = ([], bits)
  }

  /// How many members are in a row of bits, of which only some words are not 0.
  func count(in row: [UInt64], words: [Int]) -> Int {
    var shared = 0
    let row = row.span
    if bits.isEmpty {
      let list = list.span
      for index in list.indices {
        shared += Int(row[Int(list[index] / 64)] >> UInt64(list[index] % 64) & 1)
      }
    } else {
      let (bits, words) = (bits.span, words.span)
      for index in words.indices {
        shared += (bits[words[index]] & row[words[index]]).nonzeroBitCount
      }
    }
    return shared
  }
}

/// The targets that an actor does not get to.
private struct MissingTargets {
  private let all: [UInt64]
  private let targetCount: Int
  private var bits: [UInt64] = []
  /// The words that are not 0.
  private var words: [Int] = []
  private(set) var count = 0

  init(of targetCount: Int) {
    self.targetCount = targetCount
    var all = [UInt64](repeating: .max, count: (targetCount + 63) / 64)
    if targetCount % 64 > 0 { all[all.count - 1] = 1 << UInt64(targetCount % 64) - 1 }
    self.all = all
  }

  mutating func fill() {
    bits = all
    count = targetCount
  }

  mutating func remove(_ target: Int) {
    bits[target / 64] &= ~(1 << UInt64(target % 64))
    count -= 1
  }

  mutating func finish() { words = bits.indices.filter { bits[$0] != 0 } }

  func count(in set: TargetSet) -> Int { set.count(in: bits, words: words) }
}
