internal import GraphModels
internal import GraphStructure
internal import NetworkData

/// Counts what each actor reaches for sets of ties that an heir keeps.
struct InheritanceTrial {
  /// Sums over runs or cases; those of squares are 0 where cases are told apart.
  struct Sums: Sendable {
    var reach: [Double]
    var reachSquares: [Double]
    var others = 0.0
    var othersSquares = 0.0
    var all = 0.0
    var allSquares = 0.0

    init(_ actorCount: Int) {
      reach = [Double](repeating: 0, count: actorCount)
      reachSquares = reach
    }
  }

  let actors: [Int]
  let before: [Int]
  private let departures: Departures
  private let retirement: Retirement
  private let targets: ReachTargets
  private let heirRow: Int?
  /// The row of an heir who is not one of those who ask, and so does not count.
  private let strangerRow: Int?
  /// The rows that some inherited tie may change, and what all rows reach without any.
  private let affected: [Int]
  private let without: [Int]

  init(_ departures: Departures, _ retirement: Retirement, _ execution: Execution) {
    (self.departures, self.retirement) = (departures, retirement)
    let heirs = retirement.heir.map { [$0] } ?? []
    let staying = Set(departures.askers).union(heirs).subtracting(retirement.actors).sorted()
    let targets = departures.targets(without: retirement.actors)
    actors = staying
    self.targets = targets
    heirRow = retirement.heir.flatMap { staying.firstIndex(of: $0) }
    strangerRow = heirRow.flatMap { row in
      departures.everybodyAsks || departures.askers.contains(staying[row]) ? nil : row
    }
    before = departures.counts(of: staying, in: departures.acquaintances, targets, execution)
    without = departures.counts(of: staying, in: retirement.acquaintances(), targets, execution)

    // A chain that a tie makes or breaks passes one of its ends.
    let whole = retirement.acquaintances(keeping: Set(retirement.inheritable))
    let network = whole.network
    let ends = Set(
      retirement.inheritable.flatMap {
        [Int(network.ties.sources[$0]), Int(network.ties.targets[$0])]
      })
    let steps = departures.introducers + 1
    let isAffected = execution.map(
      staying.count, chunkSize: 32, makeScratch: { ReachSearch(over: whole) },
      value: { row, search in
        var comesToEnd = ends.contains(staying[row])
        search.visit(from: staying[row], within: steps) { actor, _, _ in
          comesToEnd = comesToEnd || ends.contains(actor)
        }
        return comesToEnd
      })
    affected = isAffected.indices.filter { isAffected[$0] }
  }

  /// What each actor reaches if some ties are kept.
  private func reach(keeping kept: Set<Int>) -> [Int] {
    if kept.isEmpty { return without }
    let acquaintances = retirement.acquaintances(keeping: kept)
    var search = ReachSearch(over: acquaintances)
    var counts = without
    for row in affected {
      counts[row] = search.count(
        from: actors[row], within: departures.introducers + 1, targets)
    }
    return counts
  }

  /// Adds up all cases, each by its probability.
  ///
  /// The probability of a case depends on how many ties are kept, so whole numbers are added up a
  /// number of ties: the same at any thread count.
  func allCases(_ shares: [Double], _ execution: Execution) -> [Sums] {
    let ties = retirement.inheritable
    let width = actors.count
    let sumsByCount = execution.reduceChunks(
      of: 1 << ties.count, chunkSize: 4,
      into: [Int](repeating: 0, count: (ties.count + 1) * width), makeScratch: {},
      work: { range, _ in
        range.map { mask in
          let kept = ties.indices.filter { mask >> $0 & 1 == 1 }
          return (kept.count, reach(keeping: Set(kept.map { ties[$0] })))
        }
      },
      merge: { sums, part in
        for (count, reach) in part {
          for row in 0..<width { sums[count * width + row] += reach[row] }
        }
      })
    return shares.map { share in
      var sums = Sums(width)
      for count in 0...ties.count {
        let chance = power(share, count) * power(1 - share, ties.count - count)
        for row in 0..<width {
          sums.reach[row] += chance * Double(sumsByCount[count * width + row])
        }
      }
      for row in 0..<width {
        if row != strangerRow { sums.all += sums.reach[row] }
        if row != heirRow { sums.others += sums.reach[row] }
      }
      return sums
    }
  }

  /// Adds up runs.
  func simulated(
    _ shares: [Double], _ runs: Int, _ seed: UInt64, _ execution: Execution
  ) -> [Sums] {
    let ties = retirement.inheritable
    let blank = shares.map { _ in Sums(actors.count) }
    return execution.reduceChunks(
      of: runs, chunkSize: 2, into: blank, makeScratch: {},
      work: { range, _ in
        var part = blank
        for run in range {
          if execution.isCancelled() { break }
          // Runs are told apart by a seed of their own, so that their order does not matter.
          var seeds = SplitMix64(seed: seed &+ UInt64(run) &* 0x9E37_79B9_7F4A_7C15)
          var generator = SplitMix64(seed: seeds.next())
          let draws = ties.map { _ in generator.nextUnit() }
          var known: [Int: [Int]] = [:]
          for (index, share) in shares.enumerated() {
            let kept = ties.indices.filter { draws[$0] < share }
            // Kept sets grow with the share: as many ties are the same ties.
            let counts = known[kept.count] ?? reach(keeping: Set(kept.map { ties[$0] }))
            known[kept.count] = counts
            part[index].add(counts, heirRow: heirRow, strangerRow: strangerRow)
          }
        }
        return part
      },
      merge: { total, part in
        for index in total.indices { total[index].add(part[index]) }
      })
  }

  /// Returns means and intervals.
  func point(_ share: Double, _ sums: Sums, runs: Int?) -> Inheritance.Point {
    func estimate(_ sum: Double, _ squares: Double) -> Inheritance.Estimate {
      guard let runs else { return Inheritance.Estimate(mean: sum, margin: 0) }
      let count = Double(runs)
      let variance = max(0, squares - sum * sum / count) / (count - 1)
      return Inheritance.Estimate(
        mean: sum / count, margin: 1.96 * (variance / count).squareRoot())
    }
    let total = Double(before.indices.reduce(0) { $0 + ($1 == strangerRow ? 0 : before[$1]) })
    let all = estimate(sums.all, sums.allSquares)
    let reach = actors.indices.map { estimate(sums.reach[$0], sums.reachSquares[$0]) }
    return Inheritance.Point(
      share: share, others: estimate(sums.others, sums.othersSquares),
      heir: heirRow.map { reach[$0] } ?? Inheritance.Estimate(mean: 0, margin: 0),
      dependence: total > 0
        ? Inheritance.Estimate(mean: (total - all.mean) / total, margin: all.margin / total) : nil,
      reach: reach)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}

extension InheritanceTrial.Sums {
  /// Adds what each actor reaches in a run: whole numbers, whose sums are exact below 2⁵³.
  fileprivate mutating func add(_ counts: [Int], heirRow: Int?, strangerRow: Int?) {
    let sum = counts.reduce(0, +)
    let others = sum - (heirRow.map { counts[$0] } ?? 0)
    let all = sum - (strangerRow.map { counts[$0] } ?? 0)
    self.all += Double(all)
    allSquares += Double(all) * Double(all)
    self.others += Double(others)
    othersSquares += Double(others) * Double(others)
    for (row, count) in counts.enumerated() {
      reach[row] += Double(count)
      reachSquares[row] += Double(count) * Double(count)
    }
  }

  fileprivate mutating func add(_ other: Self) {
    all += other.all
    allSquares += other.allSquares
    others += other.others
    othersSquares += other.othersSquares
    for row in reach.indices {
      reach[row] += other.reach[row]
      reachSquares[row] += other.reachSquares[row]
    }
  }
}
