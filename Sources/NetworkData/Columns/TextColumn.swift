package import GraphStructure

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

  /// Lends all texts one after the other, and where each begins, without a copy.
  package func withBlock<Result>(_ body: (Span<UInt8>, Span<Int>) -> Result) -> Result {
    guard let mapped else { return body(bytes.span, offsets.span) }
    return mapped.bytes.withSpan { bytes in mapped.offsets.withSpan { body(bytes, $0) } }
  }

  /// The position of the first text.
  public var startIndex: Int { 0 }

  /// One past the position of the last text.
  public var endIndex: Int { (mapped?.offsets.count ?? offsets.count) - 1 }

  /// Whether no text holds a character beyond ASCII.
  package var isASCII: Bool {
    (mapped?.bytes ?? Column(bytes)).withSpan { bytes in
      var joined: UInt8 = 0
      for position in bytes.indices { joined |= bytes[position] }
      return joined < 0x80
    }
  }

  /// Returns a text.
  ///
  /// - Parameter position: Its position.
  /// - Complexity: O(length of the text).
  public subscript(position: Int) -> String {
    withUTF8(at: position) { text in
      unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Lends the UTF-8 of a text, without a copy wherever it is.
  ///
  /// - Parameters:
  ///   - position: The position of the text.
  ///   - body: Looks at the bytes; they must not be kept.
  /// - Returns: What `body` returns.
  /// - Complexity: O(1).
  package func withUTF8<Result>(at position: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard let mapped else {
      return body(bytes.span.extracting(offsets[position]..<offsets[position + 1]))
    }
    let place = mapped.offsets[position]..<mapped.offsets[position + 1]
    return mapped.bytes.withSpan { body($0.extracting(place)) }
  }

  /// Returns the UTF-8 of a text.
  ///
  /// - Parameter position: Its position.
  /// - Returns: The bytes, without a copy unless they are in a file: there ``withUTF8(at:_:)`` is quicker.
  /// - Complexity: O(1), or O(length) in a file.
  public func utf8(at position: Int) -> ArraySlice<UInt8> {
    if let mapped {
      return mapped.bytes.elements(mapped.offsets[position]..<mapped.offsets[position + 1])[...]
    }
    return bytes[offsets[position]..<offsets[position + 1]]
  }

  /// Whether a text has certain bytes.
  ///
  /// - Parameters:
  ///   - utf8: The bytes.
  ///   - position: The position of the text.
  /// - Returns: `true` if they are the same, to the byte.
  /// - Complexity: O(length); nothing is copied.
  package func holds(_ utf8: Span<UInt8>, at position: Int) -> Bool {
    withUTF8(at: position) { text in
      guard text.count == utf8.count else { return false }
      for offset in utf8.indices where text[offset] != utf8[offset] { return false }
      return true
    }
  }

  /// Adds a text at the end.
  ///
  /// - Parameter text: The text.
  public mutating func append(_ text: String) {
    if mapped != nil { hold() }
    bytes.append(contentsOf: text.utf8)
    offsets.append(bytes.count)
  }

  /// Adds a text that stands in other bytes at the end.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - place: Where valid UTF-8 stands in them.
  package mutating func append(_ source: Span<UInt8>, _ place: Range<Int>) {
    if mapped != nil { hold() }
    unsafe source.extracting(place).withUnsafeBufferPointer { text in
      unsafe bytes.append(contentsOf: text)
    }
    offsets.append(bytes.count)
  }

  /// Adds all texts of a column at the end.
  ///
  /// - Parameter column: The column.
  package mutating func append(contentsOf column: TextColumn) {
    if mapped != nil { hold() }
    let start = bytes.count
    let further = column.block
    bytes += further.bytes
    offsets.append(contentsOf: further.offsets.dropFirst().lazy.map { $0 + start })
  }

  /// Whether no text holds anything.
  package var isBlank: Bool { mapped?.bytes.isEmpty ?? bytes.isEmpty }

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
