internal import CExpat
internal import NetworkData

/// What expat tells while it reads; it hands back the ``XMLFile`` that was set as its user data.
enum XMLCallbacks {
  /// Makes expat tell of elements and of what is refused; of text it is told to tell when it is wanted.
  static func set(for parser: XML_Parser) {
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name, let attributes = unsafe attributes
        else { return }
        unsafe data.assumingMemoryBound(to: XMLFile.self).pointee.begin(name, attributes)
      },
      { data, _ in
        guard let data = unsafe data else { return }
        unsafe data.assumingMemoryBound(to: XMLFile.self).pointee.end()
      })
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, system, _, hasDeclarations in
      guard let data = unsafe data else { return }
      let isElsewhere = unsafe system != nil
      unsafe data.assumingMemoryBound(to: XMLFile.self).pointee.beginDocumentType(
        isElsewhere: isElsewhere, hasDeclarations: hasDeclarations != 0)
    }
    unsafe XML_SetSkippedEntityHandler(parser) { data, name, _ in
      guard let data = unsafe data, let name = unsafe name else { return }
      let entity = unsafe FileProblem.quoted(String(cString: name))
      unsafe data.assumingMemoryBound(to: XMLFile.self).pointee.stop(
        Phrase("the entity \(entity) is not known", "\(entity) という実体参照は使えません"),
        advice: Phrase("write the character itself", "文字をそのまま書いてください"))
    }
  }

  /// Makes expat tell of text, or pass over it without a call.
  static func setText(_ isWanted: Bool, for parser: XML_Parser) {
    guard isWanted else { return unsafe XML_SetCharacterDataHandler(parser, nil) }
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data = unsafe data, let text = unsafe text else { return }
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe data.assumingMemoryBound(to: XMLFile.self).pointee.hear(
        bytes.assumingMemoryBound(to: UInt8.self))
    }
  }
}

extension XMLFile {
  /// The line of what expat tells of.
  private mutating func line() -> Int {
    lines.line(at: start + Int(unsafe XML_GetCurrentByteIndex(parser)))
  }

  fileprivate mutating func begin(
    _ name: UnsafePointer<XML_Char>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
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
    unsafe names.learn(name, at: depth)
    let element = unsafe XMLElement(
      names.name(at: depth), isOwn: names.isOwn(at: depth), line: line(), attributes)
    do throws(FileProblem) {
      try listener.begin(element)
    } catch {
      stop(error)
    }
    listen()
  }

  fileprivate mutating func end() {
    // Well-formed: the name is that of the start tag.
    let ended = depth
    depth -= 1
    guard !isStopped else { return }
    do throws(FileProblem) {
      try listener.end(names.name(at: ended), isOwn: names.isOwn(at: ended), line: line())
    } catch {
      stop(error)
    }
    listen()
  }

  /// Is told of text only while it is wanted: most of it are the blanks between tags.
  private mutating func listen() {
    guard listener.isListening != isHearing else { return }
    isHearing.toggle()
    unsafe XMLCallbacks.setText(isHearing, for: parser)
  }

  fileprivate mutating func hear(_ piece: UnsafeBufferPointer<UInt8>) {
    if !isStopped { unsafe listener.hear(piece) }
  }

  private mutating func stop(_ problem: FileProblem) {
    self.problem = problem
    isStopped = true
    unsafe _ = XML_StopParser(parser, XML_Bool(0))
  }

  fileprivate mutating func stop(_ words: Phrase, advice: Phrase) {
    if !isStopped { stop(FileProblem(file.path, line: line(), words, advice: advice)) }
  }

  fileprivate mutating func beginDocumentType(isElsewhere: Bool, hasDeclarations: Bool) {
    namesOtherFile = isElsewhere
    if hasDeclarations {
      stop(
        Phrase(
          "DTD or entity declarations are not allowed, and external entities are not allowed",
          "DTD や実体（外部のものを含む）の宣言は使えません"),
        advice: Phrase("remove the part in [ ] behind DOCTYPE", "DOCTYPE の後の [ ] の部分を削除してください"))
    }
  }
}
