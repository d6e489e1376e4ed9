internal import NetworkData

/// A JSON file (RFC 8259) as a flat list of its values, with the place and the line of each.
///
/// The file is checked whole while it is cut: no value is copied, 32 bytes are held a value, and depth
/// is bounded without recursion. Names that stand twice in an object are refused, as programs differ
/// in which of the two they take.
struct JSONDocument {
  /// What a value is.
  enum Kind: UInt8 {
    case object, array, string, number, word
  }

  /// A value, and where it stands.
  struct Entry {
    let kind: Kind
    /// The line on which it begins, counted from 1.
    let line: UInt32
    /// Its bytes; without the quotes for a string.
    var range: Range<Int>
    /// The position of the value behind it and all within it.
    var next: Int
  }

  /// The file.
  let file: FileBytes

  /// All values in the order in which they begin; the names of members count as values.
  let entries: [Entry]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file, in UTF-8.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` for the first thing that is not JSON.
  /// - Complexity: O(bytes).
  init(reading file: FileBytes, limits: ReadingLimits) throws(FileProblem) {
    let start = try Encoding.checkedStart(of: file)
    self.file = file
    var scanner = JSONScanner(path: file.path, depthLimit: limits.depth, from: start)
    entries = try file.withSpan { bytes throws(FileProblem) in try scanner.scan(bytes) }
  }

  /// Returns the positions of the members of an object.
  ///
  /// - Parameter object: The position of the object.
  /// - Returns: The names, and the positions of the values.
  func members(of object: Int) -> [(name: String, value: Int)] {
    var members: [(String, Int)] = []
    var position = object + 1
    while position < entries[object].next {
      members.append((text(of: position), position + 1))
      position = entries[position + 1].next
    }
    return members
  }

  /// Returns the value of a member.
  ///
  /// - Parameters:
  ///   - name: Its name, of ASCII letters.
  ///   - object: The position of the object.
  /// - Returns: The position of the value; nil where it is absent or null, or that is no object.
  func member(_ name: String, of object: Int) -> Int? {
    guard entries[object].kind == .object else { return nil }
    var position = object + 1
    while position < entries[object].next {
      if isEqual(position, name) { return isNull(position + 1) ? nil : position + 1 }
      position = entries[position + 1].next
    }
    return nil
  }

  /// Returns the positions of the values of an array.
  func elements(of array: Int) -> [Int] {
    var elements: [Int] = []
    var position = array + 1
    while position < entries[array].next {
      elements.append(position)
      position = entries[position].next
    }
    return elements
  }

  /// Whether a value is null.
  func isNull(_ position: Int) -> Bool {
    entries[position].kind == .word && isEqual(position, "null")
  }

  /// Whether a value is true.
  func isTrue(_ position: Int) -> Bool {
    entries[position].kind == .word && isEqual(position, "true")
  }

  /// Returns the bytes of a value: of a text without escapes, of anything else as it stands.
  func bytes(of position: Int) -> [UInt8] {
    let entry = entries[position]
    return file.withSpan { bytes in
      entry.kind == .string
        ? JSONText.resolved(bytes, entry.range) : entry.range.map { bytes[$0] }
    }
  }

  /// Returns the text of a value.
  func text(of position: Int) -> String { String(decoding: bytes(of: position), as: UTF8.self) }

  /// The line of a value.
  func line(of position: Int) -> Int { Int(entries[position].line) }

  /// What a value is.
  func kind(of position: Int) -> Kind { entries[position].kind }

  private func isEqual(_ position: Int, _ word: String) -> Bool {
    let range = entries[position].range
    var word = word
    return word.withUTF8 { letters in
      guard range.count == letters.count else { return false }
      return file.withSpan { bytes in
        for offset in 0..<range.count
        where unsafe bytes[range.lowerBound + offset] != letters[offset] {
          return false
        }
        return true
      }
    }
  }
}
