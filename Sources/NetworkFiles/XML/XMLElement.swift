/// An element of an XML file as its start tag gives it.
struct XMLElement {
  /// Its name without a prefix.
  fileprivate(set) var name = ""

  /// Whether it belongs to the same vocabulary as the root element.
  fileprivate(set) var isOwn = true

  /// The line on which its tag begins, counted from 1.
  fileprivate(set) var line = 1

  /// Names and values of the attributes, one after the other.
  private var texts: [UInt8] = []

  /// Where each name ends, and each value.
  private var ends: [(name: Int, value: Int)] = []

  /// Returns the value of an attribute.
  ///
  /// - Parameter name: Its name, of ASCII letters, without a prefix.
  /// - Returns: The bytes without a copy; nil where it is absent.
  func value(of name: StaticString) -> ArraySlice<UInt8>? {
    var start = 0
    for end in ends {
      if end.name - start == name.utf8CodeUnitCount, isEqual(texts[start..<end.name], name) {
        return texts[end.name..<end.value]
      }
      start = end.value
    }
    return nil
  }

  /// Returns the value of an attribute as text.
  ///
  /// - Parameter name: Its name.
  /// - Returns: The text; nil where it is absent.
  func text(of name: StaticString) -> String? {
    value(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of attributes.
  var attributeCount: Int { ends.count }

  /// The attributes in the order in which they stand.
  var attributes: [(name: String, value: ArraySlice<UInt8>)] {
    var start = 0
    return ends.map { end in
      defer { start = end.value }
      return (
        String(decoding: texts[start..<end.name], as: UTF8.self), texts[end.name..<end.value]
      )
    }
  }

  private func isEqual(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { letters in unsafe bytes.elementsEqual(letters) }
  }

  // MARK: Filling

  mutating func begin(_ name: String, isOwn: Bool, line: Int) {
    self.name = name
    self.isOwn = isOwn
    self.line = line
    texts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func add(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    unsafe texts.append(contentsOf: name)
    let middle = texts.count
    unsafe texts.append(contentsOf: value)
    ends.append((middle, texts.count))
  }
}
