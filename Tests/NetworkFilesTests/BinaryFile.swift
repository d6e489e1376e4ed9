/// A binary file that is taken apart and changed, by the layout that the documentation publishes.
struct BinaryFile {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Where the entries of the list of sections begin, as far as the file goes.
  private var entries: StrideTo<Int> {
    stride(from: 64, to: 64 + 40 * min(number(40), (bytes.count - 64) / 40), by: 40)
  }

  /// The number of 8 bytes at a place.
  func number(_ place: Int) -> Int {
    (0..<7).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  mutating func put(_ number: UInt64, _ place: Int) {
    for byte in 0..<8 {
      bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))
    }
  }

  /// The place in the list of the section of a number.
  func entry(of section: Int) -> Int? { entries.first { Int(bytes[$0]) == section } }

  /// Where sections begin and end.
  var bounds: [Int] { entries.flatMap { [number($0 + 8), number($0 + 8) + number($0 + 16)] } }

  /// Changes the bytes of a section.
  mutating func change(_ section: Int, _ body: (inout ArraySlice<UInt8>) -> Void) {
    guard let entry = entry(of: section) else { return }
    let start = number(entry + 8)
    let range = start..<(start + number(entry + 16))
    var part = bytes[range]
    body(&part)
    bytes.replaceSubrange(range, with: part)
  }

  /// The file with the checksums and the length that it should have.
  var resealed: [UInt8] {
    var file = self
    for entry in entries {
      let (start, length) = (number(entry + 8), number(entry + 16))
      if start <= bytes.count, length <= bytes.count - start {
        file.put(Self.checksum(bytes[start..<(start + length)]), entry + 24)
      }
    }
    file.put(UInt64(bytes.count), 16)
    let end = 64 + 40 * min(number(40), (bytes.count - 64) / 40)
    file.put(Self.checksum(file.bytes[64..<end]), 48)
    file.put(Self.checksum(file.bytes[0..<56]), 56)
    return file.bytes
  }

  /// The checksum as the documentation defines it, for less than a MiB.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sums = [UInt64](repeating: 0, count: 8)
    var orders = sums
    for block in stride(from: bytes.startIndex, to: bytes.endIndex, by: 64) {
      for lane in 0..<8 {
        var word: UInt64 = 0
        for byte in 0..<8 where block + 8 * lane + byte < bytes.endIndex {
          word |= UInt64(bytes[block + 8 * lane + byte]) << UInt64(8 * byte)
        }
        sums[lane] &+= word
        orders[lane] &+= sums[lane]
      }
    }
    if bytes.isEmpty { return 0 }
    var mixed: UInt64 = 0
    for lane in 0..<8 {
      for word in [sums[lane], orders[lane]] {
        mixed = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
      }
    }
    return mixed
  }
}
