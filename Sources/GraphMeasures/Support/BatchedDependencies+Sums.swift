internal import GraphStructure

// The way back: what lies behind each place flows to those before it, level by level.
extension BatchedDependencies {
  /// Adds up dependencies from the farthest level back; leaves all flows 0.
  ///
  /// The first score would be that of place or arc 0.
  func sumDependencies(
    _ batch: SourceBatch, _ levelEnds: [Int], _ scores: UnsafeMutablePointer<Double>
  ) {
    let first = batch.component.lowerBound
    let (pathCounts, reached, reachedBits) = unsafe (pathCounts, reached, reachedBits)
    let (isMarked, laneSets) = unsafe (isMarked, laneSets)
    var (flow, next) = unsafe (flow, nextFlow)
    var sourceWeights = Lanes.zero
    for (lane, source) in batch.sources.enumerated() { sourceWeights[lane] = weights[Int(source)] }
    let last = levelEnds.count - 2
    // Between neighbors lie arcs, but no nodes.
    let nearest = passed == .arcs ? 0 : 1
    guard last > nearest else { return }
    unsafe weights.withUnsafeBufferPointer { weights in
      unsafe arcs.forward.withColumns { offsets, ends in
        unsafe arcs.backward.withColumns { backwardOffsets, backwardEnds in
          func arcCount(_ level: Range<Int>, _ offsets: UnsafePointer<Int>) -> Int {
            var count = 0
            for position in level {
              let place = unsafe first + Int(reached[position])
              unsafe count += offsets[place + 1] - offsets[place]
            }
            return count
          }
          var level = levelEnds[last]..<levelEnds[last + 1]
          for position in level {
            let place = unsafe Int(reached[position])
            let share = unsafe Lanes(repeating: weights[first + place]) / pathCounts[place]
            unsafe flow[place] = share.keeping(laneSets[Int(reachedBits[position])])
          }
          var levelArcs = unsafe arcCount(level, backwardOffsets)
          for steps in stride(from: last - 1, through: nearest, by: -1) {
            let nearer = levelEnds[steps]..<levelEnds[steps + 1]
            let nearerArcs = unsafe arcCount(nearer, offsets)
            let isPush = passed == .nodes && Self.pushCost * levelArcs < nearerArcs
            if isPush {
              for position in nearer { unsafe isMarked[Int(reached[position])] = true }
              for position in level {
                let place = unsafe Int(reached[position])
                let shares = unsafe flow[place]
                let row = unsafe backwardOffsets[first + place]..<backwardOffsets[first + place + 1]
                for arc in row {
                  let end = unsafe Int(backwardEnds[arc]) - first
                  if unsafe isMarked[end] { unsafe next[end] += shares }
                }
              }
            }
            for position in nearer {
              let place = unsafe Int(reached[position])
              let counts = unsafe pathCounts[place]
              let bits = unsafe laneSets[Int(reachedBits[position])]
              var sum = unsafe next[place]
              if isPush {
                unsafe isMarked[place] = false
              } else if passed == .arcs {
                let passing = counts.keeping(bits) * sourceWeights
                for arc in unsafe offsets[first + place]..<offsets[first + place + 1] {
                  let share = unsafe flow[Int(ends[arc]) - first]
                  unsafe scores[arc] += (passing * share).total
                  sum += share
                }
              } else {
                for arc in unsafe offsets[first + place]..<offsets[first + place + 1] {
                  unsafe sum += flow[Int(ends[arc]) - first]
                }
              }
              let dependencies = (counts * sum).keeping(bits)
              if passed == .nodes {
                unsafe scores[first + place] += (dependencies * sourceWeights).total
              }
              let share = unsafe (dependencies + Lanes(repeating: weights[first + place])) / counts
              unsafe next[place] = share.keeping(bits)
            }
            for position in level { unsafe flow[Int(reached[position])] = .zero }
            unsafe swap(&flow, &next)
            level = nearer
            levelArcs = unsafe arcCount(level, backwardOffsets)
          }
          for position in level { unsafe flow[Int(reached[position])] = .zero }
        }
      }
    }
  }
}
