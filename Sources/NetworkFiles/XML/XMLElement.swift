#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// An element of an XML file as its start tag gives it, lent for as long as a listener is told of it.
///
/// It points at what the parser holds, so nothing is copied that nobody asks for.
@safe
struct XMLElement: ~Copyable {
  /// Its name without a prefix.
  let name: String

  /// Whether it belongs to the same vocabulary as the root element.
  let isOwn: Bool

  /// The line on which its tag begins, counted from 1.
  let line: Int

  /// Names and values in turn, and nil behind the last one.
  private let texts: UnsafePointer<UnsafePointer<CChar>?>

  /// What stands between a namespace and a name: it is in no name.
  static let separator = CChar(bitPattern: UInt8(ascii: " "))

  /// Creates an element of what the parser tells.
  ///
  /// - Parameters:
  ///   - name: Its name without a prefix.
  ///   - isOwn: Whether it belongs to the same vocabulary as the root element.
  ///   - line: The line on which its tag begins.
  ///   - texts: Names and values of its attributes in turn, and nil behind the last one; they must
  ///     stay as long as the element.
  init(
    _ name: String, isOwn: Bool, line: Int, _ texts: UnsafePointer<UnsafePointer<CChar>?>
  ) {
    self.name = name
    self.isOwn = isOwn
    self.line = line
    unsafe self.texts = texts
  }

  /// Lends the value of an attribute.
  ///
  /// - Parameters:
  ///   - name: Its name, of ASCII letters, without a prefix.
  ///   - body: Looks at the bytes; they must not be kept.
  /// - Returns: What `body` returns; nil where the attribute is absent.
  /// - Throws: What `body` throws.
  @inline(__always)
  func withValue<Result, Failure: Error>(
    of name: StaticString, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard let start = unsafe place(of: name) else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: strlen(start))
    return try body(unsafe Span(_unsafeBytes: bytes))
  }

  /// Returns the value of an attribute.
  ///
  /// - Parameter name: Its name, of ASCII letters, without a prefix.
  /// - Returns: A copy of the bytes; nil where it is absent.
  func value(of name: StaticString) -> ArraySlice<UInt8>? {
    unsafe place(of: name).map { unsafe Self.copy($0) }
  }

  /// Returns the value of an attribute as text.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The text; nil where it is absent.
  func text(of name: StaticString) -> String? {
    unsafe place(of: name).map { unsafe String(cString: $0) }
  }

  /// The number of attributes.
  var attributeCount: Int {
    var count = 0
    while unsafe texts[2 * count] != nil { count += 1 }
    return count
  }

  /// The attributes in the order in which they stand.
  var attributes: [(name: String, value: ArraySlice<UInt8>)] {
    var attributes: [(name: String, value: ArraySlice<UInt8>)] = []
    var next = unsafe texts
    while let name = unsafe next[0], let value = unsafe next[1] {
      attributes.append(unsafe (String(cString: Self.local(name)), Self.copy(value)))
      unsafe next += 2
    }
    return attributes
  }

  /// Returns a name without the namespace before it.
  static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    guard let cut = unsafe strrchr(name, Int32(separator)) else { return unsafe name }
    return unsafe UnsafePointer(cut + 1)
  }

  private static func copy(_ text: UnsafePointer<CChar>) -> ArraySlice<UInt8> {
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
    return unsafe Array(bytes)[...]
  }

  /// Where the value of an attribute begins.
  private func place(of name: StaticString) -> UnsafePointer<CChar>? {
    let letters = unsafe name.utf8Start
    let count = name.utf8CodeUnitCount
    var next = unsafe texts
    while let given = unsafe next[0] {
      if unsafe Self.isName(given, letters, count) { return unsafe next[1] }
      unsafe next += 2
    }
    return nil
  }

  /// Whether a name without the namespace before it is that of some letters.
  private static func isName(
    _ name: UnsafePointer<CChar>, _ letters: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var start = unsafe name
    while true {
      var length = 0
      var isEqual = true
      while true {
        let letter = unsafe start[length]
        if letter == 0 { return isEqual && length == count }
        if letter == separator { break }
        isEqual =
          unsafe isEqual && length < count && UInt8(bitPattern: letter) == letters[length]
        length += 1
      }
      unsafe start += length + 1
    }
  }
}
