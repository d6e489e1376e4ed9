internal import CExpat
internal import NetworkData

extension XMLFile {
  /// The problem of a file that expat refuses.
  func malformed() -> FileProblem {
    let code = unsafe XML_GetErrorCode(parser)
    let offset = unsafe Int(XML_GetCurrentByteIndex(parser))
    let isAtEnd = offset >= file.count || offset < 0
    let line =
      isAtEnd
      ? file.line(at: file.count) : Int(unsafe XML_GetCurrentLineNumber(parser))
    switch code {
    case XML_ERROR_NO_ELEMENTS where depth == 0 && !names.hasRoot:
      return FileProblem(
        file.path, line: 1, Phrase("no root element", "ルート要素がありません"),
        advice: Phrase("this is not an XML file, or it is cut short", "XML ファイルでないか、途中で切れています"))
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      return FileProblem(
        file.path, line: line,
        Phrase("unexpected end of file, line \(line)", "\(line)行目でファイルが途中で終わっています"),
        advice: Phrase("fetch or save the file again", "ファイルを取得し直すか、保存し直してください"))
    case XML_ERROR_INVALID_TOKEN where !names.hasRoot && line == 1:
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
}
