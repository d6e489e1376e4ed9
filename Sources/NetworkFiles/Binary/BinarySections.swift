internal import GraphStructure
internal import NetworkData

/// The sections of a binary file, once header, list and checksums are known to be sound.
struct BinarySections {
  let file: FileBytes
  let actorCount: Int
  let tieCount: Int
  private let execution: Execution
  private var places: [UInt64: Range<Int>] = [:]
  private var endChecksums: [UInt32: UInt64] = [:]

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
    let header = try Self.header(of: file)
    (actorCount, tieCount) = (header.actors, header.ties)
    let list = BinaryLayout.headerLength..<header.listEnd
    guard BinaryChecksum.of(file, list, execution) == header.listChecksum else {
      throw Self.damaged(file.path, Phrase("the list of sections", "区画の一覧"))
    }
    var checksums: [(range: Range<Int>, checksum: UInt64, content: UInt32)] = []
    for start in stride(from: list.lowerBound, to: list.upperBound, by: BinaryLayout.entryLength) {
      let content = file.number(UInt32.self, at: start)
      let attribute = file.number(UInt32.self, at: start + 4)
      let offset = file.number(UInt64.self, at: start + 8)
      let length = file.number(UInt64.self, at: start + 16)
      guard offset % UInt64(BinaryLayout.alignment) == 0, offset >= UInt64(list.upperBound),
        offset <= UInt64(file.count), length <= UInt64(file.count) - offset,
        BinaryLayout.Content(rawValue: content) != nil,
        places[UInt64(content) << 32 | UInt64(attribute)] == nil
      else { throw Self.damaged(file.path, Phrase("the list of sections", "区画の一覧")) }
      let range = Int(offset)..<(Int(offset) + Int(length))
      places[UInt64(content) << 32 | UInt64(attribute)] = range
      if Self.isLookedAtOnce(content) {
        endChecksums[content] = file.number(UInt64.self, at: start + 24)
      }
      checksums.append((range, file.number(UInt64.self, at: start + 24), content))
    }
    // The ends of ties are most of a file: their sums are taken when they are looked at.
    for section in checksums
    where !Self.isLookedAtOnce(section.content)
      && BinaryChecksum.of(file, section.range, execution) != section.checksum
    {
      throw damaged(BinaryLayout.Content(rawValue: section.content) ?? .description)
    }
  }

  private static func header(
    of file: FileBytes
  ) throws(FileProblem) -> (actors: Int, ties: Int, listEnd: Int, listChecksum: UInt64) {
    guard file.count >= BinaryLayout.headerLength,
      file.withSpan({ bytes in
        BinaryLayout.magic.indices.allSatisfy { bytes[$0] == BinaryLayout.magic[$0] }
      })
    else {
      throw FileProblem(
        file.path, Phrase("is no .knowwho file", ".knowwho ファイルではありません"),
        advice: Phrase("name the format: --input-format FORMAT", "--input-format で形式を指定してください"))
    }
    let again = Phrase(
      "write it again here: knowwho convert NETWORK FILE.knowwho",
      "元のネットワークから knowwho convert で作り直してください")
    guard file.number(UInt32.self, at: 12) == BinaryLayout.byteOrder else {
      throw FileProblem(
        file.path,
        Phrase("was written by a machine with another order of bytes", "バイト順の異なる機械で書かれています"),
        advice: again)
    }
    let version = file.number(UInt32.self, at: 8)
    guard version == BinaryLayout.version else {
      throw FileProblem(
        file.path,
        Phrase(
          "is of version \(version), expected \(BinaryLayout.version)",
          "版が \(version) です（読めるのは \(BinaryLayout.version)）"), advice: again)
    }
    guard BinaryChecksum.of(file, 0..<56) == file.number(UInt64.self, at: 56) else {
      throw damaged(file.path, Phrase("the header", "先頭部分"))
    }
    let length = file.number(UInt64.self, at: 16)
    guard length == UInt64(file.count) else {
      throw FileProblem(
        file.path,
        Phrase(
          "holds \(file.count) bytes of \(length)", "\(length) バイトのうち \(file.count) バイトしかありません"),
        advice: Phrase("fetch or write the file again", "ファイルを取得し直すか、作り直してください"))
    }
    let counts = [24, 32, 40].map { file.number(UInt64.self, at: $0) }
    let room = UInt64(file.count - BinaryLayout.headerLength) / UInt64(BinaryLayout.entryLength)
    // An actor takes 8 bytes at least, a tie too.
    guard counts[0] <= length / 8, counts[0] <= UInt64(UInt32.max), counts[1] <= length / 8,
      counts[2] <= room
    else { throw damaged(file.path, Phrase("the header", "先頭部分")) }
    let listEnd = BinaryLayout.headerLength + Int(counts[2]) * BinaryLayout.entryLength
    return (Int(counts[0]), Int(counts[1]), listEnd, file.number(UInt64.self, at: 48))
  }

  private static func damaged(_ path: String, _ what: Phrase) -> FileProblem {
    FileProblem(
      path, Phrase("is damaged: \(what.english)", "壊れています（\(what.japanese)）"),
      advice: Phrase("fetch or write the file again", "ファイルを取得し直すか、作り直してください"))
  }

  /// The problem of a section that cannot be what it should be.
  func damaged(_ content: BinaryLayout.Content) -> FileProblem {
    Self.damaged(
      file.path, Phrase("the section of \(content)", "\(content) の区画"))
  }

  // MARK: Content

  private func range(_ content: BinaryLayout.Content, _ attribute: Int = 0) -> Range<Int>? {
    places[UInt64(content.rawValue) << 32 | UInt64(attribute)]
  }

  /// Returns a text that fills a section; empty where there is none.
  func text(_ content: BinaryLayout.Content) throws(FileProblem) -> [UInt8] {
    guard let range = range(content) else { return [] }
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
    guard let range = range(content, attribute) else { return nil }
    guard range.count == count * MemoryLayout<Number>.stride else { throw damaged(content) }
    let column: Column<Number> = file.column(range)
    let isSound = execution.reduceChunks(
      of: count, chunkSize: 1 << 18, into: true, makeScratch: {},
      work: { part, _ in file.numbersAreAllowed(range.lowerBound, part, isAllowed) },
      merge: { $0 = $0 && $1 })
    guard isSound else { throw damaged(content) }
    return column
  }

  private static func isLookedAtOnce(_ content: UInt32) -> Bool {
    content == BinaryLayout.Content.sources.rawValue
      || content == BinaryLayout.Content.targets.rawValue
  }

  /// Returns the column of the actors at one end of all ties.
  ///
  /// - Parameter content: The section, sources or targets.
  /// - Returns: The column, mapped.
  /// - Throws: ``FileProblem`` if it is not there or damaged, or names an actor that is not.
  func ends(_ content: BinaryLayout.Content) throws(FileProblem) -> Column<UInt32> {
    guard let range = range(content), range.count == tieCount * 4 else { throw damaged(content) }
    // One look at memory for both: what is behind each other in a part stays in the cache.
    let found = execution.reduceChunks(
      of: range.count, chunkSize: BinaryChecksum.partLength,
      into: (checksum: 0 as UInt64, greatest: 0 as UInt32), makeScratch: {},
      work: { part, _ in
        file.withSpan { bytes in
          let place = (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)
          return (
            checksum: BinaryChecksum.share(
              of: bytes, place, number: part.lowerBound / BinaryChecksum.partLength),
            greatest: bytes.greatest(in: place)
          )
        }
      },
      merge: { total, part in
        total.checksum &+= part.checksum
        total.greatest = max(total.greatest, part.greatest)
      })
    guard found.checksum == endChecksums[content.rawValue],
      tieCount == 0 || Int(found.greatest) < actorCount
    else { throw damaged(content) }
    return file.column(range)
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
    guard let block = range(content, attribute) else { return nil }
    guard let offsetContent = content.offsets, let place = range(offsetContent, attribute),
      place.count >= 8, place.count % 8 == 0, count.map({ $0 == place.count / 8 - 1 }) ?? true
    else { throw damaged(content) }
    let offsets: Column<Int> = file.column(place)
    guard offsets[0] == 0, offsets[offsets.count - 1] == block.count else { throw damaged(content) }
    let isSound = execution.reduceChunks(
      of: offsets.count - 1, chunkSize: 1 << 16, into: true, makeScratch: {},
      work: { part, _ in file.textsAreSound(block, place.lowerBound, part) },
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
    guard let column, let words = WordColumn(words: Array(texts), codes: column.array) else {
      throw damaged(codes)
    }
    return words
  }

  /// Returns attributes.
  func attributes(
    _ names: BinaryLayout.Content, _ values: BinaryLayout.Content, count: Int
  ) throws(FileProblem) -> [Attribute] {
    var attributes: [Attribute] = []
    for (number, name) in (try texts(names, count: nil) ?? TextColumn()).enumerated() {
      guard let texts = try texts(values, attribute: number, count: count) else {
        throw damaged(values)
      }
      attributes.append(Attribute(name: name, values: texts))
    }
    return attributes
  }
}
