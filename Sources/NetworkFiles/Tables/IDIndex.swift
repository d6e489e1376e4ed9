internal import NetworkData

/// Finds the position of an actor by its id, byte for byte: two spellings of one character that look
/// the same are different ids.
///
/// Open addressing over the ids' own bytes: no object an id. Hashes are seeded by the process, so no
/// file can be made to collide; positions do not depend on them.
struct IDIndex {
  /// The ids in the order of their positions.
  private(set) var ids = TextColumn()

  private var hashes: [UInt32] = []
  private var slots = [UInt32](repeating: .max, count: 64)

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The position, nil where there is none.
  func position(of id: ArraySlice<UInt8>) -> UInt32? {
    let found = slots[slot(of: id, hash: Self.hash(of: id))]
    return found == .max ? nil : found
  }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it is new.
  mutating func add(_ id: ArraySlice<UInt8>) -> (position: UInt32, isNew: Bool) {
    let hash = Self.hash(of: id)
    let slot = slot(of: id, hash: hash)
    if slots[slot] != .max { return (slots[slot], false) }
    let new = UInt32(ids.count)
    slots[slot] = new
    hashes.append(hash)
    ids.append(utf8: id)
    if hashes.count * 2 > slots.count { grow() }
    return (new, true)
  }

  /// Returns the slot in which an id is, or the free one in which it would be.
  private func slot(of id: ArraySlice<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != .max {
      let known = Int(slots[slot])
      if hashes[known] == hash, ids.utf8(at: known) == id { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 4)
    let mask = slots.count - 1
    for (position, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt32(position)
    }
  }

  private static func hash(of id: ArraySlice<UInt8>) -> UInt32 {
    let bytes = id.span
    return NameTable.hash(of: 0..<bytes.count, in: bytes)
  }
}
