import NetworkData
import NetworkFiles
import Testing

@Suite struct ForeignTablesTests {
  private func read(
    _ text: String, as name: String = "f.csv", isDirected: Bool = false
  ) throws -> NetworkFile.Reading {
    try network(text, as: name, in: TemporaryFolder(), isDirected: isDirected)
  }

  @Test func gephiEdges() throws {
    let text = """
      Id,Label,Source,Target,Type,Weight,kind
      0,first,1,2,Directed,2.5,x
      1,,2,3,Undirected,1,
      """
    let network = try read(text).network
    #expect(network.pairs == ["1 > 2", "2 - 3"])
    #expect(network.ties.strengths == [2.5, 1])
    #expect(network.ties.kinds.map(Array.init) == ["x", ""])
    #expect(network.ties.attributes.map(\.name) == ["Id", "Label"])
  }

  @Test func intervalsOfTime() throws {
    let text = """
      Source Target Type timeset
      Fred Alice Directed "[2016-02-03, 2016-02-04]"
      Dirk Fred Directed "[-Infinity, 2016]"
      Dirk Alice Directed 2016-03
      """
    let ties = try read(text).network.ties
    #expect(ties.dates.beganFrom?.map { $0?.description } == ["2016-02-03", nil, "2016-03"])
    #expect(ties.dates.endedTo?.map { $0?.description } == ["2016-02-04", "2016", "2016-03"])
    // What no date can be is kept as it came.
    let odd = try read("Source,Target,Type,timeset\na,b,Directed,\"[1,5]; [7,8]\"\n").network.ties
    #expect(odd.attributes.map(\.name) == ["timeset"])
  }

  @Test func otherNamesOfColumns() throws {
    let japanese = try read("年度,受信先,発信元,重み\n2020,乙,甲,3\n").network
    #expect(japanese.pairs == ["甲 - 乙"])
    #expect(japanese.ties.strengths == [3])
    #expect(japanese.ties.attributes.map(\.name) == ["年度"])
    let flights = try read("origin;destination;count\nABE;ATL;853\n", isDirected: true).network
    #expect(flights.pairs == ["ABE > ATL"])
    #expect(flights.ties.strengths == [853])
    let related = try read("from\tto\trelation\na\tb\tadvice\n", as: "f.tsv").network
    #expect(related.ties.kinds.map(Array.init) == ["advice"])
  }

  /// Sheets as people keep them: titles above the header, rows of nothing, dates of offices.
  @Test func titlesAndEmptyRowsAreLeftOut() throws {
    let text = "取引一覧,,,\n,,,\n発信元,宛先,件数,began_from\nA,B,3,令和6年4月1日\n,,,\nB,C,12,2024/5/1\n,,,\n"
    for name in ["f.csv", "f.txt"] {
      let reading = try read(text, as: name)
      #expect(reading.network.pairs == ["A - B", "B - C"])
      #expect(reading.network.ties.strengths == [3, 12])
      let days = reading.network.ties.dates.beganFrom?.map { $0?.description }
      #expect(days == ["2024-04-01", "2024-05-01"])
      #expect(reading.notes.contains { $0.english.contains("the header is line 3") })
    }
    let plain = try read("Deliveries\n\nsource;target;weight\nA;B;1\n").network
    #expect(plain.pairs == ["A - B"])
    for list in [
      "source,target,x\nA,B,1\n,,\nB,C,\n", "1,2\n,\n2,3\n", "source,target\nA,B\n,\nB,C\n",
      "source,target,,\nA,B,,\nB,C,,\n",
    ] {
      let ties = try read(list).network.ties
      #expect(ties.count == 2 && !ties.attributes.contains { $0.name.isEmpty }, "\(list)")
    }
    // One end alone is a mistake, or a row of totals.
    let folder = try TemporaryFolder()
    let found = problem(
      reading: try folder.write("source,target,strength\nA,B,3\n合計,,3\n", to: "f.csv"))
    #expect(found?.line == 3)
    #expect(found?.advice?.english.contains("totals") == true)
  }

  /// Half of Europe writes 1,5 between semicolons.
  @Test func commasMayBeDecimalPoints() throws {
    for text in [
      "source;target;weight\nA;B;1,5\nB;C;-0\n", "A;B;1,5\nB;C;0\n", "A\tB\t1,5\nB\tC\t0\n",
      "Source;Target;Type;Weight\nA;B;Undirected;1,5\nB;C;Undirected;0\n",
      "source;target;weight;note\nA;B;1,5;\"x;y\"\nB;C;0;\n",
    ] {
      let reading = try read(text)
      #expect(reading.network.pairs == ["A - B", "B - C"], "\(text)")
      #expect(reading.network.ties.strengths == [1.5, 0], "\(text)")
      #expect(reading.notes.contains { $0.english.contains("decimal points") }, "\(text)")
    }
    let matrix = try read(";a;b\na;0;2,5\nb;2,5;0\n").network
    #expect(matrix.ties.strengths == [2.5])
    // 1,200 may be 1200, and between commas 1,5 may be two cells.
    let folder = try TemporaryFolder()
    for text in [
      "source;target;weight\nA;B;1,200\n", "source,target,weight\nA,B,\"1,5\"\n",
      ",a,b\na,0,\"1,200\"\nb,0,0\n", "Source;Target;Type;Weight\nA;B;Directed;1,200,000\n",
    ] {
      let found = problem(reading: try folder.write(text, to: "f.csv"))
      #expect(found?.problem.english.contains("not a finite number") == true, "\(text)")
    }
  }

  /// pandas and R write the numbers of rows in a column without a name, or with none above it.
  @Test func numbersOfRowsAreNoAttribute() throws {
    for (text, name) in [
      (",source,target,weight\n0,A,B,1.5\n1,B,C,2\n", "f.csv"),
      ("\"\",\"from\",\"to\",\"weight\"\n\"1\",\"A\",\"B\",1.5\n\"2\",\"B\",\"C\",2\n", "f.csv"),
      ("\"from\" \"to\" \"weight\"\n\"1\" \"A\" \"B\" 1.5\n\"2\" \"B\" \"C\" 2\n", "f.txt"),
      ("Source,Target,Type,Weight\n1,A,B,Undirected,1.5\n2,B,C,Undirected,2\n", "f.csv"),
    ] {
      let network = try read(text, as: name).network
      #expect(network.pairs == ["A - B", "B - C"], "\(text)")
      #expect(network.ties.strengths == [1.5, 2], "\(text)")
      #expect(network.ties.attributes.isEmpty, "\(text)")
    }
    // What counts nothing is kept.
    for text in ["x,,source,target\n1,7,A,B\n2,5,B,C\n", "Type,,Source,Target\nk,7,A,B\nl,5,B,C\n"]
    {
      let attributes = try read(text).network.ties.attributes
      #expect(attributes.last?.name == "column2")
      #expect(attributes.last.map { Array($0.values) } == ["7", "5"])
    }
  }

  /// Who checks a list of members hears how to make a network of it.
  @Test func listsOfOfficesArePointedToImport() throws {
    let folder = try TemporaryFolder()
    for text in [
      "会員名簿,,,\n会社名,代表者,入会日,業種\nA,a,2024-04-01,x\n", "会社名,相手先,関係,日付\nA,B,紹介,2024-04-01\n",
      "会社名,4/12,5/10,6/14\nA,○,×,○\n",
    ] {
      let found = problem(reading: try folder.write(text, to: "f.csv"))
      #expect(found?.advice?.english.contains("knowwho import") == true, "\(text)")
    }
    let other = problem(reading: try folder.write("name,b,c,d\nx,y,z,w\n", to: "f.csv"))
    #expect(other?.advice?.english.contains("import") == false)
  }

  @Test func sumsOfAMatrixAreMentioned() throws {
    let reading = try read(",A,B,合計\nA,0,1,1\nB,1,0,1\n合計,1,1,2\n")
    #expect(reading.network.actors.count == 3)
    #expect(reading.notes.contains { $0.english.contains("\"合計\" is read as an actor") })
    let sound = try read(",A,B,Ce\nA,0,1,1\nB,1,0,1\nCe,1,1,2\n")
    #expect(!sound.notes.contains { $0.english.contains("sums") })
  }

  @Test func typingErrorsInPlainTablesAreStillFound() throws {
    let folder = try TemporaryFolder()
    let found = problem(
      reading: try folder.write("source,target,strenght,x\na,b,1,2\n", to: "f.csv"))
    #expect(found?.advice?.english.contains("strength") == true)
    let unknown = problem(reading: try folder.write("name,city,state,zip\na,b,c,d\n", to: "g.csv"))
    #expect(unknown?.problem.english.contains("columns are: name, city, state, zip") == true)
    let empty = problem(reading: try folder.write("Source,Target,Type\na,,Directed\n", to: "h.csv"))
    #expect(empty?.line == 2)
    let text = problem(
      reading: try folder.write("Source,Target,Label,Weight\na,b,,x\n", to: "i.csv"))
    #expect(text?.problem.english.contains("\"x\" is not a finite number") == true)
    let ragged = problem(reading: try folder.write("Source,Target,Type\na,b\n", to: "j.csv"))
    #expect(ragged?.problem.english.contains("expected 3 cells") == true)
  }

  @Test func nodeTables() throws {
    let reading = try read("Id,Label,size\n1,one,3\n2,,\n1,again,4\n2,two,\n,,\n")
    #expect(Array(reading.network.actors.ids) == ["1", "2"])
    #expect(reading.network.actors.names.map(Array.init) == ["one", "two"])
    #expect(reading.network.ties.count == 0)
    #expect(reading.notes.count == 2)
    let folder = try TemporaryFolder()
    #expect(problem(reading: try folder.write("id,x\n,1\n", to: "f.csv"))?.line == 2)
  }

  @Test func nodesBesideEdges() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,type,colour\nx,FALSE,red\na,TRUE,\nlonely,FALSE,blue\n", to: "w_nodes.csv")
    let reading = try network("source,target\na,x\na,new\n", as: "w_edges.csv", in: folder)
    #expect(Array(reading.network.actors.ids) == ["x", "a", "lonely", "new"])
    #expect(reading.network.pairs == ["a - x", "a - new"])
    #expect(reading.network.actors.attributes.map(\.name) == ["type", "colour"])
    // An actor of no mode keeps the network from having two.
    #expect(reading.network.actors.kinds == nil)
    try folder.write("id,type\nx,FALSE\na,TRUE\n", to: "nodes.csv")
    let modes = try network("source,target\na,x\n", as: "edges.csv", in: folder).network
    #expect(modes.actors.kinds.map(Array.init) == ["mode1", "mode2"])
    let apart = try network("source,target\na,x\n", as: "hedges.csv", in: folder).network
    #expect(apart.actors.attributes.isEmpty)
  }

  @Test(arguments: [
    ",A,B,C\nA,0,2,\nB,,0,0\nC,1.5,0,1\n", "\"\";A;B;C\nA;0;2;\nB;;0;0\nC;1,5;0;1\n",
    "A\tB\tC\nA\t0\t2\t0\nB\t0\t0\t0\nC\t1.5\t0\t1\n", ",C,B,A\nA,0,2,0\nB,0,0,\nC,1,0,1.5\n",
  ])
  func labelledMatrices(text: String) throws {
    let network = try read(text).network
    #expect(Array(network.actors.ids) == ["A", "B", "C"])
    #expect(Set(network.pairs) == ["A > B", "C > A", "C > C"])
    #expect(network.ties.strengths?.reduce(0, +) == 4.5)
  }

  @Test func plainAndRectangularMatrices() throws {
    let square = try read("0 1 0 0\n1 0 1 0\n0 1 0 0\n0 0 0 0\n", as: "f.txt").network
    #expect(square.pairs == ["1 - 2", "2 - 3"])
    #expect(square.ties.strengths == nil)
    #expect(square.actors.count == 4)
    let small = try read("0 1\n0 0\n", as: "f.sm").network
    #expect(small.pairs == ["1 > 2"])
    let modes = try read("0 1 0\n1 0 1\n", as: "f.2sm").network
    #expect(modes.pairs == ["r1 - c2", "r2 - c1", "r2 - c3"])
    #expect(modes.actors.kinds?.words == ["", "mode1", "mode2"])
    let labelled = try read(",m1,m2\n甲,1,0\n乙,1,1\n丙,,1\n").network
    #expect(labelled.pairs == ["甲 - m1", "乙 - m1", "乙 - m2", "丙 - m2"])
    let folder = try TemporaryFolder()
    #expect(problem(reading: try folder.write("1 2 3\n1 2\n", to: "g.sm"))?.line == 2)
    #expect(problem(reading: try folder.write("1 2\n1 x\n", to: "h.sm"))?.line == 2)
  }

  @Test func adjacencyLists() throws {
    let text = "a;b\nb;c;d\ne\nf; a ;g;h; i\n"
    for name in ["f.csv", "f.adjlist"] {
      let reading = try read(text, as: name)
      #expect(
        reading.network.pairs == ["a - b", "b - c", "b - d", "f - a", "f - g", "f - h", "f - i"])
      #expect(reading.network.actors.count == 9)
      #expect(reading.notes.count == 1)
    }
    // A list of pairs with one line too long is broken, and no adjacency list.
    let folder = try TemporaryFolder()
    #expect(problem(reading: try folder.write("1,2\n2,3\n3,4,5\n4,5\n", to: "g.csv"))?.line == 3)
  }

  /// Ids that a spreadsheet would run come back, whatever else is in the file.
  @Test(arguments: ["f.csv", "f.tsv"])
  func formulasComeBack(name: String) throws {
    let folder = try TemporaryFolder()
    let network = Network(pairs: [("-x", "b"), ("=1+2", "@c")])
    _ = try NetworkFile.write(network, to: folder[name])
    #expect(try Network(contentsOf: folder[name]) == network)
  }

  /// A name in quotes may hold the separator, which a first look does not see.
  @Test func headersWithQuotedSeparators() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("source,target,\"a,b\"\n1,2,3\n", to: "f.csv")
    #expect(problem(reading: path) != nil)
  }
}
