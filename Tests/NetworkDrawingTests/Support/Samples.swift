import NetworkDrawing

/// Diagrams for the tests.
///
/// Every name and tie in them is invented.
enum Samples {
  /// Three nodes, two edges.
  static let small = Diagram(
    nodes: [
      Diagram.Node(id: "a", label: "甲社", kind: "firm", size: 1),
      Diagram.Node(id: "b", label: "乙会", subtitle: "見本", kind: "group"),
      Diagram.Node(id: "c", label: "Person c", kind: "person"),
    ],
    edges: [
      Diagram.Edge(source: "a", target: "b", kind: "membership"),
      Diagram.Edge(source: "c", target: "b", kind: "office", isEnded: true),
    ],
    caption: Diagram.Caption(title: "Invented"))

  /// 45 nodes and 70 edges with a hub of 30 members.
  static let association: Diagram = {
    var nodes: [Diagram.Node] = [
      Diagram.Node(id: "hub", label: "架空技術交流会", subtitle: "架空市", kind: "group"),
      Diagram.Node(id: "city", label: "架空市", subtitle: "事務局", kind: "municipality"),
      Diagram.Node(id: "uni", label: "架空工業大学", kind: "university"),
      Diagram.Node(id: "uni2", label: "みほん大学", kind: "university"),
      Diagram.Node(id: "council", label: "架空県異業種交流協議会", kind: "association"),
      Diagram.Node(id: "jc", label: "架空青年会議所", kind: "association"),
      Diagram.Node(id: "p1", label: "熱回収装置の共同開発", subtitle: "1990年", kind: "project"),
      Diagram.Node(id: "p2", label: "協同組合サンプル", kind: "project"),
      Diagram.Node(
        id: "p3", label: "切削油の再利用", subtitle: "終了", kind: "project", isEnded: true),
      Diagram.Node(id: "g2", label: "みほんプラザ", subtitle: "隣県", kind: "group"),
      Diagram.Node(id: "g3", label: "例示会", subtitle: "韓国", kind: "group", isEnded: true),
      Diagram.Node(id: "x", label: "x氏", kind: "person"),
      Diagram.Node(id: "y", label: "y氏", kind: "person"),
      Diagram.Node(id: "z", label: "アドバイザー教授", kind: "person"),
      Diagram.Node(id: "event", label: "十周年記念講演会", kind: "event"),
    ]
    var edges: [Diagram.Edge] = []
    func tie(_ source: String, _ target: String, _ kind: String, ended: Bool = false) {
      edges.append(Diagram.Edge(source: source, target: target, kind: kind, isEnded: ended))
    }
    for index in 1...30 {
      let isGone = index > 20
      nodes.append(
        Diagram.Node(
          id: "f\(index)", label: "F\(index)社", kind: "firm",
          size: index % 7 == 0 ? 1 : Double(index % 5) / 8, isEnded: isGone))
      tie("f\(index)", "hub", "membership", ended: isGone)
    }
    for (index, project) in ["p1", "p2", "p3"].enumerated() {
      for step in 0..<4 {
        tie("f\(1 + (5 * index + 3 * step) % 20)", project, "project", ended: project == "p3")
      }
    }
    for index in [2, 5, 9, 14] { tie("f\(index)", "f\(index + 3)", "business") }
    for index in [3, 8, 12, 17, 21] { tie("f\(index)", "event", "attendance") }
    tie("city", "hub", "secretariat")
    tie("city", "p1", "subsidy")
    tie("city", "p3", "subsidy", ended: true)
    tie("uni", "p1", "jointResearch")
    tie("uni2", "p2", "jointResearch")
    tie("z", "uni", "employment")
    tie("z", "hub", "adviser")
    tie("hub", "g2", "sisterGroup")
    tie("hub", "g2", "exchange")
    tie("hub", "g3", "sisterGroup", ended: true)
    tie("x", "f1", "employment")
    tie("y", "f1", "employment")
    tie("y", "x", "kinship")
    tie("x", "hub", "office")
    tie("x", "council", "office")
    tie("y", "jc", "exchange")
    tie("f4", "council", "exchange")
    tie("city", "council", "introduction")
    tie("hub", "event", "attendance")
    return Diagram(
      nodes: nodes, edges: edges,
      caption: Diagram.Caption(
        title: "架空の異業種交流ネットワーク（見本）", sizeMeaning: "紐帯の数",
        syntheticNote: "人物・企業・紐帯はすべて架空です。", source: "試験のための作り物"),
      language: .japanese)
  }()

  /// A path of nodes.
  static func chain(_ count: Int) -> Diagram {
    Diagram(
      nodes: (0..<count).map { Diagram.Node(id: "\($0)") },
      edges: (1..<count).map { Diagram.Edge(source: "\($0 - 1)", target: "\($0)") })
  }

  /// Texts that break careless writers.
  static let hostile = [
    "\u{1}control", "\"quotes\" 'single'", "\\N \\G \\n \\l", "A&amp;B", "A&B<C>", "back\\",
    "</title><script>alert(1)</script>", "]]>", "<!-- x -->", "F\" onx=\"1", "a\nb\tc", "\u{FFFE}",
    "\u{202E}turned", "é e\u{301}", "", String(repeating: "長", count: 5000), "🏭", "-->", "%",
    "\u{0}", "node0", "&#x3C;", "graph", "{a|b}", "\u{2028}x", "<B>bold</B>",
  ]
}
