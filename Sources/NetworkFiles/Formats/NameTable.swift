internal import NetworkData

/// Numbers distinct names, held as places in a file, in the order of their first appearance.
///
/// Open addressing over the file's own bytes: no object a name. Hashes are seeded by the process, so
/// no file can be made to collide; the numbering does not depend on them.
struct NameTable {
  /// The distinct names.
  private(set) var names: [Range<Int>] = []

  private var hashes: [UInt32] = []
  private var slots = [UInt32](repeating: .max, count: 1024)

  /// Returns the number of a name, which is given the next one if it is new.
  ///
  /// - Parameters:
  ///   - name: Its place in the file.
  ///   - bytes: The file.
  /// - Returns: Its number.
  mutating func position(of name: Range<Int>, in bytes: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(of: name, in: bytes)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != .max {
      let known = Int(slots[slot])
      if hashes[known] == hash, Self.areEqual(names[known], name, in: bytes) {
        return UInt32(known)
      }
      slot = (slot + 1) & mask
    }
    let new = UInt32(names.count)
    slots[slot] = new
    names.append(name)
    hashes.append(hash)
    if names.count * 2 > slots.count { grow() }
    return new
  }

  /// Returns the names as a column.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The names in order.
  func column(in bytes: Span<UInt8>) -> TextColumn {
    var texts: [UInt8] = []
    texts.reserveCapacity(names.reduce(0) { $0 + $1.count })
    var offsets = [0]
    offsets.reserveCapacity(names.count + 1)
    for name in names {
      for position in name { texts.append(bytes[position]) }
      offsets.append(texts.count)
    }
    return TextColumn(bytes: texts, offsets: offsets)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 4)
    let mask = slots.count - 1
    for (name, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt32(name)
    }
  }

  /// What hashes begin with, and what they are multiplied by: other numbers in each process.
  private static let seed = UInt64.random(in: 0...UInt64.max)
  private static let multiplier = UInt64.random(in: 0...UInt64.max) | 1

  /// Returns the hash of a name; another one in each process.
  static func hash(of name: Range<Int>, in bytes: Span<UInt8>) -> UInt32 {
    let multiplier = multiplier
    var hash = seed ^ UInt64(truncatingIfNeeded: name.count)
    var position = name.lowerBound
    while position < name.upperBound {
      let count = min(8, name.upperBound - position)
      // Both halves of the product together depend on every bit.
      let product = (hash ^ ByteWords.word(bytes, at: position, count: count))
        .multipliedFullWidth(by: multiplier)
      hash = product.high ^ product.low
      position += count
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func areEqual(
    _ first: Range<Int>, _ second: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    guard first.count == second.count else { return false }
    var offset = 0
    while offset < first.count {
      let count = min(8, first.count - offset)
      guard
        ByteWords.word(bytes, at: first.lowerBound + offset, count: count)
          == ByteWords.word(bytes, at: second.lowerBound + offset, count: count)
      else { return false }
      offset += count
    }
    return true
  }
}
