internal import NetworkData

/// What is told the elements of an XML file, in the order in which they stand.
protocol XMLListener {
  /// Whether text is wanted at the moment; asked again behind every tag.
  var isListening: Bool { get }

  /// Told of a start tag.
  mutating func begin(_ element: borrowing XMLElement) throws(FileProblem)

  /// Told of text, which may come in several pieces.
  mutating func hear(_ piece: UnsafeBufferPointer<UInt8>)

  /// Told of an end tag, in the line of which it stands.
  mutating func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem)
}
