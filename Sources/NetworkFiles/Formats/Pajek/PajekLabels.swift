internal import NetworkData

/// The labels of vertices, in one block.
struct PajekLabels {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var vertices: [UInt32] = []
  private var lines: [UInt32] = []

  /// Whether every line was of a later vertex than the one before, so that none can occur twice.
  private var isAscending = true

  /// The line of every vertex where lines are in no order.
  private var lineOfVertex: [UInt32: UInt32] = [:]

  /// Adds a line.
  ///
  /// - Parameters:
  ///   - label: The label, empty for none.
  ///   - vertex: The vertex, counted from 0.
  ///   - line: Where it stands.
  /// - Returns: The earlier line of the same vertex, nil where there is none.
  mutating func add(_ label: [UInt8], of vertex: Int, line: Int) -> Int? {
    bytes += label
    return close(vertex, line)
  }

  private mutating func close(_ vertex: Int, _ line: Int) -> Int? {
    let vertex = UInt32(vertex)
    if isAscending, let last = vertices.last, last >= vertex {
      isAscending = false
      for (place, vertex) in vertices.enumerated() { lineOfVertex[vertex] = lines[place] }
    }
    ends.append(bytes.count)
    vertices.append(vertex)
    lines.append(UInt32(clamping: line))
    if isAscending { return nil }
    return lineOfVertex.updateValue(UInt32(clamping: line), forKey: vertex).map(Int.init)
  }

  /// Reads lines of a number and a label, up to the first line that is not so plain.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - position: The start of a line; moved to that of the first line that was not read.
  ///   - end: Where the lines end.
  ///   - line: The number of the line; moved on with it.
  ///   - count: The number of vertices.
  mutating func readPlainLines(
    _ file: Span<UInt8>, _ position: inout Int, _ end: Int, _ line: inout Int, count: Int
  ) {
    while position < end {
      var cursor = position
      while cursor < end, Ascii.isBlank(file[cursor]) { cursor += 1 }
      var number = 0
      while cursor < end, Ascii.digit(file[cursor]) < 10, number <= count {
        number = number * 10 + Int(Ascii.digit(file[cursor]))
        cursor += 1
      }
      // A vertex out of order is looked at closely: it may be there already.
      let isNext = vertices.last.map { Int($0) < number - 1 } ?? true
      guard number > 0, number <= count, isNext, isAscending, cursor < end,
        Ascii.isBlank(file[cursor])
      else { return }
      while cursor < end, Ascii.isBlank(file[cursor]) { cursor += 1 }
      guard cursor < end, file[cursor] == Ascii.quote else { return }
      let start = cursor + 1
      cursor = start
      while cursor < end, file[cursor] != Ascii.quote, !Ascii.endsLine(file[cursor]),
        file[cursor] != UInt8(ascii: "\\")
      {
        cursor += 1
      }
      guard cursor < end, file[cursor] == Ascii.quote else { return }
      let labelEnd = cursor
      cursor += 1
      while cursor < end, Ascii.isBlank(file[cursor]) { cursor += 1 }
      guard cursor == end || Ascii.endsLine(file[cursor]) else { return }
      for place in start..<labelEnd { bytes.append(file[place]) }
      _ = close(number - 1, line)
      if cursor < end, file[cursor] == Ascii.carriageReturn, cursor + 1 < end,
        file[cursor + 1] == Ascii.lineFeed
      {
        cursor += 1
      }
      position = min(cursor + 1, end)
      line += 1
    }
  }

  /// Returns a text for every vertex: its label, or its number where it has none.
  ///
  /// - Parameter count: The number of vertices.
  /// - Returns: The texts, nil where they are not distinct; and the number of labels.
  func column(of count: Int) -> (texts: TextColumn?, labelCount: Int) {
    let labelCount = labelCount
    if labelCount == 0 { return (nil, 0) }
    let texts: TextColumn
    if isAscending, labelCount == count {
      texts = TextColumn(bytes: bytes, offsets: [0] + ends)
      // The block itself can be looked at for equal labels.
      var table = NameTable()
      let places = ends.indices.map {
        (ends.indices.contains($0 - 1) ? ends[$0 - 1] : 0)..<ends[$0]
      }
      for place in places { _ = table.position(of: place, in: bytes.span) }
      return (table.names.count == count ? texts : nil, labelCount)
    }
    texts = column(of: count) { String($0 + 1) }
    var seen: Set<[UInt8]> = []
    let areDistinct = texts.indices.allSatisfy { seen.insert(Array(texts.utf8(at: $0))).inserted }
    return (areDistinct ? texts : nil, labelCount)
  }

  /// Returns the label of every vertex, empty where it has none.
  func names(of count: Int) -> TextColumn { column(of: count) { _ in "" } }

  private var labelCount: Int {
    var start = 0
    var labelCount = 0
    for end in ends {
      if end > start { labelCount += 1 }
      start = end
    }
    return labelCount
  }

  private func column(of count: Int, unlabelled: (Int) -> String) -> TextColumn {
    var places = Array(vertices.indices)
    if !isAscending { places.sort { vertices[$0] < vertices[$1] } }
    var texts = TextColumn()
    var next = 0
    for vertex in 0..<count {
      var label: ArraySlice<UInt8> = []
      if next < places.count, vertices[places[next]] == UInt32(vertex) {
        let place = places[next]
        label = bytes[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
        next += 1
      }
      if label.isEmpty {
        texts.append(unlabelled(vertex))
      } else {
        texts.append(utf8: label)
      }
    }
    return texts
  }
}
