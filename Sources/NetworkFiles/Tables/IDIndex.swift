internal import NetworkData

/// Finds the position of an actor by its id, byte for byte: two spellings of one character that look
/// the same are different ids.
///
/// Open addressing over the ids themselves, with the hashes of ``NameTable``: no object an id. Hashes
/// are other ones in each process, so no file can be made to collide; positions do not depend on them.
/// While ids do nothing but count, they need no slots.
struct IDIndex {
  /// The ids in the order of their positions.
  private(set) var ids = TextColumn()

  /// Hash and position of an id each, side by side since both are asked for; `.max` is free.
  private var slots = [UInt64](repeating: .max, count: 1024)

  /// The ids, as long as they count.
  private var counted: CountedIDs? = CountedIDs()

  /// Whether the slots hold all ids: filled when they are first needed.
  private var isComplete = true

  /// Creates an empty index.
  init() {}

  /// Creates an index of ids that are known to be distinct.
  ///
  /// - Parameter ids: The ids in the order of their positions.
  init(distinct ids: TextColumn) {
    self.ids = ids
    if !ids.isEmpty {
      counted = nil
      isComplete = false
    }
  }

  /// Makes finding quick.
  mutating func complete() {
    guard !isComplete else { return }
    isComplete = true
    grow(
      to: ids.count,
      entries: ids.indices.lazy.map { [ids] in Self.entry(Self.hash(of: ids.utf8(at: $0).span), $0)
      })
  }

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The position, nil where there is none.
  /// - Complexity: O(1) once it is complete, else O(ids).
  func position(of id: ArraySlice<UInt8>) -> UInt32? {
    if let counted {
      let position = counted.position(of: id.span) ?? ids.count
      return position < ids.count ? UInt32(position) : nil
    }
    guard isComplete else {
      return ids.indices.first { ids.utf8(at: $0) == id }.map(UInt32.init)
    }
    let found = slots[slot(of: id.span, Self.hash(of: id.span))]
    return found == .max ? nil : UInt32(truncatingIfNeeded: found)
  }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it is new.
  mutating func add(_ id: ArraySlice<UInt8>) -> (position: UInt32, isNew: Bool) { add(id.span) }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it is new.
  mutating func add(_ id: Span<UInt8>) -> (position: UInt32, isNew: Bool) {
    if let position = counted?.position(of: id) {
      if position < ids.count { return (UInt32(truncatingIfNeeded: position), false) }
      counted?.append(id)
      ids.append(id, id.indices)
      return (UInt32(position), true)
    }
    if counted != nil {
      counted = nil
      isComplete = ids.isEmpty
    }
    complete()
    let hash = Self.hash(of: id)
    let slot = slot(of: id, hash)
    if slots[slot] != .max { return (UInt32(truncatingIfNeeded: slots[slot]), false) }
    let position = ids.count
    slots[slot] = Self.entry(hash, position)
    ids.append(id, id.indices)
    if ids.count * 2 > slots.count {
      let entries = slots
      grow(to: ids.count, entries: entries.lazy.filter { $0 != .max })
    }
    return (UInt32(position), true)
  }

  private static func hash(of id: Span<UInt8>) -> UInt32 {
    NameTable.hash(of: id.indices, in: id)
  }

  private static func entry(_ hash: UInt32, _ position: Int) -> UInt64 {
    UInt64(hash) << 32 | UInt64(position)
  }

  /// Returns where an id stands, or would.
  private func slot(of id: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != .max {
      let known = slots[slot]
      if known >> 32 == hash, ids.holds(id, at: Int(known & 0xFFFF_FFFF)) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Makes room for so many ids and as many again, and places entries in it.
  private mutating func grow(to count: Int, entries: some Sequence<UInt64>) {
    var room = slots.count
    while count * 2 > room { room *= 4 }
    slots = [UInt64](repeating: .max, count: room)
    for entry in entries {
      var slot = Int(entry >> 32) & (room - 1)
      while slots[slot] != .max { slot = (slot + 1) & (room - 1) }
      slots[slot] = entry
    }
  }
}
