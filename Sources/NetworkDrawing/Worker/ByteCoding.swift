/// Writes counts, numbers and texts as bytes, eight to a count or number, the lowest first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ count: Int) { add(UInt64(count)) }

  mutating func add(_ number: Double) { add(number.bitPattern) }

  mutating func add(_ text: String) {
    let utf8 = Array(text.utf8)
    add(utf8.count)
    bytes += utf8
  }

  private mutating func add(_ bits: UInt64) {
    for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> (8 * byte))) }
  }
}

/// Reads what ``ByteWriter`` wrote; nil where the bytes end too early or are nothing of the kind.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A count; none is greater than the number of bytes that are left.
  mutating func count() -> Int? {
    guard let bits = bits(), bits <= UInt64(bytes.count) else { return nil }
    return Int(bits)
  }

  mutating func number() -> Double? { bits().map { Double(bitPattern: $0) } }

  mutating func text() -> String? {
    guard let count = count(), count <= bytes.count - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  private mutating func bits() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes[position..<(position + 8)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
