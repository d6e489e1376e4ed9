internal import NetworkData

/// An Excel file: its sheets, and what their cells refer to.
///
/// Read are the values that were last computed; formulas are not run, and macros, links, images and
/// phonetic guides (ふりがな) are passed over.
struct Workbook {
  /// A sheet before it is read.
  private struct Place {
    var name: String
    var part: String
  }

  /// The file.
  var path: String { archive.file.path }

  /// The names of the sheets in order.
  var sheetNames: [String] { places.map(\.name) }

  private let archive: ZipArchive
  private let limits: ReadingLimits
  private var places: [Place] = []
  private var countsFrom1904 = false
  private var sharedTexts = TextColumn()
  private var formats: [CellFormat] = []

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` if it is no such file.
  init(_ file: FileBytes, limits: ReadingLimits) throws(FileProblem) {
    archive = try ZipArchive(file, limits: limits)
    self.limits = limits
    let start = try relations(of: "").first { $0.kind == "officeDocument" }?.part
    let book = start ?? "xl/workbook.xml"
    guard archive.holds(book) else {
      throw FileProblem(
        file.path, Phrase("holds no workbook", "Excel のブックではありません"),
        advice: Phrase("save it as .xlsx or as CSV", ".xlsx か CSV で保存してください"))
    }
    let parts = try relations(of: book)
    let outline = WorkbookOutline()
    try scan(book, outline)
    countsFrom1904 = outline.countsFrom1904
    for sheet in outline.sheets {
      // Charts and dialogs have relations of other kinds.
      if let part = parts.first(where: { $0.id == sheet.relation && $0.kind == "worksheet" }) {
        places.append(Place(name: sheet.name, part: part.part))
      }
    }
    if let part = parts.first(where: { $0.kind == "sharedStrings" })?.part, archive.holds(part) {
      let texts = SharedTexts()
      try scan(part, texts)
      sharedTexts = texts.texts
    }
    if let part = parts.first(where: { $0.kind == "styles" })?.part, archive.holds(part) {
      let styles = CellStyles()
      try scan(part, styles)
      formats = styles.formats
    }
  }

  /// Reads a sheet.
  ///
  /// - Parameter position: Its position in ``sheetNames``.
  /// - Returns: The sheet.
  /// - Throws: ``FileProblem`` if it is damaged or spread too wide.
  func sheet(_ position: Int) throws(FileProblem) -> Sheet {
    let place = places[position]
    let name = "\(path)[\(place.name)]"
    let cells = SheetCells(
      path: name, texts: sharedTexts, formats: formats, countsFrom1904: countsFrom1904)
    try scan(place.part, cells, as: name)
    return cells.sheet
  }

  private func scan(
    _ part: String, _ listener: any XMLListener, as name: String? = nil
  ) throws(FileProblem) {
    let unpacked = FileBytes(
      try archive.unpacked(part), path: name ?? "\(path)[\(part)]")
    var listener = listener
    _ = try XMLFile.read(unpacked, limits: limits, to: &listener)
  }

  /// Reads what a part refers to.
  private func relations(of part: String) throws(FileProblem) -> [PartRelations.Relation] {
    let cut = part.utf8.lastIndex(of: UInt8(ascii: "/")).map { part.utf8.index(after: $0) }
    let folder = String(part[..<(cut ?? part.startIndex)])
    let list = "\(folder)_rels/\(part[(cut ?? part.startIndex)...]).rels"
    guard archive.holds(list) else { return [] }
    let relations = PartRelations(folder: folder)
    try scan(list, relations)
    return relations.relations
  }
}
