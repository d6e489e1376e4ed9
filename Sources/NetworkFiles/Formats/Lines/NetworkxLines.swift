internal import NetworkData

/// Lists as networkx writes them, with a dictionary of Python behind each edge: `a b {'weight': 2}`, and
/// its multiline adjacency lists, where a line tells an actor and the number of the lines below that
/// are its neighbors.
struct NetworkxLines {
  private let file: FileBytes
  private let options: NetworkFile.Options
  private var assembly: NetworkAssembly

  /// How the lines of a file are to be read.
  enum Layout {
    case edges
    case multilineAdjacency
  }

  /// Tells whether a file is one of these lists.
  ///
  /// - Parameter lines: Its first lines.
  /// - Returns: How to read it; nil for any other.
  static func layout(of lines: [TextLine]) -> Layout? {
    guard lines.contains(where: { $0.bytes.contains(UInt8(ascii: "{")) }) else { return nil }
    let lines = lines.filter { !$0.isBlank && $0.firstByte != Ascii.hash }
    guard let first = lines.first else { return nil }
    if lines.allSatisfy({ parted($0)?.head.count == 2 }) { return .edges }
    // a 2, then two lines of a neighbor and its dictionary each.
    guard first.words.count == 2, Self.count(first) != nil else { return nil }
    var left = 0
    for line in lines {
      if left > 0 {
        guard parted(line)?.head.count == 1 else { return nil }
        left -= 1
      } else {
        guard line.words.count == 2, let count = Self.count(line) else { return nil }
        left = count
      }
    }
    return .multilineAdjacency
  }

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - file: The file, in UTF-8.
  ///   - layout: How its lines are to be read.
  ///   - options: What is known of it.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  static func read(
    _ file: FileBytes, _ layout: Layout, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    var reader = NetworkxLines(
      file: file, options: options, assembly: NetworkAssembly(path: file.path))
    var source: (actor: Int, left: Int)?
    for line in TextLines(file, in: start..<file.count)
    where !line.isBlank && line.firstByte != Ascii.hash {
      source = try reader.read(line, layout, source)
    }
    if let source, source.left > 0 {
      throw FileProblem(
        file.path, line: file.lastLine,
        Phrase("\(source.left) neighbors are missing", "相手の行が\(source.left)行足りません"),
        advice: Phrase("the file is cut short, or a count is wrong", "ファイルが途中で切れているか、数が誤っています"))
    }
    reader.assembly.notes.append(
      layout == .edges
        ? Phrase(
          "\(file.path): read as an edge list of networkx", "\(file.path)：networkx のエッジリストとして読みました")
        : Phrase(
          "\(file.path): read as a multiline adjacency list of networkx",
          "\(file.path)：networkx の multiline adjacency list として読みました"))
    return reader.assembly.reading()
  }

  private init(file: FileBytes, options: NetworkFile.Options, assembly: NetworkAssembly) {
    (self.file, self.options, self.assembly) = (file, options, assembly)
  }

  /// Reads a line, and returns of which actor how many neighbors are still to come.
  private mutating func read(
    _ line: TextLine, _ layout: Layout, _ source: (actor: Int, left: Int)?
  ) throws(FileProblem) -> (actor: Int, left: Int)? {
    if layout == .multilineAdjacency, source.map({ $0.left == 0 }) ?? true {
      guard line.words.count == 2, let count = Self.count(line) else {
        throw wrong(
          line, Phrase("expected an actor and the number of its neighbors", "主体と相手の数を書くところです"))
      }
      return (assembly.mentionActor(line.words[0], line: line.number), count)
    }
    guard let (head, dictionary) = Self.parted(line), head.count == (source == nil ? 2 : 1) else {
      throw wrong(
        line,
        Phrase(
          "expected \(source == nil ? "two actors" : "a neighbor") and {'name': value, …}",
          "\(source == nil ? "2つの主体" : "相手")と {'名前': 値, …} を書くところです"))
    }
    let first = source?.actor ?? assembly.mentionActor(head[0], line: line.number)
    let second = assembly.mentionActor(head[head.count - 1], line: line.number)
    let tie = assembly.addTie(
      from: first, to: second, isDirected: options.isDirected, line: line.number)
    for (name, value) in dictionary?.members ?? [] {
      if name == "weight", let strength = DecimalNumber.parse(Array(value.utf8)[...]) {
        assembly.setStrength(strength, ofTie: tie)
      } else if !value.isEmpty {
        assembly.tieCells.set(name, tie, value)
      }
    }
    return source.map { ($0.actor, $0.left - 1) }
  }

  private func wrong(_ line: TextLine, _ words: Phrase) -> FileProblem {
    FileProblem(
      file.path, line: line.number, words,
      advice: Phrase("write it as networkx does", "networkx が書き出す形にしてください"))
  }

  /// Returns the number behind an actor.
  private static func count(_ line: TextLine) -> Int? {
    Int(String(decoding: line.words[1], as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Parts a line into the words before the dictionary and that; nil where something else is braced.
  private static func parted(
    _ line: TextLine
  ) -> (head: [ArraySlice<UInt8>], dictionary: PythonDictionary?)? {
    guard let brace = line.bytes.firstIndex(of: UInt8(ascii: "{")) else { return (line.words, nil) }
    guard let dictionary = PythonDictionary(line.bytes[brace...]) else { return nil }
    let head = line.bytes[..<brace].split { Ascii.isBlank($0) || $0 == Ascii.comma }
    return (head, dictionary)
  }
}
