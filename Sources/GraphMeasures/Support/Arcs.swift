internal import GraphStructure

/// The arcs that a kernel runs over: rows of ends with at most one value an arc.
///
/// Where the rows of the graph serve as they are, they are shared, not copied.
struct Arcs: Sendable {
  /// Where each node's arcs begin, and after the last node where they all end.
  var offsets: [Int]
  /// The node at the far end of each arc.
  var ends: [UInt32]
  /// What each arc counts or how long it is; nil where every arc counts 1.
  var values: [Double]?

  var nodeCount: Int { offsets.count - 1 }

  func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

  /// Arcs given by their columns.
  init(offsets: [Int], ends: [UInt32], values: [Double]?) {
    self.offsets = offsets
    self.ends = ends
    self.values = values
  }

  /// The arcs of rows as they are, parallel arcs and self loops included; a copy where rows are mapped.
  init(_ rows: Rows, values: Column<Double>? = nil) {
    offsets = rows.offsets.array
    ends = rows.ends.array
    self.values = values?.array
  }

  /// The arcs of rows without self loops, parallel arcs made one.
  ///
  /// - Parameters:
  ///   - rows: Ascending rows.
  ///   - values: A value an arc.
  ///   - combine: Makes one value of those of two parallel arcs.
  init(simple rows: Rows, values: Column<Double>?, combining combine: (Double, Double) -> Double) {
    self.init(rows, values: values)
    guard !rows.isSimple else { return }
    offsets = [0]
    ends = []
    self.values = values.map { _ in [] }
    for node in 0..<rows.nodeCount {
      let rowStart = ends.count
      for arc in rows.arcs(of: node) where Int(rows.ends[arc]) != node {
        if ends.count > rowStart, ends[ends.count - 1] == rows.ends[arc] {
          let last = ends.count - 1
          if let values, let value = self.values?[last] {
            self.values?[last] = combine(value, values[arc])
          }
        } else {
          ends.append(rows.ends[arc])
          if let values { self.values?.append(values[arc]) }
        }
      }
      offsets.append(ends.count)
    }
  }

  /// The arcs of either of two sets, the values of arcs in both added.
  ///
  /// - Parameters:
  ///   - first: Arcs in strictly ascending rows.
  ///   - second: As many rows of the same kind. An arc without a value counts 1.
  init(unionOf first: Arcs, _ second: Arcs) {
    offsets = [0]
    ends = []
    ends.reserveCapacity(first.ends.count)
    var sums: [Double] = []
    sums.reserveCapacity(first.ends.count)
    for node in 0..<first.nodeCount {
      var left = first.offsets[node]
      var right = second.offsets[node]
      let leftEnd = first.offsets[node + 1]
      let rightEnd = second.offsets[node + 1]
      while left < leftEnd || right < rightEnd {
        let takesLeft =
          left < leftEnd && (right >= rightEnd || first.ends[left] <= second.ends[right])
        let takesRight =
          right < rightEnd && (left >= leftEnd || second.ends[right] <= first.ends[left])
        ends.append(takesLeft ? first.ends[left] : second.ends[right])
        var sum = 0.0
        if takesLeft {
          sum += first.values?[left] ?? 1
          left += 1
        }
        if takesRight {
          sum += second.values?[right] ?? 1
          right += 1
        }
        sums.append(sum)
      }
      offsets.append(ends.count)
    }
    values = sums
  }
}

extension Rows {
  /// Whether no arc is a self loop or parallel to another; rows must be ascending.
  fileprivate var isSimple: Bool {
    let offsets = offsets.span
    let ends = ends.span
    for node in 0..<nodeCount {
      // Looked at only after each row, without a branch an arc.
      let own = UInt32(truncatingIfNeeded: node)
      var found = 0
      var previous = own
      for arc in offsets[node]..<offsets[node + 1] {
        let end = ends[arc]
        found += (end == own ? 1 : 0) + (end == previous ? 1 : 0)
        previous = end
      }
      if found > 0 { return false }
    }
    return true
  }
}

extension Graph {
  /// Returns the arcs without self loops, parallel arcs made one; without values.
  func simpleArcs(_ direction: Direction) -> Arcs {
    Arcs(simple: rows(direction), values: nil, combining: +)
  }

  /// Returns the arcs without self loops, each with its distance; of parallel arcs the shortest.
  ///
  /// - Throws: An error where the graph has no distances or one that is not above 0.
  func lengthArcs(_ direction: Direction) throws(MeasureError) -> Arcs {
    guard let distances = outgoing.distances else { throw .noDistances }
    if let arc = distances.firstIndex(where: { $0 <= 0 }) {
      let (source, target) = outgoing.endsOfArc(arc)
      throw .distanceNotPositive(distances[arc], source: source, target: target)
    }
    let rows = rows(direction)
    return Arcs(simple: rows, values: rows.distances, combining: min)
  }

  /// Returns for every node its neighbors whichever way the arcs lead, each once and without
  /// itself, with the sum of what the arcs between the two count.
  ///
  /// The values are nil where all are 1. In an undirected graph an edge counts once; in a directed
  /// graph arcs both ways count together.
  func neighborArcs(_ values: EdgeValues = .ones) -> Arcs {
    let columns =
      values == .strengths ? (outgoing.strengths, incoming.strengths) : (nil, nil)
    let forward = Arcs(simple: outgoing, values: columns.0, combining: +)
    guard isDirected else { return forward }
    return Arcs(
      unionOf: forward, Arcs(simple: incoming, values: columns.1, combining: +))
  }

  /// Makes sure that no strength is below 0 where strengths are what edges count.
  func checkStrengths(_ values: EdgeValues) throws(MeasureError) {
    guard values == .strengths, let strengths = outgoing.strengths,
      let arc = strengths.firstIndex(where: { $0 < 0 })
    else { return }
    let (source, target) = outgoing.endsOfArc(arc)
    throw .negativeStrength(strengths[arc], source: source, target: target)
  }
}

extension Rows {
  /// Returns the two nodes of an arc, given its position in the columns.
  fileprivate func endsOfArc(_ arc: Int) -> (source: Int, target: Int) {
    // The row that holds the position is the last one that begins at it or before it.
    var candidates = 0..<nodeCount
    while candidates.count > 1 {
      let middle = candidates.lowerBound + candidates.count / 2
      candidates =
        offsets[middle] <= arc
        ? middle..<candidates.upperBound : candidates.lowerBound..<middle
    }
    return (candidates.lowerBound, Int(ends[arc]))
  }
}

extension Arcs {
  /// Returns one entry of the product of the matrix of arcs with a vector.
  ///
  /// - Parameters:
  ///   - node: The row.
  ///   - vector: A number for each node.
  /// - Returns: The sum of value · number over the arcs of the row.
  func weightedSum(of node: Int, _ vector: [Double]) -> Double {
    let ends = ends.span
    let vector = vector.span
    var sum = 0.0
    if let values {
      let values = values.span
      for arc in offsets[node]..<offsets[node + 1] { sum += values[arc] * vector[Int(ends[arc])] }
    } else {
      for arc in offsets[node]..<offsets[node + 1] { sum += vector[Int(ends[arc])] }
    }
    return sum
  }
}

extension Arcs {
  /// Lends the offsets and the ends without bounds checks.
  @unsafe @inline(__always)
  func withColumns(
    _ body: (_ offsets: UnsafePointer<Int>, _ ends: UnsafePointer<UInt32>) -> Void
  ) {
    unsafe offsets.withUnsafeBufferPointer { offsets in
      unsafe ends.withUnsafeBufferPointer { ends in
        guard let offsets = offsets.baseAddress, let ends = ends.baseAddress else { return }
        unsafe body(offsets, ends)
      }
    }
  }
}

extension Arcs {
  /// Returns where an arc stands in the columns; rows must be strictly ascending.
  ///
  /// Where there is no such arc, it is the place of another, so that its end tells.
  func position(from source: Int, to target: Int) -> Int {
    var range = offsets[source]..<offsets[source + 1]
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        Int(ends[middle]) <= target
        ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
