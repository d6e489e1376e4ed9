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
  /// The ids and the classes of the groups that have both, in the order of the document.
  private(set) var groups: [(id: String, classes: [String])] = []
  private(set) var links: [String] = []
  private(set) var descriptions: [String] = []
  /// Where texts begin or have their middle, with their sizes.
  private(set) var textPlaces: [(text: String, x: Double, y: Double, size: Double)] = []
  /// Points along the curve of each edge, by the edge's id; y is negative upwards.
  private(set) var paths: [String: [(x: Double, y: Double)]] = [:]

  private var text = ""
  private var group = ""
  private var place = (x: 0.0, y: 0.0, size: 0.0)

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
    if name == "g" {
      group = attributeDict["id"] ?? ""
      if let classes = attributeDict["class"] {
        groups.append((group, classes.split(separator: " ").map(String.init)))
      }
    }
    if name == "a", let link = attributeDict["xlink:href"] { links.append(link) }
    if name == "text" {
      func number(_ key: String) -> Double { Double(attributeDict[key] ?? "") ?? .nan }
      place = (number("x"), number("y"), number("font-size"))
    }
    if name == "path", group.hasPrefix("edge-"), let data = attributeDict["d"] {
      paths[group] = Self.points(data)
    }
    if name == "svg" {
      viewBox = (attributeDict["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    }
  }

  /// Points on a path of one cubic Bézier curve.
  private static func points(_ data: String) -> [(x: Double, y: Double)] {
    let numbers = data.split { "MC, ".contains($0) }.compactMap { Double($0) }
    guard numbers.count >= 8 else { return [] }
    return stride(from: 0, through: 1, by: 0.01).map { t in
      let u = 1 - t
      let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      func sum(_ first: Int) -> Double {
        weights.indices.reduce(0) { $0 + weights[$1] * numbers[2 * $1 + first] }
      }
      return (sum(0), sum(1))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { titles.append(text) }
    if name == "desc" { descriptions.append(text) }
    if name == "text" {
      texts.append(text)
      textPlaces.append((text, place.x, place.y, place.size))
    }
  }
}
