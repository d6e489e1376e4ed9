extension DiagramStyle {
  /// A colour by its name, which each theme turns into one of its own.
  enum Hue: Sendable, CaseIterable {
    case grey, blue, orange, green, vermilion, violet, olive, teal, pink, ink, brown
  }

  /// A known kind of node, whatever the theme: its form, its hue and its names.
  struct NodeWord: Sendable {
    let word: String
    let form: Form
    let hue: Hue
    var lineWidth = 1.6
    let english: String
    let japanese: String
  }

  /// A known kind of edge, whatever the theme.
  struct EdgeWord: Sendable {
    let word: String
    let hue: Hue
    let width: Double
    var length = 1.0
    var isDouble = false
    let english: String
    let japanese: String
  }

  /// The kinds of nodes, in the order of the legend.
  ///
  /// No two of them differ by colour alone unless one is blue or violet and the other orange.
  static let nodeWords = [
    NodeWord(word: "firm", form: .circle, hue: .blue, english: "firm", japanese: "企業"),
    NodeWord(
      word: "group", form: .roundedBox, hue: .orange, english: "exchange group",
      japanese: "交流グループ"),
    NodeWord(word: "university", form: .box, hue: .green, english: "university", japanese: "大学"),
    NodeWord(
      word: "municipality", form: .octagon, hue: .vermilion, lineWidth: 2.2,
      english: "municipality", japanese: "自治体"),
    NodeWord(
      word: "agency", form: .octagon, hue: .violet, english: "public agency", japanese: "行政機関"),
    NodeWord(
      word: "association", form: .tab, hue: .olive, english: "association", japanese: "協議会・協会"),
    NodeWord(word: "cluster", form: .doubleBox, hue: .teal, english: "cluster", japanese: "クラスター"),
    NodeWord(
      word: "project", form: .roundedBox, hue: .pink, english: "project", japanese: "共同プロジェクト"),
    NodeWord(word: "person", form: .ellipse, hue: .ink, english: "person", japanese: "個人"),
    NodeWord(word: "event", form: .note, hue: .brown, english: "event", japanese: "行事"),
  ]

  /// The kinds of edges, in the order of the legend.
  ///
  /// Those that share a colour differ by a single and a double line.
  static let edgeWords = [
    EdgeWord(
      word: "membership", hue: .grey, width: 1.2, length: 1.25, english: "membership",
      japanese: "会員"),
    EdgeWord(
      word: "business", hue: .blue, width: 2.2, length: 0.8, english: "business", japanese: "取引"),
    EdgeWord(
      word: "project", hue: .pink, width: 2.1, length: 0.8, english: "takes part in a project",
      japanese: "プロジェクト参加"),
    EdgeWord(
      word: "sisterGroup", hue: .orange, width: 1.5, isDouble: true, english: "sister group",
      japanese: "姉妹提携"),
    EdgeWord(word: "exchange", hue: .orange, width: 1.9, english: "exchange", japanese: "交流"),
    EdgeWord(
      word: "jointResearch", hue: .green, width: 2, english: "joint research", japanese: "共同研究"),
    EdgeWord(
      word: "adviser", hue: .green, width: 1.4, isDouble: true, english: "adviser",
      japanese: "アドバイザー"),
    EdgeWord(word: "subsidy", hue: .vermilion, width: 2, english: "subsidy", japanese: "補助金"),
    EdgeWord(
      word: "secretariat", hue: .vermilion, width: 1.6, isDouble: true, english: "secretariat",
      japanese: "事務局"),
    EdgeWord(
      word: "office", hue: .ink, width: 1.5, length: 0.9, english: "holds an office",
      japanese: "役職"),
    EdgeWord(
      word: "employment", hue: .ink, width: 1.2, length: 0.8, isDouble: true,
      english: "employment", japanese: "所属・雇用"),
    EdgeWord(
      word: "introduction", hue: .violet, width: 1.9, english: "introduction", japanese: "紹介"),
    EdgeWord(
      word: "kinship", hue: .violet, width: 1.4, length: 0.8, isDouble: true, english: "kinship",
      japanese: "親族"),
    EdgeWord(word: "attendance", hue: .teal, width: 1.5, english: "attendance", japanese: "出席"),
  ]

  /// What a theme makes of the hues.
  struct Palette: Sendable {
    let nodes: [Hue: CategoryLook]
    let edges: [Hue: LineColor]
    let categories: [CategoryLook]
    let scale: [Color]
  }

  /// The colour of an edge, and what must help it where there is none.
  struct LineColor: Sendable {
    let color: Color
    var isDotted = false
    /// Drawn wider or thinner than the kind says.
    var widthFactor = 1.0
  }

  /// Creates a theme: the known kinds in the colours of a palette.
  init(
    _ palette: Palette, background: Color, text: Color, secondaryText: Color, warningText: Color
  ) {
    let neutral = palette.nodes[.grey] ?? CategoryLook(fill: background, line: secondaryText)
    self.init(
      nodeKinds: Self.nodeWords.map { word in
        let colors = palette.nodes[word.hue] ?? neutral
        return Kind(
          word.word,
          NodeLook(word.form, fill: colors.fill, line: colors.line, lineWidth: word.lineWidth),
          english: word.english, japanese: word.japanese)
      },
      otherNode: NodeLook(.circle, fill: neutral.fill, line: neutral.line),
      edgeKinds: Self.edgeWords.map { word in
        let line = palette.edges[word.hue] ?? LineColor(color: secondaryText)
        return Kind(
          word.word,
          EdgeLook(
            line.color, width: word.width * line.widthFactor, length: word.length,
            isDouble: word.isDouble, isDotted: line.isDotted),
          english: word.english, japanese: word.japanese)
      },
      otherEdge: EdgeLook(neutral.line, width: 1.7), background: background, text: text,
      secondaryText: secondaryText, warningText: warningText, categories: palette.categories,
      scale: palette.scale)
  }
}
