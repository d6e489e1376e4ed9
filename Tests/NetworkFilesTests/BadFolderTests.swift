import NetworkData
import NetworkFiles
import Testing

/// Everything that can be wrong with a network folder: file, line, what was found, what to do.
@Suite struct BadFolderTests {
  /// What to write, and what the problem must say.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var actors = "id\nA\nB\n"
    var ties = "source,target\nA,B\n"
    var yaml: String?
    var file = "ties.csv"
    var line: Int?
    var found: [String]
    var advice: [String]

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "no source", ties: "target,kind\nB,x\n", line: 1,
      found: ["column \"source\" not found", "target, kind"], advice: ["source", "target"]),
    Case(
      name: "no target", ties: "source,goal\nA,B\n", line: 1,
      found: ["column \"target\" not found", "source, goal"], advice: ["target"]),
    Case(
      name: "no id", actors: "name,kind\nA,firm\n", file: "actors.csv", line: 1,
      found: ["column \"id\" not found", "name, kind"], advice: ["id"]),
    Case(
      name: "misspelt strength", ties: "source,target,strenght\nA,B,1\n", line: 1,
      found: ["\"strenght\""], advice: ["\"strength\""]),
    Case(
      name: "letter case", ties: "Source,target\nA,B\n", line: 1, found: ["\"Source\""],
      advice: ["\"source\""]),
    Case(
      name: "letter case beside the right one", ties: "source,target,SOURCE\nA,B,x\n", line: 1,
      found: ["\"SOURCE\""], advice: ["\"source\""]),
    Case(
      name: "one letter too many", ties: "source,target,began_fromm\nA,B,1990\n", line: 1,
      found: ["\"began_fromm\""], advice: ["\"began_from\""]),
    Case(
      name: "misspelt actor column", actors: "id,nmae\nA,x\nB,y\n", file: "actors.csv", line: 1,
      found: ["\"nmae\""], advice: ["\"name\""]),
    Case(
      name: "header below a comment", ties: "# made up\n\nsource,target,strenght\nA,B,1\n", line: 3,
      found: ["\"strenght\""], advice: ["\"strength\""]),
    Case(
      name: "missing column below a comment", ties: "# made up\nsource\nA\n", line: 2,
      found: ["column \"target\" not found"], advice: ["target"]),
    Case(
      name: "duplicate header", ties: "source,target,note,note\nA,B,1,2\n", line: 1,
      found: ["column \"note\" appears twice"], advice: ["rename"]),
    Case(
      name: "duplicate header below a comment", ties: "# x\nsource,target,note,note\nA,B,1,2\n",
      line: 2, found: ["column \"note\" appears twice"], advice: ["rename"]),
    Case(
      name: "unknown actor", actors: "id\nTechnomix\nB\n", ties: "source,target\nB,Tecnomix\n",
      line: 2, found: ["unknown actor \"Tecnomix\"", "target"],
      advice: ["\"Technomix\"", "actors.csv"]),
    Case(
      name: "unknown source", ties: "source,target\n\nA,B\nZzzzzz,A\n", line: 4,
      found: ["unknown actor \"Zzzzzz\"", "source"], advice: ["actors.csv"]),
    Case(
      name: "unknown carrier", ties: "source,target,through\nA,B,\nA,B,Carol\n", line: 3,
      found: ["unknown actor \"Carol\"", "through"], advice: ["actors.csv"]),
    Case(
      name: "empty end", ties: "source,target\nA,\n", line: 2, found: ["target is empty"],
      advice: ["actor"]),
    Case(
      name: "duplicate id", actors: "id\nA\nB\nA\n", file: "actors.csv", line: 4,
      found: ["duplicate id \"A\"", "line 2"], advice: ["id"]),
    Case(
      name: "empty id", actors: "id,name\nA,x\n,y\n", file: "actors.csv", line: 3,
      found: ["id is empty"], advice: ["id"]),
    Case(
      name: "no such date", ties: "source,target,began_to\nA,B,1992-02-30\n", line: 2,
      found: ["began_to", "\"1992-02-30\"", "not a date"], advice: ["1992-04"]),
    Case(
      name: "words for a date", ties: "source,target,ended_from\nA,B,\nA,B,summer\n", line: 3,
      found: ["ended_from", "\"summer\""], advice: ["1992"]),
    Case(
      name: "end before start", ties: "source,target,began_from,ended_to\nA,B,1992,1991\n", line: 2,
      found: ["ends before it starts", "1992", "1991"], advice: ["dates"]),
    Case(
      name: "starts crossed", ties: "source,target,began_from,began_to\nA,B,1992-05,1992-04\n",
      line: 2, found: ["began_from is after began_to", "1992-05", "1992-04"], advice: ["dates"]),
    Case(
      name: "ends crossed", ties: "source,target,ended_from,ended_to\nA,B,1993,1992-12-31\n",
      line: 2, found: ["ended_from is after ended_to"], advice: ["dates"]),
    Case(
      name: "negative strength", ties: "source,target,strength\nA,B,2\nA,B,-1\n", line: 3,
      found: ["strength", "\"-1\""], advice: ["0 or more"]),
    Case(
      name: "strength in words", ties: "source,target,strength\nA,B,strong\n", line: 2,
      found: ["strength \"strong\" is not a finite number"], advice: ["0 or more"]),
    Case(
      name: "strength not finite", ties: "source,target,strength\nA,B,inf\n", line: 2,
      found: ["strength \"inf\" is not a finite number"], advice: ["0 or more"]),
    Case(
      name: "distance zero", ties: "source,target,distance\nA,B,0\n", line: 2,
      found: ["distance", "\"0\""], advice: ["above 0"]),
    Case(
      name: "direction", ties: "source,target,direction\nA,B,both\n", line: 2,
      found: ["direction \"both\""], advice: ["directed or undirected"]),
    Case(
      name: "evidence", ties: "source,target,evidence\nA,B,guessed\n", line: 2,
      found: ["evidence \"guessed\""], advice: ["stated, inferred or assumed"]),
    Case(
      name: "too few cells", ties: "source,target,note\nA,B,x\nA,B\n", line: 3,
      found: ["expected 3 cells", "found 2"], advice: ["quotes"]),
    Case(
      name: "too many cells", actors: "id,name\nA,x,y\n", file: "actors.csv", line: 2,
      found: ["expected 2 cells", "found 3"], advice: ["quotes"]),
    Case(
      name: "unclosed quote", ties: "source,target\nA,B\nA,\"B\n", line: 3,
      found: ["quote opened at line 3 is not closed"], advice: ["close it"]),
    Case(
      name: "text after a quote", ties: "source,target\nA,\"B\"x\n", line: 2,
      found: ["text after a closing quote"], advice: ["twice"]),
    Case(
      name: "line after a cell of two lines",
      ties: "source,target,note\nA,B,\"two\r\nlines\"\nA,X,\n", line: 4,
      found: ["unknown actor \"X\""], advice: ["actors.csv"]),
    Case(
      name: "control characters in a message", ties: "source,target\nA,x\u{202E}\u{7}\n", line: 2,
      found: ["\"x\\u{202e}\\u{7}\""], advice: ["actors.csv"]),
    Case(name: "empty table", ties: "", line: 1, found: ["empty file"], advice: ["header"]),
    Case(
      name: "comments only", ties: "# x\n", line: 1, found: ["empty file"], advice: ["header"]),
    Case(
      name: "yaml key", yaml: "title: x\nobserved_form: 1983\n", file: "network.yaml", line: 2,
      found: ["\"observed_form\""], advice: ["\"observed_from\""]),
    Case(
      name: "yaml date", yaml: "observed_from: soon\n", file: "network.yaml", line: 1,
      found: ["observed_from", "\"soon\""], advice: ["1992"]),
    Case(
      name: "yaml list", yaml: "title: x\nsource: [a, b]\n", file: "network.yaml", line: 2,
      found: ["text"], advice: ["key"]),
    Case(
      name: "not yaml", yaml: "title: \"x\nsource: y\n", file: "network.yaml", line: 3,
      found: ["not YAML"], advice: ["quotes"]),
  ]

  @Test(arguments: cases)
  func isRefused(_ bad: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.writeNetwork(actors: bad.actors, ties: bad.ties, yaml: bad.yaml)
    let found = try #require(problem(reading: path))
    #expect(found.path == "\(path)/\(bad.file)")
    #expect(found.line == bad.line)
    for words in bad.found { #expect(found.problem.english.contains(words), "\(found)") }
    for words in bad.advice {
      #expect(found.advice?.english.contains(words) == true, "\(found)")
    }
    #expect(found.description.hasPrefix("\(path)/\(bad.file):\(bad.line ?? 0): "))
  }

  @Test(arguments: ["actors.csv", "ties.csv"])
  func foldersNeedBothTables(missing: String) throws {
    let folder = try TemporaryFolder()
    let other = missing == "ties.csv" ? "actors.csv" : "ties.csv"
    try folder.write("id\nA\n", to: "net/\(other)")
    let found = try #require(problem(reading: folder["net"]))
    #expect(found.path == folder["net"])
    #expect(found.problem.english.contains(missing))
    #expect(found.advice?.english.contains("actors.csv") == true)
  }

  @Test func whatIsNotThere() throws {
    let folder = try TemporaryFolder()
    for name in ["net", "list.csv"] {
      let found = try #require(problem(reading: folder[name]))
      #expect(found.path == folder[name])
      #expect(found.line == nil)
      #expect(found.problem.english.contains("no such file"))
      #expect(found.advice != nil)
    }
    let other = try #require(problem(reading: try folder.write("x", to: "net.xyz")))
    #expect(other.problem.english.contains("format"))
    #expect(other.advice?.english.contains("csv") == true)
  }

  /// Bytes that are no text, in either table.
  @Test(
    arguments: [
      ([0x41, 0xFF], "invalid UTF-8"), ([0xC0, 0xAF], "invalid UTF-8"),
      ([0xED, 0xA0, 0x80], "invalid UTF-8"), ([0xF4, 0x90, 0x80, 0x80], "invalid UTF-8"),
      ([0xE3, 0x81], "invalid UTF-8"), ([0x80], "invalid UTF-8"), ([0x41, 0x00], "NUL"),
    ] as [([UInt8], String)])
  func bytesThatAreNoText(bytes: [UInt8], what: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.writeNetwork()
    try folder.write(Array("id,name\nA,x\nB,".utf8) + bytes + [0x0A], to: "net/actors.csv")
    let found = try #require(problem(reading: path))
    #expect(found.path == "\(path)/actors.csv")
    #expect(found.line == 3)
    #expect(found.problem.english.contains(what))
    #expect(found.advice != nil)
  }

  /// A table that stands in the wrong order of bytes is not what its mark says.
  @Test func utf16() throws {
    let folder = try TemporaryFolder()
    let path = try folder.writeNetwork()
    let text: [UInt8] = "id\nA\nB\n".utf8.flatMap { [$0, 0] as [UInt8] }
    try folder.write([0xFF, 0xFE] + text, to: "net/actors.csv")
    #expect(problem(reading: path) == nil)
    try folder.write([0xFE, 0xFF] + text, to: "net/actors.csv")
    #expect(problem(reading: path)?.problem.english.contains("\"id\" not found") ?? false)
    // Half a character at the end.
    try folder.write([0xFF, 0xFE] + text + [0x41], to: "net/actors.csv")
    #expect(problem(reading: path)?.problem.english == "is not text in utf-16")
  }
}
