internal import GraphStructure

/// The checksum of the binary form, in lanes that processors add up side by side; see
/// ``BinaryLayout``.
struct BinaryChecksum {
  /// The sums of the words of each lane.
  private var sums = SIMD8<UInt64>.zero

  /// The sums of those sums on the way.
  private var orders = SIMD8<UInt64>.zero

  /// How many bytes are summed up by themselves.
  static let partLength = 1 << 20

  /// Takes the next 64 bytes.
  @inline(__always)
  mutating func add(_ block: SIMD8<UInt64>) {
    sums &+= block
    orders &+= sums
  }

  /// Returns what a part adds to the checksum of its section, modulo 2⁶⁴.
  ///
  /// - Parameter number: The number of the part within the section.
  /// - Returns: The share.
  func share(ofPart number: Int) -> UInt64 {
    var mixed: UInt64 = 0
    for lane in 0..<8 {
      for word in [sums[lane], orders[lane]] {
        mixed = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
      }
    }
    return mixed &* UInt64(2 * number + 1)
  }

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
    SectionLook(at: range, of: file, for: .bytes, execution).checksum
  }
}
