internal import CExpat
internal import NetworkData

/// Reads XML by expat, which checks that it is well-formed.
///
/// Nothing but the file is read: a document type with declarations of its own, and so every entity,
/// is refused, and one that names another file is ignored without opening it. Depth is bounded.
@safe
struct XMLFile {
  let file: FileBytes
  nonisolated(unsafe) let parser: XML_Parser
  let depthLimit: Int
  var listener: any XMLListener
  var lines: XMLLines
  var names = XMLNames()
  /// How many elements are open.
  var depth = 0
  var problem: FileProblem?
  /// Where the first byte lies that expat is given.
  let start: Int
  /// Whether expat tells of text.
  var isHearing = false
  /// Whether reading has come to an end before that of the file.
  var isStopped = false
  /// Whether the file names a document type in another file, which was not opened.
  var namesOtherFile = false

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file, in UTF-8.
  ///   - limits: Bounds.
  ///   - listener: Is told what stands in it.
  /// - Returns: What the user should know.
  /// - Throws: ``FileProblem`` if the file is not well-formed, or what the listener throws.
  /// - Complexity: O(bytes); memory O(depth + longest tag).
  static func read<Listener: XMLListener>(
    _ file: FileBytes, limits: ReadingLimits, to listener: inout Listener
  ) throws(FileProblem) -> [Phrase] {
    let start = try Encoding.checkedStart(of: file)
    guard
      let parser = unsafe XML_ParserCreateNS("UTF-8", XML_Char(XMLElement.separator))
    else {
      throw FileProblem(file.path, Phrase("expat does not start", "expat を初期化できません"))
    }
    defer { unsafe XML_ParserFree(parser) }
    let hearer = listener
    let (heard, namesOtherFile) = try file.withSpan { bytes throws(FileProblem) in
      var reading = unsafe XMLFile(file, limits, hearer, parser, bytes, start)
      try reading.parse(bytes, from: start)
      return (reading.listener as? Listener, reading.namesOtherFile)
    }
    if let heard { listener = heard }
    guard namesOtherFile else { return [] }
    return [
      Phrase(
        "\(file.path): the file names a DTD elsewhere, which is not opened",
        "\(file.path)：外部の DTD を参照していますが、読みに行きません")
    ]
  }

  private init(
    _ file: FileBytes, _ limits: ReadingLimits, _ listener: any XMLListener, _ parser: XML_Parser,
    _ bytes: Span<UInt8>, _ start: Int
  ) {
    self.file = file
    depthLimit = limits.depth
    self.start = start
    self.listener = listener
    unsafe self.parser = parser
    lines = unsafe bytes.withUnsafeBytes { unsafe XMLLines($0, from: start) }
  }

  private mutating func parse(_ bytes: Span<UInt8>, from start: Int) throws(FileProblem) {
    let parser = unsafe parser
    unsafe XMLCallbacks.set(for: parser)
    let status = unsafe withUnsafeMutablePointer(to: &self) { reading in
      unsafe XML_SetUserData(parser, reading)
      return unsafe bytes.withUnsafeBytes { buffer in
        // In one piece, so that no token is looked at twice; expat counts in 31 bits.
        var offset = start
        var status = XML_STATUS_OK
        while offset < buffer.count, status == XML_STATUS_OK {
          let share = min(buffer.count - offset, 1 << 30)
          let piece = unsafe buffer.baseAddress?.advanced(by: offset)
            .assumingMemoryBound(to: CChar.self)
          offset += share
          status = unsafe XML_Parse(parser, piece, Int32(share), offset == buffer.count ? 1 : 0)
        }
        return status
      }
    }
    if let problem { throw problem }
    if status != XML_STATUS_OK { throw malformed() }
  }
}
