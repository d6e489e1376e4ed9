internal import NetworkData

/// graph6, sparse6 and digraph6: a graph in a line of printable characters, six bits each.
///
/// Actors are `0`, `1` … as in networkx. A file that holds several graphs is refused.
///
/// - SeeAlso: B. D. McKay. Description of graph6, sparse6 and digraph6 encodings, 2015.
struct Graph6Format {
  private let bytes: [UInt8]
  private let path: String
  private let line: Int
  private var position = 0

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: Bounds.
  /// - Returns: The network.
  /// - Throws: ``FileProblem`` if it holds no graph, several, or a damaged one.
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    let lines = TextLines(file, in: start..<file.count).filter { !$0.isBlank }
    guard let first = lines.first, lines.count == 1 else {
      throw FileProblem(
        file.path, line: lines.count > 1 ? lines[1].number : 1,
        Phrase("holds \(lines.count) graphs, not one", "グラフが\(lines.count)個あります（1個にしてください）"),
        advice: Phrase("write each graph into a file of its own", "グラフごとに別のファイルにしてください"))
    }
    var reader = Graph6Format(bytes: first.bytes, path: file.path, line: first.number)
    return try reader.reading(file, options)
  }

  private init(bytes: [UInt8], path: String, line: Int) {
    (self.bytes, self.path, self.line) = (bytes, path, line)
  }

  private mutating func reading(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    for header in [">>graph6<<", ">>sparse6<<", ">>digraph6<<"]
    where bytes.starts(with: header.utf8) {
      position = header.utf8.count
    }
    let mark = position < bytes.count ? bytes[position] : 0
    let isSparse = mark == UInt8(ascii: ":")
    let isDirected = mark == UInt8(ascii: "&")
    if isSparse || isDirected { position += 1 }
    for place in position..<bytes.count where !(63...126).contains(bytes[place]) {
      throw damaged(
        Phrase("byte \(place + 1) is none of graph6", "\(place + 1)バイト目が graph6 の文字ではありません"))
    }
    let count = try nodeCount()
    // All others have a bit a pair.
    if isSparse {
      try NodeCount.check(
        count, Phrase("nodes", "ノード"), in: file, line: line, options.limits)
    } else {
      let countable = min(count, 1 << 20)
      let pairs = isDirected ? countable * countable : countable * (countable - 1) / 2
      guard count == countable, bytes.count - position == (pairs + 5) / 6 else {
        throw damaged(
          Phrase(
            "\(bytes.count - position) characters do not make a graph of \(count) nodes",
            "\(bytes.count - position)文字では、ノード\(count)個のグラフになりません"))
      }
    }
    let ids = NumberColumn.countingFromZero(count)
    var assembly = NetworkAssembly(path: path, distinctIDs: ids, line: line)
    assembly.isDirectedWithoutTies = isDirected
    if isSparse {
      try readSparse(count, into: &assembly)
    } else {
      readBits(count, isDirected: isDirected, into: &assembly)
    }
    return assembly.reading()
  }

  /// Reads the number of nodes: one character, or three or six behind `~` and `~~`.
  private mutating func nodeCount() throws(FileProblem) -> Int {
    var length = 1
    for further in [3, 6] where position < bytes.count && bytes[position] == 126 {
      length = further
      position += 1
    }
    guard position + length <= bytes.count else {
      throw damaged(Phrase("the number of nodes is cut", "ノードの数が途中で切れています"))
    }
    var count = 0
    for _ in 0..<length {
      count = count << 6 | Int(bytes[position] - 63)
      position += 1
    }
    return count
  }

  /// Reads a bit a pair.
  ///
  /// Those of graph6 stand in the order (0, 1), (0, 2), (1, 2), (0, 3) and so on.
  private func readBits(_ count: Int, isDirected: Bool, into assembly: inout NetworkAssembly) {
    var bit = 0
    for row in 0..<count {
      for column in 0..<(isDirected ? count : row) {
        let sextet = bytes[position + bit / 6] - 63
        if sextet >> UInt8(5 - bit % 6) & 1 == 1 {
          let (source, target) = isDirected ? (row, column) : (column, row)
          assembly.addTie(from: source, to: target, isDirected: isDirected, line: line)
        }
        bit += 1
      }
    }
  }

  /// Reads edges as steps: a bit that moves on to the next node, and a node below it or to move to.
  private func readSparse(
    _ count: Int, into assembly: inout NetworkAssembly
  ) throws(FileProblem) {
    var width = 0
    while 1 << width < count { width += 1 }
    let bitCount = (bytes.count - position) * 6
    func number(_ start: Int, _ length: Int) -> Int {
      (start..<start + length).reduce(0) { number, bit in
        number << 1 | Int((bytes[position + bit / 6] - 63) >> UInt8(5 - bit % 6) & 1)
      }
    }
    var (bit, node) = (0, 0)
    while bit + 1 + width <= bitCount {
      node += number(bit, 1)
      let other = number(bit + 1, width)
      bit += 1 + width
      // What fills the last character.
      guard node < count, other < count else { break }
      if other > node {
        node = other
      } else {
        assembly.addTie(from: other, to: node, isDirected: false, line: line)
      }
    }
  }

  private func damaged(_ words: Phrase) -> FileProblem {
    FileProblem(
      path, line: line, words,
      advice: Phrase("the line is cut or is no graph6", "行が途中で切れているか、graph6 ではありません"))
  }
}

extension NetworkFormat {
  /// graph6, sparse6 and digraph6.
  static let graph6 = NetworkFormat(
    name: "graph6", title: "graph6", endings: ["g6", "s6", "d6", "graph6", "sparse6", "digraph6"],
    recognizes: { beginning in
      [">>graph6<<", ">>sparse6<<", ">>digraph6<<"].contains { beginning.starts(with: $0.utf8) }
    },
    read: { file, options, _ throws(FileProblem) in try Graph6Format.read(file, options) })
}
