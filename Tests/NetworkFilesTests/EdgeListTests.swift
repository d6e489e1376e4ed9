import GraphStructure
import NetworkData
import NetworkFiles
import Testing

@Suite struct EdgeListTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var file = "list.txt"
    var text: String
    /// Source, target and strength of every tie.
    var lines: [String]
    /// The ids in the order of the actors: numbers by size, words by first appearance.
    var ids: [String]

    init(
      _ name: String, file: String = "list.txt", _ text: String, _ lines: [String], ids: [String]
    ) {
      (testDescription, self.file, self.text) = (name, file, text)
      (self.lines, self.ids) = (lines, ids)
    }
  }

  static let cases: [Case] = [
    Case("blanks", "B A\nA C\n", ["B A", "A C"], ids: ["B", "A", "C"]),
    Case("runs of blanks", "  B   A  \n\tA \t C\n", ["B A", "A C"], ids: ["B", "A", "C"]),
    Case("tabs", file: "l.tsv", "B\tA b\nA b\tC\n", ["B A b", "A b C"], ids: ["B", "A b", "C"]),
    Case("commas", file: "l.csv", "B,A\nA,C\n", ["B A", "A C"], ids: ["B", "A", "C"]),
    Case(
      "semicolons", file: "l.csv", "B;A;2\nA;C;3\n", ["B A 2.0", "A C 3.0"], ids: ["B", "A", "C"]),
    Case("commas in a .txt", "B,A\nA,C\n", ["B A", "A C"], ids: ["B", "A", "C"]),
    Case(
      "strengths", "A B 2\nB C 0.5\nC A 1e3\n", ["A B 2.0", "B C 0.5", "C A 1000.0"],
      ids: ["A", "B", "C"]),
    Case(
      "missing strengths", file: "l.csv", "A,B,2\nB,C,\n", ["A B 2.0", "B C -"],
      ids: ["A", "B", "C"]),
    Case("numbers by size", "10 9\n9 2\n", ["10 9", "9 2"], ids: ["2", "9", "10"]),
    Case(
      "zero and sparse numbers", "4294967294 0\n7 4294967294\n",
      ["4294967294 0", "7 4294967294"], ids: ["0", "7", "4294967294"]),
    Case(
      "numbers with gaps", "0 1\n64 63\n130 1\n", ["0 1", "64 63", "130 1"],
      ids: ["0", "1", "63", "64", "130"]),
    Case(
      "numbers past 32 bits are words", "4294967295 1\n3 99999999999999999999\n",
      ["4294967295 1", "3 99999999999999999999"],
      ids: ["4294967295", "1", "3", "99999999999999999999"]),
    Case("007 is not 7", "007 7\n7 8\n", ["007 7", "7 8"], ids: ["007", "7", "8"]),
    Case("one word makes all words", "10 9\n9 A\n", ["10 9", "9 A"], ids: ["10", "9", "A"]),
    Case("signs are no plain numbers", "-1 +1\n", ["-1 +1"], ids: ["-1", "+1"]),
    Case(
      "comments", "# a\n% b\n  # c\n1 2\n#3 4\n % 5 6\n2 3\n", ["1 2", "2 3"],
      ids: ["1", "2", "3"]),
    Case("blank lines", "\n \n1 2\n\n\t\n2 3\n\n", ["1 2", "2 3"], ids: ["1", "2", "3"]),
    Case("no final newline", "1 2\n2 3", ["1 2", "2 3"], ids: ["1", "2", "3"]),
    Case("CR", "1 2\r2 3\r", ["1 2", "2 3"], ids: ["1", "2", "3"]),
    Case("CRLF", "1 2\r\n2 3\r\n", ["1 2", "2 3"], ids: ["1", "2", "3"]),
    Case(
      "mixed line ends", "1 2\r\n2 3\r3 4\n\r\n4 5", ["1 2", "2 3", "3 4", "4 5"],
      ids: ["1", "2", "3", "4", "5"]),
    Case("byte order mark", "\u{FEFF}1 2\n", ["1 2"], ids: ["1", "2"]),
    Case("header", file: "l.csv", "source,target\nB,A\n", ["B A"], ids: ["B", "A"]),
    Case(
      "mark and header", file: "l.csv", "\u{FEFF}source,target\nB,A\n", ["B A"], ids: ["B", "A"]),
    Case(
      "header synonyms", file: "l.csv", "From,TO,Weight\nB,A,2\n", ["B A 2.0"], ids: ["B", "A"]),
    Case(
      "header turned round", file: "l.csv", "strength,target,source\n2,B,A\n", ["A B 2.0"],
      ids: ["A", "B"]),
    Case("words above numbers", "one two\n1 2\n3 1\n", ["1 2", "3 1"], ids: ["1", "2", "3"]),
    Case(
      "words above words", "one two\na b\n", ["one two", "a b"], ids: ["one", "two", "a", "b"]),
    Case(
      "words above numbers and a word", "one two\n1 2\na 3\n", ["one two", "1 2", "a 3"],
      ids: ["one", "two", "1", "2", "a", "3"]),
    Case(
      "ids like comments below a header", file: "l.csv", "source,target\n#1,%2\n", ["#1 %2"],
      ids: ["#1", "%2"]),
    Case(
      "quotes", file: "l.csv", "source,target\n\"A\",\"B \"\"x\"\"\"\n", ["A B \"x\""],
      ids: ["A", "B \"x\""]),
    Case(
      "separators in quotes", file: "l.csv", "source,target\nC,D\n\"A, Inc.\",B\n",
      ["C D", "A, Inc. B"], ids: ["C", "D", "A, Inc.", "B"]),
    Case(
      "line ends in quotes", file: "l.csv", "source,target,strength\n\"A\n1\",B,2\n",
      ["A\n1 B 2.0"], ids: ["A\n1", "B"]),
    Case(
      "quoted numbers", file: "l.csv", "\"source\",\"target\",\"strength\"\n\"1\",\"2\",\"0.5\"\n",
      ["1 2 0.5"], ids: ["1", "2"]),
    Case(
      "a header that names more", file: "l.csv", "kind,source,target,year\nx,A,B,1990\n", ["A B"],
      ids: ["A", "B"]),
    Case(
      "more columns behind comments", "% a\n # b\nsource target kind\nA B x\n", ["A B"],
      ids: ["A", "B"]),
    Case(
      "more columns and runs of blanks", "source  target  kind\nA    B  x \n  C  D  y\n",
      ["A B", "C D"], ids: ["A", "B", "C", "D"]),
    Case("Japanese", "折尾 門司\n門司 小倉\n", ["折尾 門司", "門司 小倉"], ids: ["折尾", "門司", "小倉"]),
    Case("two spellings of one look", "か\u{3099} が\n", ["か\u{3099} が"], ids: ["か\u{3099}", "が"]),
  ]

  @Test(arguments: cases)
  func isRead(_ given: Case) throws {
    let folder = try TemporaryFolder()
    let network = try Network(contentsOf: try folder.write(given.text, to: given.file))
    #expect(network.lines == given.lines)
    // By bytes: strings would take two spellings of one look for equal.
    #expect(network.actors.ids == TextColumn(given.ids))
    #expect(network.ties.directions == .all(isDirected: false))
  }

  @Test func directedIfAsked() throws {
    let folder = try TemporaryFolder()
    for text in ["A B\n", "\"source\",target,kind\nA,B,x\n"] {
      let path = try folder.write(text, to: text.hasPrefix("A") ? "l.txt" : "l.csv")
      #expect(try Network(contentsOf: path, isDirected: true).ties.isDirected(0))
    }
  }

  @Test func furtherColumnsAreThoseOfTheFolder() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "source,target,kind,began_from,colour\nA,B,business,1990,red\n", to: "l.csv")
    let ties = try Network(contentsOf: path).ties
    #expect(ties.kind(0) == .business)
    #expect(ties.dates.beganFrom == [PartialDate("1990")])
    #expect(ties.attributes == [Attribute(name: "colour", values: TextColumn(["red"]))])
  }

  @Test func aHeaderAloneIsAnEmptyNetworkWithANote() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("a.csv", "source,target\n"), ("b.csv", "source,target,kind\n")] {
      let reading = try NetworkFile.read(try folder.write(text, to: name))
      #expect(reading.network.actors.count == 0)
      #expect(reading.network.ties.count == 0)
      #expect(reading.notes.count == 1)
      #expect(reading.notes.first?.english.contains("no ties") == true)
    }
  }

  /// Ids stay as they are, and the user hears of those that cannot be told apart by eye.
  @Test(
    arguments: [
      ("か\u{3099} が\n", ["look the same"]), ("A\u{202E} B\u{200B}\n", ["\\u{202e}", "1 more"]),
      ("が か\n", []), ("A B\n", []), ("ｶﾞ ガ\n", ["width"]), ("Ａ A\n", ["width"]), ("Ａ B\n", []),
    ] as [(String, [String])])
  func idsThatCannotBeToldApart(text: String, words: [String]) throws {
    let folder = try TemporaryFolder()
    let reading = try NetworkFile.read(try folder.write(text, to: "l.txt"))
    #expect(reading.network.actors.count == 2)
    #expect(reading.notes.isEmpty == words.isEmpty)
    for word in words {
      #expect(reading.notes.map(\.english).joined().contains(word), "\(reading.notes)")
    }
    _ = try NetworkFile.write(reading.network, to: folder["net"])
    #expect(try NetworkFile.read(folder["net"]).notes.isEmpty == words.isEmpty)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var file: String
    var text: String
    var line: Int
    var found: [String]

    init(
      _ name: String, file: String = "list.txt", _ text: String, line: Int, _ found: String...
    ) {
      (testDescription, self.file, self.text) = (name, file, text)
      (self.line, self.found) = (line, found)
    }
  }

  static let bad: [Bad] = [
    Bad("empty", "", line: 1, "empty file"),
    Bad("comments only", "# a\n# b\n", line: 1, "no lines with ties"),
    Bad("one id", "A\n", line: 1, "two ids"),
    Bad("ragged", "A B\nB C\nC\n", line: 3, "expected 2 fields", "found 1"),
    Bad("ragged among numbers", "1 2\n\n2 3 4\n", line: 3, "expected 2 fields", "found 3"),
    Bad("ragged table", file: "l.csv", "source,target,kind\nA,B\n", line: 2, "found 2"),
    Bad("strength in words", "A B 1\nB C x\n", line: 2, "strength \"x\" is not a finite number"),
    Bad("strength not finite", "1 2 1\n2 3 1e999\n", line: 2, "\"1e999\" is not a finite number"),
    Bad("hexadecimal strength", "1 2 1\n2 3 0x10\n", line: 2, "\"0x10\" is not a finite number"),
    Bad("negative strength", "1 2 1\r\n2 3 -0.5\r\n", line: 2, "\"-0.5\"", "negative"),
    Bad("third field is a word", "A B x\nB C y\n", line: 1, "\"x\"", "not a number"),
    Bad("four fields", "# x\nA B 1 2\n", line: 2, "4 fields", "header"),
    Bad(
      "no source", file: "l.csv", "id,target\nA,B\n", line: 1, "\"source\" not found", "id, target"),
    Bad("no target", file: "l.csv", "# x\nsource,goal\nA,B\n", line: 2, "\"target\" not found"),
    Bad("strenght", file: "l.csv", "# x\nsource,target,strenght\nA,B,1\n", line: 2, "\"strenght\""),
    Bad(
      "column twice", file: "l.csv", "source,target,weight,strength\nA,B,1,1\n", line: 1, "twice"),
    Bad(
      "no target in a row", file: "l.csv", "source,target\nA,B\nA,\n", line: 3, "target is empty"),
    Bad(
      "no source in a row", file: "l.csv", "source,target\n1,2\n,3\n", line: 3, "source is empty"),
    Bad("quotes without a header", file: "l.csv", "# x\n\"A\",\"B\"\n", line: 2, "header"),
    Bad("unclosed quote", file: "l.csv", "source,target\nA,B\nB,\"C\nD,E\n", line: 3, "not closed"),
    Bad("NUL", "A B\nA \u{0}C\n", line: 2, "NUL"),
    Bad("NUL in the first line", "\u{0}A B\n", line: 1, "NUL"),
    Bad("bad date", file: "l.csv", "source,target,began_to\nA,B,now\n", line: 2, "\"now\""),
  ]

  @Test(arguments: bad)
  func isRefused(_ given: Bad) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(given.text, to: given.file)
    let found = try #require(problem(reading: path))
    #expect(found.path == path)
    #expect(found.line == given.line, "\(found)")
    for words in given.found { #expect(found.problem.english.contains(words), "\(found)") }
    #expect(found.advice?.english.isEmpty == false, "\(found)")
  }

  @Test(arguments: [[0xFF], [0xE3, 0x81], [0xC0, 0xAF], [0xED, 0xB0, 0x80]] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("A B\nB C".utf8) + bytes + Array("\nC D\n".utf8), to: "l.el")
    let found = try #require(problem(reading: path))
    #expect(found.line == 2)
    #expect(found.problem.english.contains("invalid UTF-8 at byte 4"))
  }
}
