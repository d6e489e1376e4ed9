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
    ("sif", "A pp B\nB\tp d\tC c\tD\nE\n"),
    ("tgf", "1 First node\n2 Second\n3\n#\n1 2 Edge between\n2 3\n"),
    ("lgl", "# b\na 1.5\n#c\nb 2\n\n# d\n"),
    (
      "leda",
      "LEDA.GRAPH\nstring\ndouble\n-2\n# n\n2\n|{b}|\n|{a}|\n\n1\n1 2 0 |{1.5}|\n"
    ),
    ("graph6", "DQc\n"), ("graph6", ":Fa@x^\n"), ("graph6", ">>digraph6<<&DI?AO?\n"),
    ("edgelist", "a b {'weight': 1.5, 'kind': 'x', 'n': None, \"it's\": (1, [2])}\nb c {}\n"),
    ("adjlist", "#x\na 1\nb {'weight': 1.5}\nb 2\nc {}\nd {}\nc 0\nd 0\n"),
    ("csv", "t;;\n発信元;宛先;件数\nA;B;1,5\n;;\nB;\"C;D\";2\n"),
    (
      "csv",
      "source,target,kind,direction,strength,began_from,through\na,\"b\n,\",k,directed,2,R6.4.1,\nb,c,,undirected,,2024-05,a\n"
    ),
  ]

  /// Sheets of an office, as `knowwho import` reads them.
  static let office = [
    """
    会員名簿,,
    会社名,代表者,入会日,退会日,業種
    ㈱山田工業,山田　太郎,H12.4.1,,"金属,加工"
    （株）山田工業,山田太郎,平成12年4月1日,R5/3/31,
    鈴木商店,鈴木,2001/4,45383,小売
    合計,3社,,,
    """,
    """
    会社名,4/12,5/10(水),第3回,６月
    ㈱山田工業,○,×,△,出
    鈴木商店,出席,欠,,１
    """,
    """
    date,meeting,person,firm,attendance,hours
    2024-04-01,April,Sato,Acme Inc.,yes,2
    2024-04-01,April,Ito,Beta,late,2.5時間
    R6.5.1,May,Ito,"Beta, Ltd.",no,
    """,
    "事業名;会社名;開始;終了\n共同研究;山田、鈴木；佐藤;2020;2021-03\n",
    "firm\tcontact\trelation\tdate\nA\tB\t紹介\tS63.1.7\n",
  ]

  /// Parts of Excel files, each ended by a zero byte: a sheet, shared texts, styles, the list of sheets.
  static let workbooks = [
    """
    <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>target</t></is></c>\
    <c r="C1" t="str"><v>strength</v></c></row><row r="2"><c r="A2"><v>1.5</v></c><c r="B2" s="1"><v>45383</v></c>\
    <c r="C2"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells></worksheet>\u{0}\
    <sst><si><t>source</t></si><si><r><t>B</t></r><rPh><t>b</t></rPh></si></sst>\u{0}\
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-411]ggge.m.d"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
    """,
    """
    <worksheet><sheetData><row><c t="inlineStr"><is><t>会社名</t></is></c><c t="inlineStr"><is><t>入会日</t></is></c>\
    </row><row r="5"><c t="inlineStr"><is><t>㈱あ</t></is></c><c s="1"><v>36617</v></c></row></sheetData></worksheet>
    """,
  ]
}
