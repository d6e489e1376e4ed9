#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How far shares that were counted in samples may be from the true ones, for many shares at once.
///
/// Of τ independent samples a share *q̂* of the cases counts for an item; the true share is *q*. By
/// the bound of Chernoff and Hoeffding, *q̂* ≥ *q* and τ · KL(*q̂*, *q*) ≥ *x* happen together with a
/// probability of at most exp(−*x*), and so do *q̂* ≤ *q* and the same, where KL(*p*, *q*) =
/// *p* ln(*p*/*q*) + (1 − *p*) ln((1 − *p*)/(1 − *q*)). A probability of failure δ is shared out to
/// items, to both sides and to the times at which one looks; each share of it gives an *x*. As
/// KL(*p*, *q*) ≥ 2(*p* − *q*)², every error falls below any bound in the end.
///
/// What is shared out to an item follows a pilot of other, independent samples: most goes to those
/// that need the most samples, of which there are few.
///
/// - SeeAlso: W. Hoeffding. Probability inequalities for sums of bounded random variables. Journal
///   of the American Statistical Association 58, 1963; for the shares of δ: M. Borassi, E. Natale.
///   KADABRA is an adaptive algorithm for betweenness via random approximation. ACM Journal of
///   Experimental Algorithmics 24, 2019.
struct SampledShares {
  /// How often each item was counted in the pilot.
  private let pilotCounts: [Int32]
  /// The probability of failure that an item has, indexed by its count in the pilot.
  private let failures: [Double]
  /// The number of samples after which one looks first, where bounds are expected to be kept.
  let firstSampleCount: Int

  /// The part of δ that is shared out evenly, so that nobody's is too small.
  private static let evenPart = 0.1
  /// By how much the samples grow from one look to the next.
  private static let growth = 1.2

  /// Shares out the probability of failure.
  ///
  /// - Parameters:
  ///   - pilotCounts: How often each item was counted in the pilot.
  ///   - pilotSize: Of how many samples.
  ///   - epsilon: The greatest error that is asked for, above 0 and below 1.
  ///   - failure: The probability δ that any error is greater than its bound.
  init(pilotCounts: [Int32], pilotSize: Int, epsilon: Double, failure: Double) {
    self.pilotCounts = pilotCounts
    var itemCounts = [Double](repeating: 0, count: Int(pilotCounts.max() ?? 0) + 1)
    for count in pilotCounts { itemCounts[Int(count)] += 1 }
    let gains = itemCounts.indices.map {
      Self.gain(ofCount: $0, in: pilotSize, epsilon: epsilon)
    }
    // What all items take of the probability of failure if the first look is after so many samples.
    let sides = 2 / Self.part(ofLook: 0)
    func failureSum(_ sampleCount: Int) -> Double {
      itemCounts.indices.reduce(0) {
        $0 + sides * itemCounts[$1] * exp(-Double(sampleCount) * gains[$1])
      }
    }
    let wanted = (1 - Self.evenPart) * failure
    var tooFew = 0
    var enough = 1
    while failureSum(enough) > wanted { (tooFew, enough) = (enough, 2 * enough) }
    while enough - tooFew > 1 {
      let middle = tooFew + (enough - tooFew) / 2
      if failureSum(middle) > wanted { tooFew = middle } else { enough = middle }
    }
    firstSampleCount = enough
    let stretch = wanted / failureSum(enough)
    let even = Self.evenPart * failure / Double(max(1, pilotCounts.count))
    failures = gains.map { even + stretch * sides * exp(-Double(enough) * $0) }
  }

  /// Returns how much a sample adds to the exponent of an item, supposed that its share is as the
  /// pilot says or, by a standard deviation, harder to tell.
  private static func gain(ofCount count: Int, in pilotSize: Int, epsilon: Double) -> Double {
    let size = Double(pilotSize)
    let counted = min(1, max(1, Double(count)) / size)
    let deviation = (counted * (1 - counted) / size).squareRoot()
    let share = counted < 0.5 ? min(0.5, counted + deviation) : max(0.5, counted - deviation)
    return min(
      share + epsilon < 1 ? relativeEntropy(share, share + epsilon) : .infinity,
      share > epsilon ? relativeEntropy(share, share - epsilon) : -log1p(-epsilon))
  }

  /// Returns the part of an item's probability of failure that a look takes; all sum to 1.
  private static func part(ofLook look: Int) -> Double {
    look == 0 ? 0.5 : 0.5 / Double(look * (look + 1))
  }

  /// Returns after how many samples to look for the first, second, … time.
  func sampleCount(ofLook look: Int) -> Int {
    Int((Double(firstSampleCount) * pow(Self.growth, Double(look))).rounded(.up))
  }

  /// Returns how far the share of each item may be from that in the samples.
  ///
  /// - Parameters:
  ///   - counts: How often each item was counted.
  ///   - look: Which look this is; it fixes the number of samples.
  /// - Returns: The errors. That any of any look is too small has a probability of at most δ.
  func errors(_ counts: [Int32], atLook look: Int) -> [Double] {
    let sampleCount = Double(sampleCount(ofLook: look))
    // Most items were counted rarely: equal counts have equal errors.
    var known: [SIMD2<Int32>: Double] = [:]
    return counts.indices.map { item in
      let key = SIMD2(pilotCounts[item], counts[item])
      if let error = known[key] { return error }
      let failure = failures[Int(pilotCounts[item])] * Self.part(ofLook: look) / 2
      let error = greatestError(
        of: Double(counts[item]) / sampleCount, entropy: -log(failure) / sampleCount)
      known[key] = error
      return error
    }
  }
}

/// Returns KL(*p*, *q*), infinite where *q* is 0 or 1 and *p* is not.
private func relativeEntropy(_ p: Double, _ q: Double) -> Double {
  let first = p > 0 ? p * log(p / q) : 0
  let second = p < 1 ? (1 - p) * log((1 - p) / (1 - q)) : 0
  return first + second
}

/// Returns how far from *p* a share can be before their relative entropy passes a bound.
private func greatestError(of p: Double, entropy: Double) -> Double {
  func error(upTo limit: Double, _ sign: Double) -> Double {
    var (low, high) = (0.0, limit)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if relativeEntropy(p, p + sign * middle) < entropy { low = middle } else { high = middle }
    }
    return high
  }
  return max(error(upTo: 1 - p, 1), error(upTo: p, -1))
}
