/// Tries differences between separate networks: members are exchanged, each with its number.
struct ExchangedMembers {
  let figures: [ComparisonFigures]
  let runs: Int
  let seed: UInt64

  /// The tests of each group after the first, a figure each; nil where it is no mean over members.
  func tests(_ groups: Range<Int>) -> [[PermutationTest?]] {
    groups.dropFirst().map { other in
      ComparisonFigure.allCases.map { figure in
        figure.isMemberMean ? test(figure, other) : nil
      }
    }
  }

  private func test(_ figure: ComparisonFigure, _ other: Int) -> PermutationTest? {
    let first = figures[0].memberValues(of: figure).compactMap(\.self)
    let second = figures[other].memberValues(of: figure).compactMap(\.self)
    guard !first.isEmpty, !second.isEmpty else { return nil }
    var all = first + second
    let sum = all.reduce(0, +)
    func difference(_ values: [Double]) -> Double {
      let part = values[..<first.count].reduce(0, +)
      return part / Double(first.count) - (sum - part) / Double(second.count)
    }
    let observed = difference(all)
    let draws = (0..<runs).map { run in
      var generator = SplitMix64(ofRun: run, seed: seed, purpose: 2 + UInt64(other))
      generator.shuffle(&all)
      return difference(all)
    }
    return PermutationTest(observed: observed, draws: draws, isExact: false, expected: 0)
  }
}

/// Tries differences between groups of one network: its members are put into groups of the same
/// sizes at random.
struct ExchangedLabels {
  let pool: GroupPool
  let members: [[Int]]
  let runs: Int
  let seed: UInt64

  /// The tests of each group after the first, a figure each; nil where they do not say anything.
  func tests(observed: [[Double]], execution: Execution) -> [[PermutationTest?]] {
    let draws = execution.map(runs, chunkSize: 1, makeScratch: {}) { run, _ in
      var generator = SplitMix64(ofRun: run, seed: seed, purpose: 0)
      var all = members.flatMap(\.self)
      generator.shuffle(&all)
      var start = 0
      return members.map { group in
        defer { start += group.count }
        let drawn = Array(all[start..<(start + group.count)])
        return pool.group(of: drawn, name: "", reachesOutside: false).figures(seed: seed).values
      }
    }
    return members.indices.dropFirst().map { other in
      ComparisonFigure.allCases.map { figure in
        guard figure != .outsideReach1, figure != .matches else { return nil }
        let place = figure.place
        let difference = observed[0][place] - observed[other][place]
        guard !difference.isNaN else { return nil }
        return PermutationTest(
          observed: difference, draws: draws.map { $0[0][place] - $0[other][place] },
          isExact: false)
      }
    }
  }
}
