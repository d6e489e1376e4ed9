internal import GraphStructure

// Rows of ends as sets of eight places at a time.
//
// Eight places that follow one another are a *line*. Where nodes that know each other have near
// numbers, a row of 16 ends lies in two or three lines, and what eight sources know of the eight
// places of a line is one word: see TileSearch.

/// Ends in one line: the line in the upper 24 bits, one bit for each of its places in the others.
struct LineEnds: BitwiseCopyable, Sendable {
  private let bits: UInt32

  /// The greatest number of places whose lines can be told.
  static let largestCount = 8 << 24

  @inline(__always)
  fileprivate init(line: UInt32, members: UInt32) { bits = line << 8 | members }

  @inline(__always)
  var line: UInt32 { bits >> 8 }

  @inline(__always)
  var members: UInt64 { UInt64(bits & 0xFF) }
}

/// The ends of the arcs of every place, line by line.
struct TileRows: Sendable {
  /// The node at each place.
  let nodes: [UInt32]

  /// Where the entries of each place begin, and after the last place where they all end.
  let offsets: [Int]

  /// The entries of all places.
  let ends: [LineEnds]

  var nodeCount: Int { nodes.count }

  /// The number of lines; the last may have fewer than eight places.
  var lineCount: Int { (nodes.count + 7) / 8 }

  /// Gathers ends; fails unless places put neighbors so near each other that there are at most half
  /// as many entries as arcs.
  ///
  /// - Parameters:
  ///   - arcs: The arcs, their rows ascending.
  ///   - nodes: The node at each place.
  init?(_ arcs: Arcs, nodes: [UInt32]) {
    let entryLimit = arcs.ends.count / 2
    let nodeCount = arcs.nodeCount
    guard nodeCount <= LineEnds.largestCount, arcs.haveNearEnds(inBlocksOf: 8, endsPerBlock: 2)
    else { return nil }
    var rowOffsets = [Int](repeating: 0, count: nodeCount + 1)
    var place = 0
    let gathered = unsafe [LineEnds](unsafeUninitializedCapacity: entryLimit) { entries, count in
      guard let entries = entries.baseAddress else { return }
      unsafe arcs.withColumns { offsets, ends in
        // Without a branch, every arc writes its entry over the one before if the line is the same.
        while place < nodeCount, unsafe count + offsets[place + 1] - offsets[place] <= entryLimit {
          var previous = UInt32.max
          var members: UInt32 = 0
          var position = count - 1
          for arc in unsafe offsets[place]..<offsets[place + 1] {
            let end = unsafe ends[arc]
            let isSame = end &>> 3 == previous
            previous = end &>> 3
            members = (isSame ? members : 0) | 1 &<< (end & 7)
            position &+= isSame ? 0 : 1
            unsafe entries[position] = LineEnds(line: previous, members: members)
          }
          count = position + 1
          place += 1
          rowOffsets[place] = count
        }
      }
    }
    guard place == nodeCount else { return nil }
    ends = gathered
    offsets = rowOffsets
    self.nodes = nodes
  }
}

extension TileRows {
  /// Lends the offsets and the entries without bounds checks.
  @unsafe @inline(__always)
  func withColumns(
    _ body: (_ offsets: UnsafePointer<Int>, _ ends: UnsafePointer<LineEnds>) -> Void
  ) {
    unsafe offsets.withUnsafeBufferPointer { offsets in
      unsafe ends.withUnsafeBufferPointer { ends in
        guard let offsets = offsets.baseAddress, let ends = ends.baseAddress else { return }
        unsafe body(offsets, ends)
      }
    }
  }
}
