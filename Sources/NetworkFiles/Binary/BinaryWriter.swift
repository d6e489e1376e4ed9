internal import GraphStructure
internal import NetworkData

/// Gathers what a binary file is to hold; nothing is copied before all of it is known.
struct BinaryWriter {
  /// A section that is to be written.
  @safe
  private struct Section {
    var content: BinaryLayout.Content
    var attribute: Int
    var length: Int
    var fill: (UnsafeMutableRawBufferPointer) -> Void
  }

  private var sections: [Section] = []

  /// Returns the file of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The file, for messages.
  /// - Returns: The bytes.
  static func written(_ network: Network, for path: String) -> [UInt8] {
    var writer = BinaryWriter()
    writer.add(.description, Column(Array(NetworkYAML.written(network.description).utf8)))
    writer.add(network.actors)
    writer.add(network.ties)
    writer.addGraph(of: network)
    return writer.file(of: network, path: path)
  }

  private mutating func add(_ actors: Actors) {
    add(.ids, actors.ids)
    add(.names, actors.names)
    add(.namesJa, actors.namesJa)
    add(.actorKinds, .actorKindWords, actors.kinds)
    add(.actorAttributes, .actorValues, actors.attributes)
  }

  private mutating func add(_ ties: Ties) {
    add(.sources, ties.sources)
    add(.targets, ties.targets)
    switch ties.directions {
    case .all(let isDirected): add(.directions, [isDirected ? 1 : 0] as Column<UInt8>)
    case .each(let isDirected): add(.directions, Column(isDirected.map { $0 ? 1 : 0 as UInt8 }))
    }
    add(.tieKinds, .tieKindWords, ties.kinds)
    add(.strengths, ties.strengths)
    add(.distances, ties.distances)
    for (content, dates) in [
      (BinaryLayout.Content.beganFrom, ties.dates.beganFrom), (.beganTo, ties.dates.beganTo),
      (.endedFrom, ties.dates.endedFrom), (.endedTo, ties.dates.endedTo),
    ] {
      add(content, dates.map { Column($0.map { $0?.number ?? 0 }) })
    }
    let grades: [Evidence?] = [nil, .stated, .inferred, .assumed]
    add(
      .evidence,
      ties.evidence.map { Column($0.map { UInt8(grades.firstIndex(of: $0) ?? 0) }) })
    add(.sections, ties.sections)
    add(.through, ties.through.map { Column($0.map { $0 ?? .max }) })
    add(.notes, ties.notes)
    add(.tieAttributes, .tieValues, ties.attributes)
  }

  /// Adds the graph of all ties as they are given, unless some are directed and some are not, or what
  /// the ties add up to is more than a number holds.
  private mutating func addGraph(of network: Network) {
    let ties = network.ties
    guard case .all = ties.directions, ties.count > 0, let graph = try? network.graph().graph,
      graph.outgoing.strengths?.allSatisfy({ $0.isFinite }) ?? true
    else { return }
    let checksums = BinaryLayout.graphColumns.map { content in
      sections.first { $0.content == content }.map { Self.checksum(of: $0) } ?? 0
    }
    add(
      .graph,
      [UInt64(graph.droppedLoopCount), BinaryLayout.checksum(ofGraphColumns: checksums)]
        as Column<UInt64>)
    add(.graphOffsets, graph.outgoing.offsets)
    add(.graphEnds, graph.outgoing.ends)
    add(.graphStrengths, graph.outgoing.strengths)
    add(.graphDistances, graph.outgoing.distances)
    guard graph.isDirected else { return }
    add(.reverseOffsets, graph.incoming.offsets)
    add(.reverseEnds, graph.incoming.ends)
    add(.reverseStrengths, graph.incoming.strengths)
    add(.reverseDistances, graph.incoming.distances)
  }

  private static func checksum(of section: Section) -> UInt64 {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: section.length) { buffer, count in
      unsafe section.fill(
        UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: section.length))
      count = section.length
    }
    return BinaryChecksum.of(FileBytes(bytes, path: ""), 0..<bytes.count)
  }

  // MARK: Sections

  private mutating func add<Number>(
    _ content: BinaryLayout.Content, attribute: Int = 0, _ numbers: Column<Number>?
  ) {
    guard let numbers else { return }
    unsafe sections.append(
      Section(
        content: content, attribute: attribute,
        length: numbers.count * MemoryLayout<Number>.stride
      ) { target in
        unsafe numbers.withUnsafeBufferPointer { unsafe target.copyMemory(from: .init($0)) }
      })
  }

  private mutating func add(
    _ content: BinaryLayout.Content, attribute: Int = 0, _ texts: TextColumn?
  ) {
    guard let texts, let offsets = content.offsets else { return }
    let block = texts.block
    add(content, attribute: attribute, Column(block.bytes))
    add(offsets, attribute: attribute, Column(block.offsets))
  }

  private mutating func add(
    _ codes: BinaryLayout.Content, _ words: BinaryLayout.Content, _ column: WordColumn?
  ) {
    guard let column else { return }
    add(codes, column.codes)
    add(words, TextColumn(column.words))
  }

  private mutating func add(
    _ names: BinaryLayout.Content, _ values: BinaryLayout.Content, _ attributes: [Attribute]
  ) {
    if attributes.isEmpty { return }
    add(names, TextColumn(attributes.map(\.name)))
    for (number, attribute) in attributes.enumerated() {
      add(values, attribute: number, attribute.values)
    }
  }

  // MARK: The whole

  private func file(of network: Network, path: String) -> [UInt8] {
    func aligned(_ place: Int) -> Int {
      (place + BinaryLayout.alignment - 1) / BinaryLayout.alignment * BinaryLayout.alignment
    }
    let listEnd = BinaryLayout.headerLength + sections.count * BinaryLayout.entryLength
    var places: [Range<Int>] = []
    var end = listEnd
    for section in sections {
      let start = aligned(end)
      end = start + section.length
      places.append(start..<end)
    }
    let length = end
    var file = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      let bytes = unsafe UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: length)
      var filled = 0
      for (section, place) in zip(sections, places) {
        // What lies between sections is zero.
        unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled..<place.lowerBound])
          .initializeMemory(as: UInt8.self, repeating: 0)
        unsafe section.fill(UnsafeMutableRawBufferPointer(rebasing: bytes[place]))
        filled = place.upperBound
      }
      count = length
    }
    let list = list(of: file, places, path: path)
    var header = BinaryLayout.magic
    append(BinaryLayout.version, to: &header)
    append(BinaryLayout.byteOrder, to: &header)
    append(UInt64(length), to: &header)
    append(UInt64(network.actors.count), to: &header)
    append(UInt64(network.ties.count), to: &header)
    append(UInt64(sections.count), to: &header)
    append(BinaryChecksum.of(FileBytes(list, path: path), 0..<list.count), to: &header)
    append(BinaryChecksum.of(FileBytes(header, path: path), 0..<header.count), to: &header)
    file.replaceSubrange(0..<listEnd, with: header + list)
    return file
  }

  /// The list of sections, which lie in the file already.
  private func list(of file: [UInt8], _ places: [Range<Int>], path: String) -> [UInt8] {
    let file = FileBytes(file, path: path)
    var list: [UInt8] = []
    for (section, place) in zip(sections, places) {
      append(section.content.rawValue, to: &list)
      append(UInt32(section.attribute), to: &list)
      append(UInt64(place.lowerBound), to: &list)
      append(UInt64(place.count), to: &list)
      append(BinaryChecksum.of(file, place), to: &list)
      append(0 as UInt64, to: &list)
    }
    return list
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
  }
}
