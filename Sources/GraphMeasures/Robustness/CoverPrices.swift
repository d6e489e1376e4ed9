internal import GraphStructure

/// Prices that say how little any set of a size can leave to be gained.
///
/// Each node *u* has a price *λ*(*u*) ≥ 0. A set *K* of *k* nodes is worth to *u* the most that one of
/// them is, and so at most *λ*(*u*) + Σ max(0, *w*(*v*, *u*) − *λ*(*u*)) over the *v* in *K*. Added up:
///
/// > worth of *K* ≤ Σ *λ*(*u*) + Σ *ρ*(*v*) over *v* in *K*, *ρ*(*v*) = Σ max(0, *w*(*v*, *u*) − *λ*(*u*))
///
/// which the *k* greatest *ρ* make largest. That holds for any prices; good ones are found step by
/// step, down where several of those nodes cover the same, up where none does: the Lagrangean
/// relaxation of the *k*-median problem.
///
/// - SeeAlso: G. Cornuejols, M. L. Fisher, G. L. Nemhauser. Location of bank accounts to optimize
///   float. Management Science 23, 1977; M. Held, P. Wolfe, H. P. Crowder. Validation of subgradient
///   optimization. Mathematical Programming 6, 1974.
struct CoverPrices {
  /// What no set exceeds.
  private(set) var bound = Double.infinity
  /// The sum of the prices.
  private(set) var sum = 0.0
  /// What each node has left above the prices, *ρ*.
  private(set) var surplus: [Double] = []
  /// The greatest of these, falling: as many as the set has.
  private(set) var greatest: [Double] = []
  /// How many rounds it took.
  private(set) var rounds = 0

  /// The most look-ups of all rounds together, and the most rounds.
  private static let lookupLimit = 1e10
  private static let roundLimit = 200
  /// After so many rounds without a better bound steps are halved.
  private static let patience = 4

  /// Finds prices.
  ///
  /// - Parameters:
  ///   - table: What nodes are worth to each other.
  ///   - count: The size of the set.
  ///   - start: Prices to begin with: what each node has from a good set.
  ///   - best: What that set is worth: no bound can be less.
  ///   - execution: Threads and cancellation.
  init(
    _ table: NearnessTable, count: Int, from start: [Double], best: Double, _ execution: Execution
  ) {
    let all = Double(table.nodeCount)
    let limit = max(5, min(Self.roundLimit, Int(Self.lookupLimit / max(1, all * all))))
    var prices = start
    var factor = 1.0
    var vain = 0
    // The first round is done in any case: without it there is no bound.
    while rounds == 0 || rounds < limit && !execution.isCancelled() {
      rounds += 1
      let given = prices
      let found = execution.unstoppable.map(
        table.nodeCount, chunkSize: 64, makeScratch: {}
      ) { node, _ in table.gain(of: node, over: given) }
      let chosen = found.indices.sorted { (found[$1], $0) < (found[$0], $1) }.prefix(count)
      let total = given.reduce(0, +)
      let value = chosen.reduce(total) { $0 + found[$1] }
      if value < bound - 1e-9 * value {
        vain = 0
      } else {
        vain += 1
        if vain == Self.patience { (factor, vain) = (factor / 2, 0) }
      }
      if value < bound {
        (bound, sum, surplus) = (value, total, found)
        greatest = chosen.map { found[$0] }
      }
      guard bound > best + 1e-12 * all, factor > 1e-4 else { break }
      // How many of the chosen cover each node beyond its price, less the one that may.
      var excess = [Double](repeating: -1, count: table.nodeCount)
      for node in chosen {
        for (other, worth) in table.row(node).enumerated() where worth > given[other] {
          excess[other] += 1
        }
      }
      let size = excess.reduce(0) { $0 + $1 * $1 }
      guard size > 0 else { break }
      let step = factor * (value - best) / size
      for node in prices.indices { prices[node] = max(0, given[node] + step * excess[node]) }
    }
  }

  /// Returns what no set exceeds that holds a node.
  func bound(with node: Int) -> Double {
    guard let least = greatest.last else { return sum }
    return surplus[node] >= least ? bound : bound - least + surplus[node]
  }

  /// Returns what no set exceeds that holds some nodes.
  ///
  /// - Parameters:
  ///   - surplus: The sum of what they have left above the prices.
  ///   - open: How many more there are to be.
  /// - Returns: The bound.
  func bound(surplus: Double, open: Int) -> Double {
    greatest.prefix(open).reduce(sum + surplus, +)
  }
}
