internal import GraphStructure

/// The edges of a simple undirected graph, ascending, with nodes numbered without gaps.
struct SimpleEdges {
  /// The number of nodes; each has an edge.
  let nodeCount: Int

  /// Each edge in one word: the lesser end in the upper half, so that words sort as edges.
  private let words: [UInt64]

  /// The number of edges.
  var count: Int { words.count }

  /// Makes the edges simple, and renumbers the nodes that have one in the order of their numbers.
  init(_ draft: Draft) {
    var words = draft.words
    words.sort()
    var kept = 0
    for word in words where kept == 0 || words[kept - 1] != word {
      words[kept] = word
      kept += 1
    }
    words.removeLast(words.count - kept)

    var number = [UInt32](repeating: 0, count: draft.nodeCount)
    for word in words {
      number[Int(word >> 32)] = 1
      number[Int(word & 0xFFFF_FFFF)] = 1
    }
    var next: UInt32 = 0
    for node in number.indices where number[node] == 1 {
      number[node] = next
      next += 1
    }
    // Renumbering keeps the order, so the words stay sorted.
    for index in words.indices {
      let word = words[index]
      words[index] = UInt64(number[Int(word >> 32)]) << 32 | UInt64(number[Int(word & 0xFFFF_FFFF)])
    }
    self.words = words
    nodeCount = Int(next)
  }

  /// An edge a line: the lesser number, a tab, the greater number.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(count * (2 + 2 * String(nodeCount).utf8.count))
    for word in words {
      Self.append(word >> 32, to: &text)
      text.append(UInt8(ascii: "\t"))
      Self.append(word & 0xFFFF_FFFF, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  private static func append(_ number: UInt64, to text: inout [UInt8]) {
    var power: UInt64 = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}

extension SimpleEdges {
  /// Edges as they were drawn: in any order and direction, some of them twice.
  struct Draft {
    /// The nodes are numbered below this.
    let nodeCount: Int

    fileprivate var words: [UInt64] = []

    init(nodeCount: Int, capacity: Int) {
      precondition(nodeCount <= 1 << 32)
      self.nodeCount = nodeCount
      words.reserveCapacity(capacity)
    }

    /// The edges of an undirected graph, its nodes renumbered.
    init(_ graph: Graph, number: (Graph.Node) -> Int) {
      self.init(nodeCount: graph.nodeCount, capacity: graph.edgeCount)
      for node in graph.nodes {
        for arc in graph.outgoing.arcs(of: node) where node < Int(graph.outgoing.ends[arc]) {
          add(number(node), number(Int(graph.outgoing.ends[arc])))
        }
      }
    }

    /// Adds an edge; a self loop is left out.
    mutating func add(_ first: Int, _ second: Int) {
      guard first != second else { return }
      words.append(UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
    }
  }
}
