internal import NetworkData

/// Finds the position of an actor by its id, byte for byte: two spellings of one character that look
/// the same are different ids.
///
/// Open addressing over the ids themselves, with the hashes of ``NameTable``: no object an id.
struct IDIndex {
  /// The ids in the order of their positions.
  private(set) var ids = TextColumn()

  /// Hash and position of an id each, side by side since both are asked for; `.max` is free.
  private var slots = [UInt64](repeating: .max, count: 1024)

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The position, nil where there is none.
  func position(of id: ArraySlice<UInt8>) -> UInt32? {
    let found = slots[slot(of: id, Self.hash(of: id))]
    return found == .max ? nil : UInt32(truncatingIfNeeded: found)
  }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it is new.
  mutating func add(_ id: ArraySlice<UInt8>) -> (position: UInt32, isNew: Bool) {
    let hash = Self.hash(of: id)
    let slot = slot(of: id, hash)
    if slots[slot] != .max { return (UInt32(truncatingIfNeeded: slots[slot]), false) }
    let position = UInt32(ids.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(position)
    ids.append(utf8: id)
    if ids.count * 2 > slots.count { grow() }
    return (position, true)
  }

  private static func hash(of id: ArraySlice<UInt8>) -> UInt32 {
    let bytes = id.span
    return NameTable.hash(of: 0..<bytes.count, in: bytes)
  }

  /// Returns where an id stands, or would.
  private func slot(of id: ArraySlice<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != .max {
      let known = slots[slot]
      if known >> 32 == hash, ids.utf8(at: Int(known & 0xFFFF_FFFF)) == id { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let entries = slots
    slots = [UInt64](repeating: .max, count: slots.count * 4)
    let mask = slots.count - 1
    for entry in entries where entry != .max {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
