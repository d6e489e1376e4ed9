import NetworkData
import NetworkFiles
import Testing

/// Excel files: what cells hold, what sheets mean, and what is refused.
@Suite struct ExcelTests {
  private func read(
    _ workbook: TestWorkbook, _ options: NetworkFile.Options = .init()
  ) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    return try NetworkFile.read(folder.write(workbook.bytes, to: "net.xlsx"), options)
  }

  /// What keeps an Excel file from being read.
  private func refusal(of bytes: [UInt8], bytesLimit: Int? = nil) throws -> FileProblem {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "net.xlsx")
    var options = NetworkFile.Options()
    if let bytesLimit { options.limits.bytes = bytesLimit }
    do throws(FileProblem) {
      _ = try NetworkFile.read(path, options)
    } catch {
      expectJapanese(error)
      return error
    }
    throw FileProblem(path, Phrase("was read", "読めました"))
  }

  @Test(arguments: [false, true])
  func sheetsOfTheFolderFormatAreItsTables(isDeflated: Bool) throws {
    var workbook = TestWorkbook([
      ("Actors", TestWorkbook.rows([["id", "name_ja"], ["A", "安川電機"], ["B", ""]])),
      ("ties", TestWorkbook.rows([["source", "target", "kind"], ["A", "B", "business"]])),
    ])
    workbook.isDeflated = isDeflated
    let network = try read(workbook).network
    #expect(network.actors.nameJa(0) == "安川電機" && network.actors.nameJa(1) == "B")
    #expect(network.lines == ["A B"] && network.ties.kind(0) == .business)
  }

  /// Shared texts with formats and phonetic guides, formulas, truth values, numbers as typed.
  @Test func cellsAreReadAsTheyAreShown() throws {
    let cells = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="C1" t="str"><f>"x"</f><v>number</v></c><c r="D1" t="str"><v>truth</v></c></row>\
      <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="str"><f>A1</f><v>ろ</v></c>\
      <c r="C3"><v>0.30000000000000004</v></c><c r="D3" t="b"><v>1</v></c></row>\
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="inlineStr"><is><t>は</t></is></c>\
      <c r="C4"><v>42</v></c></row></sheetData>
      """
    let workbook = TestWorkbook(
      [("表", cells)],
      shared: [
        "<t>source</t>", "<r><t>tar</t></r><r><t>get</t></r>",
        "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>",
      ])
    let network = try read(workbook).network
    #expect(network.lines == ["東京 ろ", "東京 は"])
    #expect(Array(network.ties.attributes[0].values) == ["0.30000000000000004", "42"])
    #expect(Array(network.ties.attributes[1].values) == ["TRUE", ""])
  }

  /// Serial numbers of ECMA-376, 18.17.4.1, and of Microsoft's article on the 1904 date system.
  @Test(arguments: [
    (1.0, false, "yyyy-mm-dd", "1900-01-01"), (59, false, "yyyy/m/d", "1900-02-28"),
    (61, false, "m/d/yy", "1900-03-01"),
    (36_526, false, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "2000-01-01"),
    (45_383, false, "[$-411]ggge&quot;年&quot;m&quot;月&quot;", "2024-04"),
    (45_383, false, "yyyy", "2024"), (43_921, true, "yyyy-mm-dd", "2024-04-01"),
    (0, true, "yyyy-mm-dd", "1904-01-01"), (45_383, false, "0.00", "45383"),
    (60, false, "yyyy-mm-dd", "60"), (-3, false, "yyyy-mm-dd", "-3"),
    (45_383.4375, false, "yyyy-mm-dd h:mm", "2024-04-01 10:30"), (0.4375, false, "h:mm", "10:30"),
  ])
  func datesAreReadAsTheirFormatShowsThem(
    serial: Double, countsFrom1904: Bool, code: String, expected: String
  ) throws {
    let workbook = TestWorkbook(
      [
        (
          "t",
          "<sheetData><row><c t=\"str\"><v>source</v></c><c t=\"str\"><v>target</v></c>"
            + "<c t=\"str\"><v>day</v></c></row><row><c t=\"str\"><v>a</v></c>"
            + "<c t=\"str\"><v>b</v></c><c s=\"1\"><v>\(serial)</v></c></row></sheetData>"
        )
      ], codes: [code], countsFrom1904: countsFrom1904)
    #expect(Array(try read(workbook).network.ties.attributes[0].values) == [expected])
  }

  @Test func mergedCellsStandInEveryRow() throws {
    let rows = TestWorkbook.rows([["source", "target"], ["A", "B"], ["", "C"], ["D", "E"]])
    let workbook = TestWorkbook([
      (
        "t",
        rows
          + "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
      )
    ])
    #expect(try read(workbook).network.lines == ["A B", "A C", "D E"])
  }

  /// A header below a title, under other names; and a matrix.
  @Test func sheetsAreReadAsTheSameTablesInText() throws {
    let rows = TestWorkbook.rows([
      ["取引一覧", "", ""], ["発信元", "宛先", "件数"], ["A", "B", "3"], ["B", "C", "1"],
    ])
    let ties = try read(TestWorkbook([("一覧", rows)]))
    #expect(ties.network.pairs == ["A - B", "B - C"])
    #expect(ties.network.ties.strengths == [3, 1])
    #expect(ties.notes.contains { $0.english.contains("the header is line 2") })
    let cells = TestWorkbook.rows([
      ["", "山田", "鈴木"], ["山田", "0", "2"], ["鈴木", "2", ""],
    ])
    let matrix = try read(TestWorkbook([("メモ", TestWorkbook.rows([["x"]])), ("表", cells)]))
    #expect(matrix.network.pairs == ["山田 - 鈴木"])
    #expect(matrix.network.ties.strengths == [2])
    #expect(matrix.notes.contains { $0.english.contains("the others are not") })
  }

  @Test func sheetsWithoutTiesAreNamedWithTheirColumns() throws {
    let workbook = TestWorkbook([("会員", TestWorkbook.rows([["会社名", "氏名"]])), ("空", "")])
    let problem = try refusal(of: workbook.bytes)
    #expect(problem.problem.english.contains("\"会員\" has \"会社名\", \"氏名\""))
    #expect(problem.advice?.english.contains("knowwho import") ?? false)
  }

  @Test func damagedFilesAreRefused() throws {
    let good = TestWorkbook([("t", TestWorkbook.rows([["source", "target"], ["A", "B"]]))])
    let bytes = good.bytes
    #expect(try refusal(of: Array("not a zip".utf8)).problem.english.contains("no directory"))
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + bytes
    #expect(try refusal(of: old).problem.english.contains("password"))
    #expect(try refusal(of: Array(bytes.dropLast(200))).problem.english.contains("zip"))
    var sheet = good
    sheet.parts.removeLast()
    #expect(
      try refusal(of: sheet.bytes).problem.english.contains("\"xl/worksheets/s0.xml\" is missing"))
    sheet = good
    sheet.parts.removeAll { $0.name == "xl/workbook.xml" }
    #expect(try refusal(of: sheet.bytes).problem.english.contains("holds no workbook"))
    sheet = good
    sheet.parts.append(sheet.parts[0])
    #expect(try refusal(of: sheet.bytes).problem.english.contains("zip"))
    var flipped = bytes
    let place = try #require(flipped.firstRange(of: Array("target".utf8)))
    flipped[place.lowerBound] ^= 1
    #expect(try refusal(of: flipped).problem.english.contains("checksum"))
    #expect(try refusal(of: bytes, bytesLimit: 100).problem.english.contains("more than 100 bytes"))
  }

  @Test(arguments: [
    ("<sheetData><row r=\"0\"><c/></row></sheetData>", "row 0"),
    ("<sheetData><row r=\"2000000\"><c/></row></sheetData>", "row 2000000"),
    ("<sheetData><row><c r=\"ZZZZZ1\"/></row></sheetData>", "ZZZZZ1"),
    ("<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>", "row 1"),
    ("<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>", "text that is not there"),
    ("<sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData>", "text that is not there"),
    ("<sheetData><row></sheetData>", "XML"),
    (String(repeating: "<a>", count: 300), "nesting"),
  ])
  func hostileSheetsAreRefused(xml: String, words: String) throws {
    let problem = try refusal(of: TestWorkbook([("t", xml)]).bytes)
    #expect(problem.problem.english.contains(words), "\(problem)")
  }

  /// A thousand rows and one cell in the last column would be 16 million cells.
  @Test func farCellsDoNotMakeWideSheets() throws {
    let rows = (1...1000).map { "<row r=\"\($0)\"><c t=\"str\"><v>x</v></c></row>" }.joined()
    let far = "<row r=\"1001\"><c r=\"XFD1001\" t=\"str\"><v>x</v></c></row>"
    let workbook = TestWorkbook([("t", "<sheetData>" + rows + far + "</sheetData>")])
    #expect(try refusal(of: workbook.bytes).problem.english.contains("16384 columns wide"))
  }

  /// A file in which bytes are changed is read or refused, and never more.
  @Test func changedFilesAreReadOrRefused() throws {
    let good = TestWorkbook(
      [("t", TestWorkbook.rows([["source", "target"], ["A", "B"]]))], shared: ["<t>x</t>"],
      codes: ["yyyy"]
    ).bytes
    try Mutator(seed: 7).forEach(of: good, count: 300) { bytes in
      let folder = try TemporaryFolder()
      let path = try folder.write(bytes, to: "net.xlsx")
      if let problem = problem(reading: path) { #expect(problem.description.utf8.count < 2000) }
    }
  }
}
