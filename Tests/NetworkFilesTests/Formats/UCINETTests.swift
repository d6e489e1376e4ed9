import NetworkData
import NetworkFiles
import Testing

@Suite struct UCINETTests {
  /// One network in every layout: a ties b and c, c ties a.
  @Test(arguments: [
    "dl n=3\nlabels: a,b,c\ndata:\n0 1 1\n0 0 0\n1 0 0\n",
    "DL N = 3 FORMAT = FULLMATRIX DIAGONAL PRESENT\nLABELS:\na\nb\nc\nDATA:\n0 1 1 0 0 0 1\n0 0\n",
    "dl n=3, format=fm diagonal absent\nlabels:\na b c\ndata:\n1 1\n0 0\n1 0\n",
    "dl n=3 format=fullmatrix\nlabels embedded\ndata:\na b c\na 0 1 1\nb 0 0 0\nc 1 0 0\n",
    "dl n=3\nrow labels embedded\ncolumn labels:\na,b,c\ndata:\na 0 1 1\nb 0 0 0\nc 1 0 0\n",
    "dl n=3 format=edgelist1\nlabels:\na,b,c\ndata:\n1 2\n1 3\n3 1\n",
    "dl n=3 format=edgelist1\nlabels embedded:\ndata:\na b\na c\nc a\n",
    "dl n=3 format=edgelist1\nlabels:\na,b,c\nlabels embedded:\ndata:\nA B\nA C 1\nC A\n",
    "dl n=3 format=nodelist1\nlabels:\n\"a\"\n\"b\"\n\"c\"\ndata:\n1 2 3\n3 1\n",
    "dl n=3 format=nodelist1\nlabels embedded:\ndata:\na b c\nc a\n",
    "dl n=3 format=nodelist1b\nlabels:\na,b,c\ndata:\n2 2 3\n0\n1 1\n",
    "dl n=3 format=nl1b\nlabels:\na,b,c\ndata:\n2 b c\n0\n1 a\n",
  ])
  func everyLayout(text: String) throws {
    let folder = try TemporaryFolder()
    for ending in ["\n", "\r\n", "\r"] {
      let reading = try network(text.replacing("\n", with: ending), as: "f.dl", in: folder)
      #expect(Set(reading.network.pairs) == ["a > b", "a > c", "c > a"])
      #expect(Array(reading.network.actors.ids) == ["a", "b", "c"])
      #expect(reading.network.ties.strengths == nil)
    }
  }

  @Test(arguments: [
    "dl n=3 format=lowerhalf\ndata:\n0\n2 0\n0 3 1\n",
    "dl n=3 format=lowerhalf diagonal=absent\ndata:\n2\n0 3\n",
    "dl n=3 format=upperhalf\ndata:\n0 2 0\n0 3\n1\n",
    "dl n=3 format=uh\ndiagonal absent\ndata:\n2 0 3\n",
    "dl n=3\ndata:\n0 2 0\n2 0 3\n0 3 1\n",
  ])
  func halvesAndSymmetricMatricesAreUndirected(text: String) throws {
    let folder = try TemporaryFolder()
    let network = try network(text, as: "f.dl", in: folder).network
    #expect(network.pairs.filter { $0 != "3 - 3" }.sorted() == ["1 - 2", "2 - 3"])
    #expect(network.ties.strengths?.reduce(0, +) == (text.contains("absent") ? 5 : 6))
  }

  @Test func severalMatricesBecomeKinds() throws {
    let folder = try TemporaryFolder()
    let full = """
      dl n=2 nm=2 format=fullmatrix
      labels: a,b
      level labels: "works with" likes
      data:
      0 1
      0 0
      0 0
      2 0
      """
    let lists = """
      dl n=2 nm=2 format=edgelist1
      labels: a,b
      matrix labels:
      "works with",likes
      data:
      1 2
      !
      2 1 2
      """
    for text in [full, lists] {
      let network = try network(text, as: "f.dl", in: folder).network
      #expect(network.pairs == ["a > b", "b > a"])
      #expect(network.ties.kinds.map(Array.init) == ["works with", "likes"])
      #expect(network.ties.strengths == [1, 2])
    }
  }

  @Test(arguments: [
    "dl nr=2 nc=3\nrow labels: a,b\ncolumn labels: x,y,z\ndata:\n1 0 1\n0 1 0\n",
    "dl nr=2, nc=3 format=edgelist2\nlabels embedded:\ndata:\na x\na z\nb y\n",
    "dl nr=2 nc=3 format=nodelist2b\nrow labels: a,b\ncolumn labels: x,y,z\ndata:\n2 1 3\n1 2\n",
    "dl nr=2 nc=3 format=nodelist2\nrow labels embedded\ncolumn labels embedded\ndata:\na x z\nb y\n",
  ])
  func twoModes(text: String) throws {
    let folder = try TemporaryFolder()
    let network = try network(text, as: "f.dat", in: folder).network
    #expect(Set(network.pairs) == ["a - x", "a - z", "b - y"])
    #expect(
      network.actors.kinds.map(Array.init) == ["mode1", "mode1", "mode2", "mode2", "mode2"])
  }

  @Test func rowsAndColumnsOfTheSameNameAreTwoActors() throws {
    let folder = try TemporaryFolder()
    let text = "dl nr=2 nc=3\nrow labels: a,b\ncolumn labels: a,y,z\ndata:\n1 0 1\n0 1 0\n"
    let network = try network(text, as: "f.dl", in: folder).network
    #expect(Array(network.actors.ids) == ["r:a", "r:b", "c:a", "c:y", "c:z"])
    let plain = try NetworkFile.read(try folder.write("dl nr=1 nc=2\ndata:\n0 1\n", to: "g.dl"))
    #expect(Array(plain.network.actors.ids) == ["r1", "c1", "c2"])
  }

  @Test func missingValuesAreNoTies() throws {
    let folder = try TemporaryFolder()
    let reading = try network("dl n=2\ndata:\n. 1\nNA 0\n", as: "f.dl", in: folder)
    #expect(reading.network.pairs == ["1 > 2"])
    #expect(reading.notes.count == 1)
  }

  /// People call any file .txt.
  @Test func contentTellsWhatTheNameDoesNot() throws {
    let folder = try TemporaryFolder()
    let reading = try network("DL n=2\ndata:\n0 1\n0 0\n", as: "f.txt", in: folder)
    #expect(reading.network.pairs == ["1 > 2"])
    #expect(reading.format?.name == "dl")
    // What looks like the first line of a METIS file is a tie of strength 100.
    let strong = try network("1 2 100\n2 3 1\n", as: "h.txt", in: folder)
    #expect(strong.network.ties.strengths == [100, 1])
    let list = try network("dl x\nx y\n", as: "g.txt", in: folder)
    #expect(list.network.pairs == ["dl - x", "x - y"])
  }

  @Test func vna() throws {
    let folder = try TemporaryFolder()
    let text = """
      *Node data
      ID size "the colour"
      a 3 "light blue"
      "b b" 4 ""
      *Node properties
      ID x y
      a 1.5 2
      *Tie data
      from to friends advice note
      a "b b" 1 0 "x"
      "b b" c 2 1 ""
      """
    let reading = try network(text, as: "f.vna", in: folder)
    let network = reading.network
    #expect(network.pairs == ["a > b b", "b b > c", "b b > c"])
    #expect(network.ties.kinds.map(Array.init) == ["friends", "friends", "advice"])
    #expect(network.ties.strengths == [1, 2, 1])
    #expect(network.actors.attributes.map(\.name) == ["size", "the colour", "x", "y"])
    #expect(Array(network.actors.attributes[1].values) == ["light blue", "", ""])
    #expect(reading.notes.count == 1)
    let strong = "*tie data\nfrom to strength year\na b 2.5 1990\n"
    let ties = try NetworkFile.read(try folder.write(strong, to: "g.vna")).network.ties
    #expect(ties.strengths == [2.5])
    #expect(ties.attributes.map(\.name) == ["year"])
  }

  @Test(arguments: [
    ("*Node data\nID x\na\n", 3), ("*Node data\nname\na\n", 2), ("*Node data\nID\na\na\n", 4),
    ("*Tie data\nfrom x\na b\n", 2), ("*Tie data\nfrom to\na \"b\n", 3), ("x\n", 1),
    ("*Bananas\nx\n", 1), ("*Tie data\nfrom to\na \"\"\n", 3),
    ("*Node properties\nID x\n\"\" 1\n", 3),
  ])
  func brokenVNA(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let found = problem(reading: try folder.write(text, to: "f.vna"))
    #expect(found?.line == line, "\(found?.description ?? text)")
  }

  @Test(arguments: [
    ("dl n=2\nlabels: a,a\ndata:\n0 1\n0 0\n", "twice"),
    ("dl n=2 title=\"x\"\n", "data: is missing"),
    ("dl n=2\ncolour=3\ndata:\n", "not known"),
    ("dl n=2 nm=1 format=el1\ndata:\n1 2\n!\n", "matrices"),
    ("dl n=2\ndata:\n0 x 0 0\n", "not a finite number"), ("dl n=2\nlabels: \"a, b\n", "not closed"),
    ("dl n=2 format=el1\ndata:\n1 2 3 4\n", "two actors"), ("dl n=99999999\ndata:\n", "too large"),
    ("dl nr=2 nc=3 format=lh\ndata:\n1\n", "half a matrix"),
  ])
  func brokenDL(text: String, words: String) throws {
    let folder = try TemporaryFolder()
    let found = try #require(problem(reading: try folder.write(text, to: "f.dl")))
    #expect(found.problem.english.contains(words), "\(found)")
    #expect(found.line != nil)
  }
}
