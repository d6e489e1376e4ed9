internal import NetworkData

extension Span<UInt8> {
  /// Returns the greatest number of 32 bits of a part of a file.
  ///
  /// - Parameter range: The part, a whole number of numbers.
  /// - Returns: The number, 0 where there is none.
  func greatest(in range: Range<Int>) -> UInt32 {
    unsafe withUnsafeBytes { bytes in
      // Two numbers at a time, four times: 8 GB/s against 2 with one at a time.
      var (low, high): (SIMD8<UInt32>, SIMD8<UInt32>) = (.zero, .zero)
      var position = range.lowerBound
      while position + 64 <= range.upperBound {
        let one = unsafe bytes.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt32>.self)
        let other = unsafe bytes.loadUnaligned(
          fromByteOffset: position + 32, as: SIMD8<UInt32>.self)
        low = pointwiseMax(low, one)
        high = pointwiseMax(high, other)
        position += 64
      }
      var greatest = pointwiseMax(low, high).max()
      while position + 4 <= range.upperBound {
        greatest = Swift.max(
          greatest, unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        position += 4
      }
      return greatest
    }
  }
}

extension FileBytes {
  /// Returns a number of the file; all its bytes must be there.
  func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at offset: Int
  ) -> Number {
    withSpan { bytes in unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: type) }
  }

  /// Whether all numbers of a part of a column are allowed.
  ///
  /// - Parameters:
  ///   - start: Where the column begins.
  ///   - part: The rows to look at, which must all be in the file.
  ///   - isAllowed: Which numbers are.
  /// - Returns: `false` if one is not.
  func numbersAreAllowed<Number: BitwiseCopyable>(
    _ start: Int, _ part: Range<Int>, _ isAllowed: (Number) -> Bool
  ) -> Bool {
    let stride = MemoryLayout<Number>.stride
    return withSpan { bytes in
      var areAllowed = true
      for row in part {
        let number = unsafe bytes.bytes.unsafeLoadUnaligned(
          fromByteOffset: start + row * stride, as: Number.self)
        // No early end, so that the loop may look at several at a time.
        areAllowed = isAllowed(number) && areAllowed
      }
      return areAllowed
    }
  }

  /// Whether the offsets of some texts ascend within their block, and the texts are UTF-8.
  ///
  /// - Parameters:
  ///   - block: Where the texts lie.
  ///   - start: Where the offsets begin.
  ///   - part: The texts to look at.
  /// - Returns: `false` if one is not.
  func textsAreSound(_ block: Range<Int>, _ start: Int, _ part: Range<Int>) -> Bool {
    var previous = number(Int.self, at: start + part.lowerBound * 8)
    let first = previous
    guard first >= 0 else { return false }
    for row in part {
      let next = number(Int.self, at: start + (row + 1) * 8)
      guard next >= previous, next <= block.count else { return false }
      // A text must not begin within a character.
      if next < block.count, withSpan({ $0[block.lowerBound + next] & 0xC0 == 0x80 }) {
        return false
      }
      previous = next
    }
    return withSpan { bytes in
      let flaw = Encoding.firstFlaw(
        in: bytes, (block.lowerBound + first)..<(block.lowerBound + previous))
      // A zero is a character like others here.
      return flaw == nil || flaw?.flaw == .nul
    }
  }
}
