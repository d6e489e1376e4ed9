internal import GraphStructure
internal import NetworkData

/// The sections of a binary file, once header, list and checksums are known to be sound.
struct BinarySections {
  let file: FileBytes
  let actorCount: Int
  let tieCount: Int
  let execution: Execution

  /// A section, and what a look at all of it told.
  struct Section {
    var range: Range<Int>
    var look: SectionLook
  }

  private var sections: [UInt64: Section] = [:]

  /// Checks a file but for what its sections mean.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - execution: How the work is carried out.
  /// - Throws: ``FileProblem`` if it is of another version or machine, cut short, or damaged.
  /// - Complexity: O(bytes), at the speed of memory.
  init(_ file: FileBytes, _ execution: Execution) throws(FileProblem) {
    self.file = file
    self.execution = execution
    let header = try BinaryHeader(of: file)
    (actorCount, tieCount) = (header.actorCount, header.tieCount)
    let list = BinaryLayout.headerLength..<header.listEnd
    let badList = Self.damaged(file.path, Phrase("the list of sections", "区画の一覧"))
    guard BinaryChecksum.of(file, list) == header.listChecksum else { throw badList }
    var found: [(content: BinaryLayout.Content, key: UInt64, range: Range<Int>, sum: UInt64)] = []
    for start in stride(from: list.lowerBound, to: list.upperBound, by: BinaryLayout.entryLength) {
      let attribute = file.number(UInt32.self, at: start + 4)
      let offset = file.number(UInt64.self, at: start + 8)
      let length = file.number(UInt64.self, at: start + 16)
      guard let content = BinaryLayout.Content(rawValue: file.number(UInt32.self, at: start)),
        offset % UInt64(BinaryLayout.alignment) == 0, offset >= UInt64(list.upperBound),
        offset <= UInt64(file.count), length <= UInt64(file.count) - offset
      else { throw badList }
      found.append(
        (
          content, Self.key(content, Int(attribute)), Int(offset)..<(Int(offset) + Int(length)),
          file.number(UInt64.self, at: start + 24)
        ))
    }
    // No two of a kind, and none of them over another.
    let places = found.map(\.range).sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
    guard Set(found.map(\.key)).count == found.count,
      zip(places, places.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
    else { throw badList }
    for section in found {
      let question: SectionLook.Question =
        section.content.holdsPositions
        ? .positions(limit: UInt32(truncatingIfNeeded: actorCount)) : .bytes
      let look = SectionLook(at: section.range, of: file, for: question, execution)
      guard look.checksum == section.sum else { throw damaged(section.content) }
      sections[section.key] = Section(range: section.range, look: look)
    }
  }

  static func damaged(_ path: String, _ what: Phrase) -> FileProblem {
    FileProblem(
      path, Phrase("is damaged: \(what.english)", "壊れています（\(what.japanese)）"),
      advice: Phrase("fetch or write the file again", "ファイルを取得し直すか、作り直してください"))
  }

  /// The problem of a section that cannot be what it should be.
  func damaged(_ content: BinaryLayout.Content) -> FileProblem {
    Self.damaged(
      file.path, Phrase("the section of \(content)", "\(content) の区画"))
  }

  private static func key(_ content: BinaryLayout.Content, _ attribute: Int) -> UInt64 {
    UInt64(content.rawValue) << 32 | UInt64(attribute)
  }

  /// Returns a section; nil where there is none.
  func section(_ content: BinaryLayout.Content, _ attribute: Int = 0) -> Section? {
    sections[Self.key(content, attribute)]
  }

  // MARK: Content

  /// Returns a text that fills a section; empty where there is none.
  func text(_ content: BinaryLayout.Content) throws(FileProblem) -> [UInt8] {
    guard let range = section(content)?.range else { return [] }
    guard file.withSpan({ Encoding.firstFlaw(in: $0, range) }) == nil else {
      throw damaged(content)
    }
    return file.withSpan { bytes in range.map { bytes[$0] } }
  }

  /// Returns a column of numbers, one a row, that all are allowed.
  ///
  /// - Parameters:
  ///   - content: The section.
  ///   - attribute: Which attribute it belongs to.
  ///   - count: The number of rows.
  ///   - isAllowed: Which numbers are.
  /// - Returns: The column, mapped; nil where there is none.
  /// - Throws: ``FileProblem`` if it is of another length, or a number is not allowed.
  func numbers<Number: BitwiseCopyable & Sendable & Equatable>(
    _ content: BinaryLayout.Content, attribute: Int = 0, count: Int,
    where isAllowed: @Sendable (Number) -> Bool
  ) throws(FileProblem) -> Column<Number>? {
    guard let range = section(content, attribute)?.range else { return nil }
    guard range.count == count * MemoryLayout<Number>.stride else { throw damaged(content) }
    let column: Column<Number> = file.column(range)
    let isSound = execution.reduceChunks(
      of: count, chunkSize: 1 << 18, into: true, makeScratch: {},
      work: { part, _ in file.numbersAreAllowed(range.lowerBound, part, isAllowed) },
      merge: { $0 = $0 && $1 })
    guard isSound else { throw damaged(content) }
    return column
  }

  /// Returns a column of positions of actors.
  ///
  /// - Parameters:
  ///   - content: The section, one that ``BinaryLayout/Content/holdsPositions``.
  ///   - count: How many there must be; nil takes as many as there are.
  /// - Returns: The column, mapped, and how many positions are not greater than the one before.
  /// - Throws: ``FileProblem`` if it is not there, of another length, or names an actor that is not.
  func positions(
    _ content: BinaryLayout.Content, count: Int?
  ) throws(FileProblem) -> (column: Column<UInt32>, fallCount: Int) {
    guard let section = section(content), section.range.count % 4 == 0,
      count.map({ $0 == section.range.count / 4 }) ?? true, section.look.areBelow
    else { throw damaged(content) }
    return (file.column(section.range), section.look.fallCount)
  }

  /// Returns a column of texts.
  ///
  /// - Parameters:
  ///   - content: The section of the block; that of the offsets is the next one.
  ///   - attribute: Which attribute it belongs to.
  ///   - count: The number of texts; nil takes as many as there are.
  /// - Returns: The column, mapped; nil where there is none.
  /// - Throws: ``FileProblem`` if offsets do not ascend, or the block is not UTF-8.
  func texts(
    _ content: BinaryLayout.Content, attribute: Int = 0, count: Int?
  ) throws(FileProblem) -> TextColumn? {
    guard let blockSection = section(content, attribute) else { return nil }
    let block = blockSection.range
    let isASCII = blockSection.look.isASCII
    guard let offsetContent = content.offsets,
      let place = section(offsetContent, attribute)?.range,
      place.count >= 8, place.count % 8 == 0, count.map({ $0 == place.count / 8 - 1 }) ?? true
    else { throw damaged(content) }
    let offsets: Column<Int> = file.column(place)
    guard offsets[0] == 0, offsets[offsets.count - 1] == block.count else { throw damaged(content) }
    let isSound = execution.reduceChunks(
      of: offsets.count - 1, chunkSize: 1 << 16, into: true, makeScratch: {},
      work: { part, _ in file.textsAreSound(block, place.lowerBound, part, isASCII: isASCII) },
      merge: { $0 = $0 && $1 })
    guard isSound else { throw damaged(content) }
    return TextColumn(bytes: file.column(block), offsets: offsets)
  }

  /// Returns a column of words.
  func words(
    _ codes: BinaryLayout.Content, _ words: BinaryLayout.Content, count: Int
  ) throws(FileProblem) -> WordColumn? {
    guard let texts = try texts(words, count: nil) else { return nil }
    let wordCount = UInt32(clamping: texts.count)
    let column: Column<UInt32>? = try numbers(codes, count: count) { $0 < wordCount }
    guard let column, let words = WordColumn(words: Array(texts), codes: column) else {
      throw damaged(codes)
    }
    return words
  }

  /// Returns attributes, each of a name of its own.
  func attributes(
    _ names: BinaryLayout.Content, _ values: BinaryLayout.Content, count: Int
  ) throws(FileProblem) -> [Attribute] {
    var attributes: [Attribute] = []
    for (number, name) in (try texts(names, count: nil) ?? TextColumn()).enumerated() {
      guard !name.isEmpty, !attributes.contains(where: { $0.name == name }) else {
        throw damaged(names)
      }
      guard let texts = try texts(values, attribute: number, count: count) else {
        throw damaged(values)
      }
      attributes.append(Attribute(name: name, values: texts))
    }
    return attributes
  }
}
