/// How long arcs and paths are, and the queue that hands out nodes by the length of their paths.
protocol PathLength: Comparable, Sendable, BitwiseCopyable {
  associatedtype Queue: PathQueue where Queue.Length == Self

  static var zero: Self { get }
  /// Longer than every path.
  static var farthest: Self { get }
  static func + (first: Self, second: Self) -> Self

  /// Whether equal sums may differ by rounding.
  static var isRounded: Bool { get }

  /// The greatest length that counts as equal to this one.
  var greatestEqual: Self { get }
}

/// A queue of nodes, nearest first.
protocol PathQueue: Sendable {
  associatedtype Length
  /// Creates an empty queue for searches over arcs at most so long.
  init(longestArc: Length)
  /// Adds a node no nearer than the one taken last and at most an arc farther.
  mutating func insert(_ node: UInt32, at length: Length)
  /// Takes one of the nearest nodes; an empty queue begins anew.
  mutating func removeNearest() -> (node: UInt32, length: Length)?
}

/// Whole multiples of a unit, whose sums are exact.
extension Int32: PathLength {
  typealias Queue = BucketQueue
  static var farthest: Int32 { .max }
  static var isRounded: Bool { false }
  var greatestEqual: Int32 { self }
}

/// Lengths that differ by less than one part in 10¹⁰ count as equal, as sums are rounded.
extension Double: PathLength {
  typealias Queue = HeapQueue
  static var farthest: Double { .infinity }
  static var isRounded: Bool { true }
  var greatestEqual: Double { self * (1 + 1e-10) }
}

/// One list of nodes a length; as no arc is longer than the lists are many, they go round.
///
/// - SeeAlso: R. B. Dial. Algorithm 360: shortest-path forest with topological ordering.
///   Communications of the ACM 12, 1969.
struct BucketQueue: PathQueue {
  private struct Entry {
    var node: UInt32
    var next: Int32
  }

  /// The last entry of each list, −1 where it is empty.
  private var lists: [Int32]
  private var entries: [Entry] = []
  private var removedCount = 0
  private var bucket = 0
  private var length: Int32 = 0

  init(longestArc: Int32) {
    lists = [Int32](repeating: -1, count: Int(longestArc) + 1)
  }

  @inline(__always)
  mutating func insert(_ node: UInt32, at length: Int32) {
    var bucket = bucket + Int(length - self.length)
    if bucket >= lists.count { bucket -= lists.count }
    let entry = Entry(node: node, next: lists[bucket])
    lists[bucket] = Int32(truncatingIfNeeded: entries.count)
    entries.append(entry)
  }

  @inline(__always)
  mutating func removeNearest() -> (node: UInt32, length: Int32)? {
    guard removedCount < entries.count else {
      entries.removeAll(keepingCapacity: true)
      (removedCount, bucket, length) = (0, 0, 0)
      return nil
    }
    while lists[bucket] < 0 {
      bucket = bucket + 1 < lists.count ? bucket + 1 : 0
      length += 1
    }
    let entry = entries[Int(lists[bucket])]
    lists[bucket] = entry.next
    removedCount += 1
    return (entry.node, length)
  }
}

/// A heap with four entries below each; among equally near ones the least node is first.
struct HeapQueue: PathQueue {
  private struct Entry {
    var length: Double
    var node: UInt32

    @inline(__always)
    func precedes(_ other: Entry) -> Bool {
      length < other.length || (length == other.length && node < other.node)
    }
  }

  private var entries: [Entry] = []

  init(longestArc: Double) {}

  @inline(__always)
  mutating func insert(_ node: UInt32, at length: Double) {
    let entry = Entry(length: length, node: node)
    entries.append(entry)
    var entries = entries.mutableSpan
    var hole = entries.count - 1
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard entry.precedes(entries[parent]) else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  @inline(__always)
  mutating func removeNearest() -> (node: UInt32, length: Double)? {
    guard let last = entries.popLast() else { return nil }
    guard let nearest = entries.first else { return (last.node, last.length) }
    var entries = entries.mutableSpan
    var hole = 0
    while true {
      let first = 4 * hole + 1
      guard first < entries.count else { break }
      var least = first
      for child in (first + 1)..<max(first + 1, min(first + 4, entries.count))
      where entries[child].precedes(entries[least]) {
        least = child
      }
      guard entries[least].precedes(last) else { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = last
    return (nearest.node, nearest.length)
  }
}
