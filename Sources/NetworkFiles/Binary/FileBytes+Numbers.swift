internal import NetworkData

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

  /// Whether the offsets of some texts ascend within their block, and the texts are UTF-8 without NUL.
  ///
  /// - Parameters:
  ///   - block: Where the texts lie.
  ///   - start: Where the offsets begin.
  ///   - part: The texts to look at.
  ///   - isASCII: Whether the block is known to be ASCII.
  /// - Returns: `false` if one is not.
  func textsAreSound(
    _ block: Range<Int>, _ start: Int, _ part: Range<Int>, isASCII: Bool
  ) -> Bool {
    withSpan { bytes in
      func offset(_ row: Int) -> Int {
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start + row * 8, as: Int.self)
      }
      let first = offset(part.lowerBound)
      var previous = first
      var areAscending = first >= 0
      for row in part {
        let next = offset(row + 1)
        areAscending = areAscending && next >= previous
        previous = next
      }
      guard areAscending, previous <= block.count else { return false }
      let place = (block.lowerBound + first)..<(block.lowerBound + previous)
      if isASCII {
        var hasNUL = false
        for position in place {
          // No early end, as above.
          hasNUL = unsafe bytes[unchecked: position] == 0 || hasNUL
        }
        return !hasNUL
      }
      // A text must not begin within a character.
      for row in part {
        let next = offset(row + 1)
        if next < block.count, bytes[block.lowerBound + next] & 0xC0 == 0x80 { return false }
      }
      return Encoding.firstFlaw(in: bytes, place) == nil
    }
  }
}
