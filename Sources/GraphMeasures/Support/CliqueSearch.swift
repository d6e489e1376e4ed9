internal import GraphStructure
internal import Synchronization

/// The nodes in order of coreness, here called by their places in it, and for each its neighbors
/// before and after it.
struct CliqueOrder: Sendable {
  /// The nodes from the least coreness on; later neighbors are at most as many as the coreness.
  let nodes: [Int]
  /// The places of the neighbors of each place, ascending.
  private let arcs: Arcs
  /// Where in its row the later neighbors of each place begin.
  private let middles: [Int]

  init(_ graph: Graph) {
    let coreness = graph.coreness()
    let neighbors = graph.neighborArcs()
    nodes = Self.order(by: coreness)
    var place = [UInt32](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() { place[node] = UInt32(truncatingIfNeeded: index) }
    var offsets = [0]
    offsets.reserveCapacity(nodes.count + 1)
    for node in nodes { offsets.append(offsets[offsets.count - 1] + neighbors.degree(of: node)) }
    // Places come in order, and so stand in order in the rows of their neighbors.
    var next = offsets
    var ends = [UInt32](repeating: 0, count: neighbors.ends.count)
    var middles = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      middles[index] = next[index]
      for arc in neighbors.offsets[node]..<neighbors.offsets[node + 1] {
        let neighbor = Int(place[Int(neighbors.ends[arc])])
        ends[next[neighbor]] = UInt32(truncatingIfNeeded: index)
        next[neighbor] += 1
      }
    }
    arcs = Arcs(offsets: offsets, ends: ends, values: nil)
    self.middles = middles
  }

  /// Returns the nodes by coreness, the least first, those of the same in their order.
  private static func order(by coreness: [Int]) -> [Int] {
    var starts = [Int](repeating: 0, count: (coreness.max() ?? 0) + 2)
    for number in coreness { starts[number + 1] += 1 }
    for number in starts.indices.dropFirst() { starts[number] += starts[number - 1] }
    var order = [Int](repeating: 0, count: coreness.count)
    for node in coreness.indices {
      order[starts[coreness[node]]] = node
      starts[coreness[node]] += 1
    }
    return order
  }

  func later(_ place: Int) -> ArraySlice<UInt32> {
    arcs.ends[middles[place]..<arcs.offsets[place + 1]]
  }

  func earlier(_ place: Int) -> ArraySlice<UInt32> {
    arcs.ends[arcs.offsets[place]..<middles[place]]
  }
}

/// What is done with the cliques that a search finds.
protocol CliqueSink {
  /// Takes a clique.
  ///
  /// - Parameters:
  ///   - size: The number of its nodes.
  ///   - places: Makes the list of their places in the order.
  /// - Returns: Whether to go on.
  mutating func take(_ size: Int, _ places: () -> [Int]) -> Bool
}

/// Hands on the nodes of each clique.
struct CliqueList: CliqueSink {
  let order: CliqueOrder
  let body: ([Int]) -> Bool

  mutating func take(_ size: Int, _ places: () -> [Int]) -> Bool {
    body(places().map { order.nodes[$0] }.sorted())
  }
}

/// Counts cliques by size, and gives up where all threads together have found too many.
struct CliqueCounts: CliqueSink {
  let tally: CliqueTally
  private(set) var sizes: [Int] = []
  private var sinceReport = 0

  init(tally: CliqueTally) { self.tally = tally }

  mutating func take(_ size: Int, _ places: () -> [Int]) -> Bool {
    while sizes.count <= size { sizes.append(0) }
    sizes[size] += 1
    sinceReport += 1
    guard sinceReport == CliqueTally.interval else { return true }
    sinceReport = 0
    return tally.add(CliqueTally.interval)
  }
}

/// How many cliques all threads have found, to know when there are too many.
final class CliqueTally: Sendable {
  /// How many a thread counts before it says so.
  static let interval = 256
  /// Nodes whose cliques are counted at once.
  static let rootsPerChunk = 64

  private let limit: Int
  private let found = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  var isOver: Bool { found.load(ordering: .relaxed) > limit }

  func add(_ count: Int) -> Bool {
    found.wrappingAdd(count, ordering: .relaxed).newValue <= limit
  }
}

/// Lists the maximal cliques in which a node comes first.
///
/// Its later neighbors are the candidates, numbered from 0, so that sets of them are bits. Nobody
/// else can join such a clique; but an earlier neighbor, or a candidate whose cliques have been
/// listed, may be tied to all of it, and then it is not maximal: such nodes are the watchers. For
/// either there is a row of bits that says to which candidates it is tied.
struct CliqueSearch: Sendable {
  private let order: CliqueOrder
  private let size: Int
  /// The number of each candidate, −1 for all other places.
  private var number: [Int32]
  /// The places of the candidates.
  private var candidates: [UInt32] = []
  /// Words in a row.
  private var width = 0
  /// The rows, first those of the candidates, then those of earlier neighbors.
  private var rows: [UInt64] = []
  /// The open candidates at each depth, a row a depth.
  private var open: [UInt64] = []
  /// The watchers at each depth, by their rows, one depth behind the other.
  private var watchers: [Int32] = []
  private var clique: [Int] = []
  private var root = 0

  init(_ order: CliqueOrder, size: Int) {
    self.order = order
    self.size = size
    number = [Int32](repeating: -1, count: order.nodes.count)
  }

  /// Hands on every clique that begins with a place; false where the sink has had enough.
  mutating func run(from place: Int, into sink: inout some CliqueSink) -> Bool {
    let later = order.later(place)
    guard later.count + 1 >= size else { return true }
    guard !later.isEmpty else {
      return order.earlier(place).isEmpty ? sink.take(1) { [place] } : true
    }
    root = place
    return prepare(later) ? extend(depth: 0, from: 0, into: &sink) : true
  }

  /// Fills the rows; false where an earlier neighbor is tied to all candidates, so that no clique here is
  /// maximal.
  private mutating func prepare(_ later: ArraySlice<UInt32>) -> Bool {
    candidates.removeAll(keepingCapacity: true)
    candidates.append(contentsOf: later)
    width = (later.count + 63) / 64
    rows.removeAll(keepingCapacity: true)
    rows.append(contentsOf: repeatElement(0, count: later.count * width))
    open.removeAll(keepingCapacity: true)
    open.append(contentsOf: repeatElement(0, count: (later.count + 1) * width))
    watchers.removeAll(keepingCapacity: true)
    defer { for candidate in later { number[Int(candidate)] = -1 } }
    for (index, candidate) in candidates.enumerated() {
      number[Int(candidate)] = Int32(truncatingIfNeeded: index)
      open[index / 64] |= 1 << UInt64(index % 64)
    }
    for other in order.earlier(root) {
      let start = rows.count
      var tiedCount = 0
      for end in order.later(Int(other)) {
        let candidate = Int(number[Int(end)])
        guard candidate >= 0 else { continue }
        if tiedCount == 0 {
          for _ in 0..<width { rows.append(0) }
        }
        tiedCount += 1
        rows[start + candidate / 64] |= 1 << UInt64(candidate % 64)
      }
      if tiedCount == candidates.count { return false }
      if tiedCount > 0 { watchers.append(Int32(truncatingIfNeeded: start / width)) }
    }
    for (index, candidate) in candidates.enumerated() {
      for end in order.later(Int(candidate)) {
        let other = Int(number[Int(end)])
        guard other >= 0 else { continue }
        rows[index * width + other / 64] |= 1 << UInt64(other % 64)
        rows[other * width + index / 64] |= 1 << UInt64(index % 64)
      }
    }
    return true
  }

  /// Extends the clique by open candidates.
  ///
  /// - Parameters:
  ///   - depth: How many candidates are in it.
  ///   - first: Where the watchers of this depth begin: those tied to all of the clique and to some
  ///     open candidate.
  ///   - sink: Takes cliques.
  /// - Returns: Whether to go on.
  private mutating func extend(
    depth: Int, from first: Int, into sink: inout some CliqueSink
  ) -> Bool {
    let base = depth * width
    guard let pivot = pivot(base, first) else { return true }
    for word in 0..<width {
      var branches = open[base + word] & ~rows[pivot * width + word]
      while branches != 0 {
        let node = word * 64 + branches.trailingZeroBitCount
        branches &= branches - 1
        guard branch(node, depth: depth, from: first, into: &sink) else { return false }
        open[base + word] &= ~(1 << UInt64(node % 64))
        watchers.append(Int32(truncatingIfNeeded: node))
      }
    }
    return true
  }

  /// Lists the cliques that have one more candidate.
  private mutating func branch(
    _ node: Int, depth: Int, from first: Int, into sink: inout some CliqueSink
  ) -> Bool {
    let (base, above) = (depth * width, (depth + 1) * width)
    var left = 0
    for word in 0..<width {
      let rest = open[base + word] & rows[node * width + word]
      open[above + word] = rest
      left += rest.nonzeroBitCount
    }
    let (word, bit) = (node / 64, UInt64(1) << UInt64(node % 64))
    let end = watchers.count
    if left == 0 {
      for index in first..<end where rows[Int(watchers[index]) * width + word] & bit != 0 {
        return true
      }
      guard depth + 2 >= size else { return true }
      clique.append(node)
      defer { clique.removeLast() }
      return sink.take(depth + 2) { [root] + clique.map { Int(candidates[$0]) } }
    }
    guard depth + 2 + left >= size else { return true }
    for index in first..<end {
      let row = Int(watchers[index]) * width
      guard rows[row + word] & bit != 0 else { continue }
      // Who is tied to nobody that is left can watch no larger clique.
      var common: UInt64 = 0
      for word in 0..<width { common |= rows[row + word] & open[above + word] }
      if common != 0 { watchers.append(watchers[index]) }
    }
    clique.append(node)
    let goesOn = extend(depth: depth + 1, from: end, into: &sink)
    clique.removeLast()
    watchers.removeLast(watchers.count - end)
    return goesOn
  }

  /// Returns the row of a candidate or watcher that is tied to most open candidates: every maximal
  /// clique has it or someone not tied to it.
  ///
  /// - Returns: The row; nil where a watcher is tied to all, so that no clique here is maximal.
  private func pivot(_ base: Int, _ first: Int) -> Int? {
    var all = 0
    for word in 0..<width { all += open[base + word].nonzeroBitCount }
    var (best, most) = (0, -1)
    for watcher in watchers[first...] {
      let count = tied(Int(watcher), base)
      if count == all { return nil }
      if count > most { (best, most) = (Int(watcher), count) }
    }
    for word in 0..<width {
      var rest = open[base + word]
      while rest != 0 {
        let node = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        let count = tied(node, base)
        if count > most { (best, most) = (node, count) }
        // Nobody can be tied to more.
        if count == all - 1 { return best }
      }
    }
    return best
  }

  private func tied(_ row: Int, _ base: Int) -> Int {
    var count = 0
    for word in 0..<width {
      count += (rows[row * width + word] & open[base + word]).nonzeroBitCount
    }
    return count
  }
}
