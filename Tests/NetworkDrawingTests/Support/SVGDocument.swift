import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG read by an XML parser.
final class SVGDocument: NSObject, XMLParserDelegate {
  private(set) var viewBox: [Double] = []
  private(set) var titles: [String] = []
  private(set) var texts: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private var text = ""

  /// Nil when the document is not well-formed.
  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes attributeDict: [String: String]
  ) {
    elements.insert(name)
    attributes.formUnion(attributeDict.keys)
    text = ""
    if name == "svg" {
      viewBox = (attributeDict["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { titles.append(text) }
    if name == "text" { texts.append(text) }
  }
}
