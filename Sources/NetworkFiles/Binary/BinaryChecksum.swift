internal import GraphStructure

/// The checksum of the binary form; see ``BinaryLayout``.
enum BinaryChecksum {
  /// How many bytes are summed up by themselves.
  static let partLength = 1 << 20

  /// Returns the checksum of bytes.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The section.
  ///   - execution: How the work is carried out.
  /// - Returns: The same number at any number of threads.
  static func of(
    _ file: FileBytes, _ range: Range<Int>, _ execution: Execution = .standard
  ) -> UInt64 {
    execution.reduceChunks(
      of: range.count, chunkSize: partLength, into: 0 as UInt64, makeScratch: {},
      work: { part, _ in
        file.withSpan { bytes in
          share(
            of: bytes, (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound),
            number: part.lowerBound / partLength)
        }
      }, merge: { $0 &+= $1 })
  }

  /// Returns what a part adds to the checksum of its section.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part.
  ///   - number: Its number within the section.
  /// - Returns: The share, to be added modulo 2⁶⁴.
  static func share(of bytes: Span<UInt8>, _ range: Range<Int>, number: Int) -> UInt64 {
    var (a, b): (UInt64, UInt64) = (0, 0)
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      a &+= ByteWords.word(bytes, at: position)
      b &+= a
      position += 8
    }
    if position < range.upperBound {
      for further in position..<range.upperBound {
        a &+= UInt64(bytes[further]) << UInt64(8 * (further - position))
      }
      b &+= a
    }
    return (b ^ (a << 32 | a >> 32)) &* UInt64(2 * number + 1)
  }
}
