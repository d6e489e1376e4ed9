extension DiagramStyle {
  /// Dark on white, on the colours of Okabe and Ito, which stay apart for colour-blind readers.
  ///
  /// No two kinds of node differ by colour alone unless one is blue or violet and the other
  /// orange. Kinds of edge that share a colour differ by a single and a double line.
  public static let light = DiagramStyle(
    nodeKinds: [
      Kind(
        "firm", NodeLook(.circle, fill: Color(0xDCEBF7), line: Color(0x0072B2)),
        english: "firm", japanese: "企業"),
      Kind(
        "group", NodeLook(.roundedBox, fill: Color(0xFCE8C5), line: Color(0xB87300)),
        english: "exchange group", japanese: "交流グループ"),
      Kind(
        "university", NodeLook(.box, fill: Color(0xD5F0E6), line: Color(0x00785A)),
        english: "university", japanese: "大学"),
      Kind(
        "municipality",
        NodeLook(.octagon, fill: Color(0xF9DAC8), line: Color(0xB84A00), lineWidth: 2.2),
        english: "municipality", japanese: "自治体"),
      Kind(
        "agency", NodeLook(.octagon, fill: Color(0xE4E2F3), line: Color(0x564E93)),
        english: "public agency", japanese: "行政機関"),
      Kind(
        "association", NodeLook(.tab, fill: Color(0xEEF0CF), line: Color(0x6A7400)),
        english: "association", japanese: "協議会・協会"),
      Kind(
        "cluster", NodeLook(.doubleBox, fill: Color(0xD6EFF4), line: Color(0x00758A)),
        english: "cluster", japanese: "クラスター"),
      Kind(
        "project", NodeLook(.roundedBox, fill: Color(0xF3DCEA), line: Color(0x9C4F7C)),
        english: "project", japanese: "共同プロジェクト"),
      Kind(
        "person", NodeLook(.ellipse, fill: Color(0xFFFFFF), line: Color(0x4A535C)),
        english: "person", japanese: "個人"),
      Kind(
        "event", NodeLook(.note, fill: Color(0xF3E9DC), line: Color(0x7D5A2B)),
        english: "event", japanese: "行事"),
    ],
    otherNode: NodeLook(.circle, fill: Color(0xECEFF1), line: Color(0x66727D)),
    edgeKinds: [
      Kind(
        "membership", EdgeLook(Color(0x9AA3AB), width: 1.2, length: 1.25),
        english: "membership", japanese: "会員"),
      Kind(
        "business", EdgeLook(Color(0x0072B2), width: 2.2, length: 0.8),
        english: "business", japanese: "取引"),
      Kind(
        "project", EdgeLook(Color(0xB5588F), width: 2.1, length: 0.8),
        english: "takes part in a project", japanese: "プロジェクト参加"),
      Kind(
        "sisterGroup", EdgeLook(Color(0xC98300), width: 1.5, isDouble: true),
        english: "sister group", japanese: "姉妹提携"),
      Kind(
        "exchange", EdgeLook(Color(0xC98300), width: 1.9),
        english: "exchange", japanese: "交流"),
      Kind(
        "jointResearch", EdgeLook(Color(0x00785A), width: 2),
        english: "joint research", japanese: "共同研究"),
      Kind(
        "adviser", EdgeLook(Color(0x00785A), width: 1.4, isDouble: true),
        english: "adviser", japanese: "アドバイザー"),
      Kind(
        "subsidy", EdgeLook(Color(0xB84A00), width: 2),
        english: "subsidy", japanese: "補助金"),
      Kind(
        "secretariat", EdgeLook(Color(0xB84A00), width: 1.6, isDouble: true),
        english: "secretariat", japanese: "事務局"),
      Kind(
        "office", EdgeLook(Color(0x1F2429), width: 1.5, length: 0.9),
        english: "holds an office", japanese: "役職"),
      Kind(
        "employment", EdgeLook(Color(0x1F2429), width: 1.2, length: 0.8, isDouble: true),
        english: "employment", japanese: "所属・雇用"),
      Kind(
        "introduction", EdgeLook(Color(0x6B55BD), width: 1.9),
        english: "introduction", japanese: "紹介"),
      Kind(
        "kinship", EdgeLook(Color(0x6B55BD), width: 1.4, length: 0.8, isDouble: true),
        english: "kinship", japanese: "親族"),
      Kind(
        "attendance", EdgeLook(Color(0x2E9FB5), width: 1.5),
        english: "attendance", japanese: "出席"),
    ],
    otherEdge: EdgeLook(Color(0x66727D), width: 1.7),
    background: Color(0xFFFFFF), text: Color(0x1A1A1A), secondaryText: Color(0x57616B),
    warningText: Color(0xA33600))
}
