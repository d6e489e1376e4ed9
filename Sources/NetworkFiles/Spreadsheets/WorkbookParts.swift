internal import NetworkData

/// The names of the sheets, and how days are counted.
final class WorkbookOutline: XMLListener {
  var isListening: Bool { false }
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var countsFrom1904 = false

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    switch element.name {
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(element.text(of: "date1904") ?? "")
    case "sheet": sheets.append((element.text(of: "name") ?? "", element.text(of: "id") ?? ""))
    default: break
    }
  }

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {}

  func hear(_ piece: UnsafeBufferPointer<UInt8>) {}
}

/// What a part of the archive refers to.
final class PartRelations: XMLListener {
  struct Relation {
    var id: String
    /// The last word of its type.
    var kind: String
    /// Where it lies in the archive.
    var part: String
  }

  var isListening: Bool { false }
  private(set) var relations: [Relation] = []
  private let folder: String

  init(folder: String) {
    self.folder = folder
  }

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    guard element.name == "Relationship", let target = element.text(of: "Target") else { return }
    relations.append(
      Relation(
        id: element.text(of: "Id") ?? "",
        kind: element.text(of: "Type")?.split(separator: "/").last.map(String.init) ?? "",
        part: target.hasPrefix("/") ? String(target.dropFirst()) : folder + target))
  }

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {}

  func hear(_ piece: UnsafeBufferPointer<UInt8>) {}
}

/// The texts that cells refer to by number.
final class SharedTexts: XMLListener {
  private(set) var texts = TextColumn()
  private var bytes: [UInt8] = []
  private(set) var isListening = false
  private var phoneticDepth = 0

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    switch element.name {
    case "si": bytes.removeAll(keepingCapacity: true)
    case "rPh": phoneticDepth += 1
    case "t": isListening = phoneticDepth == 0
    default: break
    }
  }

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
    switch name {
    case "si": texts.append(utf8: bytes)
    case "rPh": phoneticDepth -= 1
    case "t": isListening = false
    default: break
    }
  }

  func hear(_ piece: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(contentsOf: piece) }
}

/// What the numbers in cells of each style stand for.
final class CellStyles: XMLListener {
  var isListening: Bool { false }
  private(set) var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isWithinCells = false

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    switch element.name {
    case "numFmt":
      if let id = element.text(of: "numFmtId").flatMap({ Int($0) }),
        let code = element.text(of: "formatCode")
      {
        codes[id] = CellFormat(code: code)
      }
    case "cellXfs": isWithinCells = true
    case "xf" where isWithinCells:
      let id = element.text(of: "numFmtId").flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat.builtIn(id))
    default: break
    }
  }

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
    if name == "cellXfs" { isWithinCells = false }
  }

  func hear(_ piece: UnsafeBufferPointer<UInt8>) {}
}
