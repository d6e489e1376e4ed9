/// Small good files from which fuzzing starts, by the name of their format.
enum FuzzSeeds {
  static let graphs: [(format: String, text: String)] = [
    (
      "graphml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key id="d0" for="node" attr.name="label" attr.type="string"><default>x</default></key>
      <key id="d1" for="edge" attr.name="weight" attr.type="double"><default>2</default></key>
      <key id="d2" for="all" attr.name="all" attr.type="int"/><key for="node" id="d3" yfiles.type="nodegraphics"/>
      <graph id="G" edgedefault="undirected"><data key="d2">1</data>
      <node id="a"><data key="d0">&lt;A&gt;</data><port name="p"/><data key="d3"><y:ShapeNode><y:Geometry x="1" y="2"/>
      <y:NodeLabel>N<y:Model/></y:NodeLabel><y:Shape type="box"/></y:ShapeNode></data></node>
      <node id="b"><graph edgedefault="directed"><node id="c"/></graph></node>
      <edge id="e" source="a" target="b" directed="true" sourceport="p"><data key="d1">2.5</data><desc>d</desc></edge>
      <edge source="b" target="c"/></graph></graphml>
      """
    ),
    (
      "gexf",
      """
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><meta><title>t</title></meta>
      <graph defaultedgetype="directed" mode="dynamic" timeformat="date" start="2000-01-01">
      <attributes class="node"><attribute id="0" title="x" type="long"><default>1</default></attribute></attributes>
      <nodes><node id="a" label="A" start="2001-01-01"><attvalues><attvalue for="0" value="3" start="2001"/></attvalues>
      <viz:color r="1" g="2" b="3"/><viz:position x="1" y="2"/><nodes><node id="c" pid="a"/></nodes></node>
      <node id="b"><spells><spell start="1" end="2"/><spell start="4"/></spells></node></nodes>
      <edges><edge id="0" source="a" target="b" type="mutual" weight="2.5" kind="k" start="2001-02-03" end="2002-01-01"/>
      <edge id="1" source="a" target="c" label="l"><spells><spell start="2001" end="2003"/></spells></edge></edges></graph></gexf>
      """
    ),
    (
      "gml",
      """
      # comment
      Creator "x"
      graph [ directed 1 label "t" nodeColumn [ key "column1" name "a b" ]
      node [ id 1 label "A &amp; &eacute;&#12354;" column1 "v" graphics [ x 1.5 y -2e3 ] ]
      node [ id 2 label "B" value 3 a 1 a 2 ]
      edge [ source 1 target 2 weight 2.5 label "e" ] edge [ source 2 target 1 value 3 ] ]
      graph [ node [ ] ]
      """
    ),
    (
      "json",
      #"{"directed": true, "multigraph": false, "graph": {"name": "t"}, "nodes": [{"id": 1, "name": "A\u3042\n", "p": {"x": 1}}, {"id": "b", "tags": [1, [2]], "n": null}], "links": [{"source": 1, "target": "b", "weight": 2.5e0, "key": 0}]}"#
    ),
    (
      "json",
      #"{"nodes": [{"name": "A", "group": 1}, {"name": "B", "group": 2}], "links": [{"source": 0, "target": 1, "value": 3}]}"#
    ),
    (
      "json",
      #"{"attributes": {"name": "t"}, "options": {"type": "mixed"}, "nodes": [{"key": "a", "attributes": {"label": "A"}}, {"key": "b"}], "edges": [{"key": "e", "source": "a", "target": "b", "undirected": true, "attributes": {"weight": 2}}]}"#
    ),
    (
      "cyjs",
      #"{"data": {"name": "t"}, "elements": {"nodes": [{"data": {"id": "a", "name": "A"}, "position": {"x": 1, "y": 2}, "selected": false, "classes": "c"}, {"data": {"id": "b", "parent": "a"}}], "edges": [{"data": {"id": "e", "source": "a", "target": "b", "weight": 2}}]}}"#
    ),
    (
      "dot",
      """
      # preprocessor
      strict digraph "g" { rankdir=LR; node [shape=box, label="\\N"] edge [len=2]
      a [label=<<b>A</b>&amp;>]; b [label="x\\ny" + "z"]; /* c */ // d
      subgraph cluster_1 { label="one"; c; d -> e [weight=2.5, dir=none] { rank=same; f } }
      a:p:n -> b -> {c d; subgraph s {e}} [key=1, color="red"];
      subgraph s { g } -> "h i" [label="l"]; -2.5 -> é; }
      """
    ),
  ]
}
