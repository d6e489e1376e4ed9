import NetworkData
import NetworkFiles
import Testing

@Suite struct GMLTests {
  private func read(_ text: String) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    return try NetworkFile.read(folder.write(text, to: "a.gml"))
  }

  @Test func listsEntitiesCommentsAndRepeatedKeys() throws {
    let reading = try read(
      """
      # comment
      Creator "x & y"
      graph [ directed 1
        node [ id 7 label "M&uuml;ller &amp; &#23567;&#x5009; &unknown; &" graphics [ x 1.5 fill [ r 2 ] ] tag 1 tag 2 ]
        node [ id 3 ] # behind
        edge [ source 7 target 3 weight +.5e1 label "l" ]
      ]
      """)
    let network = reading.network
    #expect(Array(network.actors.ids) == ["7", "3"])
    #expect(network.actors.name(0) == "Müller & 小倉 &unknown; &")
    let columns = network.actors.attributes.map { ($0.name, Array($0.values)) }
    #expect(columns.map(\.0) == ["graphics.x", "graphics.fill.r", "tag"])
    #expect(columns.map(\.1) == [["1.5", ""], ["2", ""], ["1|2", ""]])
    #expect(network.ties.strengths == [5])
    #expect(network.ties.directions == .all(isDirected: true))
  }

  /// Labels are the ids where each node has one of its own; numbers that do not count stay.
  @Test func labelsAgainstIDs() throws {
    func graph(_ first: String, _ second: String, from: Int = 0) throws -> Network {
      try read(
        """
        graph [ node [ id \(from) \(first) ] node [ id \(from + 5) \(second) ]
        edge [ source \(from + 5) target \(from) ] ]
        """
      ).network
    }
    let labelled = try graph("label \"a\"", "label \"b\"")
    #expect(labelled.lines == ["b a"])
    #expect(labelled.actors.attributes.map { Array($0.values) } == [["0", "5"]])
    for (first, second) in [("label \"a\"", "label \"a\""), ("label \"a\"", "")] {
      let network = try graph(first, second)
      #expect(network.lines == ["5 0"])
      #expect(network.actors.name(0) == "a")
    }
    let counted = try read("graph [ node [ id 1 label \"x\" ] node [ id 2 label \"y\" ] ]").network
    #expect(Array(counted.actors.ids) == ["x", "y"] && counted.actors.attributes == [])
  }

  @Test func valuesAreStrengthsWhereNoWeightIs() throws {
    let nodes = "graph [ node [ id 0 ] node [ id 1 ] "
    let edge = "edge [ source 0 target 1 "
    #expect(try read(nodes + edge + "value 3 ] ]").network.ties.strengths == [3])
    let both = try read(nodes + edge + "value 3 ] " + edge + "weight 2 ] ]").network.ties
    #expect(both.strengths?.last == 2 && both.attributes.map(\.name) == ["value"])
    #expect(try read(nodes + edge + "value \"3\" ] ]").network.ties.strengths == nil)
  }

  /// Found by fuzzing: a control character that ends a word without beginning one made an endless
  /// loop; the number that stands for a word overflowed where it was compared with a real one.
  @Test(arguments: [
    "graph [ node [ id 1 \u{1} ] ]", "graph [ node \u{1F}[ id 1 ] \u{B} ]",
    "graph [ node [ id ( ] node [ id 2 ] edge [ source 2 target Float ] edge [ source ( target 2 ] ]",
  ]) func whatFuzzingFound(_ text: String) throws {
    let folder = try TemporaryFolder()
    _ = problem(reading: try folder.write(text, to: "a.gml"))
  }

  @Test func writtenFilesAreASCIIWithNumberedIDs() throws {
    let folder = try TemporaryFolder()
    let ids = TextColumn(["小倉", "b\"c"])
    let attribute = Attribute(name: "実績", values: TextColumn(["1", "2"]))
    let network = Network(
      actors: Actors(ids: ids, attributes: [attribute]), ties: Ties(sources: [1], targets: [0]))
    _ = try NetworkFile.write(network, to: folder["a.gml"])
    #expect(
      try folder.text(of: "a.gml") == """
        graph [
          directed 0
          nodeColumn [ key "column1" name "&#23455;&#32318;" ]
          node [ id 0 label "&#23567;&#20489;" column1 1 ]
          node [ id 1 label "b&quot;c" column1 2 ]
          edge [ source 1 target 0 ]
        ]

        """)
  }
}
