internal import GraphStructure

/// What is known of a section once all of it was looked at, a single time and at the speed of memory.
struct SectionLook: Sendable {
  /// What is asked besides the checksum.
  enum Question: Sendable {
    /// Whether bytes are ASCII.
    case bytes
    /// Whether numbers of 4 bytes are below a limit, and where they do not ascend.
    case positions(limit: UInt32)
  }

  /// The checksum of the section.
  private(set) var checksum: UInt64 = 0

  /// Whether no byte is beyond ASCII.
  private(set) var isASCII = true

  /// Whether all numbers are below the limit.
  private(set) var areBelow = true

  /// How many numbers are not greater than the one before.
  private(set) var fallCount = 0

  /// Looks at a section.
  ///
  /// - Parameters:
  ///   - range: Where it lies; it begins at a multiple of 64 bytes, or anywhere if ``Question/bytes``
  ///     are asked for.
  ///   - file: The file.
  ///   - question: What is asked.
  ///   - execution: How the work is carried out; the answers are the same at any number of threads.
  init(at range: Range<Int>, of file: FileBytes, for question: Question, _ execution: Execution) {
    let length = BinaryChecksum.partLength
    self = execution.reduceChunks(
      of: range.count, chunkSize: length, into: SectionLook(), makeScratch: {},
      work: { part, _ in
        file.withSpan { bytes in
          unsafe bytes.withUnsafeBytes { bytes in
            var look = SectionLook()
            let place = (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)
            switch question {
            case .bytes: unsafe look.take(bytes, place, part.lowerBound / length)
            case .positions(let limit):
              unsafe look.take(
                bytes, place, part.lowerBound / length, below: limit,
                isFirst: part.lowerBound == 0)
            }
            return look
          }
        }
      },
      merge: { total, part in
        total.checksum &+= part.checksum
        total.isASCII = total.isASCII && part.isASCII
        total.areBelow = total.areBelow && part.areBelow
        total.fallCount += part.fallCount
      })
  }

  private init() {}

  /// Takes a part of bytes.
  private mutating func take(_ bytes: UnsafeRawBufferPointer, _ place: Range<Int>, _ number: Int) {
    var sum = BinaryChecksum()
    var joined = SIMD8<UInt64>.zero
    var position = place.lowerBound
    while position + 64 <= place.upperBound {
      let block = unsafe bytes.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt64>.self)
      sum.add(block)
      joined |= block
      position += 64
    }
    if position < place.upperBound {
      let block = unsafe Self.rest(of: bytes, position..<place.upperBound)
      sum.add(block)
      joined |= block
    }
    checksum = sum.share(ofPart: number)
    isASCII = joined & SIMD8(repeating: 0x8080_8080_8080_8080) == .zero
  }

  /// Takes a part of numbers.
  private mutating func take(
    _ bytes: UnsafeRawBufferPointer, _ place: Range<Int>, _ number: Int, below limit: UInt32,
    isFirst: Bool
  ) {
    var sum = BinaryChecksum()
    // A number is below the limit where neither it nor its distance to the last allowed one is
    // negative: no comparison of numbers without a sign, which many processors lack.
    let last = SIMD16(repeating: Int32(truncatingIfNeeded: limit) &- 1)
    var signs = SIMD16<Int32>.zero
    var falls = SIMD16<Int32>.zero
    var position = place.lowerBound
    if isFirst {
      position = min(place.upperBound, position + 64)
      unsafe sum.add(Self.rest(of: bytes, place.lowerBound..<position))
      unsafe look(bytes, place.lowerBound..<position, before: nil, limit)
    }
    while position + 64 <= place.upperBound {
      let block = unsafe bytes.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt64>.self)
      sum.add(block)
      let numbers = unsafe unsafeBitCast(block, to: SIMD16<Int32>.self)
      let before = unsafe bytes.loadUnaligned(
        fromByteOffset: position - 4, as: SIMD16<Int32>.self)
      signs |= numbers | (last &- numbers)
      falls &+= (numbers &- before &- 1) &>> 31
      position += 64
    }
    areBelow = areBelow && (signs.min() >= 0 || limit > Int32.max)
    fallCount -= Int(falls.wrappedSum())
    if position < place.upperBound {
      unsafe sum.add(Self.rest(of: bytes, position..<place.upperBound))
      let before = unsafe bytes.loadUnaligned(fromByteOffset: position - 4, as: UInt32.self)
      unsafe look(bytes, position..<place.upperBound, before: before, limit)
    }
    checksum = sum.share(ofPart: number)
    // With more than 2³¹ actors the signs say nothing.
    if limit > Int32.max {
      fallCount = 0
      areBelow = true
      let before =
        unsafe isFirst
        ? nil : bytes.loadUnaligned(fromByteOffset: place.lowerBound - 4, as: UInt32.self)
      unsafe look(bytes, place, before: before, limit)
    }
  }

  /// Looks at numbers one by one.
  private mutating func look(
    _ bytes: UnsafeRawBufferPointer, _ place: Range<Int>, before: UInt32?, _ limit: UInt32
  ) {
    var before = before
    for position in stride(from: place.lowerBound, to: place.upperBound - 3, by: 4) {
      let number = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
      if number >= limit { areBelow = false }
      if let before, number <= before { fallCount += 1 }
      before = number
    }
  }

  /// The last bytes of a section, filled up with zeros.
  private static func rest(
    of bytes: UnsafeRawBufferPointer, _ place: Range<Int>
  ) -> SIMD8<UInt64> {
    var words = SIMD8<UInt64>.zero
    unsafe withUnsafeMutableBytes(of: &words) { words in
      unsafe words.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place]))
    }
    return words
  }
}
