internal import NetworkData

/// Finds the position of an actor by its id, byte for byte: two spellings of one character that look
/// the same are different ids.
struct IDIndex {
  /// The ids in the order of their positions.
  private(set) var ids = TextColumn()

  private var positions: [[UInt8]: UInt32] = [:]

  /// Returns the position of an id.
  ///
  /// - Parameter id: The id.
  /// - Returns: The position, nil where there is none.
  func position(of id: ArraySlice<UInt8>) -> UInt32? { positions[Array(id)] }

  /// Returns the position of an id, which is given the next one if it is new.
  ///
  /// - Parameter id: The id, in valid UTF-8.
  /// - Returns: Its position, and whether it was there before.
  mutating func add(_ id: ArraySlice<UInt8>) -> (position: UInt32, isNew: Bool) {
    let key = Array(id)
    if let position = positions[key] { return (position, false) }
    let position = UInt32(ids.count)
    positions[key] = position
    ids.append(utf8: id)
    return (position, true)
  }
}
