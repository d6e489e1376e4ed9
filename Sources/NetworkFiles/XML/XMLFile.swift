internal import CExpat
internal import NetworkData

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What is told the elements of an XML file, in the order in which they stand.
protocol XMLListener: AnyObject {
  /// Whether text is wanted at the moment.
  var isListening: Bool { get }

  /// Told of a start tag.
  func begin(_ element: borrowing XMLElement) throws(FileProblem)

  /// Told of text, which may come in several pieces.
  func hear(_ piece: UnsafeBufferPointer<UInt8>)

  /// Told of an end tag, in the line of which it stands.
  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem)
}

/// Reads XML by expat, which checks that it is well-formed.
///
/// Nothing but the file is read: a document type with declarations of its own, and so every entity,
/// is refused, and one that names another file is ignored without opening it. Depth is bounded.
@safe
final class XMLFile {
  private let file: FileBytes
  private let depthLimit: Int
  private let listener: any XMLListener
  nonisolated(unsafe) private let parser: XML_Parser
  private var element = XMLElement()
  private var depth = 0
  private var problem: FileProblem?
  /// The vocabulary of the root element.
  private var ownNamespace: [UInt8]?
  /// The last name at each depth: most often it is the same again.
  private var names: [KnownName] = []
  /// Whether reading has come to an end before that of the file.
  private var isStopped = false
  /// Whether the file names a document type in another file, which was not opened.
  private(set) var namesOtherFile = false

  /// What stands between a namespace and a name: it is in no name.
  private static let separator = UInt8(ascii: " ")

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file, in UTF-8.
  ///   - limits: Bounds.
  ///   - listener: Is told what stands in it.
  /// - Returns: What the user should know.
  /// - Throws: ``FileProblem`` if the file is not well-formed, or what the listener throws.
  /// - Complexity: O(bytes); memory O(depth + longest tag).
  static func read(
    _ file: FileBytes, limits: ReadingLimits, to listener: any XMLListener
  ) throws(FileProblem) -> [Phrase] {
    let start = try Encoding.checkedStart(of: file)
    guard let parser = unsafe XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: separator)) else {
      throw FileProblem(file.path, Phrase("expat does not start", "expat を初期化できません"))
    }
    defer { unsafe XML_ParserFree(parser) }
    let reading = unsafe XMLFile(file, limits, listener, parser)
    try reading.parse(from: start)
    guard reading.namesOtherFile else { return [] }
    return [
      Phrase(
        "\(file.path): the file names a DTD elsewhere, which is not opened",
        "\(file.path)：外部の DTD を参照していますが、読みに行きません")
    ]
  }

  private init(
    _ file: FileBytes, _ limits: ReadingLimits, _ listener: any XMLListener, _ parser: XML_Parser
  ) {
    self.file = file
    depthLimit = limits.depth
    self.listener = listener
    unsafe self.parser = parser
  }

  private func parse(from start: Int) throws(FileProblem) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    setHandlers()
    let status = file.withSpan { bytes in
      unsafe bytes.withUnsafeBytes { buffer in
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

  private func malformed() -> FileProblem {
    let code = unsafe XML_GetErrorCode(parser)
    let offset = unsafe Int(XML_GetCurrentByteIndex(parser))
    let isAtEnd = offset >= file.count || offset < 0
    let line =
      isAtEnd
      ? file.line(at: file.count) : Int(unsafe XML_GetCurrentLineNumber(parser))
    switch code {
    case XML_ERROR_NO_ELEMENTS where depth == 0 && ownNamespace == nil:
      return FileProblem(
        file.path, line: 1, Phrase("no root element", "ルート要素がありません"),
        advice: Phrase("this is not an XML file, or it is cut short", "XML ファイルでないか、途中で切れています"))
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      return FileProblem(
        file.path, line: line,
        Phrase("unexpected end of file, line \(line)", "\(line)行目でファイルが途中で終わっています"),
        advice: Phrase("fetch or save the file again", "ファイルを取得し直すか、保存し直してください"))
    case XML_ERROR_INVALID_TOKEN where ownNamespace == nil && line == 1:
      return FileProblem(
        file.path, line: line, Phrase("not XML", "XML ではありません"),
        advice: Phrase("name the format: --input-format FORMAT", "--input-format で形式を指定してください"))
    case XML_ERROR_INVALID_TOKEN:
      return FileProblem(
        file.path, line: line,
        Phrase("invalid character or markup, line \(line)", "\(line)行目に XML として正しくない文字かタグがあります"),
        advice: Phrase("write & and < as &amp; and &lt;", "& と < は &amp; と &lt; と書いてください"))
    default:
      let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? ""
      return FileProblem(
        file.path, line: line,
        Phrase("not well-formed XML: \(reason)", "XML として正しくありません（\(reason)）"),
        advice: Phrase("mend the file, or save it again", "ファイルを直すか、保存し直してください"))
    }
  }

  // MARK: What expat tells

  private func setHandlers() {
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name else { return }
        unsafe XMLFile.of(data).begin(name, attributes)
      },
      { data, _ in
        guard let data = unsafe data else { return }
        unsafe XMLFile.of(data).end()
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data = unsafe data, let text = unsafe text else { return }
      let reading = unsafe XMLFile.of(data)
      guard !reading.isStopped, reading.listener.isListening else { return }
      unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        unsafe reading.listener.hear(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, system, _, hasDeclarations in
      guard let data = unsafe data else { return }
      let isElsewhere = unsafe system != nil
      unsafe XMLFile.of(data).beginDocumentType(
        isElsewhere: isElsewhere, hasDeclarations: hasDeclarations != 0)
    }
    unsafe XML_SetSkippedEntityHandler(parser) { data, name, _ in
      guard let data = unsafe data, let name = unsafe name else { return }
      let entity = unsafe String(cString: name)
      unsafe XMLFile.of(data).stop(
        Phrase(
          "the entity \(FileProblem.quoted(entity)) is not known",
          "\(FileProblem.quoted(entity)) という実体参照は使えません"),
        advice: Phrase("write the character itself", "文字をそのまま書いてください"))
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer) -> XMLFile {
    unsafe Unmanaged<XMLFile>.fromOpaque(data).takeUnretainedValue()
  }

  private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }

  private func begin(
    _ name: UnsafePointer<XML_Char>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard !isStopped else { return }
    depth += 1
    guard depth <= depthLimit else {
      stop(
        Phrase(
          "nesting too deep: more than \(depthLimit) levels", "入れ子が深すぎます（\(depthLimit)段を超えます）"),
        advice: Phrase(
          "if the file can be trusted, raise the limit: --limit depth=\(depthLimit * 4)",
          "信頼できるファイルなら、上限を上げてください：--limit depth=\(depthLimit * 4)"))
      return
    }
    unsafe learn(name, at: depth)
    element.begin(names[depth].name, isOwn: names[depth].isOwn, line: line)
    var next = unsafe attributes
    while let place = unsafe next, let name = unsafe place.pointee,
      let value = unsafe place[1]
    {
      unsafe element.add(name: Self.local(name), value: Self.buffer(value))
      unsafe next = place + 2
    }
    tell { () throws(FileProblem) in try listener.begin(element) }
  }

  private func end() {
    // Well-formed: the name is that of the start tag.
    let ended = depth
    depth -= 1
    guard !isStopped else { return }
    let (own, isOwn) = (names[ended].name, names[ended].isOwn)
    tell { () throws(FileProblem) in try listener.end(own, isOwn: isOwn, line: line) }
  }

  private func tell(_ work: () throws(FileProblem) -> Void) {
    do throws(FileProblem) {
      try work()
    } catch {
      problem = error
      isStopped = true
      unsafe _ = XML_StopParser(parser, XML_Bool(0))
    }
  }

  private func stop(_ words: Phrase, advice: Phrase) {
    guard !isStopped else { return }
    isStopped = true
    problem = FileProblem(file.path, line: line, words, advice: advice)
    unsafe _ = XML_StopParser(parser, XML_Bool(0))
  }

  private func beginDocumentType(isElsewhere: Bool, hasDeclarations: Bool) {
    namesOtherFile = isElsewhere
    if hasDeclarations {
      stop(
        Phrase(
          "DTD or entity declarations are not allowed, and external entities are not allowed",
          "DTD や実体（外部のものを含む）の宣言は使えません"),
        advice: Phrase("remove the part in [ ] behind DOCTYPE", "DOCTYPE の後の [ ] の部分を削除してください"))
    }
  }

  // MARK: Names

  /// A name as expat gives it, and what it means.
  private struct KnownName {
    var full: [UInt8] = []
    var name = ""
    var isOwn = false

    func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
      guard full.count == other.count else { return false }
      return unsafe full.withUnsafeBytes { known in
        guard let first = known.baseAddress, let second = other.baseAddress else {
          return true
        }
        return unsafe memcmp(first, second, other.count) == 0
      }
    }
  }

  /// Makes the name at a depth known, unless it is.
  private func learn(_ full: UnsafePointer<XML_Char>, at depth: Int) {
    let all = unsafe Self.buffer(full)
    while names.count <= depth { names.append(KnownName()) }
    if unsafe names[depth].isEqual(to: all) { return }
    let local = unsafe Self.local(full)
    let namespace = unsafe Array(all.dropLast(local.count))
    if ownNamespace == nil { ownNamespace = namespace }
    names[depth] = unsafe KnownName(
      full: Array(all), name: String(decoding: local, as: UTF8.self),
      isOwn: namespace == ownNamespace)
  }

  private static func buffer(_ text: UnsafePointer<XML_Char>) -> UnsafeBufferPointer<UInt8> {
    let count = unsafe strlen(text)
    return unsafe UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// A name without the namespace before it.
  private static func local(_ name: UnsafePointer<XML_Char>) -> UnsafeBufferPointer<UInt8> {
    let whole = unsafe buffer(name)
    guard let last = unsafe whole.lastIndex(of: separator) else { return unsafe whole }
    return unsafe UnsafeBufferPointer(rebasing: whole[(last + 1)...])
  }
}
