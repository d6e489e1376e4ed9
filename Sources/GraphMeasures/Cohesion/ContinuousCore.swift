public import GraphStructure

/// How near each node is to the core, and how well that describes a network.
public struct ContinuousCore: Sendable, Equatable {
  /// How near to the core each node is, 0 or more; their squares sum to 1.
  ///
  /// NaN where the fit is.
  public let scores: [Double]

  /// The correlation of the network with the products of scores; NaN where it is not defined.
  public let fit: Double
}

extension Graph {
  /// Returns how near each node is to the core (Borgatti and Everett, continuous).
  ///
  /// > the *c* ≥ 0 for which Pearson's correlation of *a*ᵢⱼ with *c*ᵢ · *c*ⱼ over the pairs *i* ≠ *j*
  /// > is greatest
  ///
  /// Two nodes are tied strongly where both are near the core, weakly where one is, and not where
  /// neither is. What lies on the diagonal does not count. Directions are ignored: arcs of a pair
  /// count half each. Scores are of unit length.
  ///
  /// One score after the other is set to its best value, the others held fixed, which a formula
  /// gives; the fit never falls. It may end in a best that is not the greatest, so the search begins
  /// at the degrees and at random scores, and the best is kept. Where all pairs are tied alike, the
  /// fit and the scores are NaN.
  ///
  /// - Parameters:
  ///   - values: What a tie counts: 1, or its strength; parallel edges are added up.
  ///   - starts: How many searches are made, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - tolerance: A search ends once a round over all nodes has raised the fit by less.
  ///   - sweepLimit: The most rounds of a search.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores and the fit.
  /// - Throws: ``MeasureError`` where no search has ended within the limit, or a parameter is out of
  ///   range.
  /// - Complexity: O(starts · rounds · (*n* + *m*)).
  /// - SeeAlso: S. P. Borgatti, M. G. Everett. Models of core/periphery structures. Social Networks
  ///   21, 1999.
  public func continuousCore(
    values: EdgeValues = .ones, starts: Int = 8, seed: UInt64 = 1, tolerance: Double = 1e-9,
    sweepLimit: Int = 10_000, execution: Execution = .standard
  ) throws(MeasureError) -> ContinuousCore {
    for (name, number) in [("starts", starts), ("sweepLimit", sweepLimit)] where number < 1 {
      throw .parameterOutOfRange(name: name, value: Double(number), allowed: "at least 1")
    }
    guard tolerance > 0 else {
      throw .parameterOutOfRange(name: "tolerance", value: tolerance, allowed: "above 0")
    }
    let ascent = CoreAscent(neighborArcs(values), countsHalves: isDirected)
    guard ascent.isDefined else {
      return ContinuousCore(scores: nodes.map { _ in .nan }, fit: .nan)
    }
    let ends = execution.map(starts, chunkSize: 1, makeScratch: {}) { start, _ in
      var bits = RandomBits(ofReplicate: start, seed: seed)
      let first = start == 0 ? ascent.degrees : nodes.map { _ in bits.nextUnit() }
      return ascent.climb(from: first, tolerance, sweepLimit, execution)
    }
    let best = ends.dropFirst().reduce(ends.first ?? ascent.start) { $1.fit > $0.fit ? $1 : $0 }
    guard best.change < tolerance || execution.isCancelled() else {
      throw .notConverged(
        measure: "Continuous core", iterations: sweepLimit, change: best.change,
        tolerance: tolerance)
    }
    let length = best.scores.squareSum.squareRoot()
    return ContinuousCore(scores: best.scores.map { $0 / length }, fit: best.fit)
  }
}

/// A search for the scores whose products correlate best with a network.
private struct CoreAscent: Sendable {
  private let arcs: Arcs
  /// What an arc counts, so that a tie of 1 both ways counts 1.
  private let strengths: [Double]
  /// The number of ordered pairs, the mean tie over them, and their sum of squares about it.
  private let pairs: Double
  private let mean: Double
  private let spread: Double

  /// Where a search has ended.
  struct End: Sendable {
    let scores: [Double]
    let fit: Double
    /// By how much the last round raised the fit.
    let change: Double
  }

  init(_ arcs: Arcs, countsHalves: Bool) {
    self.arcs = arcs
    let counts = arcs.values ?? [Double](repeating: 1, count: arcs.ends.count)
    strengths = countsHalves ? counts.map { $0 / 2 } : counts
    pairs = Double(arcs.nodeCount * (arcs.nodeCount - 1))
    mean = strengths.reduce(0, +) / pairs
    spread = strengths.squareSum - pairs * mean * mean
  }

  /// Whether ties differ at all.
  var isDefined: Bool { pairs > 0 && spread > 1e-12 * strengths.squareSum }

  /// What the ties of each node count.
  var degrees: [Double] {
    (0..<arcs.nodeCount).map { node in
      strengths[arcs.offsets[node]..<arcs.offsets[node + 1]].reduce(0, +)
    }
  }

  /// Where a search would begin: what a cancelled one hands back.
  var start: End { End(scores: degrees, fit: .nan, change: 0) }

  func climb(
    from start: [Double], _ tolerance: Double, _ sweepLimit: Int, _ execution: Execution
  ) -> End {
    var scores = start
    var fit = -Double.infinity
    var change = Double.infinity
    for _ in 0..<sweepLimit where !execution.isCancelled() {
      let length = scores.squareSum.squareRoot()
      if length > 0 { for node in scores.indices { scores[node] /= length } }
      let reached = sweep(&scores)
      change = reached - fit
      fit = reached
      // −∞ less −∞ is no number, and ends the search as well.
      if !(change >= tolerance) { break }
    }
    return End(scores: scores, fit: fit, change: change.isNaN ? 0 : abs(change))
  }

  /// Sets every score to its best value, the others held fixed; returns the correlation then.
  ///
  /// With one score free, sums of products are linear in it and sums of squared products quadratic,
  /// so that the best value is where a simple curve turns.
  private func sweep(_ scores: inout [Double]) -> Double {
    // Sums over the nodes before and after one are added, not taken from the whole: where one score
    // is far above the others, little would be left of theirs.
    var after = [ProductSums](repeating: ProductSums(), count: scores.count + 1)
    for node in scores.indices.reversed() {
      after[node] = after[node + 1]
      after[node].add(scores[node])
    }
    var before = ProductSums()
    var ties = scores.indices.reduce(0) { $0 + scores[$1] * tie($1, scores) }
    var fit = -Double.infinity
    for node in scores.indices {
      let old = scores[node]
      let own = tie(node, scores)
      let rest = before.joined(with: after[node + 1])
      let others = ties - 2 * old * own
      let curve = Curve(rest: rest, ties: others, own: own, mean: mean, pairs: pairs)
      // Where the best lies at infinity, the score grows fourfold a round.
      let far = 4 * (rest.squares.squareRoot() + old)
      var (best, value) = (old, curve.value(old))
      for candidate in [curve.turningPoint, 0, far] where candidate >= 0 && candidate <= far {
        let reached = curve.value(candidate)
        if reached > value { (best, value) = (candidate, reached) }
      }
      scores[node] = best
      before.add(best)
      ties = others + 2 * best * own
      fit = value
    }
    return fit / spread.squareRoot()
  }

  /// What the ties of a node count, each times the score of the other.
  private func tie(_ node: Int, _ scores: [Double]) -> Double {
    var total = 0.0
    for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
      total += strengths[arc] * scores[Int(arcs.ends[arc])]
    }
    return total
  }

  /// Sums over scores, and over products of ordered pairs of them; nothing is ever subtracted.
  private struct ProductSums {
    var scores = 0.0
    var squares = 0.0
    var products = 0.0
    var squaredProducts = 0.0

    mutating func add(_ score: Double) {
      let square = score * score
      products += 2 * scores * score
      squaredProducts += 2 * squares * square
      scores += score
      squares += square
    }

    func joined(with other: ProductSums) -> ProductSums {
      ProductSums(
        scores: scores + other.scores, squares: squares + other.squares,
        products: products + other.products + 2 * scores * other.scores,
        squaredProducts: squaredProducts + other.squaredProducts + 2 * squares * other.squares)
    }
  }

  /// The correlation as a function of one score *x*, (α + β*x*) / √(γ + δ*x* + ε*x*²), but for the
  /// spread of the ties.
  private struct Curve {
    let rest: ProductSums
    let ties: Double
    let own: Double
    let mean: Double
    let pairs: Double

    /// Where it neither rises nor falls; NaN or infinite where there is no such place.
    var turningPoint: Double {
      let alpha = ties - mean * rest.products
      let beta = 2 * (own - mean * rest.scores)
      let gamma = rest.squaredProducts - rest.products * rest.products / pairs
      let delta = -4 * rest.scores * rest.products / pairs
      let epsilon = 2 * rest.squares - 4 * rest.scores * rest.scores / pairs
      return (alpha * delta / 2 - beta * gamma) / (beta * delta / 2 - alpha * epsilon)
    }

    /// Its value, −∞ where the products do not vary.
    func value(_ x: Double) -> Double {
      let products = rest.products + 2 * rest.scores * x
      let squares = rest.squaredProducts + 2 * rest.squares * x * x
      let spread = squares - products * products / pairs
      guard spread > 1e-12 * squares else { return -.infinity }
      return (ties + 2 * own * x - mean * products) / spread.squareRoot()
    }
  }
}
