/// Writes Excel files by hand, sound ones and others.
struct TestWorkbook {
  /// The parts of the archive: name and content.
  var parts: [(name: String, bytes: [UInt8])] = []

  /// Whether parts are packed, if only as stored blocks of deflate.
  var isDeflated = false

  /// Creates a workbook of sheets.
  ///
  /// - Parameters:
  ///   - sheets: The names, and the content of each `sheetData` and what follows it.
  ///   - shared: Shared strings, as the content of each `si`.
  ///   - codes: Number formats of the styles 1, 2 …
  ///   - countsFrom1904: How days are counted.
  init(
    _ sheets: [(name: String, xml: String)], shared: [String] = [], codes: [String] = [],
    countsFrom1904: Bool = false
  ) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func add(_ name: String, _ xml: String) {
      parts.append((name, Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).utf8)))
    }
    add("[Content_Types].xml", "<Types/>")
    add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r\" Type=\"\(office)/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>")
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"\(countsFrom1904)\"/>"
        + "<sheets>"
        + sheets.enumerated().map {
          "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>"
        }.joined() + "</sheets></workbook>")
    add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)\">"
        + sheets.indices.map {
          "<Relationship Id=\"s\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\($0).xml\"/>"
        }.joined()
        + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "<Relationship Id=\"u\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
    )
    add(
      "xl/sharedStrings.xml",
      "<sst xmlns=\"\(main)\">" + shared.map { "<si>\($0)</si>" }.joined() + "</sst>")
    add(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><numFmts>"
        + codes.enumerated().map {
          "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>"
        }.joined() + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + codes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
        + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>")
    for (place, sheet) in sheets.enumerated() {
      add("xl/worksheets/s\(place).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>")
    }
  }

  /// Returns the XML of rows of texts.
  static func rows(_ rows: [[String]]) -> String {
    "<sheetData>"
      + rows.map { row in
        "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
      }.joined() + "</sheetData>"
  }

  /// The archive.
  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let packed = isDeflated ? Self.storedBlocks(content) : content
      let common =
        Self.little(isDeflated ? 8 : 0, 2) + Self.little(0, 4)
        + Self.little(Int(Self.checksum(content)), 4) + Self.little(packed.count, 4)
        + Self.little(content.count, 4) + Self.little(name.utf8.count, 2) + Self.little(0, 2)
      directory +=
        Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.little(20, 2) + Self.little(0, 2)
        + common + Self.little(0, 10) + Self.little(archive.count, 4) + Array(name.utf8)
      archive += Self.little(0x0403_4B50, 4) + Self.little(20, 2) + Self.little(0, 2) + common
      archive += Array(name.utf8) + packed
    }
    return archive + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4)
      + Self.little(parts.count, 2) + Self.little(parts.count, 2)
      + Self.little(directory.count, 4) + Self.little(archive.count, 4) + Self.little(0, 2)
  }

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  /// CRC-32, bit by bit as its definition says.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum: UInt32 = .max
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~checksum
  }

  /// Deflate without compression.
  private static func storedBlocks(_ bytes: [UInt8]) -> [UInt8] {
    var blocks: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      blocks += [end == bytes.count ? 1 : 0] + little(end - start, 2) + little(~(end - start), 2)
      blocks += bytes[start..<end]
      start = end
    } while start < bytes.count
    return blocks
  }
}
