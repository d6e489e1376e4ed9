/// A column of texts in one block of UTF-8, so that a million names are not a million objects.
public struct TextColumn: Sendable, RandomAccessCollection {
  /// All texts, one after the other.
  private var bytes: [UInt8] = []

  /// Where each text begins; one entry more than texts.
  private var offsets: [Int] = [0]

  /// The same in a file, nil where the texts are held.
  private var mapped: (bytes: Column<UInt8>, offsets: Column<Int>)?

  /// Creates an empty column.
  public init() {}

  /// Creates a column of texts.
  ///
  /// - Parameter texts: The texts in order.
  public init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// Creates a column of a block of bytes.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8, one text after the other.
  ///   - offsets: Where each text begins, ascending from 0, and last the number of bytes.
  package init(bytes: [UInt8], offsets: [Int]) {
    precondition(offsets.first == 0 && offsets.last == bytes.count)
    self.bytes = bytes
    self.offsets = offsets
  }

  /// Creates a column of a block of bytes in a file.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8, one text after the other.
  ///   - offsets: Where each text begins, ascending from 0, and last the number of bytes.
  package init(bytes: Column<UInt8>, offsets: Column<Int>) {
    precondition(offsets.first == 0 && offsets.last == bytes.count)
    mapped = (bytes, offsets)
  }

  /// All texts one after the other, and where each begins; copies where the column is mapped.
  package var block: (bytes: [UInt8], offsets: [Int]) {
    mapped.map { ($0.bytes.array, $0.offsets.array) } ?? (bytes, offsets)
  }

  /// The position of the first text.
  public var startIndex: Int { 0 }

  /// One past the position of the last text.
  public var endIndex: Int { (mapped?.offsets.count ?? offsets.count) - 1 }

  /// Whether no text holds a character beyond ASCII.
  package var isASCII: Bool {
    if let mapped { return mapped.bytes.allSatisfy { $0 < 0x80 } }
    let bytes = bytes.span
    var joined: UInt8 = 0
    for position in bytes.indices { joined |= bytes[position] }
    return joined < 0x80
  }

  /// Returns a text.
  ///
  /// - Parameter position: Its position.
  /// - Complexity: O(length of the text).
  public subscript(position: Int) -> String {
    String(decoding: utf8(at: position), as: UTF8.self)
  }

  /// Returns the UTF-8 of a text.
  ///
  /// - Parameter position: Its position.
  /// - Returns: The bytes, without a copy unless they are in a file.
  /// - Complexity: O(1), or O(length) in a file.
  public func utf8(at position: Int) -> ArraySlice<UInt8> {
    if let mapped {
      return mapped.bytes.elements(mapped.offsets[position]..<mapped.offsets[position + 1])[...]
    }
    return bytes[offsets[position]..<offsets[position + 1]]
  }

  /// Adds a text at the end.
  ///
  /// - Parameter text: The text.
  public mutating func append(_ text: String) {
    if mapped != nil { hold() }
    bytes.append(contentsOf: text.utf8)
    offsets.append(bytes.count)
  }

  /// Adds a text given as bytes at the end.
  ///
  /// - Parameter utf8: Valid UTF-8.
  package mutating func append(utf8: some Sequence<UInt8>) {
    if mapped != nil { hold() }
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
  }

  private mutating func hold() {
    (bytes, offsets) = block
    mapped = nil
  }
}

extension TextColumn: Equatable {
  /// Whether two columns hold the same texts, byte for byte.
  public static func == (left: Self, right: Self) -> Bool { left.block == right.block }
}
