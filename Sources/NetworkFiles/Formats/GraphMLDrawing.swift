/// What is taken from the drawing of a node or an edge, as yEd and yFiles put it into `data`:
/// labels, place and size, color and shape.
struct GraphMLDrawing {
  /// Columns and their texts.
  private(set) var cells: [(name: String, text: String)] = []

  /// Whether the text of a label is open.
  private(set) var isListening = false

  private var label: [UInt8] = []
  private var labels: [String] = []

  private static let labelNames: Set = ["NodeLabel", "EdgeLabel", "Label.Text"]

  mutating func begin(_ element: borrowing XMLElement) {
    switch element.name {
    case "NodeLabel", "EdgeLabel", "Label.Text":
      label.removeAll()
      isListening = true
    case "Label": element.text(of: "Text").map { labels.append($0) }
    case "Geometry", "RectD":
      for (name, value) in element.attributes {
        take(name.lowercased(), value, among: ["x", "y", "width", "height"])
      }
    case "Fill", "LineStyle":
      for (name, value) in element.attributes { take(name, value, among: ["color"]) }
    case "Shape":
      for (name, value) in element.attributes where name == "type" {
        take("shape", value, among: ["shape"])
      }
    default: break
    }
  }

  mutating func hear(_ piece: UnsafeBufferPointer<UInt8>) {
    unsafe label.append(contentsOf: piece)
  }

  mutating func end(_ name: String) {
    guard isListening, Self.labelNames.contains(name) else { return }
    isListening = false
    let text = Self.trimmed(label)
    if !text.isEmpty { labels.append(text) }
  }

  /// Returns all that was found, with the labels as one text.
  mutating func finish() -> [(name: String, text: String)] {
    let all = labels.isEmpty ? cells : [("label", labels.joined(separator: "\n"))] + cells
    self = GraphMLDrawing()
    return all
  }

  private mutating func take(_ name: String, _ value: ArraySlice<UInt8>, among names: [String]) {
    guard names.contains(name), !cells.contains(where: { $0.name == name }) else { return }
    cells.append((name, String(decoding: value, as: UTF8.self)))
  }

  /// A text without blanks and line ends around it.
  private static func trimmed(_ text: [UInt8]) -> String {
    func isSpace(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) || Ascii.endsLine(byte) }
    let front = text.drop(while: isSpace)
    let end = front.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? front.startIndex
    return String(decoding: front[..<end], as: UTF8.self)
  }
}
