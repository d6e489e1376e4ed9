/// Timelines of small networks, by listing all dates within the bounds.
extension ReachOracle {
  /// A network of days 2…4 of January 2000; open bounds may lie as far as 1 and 5.
  init(timelineSeed seed: Int) {
    var numbers = Numbers(state: UInt64(seed) &* 77)
    let words = ["firm", "firm", "group", "project", "person"]
    let kinds = (0..<6).map { _ in words[numbers.next(below: words.count)] }
    var ties: [ReachOracle.Tie] = []
    while ties.count < 5 {
      let source = numbers.next(below: 6)
      let target = numbers.next(below: 6)
      if source == target || kinds[source] == "project" && kinds[target] == "project" { continue }
      var tie = ReachOracle.Tie(
        source: source, target: target,
        kind: numbers.next(below: 3) == 0 ? "business" : "membership")
      tie.isDirected = seed % 3 == 0 && numbers.next(below: 3) == 0
      let spread = numbers.next(below: 3)
      let first = 2 + numbers.next(below: 3 - spread)
      let days = (0..<4).map { _ in first + numbers.next(below: spread + 1) }.sorted()
      func maybe(_ day: Int) -> Int? { numbers.next(below: 6) == 0 ? nil : day }
      if numbers.next(below: 2) == 0 {
        // Bounds that overlap: the tie may have been alive on a single day only.
        (tie.beganFrom, tie.beganTo) = (maybe(days[0]), maybe(days[2]))
        (tie.endedFrom, tie.endedTo) = (maybe(days[1]), maybe(days[3]))
      } else {
        (tie.beganFrom, tie.beganTo) = (maybe(days[0]), maybe(days[1]))
        (tie.endedFrom, tie.endedTo) = (maybe(days[2]), maybe(days[3]))
      }
      ties.append(tie)
    }
    self.init(kinds: kinds, ties: ties)
  }

  /// All timelines that the bounds of the ties allow.
  var timelines: [[ClosedRange<Int>]] {
    ties.reduce([[]]) { lines, tie in
      let lives = tie.lives
      return lines.flatMap { line in lives.map { line + [$0] } }
    }
  }

  /// When a chain with these carriers is complete at the earliest, and until when one can set out;
  /// nil where it respects no time.
  static func days(
    _ carriers: [[Int]], _ line: [ClosedRange<Int>]
  ) -> (arrival: Int, departure: Int)? {
    var day = 0
    for ties in carriers {
      // Waiting until all ties are there, and none may be gone by then.
      day = max(day, ties.map { line[$0].lowerBound }.max() ?? 0)
      if ties.contains(where: { line[$0].upperBound < day }) { return nil }
    }
    return (day, carriers.flatMap { $0 }.map { line[$0].upperBound }.min() ?? 0)
  }

  /// All ways to choose one carrier a step.
  static func choices(_ steps: [[[Int]]]) -> [[[Int]]] {
    steps.reduce([[]]) { chosen, step in chosen.flatMap { some in step.map { some + [$0] } } }
  }
}

extension ReachOracle.Tie {
  /// All beginnings and ends of a tie that its bounds allow.
  var lives: [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for begun in (beganFrom ?? 1)...(beganTo ?? 5) {
      for ended in (endedFrom ?? 1)...(endedTo ?? 5) where begun <= ended {
        found.append(begun...ended)
      }
    }
    return found
  }
}
