internal import NetworkData

/// Finds the position of an actor by its id, byte for byte: two spellings of one character that look
/// the same are different ids.
struct IDIndex {
  /// The ids in the order of their positions.
  private(set) var ids = TextColumn()

  private var positions: [[UInt8]: UInt32] = [:]

  /// Whether ``positions`` holds the ids: made when it is first needed.
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
    for position in ids.indices { positions[Array(ids.utf8(at: position))] = UInt32(position) }
    isComplete = true
  }

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The position, nil where there is none.
  /// - Complexity: O(1) once it is complete, else O(ids).
  func position(of id: ArraySlice<UInt8>) -> UInt32? {
    if isComplete { return positions[Array(id)] }
    return ids.indices.first { ids.utf8(at: $0).elementsEqual(id) }.map(UInt32.init)
  }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it was there before.
  mutating func add(_ id: ArraySlice<UInt8>) -> (position: UInt32, isNew: Bool) {
    complete()
    let key = Array(id)
    if let position = positions[key] { return (position, false) }
    let position = UInt32(ids.count)
    positions[key] = position
    ids.append(utf8: id)
    return (position, true)
  }
}
