internal import NetworkData

/// Writes the binary form.
struct BinaryWriter {
  private var body: [UInt8] = []
  private var entries: [BinaryLayout.Entry] = []

  /// Returns the file of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The file, for messages.
  /// - Returns: The bytes.
  static func written(_ network: Network, for path: String) -> [UInt8] {
    var writer = BinaryWriter()
    writer.add(.description, NetworkYAML.written(network.description).utf8)
    writer.add(network.actors)
    writer.add(network.ties)
    return writer.file(actors: network.actors.count, ties: network.ties.count, path: path)
  }

  private mutating func add(_ actors: Actors) {
    add(.ids, actors.ids)
    add(.names, actors.names)
    add(.namesJa, actors.namesJa)
    add(.actorKinds, .actorKindWords, actors.kinds)
    add(.actorAttributes, .actorValues, actors.attributes)
  }

  private mutating func add(_ ties: Ties) {
    add(.sources, ties.sources.array)
    add(.targets, ties.targets.array)
    switch ties.directions {
    case .all(let isDirected): add(.directions, [isDirected ? 1 : 0] as [UInt8])
    case .each(let isDirected): add(.directions, isDirected.map { $0 ? 1 : 0 } as [UInt8])
    }
    add(.tieKinds, .tieKindWords, ties.kinds)
    add(.strengths, ties.strengths)
    add(.distances, ties.distances)
    for (content, dates) in [
      (BinaryLayout.Content.beganFrom, ties.dates.beganFrom), (.beganTo, ties.dates.beganTo),
      (.endedFrom, ties.dates.endedFrom), (.endedTo, ties.dates.endedTo),
    ] {
      add(content, dates?.map { $0?.number ?? 0 })
    }
    let grades: [Evidence?] = [nil, .stated, .inferred, .assumed]
    add(.evidence, ties.evidence?.map { UInt8(grades.firstIndex(of: $0) ?? 0) })
    add(.sections, ties.sections)
    add(.through, ties.through?.map { $0 ?? .max })
    add(.notes, ties.notes)
    add(.tieAttributes, .tieValues, ties.attributes)
  }

  // MARK: Sections

  private mutating func add(
    _ content: BinaryLayout.Content, attribute: Int = 0, _ bytes: some Sequence<UInt8>
  ) {
    pad()
    let start = body.count
    body.append(contentsOf: bytes)
    entries.append(
      BinaryLayout.Entry(
        content: content, attribute: UInt32(attribute), offset: start, length: body.count - start,
        checksum: 0))
  }

  private mutating func add<Number: BitwiseCopyable>(
    _ content: BinaryLayout.Content, attribute: Int = 0, _ numbers: [Number]?
  ) {
    guard let numbers else { return }
    pad()
    let start = body.count
    unsafe numbers.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
    entries.append(
      BinaryLayout.Entry(
        content: content, attribute: UInt32(attribute), offset: start, length: body.count - start,
        checksum: 0))
  }

  private mutating func add(
    _ content: BinaryLayout.Content, attribute: Int = 0, _ texts: TextColumn?
  ) {
    guard let texts, let offsets = content.offsets else { return }
    let block = texts.block
    add(content, attribute: attribute, block.bytes)
    add(offsets, attribute: attribute, block.offsets)
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

  private mutating func pad() {
    while body.count % BinaryLayout.alignment != 0 { body.append(0) }
  }

  // MARK: The whole

  private consuming func file(actors: Int, ties: Int, path: String) -> [UInt8] {
    let unpadded = BinaryLayout.headerLength + entries.count * BinaryLayout.entryLength
    let start =
      (unpadded + BinaryLayout.alignment - 1) / BinaryLayout.alignment * BinaryLayout.alignment
    let count = entries.count
    let places = entries
    // The body is taken over, and not copied.
    let sections = FileBytes(body, path: path)
    var list: [UInt8] = []
    for entry in places {
      append(entry.content.rawValue, to: &list)
      append(entry.attribute, to: &list)
      append(UInt64(start + entry.offset), to: &list)
      append(UInt64(entry.length), to: &list)
      append(
        BinaryChecksum.of(sections, entry.offset..<(entry.offset + entry.length)), to: &list)
      append(0 as UInt64, to: &list)
    }
    var file = BinaryLayout.magic
    append(BinaryLayout.version, to: &file)
    append(BinaryLayout.byteOrder, to: &file)
    append(UInt64(start + sections.count), to: &file)
    append(UInt64(actors), to: &file)
    append(UInt64(ties), to: &file)
    append(UInt64(count), to: &file)
    append(BinaryChecksum.of(FileBytes(list, path: path), 0..<list.count), to: &file)
    append(BinaryChecksum.of(FileBytes(file, path: path), 0..<file.count), to: &file)
    file += list
    file += [UInt8](repeating: 0, count: start - file.count)
    sections.withSpan { bytes in
      unsafe bytes.withUnsafeBytes { unsafe file.append(contentsOf: $0) }
    }
    return file
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
  }
}
