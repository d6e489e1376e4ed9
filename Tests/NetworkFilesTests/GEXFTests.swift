import NetworkData
import NetworkFiles
import Testing

@Suite struct GEXFTests {
  private func read(_ graph: String) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    let text = """
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      \(graph)
      </gexf>
      """
    return try NetworkFile.read(folder.write(text, to: "a.gexf"))
  }

  private func edges(_ edges: String, _ attributes: String = "") -> String {
    "<graph defaultedgetype=\"directed\" \(attributes)><nodes><node id=\"a\"/><node id=\"b\"/></nodes>"
      + "<edges>\(edges)</edges></graph>"
  }

  @Test func intervalsOfEdgesAreTheDatesOfTies() throws {
    let reading = try read(
      edges(
        """
        <edge source="a" target="b" start="1983-11-01" end="2009-07-31"/>
        <edge source="b" target="a" start="1990-01-01"/><edge source="a" target="a"/>
        """, "mode=\"dynamic\" timeformat=\"date\" start=\"1983-01-01\""))
    let dates = reading.network.ties.dates
    #expect(
      dates.beganFrom == ["1983-11-01", "1990-01-01", nil].map { $0.flatMap(PartialDate.init) })
    #expect(dates.beganTo == dates.beganFrom)
    #expect(dates.endedTo == [PartialDate("2009-07-31"), nil, nil])
    #expect(reading.network.description.observedFrom == PartialDate("1983-01-01"))
    #expect(reading.network.ties.attributes == [] && reading.notes == [])
  }

  /// A tie has one lifetime: spells with gaps span it, and stay beside it.
  @Test func spellsSpanTheLifetime() throws {
    let reading = try read(
      edges(
        """
        <edge source="a" target="b"><spells><spell start="1990" end="1992"/><spell start="1995" end="1999"/></spells></edge>
        """))
    let ties = reading.network.ties
    #expect(ties.dates.beganFrom == [PartialDate("1990")])
    #expect(ties.dates.endedTo == [PartialDate("1999")])
    #expect(ties.attributes.map { Array($0.values) } == [["1990/1992|1995/1999"]])
    // Numbers that are no years are no dates.
    let numbers = try read(edges("<edge source=\"a\" target=\"b\" start=\"0.5\" end=\"2\"/>"))
    #expect(!numbers.network.ties.haveDates)
    #expect(numbers.network.ties.attributes.map { Array($0.values) } == [["0.5/2"]])
    #expect(numbers.notes.count == 1)
  }

  @Test func hierarchyLooksLabelsAndTypes() throws {
    let reading = try read(
      """
      <graph><attributes class="node"><attribute id="0" title="x" type="long"/></attributes>
      <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="3"/></attvalues>
      <viz:color r="1" g="2" b="3"/><viz:position x="1" y="2"/><nodes><node id="b" label="b"/></nodes></node>
      <node id="c" pid="a" label="C"/></nodes>
      <edges><edge source="a" target="b" type="mutual" kind="k" weight="2.5"/>
      <edge source="a" target="c" type="directed"/></edges></graph>
      """)
    let (actors, ties) = (reading.network.actors, reading.network.ties)
    #expect(actors.names.map { Array($0) } == ["A", "b", "C"])
    let columns = Dictionary(
      uniqueKeysWithValues: actors.attributes.map { ($0.name, Array($0.values)) })
    #expect(columns["within"] == ["", "a", "a"])
    #expect(columns["color"] == ["rgb(1,2,3)", "", ""])
    // The file has an x of its own.
    #expect(columns["x"] == ["3", "", ""] && columns["viz.x"] == ["1", "", ""])
    #expect(ties.directions == .each(isDirected: [false, true]))
    #expect(ties.strengths?.first == 2.5 && ties.kind(0)?.rawValue == "k")
    #expect(reading.notes.count == 1)
  }

  @Test func datesOfTiesAreIntervalsForOthers() throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0], targets: [1])
    ties.dates.beganFrom = [PartialDate("1983-11")]
    ties.dates.endedTo = [PartialDate("1984-02")]
    let network = Network(actors: Actors(ids: TextColumn(["a", "b"])), ties: ties)
    _ = try NetworkFile.write(network, to: folder["a.gexf"])
    let text = try folder.text(of: "a.gexf")
    #expect(text.contains("start=\"1983-11-01\" end=\"1984-02-29\""))
    #expect(text.contains("mode=\"dynamic\" timeformat=\"date\""))
    #expect(try Network(contentsOf: folder["a.gexf"]) == network)
  }
}
