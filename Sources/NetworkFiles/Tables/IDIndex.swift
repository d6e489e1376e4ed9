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

  /// Whether the slots hold all ids: filled when they are first needed.
  private var isComplete = true

  /// Creates an empty index.
  init() {}

  /// Creates an index of ids that are known to be distinct.
  ///
  /// - Parameter ids: The ids in the order of their positions.
  init(distinct ids: TextColumn) {
    self.ids = ids
    isComplete = ids.isEmpty
  }

  /// Makes finding quick.
  mutating func complete() {
    guard !isComplete else { return }
    hashes = ids.indices.map { Self.hash(of: ids.utf8(at: $0)) }
    var count = slots.count
    while hashes.count * 2 > count { count *= 4 }
    fill(slotCount: count)
    isComplete = true
  }

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The position, nil where there is none.
  /// - Complexity: O(1) once it is complete, else O(ids).
  func position(of id: ArraySlice<UInt8>) -> UInt32? {
    guard isComplete else {
      return ids.indices.first { ids.utf8(at: $0) == id }.map(UInt32.init)
    }
    let found = slots[slot(of: id, hash: Self.hash(of: id))]
    return found == .max ? nil : found
  }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it is new.
  mutating func add(_ id: ArraySlice<UInt8>) -> (position: UInt32, isNew: Bool) {
    complete()
    let hash = Self.hash(of: id)
    let slot = slot(of: id, hash: hash)
    if slots[slot] != .max { return (slots[slot], false) }
    let new = UInt32(ids.count)
    slots[slot] = new
    hashes.append(hash)
    ids.append(utf8: id)
    if hashes.count * 2 > slots.count { fill(slotCount: slots.count * 4) }
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

  /// Gives every id a slot, of so many (a power of 2).
  private mutating func fill(slotCount: Int) {
    slots = [UInt32](repeating: .max, count: slotCount)
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
